"""log p(x) and the posterior by squares, against models whose integral has a closed form."""

import math

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch.distributions import MultivariateNormal, Normal

from genplay.models.quadrature import LATTICE, Integral, Lattice, in_parts, integrate, log_prior

SMALL = Lattice(half=8.0, cells=64)
FAR = torch.tensor([7.0, 7.0]).double(), torch.tensor([1.0, 1.0]).double()  # a q that helps nothing


class Linear:
    """x = W z + b + noise: a decoder of two latents whose p(x) and p(z | x) are normals."""

    def __init__(self, W: torch.Tensor, noise: float, x: torch.Tensor) -> None:
        self.W, self.x, self.noise = W.double(), x.double(), noise

    def __call__(self, z: torch.Tensor) -> torch.Tensor:
        return Normal(z @ self.W.T, self.noise).log_prob(self.x).sum(-1)

    @property
    def log_prob(self) -> float:
        covariance = self.W @ self.W.T + self.noise**2 * torch.eye(len(self.W)).double()
        return float(MultivariateNormal(torch.zeros(len(self.W)).double(), covariance).log_prob(self.x))

    @property
    def posterior(self) -> MultivariateNormal:
        precision = torch.eye(2).double() + self.W.T @ self.W / self.noise**2
        mean = torch.linalg.solve(precision, self.W.T @ self.x) / self.noise**2
        return MultivariateNormal(mean, precision_matrix=precision)


def linear(noise: float, dims: int = 5, seed: int = 0, stretch: float = 1.0) -> Linear:
    generator = torch.Generator().manual_seed(seed)
    W = torch.randn(dims, 2, generator=generator).double()
    W[:, 1] *= stretch
    return Linear(W, noise, torch.randn(dims, generator=generator).double() * 0.3 + W[:, 0] * 0.7)


def modes(z: torch.Tensor) -> torch.Tensor:
    """Return a likelihood of two narrow modes, a broad one far from both, and next to nothing elsewhere."""
    return torch.logsumexp(torch.stack([weight + peak.log_prob(z).sum(-1) for weight, peak in PEAKS]), 0)


PEAKS = [
    (-3.0, Normal(torch.tensor([1.19, -0.56]).double(), 0.02)),
    (-2.0, Normal(torch.tensor([-1.0, 2.0]).double(), torch.tensor([0.03, 0.3]).double())),
    (0.0, Normal(torch.tensor([-2.0, -2.0]).double(), 0.2)),
]


def of_modes() -> float:
    """Return log of the integral of the three modes and the prior: a product of normals is a normal."""
    terms = []
    for weight, peak in PEAKS:
        scale = (peak.scale.square() + 1).sqrt() * torch.ones(2)
        terms.append(weight + Normal(0.0, scale).log_prob(peak.loc).sum())
    return float(torch.logsumexp(torch.stack(terms), 0))


def last(likelihood, near=FAR, lattice=SMALL, **kwargs) -> Integral:
    coarse = likelihood(lattice.codes())
    found = [step for step in integrate(likelihood, coarse, near, lattice=lattice, **kwargs) if step]
    return found[-1]


@pytest.mark.parametrize("noise", [0.02, 0.05, 0.3, 3.0])
@pytest.mark.parametrize("stretch", [1.0, 0.2])
def test_a_linear_decoder_has_its_closed_form(noise, stretch):
    likelihood = linear(noise, stretch=stretch)
    found = last(likelihood, lattice=LATTICE)
    assert found.log_prob == pytest.approx(likelihood.log_prob, abs=1e-5)
    assert found.error < 1e-5
    truth = likelihood.posterior
    torch.testing.assert_close(found.mean, truth.mean, atol=1e-5, rtol=0)
    torch.testing.assert_close(found.deviation, truth.variance.sqrt(), atol=0, rtol=1e-4)
    assert found.calls < (8000 if noise < 1 else 20_000)


