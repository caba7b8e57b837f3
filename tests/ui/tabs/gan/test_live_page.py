"""What is shown of answers, and what never is."""

import pytest

from genplay.engine.worker import Failure, Reply
from genplay.families.gan import Dissect, TrainGan
from genplay.families.training import Advancing
from tests.ui.tabs.desk import answer, press, run
from tests.ui.tabs.gan.staged import go_to


def test_the_first_screen_is_the_game_before_its_first_step(stage):
    assert [slot for slot, _ in stage.desk.asked] == ["live"]
    assert stage.desk.asked[-1][1] == TrainGan(stage.state.live.plan, 0)
    assert stage.tab.page.scene.current.step == 0
    assert stage.tab.settled()
    assert stage.tab.work() == ""
    assert stage.tab.device() == "CPU, 1 thread"


def test_an_answer_about_other_data_is_never_shown(stage):
    go_to(stage, 2)
    old = stage.tab.page.scene.current
    stage.tab.learn("spiral")
    ticket = stage.desk.waiting["gan/live"][0]
    stage.receive(Reply(ticket, "gan/live", old, 0.001))
    assert stage.tab.page.scene.current is None
    answer(stage)
    assert stage.tab.page.scene.current.plan.setup.data == "spiral"


def test_acts_of_another_step_are_never_shown(stage):
    press(stage, "Slow")
    run(stage, "step")
    old = stage.tab.page.scene.slow
    run(stage, "reset")
    go_to(stage, 3)
    stage.tab.page.run.go_to_phase(0)
    ticket = stage.desk.waiting["gan/slow"][0]
    stage.receive(Reply(ticket, "gan/slow", old, 0.001))
    assert stage.tab.page.scene.moved is None
    assert not stage.tab.settled()
    answer(stage)
    assert stage.desk.asked[-1][1] == Dissect(stage.state.live.plan, 3)
    assert stage.tab.page.scene.moved is not None
    assert stage.tab.settled()


def test_acts_are_forgotten_with_slow_motion(stage):
    press(stage, "Slow")
    run(stage, "step")
    press(stage, "Slow")
    assert stage.tab.page.scene.slow is None


def test_an_error_stands_in_the_middle_and_can_be_tried_again(stage):
    stage.tab.page.run.go_to(9)
    ticket, _ = stage.desk.waiting.pop("gan/live")
    failure = Failure("It is too much.", {}, "the details", expected=True)
    stage.receive(Reply(ticket, "gan/live", None, 0.0, failure, ended=True))
    view = stage.tab.view
    assert view.error.isVisible()
    assert "It is too much." in view.error.accessibleDescription()
    assert not view.middle.isVisible()
    assert not view.surfaces.isVisible()
    assert stage.tab.settled()
    press(stage, "Try again")
    assert not view.error.isVisible()
    assert view.middle.isVisible()
    assert view.surfaces.isVisible()
    assert stage.tab.page.scene.current.step == 9


def test_a_way_that_is_stopped_says_so(stage):
    stage.tab.page.run.go_to(300)
    stage.stop()
    assert stage.tab.view.error.isVisible()
    assert stage.tab.settled()


def test_unknown_answers_are_refused(stage):
    for slot in ("live", "slow"):
        stage.tab.page.show_result(slot, Advancing(0, 1))
        with pytest.raises(TypeError):
            stage.tab.page.show_result(slot, "something")
