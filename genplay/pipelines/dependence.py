"""What a pixel sees: how strongly its logit depends on each pixel of a picture, a step at a time."""

import time
from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from genplay.families.base import Bits
from genplay.families.orders import RASTER, Order
from genplay.models import TABLES
from genplay.pipelines.explicit import Explicit

_SECONDS = 0.025  # of layers between two steps: the worker has other slots to serve


def dependence(
    model: Explicit, bits: Bits, pixel: int, order: Order = RASTER, reach: int | None = None
) -> Iterator[NDArray[np.float32] | None]:
    """Yield None while there is more to do, and at last the weight of each pixel, (D,); see ``Seen``."""
    match model.loaded.architecture:
        case "pixelrnn":
            yield from _through_layers(model, bits, pixel)
        case architecture if architecture in TABLES:
            from genplay.models import tabular_numpy

            weights = model.reader(order, reach).weights
            here = tabular_numpy.conditionals(weights, bits).logits[pixel]
            yield np.abs(tabular_numpy.flips(weights, bits, pixel) - here)
        case _:
            yield _derivatives(model, bits, pixel, order)


def _through_layers(model: Explicit, bits: Bits, pixel: int) -> Iterator[NDArray[np.float32] | None]:
    """Yield the answer in as few steps as may be: who asks anew at every move drops what has not ended."""
    from genplay.models.pixelrnn_numpy import gradient

    began = time.perf_counter()
    for found in gradient(model.reader().weights, bits, pixel):
        if found is not None:
            yield np.abs(found)
        elif time.perf_counter() - began >= _SECONDS:
            yield None
            began = time.perf_counter()


def _derivatives(model: Explicit, bits: Bits, pixel: int, order: Order) -> NDArray[np.float32]:
    """Return the derivatives that torch finds."""
    network: Any = model.loaded.network
    # Outside of inference mode, in which no derivative can be taken.
    with torch.inference_mode(False), torch.enable_grad():
        x = torch.tensor(bits[None], dtype=torch.float32, requires_grad=True)
        if model.any_order:  # one conditional instead of all of them
            ranks = torch.tensor(order.ranks())
            logits = network.given(x, (ranks < ranks[pixel]).float()[None])
        else:
            logits = network(x)
        (gradient,) = torch.autograd.grad(logits[0, pixel], x)
        return np.abs(gradient[0].numpy())
