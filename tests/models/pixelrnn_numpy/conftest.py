"""Small PixelRNNs of both kinds, their weights for NumPy, and what the plain network says of a picture."""

from collections.abc import Callable
from functools import cache

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from genplay.models import pixelrnn
from genplay.models.pixelrnn import Config, PixelRnn
from genplay.models.pixelrnn_numpy import Weights

SMALL = {"height": 5, "width": 7, "hidden": 5, "layers": 3, "head": 6}


@cache
def build(kind: str, **changes: int) -> PixelRnn:
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        model = pixelrnn.build(Config(kind=kind, **SMALL | changes))  # type: ignore[arg-type]
        with torch.no_grad():
            for parameter in model.parameters():
                parameter.add_(0.3 * torch.randn_like(parameter))
    return model.double().eval()


@pytest.fixture(params=["row", "diagonal"])
def kind(request: pytest.FixtureRequest) -> str:
    """Return each kind of PixelRNN in turn."""
    return request.param


@pytest.fixture
def network(kind: str) -> Callable[..., PixelRnn]:
    """Return a function that gives a network of this kind, whose numbers of ``SMALL`` may be changed."""
    return lambda **changes: build(kind, **changes)


@pytest.fixture
def weights(kind: str) -> Weights:
    """Return the weights of the small network of this kind, 5 x 7 pixels."""
    return Weights.of(build(kind))


@pytest.fixture(params=[{}, {"height": 1}, {"width": 1}, {"height": 9, "width": 3, "layers": 1}], ids=str)
def any_size(request: pytest.FixtureRequest, kind: str) -> PixelRnn:
    """Return networks of this kind whose pictures are wide, tall, a row or a column."""
    return build(kind, **request.param)


@pytest.fixture(params=[{"height": 28, "width": 28}, {"height": 4, "width": 11}], ids=str)
def long_rows(request: pytest.FixtureRequest, kind: str) -> PixelRnn:
    """Return networks of this kind whose rows are longer than the first convolution reaches."""
    return build(kind, **request.param)


@pytest.fixture
def plain() -> Callable[[PixelRnn, NDArray[np.uint8]], NDArray[np.float64]]:
    """Return a function that gives the plain network's logits of a picture, (D,), in double precision."""

    @torch.no_grad()
    def logits(model: PixelRnn, x: NDArray[np.uint8]) -> NDArray[np.float64]:
        return model(torch.from_numpy(x)[None].double())[0].numpy()

    return logits


@pytest.fixture
def noise() -> Callable[..., NDArray[np.uint8]]:
    """Return a function that gives a network's picture of noise, (D,), or so many of them, (N, D)."""

    def draw(model: PixelRnn, seed: int = 0, count: int | None = None) -> NDArray[np.uint8]:
        shape = model.config.dims if count is None else (count, model.config.dims)
        return np.random.default_rng(seed).integers(0, 2, shape).astype(np.uint8)

    return draw
