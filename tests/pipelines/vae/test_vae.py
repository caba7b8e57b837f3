"""Any valid question of the VAE tab is answered; the sandwich closes; what is out of range is refused."""

import math
from dataclasses import dataclass, field, fields, is_dataclass

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn
from torch.distributions import Normal, kl_divergence

from genplay.data import examples
from genplay.engine.answer import Engine, Models
from genplay.errors import UserError
from genplay.families.base import Drawing, Loading
from genplay.families.vae import (
    LATENTS,
    Bound,
    Bounds,
    Cloud,
    Decode,
    Encode,
    Estimated,
    Gauss,
    Improve,
    Manifold,
    Neighbours,
    Plane,
    Points,
    Prior,
    Reconstruct,
    Sandwich,
    Sandwiched,
    Sheet,
    VaeState,
    Working,
    between,
    quantiles,
)
from genplay.models import vae
from genplay.models.vae import Vae
from genplay.pipelines.vae import coder as coders
from genplay.pipelines.vae.coder import Coder

DIGITS = examples.test_digits()
DRAWINGS = [Drawing.of(bits.reshape(28, 28)) for bits in DIGITS.bits[:3]]
X, Y, _ = DRAWINGS


@dataclass(frozen=True)
class Made:
    network: nn.Module
    architecture: str = "vae"
    measured: None = None
    calibration: dict = field(default_factory=dict)


@torch.inference_mode(False)
def made(name: str) -> Made:
    """Return a VAE of few units that has learned nothing, but puts no drawing at 0."""
    torch.manual_seed(5)
    network = vae.build(vae.Config(latent=LATENTS[name], hidden=10, layers=2)).eval()
    with torch.no_grad():
        for parameter in network.decoder.parameters():
            parameter.add_(0.15 * torch.randn_like(parameter))
        network.encoder.out.bias[LATENTS[name] :] -= 3.0
        network.encoder.out.weight.mul_(0.5)
        network.encoder.out.weight[1] = 0  # a dimension that tells nothing
    return Made(network)


MADE = {name: made(name) for name in LATENTS}


@pytest.fixture(scope="module")
def engine():
    """Return an engine that remembers what the tests before asked."""
    return Engine(Models(MADE.__getitem__))


def fresh() -> Engine:
    return Engine(Models(made))


def network(name: str = "vae_2d") -> Vae:
    found = MADE[name].network
    assert isinstance(found, Vae)
    return found


def bits(drawing: Drawing) -> torch.Tensor:
    return torch.from_numpy(drawing.flat()).float()


def steps(engine: Engine, request) -> list:
    return [step for step in engine.answer(request) if not isinstance(step, Loading)]


def as_bytes(value) -> bytes:
    """Return a result as bytes, whatever it holds."""
    if is_dataclass(value):
        return b"|".join(as_bytes(getattr(value, f.name)) for f in fields(value))
    if isinstance(value, tuple):
        return b",".join(map(as_bytes, value))
    return value.tobytes() if isinstance(value, np.ndarray) else repr(value).encode()


codes = st.tuples(st.floats(-8, 8), st.floats(-8, 8))
seeds = st.integers(0, 2**31 - 1)


@given(codes, seeds)
@settings(max_examples=20)
def test_a_code_is_decoded_to_a_mean_and_a_sample(engine, z, seed):
    (found,) = steps(engine, Decode("vae_2d", z, seed))
    with torch.no_grad():
        expected = torch.sigmoid(network().decode(torch.tensor([z])))[0]
    torch.testing.assert_close(torch.from_numpy(found.mean), expected, atol=1e-6, rtol=1e-4)
    assert (found.mean.dtype, found.sample.dtype) == (np.float32, np.uint8)
    assert found.z.tolist() == list(z)
    assert found.q is None
    assert set(np.unique(found.sample)) <= {0, 1}
    assert as_bytes(found) == as_bytes(steps(engine, Decode("vae_2d", z, seed))[0])


