"""The pictures that come with genplay, for D to judge."""

import numpy as np

from genplay.data import examples
from genplay.data.avatars import examples as drawn
from genplay.families.base import Bits
from genplay.families.dcgan import LABELS, PAGES
from genplay.ui.translation import translate
from genplay.ui.widgets.pixels import Indices

_EACH = 2  # of a class


def items() -> list[tuple[str, Bits]]:
    """Return grey test clothes, (28, 28), with their names: two of each class, one of each first.

    The pages that show nothing stand behind the first, which is what D judges at first.
    """
    known = examples.fashion_items()
    order = np.roll(np.arange(len(known.names)), -int(known.labels[0]))
    clothes = [
        (
            translate("families", LABELS["dcgan_fashion"][label]),
            known.images[np.flatnonzero(known.labels == label)[turn]],
        )
        for turn in range(_EACH)
        for label in order.tolist()
    ]
    return [*clothes[:1], *_pages("dcgan_fashion"), *clothes[1:]]


def avatars() -> list[tuple[str, Indices]]:
    """Return avatars, (64, 64, 3), each called by its number, and behind the first what shows nothing."""
    name = translate("dcgan", "Avatar {number}")
    found = [(name.format(number=number), one) for number, one in enumerate(drawn.examples().images, 1)]
    return [*found[:1], *_pages("dcgan_avatars"), *found[1:]]


def _pages(model: str) -> list[tuple[str, Indices]]:
    return [(translate("families", page.name), page.pixels) for page in PAGES[model]]
