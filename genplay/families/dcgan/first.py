"""What the DCGAN tab begins with: never an empty screen, and something in every panel that is turned to."""

from collections.abc import Mapping

from genplay.families.base import Drawing
from genplay.families.dcgan.latent import Latent
from genplay.families.dcgan.models import MODELS
from genplay.families.dcgan.results import Pixels
from genplay.families.dcgan.state import Collection, DcganState

_HALF = 128
SEED = (2, 3)
"""The seed whose picture is shown: within the plane, with pictures of both models that are whole."""
Seeds = tuple[tuple[int, int], ...]
_CLOTHES: tuple[Seeds, Seeds, Seeds] = (
    ((2, 8), (5, 0), (7, 2)),  # dark jackets and pullovers
    ((6, 8), (6, 2), (0, 9)),  # light shirts
    ((6, 1), (6, 0), (3, 1)),  # grey shoes: what comes out is a dark ankle boot
)
_AVATARS: tuple[Seeds, Seeds, Seeds] = (
    ((6, 3), (1, 8), (3, 5)),  # dark hair and glasses
    ((8, 7), (6, 2), (9, 8)),  # dark hair without
    ((7, 5), (7, 4), (0, 3)),  # blond hair without: what comes out is blond and has glasses
)
EXAMPLES: Mapping[str, tuple[Seeds, Seeds, Seeds]] = {
    "dcgan_fashion": _CLOTHES,
    "dcgan_avatars": _AVATARS,
}
"""Seeds of A, B and C that show what A - B + C can do, by model.

A mean of three is steadier than one seed (Radford et al. 2016, section 6.3.2).
"""


def first(garment: Pixels) -> DcganState:
    """Return what a first start shows: pins to walk between and to reckon with, and a picture for D.

    Args:
        garment: The picture that D judges, greys (28, 28), 255 = ink.
    """
    found = example(next(iter(MODELS)))
    x, y = SEED
    return DcganState(
        latent=Latent(x=float(x), y=float(y)),
        pins=found.pins,
        terms=found.terms,
        ends=found.ends,
        drawing=Drawing.of(garment >= _HALF),
        levels=garment.tobytes(),
    )


def turned(state: DcganState, model: str) -> DcganState:
    """Return the state of another model: a seed is another picture there, so it has pins of its own.

    They are those that it had when it was last shown, at first its example's.
    """
    if model == state.model:
        return state
    kept = next((found for found in state.kept if found.model == model), None)
    return state.showing(kept or example(model))


def example(model: str) -> Collection:
    """Return the pins of a model's example, and which of them are A, B and C."""
    a, b, c = EXAMPLES[model]
    pins = tuple(Latent(x=float(x), y=float(y)) for x, y in (*a, *b, *c))
    first, second = len(a), len(a) + len(b)
    terms = tuple(range(first)), tuple(range(first, second)), tuple(range(second, len(pins)))
    return Collection(model=model, pins=pins, terms=terms, ends=(0, second))
