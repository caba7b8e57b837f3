"""One face for every model with explicit conditionals, by its NumPy fast paths."""

from collections.abc import Iterator
from importlib import import_module
from typing import Any

import numpy as np
from numpy.typing import NDArray

from genplay.data import examples
from genplay.errors import UserError
from genplay.families.autoregressive import Reference
from genplay.families.base import Bits, Loaded, Measured
from genplay.families.orders import RASTER, Order
from genplay.models import ANY_ORDER, DENSITIES

_STEPS = 50  # in which the test digits are scored
_READERS = 8  # kept a model: an order-agnostic one has a reader for each order, AR-N one for each N


class Reader:
    """An explicit model that reads pictures in one way; keeps the last answer, from which an edit is cheap.

    Args:
        fast: The module of the model's fast paths.
        weights: The model.
        order: The pixels as they are read, (D,).
    """

    def __init__(self, fast: Any, weights: Any, order: NDArray[np.intp]) -> None:  # noqa: ANN401
        self.order = order
        self.weights = weights
        self._fast = fast
        self._last: Any = None

    @property
    def bias(self) -> NDArray[np.float32] | None:
        """b_i of each pixel, or None where the logits have no such part."""
        bias = getattr(self.weights, "b", None)
        return None if bias is None else self._in_place(bias)

    @property
    def hidden(self) -> int:
        """Number of hidden units, 0 where there are none."""
        return int(self.weights.hidden)

    def logits(self, bits: Bits) -> NDArray[np.float32]:
        """Return all logits of a picture, (D,); what did not change since the last picture is reused."""
        along = bits[self.order]
        if self._last is None:
            self._last = self._fast.conditionals(self.weights, along)
        else:
            self._last = self._fast.update(self.weights, self._last, along)
        return self._in_place(self._last.logits)

    def log_prob(self, bits: Bits) -> float:
        """Return log p of a picture in nats."""
        signed = np.where(bits, -1.0, 1.0) * self.logits(bits).astype(np.float64)
        return -float(np.logaddexp(0.0, signed).sum())

    def sample(
        self, given: Bits, start: int, uniforms: NDArray[np.float64], temperature: float, stride: int
    ) -> Iterator[tuple[Bits, int]]:
        """Yield ((N, D) pictures, number settled) every ``stride`` pixels; the first ``start`` are kept."""
        along = given[self.order], start, uniforms[:, self.order], temperature, stride
        for pictures, settled in self._fast.samples(self.weights, *along):
            yield self._in_place(pictures), settled

    def _in_place(self, along: NDArray[Any]) -> NDArray[Any]:
        """Put values that stand as the pixels are read, (..., D), in their pixels' places."""
        values = np.empty_like(along)
        values[..., self.order] = along
        return values


class Explicit:
    """An explicit model ready for single pictures.

    Args:
        name: Model name.
        loaded: The checkpoint. Its architecture's fast paths are in ``models/ARCHITECTURE_numpy.py``.

    Raises:
        UserError: The model is one of grey pictures, or what came with the weights is not what it should be.
    """

    def __init__(self, name: str, loaded: Loaded) -> None:
        if loaded.architecture in DENSITIES:  # see pipelines/grey.py
            sentence = "{model} scores grey pictures, not drawings of ink and paper."
            raise UserError(sentence, model=name)
        self.name = name
        self.loaded = loaded
        self._readers: dict[tuple[Order, int | None], Reader] = {}
        self.dims = int(getattr(loaded.network, "config").dims)  # noqa: B009 - an nn.Module as an object
        self._references: dict[tuple[Order, int | None], Reference] = {}
        self.found: dict[tuple[Order, int | None, str, int], list[float]] = {}
        """log p of the pictures of each set that ``pipelines.anomaly`` has scored so far."""
        self.reference()  # what came with the weights is looked at now

    def reference(self, order: Order = RASTER, reach: int | None = None) -> Reference | None:
        """Return how the model scores the test digits as it reads so; None where that is not known."""
        key = order, reach
        if key not in self._references and (scores := self._scores(order, reach)) is not None:
            blank = self.reader(order, reach).log_prob(np.zeros(self.dims, np.uint8))
            self._references[key] = Reference.of(scores, blank)
        return self._references.get(key)

    def measured(self, reach: int | None = None) -> Measured | None:
        """Return how good the model is on average as it looks back so far; None where that is not known."""
        return self.loaded.measured if self._own(reach) else None

    @property
    def any_order(self) -> bool:
        """Whether the model reads in any order."""
        return self.loaded.architecture in ANY_ORDER

    def along(self, order: NDArray[np.intp]) -> "Reader":
        """Return a model of any order as it reads along one that has no name, (D,)."""
        from genplay.models import eonade_numpy

        network: Any = self.loaded.network
        return Reader(eonade_numpy, eonade_numpy.Weights.of(network, order), order)

    def prepare(self, order: Order, reach: int | None) -> Iterator[None]:
        """Score the test digits where that takes a moment only, AR-N's for any N, a few of them a step."""
        key = order, reach
        network: Any = self.loaded.network
        if key in self._references or reach is None or reach == network.config.reach:
            return
        from genplay.models import tabular_numpy

        weights = self.reader(order, reach).weights
        scores: list[NDArray[np.float64]] = []
        for bits in np.array_split(examples.test_digits().bits, _STEPS):
            scores.append(tabular_numpy.log_probs(weights, bits))
            yield
        blank = self.reader(order, reach).log_prob(np.zeros(self.dims, np.uint8))
        self._references[key] = Reference.of(np.sort(np.concatenate(scores)).astype(np.float32), blank)

    def _scores(self, order: Order, reach: int | None) -> NDArray[np.float32] | None:
        if not self._own(reach):
            return None
        name = "test_log_prob" if order == RASTER else f"test_log_prob.{order.kind}"
        scores = self.loaded.calibration.get(name)
        if scores is not None and (scores.ndim != 1 or not len(scores)):
            sentence = "The checkpoint of {model} has no proper scores of test digits."
            raise UserError(sentence, model=self.name)
        return scores

    def _own(self, reach: int | None) -> bool:
        """Tell whether the checkpoint's figures and scores are those of this reach."""
        return reach is None or reach == getattr(self.loaded.network, "config").reach  # noqa: B009

    def reader(self, order: Order = RASTER, reach: int | None = None) -> Reader:
        """Return the model as it reads.

        Args:
            order: For a model that reads in any; the others read in raster order.
            reach: For AR-N: how many pixels a pixel sees. None is the model's own choice.
        """
        key = order, reach
        self._readers[key] = reader = self._readers.pop(key, None) or self._made(order, reach)
        if len(self._readers) > _READERS:
            del self._readers[next(iter(self._readers))]  # the one that has not been asked for longest
        return reader

    def _made(self, order: Order, reach: int | None) -> Reader:
        network: Any = self.loaded.network
        along = np.arange(self.dims)
        match self.loaded.architecture:
            case "markov":
                from genplay.models import markov, tabular_numpy

                back = int(network.config.reach) if reach is None else reach
                if back > network.config.most:
                    sentence = (
                        "This checkpoint of {model} has counted {most} pixels back at most, not {reach}."
                    )
                    values = {"model": self.name, "most": network.config.most, "reach": back}
                    raise UserError(sentence, **values)
                weights = tabular_numpy.Weights(markov.table(network, back), back)
                return Reader(tabular_numpy, weights, along)
            case "eonade":
                return self.along(order.sequence())
            case architecture:
                fast = import_module(f"genplay.models.{architecture}_numpy")
                return Reader(fast, fast.Weights.of(network), along)
