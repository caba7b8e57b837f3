from dataclasses import replace

import numpy as np
import pytest

from genplay.families.autoregressive import PIXELS
from genplay.ui import text
from genplay.ui.tabs.autoregressive.sum_panel import SumPanel


@pytest.fixture
def panel(show):
    return show(SumPanel(), 1084, 130)


def test_the_ledger_adds_up(panel, scene):
    shown = scene()
    panel.show_scene(shown)
    (ink, ink_sum), (paper, paper_sum) = shown.result.split()
    said = panel.ledger.accessibleDescription()
    assert f"Ink, {ink} pixels" in said
    assert f"Background, {paper} pixels" in said
    for number in (ink_sum, paper_sum, shown.result.log_prob):
        assert text.nats(number) in said
    assert ink + paper == PIXELS
    assert ink_sum + paper_sum == pytest.approx(shown.result.log_prob)


def test_while_walking_it_is_the_sum_so_far(panel, scene):
    shown = scene(cursor=300, hide_future=True)
    panel.show_scene(shown)
    said = panel.ledger.accessibleDescription()
    assert "Sum so far" in said
    assert text.nats(float(shown.result.running[300])) in said
    (ink, _), (paper, _) = shown.result.split(300)
    assert ink + paper == 300


def curves(panel):
    return [(name, len(values), dashed) for name, values, _, dashed in panel.curve._curves]


def test_the_curve_and_its_reference(panel, scene):
    panel.show_scene(scene())
    assert curves(panel) == [("NADE", PIXELS + 1, False), ("AR-1", PIXELS + 1, True)]


def test_the_curve_grows_with_the_walk_and_shows_no_future(panel, scene, qtbot):
    panel.show_scene(scene(cursor=300, hide_future=True))
    assert curves(panel) == [("NADE", 301, False)]


def test_the_axes_do_not_move_with_the_walk(panel, scene, qtbot):
    panel.show_scene(scene())
    before = panel.curve.getPlotItem().getViewBox().viewRange()
    qtbot.waitUntil(lambda: not panel._pace.resting)
    panel.show_scene(scene(cursor=30, hide_future=True))
    np.testing.assert_allclose(panel.curve.getPlotItem().getViewBox().viewRange(), before)


def test_simpler_models_on_the_same_drawing(panel, scene):
    shown = scene()
    panel.show_scene(shown)
    said = panel.bars.accessibleDescription()
    names = ["One shared p", "Independent", "AR-1", "NADE"]
    values = [*(simpler.log_prob for simpler in shown.result.simpler), shown.result.log_prob]
    assert said == ", ".join(f"{name} {text.nats(value)}" for name, value in zip(names, values, strict=True))


@pytest.mark.parametrize(
    ("model", "reach", "name"), [("ar1", 8, "AR-1"), ("arn", 1, "AR-1"), ("arn", 2, "AR-2")]
)
def test_no_model_is_its_own_baseline(panel, scene, model, reach, name):
    panel.show_scene(scene(model=model, reach=reach))
    simpler = ["One shared p", "Independent"] + ["AR-1"] * (name != "AR-1")
    said = panel.bars.accessibleDescription().split(", ")
    assert [row.rpartition(" ")[0] for row in said] == [*simpler, name]
    assert [curve[0] for curve in curves(panel)] == [name] + ["AR-1"] * (name != "AR-1")


def test_the_cursor_is_where_the_numbers_speak_of(panel, scene, qtbot):
    panel.show_scene(scene(cursor=408))
    assert panel.curve._cursor == 408
    qtbot.waitUntil(lambda: not panel._pace.resting)
    panel.show_scene(scene(cursor=408, hovered=9))
    assert panel.curve._cursor == 10
    qtbot.waitUntil(lambda: not panel._pace.resting)
    panel.show_scene(scene())
    assert panel.curve._cursor is None


def test_numbers_that_are_no_longer_true_do_not_wait(panel, scene):
    panel.show_scene(scene())
    panel.show_scene(scene(cursor=300, hide_future=True))  # waits for its turn
    panel.show_scene(scene(answered=False))
    assert panel.ledger.accessibleDescription() == ""
    assert curves(panel) == []
    assert panel.bars.accessibleDescription() == ""


def test_what_waits_is_shown_in_the_end(panel, scene, qtbot):
    for cursor in (100, 200, 300):
        panel.show_scene(scene(cursor=cursor, hide_future=True))
    qtbot.waitUntil(lambda: curves(panel) == [("NADE", 301, False)])


@pytest.mark.parametrize(("step", "pixel"), [(None, None), (0, None), (1, 0), (PIXELS, PIXELS - 1)])
def test_a_step_of_the_curve_is_its_last_pixel(panel, qtbot, step, pixel):
    with qtbot.waitSignal(panel.hovered) as signal:
        panel.curve.hovered.emit(step)
    assert signal.args == [pixel]


def test_a_model_without_its_simpler_ones_is_shown_alone(panel, scene):
    shown = scene()
    panel.show_scene(replace(shown, result=replace(shown.result, simpler=())))
    assert curves(panel) == [("NADE", PIXELS + 1, False)]


def test_projector_mode_leaves_the_curve(panel, scene):
    panel.show_scene(scene())
    panel.set_projector(True)
    assert [panel.ledger.isVisible(), panel.curve.isVisible(), panel.bars.isVisible()] == [False, True, False]
    panel.set_projector(False)
    assert panel.ledger.isVisible()
