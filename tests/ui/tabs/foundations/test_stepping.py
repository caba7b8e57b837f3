"""What the transport's gestures mean for the cursor, and that it stays within the picture."""

import pytest

from genplay.ui.tabs.foundations.tab import FoundationsTab


@pytest.fixture
def tab(show, scene):
    made = show(FoundationsTab(), 1116, 668)
    made.edited.connect(lambda state, _: made.show_state(state))
    made.show_state(scene(cursor=11).state)
    yield made
    made.stop()


def test_a_step_ends_at_the_last_factor_and_a_step_back_at_none(tab):
    for expected in (12, 12):
        tab.stepping.step_on()
        assert tab.state.cursor == expected
    tab.stepping.reset()
    tab.stepping.step_back()
    assert tab.state.cursor == 0
    tab.stepping.to_end()
    assert tab.state.cursor == 12


def test_play_begins_anew_at_the_end_and_goes_on_elsewhere(tab):
    tab.stepping.toggle_play()
    assert (tab.state.cursor, tab.stepping.player.playing) == (11, True)
    assert tab.stepping.words() == "Playing"
    tab.stepping.toggle_play()
    tab.stepping.to_end()
    tab.stepping.toggle_play()
    assert tab.state.cursor == 0
    tab.stepping.step_on()  # a hand on it ends the play
    assert (tab.state.cursor, tab.stepping.player.playing, tab.stepping.words()) == (1, False, "")


def test_slow_motion_is_a_way_of_looking(tab):
    before = tab.state
    tab.stepping.toggle_slow()
    assert tab.state.slow
    assert before.differs_in_view_only(tab.state)
