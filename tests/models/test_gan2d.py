"""The losses are those of the papers, and what is known in closed form comes out: D*, KL, JS, the optimum."""

import math

import numpy as np
import pytest
import torch
from torch.distributions import MultivariateNormal, Normal
from torch.nn.functional import binary_cross_entropy_with_logits as cross_entropy

from genplay.models import gan2d
from genplay.models.gan2d import Config, Discriminator, Generator, Lattice

FINE = Lattice(4.0, 160)
LOSSES = sorted(gan2d.DISCRIMINATOR)


def normal(x, sigma, lattice=FINE):
    """The density of a round normal at (x, 0), on a lattice, by torch."""
    round_normal = MultivariateNormal(torch.tensor([x, 0.0]), sigma**2 * torch.eye(2))
    return round_normal.log_prob(lattice.points()).exp().reshape(lattice.side, lattice.side)


# -- networks ------------------------------------------------------------------------------------------------


def test_the_generator_stays_within_its_limit_and_ends_in_tanh():
    torch.manual_seed(0)
    forger = Generator(Config(noise=1, generator=(5, 6), limit=2.5))
    z = torch.randn(50, 1)
    torch.testing.assert_close(forger(z), 2.5 * torch.tanh(forger.layers(z)))
    assert forger(1e6 * z).abs().max() <= 2.5


def test_the_networks_have_the_layers_that_are_asked_for():
    config = Config(noise=1, generator=(5, 6), discriminator=(7,))
    shapes = [
        [tuple(p.shape) for p in net.parameters() if p.ndim == 2]
        for net in (Generator(config), Discriminator(config))
    ]
    assert shapes == [[(5, 1), (6, 5), (2, 6)], [(7, 2), (1, 7)]]
    assert Discriminator(config)(torch.zeros(9, 2)).shape == (9,)


@pytest.mark.parametrize("wrong", [{"noise": 0}, {"generator": (0,)}, {"limit": 0.0}, {"limit": math.nan}])
def test_a_size_that_there_is_not_is_refused(wrong):
    with pytest.raises(ValueError, match="at least 1"):
        Config(**wrong)


def test_the_first_weights_have_the_deviation_of_their_inputs():
    network = gan2d.perceptron(100, (400,), 50)
    gan2d.initialise(network, torch.Generator().manual_seed(1))
    assert float(network[0].weight.detach().std()) == pytest.approx(0.1, rel=0.02)
    assert float(network[2].weight.detach().std()) == pytest.approx(0.05, rel=0.02)
    assert not network[0].bias.any()


# -- losses --------------------------------------------------------------------------------------------------


def test_the_minimax_losses_are_equation_1_of_2014():
    f_real, f_fake = torch.randn(2, 60).double().unbind(0)
    real, fake = f_real.sigmoid(), f_fake.sigmoid()
    value = real.log().mean() + (1 - fake).log().mean()
    torch.testing.assert_close(gan2d.minimax_discriminator(f_real, f_fake), -value)
    torch.testing.assert_close(gan2d.minimax_generator(f_fake), (1 - fake).log().mean())
    torch.testing.assert_close(gan2d.nonsaturating_generator(f_fake), -fake.log().mean())
    labelled = cross_entropy(f_real, torch.ones(60).double()) + cross_entropy(
        f_fake, torch.zeros(60).double()
    )
    torch.testing.assert_close(gan2d.minimax_discriminator(f_real, f_fake), labelled)


def test_the_logarithms_do_not_overflow():
    far = torch.tensor([1e4, -1e4])
    assert float(gan2d.minimax_discriminator(far, far)) == pytest.approx(1e4)
    assert float(gan2d.nonsaturating_generator(far)) == pytest.approx(5e3)


def test_the_least_squares_are_equation_9_of_2017():
    real, fake = torch.randn(2, 60).unbind(0)
    expected = ((real - 1) ** 2).mean() / 2 + (fake**2).mean() / 2
    torch.testing.assert_close(gan2d.leastsquares_discriminator(real, fake), expected)
    torch.testing.assert_close(gan2d.leastsquares_generator(fake), ((fake - 1) ** 2).mean() / 2)


def test_the_penalty_of_a_plane_is_known():
    """Its slope is the same everywhere."""
    slope = torch.tensor([3.0, 4.0])
    penalty = gan2d.gradient_penalty(lambda x: x @ slope, torch.randn(7, 2))
    assert float(penalty) == pytest.approx((5 - 1) ** 2)


