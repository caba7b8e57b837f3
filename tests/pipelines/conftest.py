"""Small models made on the spot, so that a pipeline is tested on what it does and not on what ships."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import nn

from genplay.engine.answer import Engine, Models
from genplay.families.base import Measured
from genplay.models import eonade, markov, nade, pixelrnn, rnade, tabular


@dataclass(frozen=True)
class Made:
    """What a loaded checkpoint is to a pipeline."""

    network: nn.Module
    architecture: str
    calibration: Mapping[str, NDArray[np.float32]] = field(default_factory=dict)
    measured: Measured | None = field(default_factory=lambda: Measured(84.0, "here"))
    figures: Mapping[str, float] = field(default_factory=dict)
    steps: int = 0


@torch.inference_mode(False)  # as a checkpoint is loaded: a context asks for derivatives
def loaded(name: str) -> Made:
    """Return a model of 28 x 28 pixels; the same name gives the same one."""
    generator = torch.Generator().manual_seed(7)
    if name == "nade":
        network = nade.build(nade.Config(hidden=12))
        for parameter in network.parameters():
            nn.init.normal_(parameter, std=0.5, generator=generator)
        scores = np.linspace(-560, -300, 101, dtype=np.float32)
        return Made(network.eval(), "nade", {"test_log_prob": scores})
    if name == "diagonal_bilstm":
        torch.manual_seed(7)
        return Made(pixelrnn.build(pixelrnn.Config(hidden=4, layers=2, head=4)).eval(), "pixelrnn")
    if name == "eonade":
        torch.manual_seed(7)
        return Made(eonade.build(eonade.Config(hidden=9)).eval(), "eonade")
    if name == "rnade":
        torch.manual_seed(7)
        network = rnade.build(rnade.Config(hidden=6, components=3, floor=0.01))
        nn.init.normal_(network.V, std=0.1)
        scores = np.linspace(-400, 900, 51, dtype=np.float32)
        return Made(network.eval(), "rnade", {"test_log_prob": scores, "digits_log_prob": scores + 300})
    if name == "arn":
        bits = np.random.default_rng(7).integers(0, 2, (50, 784)).astype(np.uint8)
        return Made(markov.fit(markov.Config(most=4, reach=3), bits).eval(), "markov")
    order = {"bernoulli": 0, "independent": 0, "ar1": 1}[name]
    network = tabular.build(tabular.Config(order=order, shared=name == "bernoulli"))
    nn.init.normal_(network.logits, mean=-1.0, generator=generator)
    return Made(network.eval(), "tabular")


@pytest.fixture(scope="session")
def make() -> Callable[[str], Made]:
    """Return the function that makes a model by its name."""
    return loaded


@pytest.fixture
def engine() -> Engine:
    """Return an engine that has answered nothing yet."""
    return Engine(Models(loaded))


@pytest.fixture(scope="session")
def warm() -> Engine:
    """Return an engine that has answered whatever the tests before asked: its memory must not show."""
    return Engine(Models(loaded))
