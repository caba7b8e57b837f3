"""The fast paths give what the plain network gives: conditionals, after any edit, and samples."""

from itertools import product

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from genplay.models import nade
from genplay.models.nade import Config, Nade
from genplay.models.nade_numpy import (
    BLOCK,
    DRIFT,
    Weights,
    conditionals,
    sample,
    sample_steps,
    samples,
    update,
)

DIMS = 5 * BLOCK + 3  # some pixels are left over at the end


def network(dims: int = DIMS, hidden: int = 9, seed: int = 0) -> Nade:
    torch.manual_seed(seed)
    model = nade.build(Config(dims=dims, hidden=hidden))
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.copy_(torch.randn_like(parameter))
        model.W[::4] = 0  # such pixels never change the hidden state
    return model.double().eval()


MODEL = network()
WEIGHTS = Weights.of(MODEL)


def slow(model: Nade, x: np.ndarray) -> np.ndarray:
    with torch.no_grad():
        return nade.literal_logits(model, torch.from_numpy(x)[None].double())[0].numpy()


def pictures(count: int, dims: int = DIMS, ink: float = 0.3) -> np.ndarray:
    return (np.random.default_rng(3).random((count, dims)) < ink).astype(np.uint8)


@pytest.mark.parametrize("ink", [0, 0.1, 0.5, 1])
def test_conditionals_equal_the_plain_network(ink):
    for x in pictures(5, ink=ink):
        np.testing.assert_allclose(conditionals(WEIGHTS, x).logits, slow(MODEL, x), atol=1e-5)


@pytest.mark.parametrize("dims", [1, BLOCK - 1, BLOCK, BLOCK + 1])
def test_pictures_smaller_than_a_block_are_no_special_case(dims):
    model = network(dims)
    weights = Weights.of(model)
    previous = conditionals(weights, np.zeros(dims, np.uint8))
    for x in pictures(20, dims, 0.5):
        np.testing.assert_allclose(conditionals(weights, x).logits, slow(model, x), atol=1e-5)
        previous = update(weights, previous, x)
        np.testing.assert_allclose(previous.logits, slow(model, x), atol=1e-5)


def test_toggling_any_pixel_equals_the_full_pass():
    for x in (*pictures(2), *np.eye(2, DIMS, dtype=np.uint8)):
        before = conditionals(WEIGHTS, x)
        kept = before.logits.copy()
        for pixel in range(DIMS):
            y = x.copy()
            y[pixel] ^= 1
            after = update(WEIGHTS, before, y)
            np.testing.assert_allclose(after.logits, conditionals(WEIGHTS, y).logits, atol=1e-5)
            assert np.array_equal(after.logits[: pixel + 1], kept[: pixel + 1])
        assert np.array_equal(before.logits, kept)  # what was returned before is left as it was


@given(st.lists(st.sets(st.integers(0, DIMS - 1), max_size=4), min_size=1, max_size=12))
def test_any_sequence_of_edits_equals_the_full_pass(edits):
    x = np.zeros(DIMS, np.uint8)
    state = conditionals(WEIGHTS, x)
    for pixels in edits:
        x[list(pixels)] ^= 1
        state = update(WEIGHTS, state, x)
        assert np.array_equal(state.x, x)
    np.testing.assert_allclose(state.logits, conditionals(WEIGHTS, x).logits, atol=1e-5)


def test_rounding_does_not_add_up_over_many_edits():
    draw = np.random.default_rng(0)
    x = pictures(1)[0]
    state = conditionals(WEIGHTS, x)
    for _ in range(5 * DRIFT):
        x[draw.integers(DIMS)] ^= 1
        state = update(WEIGHTS, state, x)
        assert state.age <= DRIFT
    np.testing.assert_allclose(state.logits, slow(MODEL, x), atol=1e-5)


def test_a_later_change_of_the_callers_picture_changes_nothing():
    x = pictures(1)[0]
    state = conditionals(WEIGHTS, x)
    x[:] ^= 1
    np.testing.assert_allclose(update(WEIGHTS, state, x).logits, slow(MODEL, x), atol=1e-5)


def literal_sample(
    model: Nade, x: np.ndarray, start: int, uniforms: np.ndarray, temperature: float
) -> np.ndarray:
    x = x.copy()
    for i in range(start, len(x)):
        x[i] = uniforms[i] < 1 / (1 + np.exp(-slow(model, x)[i] / temperature))
    return x


