"""What the players pay, and how far apart p and q were."""

import math
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from genplay.families.gan import GanLive, GanState
from genplay.ui.tabs.gan.curves_panel import CurvesPanel
from genplay.ui.tabs.gan.scene import Scene
from tests.ui.tabs.gan.made_sides import planned, scene, trained
from tests.ui.tabs.painted import has

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(show):
    return show(CurvesPanel(), 274, 290)


def test_the_curves_are_those_of_the_steps(panel):
    made = scene(step=60)
    panel.show_scene(made)
    curves = made.result.curves
    d, g = panel.losses.plot._lines
    np.testing.assert_array_equal(d.values, curves.d / 2)  # a point, of a real and a fake one
    np.testing.assert_array_equal(g.values, curves.g)
    assert (d.name, d.token, g.name, g.token) == ("D", "blue", "G", "orange")
    (js,) = panel.js.plot._lines
    np.testing.assert_array_equal(js.values, curves.js)
    np.testing.assert_array_equal(panel.js.plot._steps, curves.js_steps)
    assert has(panel.losses.plot, "blue")
    assert has(panel.losses.plot, "orange")
    assert has(panel.js.plot, "accent")


@pytest.mark.parametrize(
    ("loss", "values", "unit"),
    [
        ("nonsaturating", [math.log(2)], "nats a point"),
        ("minimax", [math.log(2), -math.log(2)], "nats a point"),
        ("leastsquares", [], "squared errors"),
        ("wasserstein", [], "values of f"),
    ],
)
def test_theory_is_drawn_where_it_means_something(panel, texts, loss, values, unit):
    panel.show_scene(scene(loss=loss))
    assert [reference.value for reference in panel.losses.plot._references] == values
    assert unit in texts(panel)
    assert [reference.name for reference in panel.js.plot._references] == ["log 2, disjoint"]


def test_a_critics_curve_is_not_halved(panel):
    made = scene(loss="wasserstein")
    panel.show_scene(made)
    np.testing.assert_array_equal(panel.losses.plot._lines[0].values, made.result.curves.d)
    assert panel.losses.plot._lines[0].name == "f"


def test_what_was_paid_in_another_game_is_not_drawn(panel):
    plan = planned()
    begun = trained(plan.changed(10, replace(plan.at(0), loss="leastsquares")), 10)
    shown = Scene(GanState(live=GanLive(plan=begun.plan, step=10)), result=begun)
    panel.show_scene(shown)
    assert not len(panel.losses.plot._steps), "nothing was paid in the new game yet"
    assert len(panel.js.plot._steps)
    panel.show_scene(replace(shown, result=trained(begun.plan, 30)))
    assert np.isnan(panel.losses.plot._lines[0].values).sum() == 10


def test_before_the_first_step_and_of_another_training_there_are_none(panel):
    panel.show_scene(scene(step=0))
    assert not len(panel.losses.plot._steps)
    assert not len(panel.js.plot._steps)
    made = scene(step=60)
    panel.show_scene(made)
    other = replace(made, state=scene(data="grid").state)
    panel.show_scene(other)
    assert not len(panel.losses.plot._steps)


@pytest.mark.parametrize("which", ["losses", "js"])
def test_a_click_picks_a_step(panel, qtbot, which):
    panel.show_scene(scene(step=60))
    plot = getattr(panel, which).plot
    with qtbot.waitSignal(panel.picked) as signal:
        QTest.mouseClick(plot, LEFT, pos=QPoint(round(plot.place_of(60)), 40))
    assert signal.args[0] == pytest.approx(60, abs=1)


def test_without_room_for_both_the_losses_stay(panel):
    panel.set_room(120)
    assert panel.losses.isVisible()
    assert not panel.js.isVisible()
    panel.set_room(280)
    assert panel.js.isVisible()
