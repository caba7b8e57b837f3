"""A StarGAN as the answers of its family use it, and pictures as both players know them."""

from typing import cast

import numpy as np
import torch
from torch import Tensor

from genplay.errors import UserError
from genplay.families.base import Loaded
from genplay.families.stargan import Face, Floats, Heads, Levels, Vector, towards
from genplay.models.stargan import StarGan, Verdict
from genplay.models.stargan_paper import PaperStarGan
from genplay.pipelines import avatars
from genplay.pipelines.avatars import Known

_WEIGHTS = {"stargan": (1.0, 10.0, 0.5), "stargan_paper": (1.0, 10.0, 10.0)}
"""Of classification, reconstruction and penalty, as the recipes have them: of R1 the half."""


class Editor:
    """A StarGAN as this pipeline uses it.

    Args:
        name: Model name.
        loaded: The checkpoint.

    Raises:
        UserError: The model edits no faces.
    """

    def __init__(self, name: str, loaded: Loaded) -> None:
        if loaded.architecture not in _WEIGHTS:
            raise UserError("{model} edits no faces.", model=name)
        self.name = name
        network = cast("StarGan | PaperStarGan", loaded.network).requires_grad_(requires_grad=False)
        with torch.inference_mode(False):  # tensors made there give no derivatives, which the ledger asks for
            # Convolutions read this order of axes up to a fifth faster on a CPU (measured).
            network.to(memory_format=torch.channels_last)  # pyright: ignore
        self.network = network
        self.labels = self.network.labels
        self.weights = _WEIGHTS[loaded.architecture]
        self.paper = loaded.architecture == "stargan_paper"
        self.avatars = avatars.names_of(self.labels.names)
        found = loaded.calibration
        kept = [found.get(f"strange.{part}") for part in ("mean", "whitening", "limit")]
        self._strange = [torch.tensor(part) for part in kept if part is not None]

    def known(self, face: Face) -> Known:
        """Return a face; what it has is not known to a model of other attributes."""
        found = avatars.known(face)
        return found if self.avatars else Known(found.picture)

    def held(self, face: Face, known: Known) -> Floats | None:
        """Return what a face has in truth, (K,) of 0, 1 and NaN; None where nothing is known of it."""
        if known.held is not None:
            return known.held
        found = np.array(face.held(self.labels.names, self.labels.groups), np.float32)
        return None if np.isnan(found).all() else found

    def read(self, verdict: Verdict) -> Tensor:
        """Return the attributes that D reads, (B, K) of 0 and 1."""
        return self.labels.read(verdict.attributes)

    def heads(self, verdict: Verdict) -> Heads:
        """Return what D makes of the first picture of some."""
        return Heads(
            attributes=self.labels.probabilities(verdict.attributes)[0].numpy(),
            source=tuple(float(scale[0].mean()) for scale in verdict.source),
            places=verdict.source[0][0, 0].numpy(),
        )

    def strangeness(self, verdict: Verdict) -> tuple[float, float | None]:
        """Return how far a picture is from the faces that D knows, and what most faces stay below."""
        if len(self._strange) < 3:
            return 0.0, None
        mean, whitening, limit = self._strange
        far = (verdict.features - mean) @ whitening
        return float(far.square().mean(1).sqrt()), float(limit[0])

    def vector(self, values: Vector | None, otherwise: Tensor) -> Tensor:
        """Return attributes that were asked for, (1, K), or others where none were."""
        if values is None:
            return otherwise
        if len(values) != len(self.labels.names) or not all(0 <= value <= 1 for value in values):
            sentence = "{model} has {count} attributes, each from 0 to 1."
            raise UserError(sentence, model=self.name, count=len(self.labels.names))
        return torch.tensor([values])

    def target(self, own: Tensor, target: Vector | None, strength: float) -> Tensor:
        """Return attributes on the way from a face's own to those that were asked for, (1, K)."""
        if not 0 <= strength <= 1:
            raise UserError("The strength is 0 to 1.")
        whole = self.vector(target, own)
        return torch.tensor([towards(_values(own), _values(whole), strength)])


def scaled(pictures: Levels) -> Tensor:
    """Return pictures, (B, 64, 64, 3) uint8, as both players know them, (B, 3, 64, 64), -1 to 1."""
    x = torch.tensor(pictures).permute(0, 3, 1, 2).float() / 127.5 - 1
    return x.contiguous(memory_format=torch.channels_last)


def rounded(y: Tensor) -> Levels:
    """Return pictures, (B, 3, 64, 64), as (B, 64, 64, 3) uint8."""
    levels = ((y.clamp(-1, 1) + 1) * 127.5).round().to(torch.uint8)
    return levels.permute(0, 2, 3, 1).contiguous().numpy()


def _values(vector: Tensor) -> Vector:
    return tuple(float(value) for value in vector[0])
