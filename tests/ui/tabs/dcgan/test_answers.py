"""When the scene is shown, and what is in it."""

from dataclasses import replace

import pytest

from genplay.engine.worker import Failure
from genplay.families.dcgan import DcganState
from genplay.ui.tabs.base import Tab
from genplay.ui.tabs.dcgan.answers import SLOTS, Answers
from tests.ui.tabs.dcgan import made


@pytest.fixture
def heard():
    return []


@pytest.fixture
def answers(qtbot, heard):
    tab = Tab()
    qtbot.addWidget(tab)
    found = Answers(tab, heard.append)
    found.show_state(DcganState())
    yield found
    tab.close()


def test_every_slot_has_its_place(answers):
    whole = DcganState(pins=made.PINS, terms=((0,), (1,), (2,)))
    asked = {
        slot
        for lower in ("arithmetic", "layers", "discriminator")
        for slot in replace(whole, lower=lower).requests()
    }
    assert asked == set(SLOTS)


def test_an_answer_is_shown_and_its_failure_forgotten(answers, heard):
    answers.show_failure("picture", Failure("It is {what}.", {"what": "gone"}, "", expected=True))
    assert heard[-1].failures == {"picture": "It is gone."}
    answers.show_waiting("picture")
    assert heard[-1].waiting == {"picture"}
    picture = made.shown()
    answers.show_result("picture", picture)
    assert heard[-1].shown is picture
    assert (heard[-1].failures, heard[-1].waiting) == ({}, frozenset())
    answers.show_nothing("picture")
    assert heard[-1].shown is None


def test_the_last_whole_wall_is_kept(answers):
    whole, part = made.walled(), made.walled(5)
    answers.show_result("wall", whole)
    answers.show_result("wall", part)
    assert (answers.scene.walled, answers.scene.before) == (part, whole)


def test_answers_of_another_model_are_taken_back(answers):
    answers.show_result("wall", made.walled())
    answers.show_result("picture", made.shown())
    answers.show_state(replace(answers.scene.state, model=made.COLOURED))
    scene = answers.scene
    assert (scene.shown, scene.walled, scene.before) == (None, None, None)
