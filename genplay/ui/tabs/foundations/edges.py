"""The arrows of a factorisation: from every pixel that a conditional reads to the pixel that it is of."""

from collections.abc import Collection

from genplay.families.foundations import FoundationsState
from genplay.ui.tabs.foundations.graph import Edge


def of(state: FoundationsState) -> tuple[Edge, ...]:
    """Return the arrows of the chosen model, along the order that is chosen."""
    back = {"table": state.pixels, "arn": state.reach, "markov": 1, "independent": 0}[state.arrows]
    along = state.reads.sequence(*state.size).tolist()
    return tuple(
        (along[before], pixel)
        for place, pixel in enumerate(along)
        for before in range(max(place - back, 0), place)
    )


def into(edges: Collection[Edge], pixels: Collection[int]) -> tuple[Edge, ...]:
    """Return the arrows that end at one of some pixels."""
    return tuple(edge for edge in edges if edge[1] in pixels)
