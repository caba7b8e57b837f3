"""The tinted strip that holds a formula or a reading."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from genplay.ui.theme import Theme

_RADIUS = 8


def paint_strip(painter: QPainter, widget: QWidget, current: Theme) -> None:
    """Fill a widget with the strip's tint; high contrast has no tints, and frames it instead."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    tint, edge = current.color("strip"), current.color("line" if current.name == "contrast" else "strip")
    half = current.line("hairline") / 2
    painter.setPen(QPen(edge, current.line("hairline")))
    painter.setBrush(tint)
    radius = current.px(_RADIUS)
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(half, half, -half, -half), radius, radius)
