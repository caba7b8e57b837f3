"""Undo and redo over the real state, and the rules for merging."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from genplay.families.autoregressive import AutoregressiveState
from genplay.ui.history import History

START = AutoregressiveState()


def at(cursor):
    return replace(START, cursor=cursor)


def test_undo_and_redo_walk_the_states():
    history = History(START)
    history.push(at(1))
    history.push(at(2))
    assert history.undo() == at(1)
    assert history.undo() == START
    assert not history.can_undo
    assert history.undo() == START
    assert history.redo() == at(1)
    assert history.redo() == at(2)
    assert not history.can_redo
    assert history.redo() == at(2)


def test_a_gesture_is_one_step_until_it_is_sealed():
    history = History(START)
    for cursor in (1, 2, 3):
        history.push(at(cursor), "scrub")
    history.seal()
    for cursor in (4, 5):
        history.push(at(cursor), "scrub")
    assert history.undo() == at(3)
    assert history.undo() == START


def test_another_gesture_is_another_step():
    history = History(START)
    history.push(at(1), "scrub")
    history.push(replace(at(1), seed=3), "seed")
    assert history.undo() == at(1)


def test_a_push_after_undo_forgets_what_was_undone():
    history = History(START)
    history.push(at(1))
    history.push(at(2))
    history.undo()
    history.push(at(3))
    assert not history.can_redo
    assert history.undo() == at(1)


def test_a_gesture_after_undo_does_not_eat_the_step_before():
    history = History(START)
    history.push(at(1), "scrub")
    history.push(at(2), "other")
    history.undo()
    history.push(at(3), "other")
    assert history.undo() == at(1)


def test_looking_differently_is_no_step_and_survives_undo():
    history = History(START)
    history.push(at(1))
    history.undo()
    history.push(replace(START, tool="eraser"))
    assert history.can_redo
    assert not history.can_undo
    assert history.redo() == replace(at(1), tool="eraser")
    assert history.undo() == replace(START, tool="eraser")


def test_the_same_state_is_no_step():
    history = History(START)
    history.push(START)
    assert not history.can_undo


def test_at_least_a_hundred_steps_are_kept():
    history = History(START)
    for cursor in range(700):
        history.push(at(cursor))
    kept = 0
    while history.can_undo:
        history.undo()
        kept += 1
    assert kept >= 100


@given(st.lists(st.integers(0, 784), min_size=1, max_size=20))
def test_undoing_all_and_redoing_all_is_the_identity(cursors):
    history = History(START)
    for cursor in cursors:
        history.push(at(cursor))
    while history.can_undo:
        history.undo()
    assert history.state == START
    while history.can_redo:
        history.redo()
    assert history.state == at(cursors[-1])
