from dataclasses import replace

import pytest
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from genplay.families.autoregressive import PIXELS, AutoregressiveState
from genplay.ui.tabs.autoregressive.walk import PixelWalk
from genplay.ui.widgets.transport import Transport


class FakeTab(QWidget):
    """A tab whose state is what was last asked for."""

    gesture_ended = Signal()
    activity = Signal()

    def __init__(self):
        super().__init__()
        self.state = AutoregressiveState(cursor=408)
        self.gestures, self.ended = [], 0
        self.gesture_ended.connect(self._end)

    def _end(self):
        self.ended += 1

    def edit(self, gesture="", **values):
        self.gestures.append(gesture)
        self.state = replace(self.state, **values)

    edit_while_busy = edit


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
    made = PixelWalk(tab, transport)
    yield made
    made.player.pause()


def at(tab):
    return tab.state.cursor, tab.state.hide_future


def test_reset_goes_before_the_first_pixel(walk, tab, transport):
    transport.reset_pressed.emit()
    assert at(tab) == (0, True)


@pytest.mark.parametrize(("start", "after"), [(408, 409), (0, 1), (PIXELS, PIXELS)])
def test_a_step_reads_one_more(walk, tab, transport, start, after):
    tab.edit(cursor=start)
    transport.step_pressed.emit()
    assert at(tab) == (after, True)
    assert tab.gestures[-1] == "step"


@pytest.mark.parametrize(("start", "after"), [(408, 407), (0, 0), (PIXELS, PIXELS - 1)])
def test_a_step_back_takes_one_back(walk, tab, transport, start, after):
    tab.edit(cursor=start)
    transport.step_back_pressed.emit()
    assert at(tab) == (after, True)


def test_to_the_end_shows_everything(walk, tab):
    walk.to_end()
    assert at(tab) == (PIXELS, False)


def test_a_pixel_that_is_picked_is_the_last_that_is_read(walk, tab):
    walk.pick(0)
    assert at(tab) == (1, False)
    walk.pick(PIXELS - 1)
    assert at(tab) == (PIXELS, False)
    walk.go_to(0)
    assert at(tab) == (0, False)


def test_scrubbing_is_one_gesture(walk, tab, transport):
    for position in (10, 20, 30):
        transport.scrubbed.emit(position)
    assert tab.gestures == ["scrub"] * 3
    assert at(tab) == (30, False)
    transport.scrub_ended.emit()
    assert tab.ended == 1


def test_switches(walk, tab, transport):
    transport.slow_toggled.emit(True)
    assert tab.state.slow
    walk.toggle_hidden()
    assert tab.state.hide_future
    transport.speed_chosen.emit(0)
    assert tab.state.speed == 0


def test_playing_and_pausing_are_shown(walk, tab, transport):
    shown = []
    walk.changed.connect(lambda: shown.append((walk.player.playing, walk.player.phase)))
    transport.play_toggled.emit(True)
    assert walk.player.playing
    assert at(tab) == (408, True)
    assert shown == [(True, None)]
    assert walk.words() == "Playing, 30 steps a second"
    transport.play_toggled.emit(False)
    assert not walk.player.playing
    assert shown[-1] == (False, None)
    assert tab.ended == 1
    assert walk.words() == ""


def test_play_begins_anew_at_the_end(walk, tab):
    tab.edit(cursor=PIXELS)
    walk.toggle_play()
    assert at(tab) == (0, True)


def test_the_walk_ends_with_the_last_pixel(walk, tab):
    tab.edit(cursor=PIXELS - 3)
    walk.toggle_play()
    walk.player.stepped.emit(2)
    assert at(tab) == (PIXELS - 1, True)
    assert walk.player.playing
    walk.player.stepped.emit(2)
    assert at(tab) == (PIXELS, False)
    assert not walk.player.playing


def test_all_at_once_is_the_last_pixel_at_once(walk, tab):
    walk.toggle_play()
    walk.player.stepped.emit(-1)
    assert at(tab) == (PIXELS, False)


@pytest.mark.parametrize("act", ["reset", "step_on", "step_back", "to_end"])
def test_whoever_takes_the_cursor_pauses_the_walk(walk, tab, act):
    walk.toggle_play()
    getattr(walk, act)()
    assert not walk.player.playing


def test_without_a_rate_it_is_only_said_that_it_plays(walk, tab):
    tab.edit(slow=True)
    walk.toggle_play()
    assert walk.words() == "Playing"
