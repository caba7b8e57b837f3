"""The table of all pictures of n binary pixels, counted, and what simpler models make of the same counts.

Of N patches, c(x) are the picture x, and the full table says p(x) = c(x) / N. All that follows is counting
too. In any order o of the pixels the chain rule telescopes to the same number::

    p(x) = prod_i c(x_{o_1} .. x_{o_i}) / c(x_{o_1} .. x_{o_{i-1}})

where c of some pixels' values is in how many patches they have them. AR-N lets each pixel see the N before it
in such an order, or as many as there are, and takes what makes the patches most likely, unsmoothed; with the
pixels numbered in that order::

    q(x) = prod_i c(x_{i-N} .. x_i) / c(x_{i-N} .. x_{i-1})

N = 0 are independent pixels, N = 1 is a Markov chain, N = n - 1 is the table again. Each is a special case of
the next, so that KL(p || q) = sum_x p(x) log2 p(x) / q(x) only falls with N, to 0. On every patch q > 0: each
numerator has counted the patch itself.

A picture may have a context that no patch has: 0 / 0. Its q is 0 all the same, and never undefined. Let i be
the first such pixel. It is not the first of all, whose context is empty. So the context of pixel i - 1 is in
some patch, and its factor's numerator counts patches with the values x_{i-1-N} .. x_{i-1}, which hold the
context x_{i-N} .. x_{i-1} of pixel i, which none has: that factor is exactly 0, and what begins in a way that
has probability 0 has probability 0.

A picture is a number: its pixels in raster order are the digits of a binary number, the first the highest.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.int64]
MOST = 20
"""Pixels of a picture: 2^20 entries, 8 MB."""
_SMALL = 1e-3  # below which a series is more exact than its closed form


def codes(bits: NDArray[np.uint8]) -> Codes:
    """Return pictures, (N, n) of 0 and 1, as numbers, (N,)."""
    found = np.zeros(len(bits), np.int64)
    for column in bits.T:
        found = found << 1 | column
    return found


def reordered(numbers: Codes, order: Sequence[int]) -> Codes:
    """Return pictures whose pixels stand in another order: the first is pixel ``order[0]``, and so on."""
    found, last = np.zeros_like(numbers), len(order) - 1
    for pixel in order:
        found = found << 1 | (numbers >> (last - pixel) & 1)
    return found


def pixels(numbers: Codes, n: int) -> NDArray[np.uint8]:
    """Return pictures of ``n`` pixels, given as numbers, (N,), as (N, n) of 0 and 1."""
    return (numbers[:, None] >> np.arange(n - 1, -1, -1) & 1).astype(np.uint8)


@dataclass(frozen=True, eq=False)
class Joint:
    """The full table.

    Attributes:
        n: Number of pixels.
        counts: How many patches each picture is, by its number, (2^n,).

    Raises:
        ValueError: There are too many pixels, the table has another size, or nothing is counted in it.
    """

    n: int
    counts: Codes

    def __post_init__(self) -> None:
        if not 1 <= self.n <= MOST or self.counts.shape != (1 << self.n,):
            raise ValueError(f"a table has 2^n entries, n from 1 to {MOST}")
        if self.counts.min() < 0 or not self.counts.any():
            raise ValueError("a table counts at least one patch")

    @cached_property
    def states(self) -> Codes:
        """The pictures that occur, ascending, (S,)."""
        return np.flatnonzero(self.counts)

    @cached_property
    def weights(self) -> Codes:
        """How often each of ``states`` occurs, (S,)."""
        return self.counts[self.states]

    @cached_property
    def total(self) -> int:
        """Number of patches."""
        return int(self.weights.sum())

    @property
    def entropy(self) -> float:
        """Entropy of the patches in bits."""
        p = self.weights / self.total
        return max(0.0, -float((p * np.log2(p)).sum()))

    def prob(self, picture: int) -> float:
        """Return p of a picture, given as a number."""
        return int(self.counts[picture]) / self.total

    def values(self, pixel: int) -> NDArray[np.int64]:
        """Return the value that a pixel has in each of ``states``, (S,)."""
        return self.states >> (self.n - 1 - pixel) & 1

    def where(self, given: Sequence[tuple[int, int]]) -> NDArray[np.bool_]:
        """Return which of ``states`` have these values at these pixels, (S,)."""
        kept = np.ones(len(self.states), np.bool_)
        for pixel, value in given:
            kept &= self.values(pixel) == value
        return kept

    def count(self, given: Sequence[tuple[int, int]]) -> int:
        """Return in how many patches these pixels have these values."""
        return int(self.weights[self.where(given)].sum())

    def chain(self, picture: int, order: Sequence[int]) -> list[int]:
        """Return in how many patches the first i pixels of an order are as in a picture, for i = 0 to n."""
        kept, weights, counts = self.states, self.weights, [self.total]
        for pixel in order:
            shift = self.n - 1 - pixel
            same = (kept >> shift & 1) == (picture >> shift & 1)
            kept, weights = kept[same], weights[same]
            counts.append(int(weights.sum()))
        return counts

    def pair(self, a: int, b: int, given: Sequence[tuple[int, int]] = ()) -> NDArray[np.int64]:
        """Return in how many patches pixels a and b have which values under what is given, (2, 2)."""
        kept = self.where(given)
        both = (self.values(a) << 1 | self.values(b))[kept]
        return _tally(both, self.weights[kept], 4).reshape(2, 2)

    def pairs(self, a: int, b: int, known: Sequence[int]) -> NDArray[np.int64]:
        """Return the same for all values of the known pixels that occur together, (K, 2, 2)."""
        key = np.zeros_like(self.states)
        for pixel in known:
            key = key << 1 | self.values(pixel)
        found, group = np.unique(key, return_inverse=True)
        both = group << 2 | self.values(a) << 1 | self.values(b)
        return _tally(both, self.weights, 4 * len(found)).reshape(-1, 2, 2)

    def sample(self, count: int, random: np.random.Generator) -> Codes:
        """Return pictures drawn from the table, as numbers, (count,): each is one of the patches."""
        return self.states[
            np.searchsorted(np.cumsum(self.weights), random.integers(0, self.total, count), "right")
        ]


def count(counts: Codes, numbers: Codes) -> None:
    """Add pictures, as numbers, (N,), to a table's counts, (2^n,): a part of the patches at a time."""
    np.add.at(counts, numbers, 1)