def test_the_pixels_of_samples_have_their_probabilities(engine):
    found = [steps(engine, Decode("vae_2d", (0.3, 0.4), seed))[0] for seed in range(300)]
    share, mean = np.mean([one.sample for one in found], 0), found[0].mean
    assert (np.abs(share - mean) < 5 * np.sqrt(mean * (1 - mean) / 300) + 0.01).all()


@pytest.mark.parametrize("z", [(1e6, 0.0), (0.0, math.nan), (math.inf, 0.0), (0.0,), (0.0,) * 3, (8.01, 0.0)])
def test_a_code_beyond_the_space_is_refused(engine, z):
    with pytest.raises(UserError, match="A code of vae_2d has 2 numbers from −8 to 8"):
        steps(engine, Decode("vae_2d", z))


def test_a_drawing_of_another_size_and_a_model_without_latents_are_refused(engine):
    small = Drawing.blank(4, 4)
    for request in (Encode("vae_2d", small), Sandwich("vae_2d", small), Reconstruct("vae_2d", small)):
        with pytest.raises(UserError, match="784 pixels; this one has 4 x 4"):
            steps(engine, request)
    with pytest.raises(UserError, match="no latents"):
        steps(Engine(Models(lambda name: Made(nn.Linear(2, 2), "nade"))), Cloud("nade"))
    for request in (Sandwich("vae", X, Gauss((0.0,), (1.0,))), Bound("vae_2d", X, Gauss((0.0,), (1.0,)))):
        with pytest.raises(UserError, match="this q has 1"):
            steps(engine, request)


def test_an_encoder_that_gives_no_numbers_is_refused():
    broken = made("vae_2d")
    with torch.no_grad():
        broken.network.encoder.out.bias.fill_(math.nan)  # type: ignore[union-attr]
    with pytest.raises(UserError, match="makes no normal"):
        steps(Engine(Models(lambda name: broken)), Encode("vae_2d", X))


@pytest.mark.parametrize("name", ["vae_2d", "vae"])
def test_a_drawing_is_encoded(engine, name):
    (found,) = steps(engine, Encode(name, X))
    with torch.no_grad():
        mu, logvar = network(name).encode(bits(X)[None])
        known = kl_divergence(Normal(mu, (0.5 * logvar).exp()), Normal(torch.zeros_like(mu), 1.0))[0]
        mean = torch.sigmoid(network(name).decode(mu))[0]
    assert found.q.mu == pytest.approx(mu[0].tolist())
    assert found.kl == pytest.approx(known.numpy(), rel=1e-4)
    assert found.mean == pytest.approx(mean.numpy(), abs=1e-6)


def test_a_code_follows_q(engine):
    q = steps(engine, Encode("vae_2d", X))[0].q
    (plain,) = steps(engine, Reconstruct("vae_2d", X))
    assert plain.z.tolist() == list(q.mu)
    assert plain.q == q
    assert not plain.eps.any()
    (noisy,) = steps(engine, Reconstruct("vae_2d", X, eps=3))
    assert noisy.eps.any()
    assert noisy.z == pytest.approx(np.array(q.mu) + np.array(q.sigma) * noisy.eps)
    hand = Gauss((1.0, -1.0), (0.1, 0.1))
    (moved,) = steps(engine, Reconstruct("vae_2d", X, q=hand))
    assert (moved.z.tolist(), moved.q) == ([1.0, -1.0], hand)
    assert as_bytes(noisy) == as_bytes(steps(fresh(), Reconstruct("vae_2d", X, eps=3))[0])


@pytest.mark.parametrize("name", ["vae_2d", "vae"])
def test_q_comes_from_the_prior_in_every_answer(engine, name):
    whole = steps(engine, Encode(name, X))[0].q
    for learned in (0.0, 0.4, 1.0):
        there = whole.from_prior(learned)
        assert steps(engine, Reconstruct(name, X, learned=learned))[0].q == there
        measured = steps(engine, Sandwich(name, X, learned=learned))[-1]
        assert measured.q == there
        kl_prior = measured.ledger.kl_prior if name == "vae_2d" else measured.kl_prior
        mu, sigma = (torch.tensor(part).double() for part in (there.mu, there.sigma))
        known = kl_divergence(Normal(mu, sigma), Normal(torch.zeros_like(mu), 1.0)).sum()
        assert kl_prior == pytest.approx(float(known), rel=1e-6, abs=1e-9)
        drawn = steps(engine, Bound(name, X, there, repeats=1))[-1]
        assert as_bytes(steps(engine, Bound(name, X, repeats=1, learned=learned))[-1]) == as_bytes(drawn)


