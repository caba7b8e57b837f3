"""A small VAE trained while one looks: the same at each step by any way, and all there is to draw."""

import sys
from dataclasses import dataclass, replace
from types import ModuleType
from typing import ClassVar

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from genplay.data import examples, toys
from genplay.engine.answer import Engine, Models
from genplay.errors import UserError
from genplay.families.base import Request
from genplay.families.training import MOST_STEPS, Advancing
from genplay.families.vae.live import (
    DATA,
    LATENTS,
    Hyper,
    LivePlan,
    LiveStep,
    Setup,
    TrainLive,
)
from genplay.families.vae.notes import live_note
from genplay.pipelines.trajectory import Trajectories
from genplay.pipelines.vae import live
from genplay.pipelines.vae.live import SAMPLES, run_live

RING = LivePlan.of(Setup(data="ring", hidden=8), Hyper(batch=16))
DIGITS = LivePlan.of(Setup(hidden=8), Hyper(batch=8))


@pytest.fixture(autouse=True)
def fresh(monkeypatch):
    """Begin without what another test has trained."""
    monkeypatch.setattr(live, "_ways", Trajectories(live._begin))


def answer(plan, step, since=None):
    return list(run_live(Models(), TrainLive(plan, step, since)))


def last(plan, step):
    found = answer(plan, step)[-1]
    assert isinstance(found, LiveStep)
    return found


def same(one, other):
    """Whether two results are the same in all but the time they took."""
    arrays = (
        *((getattr(found, name) for found in (one, other)) for name in ("kl", "means", "samples", "data")),
        *((getattr(found.losses, name) for found in (one, other)) for name in ("steps", "kl", "total")),
        (one.manifold.decoded, other.manifold.decoded),
    )
    return (one.plan, one.step, one.stuck) == (other.plan, other.step, other.stuck) and all(
        np.array_equal(a, b) for a, b in arrays
    )


@settings(max_examples=12)
@given(walk=st.lists(st.tuples(st.integers(0, 12), st.sampled_from([1.0, 4.0])), min_size=1, max_size=6))
def test_the_same_request_gives_the_same_result_by_any_way(walk):
    plan = RING
    for step, beta in walk:
        plan = plan.changed(step, Hyper(beta=beta, batch=16))
        found = last(plan, step + 3)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(live, "_ways", Trajectories(live._begin, pace=0.0))
        assert same(found, last(plan, step + 3))


@pytest.mark.parametrize("plan", [RING, DIGITS], ids=["ring", "digits"])
def test_previews_change_nothing(plan, monkeypatch):
    quick = last(plan, 9)
    monkeypatch.setattr(live, "_ways", Trajectories(live._begin, pace=0.0))
    monkeypatch.setattr(live, "_PREVIEW", 0.0)
    monkeypatch.setattr(live, "_SHARE", 0.0)
    steps = answer(plan, 9)
    shown = [step.step for step in steps if isinstance(step, LiveStep)]
    assert shown == list(range(1, 10))
    assert same(steps[-1], quick)


def test_another_seed_is_another_training():
    one, other = last(RING, 2), last(LivePlan.of(replace(RING.setup, seed=1), RING.at(0)), 2)
    assert not np.array_equal(one.means, other.means)
    assert not np.array_equal(one.data, other.data)


def test_the_digits_are_a_hundred_of_each_class_whatever_the_seed():
    found = last(DIGITS, 0)
    assert np.bincount(found.labels).tolist() == [100] * 10
    test = examples.test_digits()
    zeros = test.bits[np.flatnonzero(test.labels == 0)[:100]]
    np.testing.assert_array_equal(found.data[found.labels == 0], zeros)
    other = last(LivePlan.of(replace(DIGITS.setup, seed=1), DIGITS.at(0)), 0)
    assert other.data is found.data


