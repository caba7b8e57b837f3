"""Which answers are shown, and when."""

from dataclasses import replace

import pytest

from genplay.engine.worker import Failure
from genplay.families.infogan import PLAIN, InfoGanState
from genplay.ui.tabs.infogan.answers import SLOTS, Answers
from genplay.ui.tabs.infogan.scene import Scene
from tests.ui.tabs.infogan import made

FAILURE = Failure("There is no {model}.", {"model": "InfoGAN"}, "", expected=True)
RESULTS = {
    "picture": made.picture(),
    "choices": made.chosen(),
    "wall": made.walled(),
    "read": made.found(),
    "ledger": made.ledger(),
    "plain": made.ledger(PLAIN),
    "confusion": made.confusion(),
}


@pytest.fixture
def answers(make_desk):
    shown = []
    found = Answers(make_desk(InfoGanState()), shown.append)
    for slot, result in RESULTS.items():
        found.show_result(slot, result)
    found.notices = []
    found.said.connect(lambda *said: found.notices.append(said))
    return found


def test_every_question_of_the_state_has_its_part(answers):
    asked = InfoGanState(drawing=made.CROSS).requests()
    assert set(asked) == set(SLOTS) == set(RESULTS)
    assert set(SLOTS.values()) <= set(Scene.__dataclass_fields__)
    for slot, result in RESULTS.items():
        assert getattr(answers.scene, SLOTS[slot]) is result


def test_another_model_takes_its_pictures_back_but_not_the_ledgers(answers):
    answers.show_state(replace(InfoGanState(), category=3))
    assert answers.scene.made is RESULTS["picture"]
    for slot in ("picture", "plain"):
        answers.show_failure(slot, Failure("Gone.", {}, "", expected=True))
        answers.show_waiting(slot)
    answers.show_state(InfoGanState(model=PLAIN))
    scene = answers.scene
    assert (scene.failures, scene.waiting) == ({"plain": "Gone."}, {"plain"})
    assert (scene.made, scene.chosen, scene.walled, scene.found) == (None,) * 4
    assert scene.ledger is RESULTS["ledger"]
    assert scene.confusion is RESULTS["confusion"]


def test_a_late_answer_stays_pale_until_the_next(answers):
    answers.show_waiting("picture")
    assert answers.scene.waiting == {"picture"}
    assert answers.scene.made is not None
    answers.show_result("picture", made.picture())
    assert not answers.scene.waiting


def test_what_is_not_asked_any_more_leaves(answers):
    answers.show_nothing("read")
    assert answers.scene.found is None


@pytest.mark.parametrize(("slot", "said"), [("picture", True), ("wall", True), ("plain", False)])
def test_what_goes_wrong_is_said_where_it_would_be(answers, slot, said):
    answers.show_failure(slot, FAILURE)
    assert getattr(answers.scene, SLOTS[slot]) is None
    assert answers.scene.failures == {slot: "There is no InfoGAN."}
    assert bool(answers.notices) == said
    answers.show_result(slot, RESULTS[slot])
    assert not answers.scene.failures
