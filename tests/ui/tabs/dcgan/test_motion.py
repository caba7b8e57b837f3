"""The walk."""

from dataclasses import replace

import pytest

from genplay.families.dcgan import Between, DcganState
from genplay.ui.tabs.dcgan import motion
from tests.ui.tabs.dcgan import made
from tests.ui.tabs.desk import answer, press, run

PINNED = DcganState(pins=made.PINS)


def test_how_long_a_walk_is():
    assert motion.length(DcganState()) == 0
    assert motion.length(PINNED) == 60
    assert motion.length(replace(PINNED, tour=True)) == 150
    assert motion.cursor(replace(PINNED, walk=0.25)) == 15
    assert motion.cursor(PINNED) == 0


@pytest.fixture
def trip(stage):
    stage.edit(replace(stage.state, pins=made.PINS[:3], ends=(0, 2)))
    answer(stage)
    return stage.tab.trip


def test_steps_go_on_and_back_and_to_the_end(stage, trip):
    for name, walk in (("step", 1 / 60), ("back", 0.0), ("end", 1.0), ("reset", 0.0)):
        run(stage, name)
        assert stage.state.walk == pytest.approx(walk)


def test_playing_comes_to_an_end(stage, trip, qtbot):
    stage.edit(replace(stage.state, speed=5))
    run(stage, "play")
    qtbot.waitUntil(lambda: not trip.playing)
    assert stage.state.walk == 1.0


def test_the_scrubber_goes_anywhere(stage, trip):
    stage.tab.view.transport.scrubbed.emit(30)
    answer(stage)
    assert stage.state.walk == 0.5
    assert isinstance(stage.state.requests()["picture"], Between)


def test_frames_are_those_of_the_walk(stage, trip):
    frames = trip.frames()
    assert len(frames) == 61
    assert (frames[0].way, frames[-1].way) == (0.0, 1.0)
    press(stage, "Round trip")
    frames = trip.frames()
    assert len(frames) == 91
    assert (frames[-1].first, frames[-1].second) == (made.PINS[2], made.PINS[0])


def test_without_pins_there_is_nothing_to_walk_along(stage):
    assert stage.tab.trip.frames() == []
    stage.tab.trip.step_on()
    assert "Pin two pictures" in stage.said[-1][1]
    assert stage.state.walk is None
