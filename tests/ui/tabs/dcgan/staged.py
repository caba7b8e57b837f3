"""The whole tab on a stage, answered by the true pipeline with a network of few units."""

from dataclasses import dataclass, field

import numpy as np
import pytest
import torch

from genplay.families.dcgan import DIRECTIONS, FAMILY, DcganState, Latent
from genplay.models import dcgan
from genplay.ui.tabs.dcgan.tab import DcganTab
from tests.ui.tabs.desk import Desk, staged

START = DcganState(latent=Latent(x=3.0, y=4.0))


@dataclass(frozen=True)
class Loaded:
    network: object
    architecture: str = "dcgan"
    measured: None = None
    calibration: dict = field(default_factory=dict)
    figures: dict = field(default_factory=dict)
    steps: int = 0


def loaded(config):
    torch.manual_seed(3)
    network = dcgan.build(config)
    for parameter in network.parameters():
        torch.nn.init.normal_(parameter, std=0.3)
    classes = np.zeros((DIRECTIONS, 2, 10), np.float32)
    classes[:, 0, 1] = classes[:, 1, 8] = 0.75
    known = {"directions.classes": classes, "linear": np.array([0.8, 0.7, 0.9], np.float32)}
    figures = {"frechet": 0.89, "frechet_real": 0.42, "classes_covered": 9.0}
    return Loaded(network.eval(), calibration=known, figures=figures)


MADE = {
    "dcgan_fashion": loaded(dcgan.Config(width=2)),
    "dcgan_avatars": loaded(dcgan.Config(side=64, channels=3, width=1)),
}


@pytest.fixture
def stage(show):
    desk = Desk(MADE.__getitem__)
    yield from staged(FAMILY, show(DcganTab(), 1116, 668), desk, START)


def asked(stage, slot):
    """What was asked in a slot."""
    return [request for name, request in stage.desk.asked if name == slot]
