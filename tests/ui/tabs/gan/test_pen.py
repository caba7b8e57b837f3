"""A distribution is drawn with the mouse, and learnt."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from genplay.families.gan import MOST_POINTS
from tests.ui.tabs.desk import LEFT, answer, button, commands, press, run
from tests.ui.tabs.gan.staged import go_to


def drag(stage, start, end, mouse=LEFT):
    """Draw from one place of the plane to another."""
    field = stage.tab.view.field
    at = [field.place(*place).toPoint() for place in (start, end)]
    QTest.mouseMove(field, QPoint(1, 1))
    QTest.mousePress(field, mouse, pos=at[0])
    QTest.mouseMove(field, (at[0] + at[1]) / 2)
    QTest.mouseMove(field, at[1])
    QTest.mouseRelease(field, mouse, pos=at[1])


def test_what_is_drawn_is_learnt_when_it_is_applied(stage):
    go_to(stage, 2)
    press(stage, "Draw your own")
    assert stage.state.drawing == ()
    drag(stage, (-1, -1), (1, 1))
    points = stage.state.drawing
    assert len(points) > 20
    assert all(abs(x - y) < 0.5 for x, y in points)
    assert max(x for x, _ in points) == pytest.approx(1, abs=0.25)
    press(stage, "Apply")
    assert stage.state.drawing is None
    assert stage.state.live.plan.setup.data == "drawn"
    assert stage.state.live.plan.setup.points == points
    assert stage.state.live.step == 0
    real = stage.tab.page.scene.current.real
    assert abs(real[:, 0] - real[:, 1]).max() < 1.2


def test_a_stroke_is_one_step_of_the_history(stage):
    run(stage, "draw")
    drag(stage, (-1, 0), (1, 0))
    drag(stage, (0, -1), (0, 1))
    both = stage.state.drawing
    stage.undo()
    assert 0 < len(stage.state.drawing) < len(both)
    stage.undo()
    assert stage.state.drawing == ()
    stage.redo()
    stage.redo()
    assert stage.state.drawing == both


def test_the_right_button_and_the_eraser_take_points_away(stage):
    run(stage, "draw")
    drag(stage, (-1, 0), (1, 0))
    drag(stage, (-1, 0), (0, 0), Qt.MouseButton.RightButton)
    assert stage.state.drawing
    assert min(x for x, _ in stage.state.drawing) > -0.1
    run(stage, "eraser")
    drag(stage, (-0.2, 0), (1, 0))
    assert stage.state.drawing == ()


def test_nothing_drawn_cannot_be_learnt_and_it_is_said(stage):
    before = stage.state.live
    run(stage, "draw")
    run(stage, "apply")
    assert stage.said == [("info", "Nothing is drawn yet: draw where the real points should be.")]
    assert stage.state.drawing == ()
    assert stage.state.live == before


def test_a_drawing_that_is_left_changes_nothing_and_undo_has_it(stage):
    before = stage.state
    run(stage, "draw")
    drag(stage, (0, 0), (1, 0))
    drawn = stage.state.drawing
    press(stage, "Cancel")
    assert stage.state.live == before.live
    assert stage.state.drawing is None
    stage.undo()
    assert stage.state.drawing == drawn


def test_a_drawing_is_gone_on_with(stage):
    run(stage, "draw")
    drag(stage, (0, 0), (1, 0))
    run(stage, "apply")
    go_to(stage, 3)
    points = stage.state.live.plan.setup.points
    run(stage, "draw")
    assert stage.state.drawing == points
    run(stage, "apply")  # nothing has changed: what was learnt stays
    assert stage.state.live.step == 3
    run(stage, "draw")
    drag(stage, (0, 1), (1, 1))
    run(stage, "apply")
    assert stage.state.live.step == 0
    assert set(stage.state.live.plan.setup.points) > set(points)


def test_while_one_draws_time_stands_still(stage):
    run(stage, "play")
    run(stage, "draw")
    assert not stage.tab.page.run.playing
    assert not any(commands(stage)[name].enabled() for name in ("play", "step", "step_d", "slow", "reset"))
    assert not stage.tab.view.transport.isEnabled()
    run(stage, "cancel")
    assert commands(stage)["play"].enabled()
    assert stage.tab.view.transport.isEnabled()


def test_a_preset_leaves_the_drawing(stage):
    run(stage, "draw")
    drag(stage, (0, 0), (1, 0))
    run(stage, "learn_grid")
    assert stage.state.drawing is None
    assert stage.state.live.plan.setup.data == "grid"


def test_brush_and_tools_follow_commands_within_their_range(stage):
    run(stage, "draw")
    for _ in range(9):
        run(stage, "larger_brush")
    assert stage.state.brush == 5
    for _ in range(9):
        run(stage, "smaller_brush")
    assert stage.state.brush == 1
    run(stage, "eraser")
    assert commands(stage)["eraser"].checked()
    run(stage, "clear")
    assert stage.state.drawing == ()
    assert button(stage, "Apply")


def test_a_full_drawing_says_so_once(stage):
    run(stage, "draw")
    points = tuple(
        (round(-2.95 + 0.1 * (at % 60), 3), round(-2.95 + 0.1 * (at // 60), 3)) for at in range(995)
    )
    stage.edit(replace(stage.state, drawing=points), "")
    drag(stage, (-2, 2.5), (2, 2.5))
    drag(stage, (-2, 2.0), (2, 2.0))
    assert len(stage.state.drawing) == MOST_POINTS
    assert [kind for kind, _ in stage.said] == ["info"]
    answer(stage)
