"""Score grey pictures, and sample them, with a model of real-valued pixels."""

from collections.abc import Iterator

import numpy as np
import torch
from numpy.typing import NDArray

from genplay.errors import UserError
from genplay.families.autoregressive import Reference
from genplay.families.autoregressive.grey import (
    GREYS,
    GreyPicture,
    GreySample,
    GreySamples,
    GreyScore,
    Mixtures,
)
from genplay.families.base import Loaded
from genplay.models import DENSITIES, rnade_numpy
from genplay.models.rnade import Rnade, dequantise
from genplay.pipelines import CPU, Models

_STRIDE = 28  # a row of pixels between two frames of a sampling
_MIDDLE = 0.5 / GREYS  # of the darkest grey


class Grey:
    """A model of grey pictures, ready for single ones; keeps the last answer, from which an edit is cheap.

    Args:
        name: Model name.
        loaded: The checkpoint.

    Raises:
        UserError: The model is of another kind, or what came with the weights is not what it should be.
    """

    def __init__(self, name: str, loaded: Loaded) -> None:
        if loaded.architecture not in DENSITIES:
            raise UserError("{model} scores drawings of ink and paper, not grey pictures.", model=name)
        assert isinstance(loaded.network, Rnade)
        self.name = name
        self.weights = rnade_numpy.Weights.of(loaded.network)
        self._last: rnade_numpy.Conditionals | None = None
        blank = rnade_numpy.conditionals(self.weights, np.full(self.weights.dims, _MIDDLE, np.float32))
        self._blank = float(blank.log_density().sum())
        self.reference = self._reference(loaded, "test_log_prob")
        self.digits = self._reference(loaded, "digits_log_prob")
        self.measured = loaded.measured

    def _reference(self, loaded: Loaded, key: str) -> Reference | None:
        scores = loaded.calibration.get(key)
        if scores is None:
            return None
        if scores.ndim != 1 or not len(scores):
            raise UserError(
                "The checkpoint of {model} has no proper scores of test pictures.", model=self.name
            )
        return Reference.of(scores, self._blank)

    def conditionals(self, x: NDArray[np.float32]) -> rnade_numpy.Conditionals:
        """Return all mixtures of dequantised greys, (D,); what did not change since the last is reused."""
        if self._last is None:
            self._last = rnade_numpy.conditionals(self.weights, x)
        else:
            self._last = rnade_numpy.update(self.weights, self._last, x)
        return self._last


def run(models: Models, request: GreyScore | GreySample) -> Iterator[Mixtures | GreySamples]:
    """Yield the answer: one ``Mixtures``, or a ``GreySamples`` for each row of pixels."""
    model = models.get(request.model, Grey)
    size = len(request.picture.grey)
    if model.weights.dims != size:
        raise UserError(
            "{model} reads pictures of {dims} pixels; this one has {size}.",
            model=request.model,
            dims=model.weights.dims,
            size=size,
        )
    if isinstance(request, GreyScore):
        yield _score(model, request)
    else:
        yield from _sample(model, request)


def _score(model: Grey, request: GreyScore) -> Mixtures:
    x = _noisy(request.picture, torch.Generator().manual_seed(request.seed))
    found = model.conditionals(x)
    terms = found.log_density()
    return Mixtures(
        model=model.name,
        picture=request.picture,
        x=found.x,
        log_alpha=found.log_alpha,
        mu=found.mu,
        log_sigma=found.log_sigma,
        terms=terms,
        running=np.concatenate(([0.0], np.cumsum(terms))),
        hidden=model.weights.hidden,
        reference=model.reference,
        digits=model.digits,
        measured=model.measured,
        device=CPU,
    )


def _sample(model: Grey, request: GreySample) -> Iterator[GreySamples]:
    generator = torch.Generator().manual_seed(request.seed)
    x = _noisy(request.picture, generator)
    shape = request.count, len(x)
    uniforms = torch.rand(shape, generator=generator, dtype=torch.float64).numpy()
    normals = torch.randn(shape, generator=generator, dtype=torch.float64).numpy()
    drawn = rnade_numpy.samples(
        model.weights, x, request.start, uniforms, normals, request.temperature, _STRIDE
    )
    given = request.picture.flat()[: request.start]
    for pixels, done in drawn:
        levels = (pixels * GREYS).astype(np.uint8)
        levels[:, : request.start] = given
        yield GreySamples(request.start, done, levels, request.temperature)


def _noisy(picture: GreyPicture, generator: torch.Generator) -> NDArray[np.float32]:
    grey = torch.tensor(picture.flat(), dtype=torch.float32)
    return dequantise(grey, generator).numpy()
