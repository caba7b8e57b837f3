"""What the transport moves: q's climb, or the walk between two pins."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from genplay.families.vae import STEPS, VaeState
from genplay.ui.tabs.vae.motion import WAY, Moves
from genplay.ui.widgets.transport import Transport

PINS = ((1.0, 0.0), (0.0, 1.0))


class FakeTab(QWidget):
    gesture_ended = Signal()
    activity = Signal()

    def __init__(self):
        super().__init__()
        self.state = VaeState()

    def edit(self, gesture="", **values):
        self.state = replace(self.state, **values)

    edit_while_busy = edit


@pytest.fixture
def tab(qtbot):
    made = FakeTab()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def moves(tab, qtbot):
    transport = Transport()
    qtbot.addWidget(transport)
    made = Moves(tab, transport)
    yield made
    made.player.pause()


def test_q_climbs_step_by_step(moves, tab):
    assert (moves.cursor(), moves.length()) == (0, STEPS)
    moves.step_on()
    assert tab.state.step == 1
    moves.to_end()
    assert tab.state.step == STEPS
    moves.reset()
    assert tab.state.step == 0


def test_the_walk_goes_from_pin_to_pin(moves, tab):
    tab.edit(motion="walk", pins=PINS)
    assert (moves.cursor(), moves.length()) == (0, WAY)
    moves.step_on()
    assert tab.state.walk == pytest.approx(1 / WAY)
    moves.to_end()
    assert tab.state.code == PINS[1]
    moves.step_back()
    assert moves.cursor() == WAY - 1
    assert tab.state.step is None


def test_without_two_pins_there_is_nothing_to_walk(moves, tab):
    tab.edit(motion="walk", pins=PINS[:1])
    moves.step_on()
    moves.toggle_play()
    assert tab.state.walk is None


def test_a_played_walk_ends_at_the_second_pin(moves, tab):
    tab.edit(motion="walk", pins=PINS)
    moves.toggle_play()
    moves.player.stepped.emit(-1)
    assert (tab.state.walk, moves.player.playing) == (1.0, False)
