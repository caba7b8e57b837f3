"""Made-up answers about a VAE, small and exact, and an engine's whole answer made of them."""

from dataclasses import replace
from functools import singledispatch

import numpy as np

from genplay.families.base import Drawing, Request
from genplay.families.vae import (
    LATENTS,
    Bound,
    Bounds,
    Climb,
    Cloud,
    Decode,
    Decoded,
    Encode,
    Encoded,
    Estimated,
    Gauss,
    Improve,
    Ledger,
    Manifold,
    Nearest,
    Neighbour,
    Neighbours,
    Pictures,
    Plane,
    Points,
    Posterior,
    Prior,
    Probe,
    Probed,
    Reconstruct,
    Sandwich,
    Sandwiched,
    Sheet,
)

LEDGER = Ledger(-134.1504, 6.9984, 1.3232, -139.8256, 0.00013)


def picture(seed: int) -> Drawing:
    """Return a ring whose place and size depend on the seed."""
    rng = np.random.default_rng(seed)
    rows, columns = np.divmod(np.arange(784), 28)
    middle, radius = rng.uniform(11, 16, 2), rng.uniform(5, 9)
    away = np.hypot(rows - middle[0], columns - middle[1])
    return Drawing.of((np.abs(away - radius) < 1.3).reshape(28, 28))


def gauss(model: str) -> Gauss:
    """Return a q with the mock-up's numbers in its first two dimensions."""
    rng = np.random.default_rng(3)
    dims = LATENTS[model]
    mu, sigma = rng.normal(size=dims).round(2), rng.uniform(0.05, 1, dims).round(3)
    mu[:2], sigma[:2] = (-0.637, 0.278), (0.023, 0.019)
    return Gauss(tuple(mu.tolist()), tuple(sigma.tolist()))


def encoded(model: str = "vae_2d") -> Encoded:
    """Return an encoding whose KLs are those of its q."""
    q = gauss(model)
    mu, sigma = np.array(q.mu), np.array(q.sigma)
    kl = 0.5 * (mu**2 + sigma**2 - 1) - np.log(sigma)
    return Encoded(model, picture(0), q, kl, np.full(784, 0.2, np.float32))


def sandwiched(ledger: Ledger = LEDGER, *, refined: bool = True) -> Sandwiched:
    """Return a ledger that adds up."""
    zeros = np.zeros(2)
    posterior = Posterior(np.zeros((4, 4), np.float32), (-1, 1, -1, 1), zeros, zeros + 1)
    return Sandwiched("vae_2d", picture(0), gauss("vae_2d"), ledger, posterior, 40960, refined)


def estimated(model: str = "vae") -> Estimated:
    """Return terms whose roundings would not add up."""
    return Estimated(model, picture(0), gauss(model), -70.2449, 24.6249, 0.0312)


def bounds(model: str = "vae_2d", points: int = 5) -> Bounds:
    """Return bounds that rise to log p(x), as far as so many points."""
    counts = np.array([1, 5, 50, 500, 5000])[:points]
    top = LEDGER.log_prob if model == "vae_2d" else -92.4
    means = top - np.array([1.3, 0.74, 0.36, 0.12, 0.02])[:points]
    deviations = np.array([1.2, 0.7, 0.3, 0.1, 0.03])[:points]
    runs = 40000 // counts
    return Bounds(model, picture(0), counts, means, deviations, runs, int(counts[-1]) * 8, 40000)


def points(model: str = "vae_2d", *, inactive: int = 0, total: int = 400) -> Points:
    """Return the means of 400 pictures; of the dimensions so many, each third one, are inactive."""
    rng, dims = np.random.default_rng(5), LATENTS[model]
    silent = np.arange(0, dims, 3)[:inactive] if inactive <= dims // 3 else np.arange(inactive)
    kl = rng.uniform(0.3, 3.5, dims)
    kl[silent] = 0.004
    mu = rng.normal(size=(400, dims)).astype(np.float32)
    mu[:, silent] *= 0.02
    activity = mu.var(0).astype(float)
    return Points(model, mu, rng.integers(0, 10, 400, np.uint8), total, kl, activity)


