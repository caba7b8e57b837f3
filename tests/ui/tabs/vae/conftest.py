"""Made-up answers, small and exact, and scenes that have them."""

from collections.abc import Callable

import numpy as np
import pytest

from genplay.families.base import Drawing
from genplay.families.vae import (
    LATENTS,
    Bounds,
    Decoded,
    Encoded,
    Estimated,
    Gauss,
    Ledger,
    Nearest,
    Neighbour,
    Points,
    Posterior,
    Probed,
    Sandwiched,
    VaeState,
)
from genplay.ui.tabs.vae.scene import Scene
from tests.ui.tabs.vae.staged import running, stage

__all__ = ["running", "stage"]

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


@pytest.fixture
def scene() -> Callable[..., Scene]:
    """Return a function that makes a scene whose questions are answered.

    Its arguments are the state's values, ``answered`` False for a scene that waits, and those of ``Scene``.
    """

    def make(answered: bool = True, probe: Probed | None = None, **values: object) -> Scene:
        names = set(Scene.__dataclass_fields__)
        parts = {name: values.pop(name) for name in list(values) if name in names}
        model = str(values.get("model", "vae_2d"))
        state = VaeState(drawing=picture(0), **values)  # type: ignore[arg-type]
        answers: dict[str, object] = {}
        if answered:
            q = gauss(model)
            z, mean = np.array(q.mu), np.full(784, 0.3, np.float32)
            decoded = Decoded(model, z, mean, np.zeros(784, np.uint8), q, np.zeros(len(z)))
            answers = {
                "decoded": decoded,
                "encoded": encoded(model),
                "bounds": bounds(model),
                "points": points(model),
                "nearest": nearest(model),
                "sandwiched" if model == "vae_2d" else "estimated": sandwiched()
                if model == "vae_2d"
                else estimated(model),
            }
        return Scene(state, **({"probed": probe} | answers | parts))  # type: ignore[arg-type]

    return make


@pytest.fixture
def answers() -> type:
    """Return the functions that make answers, by name."""

    class Made:
        picture = staticmethod(picture)
        gauss = staticmethod(gauss)
        encoded = staticmethod(encoded)
        sandwiched = staticmethod(sandwiched)
        estimated = staticmethod(estimated)
        bounds = staticmethod(bounds)
        points = staticmethod(points)
        nearest = staticmethod(nearest)
        probed = staticmethod(probed)

    return Made
