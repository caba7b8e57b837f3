"""What is computed once a model: in steps, and the same as if it had been asked for one by one."""

import numpy as np
import pytest
import torch

from genplay.data import examples
from genplay.families.vae import ACTIVE
from genplay.models import vae
from genplay.models.quadrature import PART, Lattice
from genplay.pipelines.vae.tables import Encodings, LatticeTable, principal

SMALL = Lattice(half=2.0, cells=20)  # of 400 codes: more than a part, and no whole number of them


@pytest.fixture(scope="module")
def network():
    torch.manual_seed(2)
    made = vae.build(vae.Config(latent=3, hidden=8, layers=1)).eval()
    with torch.no_grad():
        made.encoder.out.weight[1] = 0  # a dimension that tells nothing
    return made.requires_grad_(requires_grad=False)


# -- the lattice -------------------------------------------------------------------------------------------


def decode(z):
    """Return logits of six pixels, of very different sizes."""
    return torch.stack([z[:, 0], z[:, 1], z.sum(1), 40 * z[:, 0], z[:, 1] ** 2, -z.prod(1)], 1)


@pytest.mark.parametrize("bits", [(0, 0, 0, 0, 0, 0), (1, 0, 1, 0, 1, 0), (1, 1, 1, 1, 1, 1)])
def test_the_likelihoods_of_a_drawing_are_those_of_each_code(bits):
    table = LatticeTable(decode, SMALL)
    while table.done < 1:
        table.step()
    logits = decode(SMALL.codes())
    known = torch.distributions.Bernoulli(logits=logits).log_prob(torch.tensor(bits).double()).sum(1)
    found = table.log_likelihoods(np.array(bits, np.uint8))
    assert found.dtype == torch.float64
    torch.testing.assert_close(found, known, atol=1e-4, rtol=1e-5)


def test_a_step_decodes_a_part_and_no_code_twice():
    asked = []

    def counted(z):
        asked.append(len(z))
        return decode(z)

    table, done = LatticeTable(counted, SMALL), []
    assert table.done == 0
    while table.done < 1:
        table.step()
        done.append(table.done)
    assert asked == [PART, 400 - PART]
    assert done == [PART / 400, 1]


# -- the test pictures -------------------------------------------------------------------------------------


def test_the_pictures_lie_where_the_encoder_puts_them(network):
    encodings = Encodings(network, "digits")
    digits = examples.test_digits()
    seen = []
    for _ in range(3):
        encodings.step()
        seen.append(encodings.done)
    assert seen == sorted(seen)
    found = encodings.points("vae")
    count = len(found.mu)
    assert found.total == len(digits.labels) > count > 0
    mu, logvar = network.encode(torch.from_numpy(digits.bits[:count]).float())
    np.testing.assert_allclose(found.mu, mu.numpy(), atol=1e-5)
    np.testing.assert_allclose(found.kl, vae.kl(mu, logvar).mean(0).numpy(), atol=1e-5)
    np.testing.assert_allclose(found.activity, mu.double().var(0, unbiased=False).numpy(), atol=1e-6)
    assert (found.labels == digits.labels[:count]).all()
    assert found.principal is None  # not before all are there
    assert found.activity[1] < ACTIVE


def test_before_any_is_encoded_nothing_is_known_and_nothing_fails(network):
    found = Encodings(network, "digits").points("vae")
    assert (found.mu.shape, found.kl.tolist(), found.activity.tolist()) == ((0, 3), [0.0] * 3, [0.0] * 3)


def test_two_pictures_differ_in_the_bits_of_their_xor(network):
    encodings = Encodings(network, "digits")
    first, second = examples.test_digits().bits[:2]
    differ = np.bitwise_count(encodings.packed[0] ^ encodings.packed[1]).sum()
    assert differ == (first != second).sum()


# -- principal components ----------------------------------------------------------------------------------


def test_the_widest_direction_is_the_first_and_points_to_where_it_is_largest():
    spread = np.random.default_rng(0).normal(size=(4000, 3)) * (0.5, 3.0, 1.5) + (1.0, 2.0, 3.0)
    plane, shares = principal(spread.astype(np.float32))
    np.testing.assert_allclose(plane.origin, spread.mean(0), atol=1e-4)
    np.testing.assert_allclose(plane.u, (0, spread[:, 1].std(), 0), atol=0.15)
    np.testing.assert_allclose(plane.v, (0, 0, spread[:, 2].std()), atol=0.15)
    whole = spread.var(0)
    assert shares == pytest.approx((whole[1] / whole.sum(), whole[2] / whole.sum()), abs=0.01)


@pytest.mark.parametrize(
    "mu", [np.zeros((9, 3)), np.arange(9.0)[:, None], np.outer(np.arange(9.0), (1, 2, 3))]
)
def test_codes_of_fewer_than_two_directions_span_no_plane(mu):
    assert principal(mu.astype(np.float32)) == (None, (0.0, 0.0))
