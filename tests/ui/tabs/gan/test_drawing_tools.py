"""The tools of a drawing: what is on, what is said, and what a hand asks for."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from genplay.families.gan import MOST_POINTS, GanState
from genplay.ui.tabs.gan.drawing_tools import DrawingTools

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def tools(show):
    return show(DrawingTools(), 192, 160)


def drawn(count, **values):
    return GanState(drawing=tuple((0.001 * at, 0.0) for at in range(count)), **values)


def note(tools):
    return next(label.text() for label in tools.findChildren(QLabel) if label.text())


def test_tool_and_brush_are_those_of_the_state(tools):
    tools.show_state(drawn(3, tool="eraser", brush=4))
    assert [name for name, button in tools.tools.items() if button.isChecked()] == ["eraser"]
    assert [size for size, button in tools.brushes.items() if button.isChecked()] == [4]


def test_hands_are_reported(tools):
    tools.show_state(drawn(3))
    heard = []
    for signal in (tools.tool_chosen, tools.brush_chosen):
        signal.connect(heard.append)
    for name in ("clear", "cancel", "apply"):
        getattr(tools, f"{name}_pressed").connect(lambda name=name: heard.append(name))
    for button in (tools.tools["eraser"], tools.brushes[5], tools.clear, tools.cancel, tools.apply):
        QTest.mouseClick(button, LEFT)
    assert heard == ["eraser", 5, "clear", "cancel", "apply"]


def test_a_second_click_lets_no_tool_go(tools):
    tools.show_state(drawn(3, tool="eraser"))
    QTest.mouseClick(tools.tools["eraser"], LEFT)
    assert tools.tools["eraser"].isChecked()
    assert not tools.tools["pen"].isChecked()


@pytest.mark.parametrize(
    ("count", "said", "can"),
    [(0, "Nothing is drawn yet", False), (7, "7 points", True), (MOST_POINTS, "no more", True)],
)
def test_what_there_is_is_said_and_only_something_can_be_learnt(tools, count, said, can):
    tools.show_state(drawn(count))
    assert said in note(tools)
    assert tools.apply.isEnabled() == can
    assert tools.clear.isEnabled() == can
