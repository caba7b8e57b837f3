"""Measure an explicit model's negative log-likelihood, as its checkpoint's header states it."""

import math
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from genplay.data import binarized
from genplay.engine import checkpoints
from genplay.engine.header import Header
from genplay.errors import UserError
from genplay.models.nade import log_bernoulli
from genplay.models.pixelrnn import PixelRnn

VALID = "binarized-mnist/valid (fixed)"  # a figure's split: data set / part (binarization)
BATCH = 100  # pictures at a time: larger blocks leave the cache


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """A measured model.

    Args:
        model: Its name.
        n: Pictures.
        nll_nats: Mean of -log p(x), in nats.
        bits_per_pixel: The same in bits, divided by the pixels.
    """

    model: str
    n: int
    nll_nats: float
    bits_per_pixel: float


def evaluate(model: str, bits: NDArray[np.uint8] | None = None, folder: Path | None = None) -> Evaluation:
    """Return a model's mean negative log-likelihood.

    Args:
        model: Name of an explicit model.
        bits: Pictures, (N, D), 0 or 1; by default the split of the figure in the header.
        folder: Where the data sets are; by default the user's.

    Raises:
        UserError: The model or the data set is missing, the model is not explicit, or there is no picture.
    """
    loaded = checkpoints.load(model)
    pictures = _split(loaded.header, folder) if bits is None else bits
    dims = getattr(loaded.network.config, "dims", None)
    if not len(pictures) or pictures.shape[1] != dims:
        raise UserError(
            "{model} scores pictures of {dims} pixels; given were {count} of {pixels}.",
            model=model,
            dims=dims,
            count=len(pictures),
            pixels=pictures.shape[1],
        )
    nll = -float(log_probs(loaded.network, pictures).mean())
    return Evaluation(
        model=model, n=len(pictures), nll_nats=nll, bits_per_pixel=nll / math.log(2) / pictures.shape[1]
    )


@torch.inference_mode()
def log_probs(network: nn.Module, bits: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Return log p of each picture in nats, (N,).

    Args:
        network: Maps pixels (B, D) to the logits of their conditionals (B, D).
        bits: Pictures, (N, D), 0 or 1.
    """
    parts = [torch.zeros(0, dtype=torch.float64)]
    for rows in torch.from_numpy(bits).split(BATCH):
        x = rows.float()
        parts.append(log_bernoulli(_logits(network, x).double(), x.double()).sum(-1))
    return torch.cat(parts).numpy()


def _logits(network: nn.Module, x: Tensor) -> Tensor:
    """Return the network's logits; a PixelRNN's by the compiled walk where there is one."""
    if isinstance(network, PixelRnn) and network.config.hidden % 4 == 0 and find_spec("numba"):
        from genplay.train import pixelrnn_kernel

        return pixelrnn_kernel.logits(network, x)
    return network(x)


def _split(header: Header, folder: Path | None) -> NDArray[np.uint8]:
    if not any(figure.name == "nll_nats" and figure.split == VALID for figure in header.figures):
        raise UserError("The header of {model} names no split to measure it on.", model=header.model)
    return binarized.fixed("valid", folder)
