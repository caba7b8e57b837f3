"""The losses of a VAE in training, as curves."""

import numpy as np
import pytest

from genplay.ui.tabs.vae.train.loss_panel import LossPanel
from tests.ui.tabs.painted import has

CURVES = [("total", "loss", "text"), ("reconstruction", "reconstruction", "blue")]


@pytest.fixture
def panel(show):
    return show(LossPanel("Loss of each step", CURVES), 500, 140)


def test_the_curves_are_those_of_the_losses(panel, scene):
    made = scene(step=30)
    panel.show_scene(made)
    losses = made.result.losses
    assert [line.name for line in panel.plot._lines] == ["loss", "reconstruction"]
    np.testing.assert_array_equal(panel.plot._lines[0].values, losses.total)
    np.testing.assert_array_equal(panel.plot._lines[1].values, losses.reconstruction)
    assert has(panel.plot, "blue")


def test_while_it_plays_it_is_drawn_now_and_then(panel, scene, qtbot):
    for step in (10, 20, 30):
        panel.show_scene(scene(step=step, shown={"playing": True}))
    assert panel.plot._steps[-1] == 10
    qtbot.waitUntil(lambda: panel.plot._steps[-1] == 30)


def test_without_a_result_there_are_no_curves(panel, scene):
    panel.show_scene(scene(step=50))
    panel.show_scene(scene(answered=False))
    assert not len(panel.plot._steps)
    assert not has(panel.plot, "blue")
