"""Pictures that show nothing, of which D says something all the same: that is why D is no density."""

from typing import NamedTuple

import numpy as np

from genplay.families.base import QT_TRANSLATE_NOOP
from genplay.families.dcgan.models import COLOURED, MODELS, PAINTED
from genplay.families.dcgan.results import Pixels

_DRAWN, _MOST = 28, 255


class Page(NamedTuple):
    """A picture that shows nothing.

    Attributes:
        name: English, marked for translation under "families".
        pixels: Greys (28, 28), 255 = ink, or colours (64, 64, 3).
    """

    name: str
    pixels: Pixels


def _pages(model: str) -> tuple[Page, ...]:
    shape = (PAINTED, PAINTED, 3) if model in COLOURED else (_DRAWN, _DRAWN)
    noise = np.random.default_rng(0).integers(0, _MOST, shape, np.uint8, endpoint=True)
    empty, full = np.zeros(shape, np.uint8), np.full(shape, _MOST, np.uint8)
    if model in COLOURED:
        return (
            Page(QT_TRANSLATE_NOOP("families", "White page"), full),
            Page(QT_TRANSLATE_NOOP("families", "Black page"), empty),
            Page(QT_TRANSLATE_NOOP("families", "Noise"), noise),
        )
    return (
        Page(QT_TRANSLATE_NOOP("families", "Blank page"), empty),
        Page(QT_TRANSLATE_NOOP("families", "Page full of ink"), full),
        Page(QT_TRANSLATE_NOOP("families", "Noise"), noise),
    )


PAGES = {model: _pages(model) for model in MODELS}
"""The pages that the D of each model is asked about."""