def test_a_drawing_s_log_p_is_the_same_wherever_q_is_on_its_way(engine):
    found = [steps(engine, Sandwich("vae_2d", X, learned=learned))[-1] for learned in (0.0, 0.5, 1.0)]
    for one in found:
        check(one)
        assert one.ledger.log_prob == pytest.approx(found[-1].ledger.log_prob, abs=1e-3)


def test_what_was_improved_comes_from_the_prior_too(engine):
    start = Gauss((1.0, -1.0), (0.5, 0.5))
    whole = steps(engine, Sandwich("vae_2d", X, start, 5))[-1].q
    assert steps(engine, Sandwich("vae_2d", X, start, 5, 0.3))[-1].q == whole.from_prior(0.3)


@pytest.mark.parametrize("way", ["line", "arc"])
def test_two_drawings_are_blended(engine, way):
    first, second = (steps(engine, Encode("vae_2d", drawing))[0].q for drawing in (X, Y))
    (found,) = steps(engine, Reconstruct("vae_2d", X, Y, 0.25, way))
    assert found.z == pytest.approx(between(first.mu, second.mu, 0.25, way))
    assert found.q.sigma == pytest.approx(first.toward(second, 0.25).sigma)
    (end,) = steps(engine, Reconstruct("vae_2d", X, Y, 1.0, way))
    assert end.z == pytest.approx(second.mu)


def check(found: Sandwiched) -> None:
    ledger = found.ledger
    assert abs(ledger.residual) < 1e-3
    assert abs(ledger.residual) <= ledger.error + 1e-6
    assert ledger.kl_posterior > -1e-3
    assert ledger.elbo <= ledger.log_prob + 1e-3
    left, right, bottom, top = found.posterior.extent
    density = found.posterior.density
    assert density.dtype == np.float32
    assert density.shape == (64, 64)
    assert (density >= 0).all()
    assert density.mean() * (right - left) * (top - bottom) == pytest.approx(1, abs=0.01)
    for mu, sigma, low, high in zip(found.q.mu, found.q.sigma, (left, bottom), (right, top), strict=True):
        assert low < mu - 2 * sigma < mu + 2 * sigma < high


@pytest.mark.parametrize("drawing", [*DRAWINGS, Drawing.blank(), Drawing(b"\xff" * 98)])
def test_the_sandwich_closes(engine, drawing):
    answers = steps(engine, Sandwich("vae_2d", drawing))
    shown = [step for step in answers if isinstance(step, Sandwiched)]
    assert len(shown) >= 2
    assert [step.refined for step in shown] == [False] * (len(shown) - 1) + [True]
    assert all(isinstance(step, Sandwiched | Working) for step in answers)
    check(shown[-1])
    first, last = shown[0].ledger, shown[-1].ledger
    assert first.log_prob == pytest.approx(last.log_prob, abs=first.error + 1e-6)
    assert last.error < 1e-3


def test_the_first_drawing_need_not_wait_for_the_whole_lattice():
    engine = fresh()
    answers = engine.answer(Sandwich("vae_2d", X))
    first = next(step for step in answers if isinstance(step, Sandwiched))
    assert engine.models.get("vae_2d", Coder).lattice.done == 0
    *_, last = answers
    assert engine.models.get("vae_2d", Coder).lattice.done == 1
    assert not first.refined
    assert first.ledger.log_prob == pytest.approx(last.ledger.log_prob, abs=first.ledger.error + 1e-6)
    check(last)
    assert as_bytes(engine.last(Sandwich("vae_2d", X))) == as_bytes(last)  # as if it had been there


@given(codes, st.floats(1e-3, 0.5), st.floats(1e-3, 0.5))
@settings(max_examples=8)
def test_the_sandwich_closes_for_any_q(engine, mu, across, up):
    (*_, found) = steps(engine, Sandwich("vae_2d", X, Gauss(mu, (across, up))))
    check(found)
    assert found.q == Gauss(mu, (across, up))


