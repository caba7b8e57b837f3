"""The order-agnostic NADE's fast paths give what the plain network gives, in any order."""

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from genplay.models import eonade
from genplay.models.eonade import Config, EoNade
from genplay.models.eonade_numpy import Weights, conditionals, samples, update

DIMS = 25


def network() -> EoNade:
    torch.manual_seed(0)
    model = eonade.build(Config(dims=DIMS, hidden=8))
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.copy_(torch.randn_like(parameter) / 2)
    return model.double().eval()


MODEL = network()
ORDER = np.random.default_rng(5).permutation(DIMS)
WEIGHTS = Weights.of(MODEL, ORDER)
BITS = st.lists(st.integers(0, 1), min_size=DIMS, max_size=DIMS).map(lambda bits: np.array(bits, np.uint8))


@torch.no_grad()
def slow(x: np.ndarray) -> np.ndarray:
    """The plain network's logits, both as they are read."""
    picture = np.empty_like(x)
    picture[ORDER] = x
    return MODEL(torch.from_numpy(picture)[None].double(), torch.from_numpy(ORDER))[0].numpy()[ORDER]


@given(x=BITS)
def test_conditionals_equal_the_plain_network(x):
    np.testing.assert_allclose(conditionals(WEIGHTS, x).logits, slow(x), atol=1e-5)


@given(x=BITS, y=BITS, pixel=st.integers(0, DIMS - 1))
def test_an_update_equals_all_conditionals_anew(x, y, pixel):
    before = conditionals(WEIGHTS, x)
    kept = before.logits.copy()
    edited = x.copy()
    edited[pixel] ^= 1
    for changed in (edited, y, x):
        after = update(WEIGHTS, before, changed)
        np.testing.assert_allclose(after.logits, conditionals(WEIGHTS, changed).logits, atol=1e-5)
    assert np.array_equal(before.logits, kept)


@pytest.mark.parametrize("start", [0, 1, 11, DIMS - 1, DIMS])
@pytest.mark.parametrize("temperature", [1.0, 0.6])
def test_samples_follow_the_conditionals_and_keep_what_is_given(start, temperature):
    draw = np.random.default_rng(start)
    x, uniforms = draw.integers(0, 2, DIMS).astype(np.uint8), draw.random((3, DIMS))
    steps = list(samples(WEIGHTS, x, start, uniforms, temperature, 6))
    assert [done for _, done in steps] == [*range(start + 6, DIMS, 6), DIMS]
    final = steps[-1][0]
    for pixels, row in zip(final, uniforms, strict=True):
        p = 1 / (1 + np.exp(-slow(pixels) / temperature))
        assert np.array_equal(pixels[:start], x[:start])
        assert np.array_equal(pixels[start:], (row < p)[start:])
    for pixels, done in steps:
        assert np.array_equal(pixels[:, :done], final[:, :done])
        assert not pixels[:, done:].any()
