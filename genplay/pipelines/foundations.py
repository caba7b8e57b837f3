"""Count the patches of a size once, and answer from the counts: NumPy only."""

from collections import OrderedDict
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import accumulate, pairwise
from operator import mul

import numpy as np
from numpy.typing import NDArray

from genplay.data.patches import patches
from genplay.errors import UserError
from genplay.families.base import Bits, Drawing, Request
from genplay.families.foundations import (
    MODELS,
    SAMPLES,
    SIZES,
    Answer,
    Bayes,
    Building,
    Chain,
    Draw,
    Drawn,
    Factor,
    Factors,
    Fit,
    Fits,
    Fitted,
    Name,
    Question,
    Ratio,
    Size,
    counting,
)
from genplay.models import joint
from genplay.models.joint import Autoregressive, Joint
from genplay.pipelines import Models

_tables: OrderedDict[Size, tuple[Bits, Joint]] = OrderedDict()  # with the patches that were counted
_KEPT = len(SIZES)
_STEP = 1 << 14  # patches that are counted in a step


def run(models: Models, request: Request) -> Iterator[object]:
    """Yield the answer: ``Fitted``, ``Factors`` or an ``Answer``; first the steps of a table not yet counted.

    Raises:
        UserError: The size is none that can be counted, the drawing has another, a pixel lies outside, or
            there is no patch.
    """
    if not isinstance(request, Question):
        raise TypeError(f"the foundations family has no request {type(request).__name__}")
    _check(request)
    table = yield from _table(request.size)
    match request:
        case Fits():
            yield _fitted(table, request)
        case Chain():
            yield _factors(table, request)
        case Draw():
            yield _drawn(request)
        case Bayes():
            yield _answer(table, request)
        case _:
            raise TypeError(f"the foundations family has no request {type(request).__name__}")


def _drawn(request: Draw) -> Drawn:
    """Return a patch, drawn by the request's seed."""
    found, _ = _tables[request.size]
    chosen = int(np.random.default_rng(request.seed).integers(len(found)))
    return Drawn(Drawing.of(found[chosen].reshape(request.size)))


def _check(request: Question) -> None:
    """Refuse a size, a drawing or a pixel that cannot be counted."""
    rows, columns = request.size
    if request.size not in SIZES:
        raise UserError(
            "A picture of {rows} x {columns} pixels cannot be counted; accepted are {sizes}.",
            rows=rows,
            columns=columns,
            sizes=", ".join(f"{height} x {width}" for height, width in SIZES),
        )
    if isinstance(request, Fits | Chain):
        _check_drawing(request.drawing, request.size)
    if isinstance(request, Fits) and request.reach < 0:
        raise UserError("AR-N cannot look back {reach} pixels.", reach=request.reach)
    if isinstance(request, Bayes):
        _check_pixels(request)


def _check_drawing(drawing: Drawing, size: Size) -> None:
    if (drawing.height, drawing.width) != size:
        raise UserError(
            "The patches have {rows} x {columns} pixels; this picture has {height} x {width}.",
            rows=size[0],
            columns=size[1],
            height=drawing.height,
            width=drawing.width,
        )


def _check_pixels(request: Bayes) -> None:
    known = [pixel for pixel, _ in request.given]
    for pixel in (request.a, request.b, *known):
        _check_pixel(pixel, request.size)
    if len({request.a, request.b, *known}) < 2 + len(known):
        raise UserError("A, B and each of the given pixels must be different pixels.")
    if any(value not in (0, 1) for _, value in request.given):
        raise UserError("A given pixel is 1, ink, or 0, paper.")


def _check_pixel(pixel: int, size: Size) -> None:
    if not 0 <= pixel < size[0] * size[1]:
        raise UserError(
            "There is no pixel {pixel} in a picture of {rows} x {columns}.",
            pixel=pixel + 1,
            rows=size[0],
            columns=size[1],
        )


@dataclass(slots=True)
class _Counting:
    """A table on its way.

    Attributes:
        patches: What is counted.
        counts: So far.
        done: How many patches are counted.
    """

    patches: Bits
    counts: NDArray[np.int64]
    done: int = 0

    def step(self) -> None:
        """Count some patches more."""
        joint.count(self.counts, joint.codes(self.patches[self.done : self.done + _STEP]))
        self.done = min(self.done + _STEP, len(self.patches))


_counting: dict[Size, _Counting] = {}  # shared by all who wait for the same table


def _table(size: Size) -> Generator[Building, None, Joint]:
    """Yield steps while the patches of a size are counted, and return their table: from memory once it is.

    Only other patches are counted anew; whoever waits for the same table takes the next step of it.
    """
    found = patches(*size)
    if not len(found):
        raise UserError("There is no patch to count.")
    while not (size in _tables and _tables[size][0] is found):
        at = _counting.get(size)
        if at is None or at.patches is not found:
            at = _counting[size] = _Counting(found, np.zeros(1 << size[0] * size[1], np.int64))
        yield Building(at.done / len(found))
        if _counting.get(size) is not at:  # somebody else has ended it
            continue
        if at.done < len(found):
            at.step()
        else:
            _keep(size, found, Joint(size[0] * size[1], at.counts))
    _tables.move_to_end(size)
    return _tables[size][1]


