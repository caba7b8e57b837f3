"""Which answers are shown, and when."""

from dataclasses import replace

import pytest

from genplay.engine.worker import Failure
from genplay.families.stargan import Face, StarGanState
from genplay.ui.tabs.stargan.answers import Answers
from genplay.ui.tabs.stargan.scene import SLOTS, Scene
from tests.ui.tabs.stargan import made

FAILURE = Failure("There is no {model}.", {"model": "StarGAN"}, "", expected=True)
STATE = StarGanState(face=made.FACE)
OTHER = Face(number=7)
RESULTS = {
    "face": made.met(),
    "picture": made.edited(),
    "singles": made.singles(),
    "faces": made.walled(),
    "chain": made.chained(),
    "back": made.returned(),
}


@pytest.fixture
def answers(make_desk):
    shown = []
    found = Answers(make_desk(STATE), shown.append)
    found.show_state(STATE)
    for slot, result in RESULTS.items():
        found.show_result(slot, result)
    found.notices = []
    found.said.connect(lambda *said: found.notices.append(said))
    return found


def test_every_question_of_the_state_has_its_part(answers):
    asked = {
        slot
        for lower in ("singles", "faces", "chain", "back", "inside", "maker")
        for slot in StarGanState(lower=lower).requests()
    }
    assert asked == set(SLOTS) == set(RESULTS)
    assert set(SLOTS.values()) <= set(Scene.__dataclass_fields__)
    for slot, result in RESULTS.items():
        assert getattr(answers.scene, SLOTS[slot]) is result


def test_another_face_takes_its_walls_back_and_another_model_all(answers):
    answers.show_state(replace(STATE, face=OTHER))
    scene = answers.scene
    assert (scene.singles, scene.chained, scene.returned) == (None, None, None)
    assert scene.walled is RESULTS["faces"]
    assert scene.met is RESULTS["face"]
    answers.show_failure("face", Failure("Gone.", {}, "", expected=True))
    answers.show_waiting("picture")
    answers.show_state(StarGanState(model="stargan_faces"))
    assert (answers.scene.failures, answers.scene.waiting) == ({}, frozenset())
    assert (answers.scene.met, answers.scene.edited, answers.scene.walled) == (None, None, None)


def test_a_new_face_waits_for_what_comes_of_it(answers):
    answers.show_state(replace(STATE, face=OTHER))
    answers.show_result("face", made.met(OTHER))
    assert answers.scene.met is RESULTS["face"]
    assert answers.scene.seen is RESULTS["picture"]
    answers.show_result("picture", made.edited(OTHER))
    assert answers.scene.met.face == OTHER
    assert answers.scene.seen.face == OTHER


def test_a_new_face_does_not_wait_for_what_is_late(answers):
    answers.show_state(replace(STATE, face=OTHER))
    answers.show_result("face", made.met(OTHER))
    answers.show_waiting("picture")
    assert answers.scene.met.face == OTHER
    assert answers.scene.seen is None


def test_a_stranger_is_shown_at_once(answers):
    answers.show_state(replace(STATE, face=made.PICTURE))
    answers.show_result("face", made.met(made.PICTURE, held=None, stranger=True))
    assert answers.scene.met.face == made.PICTURE
    assert answers.scene.hidden


def test_a_late_answer_stays_pale_until_the_next(answers):
    answers.show_waiting("picture")
    assert answers.scene.waiting == {"picture"}
    assert answers.scene.seen is not None
    answers.show_result("picture", made.edited())
    assert not answers.scene.waiting


def test_what_is_not_asked_any_more_leaves(answers):
    answers.show_nothing("chain")
    assert answers.scene.chained is None


@pytest.mark.parametrize("slot", SLOTS)
def test_what_goes_wrong_is_said_where_it_would_be(answers, slot):
    answers.show_failure(slot, FAILURE)
    assert getattr(answers.scene, SLOTS[slot]) is None
    assert answers.scene.failures == {slot: "There is no StarGAN."}
    assert len(answers.notices) == 1
    answers.show_result(slot, RESULTS[slot])
    assert not answers.scene.failures


def test_a_face_that_cannot_be_drawn_is_said_once(answers):
    answers.show_failure("face", FAILURE)
    answers.show_failure("picture", FAILURE)
    assert len(answers.notices) == 1
