"""Each slot has its own answer and its own failure: what one says takes nothing back of another."""

import pytest

from genplay.engine.worker import Failure
from genplay.ui.tabs.foundations.tab import FoundationsTab

FAILURE = Failure("{name} is broken.", {"name": "The table"}, "Traceback: gone", expected=True)


@pytest.fixture
def answers(show, scene):
    tab = show(FoundationsTab(), 1116, 668)
    tab.show_state(scene().state)
    return tab.answers


def test_an_answer_takes_no_other_slots_error_away(answers, scene):
    answers.show_failure("models", FAILURE)
    answers.show_result("chain", scene().factors)
    assert answers.scene.failure == "The table is broken."
    assert answers.scene.factors is not None
    answers.show_result("models", scene().fitted)
    assert answers.scene.failure == ""


def test_what_was_answered_for_another_order_or_size_is_not_shown(answers, scene):
    answers.show_result("chain", scene().factors)
    answers.show_state(scene(order="spiral").state)
    assert answers.scene.factors is None
    answers.show_result("models", scene().fitted)
    answers.show_state(scene().state.resized(2, 2))
    assert answers.scene.fitted is None


def test_an_answer_that_no_slot_has_a_use_for_is_a_fault(answers):
    with pytest.raises(TypeError, match="slot 'chain' has no use for str"):
        answers.show_result("chain", "words")
