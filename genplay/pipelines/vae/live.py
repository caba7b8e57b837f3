"""Train a small VAE while one looks: the steps in between, and now and then all that there is to draw."""

from collections.abc import Iterator
from functools import lru_cache
from statistics import NormalDist
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from genplay.data import examples, toys
from genplay.families.base import Request
from genplay.families.vae.live import (
    COUNT,
    Data,
    Floats,
    Hyper,
    LiveStep,
    Losses,
    Manifold,
    Setup,
    TrainLive,
)
from genplay.models import vae
from genplay.models.vae_live import LiveVae, bernoulli, gaussian
from genplay.pipelines import CPU, Models
from genplay.pipelines.trajectory import Trajectories, Trajectory
from genplay.pipelines.watching import watched

SAMPLES = 500
LAYERS = 2  # hidden ones, of the encoder and of the decoder
_PREVIEW = 0.04  # seconds of training between two previews, and ...
_SHARE = 2.0  # ... at least so many times what a preview takes: it costs a third of the time at most

_Way = Trajectory[Setup, Hyper, LiveVae]


def run_live(models: Models, request: Request) -> Iterator[object]:
    """Yield ``Advancing``, now and then a ``LiveStep``, and at last the ``LiveStep`` that was asked for.

    Raises:
        UserError: The step lies outside of what can be trained.
    """
    if not isinstance(request, TrainLive):
        raise TypeError(f"live training has no request {type(request).__name__}")
    yield from watched(_ways, request, lambda way: _shown(way, request), pause=_PREVIEW, share=_SHARE)


class _Data(NamedTuple):
    x: Tensor  # (N, D) float32
    shown: Floats  # the same
    labels: NDArray[np.uint8]  # (N,)


@lru_cache(maxsize=8)
def _data(name: Data, seed: int) -> _Data:
    """Return what is learnt; the digits are the first hundred of each class, whatever the seed."""
    if name == "digits":
        bits, labels = examples.test_digits()
        chosen = np.concatenate([np.flatnonzero(labels == digit)[: COUNT // 10] for digit in range(10)])
        shown, labels = bits[chosen].astype(np.float32), labels[chosen]
    else:
        shown, labels = toys.toy(name, COUNT, seed)
    return _Data(torch.as_tensor(shown), shown, labels)


def _learnt(setup: Setup) -> _Data:
    return _data(setup.data, 0 if setup.data == "digits" else setup.seed)


def _begin(setup: Setup) -> LiveVae:
    x = _learnt(setup).x
    config = vae.Config(dims=x.shape[1], latent=setup.latent, hidden=setup.hidden, layers=LAYERS)
    return LiveVae(config, x, bernoulli if setup.data == "digits" else gaussian(setup.sigma), setup.seed)


_ways: Trajectories[Setup, Hyper, LiveVae] = Trajectories(_begin)


@torch.no_grad()
def _shown(way: _Way, request: TrainLive) -> LiveStep:
    """Return all that there is to draw of a training as it stands."""
    setup, network = request.plan.setup, way.learner.network
    data = _learnt(setup)
    mu, logvar = network.encode(data.x)  # (N, L) each
    return LiveStep(
        plan=request.plan,
        step=way.step,
        of=request.step,
        stuck=way.step == way.stuck,
        losses=Losses.of(way.records.first(way.step)),
        kl=vae.kl(mu, logvar).mean(0).numpy(),
        means=mu.numpy(),
        data=data.shown,
        labels=data.labels,
        manifold=_manifold(network, setup),
        samples=_samples(network, setup),
        milliseconds=1000 * way.trained / max(way.taken, 1),
        device=CPU,
    )


def _manifold(network: vae.Vae, setup: Setup) -> Manifold:
    codes = _codes(setup.data == "digits", setup.latent)
    decoded = network.decode(torch.as_tensor(codes))
    if setup.data == "digits":
        decoded = decoded.sigmoid()
    return Manifold(codes, decoded.numpy())


@lru_cache(maxsize=16)
def _codes(digits: bool, latent: int) -> Floats:
    """Return the codes whose pictures or points are shown, (R, C, L), as ``Manifold`` says."""
    line, side = (15, 15) if digits else (201, 21)  # odd: the middle of the prior is among them
    if latent > 2:
        return np.random.default_rng(0).standard_normal((side, side, latent), np.float32)
    count = line if latent == 1 else side
    quantiles = [NormalDist().inv_cdf((place + 0.5) / count) for place in range(count)]
    along = np.array(quantiles, np.float32)
    if latent == 1:
        return along[None, :, None]
    right, up = np.meshgrid(along, along[::-1])
    return np.stack([right, up], -1)


def _samples(network: vae.Vae, setup: Setup) -> Floats:
    """Return points drawn from the model, always with the same noise; none of digits, (S, 2)."""
    if setup.data == "digits":
        return np.zeros((0, 2), np.float32)
    codes, noise = _noise(setup.latent)
    return (network.decode(codes) + setup.sigma * noise).numpy()


@lru_cache(maxsize=16)
def _noise(latent: int) -> tuple[Tensor, Tensor]:
    """Return codes from the prior, (S, L), and the noise of the decoder, (S, 2)."""
    rng = np.random.default_rng(0)
    codes = rng.standard_normal((SAMPLES, latent), np.float32)
    return torch.as_tensor(codes), torch.as_tensor(rng.standard_normal((SAMPLES, 2), np.float32))
