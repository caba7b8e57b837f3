"""Where gestures lead to in the latent space."""

from dataclasses import replace

import numpy as np

from genplay.families.dcgan import DIRECTIONS, MOST, MOST_PAGE, SPAN, Latent, seed_of

_FAR = 500  # seeds either way from which another one is drawn


def over(latent: Latent, x: float, y: float) -> Latent:
    """Return a point moved as far from another place of the plane, within it."""
    return latent.at(_within(x, MOST), _within(y, MOST))


def elsewhere(latent: Latent) -> Latent:
    """Return a point moved as far from a seed elsewhere in the plane; the same one each time."""
    draw = np.random.default_rng(seed_of(round(latent.x), round(latent.y)))
    x, y = draw.integers(-_FAR, _FAR, 2, endpoint=True).tolist()
    return latent.at(float(x), float(y))


def moved(latent: Latent, number: int, far: float, *, raw: bool) -> Latent:
    """Return a point moved so far along a direction, or by a raw number of the noise."""
    if raw:
        found = {**dict(latent.raw), number: far}
        return replace(latent, raw=tuple(sorted((at, by) for at, by in found.items() if by)))
    along = list(latent.along or (0.0,) * DIRECTIONS)
    along[number] = far
    return replace(latent, along=tuple(along) if any(along) else ())


def page(latent: Latent, now: tuple[int, int]) -> tuple[int, int]:
    """Return the part of the plane where a point is: that of now where it is in it, or nowhere."""
    if latent.blend is not None:
        return now

    def found(at: float, part: int) -> int:
        if SPAN * part - 0.5 <= at <= SPAN * (part + 1) - 0.5:
            return part
        return min(max(round(at) // SPAN, -MOST_PAGE), MOST_PAGE)

    return found(latent.x, now[0]), found(latent.y, now[1])


def _within(at: float, most: int) -> float:
    return min(max(at, -float(most)), float(most))
