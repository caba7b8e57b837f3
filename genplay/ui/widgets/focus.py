"""Where the focus goes next."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def in_turn(*parts: QWidget) -> None:
    """Let Tab go from part to part, and in each of them in the order in which its widgets were made.

    Without it what is made late, when its number is known, comes last.
    """
    stops = [stop for part in parts for stop in (part, *part.findChildren(QWidget)) if _stops(stop)]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def _stops(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
