"""What the transport moves: q's climb, the walk between two pins, or q on its way from the prior."""

from dataclasses import replace

import numpy as np
import pytest

from genplay.families.vae import LEAST_SIGMA, LIMIT, STEPS, Climb, Gauss, VaeState
from genplay.ui.tabs.vae.motion import LEARNING, WAY, Moves, cursor, length, motions
from genplay.ui.tabs.vae.scene import Scene
from genplay.ui.widgets.transport import Transport
from tests.ui.tabs.walked import FakeTab

PINS = ((1.0, 0.0), (0.0, 1.0))


class VaeTab(FakeTab):
    def __init__(self):
        super().__init__(VaeState())
        self.encoded = self.climb = None

    @property
    def scene(self):
        return Scene(self.state, encoded=self.encoded, climb=self.climb)


@pytest.fixture
def tab(qtbot):
    made = VaeTab()
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


def test_a_climb_ends_where_no_step_leads_higher(moves, tab):
    nine = np.zeros((10, 2))
    tab.climb = Climb("vae_2d", tab.state.drawing, nine, nine + 1, np.arange(10.0))
    assert moves.length() == STEPS
    tab.climb = replace(tab.climb, ended=True)
    assert moves.length() == 9
    moves.to_end()
    assert tab.state.step == 9
    tab.edit(step=STEPS)  # as an older session may say
    assert moves.cursor() == 9


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
    said = []
    tab.said.connect(lambda kind, words: said.append(words))
    moves.step_on()
    moves.toggle_play()
    assert (tab.state.walk, moves.playing) == (None, False)
    assert said == 2 * ["Click the map twice: the walk goes from the first pin to the second."]
    tab.edit(pins=PINS)
    moves.step_on()
    assert len(said) == 2


def test_a_played_walk_ends_at_the_second_pin(moves, tab):
    tab.edit(motion="walk", pins=PINS)
    moves.toggle_play()
    moves.player.stepped.emit(-1)
    assert (tab.state.walk, moves.player.playing) == (1.0, False)


# -- from the prior to the posterior -----------------------------------------------------------------------


def test_q_that_is_not_moved_has_come_from_the_prior_already(moves, tab):
    tab.edit(motion="prior")
    assert (moves.cursor(), moves.length()) == (LEARNING, LEARNING)


def test_played_it_begins_at_the_prior_and_ends_at_q(moves, tab):
    tab.edit(motion="prior")
    moves.toggle_play()
    assert (tab.state.learned, moves.player.playing) == (0.0, True)
    moves.player.stepped.emit(10)
    assert tab.state.learned == 0.25
    moves.player.stepped.emit(-1)
    assert (tab.state.learned, moves.player.playing) == (1.0, False)


def test_the_code_follows_q_on_its_way(moves, tab):
    tab.edit(motion="prior", z=(1.0, 2.0), pins=PINS, walk=0.5)
    moves.step_back()
    assert (tab.state.learned, tab.state.code) == (1 - 1 / LEARNING, None)


def test_what_q_was_set_to_is_where_it_comes_to(moves, tab):
    tab.edit(motion="prior", q=Gauss((1.0, 0.5), (0.1, 0.2)), step=7)
    moves.reset()
    assert (tab.state.q, tab.state.step) == (Gauss((1.0, 0.5), (0.1, 0.2)), 7)
    moves.to_end()
    assert tab.state.learned == 1


def test_a_climb_begins_where_q_is_on_its_way(moves, tab, answers):
    tab.encoded = answers.encoded()
    tab.edit(learned=0.5, step=9)
    there = tab.scene.q
    assert moves.cursor() == 0
    moves.step_on()
    assert (tab.state.q, tab.state.learned, tab.state.step) == (there, 1.0, 1)
    moves.step_on()
    assert (tab.state.q, tab.state.step) == (there, 2)


def test_a_climb_from_beyond_what_can_be_set_begins_at_its_edge(moves, tab, answers):
    far = replace(answers.encoded(), q=Gauss((40.0, 0.0), (1e-9, 1.0)))
    tab.encoded = far
    tab.edit(learned=0.5)
    moves.step_on()
    assert tab.state.q == Gauss((LIMIT, 0.0), (LEAST_SIGMA, 1.0))


def test_a_climb_while_the_encoding_is_late_begins_at_the_encoder_s(moves, tab):
    tab.edit(learned=0.5)
    moves.step_on()
    assert (tab.state.q, tab.state.learned, tab.state.step) == (None, 1.0, 1)


@pytest.mark.parametrize("motion", motions())
def test_every_motion_has_a_length_a_place_and_words(motion):
    state = VaeState(motion=motion, pins=PINS)
    assert 0 <= cursor(state) <= length(state)
    words = motions()[motion]
    assert words.short.lower() in words.long.lower()
    assert words.tip


def test_a_frame_is_what_is_decoded_at_a_step(moves, tab):
    tab.edit(motion="walk", pins=((-1.0, 0.0), (1.0, 0.0)), walk=0.25)
    assert moves.frame(0).z == (-1.0, 0.0)
    assert moves.frame(WAY).z == (1.0, 0.0)
    tab.edit(motion="prior")
    assert moves.frame(0).learned == 0.0
    assert tab.state.walk == 0.25  # nothing moves
