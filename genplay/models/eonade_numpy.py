"""The order-agnostic NADE on a single picture, in any order: conditionals, an update, samples. NumPy only.

Along an order the first layer's input grows by one pixel a step, so that its sums are running sums; the
second layer is one matrix product for all steps, and of the last only the pixel's own row is needed. After an
edit only what comes after the first edited pixel *in the order* changes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from genplay.models.eonade import EoNade

Floats = NDArray[np.float32]
Bits = NDArray[np.uint8]
Order = NDArray[np.intp]


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """An order-agnostic NADE's weights.

    Args:
        known: What it adds to the first layer that a pixel is known, (D, H).
        ink: What it adds besides that its value is 1, (D, H).
        c_1: Bias of the first layer, (H,).
        second: (H, H): h_1 @ second.
        c_2: Bias of the second layer, (H,).
        V: (D, H).
        b: (D,).
    """

    known: Floats
    ink: Floats
    c_1: Floats
    second: Floats
    c_2: Floats
    V: Floats
    b: Floats

    @classmethod
    def of(cls, model: EoNade) -> Self:
        """Return the weights of a network."""
        values = {
            name: np.asarray(p.detach().float().cpu().numpy()) for name, p in model.state_dict().items()
        }
        return cls(
            known=np.ascontiguousarray(values["known.weight"].T),
            ink=np.ascontiguousarray(values["ink.weight"].T),
            c_1=values["ink.bias"],
            second=np.ascontiguousarray(values["second.weight"].T),
            c_2=values["second.bias"],
            V=np.ascontiguousarray(values["out.weight"]),
            b=values["out.bias"],
        )

    @property
    def dims(self) -> int:
        """Number of pixels."""
        return len(self.b)

    @property
    def hidden(self) -> int:
        """Number of units of a hidden layer."""
        return len(self.c_1)


@dataclass(frozen=True, slots=True, eq=False)
class Conditionals:
    """What the model says of one picture along one order, and what makes the next edit cheap.

    Args:
        logits: Of p(x_i = 1 | the pixels before i in the order), each at its pixel's place, (D,).
        x: The picture, (D,).
        order: Indices of the pixels as they are read, (D,).
        a: Input of the first layer before each step, (D, H).
    """

    logits: Floats
    x: Bits
    order: Order
    a: Floats


def conditionals(weights: Weights, x: Bits, order: Order) -> Conditionals:
    """Return all conditionals of a picture along an order.

    Args:
        weights: The model.
        x: Pixels, (D,), 0 or 1.
        order: Indices of the pixels as they are read, (D,).
    """
    a = np.empty((weights.dims, weights.hidden), np.float32)
    a[0] = weights.c_1
    fresh = Conditionals(np.empty(weights.dims, np.float32), x.astype(np.uint8), order, a)
    _from_step(weights, fresh, 0)
    return fresh


def update(weights: Weights, previous: Conditionals, x: Bits) -> Conditionals:
    """Return all conditionals of an edited picture along the same order, from those before the edit.

    Args:
        weights: The model.
        previous: What was returned for the picture before; it is left as it was.
        x: Pixels, (D,), 0 or 1; any number of them changed.
    """
    changed = (x != previous.x)[previous.order].nonzero()[0]
    if not len(changed):
        return previous
    edited = Conditionals(previous.logits.copy(), x.astype(np.uint8), previous.order, previous.a.copy())
    if changed[0] + 1 < weights.dims:
        _from_step(weights, edited, int(changed[0]))
    return edited


def _from_step(weights: Weights, of: Conditionals, step: int) -> None:
    """Fill in what comes from a step on, whose own input is right already."""
    read = of.order[step:]
    adds = weights.known[read[:-1]]
    ink = of.x[read[:-1]].nonzero()[0]
    adds[ink] += weights.ink[read[ink]]
    np.cumsum(adds, axis=0, out=adds)
    np.add(of.a[step], adds, out=of.a[step + 1 :])
    h = np.maximum(np.maximum(of.a[step:], 0) @ weights.second + weights.c_2, 0)
    of.logits[read] = np.vecdot(weights.V[read], h) + weights.b[read]


def samples(
    weights: Weights,
    x: Bits,
    order: Order,
    start: int,
    uniforms: NDArray[np.float64],
    temperature: float,
    stride: int,
) -> Iterator[tuple[Bits, int]]:
    """Yield (pictures so far, (N, D), how many steps of the order are settled) every ``stride`` steps.

    Args:
        weights: The model.
        x: Pixels, (D,), 0 or 1.
        order: Indices of the pixels as they are read, (D,).
        start: The first so many pixels of the order are kept exactly; the others of ``x`` don't matter.
        uniforms: (N, D) in [0, 1), by pixel: it is ink where its uniform is below its probability.
        temperature: Divides the logits; only 1 is the model.
        stride: Steps between two yields.
    """
    with np.errstate(divide="ignore"):  # a uniform of 0 is below any probability
        bars = temperature * (np.log(uniforms) - np.log1p(-uniforms))
    pictures = np.zeros(uniforms.shape, np.uint8)
    given = order[:start]
    pictures[:, given] = x[given]
    a = np.tile(weights.c_1 + weights.known[given].sum(0), (len(uniforms), 1))
    a += pictures[0, given].astype(np.float32) @ weights.ink[given] if len(uniforms) else 0
    due = {*range(start + stride, len(order), stride), len(order)}
    if start == len(order):
        yield pictures, start
    for step in range(start, len(order)):
        pixel = order[step]
        h = np.maximum(a, 0) @ weights.second
        h += weights.c_2
        np.maximum(h, 0, out=h)
        fires = h @ weights.V[pixel] + weights.b[pixel] > bars[:, pixel]
        pictures[:, pixel] = fires
        a += weights.known[pixel]
        if fires.any():
            a[fires] += weights.ink[pixel]
        if step + 1 in due:
            yield pictures.copy(), step + 1
