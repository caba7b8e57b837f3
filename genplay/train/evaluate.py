"""Measure an explicit model's negative log-likelihood, as its checkpoint's header states it."""

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from genplay.data import binarized, examples
from genplay.engine import checkpoints
from genplay.engine.checkpoints import Loaded
from genplay.errors import UserError
from genplay.families.orders import RASTER, Order, ensemble
from genplay.models import ANY_ORDER, BOUNDED, DENSITIES, rnade, tabular_numpy
from genplay.models.nade import log_bernoulli
from genplay.models.pixelrnn import PixelRnn
from genplay.pipelines.explicit import Explicit
from genplay.train import bounds, clothes, kept, latents
from genplay.train.probe import Probe, accuracy

VALID = "binarized-mnist/valid (fixed)"  # a figure's split: data set / part (binarization)
Scores = NDArray[np.float64]
_DRAWINGS = {"mnist": examples.test_digits, "fashion-mnist": examples.test_items}
BATCH = 100  # pictures at a time: larger blocks leave the cache


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """A measured model.

    Args:
        model: Its name.
        n: Pictures.
        nll_nats: Mean of -log p(x), in nats; of a density where the pictures are grey.
        bits_per_pixel: The same in bits, divided by the pixels; of a density, those of a pixel of 256 greys.
    """

    model: str
    n: int
    nll_nats: float
    bits_per_pixel: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounded(Evaluation):
    """A measured model whose log p(x) is known by a bound only: ``nll_nats`` is above the true one.

    Args:
        samples: Codes of each picture.
        kind: Of the number.
    """

    samples: int
    kind: str = "bound"


@dataclass(frozen=True, slots=True, kw_only=True)
class Probed(Bounded):
    """A measured model whose checkpoint has a probe of its codes.

    Args:
        probe_accuracy: Percentage of the test pictures, as drawings, that it takes for what they are.
    """

    probe_accuracy: float


def evaluate(
    model: str,
    bits: NDArray[np.uint8] | None = None,
    folder: Path | None = None,
    *,
    order: Order = RASTER,
    reach: int | None = None,
    orders: int = 1,
    samples: int = bounds.SAMPLES,
) -> Evaluation:
    """Return a model's mean negative log-likelihood, or a bound on it.

    Args:
        model: Name of an explicit model.
        bits: Pictures, (N, D), 0 or 1; by default the split of the figure in the header.
        folder: Where the data sets are; by default the user's.
        order: How a model that reads in any order reads them.
        reach: How many pixels back AR-N looks; None is the checkpoint's own choice.
        orders: Over how many orders, of a model that reads in any, p is averaged, ``order`` the first.
        samples: Codes of each picture, of a model with latents. Estimates are kept, for they take long.

    Raises:
        UserError: The model or the data set is missing, the model is not explicit or not one of such
            pictures, or there is no picture.
    """
    loaded = checkpoints.load(model)
    pictures = _pictures(loaded, bits, folder)
    if loaded.architecture in BOUNDED:
        found = _bounded(loaded, pictures.numpy(), samples)
        return found if bits is not None else _probed(found, loaded)
    nll = -float(_scores(loaded, pictures, order, reach, orders).mean())
    bits_per_pixel = nll / math.log(2) / pictures.shape[1] + (8 if loaded.architecture in DENSITIES else 0)
    return Evaluation(model=model, n=len(pictures), nll_nats=nll, bits_per_pixel=bits_per_pixel)


def _pictures(loaded: Loaded, bits: NDArray[np.uint8] | None, folder: Path | None) -> Tensor:
    """Return the pictures to measure, (N, D): those given, or those that the header's figure is of."""
    model = loaded.header.model
    if bits is not None and loaded.architecture in DENSITIES:
        raise UserError("{model} scores grey pictures; those given are of 0 and 1.", model=model)
    pictures = _split(loaded, folder) if bits is None else torch.from_numpy(bits)
    dims = getattr(loaded.network.config, "dims", None)
    if not len(pictures) or pictures.shape[1] != dims:
        raise UserError(
            "{model} scores pictures of {dims} pixels; given were {count} of {pixels}.",
            model=model,
            dims=dims,
            count=len(pictures),
            pixels=pictures.shape[1],
        )
    return pictures


def _bounded(loaded: Loaded, bits: NDArray[np.uint8], samples: int) -> Bounded:
    nll = -float(bounds.importance(loaded.network, bits, samples, kept.folder()).mean())
    bits_per_pixel = nll / math.log(2) / bits.shape[1]
    return Bounded(
        model=loaded.header.model, n=len(bits), nll_nats=nll, bits_per_pixel=bits_per_pixel, samples=samples
    )


