"""The icons of assets/icons, drawn in a theme colour at the screen's pixel ratio."""

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from genplay import paths
from genplay.ui import theme


def icon(name: str, color: str = "text2") -> QIcon:
    """Return an icon that follows the theme: drawn anew in its token's colour whenever it is asked for.

    Args:
        name: A file of assets/icons without its ending.
        color: A token. An icon that is on takes ``accent``, a disabled one ``text3``.
    """
    return QIcon(_Engine(name, color))


def pixmap(name: str, size: int, color: str, ratio: float) -> QPixmap:
    """Return an icon as a picture.

    Args:
        name: A file of assets/icons without its ending.
        size: Width and height in logical pixels.
        color: A token, or "#RRGGBB".
        ratio: Device pixels per logical pixel, as ``widget.devicePixelRatioF()``.
    """
    shade = color if color.startswith("#") else getattr(theme.current().tokens, color)
    side = round(size * ratio)
    return _pixmap(name, side, side, shade, ratio)


def paint(painter: QPainter, name: str, box: QRectF, color: str) -> None:
    """Draw an icon into ``box`` in a token's colour or in "#RRGGBB"."""
    shade = color if color.startswith("#") else getattr(theme.current().tokens, color)
    _renderer(name, shade).render(painter, box)


@cache
def _pixmap(name: str, width: int, height: int, shade: str, ratio: float) -> QPixmap:
    side = min(width, height)
    picture = QPixmap(width, height)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    _renderer(name, shade).render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


@cache
def _renderer(name: str, shade: str) -> QSvgRenderer:
    drawing = (paths.assets() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", shade).encode()))


class _Engine(QIconEngine):
    """Paints an icon in the colour that the current theme gives its mode and state.

    In a box that is wider than high it stands at the left: the rest is room before the words of a button.
    """

    def __init__(self, name: str, color: str) -> None:
        super().__init__()
        self._name = name
        self._color = color

    def _shade(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode == QIcon.Mode.Disabled:
            return "text3"
        return "accent" if state == QIcon.State.On else self._color

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        paint(painter, self._name, QRectF(rect.x(), rect.y(), side, side), self._shade(mode, state))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        shade = getattr(theme.current().tokens, self._shade(mode, state))
        return _pixmap(self._name, size.width(), size.height(), shade, scale)

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._color)
