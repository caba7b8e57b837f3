"""A picture from elsewhere becomes the drawing, unless another was chosen while it was awaited."""

import numpy as np
import pytest

from genplay.engine.worker import Failure
from genplay.families.base import Drawing
from genplay.families.foundations import Draw, Drawn, FoundationsState
from genplay.families.pictures import Imported
from genplay.ui.tabs.foundations.fetching import SLOT
from genplay.ui.tabs.foundations.tab import FoundationsTab

DIAGONAL, INK = Drawing.of(np.eye(3, 4)), Drawing.of(np.ones((3, 4)))


@pytest.fixture
def tab(qtbot):
    """A tab whose state is at once what it asks for."""
    made = FoundationsTab()
    qtbot.addWidget(made)
    made.edited.connect(lambda state, _: made.show_state(state))
    assert made.state.size == (3, 4)
    return made


def test_a_patch_becomes_the_drawing(tab, qtbot):
    with qtbot.waitSignal(tab.asked) as asked:
        tab.ask_for_patch()
    assert asked.args[0] == SLOT
    assert isinstance(asked.args[1], Draw)
    tab.show_result(SLOT, Drawn(DIAGONAL))
    assert tab.state.drawing == DIAGONAL


def test_so_does_a_picture_that_is_opened(tab):
    tab.paste_picture(b"a file")
    ink = bytes([255] * 12)
    tab.show_result(SLOT, Imported(ink, threshold=128, inverted=False, animated=False, rows=3, columns=4))
    assert tab.state.drawing == INK


def test_what_is_drawn_meanwhile_stays(tab):
    tab.ask_for_patch()
    tab.edit(drawing=INK)
    tab.show_result(SLOT, Drawn(DIAGONAL))
    assert tab.state.drawing == INK


def test_a_picture_that_cannot_be_read_is_said_in_the_corner(tab, qtbot):
    with qtbot.waitSignal(tab.said) as said:
        tab.show_failure(SLOT, Failure("a.png is no picture.", {}, "Traceback", expected=True))
    assert said.args == ["error", "a.png is no picture."]
    assert tab.scene.failure == ""
    assert tab.state == FoundationsState()
