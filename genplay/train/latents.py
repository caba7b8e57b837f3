"""What is measured of a VAE besides its bounds: its latents one by one, and the classes in its codes.

All of it is measured on test pictures thresholded as a drawing is, for drawings are what the window encodes.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from genplay.data import binarized, fashion, mnist
from genplay.engine.header import Figure
from genplay.models import vae
from genplay.models.vae import Vae
from genplay.train import clothes, digits, probe
from genplay.train.kept import digest, remembered
from genplay.train.kept import folder as score_folder
from genplay.train.probe import Probe

DIGITS = "mnist/test (thresholded)"
CLOTHES = "fashion-mnist/test (thresholded)"
ACTIVE = 0.01  # variance of the mean that a latent is active beyond (Burda et al. 2016, section 5.2)
_WHOLE = slice(None)
_ROWS = 1000  # pictures encoded at a time
_PROBED = (
    "Multinomial logistic regression on the mean of q(z | x), learned from {count:,} labelled training "
    "pictures. Known least: {worst}, {least:.1f} %."
)
_ACTIVE = "Of {latents} latents, those whose mean has a variance above {least} over the pictures."


class Labelled(NamedTuple):
    """Pictures as a drawing is, and what they show."""

    bits: NDArray[np.uint8]  # (N, D), 0 or 1
    labels: NDArray[np.uint8]  # (N,), 0 to 9


class Codes(NamedTuple):
    """What the encoder makes of pictures."""

    mu: NDArray[np.float32]  # (N, L)
    logvar: NDArray[np.float32]  # (N, L)


@torch.inference_mode()
def encoded(network: nn.Module, bits: NDArray[np.uint8]) -> Codes:
    """Return mu and log sigma^2 of pictures, (N, D)."""
    assert isinstance(network, Vae)
    parts = [network.encode(rows.float()) for rows in torch.from_numpy(bits).split(_ROWS)]
    mu, logvar = (torch.cat(part).numpy() for part in zip(*parts, strict=True))
    return Codes(mu, logvar)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Latents:
    """The latents one by one: how much each says of a picture, and which are used at all.

    Args:
        pictures: Test pictures, (N, D), 0 or 1.
        split: What they are called.
    """

    pictures: NDArray[np.uint8]
    split: str

    def figures(self, network: nn.Module) -> tuple[Figure, ...]:
        """Return how many latents are active."""
        mu = encoded(network, self.pictures).mu
        return (
            Figure(
                name="active_units",
                value=float((activity(mu) > ACTIVE).sum()),
                unit="units",
                split=self.split,
                note=_ACTIVE.format(latents=mu.shape[1], least=ACTIVE),
            ),
        )

    def calibration(self, network: nn.Module) -> Mapping[str, NDArray[np.float32]]:
        """Return the mean KL of each latent in nats, and its activity, (L,) each."""
        mu, logvar = encoded(network, self.pictures)
        divergence = vae.kl(torch.from_numpy(mu).double(), torch.from_numpy(logvar).double()).mean(0).numpy()
        return {
            "latent.kl": divergence.astype(np.float32),
            "latent.activity": activity(mu).astype(np.float32),
        }


def activity(mu: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return the variance over pictures of the mean of each latent, (L,) of (N, L)."""
    return mu.astype(np.float64).var(0)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Probing:
    """How far the classes can be read off the codes: a linear probe, asked about pictures it never saw.

    Args:
        learned: Training pictures.
        asked: Test pictures.
        split: What the latter are called.
        names: Of the classes, by label.
        kept: Where the probe is kept, for it takes half a minute; None keeps none.
    """

    learned: Labelled
    asked: Labelled
    split: str
    names: tuple[str, ...]
    kept: Path | None = None

    def figures(self, network: nn.Module) -> tuple[Figure, ...]:
        """Return the percentage of the test pictures that were taken for what they are."""
        counts = self._confusion(network, self.probe(network))
        shares = 100 * counts.diagonal() / np.maximum(counts.sum(1), 1)
        there = np.flatnonzero(counts.sum(1))
        worst = there[shares[there].argmin()]
        note = _PROBED.format(count=len(self.learned.labels), least=shares[worst], worst=self.names[worst])
        value = round(probe.accuracy(counts), 2)
        return (Figure(name="probe_accuracy", value=value, unit="%", split=self.split, note=note),)

    def calibration(self, network: nn.Module) -> Mapping[str, NDArray[np.float32]]:
        """Return the probe, (10, L) and (10,), and what it took each class for, (10, 10) counts."""
        found = self.probe(network)
        return {
            "probe.weight": found.weight,
            "probe.bias": found.bias,
            "probe.confusion": self._confusion(network, found),
        }

    def probe(self, network: nn.Module) -> Probe:
        """Return the probe of a network, learned once for the same weights.

        Raises:
            UserError: It cannot be kept.
        """
        labels = hashlib.sha256(self.learned.labels.tobytes()).hexdigest()
        name = digest(network, self.learned.bits, f"probe {labels}")
        return Probe.of(remembered(self.kept, name, lambda: self._fit(network)))

    def _fit(self, network: nn.Module) -> NDArray[np.float64]:
        return probe.fit(encoded(network, self.learned.bits).mu, self.learned.labels)

    def _confusion(self, network: nn.Module, found: Probe) -> NDArray[np.float32]:
        return found.confusion(encoded(network, self.asked.bits).mu, self.asked.labels)


def of_digits(valid: NDArray[np.uint8], folder: Path | None = None) -> Probing:
    """Return what probes a VAE of digits: it learns from none that gave a validation picture, (M, D).

    Raises:
        UserError: The data set is missing.
    """
    found = mnist.load("train", folder)
    learned = _labelled(found, digits.unseen(found.images, valid))
    asked = _labelled(mnist.load("test", folder))
    names = tuple(map(str, range(10)))
    return Probing(learned=learned, asked=asked, split=DIGITS, names=names, kept=score_folder())


def of_clothes(folder: Path | None = None) -> Probing:
    """Return what probes a VAE of clothes: it learns from none that is validated on.

    Raises:
        UserError: The data set is missing.
    """
    learned = _labelled(fashion.load("train", folder), slice(-clothes.KEPT))
    asked = _labelled(fashion.load("test", folder))
    return Probing(learned=learned, asked=asked, split=CLOTHES, names=fashion.CLASSES, kept=score_folder())


def _labelled(grey: mnist.Digits, chosen: slice | NDArray[np.bool_] = _WHOLE) -> Labelled:
    return Labelled(binarized.threshold(grey.images[chosen]), grey.labels[chosen])