def test_under_a_wide_q_the_lattice_is_enough_to_begin_with(engine):
    engine.last(Sandwich("vae_2d", X))  # the lattice, and the posterior
    for q in (Gauss((0.0, 0.0), (1.0, 1.0)), Gauss((-1.0, 2.0), (0.26, 1.1))):
        first, *_, last = (
            one for one in steps(engine, Sandwich("vae_2d", X, q)) if isinstance(one, Sandwiched)
        )
        check(last)
        assert first.ledger.reconstruction == pytest.approx(last.ledger.reconstruction, abs=1e-3)
        assert first.ledger.kl_posterior == pytest.approx(last.ledger.kl_posterior, abs=1e-3)


def test_a_dragged_q_is_answered_from_the_posterior_that_is_known():
    engine = fresh()
    engine.last(Sandwich("vae_2d", Y))
    q = Gauss((0.5, 0.5), (0.2, 0.1))
    answers = engine.answer(Sandwich("vae_2d", Y, q))
    first = next(step for step in answers if isinstance(step, Sandwiched))
    assert sum(1 for _ in answers) > 0
    assert not first.refined
    check(first)
    assert as_bytes(engine.last(Sandwich("vae_2d", Y, q))) == as_bytes(fresh().last(Sandwich("vae_2d", Y, q)))
    for drawing in DRAWINGS[:1] * 2 + [Drawing.blank().flipped(k) for k in range(5)]:
        engine.last(Sandwich("vae_2d", drawing))
    assert engine.models.get("vae_2d", Coder).integral(Y) is None  # others came since


def test_five_thousand_codes_find_what_the_quadrature_finds(engine):
    found = engine.last(Sandwich("vae_2d", X))
    wide = Gauss(tuple(found.posterior.mean.tolist()), tuple((1.3 * found.posterior.deviation).tolist()))
    bounds = engine.last(Bound("vae_2d", X, wide, repeats=4))
    assert bounds.counts.tolist() == [1, 5, 50, 500, 5000]
    assert bounds.log_prob == pytest.approx(found.ledger.log_prob, abs=0.05)
    assert (bounds.means <= found.ledger.log_prob + 4 * bounds.errors).all()


def test_the_bounds_grow_and_rise(engine):
    found = [one for one in steps(engine, Bound("vae_2d", X, repeats=2, seed=4)) if isinstance(one, Bounds)]
    assert [one.done for one in found] == sorted({one.done for one in found})
    assert found[-1].done == found[-1].total == 10_000
    assert found[0].counts.tolist() == [1, 5, 50]
    assert (np.diff(found[-1].means) > 0).all()
    assert found[-1].runs.tolist() == [10_000, 2000, 200, 20, 2]
    assert found[-1].deviations[-1] > 0  # each repeat has codes of its own
    ledger = engine.last(Sandwich("vae_2d", X)).ledger
    assert found[-1].means[0] == pytest.approx(ledger.elbo, abs=5 * found[-1].errors[0])
    assert as_bytes(found[-1]) == as_bytes(fresh().last(Bound("vae_2d", X, repeats=2, seed=4)))
    other = engine.last(Bound("vae_2d", X, repeats=2, seed=5))
    assert (other.means != found[-1].means).all()


def test_q_is_improved_step_by_step(engine):
    start = Gauss((1.5, 1.5), (0.3, 0.3))
    found = steps(engine, Improve("vae_2d", X, start))
    assert [len(one.elbos) for one in found] == list(range(1, len(found) + 1))
    assert 5 < len(found) <= 41
    assert all(one.steps == 40 for one in found)
    assert [one.ended for one in found[:-1]] == [False] * (len(found) - 1)
    assert found[-1].ended == (len(found) < 41)
    assert found[-1].height == len(found) - 1
    assert [one.ended for one in steps(engine, Improve("vae_2d", X, start))] == [one.ended for one in found]
    assert (np.diff(found[-1].elbos) > 0).all()
    assert found[-1].q(0).mu == start.mu
    assert found[-1].q(0).sigma == pytest.approx(start.sigma)
    before, after = (engine.last(Sandwich("vae_2d", X, start, step)) for step in (0, 40))
    assert after.q == found[-1].q(40)
    assert after.ledger.kl_posterior < before.ledger.kl_posterior - 1
    assert after.ledger.elbo == pytest.approx(found[-1].elbos[-1], abs=0.05)
    assert after.ledger.log_prob == pytest.approx(before.ledger.log_prob, abs=1e-4)
    decoded = engine.last(Reconstruct("vae_2d", X, q=start, step=40))
    assert decoded.z == pytest.approx(after.q.mu)


