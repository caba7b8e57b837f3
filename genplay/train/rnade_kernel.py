"""log p of RNADE with its gradient written out, in half the time that autograd takes over the plain network.

Pixels are the first axis, so that a chunk's products are one batched product each, and a chunk's activations
stay in the cache: the way back computes them again instead of keeping all, (D, B, H). What the gradient
needs of the mixtures is computed on the way forth::

    r_k = p(k | x_i),  z = (x_i - mu) / sigma,  slope = sigmoid(s - log floor) of the soft floor
    d log p / d alpha's output = r - alpha,  d log p / d mu = r z / sigma,  d log p / d s = r (z^2 - 1) slope

W_i reaches all later pixels alike: its gradient is x_i times the sum of theirs.
"""

import math
from typing import Any

import torch
from torch import Tensor

from genplay.models.rnade import Rnade

CHUNK = 28  # pixels whose activations are in the cache at once
_HALF_LOG_2PI = 0.5 * math.log(2 * math.pi)


def log_prob(model: Rnade, x: Tensor) -> Tensor:
    """Return log p(x) of each picture in nats, (B,), of grey levels (B, D), 0 to 1; x gets no gradient."""
    return _LogProb.apply(x, model.W, model.c, model.rho, model.V, model.b, model.config.floor)  # type: ignore[no-any-return]


class _LogProb(torch.autograd.Function):
    @staticmethod
    def forward(
        ctx: Any,  # noqa: ANN401 - torch's own
        x: Tensor,
        W: Tensor,
        c: Tensor,
        rho: Tensor,
        V: Tensor,
        b: Tensor,
        floor: float,
    ) -> Tensor:
        grey = x.T.contiguous()  # (D, B)
        a, total = c.expand(len(x), -1), x.new_zeros(len(x))
        starts, slopes = [], []
        for rows in _chunks(len(W)):
            sums, after = _sums(a, grey[rows], W[rows])
            h = (sums * rho[rows, None, None]).relu_()  # (N, B, H)
            parts = torch.baddbmm(b[rows, None], h, V[rows])  # (N, B, 3K)
            log_p, slope = _mixture(parts, grey[rows], math.log(floor))
            total += log_p.sum(0)
            starts.append(a)
            slopes.append(slope)
            a = after
        ctx.save_for_backward(grey, W, rho, V, *starts, *slopes)
        return total

    @staticmethod
    def backward(ctx: Any, *outputs: Tensor) -> tuple[Tensor | None, ...]:  # noqa: ANN401 - torch's own
        (weight,) = outputs  # (B,)
        grey, W, rho, V, *kept = ctx.saved_tensors
        starts, slopes = kept[: len(kept) // 2], kept[len(kept) // 2 :]
        dW, drho, dV, db = (torch.empty_like(p) for p in (W, rho, V, V[:, 0]))
        later = torch.zeros_like(starts[0])  # the gradient of a after the chunk, (B, H)
        for rows, a, slope in reversed(list(zip(_chunks(len(W)), starts, slopes, strict=True))):
            sums, _ = _sums(a, grey[rows], W[rows])
            h = (sums * rho[rows, None, None]).relu_()
            dparts = slope * weight[:, None]
            torch.bmm(h.mT, dparts, out=dV[rows])
            torch.sum(dparts, 1, out=db[rows])
            back = torch.bmm(dparts, V[rows].mT).mul_(h.sign_())  # (N, B, H); the sign is relu's slope
            count = len(back)
            drho[rows] = torch.bmm(back.view(count, 1, -1), sums.view(count, -1, 1))[:, 0, 0]
            back *= rho[rows, None, None]
            later = _suffix_sums(back, later, dW[rows], grey[rows])
        return None, dW, later.sum(0), drho, dV, db, None


def _chunks(dims: int) -> list[slice]:
    return [slice(first, min(first + CHUNK, dims)) for first in range(0, dims, CHUNK)]


def _sums(a: Tensor, grey: Tensor, W: Tensor) -> tuple[Tensor, Tensor]:
    """Return the activations before each pixel of a chunk, (N, B, H), and those after the last, (B, H)."""
    sums = torch.empty(len(W), *a.shape, dtype=a.dtype, device=a.device)
    sums[0] = a
    for i in range(1, len(W)):
        torch.addr(sums[i - 1], grey[i - 1], W[i - 1], out=sums[i])
    return sums, torch.addr(sums[-1], grey[-1], W[-1])


def _suffix_sums(back: Tensor, later: Tensor, dW: Tensor, grey: Tensor) -> Tensor:
    """Fill dW from the gradients of a chunk's activations, and return that of the activations before it."""
    after = torch.empty_like(back)  # of what each pixel adds to
    after[-1] = later
    for i in range(len(back) - 1, 0, -1):
        torch.add(after[i], back[i], out=after[i - 1])
    torch.bmm(grey[:, None], after, out=dW[:, None])
    return after[0] + back[0]


def _mixture(parts: Tensor, grey: Tensor, log_floor: float) -> tuple[Tensor, Tensor]:
    """Return log p of each pixel, (N, B), and its derivative by the outputs, (N, B, 3K)."""
    alpha, mu, s = parts.unflatten(-1, (3, -1)).unbind(-2)  # (N, B, K)
    log_sigma = torch.logaddexp(s, s.new_tensor(log_floor))
    precision = torch.exp(-log_sigma)
    z = (grey[..., None] - mu) * precision
    square = z * z
    terms = alpha - log_sigma - 0.5 * square
    top, norm = terms.logsumexp(-1, keepdim=True), alpha.logsumexp(-1, keepdim=True)
    r = (terms - top).exp_()
    slope = torch.empty_like(parts).unflatten(-1, (3, -1))
    torch.sub(r, (alpha - norm).exp_(), out=slope[..., 0, :])
    torch.mul(r * z, precision, out=slope[..., 1, :])
    torch.mul(r * (square - 1), torch.sigmoid(s - log_floor), out=slope[..., 2, :])
    return (top - norm)[..., 0] - _HALF_LOG_2PI, slope.flatten(-2)
