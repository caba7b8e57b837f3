"""Whether the sandwich of a VAE of two latents closes: log p(x) = ELBO + KL(q || p(z | x)), all measured."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from torch import nn

from genplay.engine.answer import Engine, Models
from genplay.engine.header import Figure
from genplay.families.base import Drawing, Measured
from genplay.families.vae import Ledger, Sandwich, Sandwiched

COUNT = 100  # test pictures
_NAME = "vae_2d"
_LOG_PROB = "log p(x) by quadrature over the plane of codes, of the first {count} test pictures. {note}"
_RESIDUAL = (
    "The largest of |log p(x) - ELBO - KL(q || p(z | x))|, the last two by codes of their own, of {count}."
)


@dataclass(frozen=True, slots=True)
class _Trained:
    """A network as a pipeline sees it."""

    network: object
    architecture: str = "vae"
    measured: Measured | None = None
    calibration: Mapping[str, NDArray[np.float32]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Closing:
    """The exact log p of some test pictures, and how far the two sides of the sandwich are apart.

    Args:
        pictures: Test pictures, (N, D), 0 or 1.
        split: What they are called.
    """

    pictures: NDArray[np.uint8]
    split: str

    def figures(self, network: nn.Module) -> tuple[Figure, ...]:
        """Return the mean of -log p, and the largest residual, both in nats."""
        found = self.ledgers(network)
        nll = -float(np.mean([ledger.log_prob for ledger in found]))
        residual = max(abs(ledger.residual) for ledger in found)
        count = len(found)
        note = _LOG_PROB.format(count=count, note="A part of the test pictures: no figure to compare by.")
        return (
            Figure(name="nll_quadrature_nats", value=round(nll, 4), unit="nats", split=self.split, note=note),
            Figure(
                name="sandwich_residual_nats",
                value=float(f"{residual:.2g}"),
                unit="nats",
                split=self.split,
                note=_RESIDUAL.format(count=count),
            ),
        )

    def calibration(self, network: nn.Module) -> Mapping[str, NDArray[np.float32]]:
        """Return no arrays."""
        return {}

    def ledgers(self, network: nn.Module) -> list[Ledger]:
        """Return the refined ledger of each of the first ``COUNT`` pictures, as the window shows it."""
        engine = Engine(Models(lambda _: _Trained(network)))  # type: ignore[arg-type, return-value]
        found: list[Ledger] = []
        for bits in self.pictures[:COUNT]:
            answer = engine.last(Sandwich(_NAME, Drawing.of(bits.reshape(28, 28))))
            assert isinstance(answer, Sandwiched)
            found.append(answer.ledger)
        return found