@pytest.mark.parametrize("data", DATA)
@pytest.mark.parametrize("latent", LATENTS)
def test_every_setup_has_all_there_is_to_draw(data, latent):
    found = last(LivePlan.of(Setup(data=data, latent=latent, hidden=8), Hyper(batch=4)), 2)
    dims = 784 if data == "digits" else 2
    rows, columns, width = found.manifold.codes.shape
    assert width == latent
    assert (rows == 1) == (latent == 1)
    assert found.manifold.decoded.shape == (rows, columns, dims)
    assert found.means.shape == (1000, latent)
    assert found.kl.shape == (latent,)
    assert found.data.shape == (1000, dims)
    assert found.labels.shape == (1000,)
    assert found.samples.shape == ((0, 2) if data == "digits" else (SAMPLES, 2))
    assert found.losses.steps.tolist() == [1, 2]
    assert found.milliseconds > 0
    assert found.ended
    assert not found.stuck
    for array in (found.manifold.codes, found.manifold.decoded, found.means, found.kl, found.samples):
        assert array.dtype == np.float32
        assert np.isfinite(array).all()
    if data == "digits":
        assert 0 <= found.manifold.decoded.min() <= found.manifold.decoded.max() <= 1
        assert found.manifold.sheet().shape == (28 * rows, 28 * columns)
    else:
        np.testing.assert_array_equal(found.data, toys.toy(data, 1000, 0).points)


def test_the_sheet_grows_to_the_right_and_upwards_by_quantiles_of_the_prior():
    codes = last(RING, 0).manifold.codes
    along = torch.distributions.Normal(0.0, 1.0).cdf(torch.as_tensor(codes))
    np.testing.assert_allclose(np.diff(along[0, :, 0]), 1 / 21, atol=1e-5)
    np.testing.assert_allclose(np.diff(along[:, 0, 1]), -1 / 21, atol=1e-5)
    assert not codes[10, 10].any()


def test_the_numbers_are_those_of_the_network():
    found = last(DIGITS, 5)
    (way,) = live._ways.reach(DIGITS, 5)
    with torch.no_grad():
        mu, logvar = way.learner.network.encode(torch.as_tensor(found.data))
        expected = torch.distributions.kl_divergence(
            torch.distributions.Normal(mu, torch.exp(0.5 * logvar)), torch.distributions.Normal(0.0, 1.0)
        )
        picture = way.learner.network.decode(torch.as_tensor(found.manifold.codes[3, 4])).sigmoid()
    np.testing.assert_array_equal(found.means, mu)
    np.testing.assert_allclose(found.kl, expected.mean(0), rtol=1e-4, atol=1e-6)
    np.testing.assert_allclose(found.manifold.decoded[3, 4], picture, rtol=1e-4)


def test_the_total_is_weighted_by_the_beta_of_its_step():
    plan = RING.changed(3, Hyper(beta=7, batch=16))
    losses = last(plan, 6).losses
    betas = np.array([1, 1, 1, 7, 7, 7], np.float32)
    np.testing.assert_allclose(losses.total, losses.reconstruction + betas * losses.kl, rtol=1e-5)


def test_the_samples_have_the_noise_of_the_decoder():
    quiet, loud = (
        last(LivePlan.of(replace(RING.setup, sigma=sigma), replace(RING.at(0), rate=0)), 0)
        for sigma in (0.05, 1)
    )
    noise = (loud.samples - quiet.samples) / 0.95
    assert noise.std() == pytest.approx(1, abs=0.05)
    np.testing.assert_array_equal(quiet.manifold.decoded, loud.manifold.decoded)


def test_play_says_how_far_it_is_and_shows_the_way(monkeypatch):
    monkeypatch.setattr(live, "_ways", Trajectories(live._begin, pace=0.0))
    steps = answer(RING, 40)
    told = [step.step for step in steps if isinstance(step, Advancing)]
    assert told == list(range(41))
    assert all(step.of == 40 for step in steps)
    assert isinstance(steps[-1], LiveStep)
    assert steps[-1].step == 40
    again = answer(RING, 40)
    assert [type(step) for step in again] == [Advancing, Advancing, LiveStep]
    replayed = answer(RING, 40, since=30)
    assert [step.step for step in replayed if isinstance(step, Advancing)] == [30, *range(31, 41)]


