"""A VAE ready for single pictures: codes in and out, what is refused, and what is remembered."""

import numpy as np
import pytest
import torch

from genplay.errors import UserError
from genplay.families.base import Drawing
from genplay.families.vae import LIMIT, Gauss
from genplay.models import vae
from genplay.models.nade import log_bernoulli
from genplay.pipelines.vae.coder import HERMITE, NOISE, Coder, drawn, standard, tensors

X, Y = Drawing.of(np.eye(28)), Drawing.blank()
Q = Gauss((0.3, -0.2), (0.1, 0.4))


class Made:
    measured, calibration = None, {}

    def __init__(self, latent: int = 2, architecture: str = "vae") -> None:
        self.architecture = architecture
        torch.manual_seed(4)
        self.network = vae.build(vae.Config(latent=latent, hidden=12, layers=1)).eval()


@pytest.fixture
def coder():
    return Coder("vae_2d", Made())


def last(steps):
    """Return what a generator returns, and how many steps came before it."""
    count = 0
    while True:
        try:
            next(steps)
        except StopIteration as ended:
            return ended.value, count
        count += 1


def test_a_model_without_latents_is_refused():
    with pytest.raises(UserError, match="nade has no latents"):
        Coder("nade", Made(architecture="nade"))


def test_q_is_what_the_encoder_makes_of_the_picture(coder):
    with torch.no_grad():
        mu, logvar = coder.network.encode(torch.from_numpy(X.flat()).float()[None])
    found = coder.encode(X)
    assert found.mu == pytest.approx(mu[0].tolist())
    assert found.sigma == pytest.approx((0.5 * logvar[0]).exp().tolist(), rel=1e-5)


def test_a_q_that_is_given_is_kept_unless_it_has_another_size(coder):
    assert coder.given(X, Q) is Q
    assert coder.given(X, None) == coder.encode(X)
    with pytest.raises(UserError, match="vae_2d has 2 latents; this q has 3"):
        coder.given(X, Gauss((0.0,) * 3, (1.0,) * 3))


def test_a_code_is_in_the_space_or_refused(coder):
    assert coder.code((LIMIT, -LIMIT)).tolist() == [LIMIT, -LIMIT]
    with pytest.raises(UserError, match="A code of vae_2d has 2 numbers from −8 to 8"):
        coder.code((LIMIT + 0.1, 0.0))


def test_the_likelihood_of_codes_is_that_of_their_pictures(coder):
    z = torch.tensor([[0.1, 0.2], [-1.0, 2.0]]).double()
    found = coder.likelihood(X)(z)
    known = log_bernoulli(coder.network.decode(z.float()), torch.from_numpy(X.flat()).float()).sum(1)
    assert found.dtype == torch.float64
    torch.testing.assert_close(found.float(), known)


def test_codes_of_any_shape_are_decoded(coder):
    found = coder.decode(np.zeros((3, 5, 2)))
    assert (found.shape, found.dtype) == ((3, 5, 784), np.float32)
    assert ((found > 0) & (found < 1)).all()


def test_a_climb_is_gone_on_with_while_it_is_remembered(coder):
    path = coder.climb(X, Q)
    path.go_on()
    assert coder.climb(X, Q) is path
    assert len(path.footholds) == 2
    assert path.footholds[1].elbo > path.footholds[0].elbo
    for k in range(6):
        coder.climb(Y, Gauss((0.1 * k, 0.0), (1.0, 1.0)))
    assert coder.climb(X, Q) is not path  # others came since


def test_a_climb_ends_where_no_step_leads_higher(coder):
    path = coder.climb(X, None)
    for _ in range(200):
        path.go_on()
    assert path.ended
    steps = len(path.footholds)
    path.go_on()
    assert len(path.footholds) == steps
    q, waited = last(coder.q(X, None, 10_000))
    assert waited == 0
    assert q.mu == pytest.approx(path.footholds[-1].mu.tolist())


def test_q_after_some_steps_is_waited_for_step_by_step(coder):
    q, waited = last(coder.q(X, Q, 3))
    path = coder.climb(X, Q)
    assert waited == len(path.footholds) - 1 == 3
    assert q.sigma == pytest.approx((0.5 * path.footholds[3].logvar).exp().tolist())
    assert last(coder.q(X, Q, 0)) == (Q, 0)


@pytest.mark.parametrize(("sigma", "counts"), [((0.1, 0.1), (8, 8)), ((0.2, 0.9), (12, 16))])
def test_a_wide_q_is_climbed_by_more_nodes(coder, sigma, counts):
    assert [count for _, count in HERMITE] == [8, 12, 16]
    path = coder.climb(X, Gauss((0.0, 0.0), sigma))
    assert len(path._climber._nodes.eps) == counts[0] * counts[1]


def test_many_latents_are_climbed_by_noise():
    coder = Coder("vae", Made(latent=5))
    assert coder.climb(X, None)._climber._nodes.eps.shape == (NOISE, 5)


def test_the_posteriors_of_the_last_drawings_are_remembered(coder):
    found = object()
    coder.keep(X, found)
    assert coder.integral(X) is found
    for k in range(4):
        coder.keep(Y.flipped(k), object())
    assert coder.integral(X) is None


def test_a_normal_becomes_its_mean_and_log_variance():
    mu, logvar = tensors(Q)
    assert mu.tolist() == list(Q.mu)
    assert (0.5 * logvar).exp().tolist() == pytest.approx(list(Q.sigma))
    assert mu.dtype == logvar.dtype == torch.float64


def test_a_seed_gives_each_pixel_the_same_threshold():
    low, high = (drawn(np.full((2, 784), p, np.float32), 7) for p in (0.3, 0.6))
    assert (low <= high).all()  # what is ink at 0.3 is ink at 0.6
    assert low.mean() == pytest.approx(0.3, abs=0.05)
    assert (drawn(np.full((2, 784), 0.3, np.float32), 7) == low).all()
    assert (drawn(np.full((2, 784), 0.3, np.float32), 8) != low).any()


def test_noise_is_standard_normal_and_the_seeds():
    found = standard((500, 4), 3)
    assert (found.dtype, found.shape) == (np.float64, (500, 4))
    assert found.std() == pytest.approx(1, abs=0.06)
    assert (found == standard((500, 4), 3)).all()
    assert (found != standard((500, 4), 4)).any()
