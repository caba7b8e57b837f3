"""The state of the GAN tab: what it asks for, slow motion, and what is drawn."""

from dataclasses import replace

import msgspec
import pytest

from genplay.families.base import Density
from genplay.families.gan import (
    FAMILY,
    MOST_POINTS,
    SHOWN,
    Dissect,
    GanLive,
    GanPlan,
    GanState,
    Hyper,
    Setup,
    TrainGan,
    first,
)


def test_the_family_says_what_it_is():
    assert FAMILY.id == TrainGan.family == Dissect.family == "gan"
    assert FAMILY.density is Density.NONE
    assert FAMILY.state is GanState


def test_at_first_it_asks_for_the_beginning_of_a_training():
    assert GanState().requests() == {"live": TrainGan(first(), 0)}


@pytest.mark.parametrize(
    "wrong",
    [
        {"brush": 6},
        {"pace": -1},
        {"surface": "rough"},
        {"tool": "saw"},
        {"layers": ("fake", "real")},
        {"layers": ("real", "real")},
        {"phase": 10},
        {"phase": -1},
        {"phase": 0, "live": GanLive(goal=5)},
        {"drawing": ((9.0, 0.0),)},
        {"drawing": ((0.0, 0.0),) * (MOST_POINTS + 1)},
    ],
)
def test_what_makes_no_state_is_refused(wrong):
    with pytest.raises(ValueError, match=r"must|there is no|phase|points"):
        GanState(**wrong)


def test_slow_motion_goes_through_the_phases_and_takes_the_step():
    state = GanState()
    seen = []
    for _ in range(len(state.phases)):
        state = state.slowed()
        assert state.phase is not None
        seen.append(state.phases[state.phase])
        assert state.requests()["slow"] == Dissect(state.live.plan, 0)
    assert [phase.player for phase in seen] == ["d"] * 5 + ["g"] * 5
    assert [phase.act for phase in seen[:5]] == ["sample", "classify", "loss", "gradient", "update"]
    state = state.slowed()
    assert (state.phase, state.live.step) == (None, 1)
    assert set(state.requests()) == {"live"}


def test_slow_motion_rests_what_goes_on():
    state = replace(GanState(), live=GanLive(step=4, goal=90)).slowed()
    assert state.live == GanLive(step=4)
    assert state.phase == 0


def test_another_training_is_followed_from_between_two_steps():
    state = replace(GanState(), live=GanLive().tuned(d_steps=3), phase=19)
    fewer = state.live.tuned(d_steps=1)
    with pytest.raises(ValueError, match="phase"):
        replace(state, live=fewer)
    assert state.following(fewer) == replace(GanState(), live=fewer)


def test_a_step_of_one_player_is_slow_only_where_it_is_taken_again():
    state = GanState().following(GanLive().moved("d"))
    assert {phase.player for phase in state.phases} == {"d", "g"}
    assert {phase.player for phase in state.following(state.live.back()).phases} == {"d"}


def test_what_was_drawn_is_learnt_from_the_beginning_with_the_same_numbers():
    points = ((0.5, 0.25), (-1.0, 2.0))
    live = GanLive(plan=GanPlan.of(Setup(seed=7), Hyper(rate_d=0.01, turn="g")), step=8)
    state = replace(GanState(), live=live, drawing=points).applied()
    assert state.drawing is None
    assert state.live.step == 0
    assert state.live.plan == GanPlan.of(Setup(data="drawn", points=points, seed=7), Hyper(rate_d=0.01))
    assert replace(GanState(), drawing=()).applied().live.plan.setup.points == ()


def test_it_goes_through_a_session_as_it_is():
    state = replace(GanState(), live=GanLive().moved("d"), drawing=((0.5, 1.5),), layers=SHOWN[1:3]).slowed()
    written = msgspec.json.encode(state)
    assert msgspec.json.decode(written, type=GanState) == state
    with pytest.raises(msgspec.ValidationError, match="phase"):
        msgspec.json.decode(written.replace(b'"phase":0', b'"phase":77'), type=GanState)


def test_undo_leaves_how_it_is_looked_at():
    one, other = GanState(), replace(GanState(), layers=(), surface="gap", slow=True, pace=0, brush=5)
    assert one.differs_in_view_only(other)
    assert not one.differs_in_view_only(replace(one, drawing=()))
