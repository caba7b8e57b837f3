from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from genplay.engine.worker import Failure
from genplay.families.autoregressive import PIXELS, AutoregressiveState, Seen
from genplay.ui.tabs.autoregressive.contexts import Contexts

STATE = AutoregressiveState(page="compare", compared=("nade", "ar1"))


class FakeTab(QWidget):
    asked = Signal(str, object)

    def __init__(self):
        super().__init__()
        self.requests = []
        self.asked.connect(lambda slot, request: self.requests.append((slot, request)))

    @property
    def slots(self):
        return [slot for slot, _ in self.requests]

    def answer(self, contexts, index):
        slot, request = self.requests[index]
        seen = Seen(request, np.zeros(PIXELS, np.float32))
        contexts.show_result(slot.removeprefix("seen/"), seen)
        return seen


@pytest.fixture
def tab(qtbot):
    made = FakeTab()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def contexts(tab):
    return Contexts(tab)


def test_each_model_is_asked_once_about_a_pixel(tab, contexts):
    contexts.ask(STATE, 5, ("nade", "ar1"))
    contexts.ask(STATE, 5, ("nade", "ar1"))
    assert tab.slots == ["seen/nade", "seen/ar1"]
    assert [request.pixel for _, request in tab.requests] == [5, 5]


def test_a_model_that_cannot_answer_yet_is_asked_once_it_can(tab, contexts):
    contexts.ask(STATE, 5, ("ar1",))
    assert tab.slots == ["seen/ar1"]
    contexts.ask(STATE, 5, ("ar1", "nade"))
    assert tab.slots == ["seen/ar1", "seen/nade"]


def test_another_pixel_or_drawing_is_another_question(tab, contexts):
    contexts.ask(STATE, 5, ("nade",))
    contexts.ask(STATE, 6, ("nade",))
    contexts.ask(replace(STATE, drawing=STATE.drawing.flipped(3)), 6, ("nade",))
    assert len(set(tab.requests)) == 3


def test_it_is_settled_when_every_model_has_answered_the_last_question(tab, contexts):
    assert contexts.settled
    contexts.ask(STATE, 5, ("nade",))
    contexts.ask(STATE, 6, ("nade", "ar1"))
    tab.answer(contexts, 0)  # about the pixel before
    tab.answer(contexts, 1)
    assert not contexts.settled
    tab.answer(contexts, 2)
    assert contexts.settled


def test_an_answer_is_passed_on(tab, contexts, qtbot):
    contexts.ask(STATE, 5, ("nade",))
    with qtbot.waitSignal(contexts.found) as found:
        seen = tab.answer(contexts, 0)
    assert found.args == [seen]


def test_after_a_stop_the_same_question_can_be_asked_again(tab, contexts):
    contexts.ask(STATE, 5, ("nade",))
    contexts.show_stopped("nade")
    assert contexts.settled
    contexts.ask(STATE, 5, ("nade",))
    assert tab.slots == ["seen/nade", "seen/nade"]


def test_after_a_failure_nothing_is_awaited_and_it_is_said(tab, contexts, qtbot):
    contexts.ask(STATE, 5, ("nade",))
    with qtbot.waitSignal(contexts.said) as said:
        contexts.show_failure("nade", Failure("It broke.", {}, "Traceback", expected=True))
    assert said.args == ["error", "It broke."]
    assert contexts.settled
