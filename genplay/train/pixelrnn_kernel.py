"""PixelRNN's LSTMs and their gradient, compiled: one walk over the picture a layer and direction.

The states of the whole picture are kept with a border of the learned ones outside, so that no pixel is a
special case; what flows back into the border is the gradient of h0 and c0. Only the recurrence is here: the
convolutions around it, and the weights' own gradients, are large matrix products, which torch does best.
"""

from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from genplay.models.pixelrnn import Lstm, PixelRnn
from genplay.train.compiled import compiled, logistic, tanh

Floats = NDArray[np.float32]
Offsets = tuple[tuple[int, int], ...]

LANES = 2  # pictures that share the fetched weights: the batch is padded to a multiple
UNROLL = 4  # rows of a matrix taken at once: the units h must be a multiple

_ONE, _ZERO = np.float32(1), np.float32(0)

# Whose states a pixel reads, as (rows down, columns right) for each tap of K_ss; the one that its cell comes
# from; and in which direction the columns are walked.
WALKS: dict[str, tuple[Offsets, tuple[int, int], int]] = {
    "row": (((-1, -1), (-1, 0), (-1, 1)), (-1, 0), 1),
    "right": (((0, -1), (-1, 0)), (0, -1), 1),
    "left": (((0, 1), (-1, 0)), (0, 1), -1),
}


@compiled
def _multiply_add(x: Floats, W: Floats, y: Floats) -> None:
    """Add x W to y: (N, K) (K, C) -> (N, C); N is a multiple of 2, K of 4."""
    for n in range(0, x.shape[0], 2):
        for k in range(0, x.shape[1], 4):
            a0, a1, a2, a3 = x[n, k], x[n, k + 1], x[n, k + 2], x[n, k + 3]
            b0, b1, b2, b3 = x[n + 1, k], x[n + 1, k + 1], x[n + 1, k + 2], x[n + 1, k + 3]
            for c in range(y.shape[1]):
                w0, w1, w2, w3 = W[k, c], W[k + 1, c], W[k + 2, c], W[k + 3, c]
                y[n, c] += a0 * w0 + a1 * w1 + a2 * w2 + a3 * w3
                y[n + 1, c] += b0 * w0 + b1 * w1 + b2 * w2 + b3 * w3


# The loops below write one array each, and read few: only then does the compiler vectorise them, since it
# must check at run time that none of the arrays overlap.


@compiled
def _cell(gates: Floats, before: Floats, c: Floats, h: Floats) -> None:
    """Turn pre-activations (N, 4h) into gates, and write c and h, (N, h), from the cell before."""
    size = c.shape[1]
    for n in range(c.shape[0]):
        for u in range(3 * size):
            gates[n, u] = logistic(gates[n, u])
        for u in range(3 * size, 4 * size):
            gates[n, u] = tanh(gates[n, u])
        for u in range(size):
            c[n, u] = gates[n, size + u] * before[n, u] + gates[n, u] * gates[n, 3 * size + u]
        for u in range(size):
            h[n, u] = gates[n, 2 * size + u] * tanh(c[n, u])


@compiled
def forward(
    gates: Floats, K: Floats, taps: Offsets, back: tuple[int, int], step: int, h: Floats, c: Floats
) -> None:
    """Walk over the picture: the pre-activations become gates, and the states are written.

    Args:
        gates: K_is * x + bias, (H, W, B, 4h); filled with the gates.
        K: K_ss, (taps, h, 4h).
        taps: Whose states are read.
        back: Where the cell comes from.
        step: 1 or -1, how the columns are walked.
        h: (H + 1, W + 2, B, h) whose border holds h0; the rest is written.
        c: The same of c.
    """
    height, width = gates.shape[:2]
    for row in range(height):
        for along in range(width):
            column = along if step > 0 else width - 1 - along
            for tap in range(len(taps)):
                down, right = taps[tap]
                _multiply_add(h[row + 1 + down, column + 1 + right], K[tap], gates[row, column])
            before = c[row + 1 + back[0], column + 1 + back[1]]
            _cell(gates[row, column], before, c[row + 1, column + 1], h[row + 1, column + 1])


@compiled
def _cell_backward(
    gates: Floats, before: Floats, c: Floats, dh: Floats, dc: Floats, dbefore: Floats, spare: Floats
) -> None:
    """Turn gates (N, 4h) into the derivative by their pre-activations, and add to that by the cell before.

    Args:
        gates: What forward left, (N, 4h).
        before: The cell before, (N, h).
        c: The cell, (N, h).
        dh: The derivative by h, (N, h).
        dc: The derivative by c from later pixels, (N, h); made whole.
        dbefore: The derivative by the cell before, (N, h); added to.
        spare: Room for (2, h).
    """
    size = c.shape[1]
    t, i = spare[0], spare[1]
    for n in range(c.shape[0]):
        for u in range(size):
            t[u] = tanh(c[n, u])
        for u in range(size):
            dc[n, u] += dh[n, u] * gates[n, 2 * size + u] * (_ONE - t[u] * t[u])
        for u in range(size):
            dbefore[n, u] += dc[n, u] * gates[n, size + u]
        for u in range(size):
            o = gates[n, 2 * size + u]
            gates[n, 2 * size + u] = dh[n, u] * t[u] * o * (_ONE - o)
        for u in range(size):
            f = gates[n, size + u]
            gates[n, size + u] = dc[n, u] * before[n, u] * f * (_ONE - f)
        for u in range(size):
            i[u] = gates[n, u]
        for u in range(size):
            gates[n, u] = dc[n, u] * gates[n, 3 * size + u] * i[u] * (_ONE - i[u])
        for u in range(size):
            g = gates[n, 3 * size + u]
            gates[n, 3 * size + u] = dc[n, u] * i[u] * (_ONE - g * g)


