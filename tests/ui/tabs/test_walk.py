"""A cursor that walks, in slow motion phase by phase, whoever leads it."""

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from genplay.ui.tabs.walk import Walk
from genplay.ui.widgets.transport import Transport

LENGTH = 5


@dataclass(frozen=True)
class State:
    cursor: int = 3
    slow: bool = False
    speed: int = 3
    under_way: bool = False


class FakeTab(QWidget):
    """A tab whose state is what was last asked for."""

    gesture_ended = Signal()
    activity = Signal()

    def __init__(self):
        super().__init__()
        self.state, self.gestures = State(), []

    def edit(self, gesture="", **values):
        self.gestures.append(gesture)
        self.state = replace(self.state, **values)

    edit_while_busy = edit


class ShortWalk(Walk):
    def length(self):
        return LENGTH

    def beside(self, *, under_way):
        return {"under_way": under_way}


@pytest.fixture
def tab(qtbot):
    made = FakeTab()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def transport(qtbot):
    made = Transport()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def walk(tab, transport):
    made = ShortWalk(tab, transport)
    yield made
    made.player.pause()


def slowly(walk, tab, **values):
    tab.edit(slow=True, **values)
    walk.player.set_speed(tab.state.speed, slow=True)


def at(tab):
    return tab.state.cursor, tab.state.under_way


def test_a_step_changes_what_goes_with_it(walk, tab, transport):
    transport.step_pressed.emit()
    assert at(tab) == (4, True)
    transport.step_back_pressed.emit()
    assert at(tab) == (3, True)
    walk.to_end()
    assert at(tab) == (5, False)
    transport.reset_pressed.emit()
    assert at(tab) == (0, True)


def test_in_slow_motion_a_step_is_said_phase_by_phase(walk, tab, transport):
    slowly(walk, tab)
    seen = []
    for _ in range(4):
        transport.step_pressed.emit()
        seen.append((tab.state.cursor, walk.player.phase))
    assert seen == [(4, 0), (4, 1), (4, 2), (5, 0)]


def test_the_last_step_is_said_to_its_end_and_no_further(walk, tab, transport):
    slowly(walk, tab, cursor=LENGTH - 1)
    seen = []
    for _ in range(5):
        transport.step_pressed.emit()
        seen.append((tab.state.cursor, walk.player.phase))
    assert seen == [(5, 0), (5, 1), (5, 2), (5, 2), (5, 2)]


@pytest.mark.parametrize("act", [Walk.reset, Walk.to_end, Walk.step_back, lambda walk: walk.go_to(1)])
def test_whoever_takes_the_cursor_elsewhere_ends_the_phases(walk, tab, transport, act):
    slowly(walk, tab)
    transport.step_pressed.emit()
    assert walk.player.phase == 0
    act(walk)
    assert walk.player.phase is None


def test_scrubbing_ends_the_phases(walk, tab, transport):
    slowly(walk, tab)
    transport.step_pressed.emit()
    transport.scrubbed.emit(2)
    assert (tab.state.cursor, walk.player.phase) == (2, None)


def test_a_hand_that_steps_takes_over_from_the_clock(walk, tab, transport):
    slowly(walk, tab)
    walk.toggle_play()
    walk.player.beat()
    assert not walk.player.playing
    assert (tab.state.cursor, walk.player.phase) == (4, 0)


def test_playing_slowly_ends_after_the_last_step_s_phases(walk, tab):
    slowly(walk, tab, cursor=LENGTH - 1)
    walk.toggle_play()
    walk.player.stepped.emit(1)
    assert (tab.state.cursor, walk.player.playing) == (5, True)
    walk.player.stepped.emit(1)  # there is no other step
    assert at(tab) == (5, False)
    assert not walk.player.playing


def test_playing_ends_with_the_last_step(walk, tab):
    walk.toggle_play()
    assert walk.words() == "Playing, 30 steps a second"
    walk.player.stepped.emit(-1)
    assert at(tab) == (5, False)
    assert (walk.player.playing, walk.words()) == (False, "")


def test_play_begins_anew_at_the_end(walk, tab):
    tab.edit(cursor=LENGTH)
    walk.toggle_play()
    assert at(tab) == (0, True)
