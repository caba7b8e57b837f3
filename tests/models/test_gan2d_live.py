"""A step: its gradient is that of the written loss, it follows from its number, and it ends where it must."""

import math
from dataclasses import dataclass, replace

import pytest
import torch

from genplay.models import gan2d
from genplay.models.gan2d import Config, Lattice
from genplay.models.gan2d_live import (
    EVERY,
    FIXED,
    LiveGan,
    Real,
    Setting,
    discriminator_slopes,
    generator_slope,
)

LOSSES = sorted(gan2d.DISCRIMINATOR)
REAL = Real(torch.tensor([[1.0, 0.0], [-1.0, 0.5]]), torch.tensor([0.1, 0.3]), torch.tensor([0.25, 0.75]))


@dataclass(frozen=True)
class Hyper:
    """What a step is taken with."""

    loss: str = "nonsaturating"
    optimiser: str = "adam"
    rate_d: float = 0.002
    rate_g: float = 0.002
    penalty: float = 3.0
    batch: int = 50
    moves: tuple[str, ...] = ("d", "g")


def live(seed=0, **config):
    sizes = Config(**{"generator": (9, 7), "discriminator": (8, 6), **config})
    return LiveGan(Setting(sizes, False, REAL, Lattice(3.0, 24), 0.15, seed))


def train(learner, steps, hyper, start=0):
    return [learner.step(n, hyper) for n in range(start, start + steps)]


def weights(learner):
    return torch.cat([learner.discriminator.flat.weights, learner.generator.flat.weights])


class Written:
    """The same networks as modules, whose losses autograd differentiates."""

    def __init__(self, learner, config):
        self.forger, self.judge = gan2d.Generator(config), gan2d.Discriminator(config)
        for network, relu in ((self.forger, learner.generator), (self.judge, learner.discriminator)):
            torch.nn.utils.vector_to_parameters(relu.flat.weights.clone(), network.parameters())

    @staticmethod
    def gradient(network, loss):
        slopes = torch.autograd.grad(loss, list(network.parameters()), allow_unused=True)
        pairs = zip(slopes, network.parameters(), strict=True)
        return torch.cat([(p * 0 if s is None else s).reshape(-1) for s, p in pairs]).detach()


@pytest.mark.parametrize("loss", LOSSES)
def test_each_losss_gradient_is_autograds_of_the_written_formula(loss):
    config = Config(generator=(9, 7), discriminator=(8, 6))
    learner, hyper = live(), Hyper(loss=loss, rate_d=0.0, rate_g=0.0, optimiser="sgd")
    train(learner, 20, Hyper(loss=loss, optimiser="sgd", rate_d=0.02, rate_g=0.02))
    written = Written(learner, config)
    d, g = learner.moves(20, hyper)
    assert d is not None
    assert g is not None
    fake = written.forger(d.noise).detach()
    expected = gan2d.DISCRIMINATOR[loss](written.judge(d.real), written.judge(fake))
    if loss == "wasserstein":
        share = torch.rand((50, 1), generator=_after(learner, 20, hyper))
        between = share * d.real + (1 - share) * fake
        expected = expected + 3 * gan2d.gradient_penalty(written.judge, between)
    assert d.loss == pytest.approx(float(expected.detach()), rel=1e-4, abs=1e-6)
    torch.testing.assert_close(d.slope, written.gradient(written.judge, expected), rtol=1e-3, atol=1e-6)
    expected = gan2d.GENERATOR[loss](written.judge(written.forger(g.noise)))
    assert g.loss == pytest.approx(float(expected.detach()), rel=1e-4, abs=1e-6)
    torch.testing.assert_close(g.slope, written.gradient(written.forger, expected), rtol=1e-3, atol=1e-6)
    assert min(float(d.slope.norm()), float(g.slope.norm())) > 1e-3


def _after(learner, n, hyper):
    """The generator where the discriminator's move of step ``n`` has drawn its points."""
    generator = learner._draws.at(n + 1)
    REAL.draw(hyper.batch, generator)
    learner._noise(hyper.batch, generator)
    return generator


