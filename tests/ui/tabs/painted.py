"""What a painted widget looks like, read pixel by pixel."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from genplay.ui import theme
from genplay.ui.widgets.slider import Slider
from genplay.ui.widgets.track import Track


def seen(widget: QWidget) -> NDArray[np.int64]:
    """Return what is on screen, (height, width, 3): red, green, blue."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    lines = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return lines[..., 2::-1].astype(int)


def rgb(colour: QColor | str) -> tuple[int, int, int]:
    """Return a colour, or that of a token of the theme."""
    found = theme.current().color(colour) if isinstance(colour, str) else colour
    return found.red(), found.green(), found.blue()


def where(widget: QWidget, colour: QColor | str, within: QRect | None = None) -> NDArray[np.bool_]:
    """Return which pixels have just this colour, (height, width), of the widget or of a part of it."""
    same = (seen(widget) == rgb(colour)).all(-1)
    if within is None:
        return same
    return same[within.top() : within.bottom() + 1, within.left() : within.right() + 1]


def inked(widget: QWidget, token: str, least: float = 0.25) -> NDArray[np.bool_]:
    """Return which pixels have gone so far from paper to a token's colour, (height, width): thin lines do."""
    paper, colour = np.array(rgb("paper")), np.array(rgb(token))
    way = colour - paper
    return ((seen(widget) - paper) @ way / (way @ way)) >= least


def near(marked: NDArray[np.bool_], point: QPointF, reach: int = 1) -> bool:
    """Tell whether a pixel is marked, or one that is no further than ``reach`` from it."""
    spot = point.toPoint()
    rows = slice(max(spot.y() - reach, 0), spot.y() + reach + 1)
    return bool(marked[rows, max(spot.x() - reach, 0) : spot.x() + reach + 1].any())


def has(widget: QWidget, colour: QColor | str) -> bool:
    """Tell whether a colour is to be seen."""
    return bool(where(widget, colour).any())


def at(widget: QWidget, point: QPoint | QPointF) -> tuple[int, int, int]:
    """Return the colour at a point."""
    spot = point.toPoint() if isinstance(point, QPointF) else point
    red, green, blue = seen(widget)[spot.y(), spot.x()].tolist()
    return red, green, blue


def drawn(paint: Callable[[QPainter], None], side: int = 60, ratio: float = 1.0) -> NDArray[np.float64]:
    """Return the ink, 0 to 1, that is painted in black onto white, (side, side) device pixels."""
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter)
    return 1 - np.frombuffer(image.constBits(), np.uint8).reshape(side, side, 4)[..., 0] / 255


def point_at(widget: QWidget, point: QPoint) -> None:
    """Move the pointer to a point; by way of another, since Qt tells of moves only."""
    QTest.mouseMove(widget, QPoint(widget.width() - 2, widget.height() - 2))
    QTest.mouseMove(widget, point)


def turn(slider: Slider, key: Qt.Key, times: int = 1) -> None:
    """Press a key on a slider."""
    for _ in range(times):
        QTest.keyClick(slider.findChild(Track), key)
