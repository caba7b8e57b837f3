"""A plot under its title: what is said beside it, and how often it is drawn while the training plays."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from genplay.ui import theme
from genplay.ui.tabs.vae.train.loss_panel import LossPanel
from tests.ui.tabs.vae.train.painted import has, point_at

LEFT = Qt.MouseButton.LeftButton
CURVES = [("total", "loss", "text"), ("reconstruction", "reconstruction", "blue")]


@pytest.fixture
def panel(show):
    return show(LossPanel("Loss of each step", CURVES), 500, 140)


def shown(panel):
    """The last step that is drawn."""
    steps = panel.plot._steps
    return int(steps[-1]) if len(steps) else 0


def test_the_curves_are_those_of_the_losses(panel, scene):
    made = scene(step=30)
    panel.show_scene(made)
    losses = made.result.losses
    assert [line.name for line in panel.plot._lines] == ["loss", "reconstruction"]
    np.testing.assert_array_equal(panel.plot._lines[0].values, losses.total)
    np.testing.assert_array_equal(panel.plot._lines[1].values, losses.reconstruction)
    assert panel.plot.accessibleName() == "Loss of each step"
    assert has(panel.plot, "blue")


def test_beside_the_title_stands_what_bold_means(panel, scene, texts):
    panel.show_scene(scene(step=30))
    assert texts(panel) == ["Loss of each step", "nats"]
    panel.show_scene(scene(step=400))
    assert texts(panel) == ["Loss of each step", "nats, bold: mean of 8 steps"]


def test_the_pointer_has_its_step_read_there(panel, scene, texts):
    panel.show_scene(scene(step=50))
    point_at(panel.plot, QPoint(round(panel.plot.place_of(25)), 50))
    assert texts(panel)[1] == "step 25, loss 154.00, reconstruction 54.00"
    point_at(panel.plot, QPoint(1, 50))
    assert texts(panel)[1] == "nats"


def test_a_click_on_the_plot_picks_a_step(panel, scene, qtbot):
    panel.show_scene(scene(step=50))
    with qtbot.waitSignal(panel.picked) as signal:
        QTest.mouseClick(panel.plot, LEFT, pos=QPoint(round(panel.plot.place_of(25)), 50))
    assert signal.args == [25]


def test_while_it_plays_it_is_drawn_now_and_then_and_the_last_one_is_not_lost(panel, scene, qtbot):
    for step in (10, 20, 30):
        panel.show_scene(scene(step=step, shown={"playing": True}))
    assert shown(panel) == 10
    qtbot.waitUntil(lambda: shown(panel) == 30)


def test_at_rest_it_is_drawn_at_once_and_no_older_one_comes_after(panel, scene, qtbot):
    for step in (10, 20):
        panel.show_scene(scene(step=step, shown={"playing": True}))
    panel.show_scene(scene(step=5))
    assert shown(panel) == 5
    qtbot.waitUntil(lambda: not panel._pace.resting)
    assert shown(panel) == 5


def test_without_a_result_there_are_no_curves(panel, scene, texts):
    panel.show_scene(scene(step=50))
    panel.show_scene(scene(answered=False))
    assert shown(panel) == 0
    assert not has(panel.plot, "blue")
    assert texts(panel)[1] == "nats"


@pytest.mark.parametrize("look", ["dark", "contrast"])
def test_it_follows_theme_and_scale(panel, scene, qapp, qtbot, look):
    panel.show_scene(scene(step=50))
    below = panel.plot.y()
    theme.apply(qapp, theme.Theme(look, scale=1.5))
    assert has(panel.plot, "blue")
    qtbot.waitUntil(lambda: panel.plot.y() > below)  # the title has its room