@pytest.mark.parametrize("loss", LOSSES)
def test_the_slopes_are_autograds(loss):
    f_real, f_fake = torch.randn(2, 30, 1).unbind(0)
    for f in (f_real, f_fake):
        f.requires_grad_(True)
    expected = torch.autograd.grad(30 * gan2d.DISCRIMINATOR[loss](f_real, f_fake), (f_real, f_fake))
    for found, wanted in zip(
        discriminator_slopes(loss, f_real.detach(), f_fake.detach()), expected, strict=True
    ):
        torch.testing.assert_close(found, wanted)
    (wanted,) = torch.autograd.grad(30 * gan2d.GENERATOR[loss](f_fake), f_fake)
    torch.testing.assert_close(generator_slope(loss, f_fake.detach()), wanted)


def test_the_arrows_go_down_the_generators_loss():
    learner = live()
    fake = learner.fake(learner.noise[:20])
    arrows = learner.pull("nonsaturating", fake)
    written = Written(learner, Config(generator=(9, 7), discriminator=(8, 6)))
    x = fake.clone().requires_grad_(True)
    (slope,) = torch.autograd.grad(20 * gan2d.nonsaturating_generator(written.judge(x)), x)
    torch.testing.assert_close(arrows, -slope)


def test_real_points_are_the_mixtures():
    points = REAL.draw(40_000, torch.Generator().manual_seed(0))
    right = points[:, 0] > 0.2
    assert float(right.float().mean()) == pytest.approx(0.25, abs=0.01)
    assert points[right].std(0).tolist() == pytest.approx([0.1, 0.1], rel=0.05)
    assert points[~right].mean(0).tolist() == pytest.approx([-1.0, 0.5], abs=0.01)


@pytest.mark.parametrize("normal", [False, True])
@pytest.mark.parametrize("noise", [1, 2])
def test_the_noise_is_what_it_says(normal, noise):
    found = LiveGan(Setting(Config(noise=noise), normal, REAL, Lattice(3.0, 24), 0.15, 0)).noise
    assert found.shape == (FIXED, noise)
    assert float(found.std()) == pytest.approx(1 if normal else 3**-0.5, rel=0.05)
    assert (float(found.abs().max()) > 1) == normal


def test_the_same_seed_begins_and_goes_the_same_and_another_does_not():
    torch.manual_seed(1)
    one = live(seed=5)
    torch.manual_seed(2)  # torch's own generator has no say in it
    same, other = live(seed=5), live(seed=6)
    assert torch.equal(weights(one), weights(same))
    assert repr(train(one, 5, Hyper())) == repr(train(same, 5, Hyper()))  # NaN is equal to NaN
    assert all(map(torch.equal, one.tensors, same.tensors))
    assert not torch.equal(weights(one), weights(other))
    assert not torch.equal(one.real, other.real)


def test_a_step_depends_on_its_number_and_not_on_what_was_drawn_before():
    one, other = live(), live()
    still = Hyper(rate_d=0, rate_g=0, optimiser="sgd")
    train(one, 6, still)
    assert one.step(6, Hyper())[:2] == other.step(6, Hyper())[:2]
    assert one.step(7, still)[:2] != one.step(8, still)[:2]


def test_with_the_tensors_copied_back_it_goes_on_bit_for_bit():
    learner = live()
    train(learner, 4, Hyper())
    kept = [tensor.clone() for tensor in learner.tensors]
    train(learner, 5, Hyper(), start=4)
    there = [tensor.clone() for tensor in learner.tensors]
    for tensor, value in zip(learner.tensors, kept, strict=True):
        tensor.copy_(value)
    train(learner, 5, Hyper(), start=4)
    assert all(map(torch.equal, learner.tensors, there))


