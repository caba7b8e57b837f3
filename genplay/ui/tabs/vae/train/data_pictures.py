"""The tiles of what a VAE can learn: points in the colours of their classes, or digits."""

from functools import cache, partial

import numpy as np
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from genplay.data import examples, toys
from genplay.families.vae.live import DATA, Data
from genplay.ui.tabs.training.data_tiles import Tile
from genplay.ui.tabs.training.scatter import paint_dots
from genplay.ui.tabs.vae.train.colours import class_colour
from genplay.ui.theme import Theme
from genplay.ui.translation import translate
from genplay.ui.widgets.pixels import indexed

_POINTS, _DOT, _REACH, _SEED = 130, 2.0, 2.75, 0
_SIDE = 28  # px of a digit


def tiles() -> dict[str, Tile]:
    """Return a tile for all that can be learnt."""
    words: dict[Data, str] = {
        "digits": translate("vae", "Digits"),
        "ring": translate("vae", "Ring"),
        "moons": translate("vae", "Moons"),
        "spiral": translate("vae", "Spiral"),
        "grid": translate("vae", "Grid"),
        "pinwheel": translate("vae", "Pinwheel"),
    }
    return {
        name: Tile(
            words[name],
            translate("families", DATA[name]),
            _paint_digits if name == "digits" else partial(_paint_points, name),
        )
        for name in words
    }


def _paint_digits(painter: QPainter, now: Theme, box: QRectF) -> None:
    side = now.px(_SIDE)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for place, picture in enumerate(_digits()):
        left = box.center().x() + (place - 1) * side
        target = QRect(round(left), round(box.center().y() - side / 2), side, side)
        painter.drawImage(target, indexed(picture * 255, now.table("grey")))


def _paint_points(data: Data, painter: QPainter, now: Theme, box: QRectF) -> None:
    points, labels = _points(data)
    scale = box.height() / (2 * _REACH)
    places = points * (scale, -scale) + (box.center().x(), box.center().y())
    for label in np.unique(labels).tolist():
        paint_dots(painter, places[labels == label], class_colour(label), _DOT * now.scale)


@cache
def _points(data: Data) -> toys.Toy:
    return toys.toy(data, _POINTS, _SEED)


@cache
def _digits() -> tuple[np.ndarray, ...]:
    return tuple(example.bits for example in examples.examples()[:2])