def _keep(size: Size, found: Bits, table: Joint) -> None:
    del _counting[size]
    _ = table.total  # which makes what all answers read of it
    _tables[size] = found, table
    while len(_tables) > _KEPT:
        _tables.popitem(last=False)


def _number(drawing: Drawing) -> int:
    """Return the picture as the table numbers it."""
    return int(joint.codes(drawing.flat()[None])[0])


def _fitted(table: Joint, request: Fits) -> Fitted:
    picture = _number(request.drawing)
    blank = int(table.counts[0])
    return Fitted(
        drawing=request.drawing,
        reach=request.reach,
        order=request.order,
        patches=table.total,
        seen=int(table.counts[picture]),
        distinct=len(table.states),
        blank=blank,
        entropy=table.entropy,
        models=tuple(_fit(table, request, name, picture) for name in MODELS),
    )


def _fit(table: Joint, request: Fits, name: Name, picture: int) -> Fit:
    order = tuple(request.order.sequence(*request.size).tolist())
    model = table if name == "table" else _model(table, _reach(name, request.reach), order)
    kl = _divergence(table, model)
    return Fit(
        name=name,
        parameters=counting.parameters(name, table.n, request.reach),
        prob=model.prob(picture),
        kl=kl,
        cross_entropy=table.entropy + kl,
        factors=_parts(model, picture),
        samples=_samples(model, request.size, request.seed),
    )


def _parts(model: Joint | Autoregressive, picture: int) -> tuple[float, ...]:
    """Return a model's conditionals of a picture; a table has none."""
    if isinstance(model, Joint):
        return ()
    return tuple(model.factors(np.array([picture], np.int64))[0].tolist())


def _reach(name: Name, reach: int) -> int:
    """Return how many pixels back a model looks that is no full table."""
    return {"independent": 0, "markov": 1}.get(name, reach)


# What a stroke of the pen does not change is kept. A table is one value: it is compared by identity.
@lru_cache(maxsize=16)
def _model(table: Joint, reach: int, order: tuple[int, ...]) -> Autoregressive:
    return joint.fit(table, reach, order)


@lru_cache(maxsize=16)
def _divergence(table: Joint, model: Joint | Autoregressive) -> float:
    return joint.divergence(table, model)


@lru_cache(maxsize=16)
def _samples(model: Joint | Autoregressive, size: Size, seed: int) -> tuple[Drawing, ...]:
    found = model.sample(SAMPLES, np.random.default_rng(seed))
    return tuple(Drawing.of(picture.reshape(size)) for picture in joint.pixels(found, model.n))


def _factors(table: Joint, request: Chain) -> Factors:
    order = [int(pixel) for pixel in request.order.sequence(*request.size)]
    counts = table.chain(_number(request.drawing), order)
    flat = request.drawing.flat()
    factors = tuple(
        Factor(pixel, int(flat[pixel]), matching, agree)
        for pixel, (agree, matching) in zip(order, pairwise(counts), strict=True)
    )
    # Multiplied as fractions and rounded once: the last product is the table's number to the last bit.
    # After a condition that never happened the product is 0 already, and stays so.
    fractions = (Fraction(f.matching, f.agree) if f.agree else Fraction(0) for f in factors)
    running = tuple(float(product) for product in accumulate(fractions, mul, initial=Fraction(1)))
    return Factors(request.drawing, factors, running, table.total, counts[-1])


def _answer(table: Joint, request: Bayes) -> Answer:
    a, b, given = request.a, request.b, request.given
    whole, under = table.pair(a, b), table.pair(a, b, given)
    tables = table.pairs(a, b, [pixel for pixel, _ in given])
    shares = tables.sum((1, 2)) / table.total
    happened = bool(under.any())
    return Answer(
        a=a,
        b=b,
        given=given,
        **_ratios(whole, ""),
        **_ratios(under, "_given"),
        table=((int(under[0, 0]), int(under[0, 1])), (int(under[1, 0]), int(under[1, 1]))),
        information=float(joint.information(under[None])[0]) if happened else None,
        independent=bool(joint.independent(under[None])[0]) if happened else None,
        average=float(shares @ joint.information(tables)),
        always=bool(joint.independent(tables).all()),
    )


def _ratios(table: NDArray[np.int64], ending: str) -> dict[str, Ratio]:
    """Return p(A = 1), p(B = 1) and the two conditionals of a table of counts, by the name of the field."""
    both, a, b, total = int(table[1, 1]), int(table[1].sum()), int(table[:, 1].sum()), int(table.sum())
    pairs = {"p_a": (a, total), "p_b": (b, total), "p_a_b": (both, b), "p_b_a": (both, a)}
    return {f"{name}{ending}": Ratio(*counts) for name, counts in pairs.items()}