def test_r1_is_the_squared_slope_at_real_pictures():
    at = torch.full((2, 1, 2, 2), 0.5)
    assert float(gan2d.r1_penalty(lambda x: x.square().sum((1, 2, 3)), at).detach()) == pytest.approx(4.0)


def test_the_wasserstein_losses_are_means():
    real, fake = torch.randn(2, 60).unbind(0)
    torch.testing.assert_close(gan2d.wasserstein_critic(real, fake), fake.mean() - real.mean())
    torch.testing.assert_close(gan2d.wasserstein_generator(fake), -fake.mean())


@pytest.mark.parametrize("loss", LOSSES)
def test_the_terms_of_the_game_sum_to_the_optimum_where_d_is_undecided(loss):
    undecided = torch.zeros(9) if loss != "leastsquares" else torch.full((9,), 0.5)
    assert sum(gan2d.value(loss, undecided, undecided)) == pytest.approx(gan2d.OPTIMUM[loss])


@pytest.mark.parametrize("loss", LOSSES)
def test_the_value_is_what_the_discriminator_is_after(loss):
    real, fake = torch.randn(2, 60).unbind(0)
    sign = 1 if loss == "leastsquares" else -1
    paid = float(gan2d.DISCRIMINATOR[loss](real, fake))
    assert sum(gan2d.value(loss, real, fake)) == pytest.approx(sign * paid, rel=1e-5)


@pytest.mark.parametrize("loss", ["minimax", "leastsquares"])
def test_the_optimal_discriminator_is_the_best(loss):
    """On weighted points no other D pays less: its loss is stationary there, and rises off it."""
    p, q = normal(0.0, 0.5), normal(0.8, 0.7)
    best = gan2d.optimal_discriminator(p, q).clamp(1e-6, 1 - 1e-6)

    def paid(d):
        if loss == "minimax":
            return -(p * d.log() + q * (1 - d).log()).sum() * FINE.cell
        return 0.5 * (p * (d - 1) ** 2 + q * d**2).sum() * FINE.cell

    bump = 0.1 * torch.sin(FINE.points().sum(-1)).reshape(best.shape) * best * (1 - best)
    assert paid(best) < min(paid(best + bump), paid(best - bump))
    slope = (paid(best + 1e-2 * bump) - paid(best - 1e-2 * bump)) / 2e-2
    assert abs(float(slope)) < 1e-4


# -- densities -----------------------------------------------------------------------------------------------


def test_the_lattice_fills_the_square_and_begins_at_the_top_left():
    lattice = Lattice(3.0, 4)
    points = lattice.points().reshape(4, 4, 2)
    assert points[0, 0].tolist() == [-2.25, 2.25]
    assert points[3, 1].tolist() == [-0.75, -2.25]
    assert lattice.cell == pytest.approx(36 / 16)


def test_the_density_of_a_mixture_is_torchs():
    centres = torch.tensor([[0.5, -1.0], [-1.0, 1.5]])
    sigmas, weights = torch.tensor([0.4, 0.6]), torch.tensor([0.3, 0.7])
    found = FINE.density(centres, sigmas, weights)
    expected = sum(
        w * Normal(c, s).log_prob(FINE.points()).sum(-1).exp()
        for c, s, w in zip(centres, sigmas, weights, strict=True)
    )
    torch.testing.assert_close(found.reshape(-1), expected, rtol=1e-3, atol=1e-5)
    assert float(found.sum() * FINE.cell) == pytest.approx(1, abs=1e-5)


def test_the_kernel_estimate_of_many_points_is_the_blurred_density():
    torch.manual_seed(0)
    points = 0.5 * torch.randn(20_000, 2)
    same = torch.ones(20_000)
    found = FINE.density(points, 0.3 * same, same)
    torch.testing.assert_close(found, normal(0.0, math.hypot(0.5, 0.3)), rtol=0, atol=0.015)