def joint_of(bits: NDArray[np.uint8]) -> Joint:
    """Return the table of patches, (N, n) of 0 and 1, N > 0."""
    n = bits.shape[1]
    counts = np.zeros(1 << n, np.int64)
    count(counts, codes(bits))
    return Joint(n, counts)


@dataclass(frozen=True, slots=True, eq=False)
class Autoregressive:
    """AR-N, fitted by counting.

    Attributes:
        n: Number of pixels.
        reach: N.
        order: In which the pixels are read, (n,).
        seen: For each place in the order, how many patches have each context, (2^min(i, N),); of a context's
            number the pixel just before is the lowest bit.
        ones: How many of those have ink at the pixel.
    """

    n: int
    reach: int
    order: tuple[int, ...]
    seen: tuple[NDArray[np.int64], ...]
    ones: tuple[NDArray[np.int64], ...]

    def context(self, place: int, ordered: Codes) -> Codes:
        """Return the number of the context at a place of the order, of pictures whose pixels stand in it."""
        return ordered >> (self.n - place) & ((1 << min(place, self.reach)) - 1)

    def probs(self, pictures: Codes) -> NDArray[np.float64]:
        """Return q of each picture; 0, never NaN, where a context was never seen."""
        return self.factors(pictures).prod(1)

    def factors(self, pictures: Codes) -> NDArray[np.float64]:
        """Return each picture's conditionals along the order, (N, n); 0 where a context is new."""
        ordered, found = reordered(pictures, self.order), np.empty((len(pictures), self.n))
        for place in range(self.n):
            context = self.context(place, ordered)
            seen, ones = self.seen[place][context], self.ones[place][context]
            ink = ordered >> (self.n - 1 - place) & 1
            # Where nothing was seen the product is 0 already: see above.
            found[:, place] = np.where(ink == 1, ones, seen - ones) / np.maximum(seen, 1)
        return found

    def prob(self, picture: int) -> float:
        """Return q of a picture, given as a number."""
        return float(self.probs(np.array([picture], np.int64))[0])

    def sample(self, count: int, random: np.random.Generator) -> Codes:
        """Return pictures drawn pixel by pixel, as numbers, (count,)."""
        found = np.zeros(count, np.int64)
        for place in range(self.n):
            context = found & ((1 << min(place, self.reach)) - 1)
            ink = random.integers(0, self.seen[place][context]) < self.ones[place][context]
            found = found << 1 | ink
        return reordered(found, np.argsort(self.order).tolist())


