"""All conditionals of a picture are those of the plain network, also after any edit."""

import numpy as np
import torch
from hypothesis import given
from hypothesis import strategies as st

from genplay.models import pixelrnn
from genplay.models.pixelrnn_numpy import Weights, conditionals, update
from genplay.models.pixelrnn_numpy.picture import neighbours

DIMS = 35
BITS = st.lists(st.integers(0, 1), min_size=DIMS, max_size=DIMS).map(lambda bits: np.array(bits, np.uint8))


def test_conditionals_equal_the_plain_network(any_size, plain, noise):
    weights = Weights.of(any_size)
    for seed in range(3):
        x = noise(any_size, seed)
        np.testing.assert_allclose(conditionals(weights, x).logits, plain(any_size, x), atol=1e-5)


@given(x=BITS, y=BITS, pixel=st.integers(0, DIMS - 1))
def test_an_update_equals_all_conditionals_anew(weights, x, y, pixel):
    before = conditionals(weights, x)
    edited = x.copy()
    edited[pixel] ^= 1
    after = update(weights, before, edited)
    assert np.array_equal(after.logits, conditionals(weights, edited).logits)
    other = update(weights, after, y)
    assert np.array_equal(other.logits, conditionals(weights, y).logits)


def test_an_update_leaves_what_was_known_before_as_it_was(network, weights, noise):
    before, again = (conditionals(weights, noise(network())) for _ in range(2))
    update(weights, before, noise(network(), 1))
    for name in ("logits", "x", "h", "c"):
        assert np.array_equal(getattr(before, name), getattr(again, name)), name


def test_a_picture_that_is_as_before_costs_nothing(network, weights, noise):
    before = conditionals(weights, noise(network()))
    assert update(weights, before, noise(network())) is before


def test_an_edit_changes_nothing_above_its_row_and_something_below_it(network, weights, noise):
    x = noise(network())
    edited = x.copy()
    edited[2 * 7 + 3] ^= 1
    before, after = conditionals(weights, x), update(weights, conditionals(weights, x), edited)
    same = before.logits == after.logits
    assert same[: 2 * 7 + 4].all()  # nor its own logit
    assert not same[2 * 7 + 4 :].all()
    assert np.array_equal(before.h[:, :, :2], after.h[:, :, :2])
    assert np.array_equal(after.x, edited)


def test_only_a_row_lstm_hands_its_cells_from_row_to_row(kind, network, weights, noise):
    found = conditionals(weights, noise(network()))
    assert found.h.shape == (3, 1 if kind == "row" else 2, 5, 7, 5)
    assert found.c.shape == (3 if kind == "row" else 0, 5, 7, 5)


def test_the_first_convolution_sees_what_the_plain_one_does_from_any_row_on():
    x = np.random.default_rng(0).integers(0, 2, (5, 7)).astype(np.uint8)
    expected = pixelrnn.neighbours(torch.from_numpy(x)[None])[:, :, 0].numpy()
    for row in range(5):
        assert np.array_equal(neighbours(x, row), expected[row:])
