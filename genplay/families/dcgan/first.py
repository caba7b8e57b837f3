"""What the DCGAN tab begins with: never an empty screen, and something in every panel that is turned to."""

from genplay.families.base import Drawing
from genplay.families.dcgan.latent import Latent
from genplay.families.dcgan.results import Pixels
from genplay.families.dcgan.state import DcganState

_HALF = 128
SEED = (3, 4)
"""The seed whose picture is shown."""
PINNED = ((6, 1), (5, 0), (0, 0), (8, 3))
"""Seeds that are pinned: the first three are A, B and C, and from the first to the third it is walked."""


def first(garment: Pixels) -> DcganState:
    """Return what a first start shows: pins to walk between and to reckon with, and a picture for D.

    Args:
        garment: The picture that D judges, greys (28, 28), 255 = ink.
    """
    pins = tuple(Latent(x=float(x), y=float(y)) for x, y in PINNED)
    x, y = SEED
    return DcganState(
        latent=Latent(x=float(x), y=float(y)),
        pins=pins,
        terms=((0,), (1,), (2,)),
        ends=(0, 2),
        drawing=Drawing.of(garment >= _HALF),
        levels=garment.tobytes(),
    )
