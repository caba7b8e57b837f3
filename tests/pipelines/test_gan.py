"""A GAN trained while one looks: the same at each step by any way, and all there is to draw."""

import math
from dataclasses import fields, is_dataclass, replace

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from genplay.data import mixtures
from genplay.engine.answer import Engine, Models
from genplay.errors import UserError
from genplay.families.base import Request
from genplay.families.gan import (
    DATA,
    LIMIT,
    SIDE,
    Dissect,
    Dissected,
    GanLive,
    GanPlan,
    GanState,
    GanStep,
    Hyper,
    Net,
    Setup,
    TrainGan,
    first,
)
from genplay.families.training import MOST_STEPS, Advancing
from genplay.models import gan2d
from genplay.pipelines import gan
from genplay.pipelines.gan import CURVE, NET, SHOWN
from genplay.pipelines.trajectory import Trajectories

SMALL = Setup(generator=Net(units=6), discriminator=Net(units=6))
HYPER = Hyper(batch=10)
PLAN = GanPlan.of(SMALL, HYPER)
DRAWN = ((0.5, 0.5), (0.6, 0.5), (-1.5, 0.2))
LOSSES = sorted(gan2d.DISCRIMINATOR)


@pytest.fixture(autouse=True)
def fresh(monkeypatch):
    """Begin without what another test has trained."""
    monkeypatch.setattr(gan, "_ways", Trajectories(gan._begin))


def answer(request):
    return list(gan.run(Models(), request))


def last(plan, step):
    found = answer(TrainGan(plan, step))[-1]
    assert isinstance(found, GanStep)
    return found


