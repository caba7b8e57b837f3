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
        tab.walk.step_on()
        assert tab.state.cursor == expected
    tab.walk.reset()
    tab.walk.step_back()
    assert tab.state.cursor == 0
    tab.walk.to_end()
    assert tab.state.cursor == 12


def test_play_begins_anew_at_the_end_and_goes_on_elsewhere(tab):
    tab.walk.toggle_play()
    assert (tab.state.cursor, tab.walk.player.playing) == (11, True)
    assert tab.walk.words() == "Playing, 4 steps a second"
    tab.walk.toggle_play()
    tab.walk.to_end()
    tab.walk.toggle_play()
    assert tab.state.cursor == 0
    tab.walk.step_on()  # a hand on it ends the play
    assert (tab.state.cursor, tab.walk.player.playing, tab.walk.words()) == (1, False, "")


def test_slow_motion_is_a_way_of_looking(tab):
    before = tab.state
    tab.walk.toggle_slow()
    assert tab.state.slow
    assert before.differs_in_view_only(tab.state)
