"""The pictures that come with genplay, for D to judge."""

import numpy as np

from genplay.data import examples
from genplay.data.avatars import examples as drawn
from genplay.families.base import Bits
from genplay.families.dcgan import LABELS
from genplay.ui.translation import translate
from genplay.ui.widgets.pixels import Indices

_EACH = 2  # of a class


def items() -> list[tuple[str, Bits]]:
    """Return grey test clothes, (28, 28), with their names: two of each class, one of each first."""
    known = examples.fashion_items()
    places = [np.flatnonzero(known.labels == label) for label in range(len(known.names))]
    return [
        (translate("families", LABELS["dcgan_fashion"][label]), known.images[at[turn]])
        for turn in range(_EACH)
        for label, at in enumerate(places)
    ]


def avatars() -> list[tuple[str, Indices]]:
    """Return avatars, (64, 64, 3), each called by its number."""
    name = translate("dcgan", "Avatar {number}")
    return [(name.format(number=number), one) for number, one in enumerate(drawn.examples().images, 1)]