def _probed(found: Bounded, loaded: Loaded) -> Bounded:
    """Add what the checkpoint's probe, if it has one, makes of the test pictures that come with genplay."""
    test = _DRAWINGS.get(loaded.header.data.name)
    weight, bias = (loaded.calibration.get(f"probe.{name}") for name in ("weight", "bias"))
    if test is None or weight is None or bias is None:
        return found
    drawings = test()
    mu = latents.encoded(loaded.network, drawings.bits).mu
    confusion = Probe(weight=weight, bias=bias).confusion(mu, drawings.labels)
    return Probed(**asdict(found), probe_accuracy=accuracy(confusion))


@torch.inference_mode()
def log_probs(network: nn.Module, bits: NDArray[np.uint8], order: Order | None = None) -> NDArray[np.float64]:
    """Return log p of each picture in nats, (N,).

    Args:
        network: Maps pixels (B, D) to the logits of their conditionals (B, D).
        bits: Pictures, (N, D), 0 or 1.
        order: How a network that reads in any order reads them; the others read in their own.
    """
    along = () if order is None else (torch.tensor(order.sequence()),)
    parts = [torch.zeros(0, dtype=torch.float64)]
    for rows in torch.from_numpy(bits).split(BATCH):
        x = rows.float()
        logits = network(x, *along) if along else _logits(network, x)
        parts.append(log_bernoulli(logits.double(), x.double()).sum(-1))
    return torch.cat(parts).numpy()


@torch.inference_mode()
def log_densities(network: nn.Module, x: Tensor) -> NDArray[np.float64]:
    """Return log p of each picture in nats, (N,), of grey levels (N, D), 0 to 1.

    Args:
        network: Maps grey levels (B, D) to the mixtures of their conditionals (B, D, 3, K).
        x: Grey levels, (N, D), 0 to 1.
    """
    parts = [torch.zeros(0, dtype=torch.float64)]
    parts += [rnade.log_density(network(rows).double(), rows.double()).sum(-1) for rows in x.split(BATCH)]
    return torch.cat(parts).numpy()


def averaged_log_probs(network: nn.Module, bits: NDArray[np.uint8], orders: Sequence[Order]) -> Scores:
    """Return the logarithm of the mean of p over several orders, of each picture in nats, (N,)."""
    return mean_of_p([log_probs(network, bits, order) for order in orders])


def mean_of_p(scores: Sequence[Scores] | Scores) -> Scores:
    """Return log of the mean of p from log p in several orders, (K, N): (N,). Not of logits, nor of log p."""
    return np.logaddexp.reduce(scores, 0) - math.log(len(scores))


def _scores(loaded: Loaded, pictures: Tensor, order: Order, reach: int | None, orders: int) -> Scores:
    if loaded.architecture in DENSITIES:
        return log_densities(loaded.network, pictures)
    if reach is None:
        if loaded.architecture in ANY_ORDER:
            return averaged_log_probs(loaded.network, pictures.numpy(), ensemble(order, orders))
        return log_probs(loaded.network, pictures.numpy())
    table = Explicit(loaded.header.model, loaded).reader(reach=reach).weights
    return tabular_numpy.log_probs(table, pictures.numpy())


def _logits(network: nn.Module, x: Tensor) -> Tensor:
    """Return the network's logits; a PixelRNN's by the compiled walk where there is one."""
    if isinstance(network, PixelRnn) and network.config.hidden % 4 == 0 and find_spec("numba"):
        from genplay.train import pixelrnn_kernel

        return pixelrnn_kernel.logits(network, x)
    return network(x)


def _split(loaded: Loaded, folder: Path | None) -> Tensor:
    """Return the pictures that the header's figure was measured on."""
    name = f"nll_is{bounds.SAMPLES}_nats" if loaded.architecture in BOUNDED else "nll_nats"
    splits = {figure.split for figure in loaded.header.figures if figure.name == name}
    if VALID in splits:
        return torch.from_numpy(binarized.fixed("valid", folder))
    if clothes.VALID in splits:
        return clothes.Clothes.load(folder).validation()
    for split in splits & {bounds.TEST, bounds.FASHION_TEST}:
        return torch.from_numpy(bounds.drawn_test(split, folder))
    raise UserError("The header of {model} names no split to measure it on.", model=loaded.header.model)
