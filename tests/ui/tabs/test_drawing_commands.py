"""The commands of a drawing do what they say, where they can be done."""

import pytest
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from genplay.ui.tabs import drawing_commands
from genplay.ui.tabs.pen import Pen


class FakeHand:
    def __init__(self):
        self.done = []

    def clear(self):
        self.done.append("clear")

    def invert(self):
        self.done.append("invert")

    def centre(self):
        self.done.append("centre")

    def next_example(self):
        self.done.append("next")


class State:
    tool, brush = "pen", 2


class FakeTab(QWidget):
    gesture_ended = Signal()

    def __init__(self):
        super().__init__()
        self.state, self.edits = State(), []

    def edit(self, gesture="", **values):
        self.edits.append(values)


@pytest.fixture
def tab(qtbot):
    made = FakeTab()
    qtbot.addWidget(made)
    return made


def test_acts_are_those_of_the_hand_that_draws_now():
    hands = [FakeHand(), FakeHand()]
    acts = drawing_commands.acts("toy", lambda: hands[0], lambda: hands[0].centre())
    hands.reverse()
    for act in acts:
        assert act.enabled()
        act.run()
    assert hands[0].done == ["clear", "invert", "centre", "next"]
    assert hands[1].done == []
    assert [(act.id, act.shortcut) for act in acts] == [
        ("toy.clear", "Del"),
        ("toy.invert", "I"),
        ("toy.centre", "C"),
        ("toy.next_example", "N"),
    ]


def test_each_act_can_be_done_where_it_is_said():
    never = lambda: False  # noqa: E731
    for which, gone in (
        ("here", {"invert", "next_example"}),
        ("clears", {"clear"}),
        ("centres", {"centre"}),
    ):
        acts = drawing_commands.acts("toy", FakeHand, list, **{which: never})
        assert {act.id.removeprefix("toy.") for act in acts if not act.enabled()} == gone


def test_tools_and_brush(tab):
    pen = Pen(tab)
    made = drawing_commands.tools(
        "toy",
        pen,
        lambda: tab.state.tool,
        known=("pen", "eraser"),
        offered=lambda tool: tool == "eraser",
        brushes=lambda: True,
    )
    assert [command.id for command in made] == [
        "toy.pen",
        "toy.eraser",
        "toy.smaller_brush",
        "toy.larger_brush",
    ]
    assert [command.checked() for command in made[:2]] == [True, False]
    assert [command.enabled() for command in made] == [False, True, True, True]
    for command in made[1:]:
        command.run()
    assert tab.edits == [{"tool": "eraser"}, {"brush": 1}, {"brush": 3}]