def test_previews_take_a_third_of_the_time_at_most(monkeypatch):
    """By a clock on which a training step takes 5 ms and a preview 30 ms."""
    now = [0.0]

    def tick(seconds, real):
        def slow(*arguments):
            now[0] += seconds
            return real(*arguments)

        return slow

    monkeypatch.setattr("genplay.pipelines.trajectory.time.perf_counter", lambda: now[0])
    monkeypatch.setattr(live, "_shown", tick(0.03, live._shown))
    monkeypatch.setattr(live.LiveVae, "step", tick(0.005, live.LiveVae.step))
    steps = answer(RING, 200)
    shown = sum(isinstance(step, LiveStep) for step in steps)
    assert 0.03 * (shown - 2) <= now[0] / 3  # but for the first, which is there at once, and the last
    assert shown >= 10


def test_a_way_given_up_is_gone_on_with(monkeypatch):
    steps = run_live(Models(), TrainLive(RING, MOST_STEPS))
    reached = [next(steps) for _ in range(4)][-1].step
    assert reached > 0
    steps.close()
    found = last(RING, reached)
    monkeypatch.setattr(live, "_ways", Trajectories(live._begin))
    assert same(found, last(RING, reached))


def test_a_rate_that_is_too_high_ends_at_a_step_and_loses_nothing():
    plan = RING.changed(6, Hyper(rate=10, batch=16))
    found = last(plan, 400)
    assert found.stuck
    assert found.ended
    assert 6 < found.step < 400
    assert len(found.losses.steps) == found.step
    assert np.isfinite(found.losses.total).all()
    note = live_note(found)
    assert note is not None
    assert "learning rate of 10 " in note.template.format(**note.values)
    assert last(plan, 401).step == found.step
    there = last(plan, found.step)  # it rests there, and is no better for it
    assert (there.step, there.stuck, there.ended) == (found.step, True, True)
    before = last(plan, 6)
    assert not before.stuck
    saved = plan.changed(6, Hyper(rate=0.001, batch=16))
    assert last(saved, 8).losses.steps.tolist() == list(range(1, 9))


def test_the_engine_trains_while_others_are_answered(monkeypatch):
    """Steps of what is computed in inference mode may come between."""

    @dataclass(frozen=True, slots=True)
    class Look(Request):
        family: ClassVar[str] = "vae"

    def run(models, request):
        if isinstance(request, TrainLive):
            yield from run_live(models, request)
        for _ in range(3):
            yield torch.zeros(1).is_inference()

    module = ModuleType("genplay.pipelines.vae")
    module.run = run  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    engine = Engine(Models())
    engine.last(Look())
    training, looking = engine.answer(TrainLive(RING, 10**4)), engine.answer(Look())
    for _ in range(3):
        assert next(looking) is True
        assert isinstance(next(training), Advancing | LiveStep)
    found = next(step for step in training if isinstance(step, LiveStep))
    training.close()
    monkeypatch.setattr(live, "_ways", Trajectories(live._begin))
    assert same(replace(found, of=found.step), last(RING, found.step))


@pytest.mark.parametrize(("step", "since"), [(-1, None), (MOST_STEPS + 1, None), (5, -1)])
def test_a_step_that_there_is_not_is_refused_in_a_sentence(step, since):
    with pytest.raises(UserError, match="there is no step"):
        answer(RING, step, since)


def test_another_request_is_a_fault():
    with pytest.raises(TypeError, match="Request"):
        list(run_live(Models(), Request()))


def test_high_beta_collapses_what_the_vae_uses():
    setup = Setup(data="ring", hidden=16)
    used, collapsed = (
        last(LivePlan.of(setup, Hyper(beta=beta, rate=0.01, batch=64)), 150) for beta in (1.0, 40.0)
    )
    assert not used.inactive
    assert collapsed.inactive == (0, 1)