@pytest.mark.parametrize(("distance", "sigma"), [(0.0, 0.5), (0.5, 0.5), (1.0, 0.6)])
def test_of_two_normals_d_star_kl_and_js_are_known(distance, sigma):
    """log p - log q is linear across the two, so that all of it is an integral over one line."""
    p, q = normal(-distance / 2, sigma), normal(distance / 2, sigma)
    x = FINE.points()[:, 0].reshape(p.shape)
    slope = distance / sigma**2
    inside = x.abs() < 2
    torch.testing.assert_close(
        gan2d.optimal_discriminator(p, q)[inside], torch.sigmoid(-slope * x)[inside], rtol=1e-3, atol=1e-5
    )
    kl = gan2d.kl_divergence(p, q, FINE)
    assert kl == pytest.approx(distance**2 / (2 * sigma**2), abs=0.005)
    along = np.linspace(-8, 8, 20_001)
    first, second = (
        np.exp(-0.5 * ((along - at) / sigma) ** 2) / (sigma * math.sqrt(2 * math.pi))
        for at in (-distance / 2, distance / 2)
    )
    middle = (first + second) / 2
    with np.errstate(divide="ignore", invalid="ignore"):
        terms = [np.where(one > 0, one * np.log(one / middle), 0) for one in (first, second)]
    expected = sum(terms).sum() / 2 * (along[1] - along[0])
    assert gan2d.js_divergence(p, q, FINE) == pytest.approx(expected, abs=1e-4)


def test_far_apart_js_is_log_2_and_kl_finite():
    p, q = normal(-2.5, 0.15), normal(2.5, 0.15)
    assert gan2d.js_divergence(p, q, FINE) == pytest.approx(math.log(2), abs=1e-5)
    assert 5 < gan2d.kl_divergence(p, q, FINE) < math.log(64 / gan2d.GRAIN) + 5


def test_kl_has_three_decimals_also_where_one_density_has_hardly_any_mass():
    """Its mean is of logarithms there, and far away the uniform share is all there should be."""
    lattice = Lattice(3.0, 48)
    torch.manual_seed(0)
    few, many = (
        0.3 * torch.randn(50, 2) + torch.tensor([1.5, 0]),
        0.2 * torch.randn(50, 2) - torch.tensor([1.5, 0]),
    )

    def exact(points):
        squares = (lattice.points().double()[:, None] - points.double()).square().sum(-1)
        density = (squares / (-2 * 0.12**2)).exp().sum(1)
        return density / (density.sum() * lattice.cell)

    p, q = exact(few), exact(many)
    floor = (1 - gan2d.GRAIN) * q + gan2d.GRAIN / 36
    expected = float((torch.xlogy(p, p) - p * floor.log()).sum() * lattice.cell)
    found = [lattice.density(points, torch.full((50,), 0.12), torch.ones(50)) for points in (few, many)]
    assert gan2d.kl_divergence(*found, lattice) == pytest.approx(expected, abs=1e-4)


def test_the_same_is_no_distance_at_all():
    p = normal(0.0, 0.5)
    assert gan2d.js_divergence(p, p, FINE) == pytest.approx(0, abs=1e-5)
    assert gan2d.kl_divergence(p, p, FINE) == pytest.approx(0, abs=1e-3)


def test_the_game_with_the_optimal_discriminator_measures_js():
    """Equation 6 of Goodfellow et al. (2014): V(D*, G) = -log 4 + 2 JS."""
    p, q = normal(-0.4, 0.5), normal(0.6, 0.7)
    best = gan2d.optimal_discriminator(p, q)
    value = (torch.xlogy(p, best) + torch.xlogy(q, 1 - best)).sum() * FINE.cell
    assert float(value) == pytest.approx(-math.log(4) + 2 * gan2d.js_divergence(p, q, FINE), abs=1e-4)


def test_where_nothing_is_there_is_no_verdict():
    found = gan2d.optimal_discriminator(torch.tensor([0.0, 1.0, 0.0]), torch.tensor([0.0, 1.0, 2.0]))
    assert found.isnan().tolist() == [True, False, False]
    assert found[1:].tolist() == [0.5, 0.0]


def test_the_gap_is_a_mean_over_what_is_seen():
    p, q = normal(0.0, 0.5), normal(0.5, 0.5)
    best = gan2d.optimal_discriminator(p, q).nan_to_num(0.0)
    assert gan2d.mean_gap(best, p, q, FINE) == pytest.approx(0, abs=1e-6)
    assert gan2d.mean_gap(best + 0.25, p, q, FINE) == pytest.approx(0.25, abs=1e-4)
    half = torch.full_like(p, 0.5)
    away = 0.5 * (p - q).abs().sum() * FINE.cell / 2  # half the total variation
    assert gan2d.mean_gap(half, p, q, FINE) == pytest.approx(float(away), rel=1e-4)


def test_a_critic_gives_no_probability():
    f = torch.tensor([-3.0, 0.0, 7.0])
    assert gan2d.verdict("wasserstein", f) is f
    assert gan2d.verdict("leastsquares", f) is f
    torch.testing.assert_close(gan2d.verdict("minimax", f), f.sigmoid())