def test_a_step_of_a_climb_is_the_same_however_it_is_reached(engine):
    direct = fresh().last(Sandwich("vae_2d", Y, step=2))
    long_before = engine.last(Improve("vae_2d", Y, steps=10))
    assert len(long_before.elbos) > 3
    assert as_bytes(engine.last(Sandwich("vae_2d", Y, step=2))) == as_bytes(direct)
    assert as_bytes(engine.last(Improve("vae_2d", Y, steps=2))) == as_bytes(
        fresh().last(Improve("vae_2d", Y, steps=2))
    )


def test_only_the_last_climbs_are_remembered(engine):
    coder = engine.models.get("vae_2d", Coder)
    for k in range(6):
        engine.last(Improve("vae_2d", X, Gauss((0.1 * k, 0.0), (0.1, 0.1)), steps=1))
    assert len(coder._paths) == coders._PATHS


def test_many_latents_have_an_estimate(engine):
    found = engine.last(Sandwich("vae", X))
    assert isinstance(found, Estimated)
    q = steps(engine, Encode("vae", X))[0]
    assert found.kl_prior == pytest.approx(q.kl.sum())
    bounds = engine.last(Bound("vae", X, repeats=1))
    assert found.elbo == pytest.approx(bounds.means[0], abs=5 * (found.error + bounds.errors[0]))
    climb = engine.last(Improve("vae", X, steps=5))
    better = engine.last(Sandwich("vae", X, step=5))
    assert better.q == climb.q(5)
    assert better.elbo > found.elbo


