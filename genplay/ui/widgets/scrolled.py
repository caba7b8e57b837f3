"""What is scrolled where it has no room."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget


def scrolled(inner: QWidget, *, downwards: bool = False) -> QScrollArea:
    """Return an area without frame or ground that shows as much of a widget as it has room for.

    Args:
        inner: What is shown.
        downwards: Whether it is scrolled in height only, and its controls take the focus, not the area.
    """
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    if downwards:
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inner)
    for part in (area.viewport(), inner):
        part.setAutoFillBackground(False)
    return area
