"""The arrows of a factorisation: from every pixel that a conditional reads to the pixel that it is of."""

from collections.abc import Collection, Iterable, Iterator
from itertools import combinations

from genplay.families.foundations.state import FoundationsState

Arrow = tuple[int, int]
"""From a pixel to one that is conditioned on it, by their numbers in raster order from 0."""


def of(state: FoundationsState) -> tuple[Arrow, ...]:
    """Return the arrows of the chosen model, along the order that is chosen."""
    back = {"table": state.pixels, "arn": state.reach, "markov": 1, "independent": 0}[state.arrows]
    along = state.reads.sequence(*state.size).tolist()
    return tuple(
        (along[before], pixel)
        for place, pixel in enumerate(along)
        for before in range(max(place - back, 0), place)
    )


def into(arrows: Iterable[Arrow], pixels: Collection[int]) -> tuple[Arrow, ...]:
    """Return the arrows that end at one of some pixels."""
    return tuple(arrow for arrow in arrows if arrow[1] in pixels)


def parents(arrows: Iterable[Arrow], pixel: int) -> list[int]:
    """Return the pixels that a pixel is conditioned on, ascending."""
    return sorted(source for source, target in arrows if target == pixel)


def separated(arrows: Collection[Arrow], a: int, b: int, given: Iterable[int]) -> bool:
    """Tell whether the arrows alone make A and B independent given some pixels, whatever the numbers are.

    That is d-separation, read off the moral graph of what A, B and the given pixels descend from: the parents
    of each pixel are joined, the arrows lose their heads, and every way from A to B must pass what is given
    (Lauritzen, Dawid, Larsen & Leimer 1990, proposition 3).

    Args:
        arrows: Of a graph without cycles.
        a: A pixel.
        b: Another one.
        given: The pixels that are known, neither ``a`` nor ``b``.
    """
    known = set(given)
    links = set(_moral(arrows, {a, b} | known))
    reached, new = {a}, {a}
    while new:
        beyond = {end for link in links for here, end in (link, link[::-1]) if here in new}
        new = beyond - reached - known
        reached |= new
    return b not in reached


def _moral(arrows: Collection[Arrow], pixels: set[int]) -> Iterator[Arrow]:
    """Yield the links of the moral graph of some pixels and all that they descend from."""
    kept, new = set(pixels), set(pixels)
    while new:
        new = {source for source, target in arrows if target in new} - kept
        kept |= new
    for pixel in kept:
        before = parents(arrows, pixel)
        yield from ((source, pixel) for source in before)
        yield from combinations(before, 2)
