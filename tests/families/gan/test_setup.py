"""What may be set of a live GAN, and what its transport makes of it."""

from dataclasses import replace

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from genplay.families.gan import (
    ACTS,
    DATA,
    LIMIT,
    MOST_POINTS,
    RATES,
    GanLive,
    Hyper,
    Net,
    Setup,
    TrainGan,
    first,
    moves_made,
    phases,
)
from genplay.families.training import MOST_STEPS, Plan

NAN = float("nan")


@pytest.mark.parametrize(
    ("make", "wrong"),
    [
        (Setup, {"data": "cats"}),
        (Setup, {"noise": "pink"}),
        (Setup, {"dims": 3}),
        (Setup, {"seed": -1}),
        (Setup, {"points": ((0.0, 0.0),)}),
        (Net, {"layers": 0}),
        (Net, {"units": 65}),
        (Hyper, {"loss": "hinge"}),
        (Hyper, {"optimiser": "lion"}),
        (Hyper, {"turn": "nobody"}),
        (Hyper, {"rate_d": NAN}),
        (Hyper, {"rate_g": 11}),
        (Hyper, {"penalty": -1}),
        (Hyper, {"d_steps": 0}),
        (Hyper, {"d_steps": 6}),
        (Hyper, {"batch": 501}),
    ],
)
def test_what_is_out_of_range_is_refused_by_name(make, wrong):
    make()
    with pytest.raises(ValueError, match=next(iter(wrong))):
        make(**wrong)


@pytest.mark.parametrize("points", [((LIMIT + 0.1, 0.0),), ((0.0, NAN),), ((0.0, 0.0),) * (MOST_POINTS + 1)])
def test_points_that_no_drawing_has_are_refused(points):
    Setup(data="drawn", points=((LIMIT, -LIMIT),) * MOST_POINTS)
    with pytest.raises(ValueError, match="points"):
        Setup(data="drawn", points=points)


@pytest.mark.parametrize("data", DATA)
def test_each_distribution_has_a_plan_to_begin_with(data):
    plan = first(data)
    assert plan.setup.data == data
    assert plan.at(0).rate_d in RATES
    assert plan.at(0).rate_g in RATES


def test_a_plan_goes_through_a_session_as_it_is():
    plan = first("drawn", ((0.5, -1.25), (0.1, 2.0))).changed(7, Hyper(loss="wasserstein", turn="d"))
    written = msgspec.json.encode(GanLive(plan=plan, step=9))
    assert msgspec.json.decode(written, type=GanLive) == GanLive(plan=plan, step=9)
    for old, new in ((b'"dims":2', b'"dims":9'), (b'"turn":"d"', b'"turn":"x"'), (b'"step":9', b'"step":-9')):
        with pytest.raises(msgspec.ValidationError):
            msgspec.json.decode(written.replace(old, new), type=GanLive)


@pytest.mark.parametrize(
    ("hyper", "moves"),
    [
        (Hyper(d_steps=3), ("d", "d", "d", "g")),
        (Hyper(d_steps=3, turn="d"), ("d",)),
        (Hyper(d_steps=3, turn="g"), ("g",)),
    ],
)
def test_who_moves_in_a_step_follows_from_the_turn(hyper, moves):
    assert hyper.moves == moves
    found = phases(hyper)
    assert [(phase.move, phase.player) for phase in found[:: len(ACTS)]] == list(enumerate(moves))
    assert tuple(phase.act for phase in found) == ACTS * len(moves)


def turns(live, count):
    return [live.plan.at(step).turn for step in range(count)]


def test_d_g_and_both_are_steps_of_the_plan_and_after_each_both_move():
    live = GanLive().moved("d").moved("d").moved("g").moved("both")
    assert live.step == 4
    assert turns(live, 6) == ["d", "d", "g", "both", "both", "both"]
    assert len(live.plan.segments) == 3


def test_back_is_the_way_they_came_and_on_is_the_same_way_again():
    walked = GanLive().moved("d").moved("d").moved("g").moved("both")
    back = walked.back().back()
    assert (back.step, back.plan) == (2, walked.plan)
    assert back.moved("g").moved("both") == walked
    assert back.playing().plan == walked.plan
    other = back.moved("d")
    assert turns(other, 5) == ["d", "d", "d", "both", "both"]
    assert GanLive().back() == GanLive()


def test_play_goes_on_from_here():
    live = GanLive().moved("d").playing()
    assert live.goal == MOST_STEPS
    assert TrainGan.of(live) == TrainGan(live.plan, MOST_STEPS, since=1)


def test_there_is_no_step_after_the_last():
    live = GanLive(step=MOST_STEPS)
    assert live.moved("d") == live


def test_to_tune_is_to_go_on_with_other_numbers():
    live = replace(GanLive(), step=30).tuned(rate_d=0.1)
    assert live.plan.at(29).rate_d != 0.1
    assert live.hyper.rate_d == 0.1
    assert live.tuned(rate_d=0.1) is live
    with pytest.raises(ValueError, match="rate_d"):
        live.tuned(rate_d=1e9)


def test_to_tune_where_one_player_moved_lets_both_move_on():
    back = GanLive().moved("d").back()
    assert back.tuned(batch=back.hyper.batch) is back
    assert turns(back.tuned(batch=20), 3) == ["both"] * 3


hypers = st.builds(Hyper, turn=st.sampled_from(["both", "d", "g"]), d_steps=st.integers(1, 3))
plans = st.builds(
    lambda start, later: Plan(Setup(), ((0, start), *sorted(later.items(), key=lambda pair: pair[0]))),
    hypers,
    st.dictionaries(st.integers(1, 20), hypers, max_size=4),
)


@given(plans, st.integers(0, 30))
def test_moves_are_counted_step_by_step(plan, step):
    taken = [player for n in range(step) for player in plan.at(n).moves]
    assert moves_made(plan, step) == {"d": taken.count("d"), "g": taken.count("g")}


def test_the_request_says_that_it_trains_and_is_a_value():
    assert TrainGan.trains
    assert TrainGan.family == "gan"
    assert hash(TrainGan(first(), 3)) == hash(TrainGan(first(), 3))