@pytest.mark.parametrize("side", [1, 7, 20])
def test_the_manifold_has_the_pictures_of_its_codes(engine, side):
    plane = Plane.along((1, 0), (0.0, 0.0))
    found = steps(engine, Manifold("vae_2d", plane, side))
    assert all(isinstance(sheet, Sheet) for sheet in found)
    assert [sheet.done for sheet in found] == sorted({sheet.done for sheet in found})
    last = found[-1]
    assert last.done == side
    assert last.pictures.shape == (side, side, 28, 28)
    at = quantiles(side)
    for row, column in ((0, 0), (side - 1, 0), (side // 2, side - 1)):
        z = (float(at[row]), float(at[column]))  # up is the first axis
        (one,) = steps(engine, Decode("vae_2d", z))
        assert np.abs(last.pictures[row, column].ravel() - 255.0 * one.mean).max() <= 0.51


def test_the_manifold_of_the_principal_components(engine):
    *waiting, sheet = steps(fresh(), Manifold("vae", None, 4))
    assert any(isinstance(step, Working) for step in waiting)
    assert sheet.plane == engine.last(Cloud("vae")).principal
    with pytest.raises(UserError, match="this plane has 2"):
        steps(engine, Manifold("vae", Plane.along((0, 1), (0.0, 0.0))))
    for side in (0, 41):
        with pytest.raises(UserError, match="1 to 40 rows"):
            steps(engine, Manifold("vae_2d", None, side))


def test_the_cloud_is_where_the_encoder_puts_the_digits():
    engine = fresh()
    found = steps(engine, Cloud("vae"))
    assert all(isinstance(points, Points) for points in found)
    assert [len(points.mu) for points in found] == list(range(200, 10_001, 200))
    last = found[-1]
    with torch.no_grad():
        mu, logvar = network("vae").encode(torch.from_numpy(DIGITS.bits).float())
    assert np.allclose(last.mu, mu.numpy(), atol=1e-5)
    assert np.array_equal(last.labels, DIGITS.labels)
    assert last.kl == pytest.approx(vae.kl(mu, logvar).mean(0).numpy(), rel=1e-3)
    assert last.activity == pytest.approx(mu.double().var(0, unbiased=False).numpy(), rel=1e-3)
    assert 1 in last.inactive
    assert last.inactive != tuple(range(50))
    assert last.kl[list(last.order)].tolist() == sorted(last.kl.tolist(), reverse=True)
    assert len(steps(engine, Cloud("vae"))) == 1  # known by now


def test_the_principal_components_are_those_of_the_means(engine):
    points = engine.last(Cloud("vae"))
    places = points.principal.places(points.mu)
    assert places.mean(0) == pytest.approx((0, 0), abs=1e-6)
    assert np.cov(places.T, bias=True) == pytest.approx(np.eye(2), abs=1e-6)
    singular = np.linalg.svd(points.mu - points.mu.mean(0), compute_uv=False) ** 2
    assert points.explained == pytest.approx(singular[:2] / singular.sum(), rel=1e-4)


def test_two_who_wait_for_the_cloud_share_it():
    engine = fresh()
    one, other = engine.answer(Cloud("vae_2d")), engine.answer(Neighbours("vae_2d", X))
    taken = 0
    waiting = [one, other]
    while waiting:
        for steps_ in list(waiting):
            try:
                next(steps_)
                taken += 1
            except StopIteration:
                waiting.remove(steps_)
    assert taken <= 50 + 6  # 10,000 digits by 200, the models' own steps and the answers


def test_a_digit_is_its_own_nearest_neighbour(engine):
    found = engine.last(Neighbours("vae_2d", X, 4))
    assert (found.latent[0].number, found.pixel[0].number) == (0, 0)
    assert (found.pixel[0].distance, found.pixel[0].drawing) == (0.0, X)
    assert len(found.latent) == len(found.pixel) == 4
    apart = (DIGITS.bits != X.flat()).sum(1)
    assert [one.distance for one in found.pixel] == np.sort(apart)[:4].tolist()
    points = engine.last(Cloud("vae_2d"))
    latent = np.sort(np.linalg.norm(points.mu - points.mu[0], axis=1))[:4]
    assert [one.distance for one in found.latent] == pytest.approx(latent, abs=1e-5)
    for one in (*found.latent, *found.pixel):
        assert one.label == DIGITS.labels[one.number]
        assert np.array_equal(one.drawing.flat(), DIGITS.bits[one.number])


def test_clothes_are_compared_with_clothes(engine):
    items = examples.test_items()
    item = Drawing.of(items.bits[7].reshape(28, 28))
    nearest = engine.last(Neighbours("vae_fashion", item))
    assert (nearest.pixel[0].number, nearest.pixel[0].distance) == (7, 0)
    assert nearest.pixel[0].label == items.labels[7]
    assert engine.last(Cloud("vae_fashion")).mu.shape == (10_000, 16)


def test_pictures_are_drawn_from_the_prior(engine):
    (found,) = steps(engine, Prior("vae", 5, 3))
    assert (found.z.shape, found.means.shape, found.samples.shape) == ((5, 50), (5, 784), (5, 784))
    (one,) = steps(engine, Decode("vae", tuple(found.z[2].tolist())))
    assert found.means[2] == pytest.approx(one.mean, abs=1e-6)
    assert as_bytes(found) == as_bytes(steps(fresh(), Prior("vae", 5, 3))[0])
    z = steps(engine, Prior("vae", 400, 1))[0].z
    assert z.std() == pytest.approx(1, abs=0.02)


def test_every_question_of_a_state_is_answered(engine):
    state = VaeState(drawing=X, second=Y, blend=0.5, step=3, map="both", prior=True, eps=1)
    for slot, request in state.requests().items():
        assert not isinstance(engine.last(request), Loading | Working), slot


def test_loading_is_a_step_of_its_own():
    first, *_ = [step for step in fresh().answer(Encode("vae_2d", X)) if step != Loading("")]
    assert first == Loading("vae_2d")