@pytest.mark.parametrize("start", [0, 1, 17, DIMS - 1, DIMS])
@pytest.mark.parametrize("temperature", [1.0, 0.5, 3.0])
def test_samples_are_the_plain_loops_for_the_same_uniforms(start, temperature):
    draw = np.random.default_rng(start)
    for x in pictures(3):
        uniforms = draw.random(DIMS)
        fast = sample(WEIGHTS, x, start, uniforms, temperature)
        assert np.array_equal(fast, literal_sample(MODEL, x, start, uniforms, temperature))
        assert np.array_equal(fast[:start], x[:start])


def test_what_follows_the_start_does_not_matter():
    uniforms = np.random.default_rng(1).random(DIMS)
    one, other = np.zeros(DIMS, np.uint8), np.ones(DIMS, np.uint8)
    other[:20] = 0
    assert np.array_equal(sample(WEIGHTS, one, 20, uniforms), sample(WEIGHTS, other, 20, uniforms))


def test_a_uniform_of_zero_is_ink_and_temperature_zero_takes_the_likelier_value():
    x = np.zeros(DIMS, np.uint8)
    assert sample(WEIGHTS, x, 0, np.zeros(DIMS)).all()
    likelier = sample(WEIGHTS, x, 0, np.full(DIMS, 0.9), 0.0)
    assert np.array_equal(likelier, slow(MODEL, likelier) > 0)


@pytest.mark.parametrize(("start", "stride"), [(0, 7), (10, 7), (0, DIMS), (DIMS, 5), (DIMS - 1, 500)])
def test_steps_settle_row_by_row_and_end_in_the_sample(start, stride):
    x, uniforms = pictures(1)[0], np.random.default_rng(4).random(DIMS)
    final = sample(WEIGHTS, x, start, uniforms)
    steps = list(sample_steps(WEIGHTS, x, start, uniforms, 1.0, stride))
    assert [done for _, done in steps] == [*range(start + stride, DIMS, stride), DIMS]
    for pixels, done in steps:
        assert np.array_equal(pixels[:done], final[:done])
        assert not pixels[done:].any()


def test_pictures_side_by_side_are_those_of_their_own_uniforms():
    x, uniforms = pictures(1)[0], np.random.default_rng(4).random((3, DIMS))
    steps = list(samples(WEIGHTS, x, 5, uniforms, 1.0, 20))
    assert [done for _, done in steps] == [25, DIMS]
    for pixels, row in zip(steps[-1][0], uniforms, strict=True):
        assert np.array_equal(pixels, sample(WEIGHTS, x, 5, row))


def test_samples_are_distributed_as_the_model_says():
    model = network(6, 4)
    weights = Weights.of(model)
    every = np.array(list(product((0, 1), repeat=6)), np.uint8)
    with torch.no_grad():
        p = nade.log_prob(model, torch.from_numpy(every).double()).exp().numpy()
    draw, count, zeros = np.random.default_rng(0), 20_000, np.zeros(6, np.uint8)
    codes = [int("".join(map(str, sample(weights, zeros, 0, draw.random(6)))), 2) for _ in range(count)]
    observed = np.bincount(codes, minlength=64)
    expected = np.append(p[p * count >= 5], p[p * count < 5].sum() + 1e-12) * count  # rare ones are one cell
    seen = np.append(observed[p * count >= 5], observed[p * count < 5].sum())
    statistic = ((seen - expected) ** 2 / expected).sum()
    freedom = len(expected) - 1
    assert statistic < freedom + 4 * np.sqrt(2 * freedom)  # four standard deviations of the chi-square


def test_the_bundled_model_on_test_digits():
    from genplay.data import examples
    from genplay.engine import checkpoints

    model = checkpoints.load("nade").network
    weights = Weights.of(model)
    for x in examples.test_digits()[0][:3]:
        before = conditionals(weights, x)
        np.testing.assert_allclose(before.logits, slow(model.double(), x), atol=1e-5)
        for pixel in range(0, 784, 11):
            y = x.copy()
            y[pixel] ^= 1
            full = conditionals(weights, y).logits
            np.testing.assert_allclose(update(weights, before, y).logits, full, atol=1e-5)
        uniforms = np.random.default_rng(int(x.sum())).random(784)
        drawn = sample(weights, x, 300, uniforms)
        p = 1 / (1 + np.exp(-slow(model, drawn)))
        assert np.array_equal(drawn[300:], uniforms[300:] < p[300:])
        assert np.array_equal(drawn[:300], x[:300])
