"""The fast paths give what the plain network gives: mixtures, after any edit, and samples."""

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from genplay.models import rnade
from genplay.models.rnade import Config, Rnade
from genplay.models.rnade_numpy import Conditionals, Weights, conditionals, samples, update

DIMS, K = 43, 3


def network(dims: int = DIMS, hidden: int = 9, components: int = K) -> Rnade:
    torch.manual_seed(0)
    model = rnade.build(Config(dims=dims, hidden=hidden, components=components, floor=0.01))
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(0.3 * torch.randn_like(parameter))
    return model.double().eval()


MODEL = network()
WEIGHTS = Weights.of(MODEL)


def slow(model: Rnade, x: np.ndarray) -> np.ndarray:
    """Return the mixtures of a picture by the equations, (D, 3, K)."""
    with torch.no_grad():
        return rnade.literal_mixture(model, torch.from_numpy(x)[None].double())[0].numpy()


def stacked(found: Conditionals) -> np.ndarray:
    return np.stack((found.log_alpha, found.mu, found.log_sigma), 1)


def greys(count: int, dims: int = DIMS) -> np.ndarray:
    return np.random.default_rng(3).random((count, dims)).astype(np.float32)


@pytest.mark.parametrize(("dims", "hidden", "components"), [(DIMS, 9, K), (1, 4, 2), (2, 4, 1), (5, 0, 2)])
def test_mixtures_equal_the_plain_network(dims, hidden, components):
    model = network(dims, hidden, components)
    weights = Weights.of(model)
    assert (weights.dims, weights.hidden) == (dims, hidden)
    for x in greys(4, dims):
        found = conditionals(weights, x)
        np.testing.assert_allclose(stacked(found), slow(model, x), atol=1e-4)
        with torch.no_grad():
            expected = rnade.log_density(
                model(torch.from_numpy(x)[None].double()), torch.from_numpy(x)
            ).numpy()
        np.testing.assert_allclose(found.log_density(), expected[0], atol=1e-3, rtol=1e-4)
        assert found.log_density().dtype == np.float64


@given(
    st.lists(st.dictionaries(st.integers(0, DIMS - 1), st.floats(0, 1), max_size=4), min_size=1, max_size=8)
)
def test_any_sequence_of_edits_equals_the_full_pass(edits):
    x = greys(1)[0]
    state = conditionals(WEIGHTS, x)
    for edit in edits:
        before, kept = state, stacked(state).copy()
        x = x.copy()
        for pixel, grey in edit.items():
            x[pixel] = grey
        state = update(WEIGHTS, state, x)
        assert np.array_equal(state.x, x)
        assert np.array_equal(stacked(before), kept)  # what was returned before is left as it was
        first = min(edit, default=DIMS - 1)
        assert np.array_equal(stacked(state)[: first + 1], kept[: first + 1])
    np.testing.assert_allclose(stacked(state), slow(MODEL, x), atol=1e-4)


def test_a_later_change_of_the_callers_picture_changes_nothing():
    x = greys(1)[0]
    state = conditionals(WEIGHTS, x)
    x[:] = 1 - x
    np.testing.assert_allclose(stacked(update(WEIGHTS, state, x)), slow(MODEL, x), atol=1e-4)
    again = update(WEIGHTS, state, x)
    x[:] = 0
    assert again.x.any()


def literal_sample(x, start, uniforms, normals, temperature):
    """One picture, one pixel at a time, each from the whole network's mixtures."""
    x = np.where(np.arange(DIMS) < start, x, 0).astype(np.float32)
    for i in range(start, DIMS):
        log_alpha, mu, log_sigma = slow(MODEL, x)[i]
        shares = np.exp(log_alpha / temperature)
        chosen = int(np.searchsorted(np.cumsum(shares / shares.sum()), uniforms[i], side="right"))
        grey = mu[chosen] + np.exp(log_sigma[chosen]) * np.sqrt(temperature) * normals[i]
        x[i] = min(max(grey, 0), np.nextafter(np.float32(1), np.float32(0)))
    return x


@pytest.mark.parametrize("start", [0, 1, 17, DIMS - 1, DIMS])
@pytest.mark.parametrize("temperature", [1.0, 0.5, 3.0])
def test_samples_are_the_plain_loops_for_the_same_draws(start, temperature):
    draw = np.random.default_rng(start)
    x, uniforms, normals = greys(1)[0], draw.random((3, DIMS)), draw.standard_normal((3, DIMS))
    *_, (fast, settled) = samples(WEIGHTS, x, start, uniforms, normals, temperature, 10)
    assert settled == DIMS
    assert np.array_equal(fast[:, :start], np.repeat(x[None, :start], 3, 0))
    assert fast.min() >= 0
    assert fast.max() < 1
    for row, picture in enumerate(fast):
        expected = literal_sample(x, start, uniforms[row], normals[row], temperature)
        np.testing.assert_allclose(picture, expected, atol=1e-4)


@pytest.mark.parametrize(("start", "stride"), [(0, 7), (10, 7), (0, DIMS), (DIMS, 5), (DIMS - 1, 500)])
def test_steps_settle_row_by_row_and_end_in_the_sample(start, stride):
    draw = np.random.default_rng(4)
    how = greys(1)[0], start, draw.random((2, DIMS)), draw.standard_normal((2, DIMS)), 1.0
    steps = list(samples(WEIGHTS, *how, stride))
    *_, (final, _) = samples(WEIGHTS, *how, 1)
    assert [done for _, done in steps] == [*range(start + stride, DIMS, stride), DIMS]
    for pixels, done in steps:
        assert np.array_equal(pixels[:, :done], final[:, :done])
        assert not pixels[:, done:].any()


def test_samples_are_distributed_as_the_model_says():
    """Of one pixel: the share below each grey is the mixture's distribution function."""
    model = network(1, 0, 2)
    with torch.no_grad():
        model.b.copy_(torch.tensor([[0.5, -0.5, 0.3, 0.7, np.log(0.04), np.log(0.09)]]))
    draw, count = np.random.default_rng(0), 20_000
    draws = draw.random((count, 1)), draw.standard_normal((count, 1))
    *_, (pixels, _) = samples(Weights.of(model), np.zeros(1, np.float32), 0, *draws, 1.0, 1)
    log_alpha, mu, log_sigma = torch.from_numpy(slow(model, np.zeros(1, np.float32))[0])
    for grey in (0.25, 0.3, 0.4, 0.6, 0.7, 0.85):
        cdf = (
            log_alpha.exp() * torch.distributions.Normal(mu, log_sigma.exp()).cdf(torch.tensor(grey))
        ).sum()
        assert (pixels < grey).mean() == pytest.approx(cdf.item(), abs=4 * 0.5 / np.sqrt(count))
