"""Labels whose type and colour come from the stylesheet, by role."""

from html import escape
from math import ceil

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLabel

from genplay.ui import theme


def label(role: str, text: str = "") -> QLabel:
    """Return a label of a role: "hero", "title", "label", "body", "caption" or "axis".

    The stylesheet sets its font: one set on the widget would be lost whenever the theme is applied again.
    """
    made = QLabel(text)
    made.setProperty("role", role)
    return made


def size_of(role: str, text: str = "") -> QSize:
    """Return the room that a label of a role needs for a line of text.

    A hidden label asks for that of the theme in which it was last shown; this is that of the theme now.
    """
    metrics = QFontMetricsF(theme.current().font(role))
    return QSize(ceil(metrics.horizontalAdvance(text)), ceil(metrics.height()))


def wrapped(tip: str) -> str:
    """Return the words of a tip as rich text, which alone is broken into lines; "" for none."""
    return "".join(f"<p>{escape(line, quote=False)}</p>" for line in tip.splitlines())