def nearest(model: str = "vae_2d") -> Nearest:
    """Return twelve rings."""
    latent = tuple(Neighbour(100 + k, (5, 3, 5, 8, 5, 6)[k], 0.0123 + 0.11 * k, picture(k)) for k in range(6))
    pixel = tuple(Neighbour(9000 + k, k + 4, 31 + 4 * k, picture(k + 20)) for k in range(6))
    return Nearest(model, picture(0), latent, pixel)


def probed(model: str = "vae_2d") -> Probed:
    """Return a probe that takes the drawing for the class of label 5 and knows label 8 worst."""
    logits = np.array([0, -2, 1, 2.2, 0, 4.5, 0.3, -3, 2, -1.0])
    probabilities = np.exp(logits) / np.exp(logits).sum()
    right = np.array([981, 991, 913, 894, 935, 871, 962, 941, 803, 889])
    confusion = np.diag(right)
    confusion[:, 0] += 1000 - right
    confusion[0, 0] = 981
    confusion[0, 1] = 19
    return Probed(model, picture(0), probabilities, confusion)


def decoded(model: str = "vae_2d") -> Decoded:
    """Return a faint picture of q's mean."""
    q = gauss(model)
    z = np.array(q.mu)
    return Decoded(model, z, np.full(784, 0.3, np.float32), np.zeros(784, np.uint8), q, np.zeros(len(z)))


@singledispatch
def answered(request: Request) -> object:
    """Return what an engine would answer at the end.

    Raises:
        TypeError: It is no question about a trained VAE.
    """
    raise TypeError(type(request).__name__)


@answered.register
def _(request: Reconstruct) -> Decoded:
    return decoded(request.model)


@answered.register
def _(request: Decode) -> Decoded:
    return replace(decoded(request.model), z=np.array(request.z), q=None, eps=None)


@answered.register
def _(request: Encode) -> Encoded:
    return replace(encoded(request.model), drawing=request.drawing)


@answered.register
def _(request: Sandwich) -> Sandwiched | Estimated:
    found = sandwiched() if LATENTS[request.model] == 2 else estimated(request.model)
    return replace(found, drawing=request.drawing)


@answered.register
def _(request: Improve) -> Climb:
    q, steps = gauss(request.model), request.steps + 1
    mu, sigma = np.tile(q.mu, (steps, 1)), np.tile(q.sigma, (steps, 1))
    return Climb(request.model, request.drawing, mu, sigma, np.linspace(-150, -140, steps), request.steps)


@answered.register
def _(request: Bound) -> Bounds:
    return replace(bounds(request.model), drawing=request.drawing)


@answered.register
def _(request: Manifold) -> Sheet:
    dims, places = LATENTS[request.model], np.linspace(-2, 2, request.side)
    first, second = np.eye(dims)[:2]
    plane = request.plane or Plane((0.0,) * dims, tuple(first.tolist()), tuple(second.tolist()))
    pictures = np.full((request.side, request.side, 28, 28), 40, np.uint8)
    return Sheet(request.model, plane, places, places, pictures, request.side)


@answered.register
def _(request: Cloud) -> Points:
    return points(request.model)


@answered.register
def _(request: Neighbours) -> Nearest:
    return replace(nearest(request.model), drawing=request.drawing)


@answered.register
def _(request: Probe) -> Probed:
    return replace(probed(request.model), drawing=request.drawing)


@answered.register
def _(request: Prior) -> Pictures:
    means = np.full((request.count, 784), 0.2, np.float32)
    codes = np.random.default_rng(request.seed).normal(size=(request.count, LATENTS[request.model]))
    return Pictures(request.model, codes, means, (means > 0.5).astype(np.uint8))
