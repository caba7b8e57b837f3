"""Labels whose type and colour come from the stylesheet, by role."""

from PySide6.QtWidgets import QLabel


def label(role: str, text: str = "") -> QLabel:
    """Return a label of a role: "hero", "title", "label", "body", "caption" or "axis".

    The stylesheet sets its font: one set on the widget would be lost whenever the theme is applied again.
    """
    made = QLabel(text)
    made.setProperty("role", role)
    return made
