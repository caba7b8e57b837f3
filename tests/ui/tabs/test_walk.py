"""A cursor that walks, in slow motion phase by phase, whoever leads it."""

from dataclasses import dataclass

import pytest

from genplay.ui.tabs.walk import Walk
from genplay.ui.widgets.transport import Transport
from tests.ui.tabs.walked import FakeTab

LENGTH = 5


@dataclass(frozen=True)
class State:
    cursor: int = 3
    slow: bool = False
    speed: int = 3
    under_way: bool = False


class ShortWalk(Walk):
    def length(self):
        return LENGTH

    def beside(self, *, under_way):
        return {"under_way": under_way}


@pytest.fixture
def tab(qtbot):
    made = FakeTab(State())
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


@pytest.mark.parametrize(("start", "on", "back"), [(3, 4, 2), (0, 1, 0), (LENGTH, LENGTH, LENGTH - 1)])
def test_no_step_leads_beyond_an_end(walk, tab, transport, start, on, back):
    tab.edit(cursor=start)
    transport.step_pressed.emit()
    assert tab.state.cursor == on
    tab.edit(cursor=start)
    transport.step_back_pressed.emit()
    assert tab.state.cursor == back
    assert tab.gestures[-1] == "step"


def test_scrubbing_is_one_gesture(walk, tab, transport):
    for position in (1, 2, 4):
        transport.scrubbed.emit(position)
    assert tab.gestures == ["scrub"] * 3
    assert at(tab) == (4, False)
    transport.scrub_ended.emit()
    assert tab.ended == 1


def test_switches(walk, tab, transport):
    transport.slow_toggled.emit(True)
    assert tab.state.slow
    transport.speed_chosen.emit(0)
    assert tab.state.speed == 0


def test_playing_and_pausing_are_shown(walk, tab, transport):
    shown = []
    walk.changed.connect(lambda: shown.append((walk.player.playing, walk.player.phase)))
    transport.play_toggled.emit(True)
    assert at(tab) == (3, True)
    assert shown == [(True, None)]
    assert walk.words() == "Playing, 30 steps a second"
    transport.play_toggled.emit(False)
    assert shown[-1] == (False, None)
    assert tab.ended == 1
    assert walk.words() == ""


@pytest.mark.parametrize("act", ["reset", "step_on", "step_back", "to_end"])
def test_whoever_takes_the_cursor_pauses_the_walk(walk, act):
    walk.toggle_play()
    getattr(walk, act)()
    assert not walk.player.playing


def test_without_a_rate_it_is_only_said_that_it_plays(walk, tab):
    tab.edit(slow=True)
    walk.toggle_play()
    assert walk.words() == "Playing"


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