@pytest.mark.parametrize(
    ("centre", "deviations"),
    [
        ((0.0663, -0.0941), (0.0388, 0.0235)),
        ((0.0846, -0.117), (0.0179, 0.0514)),
        ((-0.0637, 0.0878), (0.0321, 0.0159)),
    ],
)
def test_a_sum_that_happens_not_to_change_knows_that_it_is_no_better(centre, deviations):
    """No sum on the way says that it is closer to the truth than it is; here one hardly changes once."""
    at, wide = torch.tensor(centre).double(), torch.tensor(deviations).double()

    def narrow(z: torch.Tensor) -> torch.Tensor:
        return Normal(at, wide).log_prob(z).sum(-1)

    truth = float(Normal(0.0, (1 + wide.square()).sqrt()).log_prob(at).sum())
    found = [step for step in integrate(narrow, narrow(LATTICE.codes()), FAR) if step]
    assert len(found) >= 3
    for step in found:
        assert abs(step.log_prob - truth) <= step.error + 1e-6


@pytest.mark.parametrize("sigma", [(0.01, 0.01), (0.3, 0.003), (1.5, 0.01)])
def test_a_narrow_q_within_the_posterior_changes_nothing(sigma):
    """Squares of different sizes must not meet where the mass is: q says where to look, not what is there."""
    likelihood = linear(0.3)
    near = likelihood.posterior.mean + 0.1, torch.tensor(sigma).double()
    assert last(likelihood, near, LATTICE).log_prob == pytest.approx(likelihood.log_prob, abs=1e-5)


def test_all_modes_are_found_wherever_q_is():
    for mu in (torch.tensor([-2.0, -2.0]), torch.tensor([6.0, 0.0])):
        found = last(modes, (mu.double(), torch.tensor([0.3, 0.3]).double()), LATTICE)
        assert found.log_prob == pytest.approx(of_modes(), abs=1e-5)


def test_a_mode_between_the_middles_is_found_where_q_points_to_it():
    """One of deviation 0.004 on a corner of the squares: from the next middle it looks like nothing."""
    corner = torch.tensor([0.5, -0.25]).double()

    def needle(z: torch.Tensor) -> torch.Tensor:
        broad = Normal(torch.tensor([-1.0, 1.0]).double(), 0.4).log_prob(z).sum(-1)
        return torch.logaddexp(broad, 3 + Normal(corner, 0.004).log_prob(z).sum(-1))

    terms = [
        Normal(0.0, math.sqrt(1.16)).log_prob(torch.tensor([-1.0, 1.0]).double()).sum(),
        3 + Normal(0.0, math.sqrt(1 + 0.004**2)).log_prob(corner).sum(),
    ]
    truth = float(torch.logsumexp(torch.stack(terms), 0))
    assert last(needle).log_prob < truth - 1  # blind without help: this is what the next line must overcome
    near = corner + 0.003, torch.tensor([0.004, 0.004]).double()
    assert last(needle, near).log_prob == pytest.approx(truth, abs=1e-4)


@given(st.floats(-3, 3), st.floats(-3, 3), st.floats(0.02, 1), st.floats(0.02, 1))
@settings(max_examples=25)
def test_one_normal_anywhere_is_no_farther_from_the_truth_than_it_says(x, y, across, up):
    peak = Normal(torch.tensor([x, y]).double(), torch.tensor([across, up]).double())
    coarse = peak.log_prob(SMALL.codes()).sum(-1)
    steps = integrate(lambda z: peak.log_prob(z).sum(-1), coarse, (peak.loc, peak.scale), lattice=SMALL)
    found = [step for step in steps if step]
    truth = float(Normal(0.0, (peak.scale.square() + 1).sqrt()).log_prob(peak.loc).sum())
    assert found[-1].log_prob == pytest.approx(truth, abs=found[-1].error + 1e-6)
    assert found[-1].error < 1e-3
    if abs(found[0].log_prob - truth) > 0.02:  # the lattice alone: it need not know how far, but that
        assert found[0].error > 0.02


def test_squares_that_lie_evenly_about_a_narrow_mode_are_not_taken_for_good():
    def narrow(z: torch.Tensor) -> torch.Tensor:
        return Normal(torch.zeros(2).double(), 0.03).log_prob(z).sum(-1)

    first, *_, found = (step for step in integrate(narrow, narrow(SMALL.codes()), FAR, lattice=SMALL) if step)
    truth = float(2 * Normal(0.0, math.sqrt(1.0009)).log_prob(torch.zeros(1)))
    assert first.error > abs(first.log_prob - truth) > 1
    assert found.log_prob == pytest.approx(truth, abs=1e-6)


