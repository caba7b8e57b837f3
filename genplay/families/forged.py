"""How near the pictures of a GAN's generator are to real ones, as its checkpoint says."""

from collections.abc import Mapping
from typing import NamedTuple, Self


class Forged(NamedTuple):
    """What was measured of a generator's pictures.

    Attributes:
        frechet: Squared Fréchet distance of forged pictures from test ones, in the features of a classifier
            that came with the model (Heusel et al. 2017): no figure to compare with other features'.
        real: The same of one half of the test pictures from the other: what real ones have.
        covered: Classes that the classifier sees among the forged pictures.
        classes: How many there are.
    """

    frechet: float
    real: float
    covered: int
    classes: int

    @classmethod
    def of(cls, figures: Mapping[str, float], classes: int) -> Self | None:
        """Return what a checkpoint's figures say, None where one of them is not there.

        Args:
            figures: By name; those of other names are not looked at.
            classes: How many there are.
        """
        found = [figures.get(name) for name in ("frechet", "frechet_real", "classes_covered")]
        frechet, real, covered = found
        if frechet is None or real is None or covered is None:
            return None
        return cls(frechet, real, round(covered), classes)
