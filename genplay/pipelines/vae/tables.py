"""What is computed once a model, a little at each step, whoever waits for it."""

from collections.abc import Callable
from functools import cached_property

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import softplus

from genplay.data.examples import Thresholded
from genplay.data.held_out import Kind, held_out
from genplay.families.base import Bits
from genplay.families.vae import Plane, Points
from genplay.models import vae
from genplay.models.quadrature import LATTICE, PART, Lattice
from genplay.models.vae import Vae

_ENCODED = 200  # pictures a step: 15 ms


class LatticeTable:
    """The decoder at every code of the lattice: of any drawing, log p(x | z) there is then one product.

    With logits t, log p(x | z) = x . t - sum_i log(1 + exp t_i). That of the usual lattice takes 51 MB of a
    decoder of 784 pixels.

    Args:
        decode: Logits (N, D) of codes (N, 2).
        lattice: Which codes.
    """

    def __init__(self, decode: Callable[[Tensor], Tensor], lattice: Lattice = LATTICE) -> None:
        self.lattice = lattice
        self._decode = decode
        self._codes: Tensor | None = None
        self._logits = torch.empty(0)
        self._paper = torch.empty(0)
        self._filled = 0

    @property
    def done(self) -> float:
        """How much is decoded, 0 to 1."""
        return self._filled / self.lattice.cells**2

    def step(self) -> None:
        """Decode some codes more."""
        if self._codes is None:
            self._codes = self.lattice.codes().float()
        part = self._codes[self._filled : self._filled + PART]
        logits = self._decode(part)
        if not self._filled:
            self._logits = logits.new_empty(len(self._codes), logits.shape[1])
            self._paper = torch.empty(len(self._codes), dtype=torch.float64)
        here = slice(self._filled, self._filled + len(part))
        self._logits[here] = logits
        self._paper[here] = softplus(logits).sum(1, dtype=torch.float64)
        self._filled += len(part)

    def log_likelihoods(self, bits: Bits) -> Tensor:
        """Return log p(x | z) at every code of the lattice, (cells^2,) float64, once all is done."""
        return (self._logits @ torch.tensor(bits, dtype=torch.float32)).double() - self._paper


class Encodings:
    """Where the encoder puts the test pictures.

    Args:
        network: The VAE.
        kind: Of the pictures.
    """

    def __init__(self, network: Vae, kind: Kind) -> None:
        self._network, self._kind = network, kind
        self._mu: NDArray[np.float32] = np.empty((0, network.config.latent), np.float32)
        self._kl: NDArray[np.float64] = np.zeros(network.config.latent)
        self._filled = 0
        self._principal: tuple[Plane | None, tuple[float, float]] = None, (0.0, 0.0)

    @property
    def pictures(self) -> Thresholded:
        """The pictures with their labels.

        Raises:
            UserError: They did not come with this genplay.
        """
        return held_out(self._kind)

    @cached_property
    def packed(self) -> Bits:
        """The pictures, eight pixels to a byte, (N, D / 8): two of them differ in the bits of their xor."""
        return np.packbits(self.pictures.bits, axis=1)

    @property
    def done(self) -> float:
        """How many are encoded, 0 to 1."""
        return self._filled / len(self.pictures.labels)

    def step(self) -> None:
        """Encode some pictures more."""
        bits = self.pictures.bits
        if not self._filled:
            self._mu = np.empty((len(bits), self._mu.shape[1]), np.float32)
        here = slice(self._filled, self._filled + _ENCODED)
        mu, logvar = self._network.encode(torch.tensor(bits[here], dtype=torch.float32))
        self._mu[here] = mu.numpy()
        self._kl += vae.kl(mu, logvar).sum(0, dtype=torch.float64).numpy()
        self._filled += len(mu)
        if self._filled == len(bits):
            self._principal = principal(self._mu)

    def points(self, model: str) -> Points:
        """Return what is known so far."""
        mu = self._mu[: self._filled]
        return Points(
            model=model,
            mu=mu,
            labels=self.pictures.labels[: self._filled],
            total=len(self.pictures.labels),
            kl=self._kl / max(1, self._filled),
            activity=_variances(mu),
            principal=self._principal[0],
            explained=self._principal[1],
        )


def _variances(mu: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return the variance of each dimension, (L,), of codes (n, L); 0 of none."""
    apart = mu - mu.mean(0, dtype=np.float64) if len(mu) else np.zeros((1, mu.shape[1]))
    return np.square(apart).mean(0)


def principal(mu: NDArray[np.float32]) -> tuple[Plane | None, tuple[float, float]]:
    """Return the plane of the two principal components of codes, (N, L), and their shares of the variance.

    Its units are their standard deviations. A component points to where its largest entry is above 0.

    Returns:
        None and zeros where the codes have fewer than two directions.
    """
    centre = mu.mean(0, dtype=np.float64)
    apart = mu - centre
    values, vectors = np.linalg.eigh(apart.T @ apart / len(mu))
    if len(values) < 2 or values[-2] <= 1e-12 * values[-1]:
        return None, (0.0, 0.0)
    directions: list[tuple[float, ...]] = []
    for k in (-1, -2):
        vector = vectors[:, k] * np.sqrt(values[k])
        directions.append(tuple((vector * np.sign(vector[np.abs(vector).argmax()])).tolist()))
    shares = values / values.sum()
    return Plane(tuple(centre.tolist()), *directions), (float(shares[-1]), float(shares[-2]))