def test_the_squares_cover_the_plane_once():
    found = last(modes, lattice=Lattice(cells=16), most=1500)
    assert found.steps.square().sum().item() == pytest.approx(256)
    apart = (found.middles[:, None] - found.middles).abs().amax(-1)
    touching = (found.steps[:, None] + found.steps) / 2
    overlap = (apart < touching - 1e-9).sum(1)
    assert (overlap == 1).all()  # each with itself
    assert len(found.steps.unique()) > 2


def test_the_error_falls_and_tells_how_far_the_truth_is():
    likelihood = linear(0.05)
    coarse = likelihood(SMALL.codes())
    found = [step for step in integrate(likelihood, coarse, FAR, lattice=SMALL) if step]
    assert len(found) > 2
    for step in found:
        assert abs(step.log_prob - likelihood.log_prob) <= step.error + 1e-7
    assert [step.calls for step in found] == sorted({step.calls for step in found})
    assert found[0].calls == 0


def test_no_more_codes_are_decoded_than_allowed():
    asked = []

    def counted(z: torch.Tensor) -> torch.Tensor:
        asked.append(len(z))
        return modes(z)

    coarse = modes(SMALL.codes())
    *_, found = (step for step in integrate(counted, coarse, FAR, lattice=SMALL, most=2500) if step)
    assert sum(asked) == found.calls <= 2500
    assert max(asked) <= 256
    assert found.error > 1e-5  # and it knows
    assert abs(found.log_prob - of_modes()) < found.error


def test_what_lies_at_the_border_is_an_error():
    outside = Normal(torch.tensor([9.0, 0.0]).double(), 0.05)
    assert last(lambda z: outside.log_prob(z).sum(-1)).error > 0.1


def test_the_picture_is_the_density():
    likelihood = linear(0.2)
    found, truth = last(likelihood, lattice=LATTICE), likelihood.posterior
    (x, y), (s, t) = found.mean.tolist(), found.deviation.tolist()
    extent = (x - 6 * s, x + 6 * s, y - 6 * t, y + 6 * t)
    picture = found.raster(extent, 48)
    area = (extent[1] - extent[0]) * (extent[3] - extent[2])
    assert float(picture.mean() * area) == pytest.approx(1, abs=1e-3)
    across = torch.linspace(extent[0], extent[1], 97).double()[1::2]
    up = torch.linspace(extent[2], extent[3], 97).double()[1::2]
    codes = torch.stack(torch.meshgrid(across, up, indexing="xy"), -1)
    density = truth.log_prob(codes).exp()
    assert float((picture - density).abs().max() / density.max()) < 0.05


def test_a_picture_of_anywhere_else_is_empty():
    assert not last(modes).raster((4.0, 5.0, 4.0, 5.0), 8).any()


def test_the_bulk_holds_nearly_all():
    found = last(linear(0.2), lattice=LATTICE)
    left, right, bottom, top = found.bulk(0.99)
    x, y = found.middles.T
    inside = (x > left) & (x < right) & (y > bottom) & (y < top)
    assert float(found.mass[inside].sum()) > 0.99
    assert right - left < 8 * found.deviation[0]


def test_codes_are_decoded_in_parts():
    z = torch.randn(600, 2).double()
    parts = list(in_parts(log_prior, z))
    assert [len(part) for part in parts] == [256, 256, 88]
    torch.testing.assert_close(torch.cat(parts), log_prior(z))
    torch.testing.assert_close(log_prior(z), Normal(0.0, 1.0).log_prob(z).sum(-1))


def test_the_lattice_is_centred():
    codes = Lattice(half=2.0, cells=4).codes()
    assert codes[0].tolist() == [-1.5, -1.5]
    assert codes[1].tolist() == [-0.5, -1.5]
    assert codes[-1].tolist() == [1.5, 1.5]
    assert LATTICE.step == 0.125
