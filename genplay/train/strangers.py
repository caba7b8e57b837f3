"""How to tell a picture that is no face of those that were learned from: by what D makes of it.

D's features of real faces are taken for normal; how far a picture's are from their mean, in the deviations
that faces have in each direction (Mahalanobis), is its strangeness. What nine hundred and ninety-nine in a
thousand unseen faces stay below is the limit.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from genplay.models.stargan import StarGan
from genplay.models.stargan_paper import PaperStarGan
from genplay.pipelines.stargan.editor import scaled

KNOWN = 5_000  # faces whose features are taken for normal
QUANTILE = 0.999
_LEAST = 1e-3  # share of the largest variance that every direction has at least
_ROWS = 250


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Strangers:
    """Faces by which strangeness is measured.

    Args:
        known: Some that were learned from, (N, 64, 64, 3) uint8.
        unseen: Others, likewise.
    """

    known: NDArray[np.uint8]
    unseen: NDArray[np.uint8]

    @torch.inference_mode()
    def calibration(self, network: StarGan | PaperStarGan) -> Mapping[str, NDArray[np.float32]]:
        """Return the mean (F,) and whitening (F, F) of features, and the limit (1,) of strangeness."""
        features = _features(network, self.known[:KNOWN]).double()
        mean = features.mean(0)
        values, vectors = torch.linalg.eigh(torch.cov(features.T))
        whitening = vectors / values.clamp_min(_LEAST * float(values.max())).sqrt()
        far = strangeness(_features(network, self.unseen), mean.float(), whitening.float())
        limit = torch.quantile(far.double(), QUANTILE)
        found = {"strange.mean": mean, "strange.whitening": whitening, "strange.limit": limit[None]}
        return {name: value.float().numpy() for name, value in found.items()}


def strangeness(features: Tensor, mean: Tensor, whitening: Tensor) -> Tensor:
    """Return how far features (B, F) are from a mean (F,), by a whitening (F, F): (B,), about 1 for faces."""
    return ((features - mean) @ whitening).square().mean(1).sqrt()


def _features(network: StarGan | PaperStarGan, images: NDArray[np.uint8]) -> Tensor:
    return torch.cat([network.discriminator(x).features for x in scaled(images).split(_ROWS)])