def same(one, other):
    """Whether two results are the same to the last bit, in all but the time they took."""
    if isinstance(one, np.ndarray):
        return one.dtype == other.dtype and one.shape == other.shape and one.tobytes() == other.tobytes()
    if isinstance(one, tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if is_dataclass(one):
        names = [field.name for field in fields(one) if field.name != "milliseconds"]
        return type(one) is type(other) and all(same(getattr(one, n), getattr(other, n)) for n in names)
    return one == other


def anew(request):
    """Answer with nothing trained before."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gan, "_ways", Trajectories(gan._begin))
        return answer(request)[-1]


# -- any valid state -----------------------------------------------------------------------------------------

setups = st.builds(
    Setup,
    data=st.sampled_from(["ring", "grid", "spiral", "moons", "line", "mixture"]),
    noise=st.sampled_from(["uniform", "normal"]),
    dims=st.integers(1, 2),
    generator=st.builds(Net, layers=st.integers(1, 4), units=st.integers(1, 9)),
    discriminator=st.builds(Net, layers=st.integers(1, 4), units=st.integers(1, 9)),
    seed=st.integers(0, 2**31 - 1),
) | st.builds(
    lambda points: Setup(data="drawn", points=tuple(points)),
    st.lists(st.tuples(st.floats(-LIMIT, LIMIT), st.floats(-LIMIT, LIMIT)), min_size=1, max_size=9),
)
hypers = st.builds(
    Hyper,
    loss=st.sampled_from(LOSSES),
    optimiser=st.sampled_from(["sgd", "adam"]),
    rate_d=st.floats(0, 10),
    rate_g=st.floats(0, 10),
    penalty=st.floats(0, 1000),
    d_steps=st.integers(1, 3),
    batch=st.integers(1, 12),
    turn=st.sampled_from(["both", "d", "g"]),
)


@settings(max_examples=40)
@given(setup=setups, start=hypers, later=hypers, at=st.integers(1, 5), step=st.integers(0, 7), data=st.data())
def test_any_valid_state_is_answered_with_numbers_and_the_same_bytes_again(
    setup, start, later, at, step, data
):
    live = GanLive(plan=GanPlan.of(setup, start).changed(at, later), step=step)
    phase = data.draw(st.none() | st.integers(0, 5 * len(live.hyper.moves) - 1))
    for slot, request in GanState(live=live, phase=phase).requests().items():
        found = answer(request)[-1]
        check_step(found, step) if slot == "live" else check_dissected(found, live)
        assert same(found, anew(request))


def check_step(found, step):
    assert isinstance(found, GanStep)
    assert found.step == step or found.stuck
    surfaces = (found.field.learned, found.field.p, found.field.q)
    points = (found.real, found.fake, found.arrows)
    assert [array.shape for array in points] == [(SHOWN, 2)] * 3
    assert [array.shape for array in (*surfaces, found.field.optimal)] == [(SIDE, SIDE)] * 4
    dims = found.plan.setup.dims
    assert found.sheet.shape == ((NET, NET, 2) if dims == 2 else (1, CURVE, 2))
    assert len(found.coverage.counts) == len(found.coverage.shares)
    for array in (*surfaces, *points, found.sheet):
        assert array.dtype == np.float32
        assert np.isfinite(array).all()
    for array in (found.fake, found.sheet):
        assert np.abs(array).max() <= LIMIT
    assert ((found.field.optimal >= 0) | np.isnan(found.field.optimal)).all()
    assert 0 <= found.distance.js <= math.log(2)
    assert math.isfinite(found.game.value)
    assert found.curves.js_steps[-1] == found.step


def check_dissected(found, live):
    assert isinstance(found, Dissected)
    hyper = live.plan.at(found.step)
    assert found.stuck == (len(found.moves) < len(hyper.moves))
    for move, player in zip(found.moves, hyper.moves, strict=False):
        batch, real = hyper.batch, hyper.batch if player == "d" else 0
        assert move.player == player
        assert move.real.shape == (real, 2)
        assert move.d_real.shape == (real,)
        assert move.noise.shape == (batch, live.plan.setup.dims)
        assert move.fake.shape == move.fake_after.shape == (batch, 2)
        assert move.d_fake.shape == (batch,)
        assert move.arrows.shape == (0 if player == "d" else batch, 2)
        assert move.before.shape == move.after.shape == (SIDE, SIDE)
        assert math.isfinite(move.loss)


# -- by any way ----------------------------------------------------------------------------------------------


@settings(max_examples=12)
@given(walk=st.lists(st.tuples(st.integers(0, 30), hypers), min_size=1, max_size=6))
def test_the_same_request_gives_the_same_result_by_any_way(walk):
    plan = PLAN
    for step, hyper in walk:
        plan = plan.changed(step, hyper)
        found = last(plan, step + 3)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gan, "_ways", Trajectories(gan._begin, pace=0.0))
        assert same(found, last(plan, step + 3))


def test_step_back_then_forward_gives_the_same_numbers_bit_for_bit(monkeypatch):
    monkeypatch.setattr(gan, "_ways", Trajectories(gan._begin, pace=0.0))
    live = GanLive(plan=PLAN)
    walked, seen = [], []
    for turn in ("both", "d", "g", "g", "both", "d") * 6:
        live = live.moved(turn)
        walked.append(live)
        seen.append(last(live.plan, live.step))
    for back in (1, 2, 30, 3, 35):
        for live, known in list(zip(walked, seen, strict=True))[-back:]:
            there = replace(walked[-1], step=live.step)
            found = last(there.plan, there.step)
            assert same(replace(found, plan=known.plan), known)
    assert same(anew(TrainGan(walked[-1].plan, 36)), seen[-1])


def test_previews_change_nothing(monkeypatch):
    quick = last(PLAN, 40)
    monkeypatch.setattr(gan, "_ways", Trajectories(gan._begin, pace=0.0))
    monkeypatch.setattr(gan, "_PREVIEW", 0.0)
    monkeypatch.setattr(gan, "_SHARE", 0.0)
    steps = answer(TrainGan(PLAN, 40))
    assert [step.step for step in steps if isinstance(step, GanStep)] == list(range(1, 41))
    assert same(steps[-1], quick)


def test_the_same_seed_is_the_same_run_and_another_is_another():
    one, other = last(PLAN, 5), last(GanPlan.of(replace(SMALL, seed=1), HYPER), 5)
    assert same(one, anew(TrainGan(PLAN, 5)))
    assert not np.array_equal(one.fake, other.fake)
    assert not np.array_equal(one.real, other.real)
    np.testing.assert_array_equal(one.field.p, other.field.p)


def test_a_change_on_the_way_trains_nothing_again(monkeypatch):
    taken = []
    step = gan.LiveGan.step
    monkeypatch.setattr(gan.LiveGan, "step", lambda self, n, hyper: taken.append(n) or step(self, n, hyper))
    last(PLAN, 60)
    last(PLAN.changed(60, replace(HYPER, rate_d=0.01)), 65)
    assert taken == list(range(65))


def test_play_says_how_far_it_is_and_shows_the_way(monkeypatch):
    monkeypatch.setattr(gan, "_ways", Trajectories(gan._begin, pace=0.0))
    steps = answer(TrainGan(PLAN, 30, since=0))
    assert [step.step for step in steps if isinstance(step, Advancing)] == list(range(31))
    assert isinstance(steps[-1], GanStep)


def test_who_looks_slowly_changes_nothing():
    before = last(PLAN, 12)
    slow = answer(Dissect(PLAN, 12))[-1]
    assert isinstance(slow, Dissected)
    after = last(PLAN, 13)
    assert same(before, last(PLAN, 12))
    assert same(after, anew(TrainGan(PLAN, 13)))


# -- what is shown is true -----------------------------------------------------------------------------------


def test_slow_motion_shows_the_step_that_is_then_taken():
    before, after = last(PLAN, 7), last(PLAN, 8)
    slow = answer(Dissect(PLAN, 7))[-1]
    d, g = slow.moves
    np.testing.assert_array_equal(d.before, before.field.learned)
    np.testing.assert_array_equal(g.after, after.field.learned)
    np.testing.assert_array_equal(d.after, g.before)
    assert (d.loss, g.loss) == (pytest.approx(after.curves.d[-1]), pytest.approx(after.curves.g[-1]))
    np.testing.assert_array_equal(d.fake, d.fake_after)  # it is the other who moves
    assert not np.array_equal(g.fake, g.fake_after)
    labelled = -np.log(d.d_real).mean() - np.log1p(-d.d_fake).mean()
    assert d.loss == pytest.approx(labelled, rel=1e-4)
    assert g.loss == pytest.approx(-np.log(g.d_fake).mean(), rel=1e-4)
    assert min(d.slopes, g.slopes) > 0


@pytest.mark.parametrize("data", DATA)
def test_the_density_of_the_real_points_is_exact_but_for_the_blur(data):
    points = DRAWN if data == "drawn" else ()
    found = last(GanPlan.of(replace(SMALL, data=data, points=points), HYPER), 0)
    mixture = mixtures.drawn(points, gan.BRUSH) if points else mixtures.preset(data)
    expected = mixture.density(gan.LATTICE.points().numpy().astype(np.float64), gan.BLUR)
    np.testing.assert_allclose(found.field.p.ravel(), expected, rtol=5e-3, atol=1e-5)
    assert mixture.density(found.real.astype(np.float64)).min() > 1e-5


def test_the_surfaces_are_the_networks_and_d_star():
    found = last(PLAN, 3)
    (way,) = gan._ways.reach(PLAN, 3)
    top, left = way.learner.f(torch.tensor([[2.9375, 2.9375], [-2.9375, -2.9375]])).sigmoid().tolist()
    assert found.field.learned[0, -1] == pytest.approx(top, rel=1e-5)
    assert found.field.learned[-1, 0] == pytest.approx(left, rel=1e-5)
    p, q = found.field.p, found.field.q
    known = ~np.isnan(found.field.optimal)
    np.testing.assert_allclose(found.field.optimal[known], (p / (p + q))[known], rtol=1e-5)
    assert (p + q)[~known].max() < gan.EMPTY
    assert known.any()
    assert not known.all()


def test_a_generator_that_is_perfect_is_told_by_every_number(monkeypatch):
    """The fake points are drawn from p itself, and D is undecided."""
    monkeypatch.setattr(gan.LiveGan, "fake", lambda self, noise: self.real[: len(noise)])
    monkeypatch.setattr(gan.LiveGan, "f", lambda self, x: torch.zeros(len(x)))
    found = last(PLAN, 0)
    assert found.distance.js < 0.01
    assert abs(found.distance.kl) < 0.03
    assert found.distance.gap is not None
    assert found.distance.gap < 0.05
    assert found.game.value == pytest.approx(-math.log(4))
    assert found.game.best == pytest.approx(-math.log(4), abs=0.02)
    assert found.coverage.covered.all()
    assert found.coverage.strays < 0.03
    assert found.finding is None


def test_a_collapsed_generator_is_told(monkeypatch):
    there = torch.tensor([1.8, 0.0])
    monkeypatch.setattr(gan.LiveGan, "fake", lambda self, noise: there.repeat(len(noise), 1))
    found = last(PLAN, 200)
    assert found.coverage.counts.tolist() == [2000, *[0] * 7]
    assert found.finding == "collapsed"
    one_of_eight = (7 / 8 * math.log(2) + 1 / 8 * math.log(2 / 9) + math.log(16 / 9)) / 2
    assert found.distance.js == pytest.approx(one_of_eight, abs=0.05)


def test_a_fake_point_is_of_the_mode_it_is_near_to_or_of_none(monkeypatch):
    """Three deviations of the ring's modes are 0.36."""
    places = torch.tensor([[1.8, 0.0], [1.8, 0.35], [1.8, 0.37], [0.0, -1.8], [0.0, 0.0]])
    monkeypatch.setattr(gan.LiveGan, "fake", lambda self, noise: places[torch.arange(len(noise)) % 5])
    coverage = last(PLAN, 0).coverage
    assert coverage.counts.tolist() == [800, 0, 0, 0, 0, 0, 400, 0]
    assert coverage.strays == pytest.approx(0.4)


@pytest.mark.parametrize("loss", LOSSES)
def test_each_loss_has_its_game(loss):
    found = last(GanPlan.of(SMALL, replace(HYPER, loss=loss)), 2)
    assert found.game.optimum == gan2d.OPTIMUM[loss]
    best = 2 * found.distance.js - math.log(4) if loss in gan2d.LOGISTIC else None
    assert found.game.best == (best if best is None else pytest.approx(best))
    assert (found.distance.gap is None) == (loss == "wasserstein")
    (way,) = gan._ways.reach(found.plan, 2)
    f = way.learner.f(way.learner.fake(way.learner.noise)).double()
    pays = {
        "minimax": (1 - f.sigmoid()).log(),
        "nonsaturating": -f.sigmoid().log(),
        "leastsquares": (f - 1) ** 2 / 2,
        "wasserstein": -f,
    }
    assert found.game.generator == pytest.approx(float(pays[loss].mean()), abs=1e-6)


def test_the_sheet_is_what_the_generator_makes_of_a_net_of_noise():
    found = last(PLAN, 2)
    (way,) = gan._ways.reach(PLAN, 2)
    corners = way.learner.fake(torch.tensor([[-1.0, 1.0], [1.0, 1.0], [-1.0, -1.0], [0.0, 0.0]]))
    shown = found.sheet[[0, 0, -1, NET // 2], [0, -1, 0, NET // 2]]
    np.testing.assert_allclose(shown, corners, rtol=1e-5, atol=1e-6)


# -- what cannot be ------------------------------------------------------------------------------------------


def test_an_absurd_rate_ends_at_a_step_and_loses_nothing():
    absurd = replace(HYPER, loss="leastsquares", optimiser="sgd", rate_d=10.0, rate_g=10.0)
    plan = PLAN.changed(6, absurd)
    found = last(plan, 400)
    assert (found.stuck, found.finding) == (True, "diverged")
    assert 6 <= found.step < 400
    check_step(found, found.step)
    slow = answer(Dissect(plan, 400))[-1]
    assert slow.stuck
    assert slow.step == found.step
    there = last(plan, found.step)
    assert (there.step, there.finding) == (found.step, "diverged"), "it rests there, and is no better for it"
    before = last(plan, found.step - 1)
    assert (before.step, before.stuck) == (found.step - 1, False)
    saved = plan.changed(6, HYPER)
    assert (last(saved, 40).step, last(saved, 40).stuck) == (40, False)


@pytest.mark.parametrize("make", [TrainGan, Dissect])
def test_a_distribution_drawn_without_points_gets_a_sentence(make):
    state = replace(GanState(), drawing=()).applied()
    with pytest.raises(UserError, match="Nothing is drawn yet"):
        answer(make(state.live.plan, 0))


@pytest.mark.parametrize("step", [-1, MOST_STEPS + 1])
@pytest.mark.parametrize("make", [TrainGan, Dissect])
def test_a_step_that_there_is_not_is_refused_in_a_sentence(make, step):
    with pytest.raises(UserError, match="there is no step"):
        answer(make(PLAN, step))


def test_another_request_is_a_fault():
    with pytest.raises(TypeError, match="Request"):
        answer(Request())


def test_the_engine_answers_it_as_any_other_and_previews_take_a_bounded_share(monkeypatch):
    """By a clock on which a training step takes 2 ms and a preview 16 ms."""
    now = [0.0]

    def tick(seconds, real):
        def slow(*arguments):
            now[0] += seconds
            return real(*arguments)

        return slow

    monkeypatch.setattr("genplay.pipelines.trajectory.time.perf_counter", lambda: now[0])
    monkeypatch.setattr(gan, "_shown", tick(0.016, gan._shown))
    monkeypatch.setattr(gan.LiveGan, "step", tick(0.002, gan.LiveGan.step))
    steps = list(Engine(Models()).answer(TrainGan(PLAN, 1000)))
    shown = sum(isinstance(step, GanStep) for step in steps)
    assert 0.016 * (shown - 2) <= now[0] / 8  # but for the first, which is there at once, and the last
    assert shown >= 10


def test_it_learns_the_ring_by_the_numbers_that_it_begins_with():
    found = last(first(), 1500)
    assert found.distance.js < 0.25
    assert found.coverage.covered.sum() >= 6
    assert found.finding is None
