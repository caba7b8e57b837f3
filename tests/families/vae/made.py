"""A made-up step of a training."""

from dataclasses import replace

import numpy as np

from genplay.families.vae.live import LiveStep, Losses, Manifold, first


def trained(means: list[list[float]], **changes: object) -> LiveStep:
    """Return a training of which only the means, and what is named, matter."""
    nothing, mu = np.zeros((0, 3), np.float32), np.array(means, np.float32)
    made = LiveStep(
        plan=first(),
        step=7,
        of=9,
        stuck=False,
        losses=Losses.of(nothing),
        kl=np.zeros(mu.shape[1], np.float32),
        means=mu,
        data=nothing,
        labels=np.zeros(0, np.uint8),
        manifold=Manifold(np.zeros((1, 1, 2), np.float32), np.zeros((1, 1, 2), np.float32)),
        samples=nothing,
        milliseconds=1.0,
    )
    return replace(made, **changes)  # type: ignore[arg-type]
