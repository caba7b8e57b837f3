"""One face for every model with explicit conditionals, by its NumPy fast paths."""

from collections.abc import Iterator
from importlib import import_module
from typing import Any

import numpy as np
from numpy.typing import NDArray

from genplay.errors import UserError
from genplay.families.autoregressive import Reference
from genplay.families.base import Bits, Loaded


class Explicit:
    """An explicit model ready for single drawings; keeps the last answer, from which an edit is cheap.

    Args:
        name: Model name.
        loaded: The checkpoint. Its architecture's fast paths are in ``models/ARCHITECTURE_numpy.py``.

    Raises:
        UserError: What came with the weights is not what it should be.
    """

    def __init__(self, name: str, loaded: Loaded) -> None:
        self.name = name
        self._fast: Any = import_module(f"genplay.models.{loaded.architecture}_numpy")
        self._weights = self._fast.Weights.of(loaded.network)
        self._last: Any = None
        self.reference: Reference | None = None
        scores = loaded.calibration.get("test_log_prob")
        if scores is not None:
            if scores.ndim != 1 or not len(scores):
                raise UserError("The checkpoint of {model} has no proper scores of test digits.", model=name)
            blank = np.zeros(self.dims, np.uint8)
            self.reference = Reference.of(scores, self.log_prob(blank))

    @property
    def dims(self) -> int:
        """Number of pixels D."""
        return int(self._weights.dims)

    @property
    def bias(self) -> NDArray[np.float32] | None:
        """b_i, or None where the logits have no such part."""
        return getattr(self._weights, "b", None)

    @property
    def hidden(self) -> int:
        """Number of hidden units, 0 where there are none."""
        return int(self._weights.hidden)

    def logits(self, bits: Bits) -> NDArray[np.float32]:
        """Return all logits of a drawing, (D,); what did not change since the last drawing is reused."""
        if self._last is None:
            self._last = self._fast.conditionals(self._weights, bits)
        else:
            self._last = self._fast.update(self._weights, self._last, bits)
        return self._last.logits

    def log_prob(self, bits: Bits) -> float:
        """Return log p of a drawing in nats."""
        signed = np.where(bits, -1.0, 1.0) * self.logits(bits).astype(np.float64)
        return -float(np.logaddexp(0.0, signed).sum())

    def sample(
        self, given: Bits, start: int, uniforms: NDArray[np.float64], temperature: float, stride: int
    ) -> Iterator[tuple[Bits, int]]:
        """Yield ((N, D) pixels, number settled) every ``stride`` pixels; those before ``start`` are kept."""
        return self._fast.samples(self._weights, given, start, uniforms, temperature, stride)
