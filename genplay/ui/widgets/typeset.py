"""The typeset formulas of assets/formulas (made by assets/build/formulas.py), at any size and colour."""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from genplay import paths

EM = 16
"""Units of the drawings to the em, and the size in pixels of a formula at 100 %."""


def paint_formula(painter: QPainter, name: str, at: QPointF, pixels: float, colour: str) -> None:
    """Draw a formula with its left edge and its baseline at a point.

    Args:
        painter: What to draw with.
        name: A file of assets/formulas without its ending.
        at: The left end of the baseline.
        pixels: The size of the type.
        colour: "#RRGGBB".
    """
    box, factor = _renderer(name, colour).viewBoxF(), pixels / EM
    corner = at + QPointF(0, box.y() * factor)
    ratio = painter.device().devicePixelRatioF()
    # To whole device pixels: a drawing kept for one place is sharp at all of them.
    whole = QPointF(round(corner.x() * ratio) / ratio, round(corner.y() * ratio) / ratio)
    painter.drawImage(whole, _drawn(name, colour, factor, ratio))


def formula_size(name: str, pixels: float) -> QRectF:
    """Return a formula's extent at a size of type, from the left end of its baseline."""
    box, factor = _renderer(name, "#000000").viewBoxF(), pixels / EM
    return QRectF(0, box.y() * factor, box.width() * factor, box.height() * factor)


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, factor: float, ratio: float) -> QImage:
    renderer = _renderer(name, colour)
    size = renderer.viewBoxF().size() * factor * ratio
    image = QImage(size.toSize() + QSize(2, 2), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter, QRectF(QPointF(0, 0), size))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = (paths.assets() / "formulas" / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))
