"""NADE's log-likelihood and its gradient, compiled, in O(B H) memory.

Two things make it fast. The hidden state changes only after an ink pixel (about one in eight), so all
pixels of a run share it. And the backward pass walks the pixels down, taking W_i off the pre-activation
again, so that no hidden state is ever stored.

The kernels read a batch padded to a multiple of four pictures: four pictures at a time share each row of V
that is fetched, which is what bounds the speed.
"""

from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from genplay.models.nade import Nade, log_bernoulli
from genplay.train.compiled import compiled, logistic

Floats = NDArray[np.float32]
Bits = NDArray[np.uint8]

LANES = 4  # pictures that share one fetched row of V
BLOCK = 32  # pictures walked through the pixels together: their states stay in the second-level cache

_ONE, _ZERO = np.float32(1), np.float32(0)


@compiled
def sigmoid(a: Floats, h: Floats) -> None:
    """Fill h with the logistic function of a, both (H,); the error is below 2e-7."""
    for j in range(a.shape[0]):
        h[j] = logistic(a[j])


@compiled
def forward(x: Bits, W: Floats, V: Floats, b: Floats, c: Floats, logits: Floats, a: Floats) -> None:
    """Write all conditionals' logits (B, D), and the pre-activations after the last pixel to a (B, H).

    Args:
        x: Pixels, (B, D), 0 or 1; B is a multiple of 4.
        W: What an ink pixel adds to the pre-activation, (D, H).
        V: Output weights, (D, H).
        b: Output biases, (D,).
        c: The first pre-activation, (H,).
        logits: Filled, (B, D).
        a: Filled, (B, H).
    """
    h = np.empty((BLOCK, c.shape[0]), np.float32)
    for first in range(0, x.shape[0], BLOCK):
        size = min(BLOCK, x.shape[0] - first)
        for n in range(size):
            a[first + n] = c
            sigmoid(c, h[n])
        for i in range(x.shape[1]):
            for n in range(0, size, LANES):
                m = first + n
                s0, s1, s2, s3 = _dots(V[i], h[n], h[n + 1], h[n + 2], h[n + 3])
                logits[m, i] = s0 + b[i]
                logits[m + 1, i] = s1 + b[i]
                logits[m + 2, i] = s2 + b[i]
                logits[m + 3, i] = s3 + b[i]
            for n in range(size):
                if x[first + n, i]:
                    _add(a[first + n], _ONE, W[i])
                    sigmoid(a[first + n], h[n])


@compiled
def backward(x: Bits, W: Floats, V: Floats, d: Floats, a: Floats, dW: Floats, dV: Floats, dc: Floats) -> None:
    """Add the gradient to dW, dV and dc; a is used up.

    Args:
        x: Pixels, (B, D), 0 or 1; B is a multiple of 4.
        W: What an ink pixel adds to the pre-activation, (D, H).
        V: Output weights, (D, H).
        d: Derivative by the logits, (B, D).
        a: The pre-activations that forward left, (B, H).
        dW: Added to, (D, H).
        dV: Added to, (D, H).
        dc: Added to, (H,).
    """
    h = np.empty((BLOCK, a.shape[1]), np.float32)
    dh = np.empty_like(h)  # by the present run's hidden state
    da = np.empty_like(h)  # by the pre-activation, over all later runs
    for first in range(0, x.shape[0], BLOCK):
        size = min(BLOCK, x.shape[0] - first)
        dh[:] = _ZERO
        da[:] = _ZERO
        for n in range(size):
            sigmoid(a[first + n], h[n])
        for i in range(x.shape[1] - 1, -1, -1):
            for n in range(size):
                if x[first + n, i]:
                    _close_run(da[n], dh[n], h[n])
                    _add(dW[i], _ONE, da[n])
                    _add(a[first + n], -_ONE, W[i])
                    sigmoid(a[first + n], h[n])
            for n in range(0, size, LANES):
                m = first + n
                d0, d1, d2, d3 = d[m, i], d[m + 1, i], d[m + 2, i], d[m + 3, i]
                _add_four(dV[i], d0, d1, d2, d3, h[n], h[n + 1], h[n + 2], h[n + 3])
                _add(dh[n], d0, V[i])
                _add(dh[n + 1], d1, V[i])
                _add(dh[n + 2], d2, V[i])
                _add(dh[n + 3], d3, V[i])
        for n in range(size):
            _close_run(da[n], dh[n], h[n])
            _add(dc, _ONE, da[n])


@compiled
def _dots(v: Floats, h0: Floats, h1: Floats, h2: Floats, h3: Floats) -> Any:  # noqa: ANN401 - four np.float32
    s0, s1, s2, s3 = _ZERO, _ZERO, _ZERO, _ZERO
    for j in range(v.shape[0]):
        s0 += v[j] * h0[j]
        s1 += v[j] * h1[j]
        s2 += v[j] * h2[j]
        s3 += v[j] * h3[j]
    return s0, s1, s2, s3


@compiled
def _add(y: Floats, scale: np.float32, x: Floats) -> None:
    for j in range(y.shape[0]):
        y[j] += scale * x[j]


@compiled
def _add_four(
    y: Floats,
    d0: np.float32,
    d1: np.float32,
    d2: np.float32,
    d3: np.float32,
    x0: Floats,
    x1: Floats,
    x2: Floats,
    x3: Floats,
) -> None:
    for j in range(y.shape[0]):
        y[j] += d0 * x0[j] + d1 * x1[j] + d2 * x2[j] + d3 * x3[j]


@compiled
def _close_run(da: Floats, dh: Floats, h: Floats) -> None:
    for j in range(h.shape[0]):
        da[j] += dh[j] * h[j] * (_ONE - h[j])
        dh[j] = _ZERO


class LogProb(torch.autograd.Function):
    """log p(x) of a NADE as a differentiable function of its parameters, on the CPU in float32."""

    @staticmethod
    def forward(ctx: Any, x: Tensor, W: Tensor, V: Tensor, b: Tensor, c: Tensor) -> Tensor:  # noqa: ANN401
        """Return log p(x) in nats, (B,), of pixels (B, D)."""
        bits = torch.nn.functional.pad(x.to(torch.uint8), (0, 0, 0, -len(x) % LANES)).contiguous()
        logits = x.new_empty(bits.shape, dtype=torch.float32)
        a = logits.new_empty(len(bits), len(c))
        forward(*(t.detach().numpy() for t in (bits, W, V, b, c, logits, a)))
        ctx.save_for_backward(bits, W, V, logits, a)
        return log_bernoulli(logits[: len(x)], x.float()).sum(-1)

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[Tensor | None, ...]:  # noqa: ANN401
        """Return the gradients of the parameters."""
        (grad,) = grads
        bits, W, V, logits, a = ctx.saved_tensors
        weight = torch.nn.functional.pad(
            grad, (0, len(bits) - len(grad))
        )  # the padding pictures weigh nothing
        d = (bits - torch.sigmoid(logits)) * weight[:, None]
        dW, dV, dc = torch.zeros_like(W), torch.zeros_like(V), a.new_zeros(a.shape[1])
        backward(*(t.detach().numpy() for t in (bits, W, V, d, a.clone(), dW, dV, dc)))
        return None, dW, dV, d.sum(0), dc


def log_prob(model: Nade, x: Tensor) -> Tensor:
    """Return log p(x) in nats, (B,), by the compiled step.

    Args:
        model: A float32 NADE on the CPU.
        x: Pixels, (B, D), 0 or 1.
    """
    return LogProb.apply(x, model.W, model.V, model.b, model.c)
