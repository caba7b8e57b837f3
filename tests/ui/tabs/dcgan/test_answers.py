"""When the scene is shown, and what is in it."""

from dataclasses import replace

import pytest

from genplay.engine.worker import Failure
from genplay.families.dcgan import DcganState, Latent, Show
from genplay.ui.tabs.base import Tab
from genplay.ui.tabs.dcgan.answers import SLOTS, Answers
from tests.ui.tabs.dcgan import made


@pytest.fixture
def heard():
    return []


@pytest.fixture
def asks():
    return []


@pytest.fixture
def answers(qtbot, heard, asks):
    tab = Tab()
    tab.asked.connect(lambda slot, request: asks.append((slot, request)))
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
    assert asked == set(SLOTS) - {"pointed"}


def test_the_place_under_the_pointer_is_shown_while_the_pointer_is_there(answers, heard, asks):
    here, there = Latent(x=1.0), Latent(x=2.0)
    own, pointed = made.shown(), made.shown(latent=here)
    answers.show_result("picture", own)
    answers.point_at(here)
    assert asks == [("pointed", Show(made.MODEL, here))]
    assert heard[-1].seen is own
    answers.show_result("pointed", pointed)
    assert (heard[-1].seen, heard[-1].shown) == (pointed, own)
    answers.point_at(there)
    answers.point_at(None)
    assert heard[-1].seen is own
    answers.show_result("pointed", made.shown(latent=there))
    assert heard[-1].seen is own


@pytest.mark.parametrize("end", ["late", "failed", "edited"])
def test_the_place_under_the_pointer_is_never_stale(answers, heard, end):
    here = Latent(x=1.0)
    answers.show_result("picture", made.shown())
    answers.point_at(here)
    answers.show_result("pointed", made.shown(latent=here))
    if end == "late":
        answers.show_waiting("pointed")
    elif end == "failed":
        answers.show_failure("pointed", Failure("Gone.", {}, "", expected=True))
    else:
        answers.show_state(replace(answers.scene.state, truncation=0.5))
        answers.show_result("pointed", made.shown(latent=here))
    assert heard[-1].pointed is None
    assert (heard[-1].failures, heard[-1].waiting) == ({}, frozenset())


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
    answers.show_failure("picture", Failure("Gone.", {}, "", expected=True))
    answers.show_nothing("picture")
    assert not heard[-1].failures


def test_the_last_whole_wall_is_kept(answers):
    whole, part = made.walled(), made.walled(5)
    answers.show_result("wall", whole)
    answers.show_result("wall", part)
    assert (answers.scene.walled, answers.scene.before) == (part, whole)


def test_answers_of_another_model_are_taken_back(answers):
    answers.show_result("wall", made.walled())
    answers.show_result("picture", made.shown())
    answers.show_failure("pins", Failure("Gone.", {}, "", expected=True))
    answers.show_waiting("wall")
    answers.show_state(replace(answers.scene.state, model=made.COLOURED))
    scene = answers.scene
    assert (scene.failures, scene.waiting) == ({}, frozenset())
    assert (scene.shown, scene.walled, scene.before) == (None, None, None)
