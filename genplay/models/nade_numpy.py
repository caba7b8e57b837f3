"""NADE on a single picture, fast: all conditionals, an update after an edit, a sample. NumPy only.

For binary pixels the hidden state changes only after an ink pixel, so that one state serves a run of
pixels, up to and including the next ink pixel: about a hundred states instead of 784. An edit at pixel k
leaves everything up to k as it was, and shifts the pre-activations of all later states by W_k.

The states are kept as tanh(a / 2) = 2 sigmoid(a) - 1, one vectorised call; the factors go into the weights
once::

    b_i + V_i . sigmoid(a) = (b_i + sum(V_i) / 2) + (V_i / 2) . tanh(a / 2)
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from numpy.typing import NDArray

from genplay.models.nade import Nade

Floats = NDArray[np.float32]
Bits = NDArray[np.uint8]

GROUP = 16  # states whose sums are one small matrix product: np.cumsum down the rows is three times slower
LOOK_AHEAD = 32  # pixels whose logits are computed at once while sampling, on the chance that none is ink
BLOCK = 8  # pixels taken at once: most share one state, and those that don't are done one by one
DRIFT = 64  # updates in a row before the states are summed anew, so that rounding never adds up

_SUMMING = np.tri(GROUP, GROUP + 1, 1, dtype=np.float32)  # the sum so far, then the next steps


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """A NADE's weights, halved as the module's equation says.

    Args:
        W: W / 2, (D, H).
        V: V / 2, (D, H).
        b: The model's own output bias, (D,).
        c: c / 2, (H,).
        offset: b + sum of V / 2 over the hidden units, (D,).
        speaks: Whether ink at a pixel changes the hidden state at all, (D,) bool.
    """

    W: Floats
    V: Floats
    b: Floats
    c: Floats
    offset: Floats
    speaks: NDArray[np.bool_]

    @classmethod
    def of(cls, model: Nade) -> Self:
        """Return the weights of a network."""
        W, V, b, c = (p.detach().double().cpu().numpy() for p in (model.W, model.V, model.b, model.c))
        halves = [np.ascontiguousarray(values, np.float32) for values in (W / 2, V / 2, b, c / 2)]
        offset = np.ascontiguousarray(b + V.sum(1) / 2, np.float32)
        return cls(*halves, offset=offset, speaks=np.asarray(W.any(axis=1)))

    @property
    def hidden(self) -> int:
        """Number of hidden units."""
        return len(self.c)

    @property
    def dims(self) -> int:
        """Number of pixels."""
        return len(self.b)


@dataclass(frozen=True, slots=True, eq=False)
class Conditionals:
    """What NADE says of one picture, and what makes the next edit cheap.

    Args:
        logits: Of p(x_i = 1 | x_<i), (D,).
        x: The picture, (D,).
        states: Which hidden state gave each logit, (D,): the number of speaking ink pixels before it.
        a: Half pre-activations of the states, (K + 1, H).
        age: Updates since the states were summed.
    """

    logits: Floats
    x: Bits
    states: NDArray[np.intp]
    a: Floats
    age: int


def conditionals(weights: Weights, x: Bits) -> Conditionals:
    """Return all conditionals of a picture.

    Args:
        weights: The model.
        x: Pixels, (D,), 0 or 1.
    """
    x = x.astype(np.uint8)  # a copy: the caller's may change
    speaking = (x & weights.speaks).astype(np.intp)
    states = np.cumsum(speaking) - speaking
    a = _running_sums(weights, speaking.nonzero()[0])
    logits = np.empty_like(weights.b)
    _fill(weights, logits, np.tanh(a), states, 0)
    return Conditionals(logits, x, states, a, 0)


def update(weights: Weights, previous: Conditionals, x: Bits) -> Conditionals:
    """Return all conditionals of an edited picture, from those before the edit.

    Args:
        weights: The model.
        previous: What was returned for the picture before; it is left as it was.
        x: Pixels, (D,), 0 or 1; any number of them changed.
    """
    changed = (x != previous.x).nonzero()[0]
    speaking = changed[weights.speaks[changed]]
    if not len(speaking):  # then no conditional changes
        return replace(previous, x=x.astype(np.uint8))
    if len(speaking) > 1 or previous.age == DRIFT:
        return conditionals(weights, x)
    return _toggle(weights, previous, int(speaking[0]), x.astype(np.uint8))


def _toggle(weights: Weights, previous: Conditionals, pixel: int, x: Bits) -> Conditionals:
    sign = 1 if x[pixel] else -1
    states = previous.states.copy()
    states[pixel + 1 :] += sign
    kept = int(states[pixel]) + 1  # the states up to this pixel's own
    shifted = previous.a[kept - 1 if sign > 0 else kept + 1 :]
    a = np.empty((kept + len(shifted), weights.hidden), np.float32)
    a[:kept] = previous.a[:kept]
    np.add(shifted, sign * weights.W[pixel], out=a[kept:])
    logits = previous.logits.copy()
    _fill(weights, logits, np.tanh(a[kept - 1 :]), states[pixel + 1 :] - (kept - 1), pixel + 1)
    return Conditionals(logits, x, states, a, previous.age + 1)


def _running_sums(weights: Weights, ink: NDArray[np.intp]) -> Floats:
    """Return the half pre-activations of all states, (K + 1, H): c, then W_i more for each ink pixel i."""
    a = np.empty((len(ink) + 1, weights.hidden), np.float32)
    a[0] = weights.c
    weights.W.take(ink, axis=0, out=a[1:], mode="clip")
    for first in range(1, len(a), GROUP):
        group = a[first : first + GROUP]
        size = len(group)
        group[:] = _SUMMING[:size, : size + 1] @ a[first - 1 : first + size]
    return a


def _fill(weights: Weights, logits: Floats, h: Floats, states: NDArray[np.intp], start: int) -> None:
    """Write the logits from pixel ``start`` on; each of those pixels sees one of the states h."""
    end = len(logits) // BLOCK * BLOCK
    begin = min(-(-start // BLOCK) * BLOCK, end)
    blocks = states[begin - start : end - start].reshape(-1, BLOCK)
    common = blocks[:, BLOCK // 2]
    V = weights.V[begin:end].reshape(-1, BLOCK, weights.hidden)
    np.matmul(V, h.take(common, axis=0)[:, :, None], out=logits[begin:end].reshape(-1, BLOCK, 1))
    rest = np.ones(len(states), np.bool_)
    rest[begin - start : end - start] = (blocks != common[:, None]).ravel()
    rest = rest.nonzero()[0]
    seen = h.take(states[rest], axis=0)
    logits[start + rest] = np.vecdot(weights.V.take(start + rest, axis=0), seen)
    logits[start:] += weights.offset[start:]


def sample(
    weights: Weights, x: Bits, start: int, uniforms: NDArray[np.float64], temperature: float = 1.0
) -> Bits:
    """Return a picture drawn from the model, (D,); a pixel is ink where its uniform is below its probability.

    Args:
        weights: The model.
        x: Pixels, (D,), 0 or 1.
        start: The pixels before this one are kept exactly; the others of ``x`` don't matter.
        uniforms: (D,) in [0, 1).
        temperature: Divides the logits; only 1 is the model, 0 takes the likelier value.
    """
    *_, (pixels, _) = sample_steps(weights, x, start, uniforms, temperature, len(x))
    return pixels


def sample_steps(
    weights: Weights, x: Bits, start: int, uniforms: NDArray[np.float64], temperature: float, stride: int
) -> Iterator[tuple[Bits, int]]:
    """Yield (pixels so far, how many are settled) every ``stride`` pixels from ``start`` to the last.

    After a pixel without ink the hidden state is the same, so the logits of the next pixels are computed
    together; up to the first that turns out ink they are the right ones.
    """
    pixels = np.where(np.arange(len(x)) < start, x, 0).astype(np.uint8)
    a = weights.c + weights.W[pixels.nonzero()[0]].sum(0)
    h = np.tanh(a)
    with np.errstate(divide="ignore"):  # a uniform of 0 is below any probability
        bars = temperature * (np.log(uniforms) - np.log1p(-uniforms)) - weights.offset
    bars = bars.astype(np.float32)
    for settled in [*range(start + stride, len(x), stride), len(x)]:
        while start < settled:
            ahead = slice(start, min(start + LOOK_AHEAD, settled))
            fires = weights.V[ahead] @ h > bars[ahead]
            first = int(fires.argmax())
            if not fires[first]:
                start = ahead.stop
                continue
            start += first
            pixels[start] = 1
            a += weights.W[start]
            np.tanh(a, out=h)
            start += 1
        yield pixels.copy(), settled


def samples(
    weights: Weights, x: Bits, start: int, uniforms: NDArray[np.float64], temperature: float, stride: int
) -> Iterator[tuple[Bits, int]]:
    """Yield several pictures side by side: (N, D) and how many pixels are settled; uniforms are (N, D)."""
    steps = [sample_steps(weights, x, start, row, temperature, stride) for row in uniforms]
    for frames in zip(*steps, strict=True):
        yield np.stack([pixels for pixels, _ in frames]), frames[0][1]
