"""A probe's lines applied to the mean of q, and refused where there are none."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from genplay.engine.answer import Engine, Models
from genplay.errors import UserError
from genplay.families.base import Drawing
from genplay.families.vae import Probe, Probed
from genplay.models import vae

DRAWING = Drawing.of(np.eye(28))


class Loaded:
    architecture = "vae"
    measured = None

    def __init__(self, **calibration):
        torch.manual_seed(1)
        self.network = vae.build(vae.Config(latent=2, hidden=16, layers=1)).eval()
        self.calibration = {name.replace("_", "."): array for name, array in calibration.items()}


LINES = {
    "probe_weight": np.random.default_rng(0).normal(0, 3, (10, 2)).astype(np.float32),
    "probe_bias": np.random.default_rng(1).normal(0, 1, 10).astype(np.float32),
    "probe_confusion": (np.eye(10) * 90 + 1).astype(np.float32),
}


def answered(loaded):
    return Engine(Models(lambda _: loaded)).last(Probe("vae_2d", DRAWING))


def test_the_probabilities_are_the_softmax_of_the_lines_at_the_mean():
    loaded = Loaded(**LINES)
    with torch.inference_mode():
        mu = loaded.network.encode(torch.tensor(DRAWING.flat(), dtype=torch.float32)[None])[0][0].numpy()
    wanted = torch.softmax(torch.tensor(LINES["probe_weight"] @ mu + LINES["probe_bias"]).double(), 0)
    found = answered(loaded)
    assert isinstance(found, Probed)
    assert found.probabilities == pytest.approx(wanted.numpy(), abs=1e-6)
    assert found.drawing == DRAWING


def test_what_it_knows_is_counted():
    found = answered(Loaded(**LINES))
    assert found.confusion.dtype == np.int64
    assert found.accuracy == pytest.approx(0.91)
    assert found.per_class == pytest.approx([0.91] * 10)
    rows = np.zeros((10, 10), np.int64)
    rows[0, 0], rows[1, 0] = 3, 1
    bare = replace(found, confusion=rows)
    assert bare.accuracy == 0.75
    assert bare.per_class.tolist() == [1.0] + [0.0] * 9


@pytest.mark.parametrize("missing", LINES)
def test_without_all_of_it_there_is_no_probe(missing):
    with pytest.raises(UserError, match="vae_2d came without a linear probe"):
        answered(Loaded(**{name: array for name, array in LINES.items() if name != missing}))
