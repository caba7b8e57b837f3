"""Which answers are shown, and which are taken back when the question changes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from genplay.engine.worker import Failure
from genplay.families.base import Drawing
from genplay.families.vae import Decode, VaeState, Working
from genplay.ui.tabs.vae.answers import SLOTS, Answers


class FakeTab(QWidget):
    asked = Signal(str, object)

    def __init__(self):
        super().__init__()
        self.drawing, self.requests = False, []
        self.asked.connect(lambda slot, request: self.requests.append((slot, request)))


@pytest.fixture
def tab(qtbot):
    made = FakeTab()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def part(tab, answers):
    shown = []
    made = Answers(tab, shown.append)
    made.shown = shown
    made.show_state(VaeState(drawing=answers.picture(0)))
    made.show_result("encode", answers.encoded())
    made.show_result("sandwich", answers.sandwiched())
    made.show_result("bound", answers.bounds())
    made.show_result("cloud", answers.points())
    return made


def test_each_answer_is_shown_in_its_place(part, answers):
    scene = part.scene
    assert scene is part.shown[-1]
    assert scene.encoded is not None
    assert scene.sandwiched is not None
    assert scene.points is not None
    part.show_result("probe", answers.probed())
    part.show_result("neighbours", answers.nearest())
    assert part.scene.probed is not None
    assert part.scene.nearest is not None


def test_the_encoding_of_the_second_drawing_is_not_taken_for_that_of_the_first(part, answers):
    first, second = part.scene.encoded, replace(answers.encoded(), drawing=answers.picture(9))
    part.show_result("second", second)
    assert (part.scene.encoded, part.scene.second) == (first, second)


def test_another_drawing_takes_back_what_was_said_of_the_old_one(part, answers):
    part.show_state(VaeState(drawing=answers.picture(1)))
    scene = part.scene
    assert (scene.encoded, scene.sandwiched, scene.bounds) == (None, None, None)
    assert scene.points is not None  # which is not about the drawing


def test_along_a_stroke_older_answers_stay(part, tab, answers):
    tab.drawing = True
    part.show_state(VaeState(drawing=answers.picture(1)))
    assert part.scene.encoded is not None


def test_another_model_takes_back_everything(part):
    part.show_failure("probe", Failure("Gone.", {}, "", expected=True))
    part.show_waiting("cloud")
    part.show_state(part.scene.state.with_model("vae"))
    scene = part.scene
    assert (scene.failures, scene.waiting) == ({}, frozenset())
    assert all(getattr(scene, name) is None for parts in SLOTS.values() for name in parts)


def test_late_numbers_leave_and_late_pictures_turn_pale(part):
    for slot in ("bound", "sandwich", "cloud"):
        part.show_waiting(slot)
    scene = part.scene
    assert scene.bounds is None
    assert scene.sandwiched is not None
    assert scene.waiting == {"bound", "sandwich", "cloud"}
    part.show_result("sandwich", scene.sandwiched)
    assert part.scene.waiting == {"bound", "cloud"}


def test_a_failure_is_said_until_there_is_an_answer(part, answers, qtbot):
    with qtbot.waitSignal(part.said) as signal:
        part.show_failure("bound", Failure("{model} is broken.", {"model": "vae"}, "details", expected=True))
    assert signal.args == ["error", "vae is broken."]
    assert part.scene.failures == {"bound": "vae is broken."}
    assert part.scene.bounds is None
    part.show_result("bound", answers.bounds())
    assert part.scene.failures == {}


def test_the_pointer_asks_for_a_picture_and_puts_it_away(part, tab, scene):
    part.point_at((1.0, 2.0))
    assert tab.requests == [("pointed", Decode("vae_2d", (1.0, 2.0), 0))]
    decoded = scene().decoded
    part.show_result("pointed", decoded)
    assert part.scene.shown is decoded
    assert part.scene.decoded is None
    part.point_at(None)
    assert part.scene.pointed is None


def test_progress_shows_nothing(part):
    before = len(part.shown)
    part.show_result("cloud", Working(0.5))
    assert len(part.shown) == before


def test_an_answer_that_is_no_longer_asked_for_leaves(part):
    part.show_nothing("cloud")
    assert part.scene.points is None


def test_only_view_fields_take_nothing_back(part):
    before = part.scene
    part.show_state(replace(before.state, every=True, lower="probe"))
    assert part.scene.encoded is before.encoded
    part.show_state(replace(before.state, drawing=Drawing.blank()))
    assert part.scene.encoded is None
