"""What is the pixels' own of a walk: the hidden future, and a pixel that is picked."""

import pytest

from genplay.families.autoregressive import PIXELS, AutoregressiveState
from genplay.ui.tabs.autoregressive.walk import PixelWalk
from genplay.ui.widgets.transport import Transport
from tests.ui.tabs.walked import FakeTab


@pytest.fixture
def tab(qtbot):
    made = FakeTab(AutoregressiveState(cursor=408))
    qtbot.addWidget(made)
    return made


@pytest.fixture
def walk(tab, qtbot):
    transport = Transport()
    qtbot.addWidget(transport)
    return PixelWalk(tab, transport)


def at(tab):
    return tab.state.cursor, tab.state.hide_future


def test_on_the_way_the_future_is_hidden(walk, tab):
    for act, expected in (
        (walk.step_on, (409, True)),
        (walk.step_back, (408, True)),
        (walk.reset, (0, True)),
        (walk.to_end, (PIXELS, False)),
        (walk.step_back, (PIXELS - 1, True)),
    ):
        act()
        assert at(tab) == expected


def test_a_pixel_that_is_picked_is_the_last_that_is_read(walk, tab):
    walk.pick(0)
    assert at(tab) == (1, False)
    walk.pick(PIXELS - 1)
    assert at(tab) == (PIXELS, False)
    walk.go_to(0)
    assert at(tab) == (0, False)


def test_the_future_can_be_hidden_by_hand(walk, tab):
    walk.toggle_hidden()
    assert tab.state.hide_future
    walk.toggle_hidden()
    assert not tab.state.hide_future
