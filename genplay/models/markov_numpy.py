"""AR-N on a single picture: for a chosen N it is a counted model like any other."""

from typing import Self

import numpy as np

from genplay.models import markov, tabular_numpy
from genplay.models.markov import Markov
from genplay.models.tabular_numpy import Conditionals, conditionals, samples, update

__all__ = ["Conditionals", "Weights", "conditionals", "samples", "update"]


class Weights(tabular_numpy.Weights):
    """The table of one N."""

    @classmethod
    def of(cls, model: Markov, reach: int | None = None) -> Self:
        """Return the table for contexts of ``reach`` pixels; None is the model's own choice."""
        reach = reach or model.config.reach
        return cls(np.asarray(markov.logits(model, reach).numpy()), reach)
