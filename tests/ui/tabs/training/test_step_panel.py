"""A plot under its title: what is said beside it, and how often it is drawn while the training plays."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from genplay.ui import theme
from genplay.ui.tabs.training.step_panel import Curves, StepPanel
from genplay.ui.tabs.training.step_plot import Line, Reference
from tests.ui.tabs.painted import has, point_at

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(show):
    return show(StepPanel("Loss of each step"), 500, 140)


def drawn(count):
    steps = np.arange(1, count + 1)
    return Curves(steps, [Line("loss", "blue", 100 + 100.0 / steps)], [Reference("least", 100.0)])


def show_steps(panel, count, playing=False):
    curves = drawn(count)
    panel.show_curves(curves, curves, playing=playing)


def shown(panel):
    """The last step that is drawn."""
    steps = panel.plot._steps
    return int(steps[-1]) if len(steps) else 0


def test_what_is_given_is_drawn(panel):
    show_steps(panel, 30)
    assert shown(panel) == 30
    assert panel.plot.accessibleName() == "Loss of each step"
    assert has(panel.plot, "blue")
    assert [reference.name for reference in panel.plot._references] == ["least"]


def test_beside_the_title_stands_what_bold_means(panel, texts):
    show_steps(panel, 30)
    assert texts(panel) == ["Loss of each step", "nats"]
    show_steps(panel, 400)
    assert texts(panel) == ["Loss of each step", "nats, bold: mean of 8 steps"]
    panel.set_unit("no unit")
    assert texts(panel)[1] == "no unit, bold: mean of 8 steps"


def test_the_pointer_has_its_step_read_there(panel, texts):
    show_steps(panel, 50)
    point_at(panel.plot, QPoint(round(panel.plot.place_of(25)), 50))
    assert texts(panel)[1] == "step 25, loss 104.00"
    point_at(panel.plot, QPoint(1, 50))
    assert texts(panel)[1] == "nats"


def test_a_click_on_the_plot_picks_a_step(panel, qtbot):
    show_steps(panel, 50)
    with qtbot.waitSignal(panel.picked) as signal:
        QTest.mouseClick(panel.plot, LEFT, pos=QPoint(round(panel.plot.place_of(25)), 50))
    assert signal.args == [25]


def test_while_it_plays_it_is_drawn_now_and_then_and_the_last_one_is_not_lost(panel, qtbot):
    for step in (10, 20, 30):
        show_steps(panel, step, playing=True)
    assert shown(panel) == 10
    qtbot.waitUntil(lambda: shown(panel) == 30)


def test_at_rest_it_is_drawn_at_once_and_no_older_one_comes_after(panel, qtbot):
    for step in (10, 20):
        show_steps(panel, step, playing=True)
    show_steps(panel, 5)
    assert shown(panel) == 5
    qtbot.waitUntil(lambda: not panel._pace.resting)
    assert shown(panel) == 5


def test_the_same_source_is_drawn_once(panel, monkeypatch):
    source, calls = object(), []
    monkeypatch.setattr(panel.plot, "set_lines", lambda *values: calls.append(values))
    for _ in range(2):
        panel.show_curves(drawn(10), source, playing=False)
    assert len(calls) == 1
    panel.show_curves(drawn(10), object(), playing=False)
    assert len(calls) == 2


def test_without_curves_there_are_none(panel, texts):
    show_steps(panel, 50)
    panel.show_curves(None, None, playing=False)
    assert shown(panel) == 0
    assert not has(panel.plot, "blue")
    assert texts(panel)[1] == "nats"


@pytest.mark.parametrize("look", ["dark", "contrast"])
def test_it_follows_theme_and_scale(panel, qapp, qtbot, look):
    show_steps(panel, 50)
    below = panel.plot.y()
    theme.apply(qapp, theme.Theme(look, scale=1.5))
    assert has(panel.plot, "blue")
    qtbot.waitUntil(lambda: panel.plot.y() > below)  # the title has its room
