import pytest

from genplay.engine.worker import Failure
from genplay.ui.tabs.part import Part


class Blank(Part):
    """A part that only knows how to remove what it shows."""

    def __init__(self):
        super().__init__()
        self.blanked = []

    def show_nothing(self, name):
        self.blanked.append(name)


def test_while_an_answer_is_awaited_nothing_older_is_shown(qapp):
    part = Blank()
    part.show_waiting("nade")
    assert part.blanked == ["nade"]


def test_what_was_answered_stays_when_the_work_is_stopped(qapp):
    part = Blank()
    part.show_stopped("nade")
    assert not part.blanked


def test_what_went_wrong_is_said(qapp, qtbot):
    part = Blank()
    with qtbot.waitSignal(part.said) as said:
        part.show_failure("nade", Failure("It broke.", {}, "Traceback", expected=True))
    assert said.args == ["error", "It broke."]


def test_a_part_must_say_how_it_shows_an_answer(qapp):
    with pytest.raises(NotImplementedError):
        Part().show_result("nade", 7)
