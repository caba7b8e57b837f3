"""The whole tab on a stage, answered by the true pipeline with networks of few units."""

from dataclasses import dataclass, field

import numpy as np
import pytest
import torch

from genplay.families.base import Drawing
from genplay.families.infogan import FAMILY, InfoGanState
from genplay.models import infogan
from genplay.ui.tabs.infogan.tab import InfoGanTab
from tests.ui.tabs.desk import Desk, staged

CROSS = Drawing.of(np.eye(28) + np.eye(28)[::-1])
MATCHING = (3, 0, 9, 1, 2, 4, 5, 6, 7, 8)
"""The digit of each category."""
ORDER = (1, 3, 4, 0, 5, 6, 7, 8, 9, 2)
"""The categories in the order of their digits."""
COUNTS = np.eye(10, dtype=np.float32)[list(MATCHING)] * 95
COUNTS[4, 8] = 50  # eights in the category of twos


@dataclass(frozen=True)
class Loaded:
    network: object
    architecture: str = "infogan"
    measured: None = None
    calibration: dict = field(default_factory=dict)
    figures: dict = field(default_factory=dict)
    steps: int = 0


def made(name):
    torch.manual_seed(3)
    config = infogan.Config(noise=5, width=3, hidden=12, reader=7, scale=4.0, normed=False)
    network = infogan.build(config).eval()
    torch.nn.init.normal_(network.reader.category.weight, std=2.0)
    torch.nn.init.normal_(network.generator.layers[-1].weight, std=0.5)
    known = {"matching": np.array(MATCHING, np.float32), "confusion": COUNTS}
    return Loaded(network, calibration=known if name == "infogan" else {})


MADE = {name: made(name) for name in ("infogan", "infogan_plain")}
SLOW = ("ledger", "plain")  # answered when a test asks for it


@pytest.fixture
def stage(show):
    desk = Desk(MADE.__getitem__, SLOW)
    yield from staged(FAMILY, show(InfoGanTab(), 1116, 668), desk, InfoGanState(drawing=CROSS))
