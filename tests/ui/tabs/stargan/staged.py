"""The whole tab on a stage, answered by the true pipeline with networks of few units."""

import io
from dataclasses import dataclass, field

import numpy as np
import pytest
import torch
from PIL import Image
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from genplay.data.avatars import examples, render
from genplay.data.avatars import spec as specs
from genplay.families.stargan import FAMILY, StarGanState
from genplay.models import stargan
from genplay.ui.tabs.stargan import own
from genplay.ui.tabs.stargan.tab import StarGanTab
from tests.ui.tabs.desk import LEFT, Desk, answer, staged

NAMES = specs.ATTRIBUTES
HAIR = specs.HAIR_ATTRIBUTES
OWN = "stargan_faces"
"""A model of a user's own faces, which knows other attributes."""
OWN_NAMES = ("Old", "Short", "Tall", "Wearing_A_Very_Long_Necktie")
SIZES = {"width": 8, "blocks": 1, "early": 4, "palette": 5, "picked": 2, "judge": 4, "hidden": 6}

needs_drawing = pytest.mark.skipif(bool(render.missing()), reason="avatars cannot be drawn here")


@dataclass(frozen=True)
class Loaded:
    network: object
    architecture: str = "stargan"
    measured: None = None
    calibration: dict = field(default_factory=dict)


def loaded(names, exclusive, calibration):
    torch.manual_seed(3)
    config = stargan.Config(attributes=" ".join(names), exclusive=" ".join(exclusive), **SIZES)
    network = stargan.build(config)
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.add_(0.05 * torch.randn_like(parameter))
    return Loaded(network.eval(), calibration=calibration)


FAMILIAR = {
    "strange.mean": np.zeros(6, np.float32),
    "strange.whitening": np.zeros((6, 6), np.float32),
    "strange.limit": np.ones(1, np.float32),
}
"""A measure by which no face is strange."""
MADE = {"stargan": loaded(NAMES, HAIR, {}), OWN: loaded(OWN_NAMES, ("Short", "Tall"), FAMILIAR)}


@pytest.fixture
def stage(show, monkeypatch):
    monkeypatch.setattr(own, "offered", lambda: {"stargan": "StarGAN", OWN: "Your faces"})
    desk = Desk(MADE.__getitem__)
    yield from staged(FAMILY, show(StarGanTab(), 1116, 668), desk, StarGanState())


def folder(path, names=NAMES, count=3):
    """Write a folder of avatars with a table in CelebA's format, and what it says of each."""
    known = examples.examples()
    held = [dict(zip(NAMES, specs.attributes(spec), strict=True)) for spec in known.specs]
    lines = [
        " ".join([f"{at}.png", *("1" if held[at % 36].get(name) else "-1" for name in names)])
        for at in range(count)
    ]
    path.mkdir(exist_ok=True)
    (path / "list_attr_celeba.txt").write_text("\n".join([str(count), " ".join(names), *lines]))
    for at in range(count):
        Image.fromarray(known.images[at % 36]).save(path / f"{at}.png")
    return path


def asked(stage, slot):
    """What was asked in a slot."""
    return [request for name, request in stage.desk.asked if name == slot]


def own_of(stage):
    """What the face has."""
    return stage.tab.scene.own


def click(widget, pos=None):
    """Click a widget, in its middle if nowhere else."""
    QTest.mouseClick(widget, LEFT, pos=pos or widget.rect().center())


def toggle(stage, number):
    """Click an attribute's switch, or its piece of a group."""
    row = stage.tab.view.attributes.row(number)
    if len(row.numbers) == 1:
        click(row.switch, QPoint(8, row.switch.height() // 2))
    else:
        click(row.choice._pieces[str(number)])
    answer(stage)


def other_hair(stage):
    """A colour of hair that the face has not."""
    return next(number for number in range(4) if not own_of(stage)[number])


def strange(stage, mode="RGB", size=(80, 50)):
    """Open a picture of noise in some mode and size."""
    levels = np.random.default_rng(3).integers(0, 256, (size[1], size[0], 4)).astype(np.uint8)
    stream = io.BytesIO()
    Image.fromarray(levels, "RGBA").convert(mode).save(stream, "PNG")
    stage.tab.paste_picture(stream.getvalue())
    answer(stage)
