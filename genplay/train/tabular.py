"""The recipe of the counted models: count the fixed training pictures once."""

import numpy as np
from numpy.typing import NDArray

from genplay.models import markov, tabular

Network = tabular.Tabular | markov.Markov

CONFIGS: dict[str, tabular.Config | markov.Config] = {
    "bernoulli": tabular.Config(order=0, shared=True),
    "independent": tabular.Config(order=0),
    "ar1": tabular.Config(order=1),
    "arn": markov.Config(),
}


def count(name: str, bits: NDArray[np.uint8]) -> tuple[str, Network]:
    """Return a counted model's architecture and the model.

    Args:
        name: One of ``CONFIGS``.
        bits: Pictures, (N, D), 0 or 1.
    """
    config = CONFIGS[name]
    if isinstance(config, markov.Config):
        return "markov", markov.fit(config, bits)
    return "tabular", tabular.fit(config, bits)