def fit(joint: Joint, reach: int, order: Sequence[int] | None = None) -> Autoregressive:
    """Return AR-N of largest likelihood on the patches of a table.

    Args:
        joint: The table.
        reach: N, 0 or more.
        order: In which the pixels are read; None is the raster order.
    """
    along = tuple(range(joint.n)) if order is None else tuple(order)
    states = reordered(joint.states, along)
    seen: list[NDArray[np.int64]] = []
    ones: list[NDArray[np.int64]] = []
    for place in range(joint.n):
        width = min(place, reach)
        window = states >> (joint.n - 1 - place) & ((2 << width) - 1)
        both = _tally(window, joint.weights, 2 << width).reshape(-1, 2)
        seen.append(both.sum(1))
        ones.append(both[:, 1])
    return Autoregressive(joint.n, reach, along, tuple(seen), tuple(ones))


def divergence(joint: Joint, model: Joint | Autoregressive) -> float:
    """Return KL(data || model) in bits, over the pictures that occur.

    It is 0 exactly for the table itself, and for AR-N where every pixel sees all that were read before.
    """
    if model is joint or (isinstance(model, Autoregressive) and model.reach >= joint.n - 1):
        return 0.0
    p = joint.weights / joint.total
    q = (
        model.probs(joint.states)
        if isinstance(model, Autoregressive)
        else model.counts[joint.states] / model.total
    )
    with np.errstate(divide="ignore"):  # a table of other data may lack a picture: infinitely far
        return max(0.0, float((p * np.log2(p / q)).sum()))


def independent(tables: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return whether A and B are independent in each table of counts, (K, 2, 2): exactly, no threshold."""
    return (_excess(tables) == 0).all((1, 2))


def information(tables: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return I(A; B) in bits in each table of counts, (K, 2, 2), of which none is empty.

    With q = p(a) p(b) and p(a, b) = q (1 + x), it is the sum of q ((1 + x) log(1 + x) - x), as the x add to
    nothing. No term is negative, so that it is 0 exactly where A and B are independent, and else not.
    """
    total = tables.sum((1, 2), keepdims=True)
    rows, columns = tables.sum(2, keepdims=True), tables.sum(1, keepdims=True)
    product = rows * columns
    x = _excess(tables) / np.maximum(product, 1)
    terms = product / (total * total) * _convex(x)
    return terms.sum((1, 2)) / np.log(2.0)


def _excess(tables: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return n_ab n - n_a n_b, (K, 2, 2)."""
    total = tables.sum((1, 2), keepdims=True)
    return tables * total - tables.sum(2, keepdims=True) * tables.sum(1, keepdims=True)


def _convex(x: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return (1 + x) log(1 + x) - x, x from -1; 1 at -1, near 0 by its series."""
    series = x * x * (1 / 2 - x * (1 / 6 - x * (1 / 12 - x / 20)))
    closed = (1 + x) * np.log1p(np.where(x > -1, x, 0.0)) - x  # 0 log 0 is 0: 1 is left at -1
    return np.where(np.abs(x) < _SMALL, series, closed)


def _tally(keys: NDArray[np.int64], weights: NDArray[np.int64], size: int) -> NDArray[np.int64]:
    """Return the sum of the weights of each key, (size,); exact: a float64 holds 2^53."""
    return np.bincount(keys, weights, size).astype(np.int64)
