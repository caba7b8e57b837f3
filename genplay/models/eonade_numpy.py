"""The order-agnostic NADE on a single picture along one order: conditionals, an update, samples. NumPy only.

The order is in the weights: their rows stand as the pixels are read, and so do the pixels of every picture
here.

Along an order the first layer's input grows by one pixel a step, so that its sums are running sums; the
second layer is one matrix product for all steps, and of the last only the pixel's own row is needed. After an
edit only what comes after the first edited pixel changes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from genplay.models.eonade import EoNade

Floats = NDArray[np.float32]
Bits = NDArray[np.uint8]

_EPSILON = np.float32(1e-5)  # of torch's LayerNorm
_HALF = np.float32(0.5)
_LINEAR = np.float32(np.sqrt(2 / np.pi))  # gelu(y) = y (1 + tanh(linear y + cubic y^3)) / 2
_CUBIC = np.float32(0.044715) * _LINEAR


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """An order-agnostic NADE's weights along an order.

    Args:
        known: What it adds to the first layer that a pixel is known, (D, H).
        ink: What it adds besides that its value is 1, (D, H).
        c_1: Bias of the first layer, (H,).
        second: (H, H): h_1 @ second.
        c_2: Bias of the second layer, (H,).
        norms: Gain and bias of both layers' normalisations, (H,) each.
        V: (D, H).
        b: (D,).
    """

    known: Floats
    ink: Floats
    c_1: Floats
    second: Floats
    c_2: Floats
    norms: tuple[tuple[Floats, Floats], tuple[Floats, Floats]]
    V: Floats
    b: Floats

    @classmethod
    def of(cls, model: EoNade, order: NDArray[np.intp]) -> Self:
        """Return the weights of a network for an order: indices of the pixels as they are read, (D,)."""
        values = {
            name: np.asarray(p.detach().float().cpu().numpy()) for name, p in model.state_dict().items()
        }
        return cls(
            known=np.ascontiguousarray(values["known.weight"].T[order]),
            ink=np.ascontiguousarray(values["ink.weight"].T[order]),
            c_1=values["ink.bias"],
            second=np.ascontiguousarray(values["second.weight"].T),
            c_2=values["second.bias"],
            norms=(
                (values["norm_1.weight"], values["norm_1.bias"]),
                (values["norm_2.weight"], values["norm_2.bias"]),
            ),
            V=np.ascontiguousarray(values["out.weight"][order]),
            b=np.ascontiguousarray(values["out.bias"][order]),
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
    """What the model says of one picture, and what makes the next edit cheap.

    Args:
        logits: Of p(x_i = 1 | x_<i), (D,).
        x: The picture, (D,).
        a: Input of the first layer before each step, (D, H).
    """

    logits: Floats
    x: Bits
    a: Floats


def conditionals(weights: Weights, x: Bits) -> Conditionals:
    """Return all conditionals of a picture.

    Args:
        weights: The model.
        x: Pixels, (D,), 0 or 1.
    """
    a = np.empty((weights.dims, weights.hidden), np.float32)
    a[0] = weights.c_1
    fresh = Conditionals(np.empty(weights.dims, np.float32), x.astype(np.uint8), a)
    _from_step(weights, fresh, 0)
    return fresh


def update(weights: Weights, previous: Conditionals, x: Bits) -> Conditionals:
    """Return all conditionals of an edited picture, from those before the edit.

    Args:
        weights: The model.
        previous: What was returned for the picture before; it is left as it was.
        x: Pixels, (D,), 0 or 1; any number of them changed.
    """
    changed = (x != previous.x).nonzero()[0]
    if not len(changed):
        return previous
    edited = Conditionals(previous.logits.copy(), x.astype(np.uint8), previous.a.copy())
    _from_step(weights, edited, int(changed[0]))
    return edited


def _from_step(weights: Weights, of: Conditionals, step: int) -> None:
    """Fill in what comes from a step on, whose own input is right already."""
    adds = weights.known[step:-1].copy()
    ink = of.x[step:-1].nonzero()[0]
    adds[ink] += weights.ink[step + ink]
    np.cumsum(adds, axis=0, out=adds)
    np.add(of.a[step], adds, out=of.a[step + 1 :])
    of.logits[step:] = np.vecdot(weights.V[step:], _hidden(weights, of.a[step:])) + weights.b[step:]


def _hidden(weights: Weights, a: Floats) -> Floats:
    """Return the second hidden layer, (N, H), of the first one's input."""
    h = _rho(a, *weights.norms[0]) @ weights.second
    h += weights.c_2
    return _rho(h, *weights.norms[1])


def _rho(a: Floats, gain: Floats, bias: Floats) -> Floats:
    """Return the GELU, by its tanh form, of normalised inputs (N, H)."""
    y = a - a.mean(1, keepdims=True)
    y *= gain / np.sqrt(np.vecdot(y, y)[:, None] / a.shape[1] + _EPSILON)
    y += bias
    t = y * y
    t *= _CUBIC
    t += _LINEAR
    t *= y
    np.tanh(t, out=t)
    t += 1
    t *= y
    t *= _HALF
    return t


def samples(
    weights: Weights, x: Bits, start: int, uniforms: NDArray[np.float64], temperature: float, stride: int
) -> Iterator[tuple[Bits, int]]:
    """Yield (pictures so far, (N, D), how many of their pixels are settled) every ``stride`` pixels.

    Args:
        weights: The model.
        x: Pixels, (D,), 0 or 1.
        start: The pixels before this one are kept exactly; the others of ``x`` don't matter.
        uniforms: (N, D) in [0, 1]: a pixel is ink where its uniform is below its probability.
        temperature: Divides the logits; only 1 is the model.
        stride: Pixels between two yields.
    """
    with np.errstate(divide="ignore"):  # a uniform of 0 is below any probability
        bars = temperature * (np.log(uniforms) - np.log1p(-uniforms))
    pictures = np.zeros(uniforms.shape, np.uint8)
    pictures[:, :start] = x[:start]
    if start == len(x):
        yield pictures, start
    known = weights.c_1 + weights.known[:start].sum(0) + weights.ink[:start][x[:start] == 1].sum(0)
    a = np.tile(known, (len(uniforms), 1))
    due = {*range(start + stride, len(x), stride), len(x)}
    for pixel in range(start, len(x)):
        fires = _hidden(weights, a) @ weights.V[pixel] + weights.b[pixel] > bars[:, pixel]
        pictures[:, pixel] = fires
        a += weights.known[pixel]
        a[fires] += weights.ink[pixel]
        if pixel + 1 in due:
            yield pictures.copy(), pixel + 1