@pytest.mark.parametrize(("moves", "d", "g"), [(("d",), 1, 0), (("g",), 0, 1), (("d", "d", "g"), 2, 1)])
def test_only_who_moves_moves_and_pays(moves, d, g):
    learner = live()
    before = [relu.flat.weights.clone() for relu in (learner.discriminator, learner.generator)]
    paid = learner.step(1, replace(Hyper(), moves=moves))
    assert paid is not None
    moved = [
        not torch.equal(relu.flat.weights, was)
        for relu, was in zip((learner.discriminator, learner.generator), before, strict=True)
    ]
    assert moved == [d > 0, g > 0]
    assert [math.isnan(one) for one in paid[:2]] == [d == 0, g == 0]
    assert learner._updates.tolist() == [d, g]


def test_the_divergence_is_measured_now_and_then():
    found = train(live(), EVERY + 2, Hyper(batch=5))
    measured = [n for n, row in enumerate(found) if row and not math.isnan(row[2])]
    assert measured == [0, EVERY]
    assert all(0 <= found[n][2] <= math.log(2) for n in measured)


def test_plain_descent_goes_down_the_gradient_and_forgets_what_adam_knew():
    learner = live()
    train(learner, 3, Hyper())
    before = learner.discriminator.flat.weights.clone()
    learner.step(3, Hyper(optimiser="sgd", rate_d=0.5, moves=("d",)))
    flat = learner.discriminator.flat
    torch.testing.assert_close(flat.weights, before - 0.5 * flat.gradient)
    assert learner._updates.tolist() == [0, 3]
    assert not any(tensor.any() for tensor in flat.tensors[1:])
    assert learner.generator.flat.tensors[1].any()


def test_what_is_tried_is_taken_back():
    learner = live()
    train(learner, 3, Hyper())
    kept = [tensor.clone() for tensor in learner.tensors]
    moves = list(learner.tried(3, Hyper(moves=("d", "d", "g"))))
    assert [move.player for move in moves if move] == ["d", "d", "g"]
    assert all(map(torch.equal, learner.tensors, kept))
    given_up = learner.tried(3, Hyper())
    next(given_up)
    assert not torch.equal(learner.tensors[0], kept[0])
    given_up.close()
    assert all(map(torch.equal, learner.tensors, kept))
    paid = learner.step(3, Hyper(moves=("d", "d", "g")))
    assert paid is not None
    assert (moves[1].loss, moves[2].loss) == paid[:2]


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("optimiser", ["sgd", "adam"])
def test_too_high_a_rate_ends_in_a_step_that_is_not_taken_and_what_is_left_is_finite(loss, optimiser):
    """Or it goes on, with a generator at the edge of the plane: either way every number is one."""
    learner, hyper = live(), Hyper(loss=loss, optimiser=optimiser, rate_d=10.0, rate_g=10.0)
    for n in range(120):
        before = [tensor.clone() for tensor in learner.tensors]
        if learner.step(n, hyper) is None:
            assert all(map(torch.equal, learner.tensors, before))
            break
    fake = learner.fake(learner.noise)
    for shown in (fake, learner.f(fake), learner.pull(loss, fake), learner.density(fake)):
        assert shown.isfinite().all()


def test_a_weight_that_is_no_number_ends_it():
    learner = live()
    learner.generator.flat.weights[0] = math.nan
    assert learner.step(0, Hyper(moves=("g",))) is None
    assert learner.step(1, Hyper(moves=("d",))) is None


@pytest.mark.parametrize("loss", LOSSES)
def test_it_learns(loss):
    learner, lattice = live(generator=(24, 24), discriminator=(24, 24)), Lattice(3.0, 24)

    def js():
        return gan2d.js_divergence(learner.p, learner.density(learner.fake(learner.noise)), lattice)

    before = js()
    moves = ("d", "d", "d", "g") if loss == "wasserstein" else ("d", "g")
    train(learner, 500, Hyper(loss=loss, rate_d=0.005, rate_g=0.002, penalty=1.0, batch=80, moves=moves))
    assert js() < 0.6 * before