@compiled
def _scatter(source: Floats, first: int, target: Floats) -> None:
    for n in range(target.shape[0]):
        for u in range(target.shape[1]):
            target[n, u] += source[n, first + u]


@compiled
def backward(
    gates: Floats,
    K: Floats,
    taps: Offsets,
    back: tuple[int, int],
    step: int,
    c: Floats,
    dh: Floats,
    dc: Floats,
) -> None:
    """Walk back: the gates become the derivative by their pre-activations.

    Args:
        gates: What forward left, (H, W, B, 4h).
        K: K_ss transposed, its taps side by side, (4h, taps * h).
        taps: Whose states were read.
        back: Where the cell came from.
        step: How the columns were walked.
        c: What forward wrote, (H + 1, W + 2, B, h).
        dh: The derivative by h from above, (H + 1, W + 2, B, h), zero in the border; what comes by way of
            other pixels is added.
        dc: Zeros, (H + 1, W + 2, B, h); filled.
    """
    height, width, batch, _ = gates.shape
    size = c.shape[3]
    moved = np.empty((batch, K.shape[1]), np.float32)
    spare = np.empty((2, size), np.float32)
    for row in range(height - 1, -1, -1):
        for along in range(width - 1, -1, -1):
            column = along if step > 0 else width - 1 - along
            here = row + 1, column + 1
            last = row + 1 + back[0], column + 1 + back[1]
            _cell_backward(gates[row, column], c[last], c[here], dh[here], dc[here], dc[last], spare)
            moved[:] = _ZERO
            _multiply_add(gates[row, column], K, moved)
            for tap in range(len(taps)):
                down, right = taps[tap]
                _scatter(moved, tap * size, dh[row + 1 + down, column + 1 + right])


class Recurrence(torch.autograd.Function):
    """The states of one LSTM as a differentiable function of what it reads and of its weights.

    The gates, its largest array, are never copied: backward, which can run once only, overwrites them.
    """

    @staticmethod
    def forward(ctx: Any, walk: str, seen: Tensor, *weights: Tensor) -> Tensor:  # noqa: ANN401
        """Return h, (H, W, B, h), from features (H, W, B, F); B is even and h a multiple of 4.

        ``weights`` are K_is (4h, F), bias (4h,), K_ss (taps, h, 4h), h0 and c0 (h,).
        """
        K_is, bias, K_ss, h0, c0 = (weight.detach() for weight in weights)
        height, width, batch, _ = seen.shape
        h, c = (edge.expand(height + 1, width + 2, batch, -1).contiguous() for edge in (h0, c0))
        gates = torch.addmm(bias, seen.flatten(0, 2), K_is.T).view(height, width, batch, -1)
        forward(gates.numpy(), K_ss.numpy(), *WALKS[walk], h.numpy(), c.numpy())
        ctx.walk, ctx.gates = walk, gates
        ctx.save_for_backward(seen, *weights, h, c)
        return h[1:, 1:-1].contiguous()

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[Tensor | None, ...]:  # noqa: ANN401
        """Return the gradients of the features and of the weights."""
        seen, K_is, _, K_ss, _, _, h, c = ctx.saved_tensors
        if ctx.gates is None:
            raise RuntimeError("a compiled walk goes back once only: its gates are overwritten")
        gates, ctx.gates = ctx.gates, None
        taps, back, step = WALKS[ctx.walk]
        dh, dc = h.new_zeros(h.shape), c.new_zeros(c.shape)
        dh[1:, 1:-1] = grads[0]
        K = K_ss.detach().permute(2, 0, 1).flatten(1).contiguous()
        backward(gates.numpy(), K.numpy(), taps, back, step, c.numpy(), dh.numpy(), dc.numpy())
        height, width = gates.shape[:2]
        dgates = gates.flatten(0, 2)  # (P, 4h)
        read = (h[1 + down :, 1 + right :][:height, :width].flatten(0, 2) for down, right in taps)
        dK_ss = torch.stack([states.T @ dgates for states in read])
        dK_is, dbias = dgates.T @ seen.flatten(0, 2), dgates.sum(0)
        return None, (dgates @ K_is).view(seen.shape), dK_is, dbias, dK_ss, _border(dh), _border(dc)


def _border(d: Tensor) -> Tensor:
    """Return the sum over what lies outside the picture, (h,)."""
    return d[0].sum((0, 1)) + d[1:, 0].sum((0, 1)) + d[1:, -1].sum((0, 1))


def scan(kind: str, seen: Tensor, lstms: list[Lstm]) -> list[Tensor]:
    """Return the states of each LSTM of a layer, as ``models.pixelrnn.scan`` does."""
    walks = ["row"] if kind == "row" else ["right", "left"]
    return [
        Recurrence.apply(walk, seen.contiguous(), lstm.K_is, lstm.bias, lstm.K_ss, lstm.h0, lstm.c0)
        for walk, lstm in zip(walks, lstms, strict=True)
    ]


def logits(model: PixelRnn, x: Tensor) -> Tensor:
    """Return all logits, (B, D), by the compiled walk.

    Args:
        model: A float32 PixelRNN on the CPU whose hidden units are a multiple of 4.
        x: Pixels, (B, D), 0 or 1.
    """
    padded = torch.nn.functional.pad(x, (0, 0, 0, -len(x) % LANES))
    return model.logits(padded, scan)[: len(x)]
