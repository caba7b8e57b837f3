"""What is asked of a grey picture agrees with the equations of the network, and the same seed with itself."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from genplay.engine.answer import Engine, Models
from genplay.errors import UserError
from genplay.families.autoregressive import (
    GreyPicture,
    GreySample,
    GreySamples,
    GreyScore,
    Mixtures,
    Sample,
    Score,
)
from genplay.families.base import Drawing, Loading
from genplay.models import rnade
from genplay.pipelines.grey import Grey

PIXELS = 784
pictures = st.one_of(
    st.binary(min_size=PIXELS, max_size=PIXELS).map(GreyPicture),
    st.just(GreyPicture.blank()),
    st.just(GreyPicture(b"\xff" * PIXELS)),
)
seeds = st.integers(0, 2**31 - 1)
samplings = st.builds(
    GreySample,
    st.just("rnade"),
    pictures,
    st.integers(0, PIXELS - 1),
    st.integers(1, 3),
    seeds,
    st.floats(0.1, 3.0),
)
INK = GreyPicture(bytes(range(196)) * 4)


@given(pictures, seeds)
def test_a_score_has_a_mixture_for_each_pixel(warm: Engine, picture: GreyPicture, seed: int):
    result = warm.last(GreyScore("rnade", picture, seed))
    assert isinstance(result, Mixtures)
    assert (result.model, result.picture, result.hidden) == ("rnade", picture, 6)
    for array in (result.log_alpha, result.mu, result.log_sigma):
        assert array.shape == (PIXELS, 3)
        assert array.dtype == np.float32
        assert np.isfinite(array).all()
    assert result.x.dtype == np.float32
    noise = 256 * result.x.astype(float) - picture.flat()
    assert ((noise >= 0) & (noise <= 1)).all()
    assert result.terms.shape == (PIXELS,)
    assert result.running.shape == (PIXELS + 1,)
    assert np.exp(result.log_alpha).sum(1) == pytest.approx(1, abs=1e-5)
    assert ((result.mass >= 0) & (result.mass <= 1)).all()


@settings(max_examples=10)
@given(pictures, seeds)
def test_log_p_is_the_networks_own(warm: Engine, make, picture: GreyPicture, seed: int):
    result = warm.last(GreyScore("rnade", picture, seed))
    assert isinstance(result, Mixtures)
    network = make("rnade").network
    with torch.no_grad():
        x = torch.from_numpy(result.x)[None]
        mixture = rnade.literal_mixture(network, x)
        terms = rnade.log_density(mixture.double(), x.double())[0].numpy()
    np.testing.assert_allclose(
        np.stack((result.log_alpha, result.mu, result.log_sigma), 1), mixture[0], atol=1e-4
    )
    np.testing.assert_allclose(result.terms, terms, atol=1e-3, rtol=1e-3)
    assert result.log_prob == pytest.approx(terms.sum(), rel=1e-4, abs=0.05)


def test_the_same_seed_gives_the_same_noise_and_another_seed_another(engine: Engine):
    one, again, other = (engine.last(GreyScore("rnade", INK, seed)) for seed in (5, 5, 6))
    assert np.array_equal(one.x, again.x)
    assert one.log_prob == again.log_prob
    assert not np.array_equal(one.x, other.x)
    generator = torch.Generator().manual_seed(5)
    expected = rnade.dequantise(torch.tensor(INK.flat(), dtype=torch.float32), generator)
    assert np.array_equal(one.x, expected.numpy())


def test_an_edit_gives_what_a_fresh_engine_would_give(engine: Engine, make):
    engine.last(GreyScore("rnade", INK))
    edited = bytearray(INK.grey)
    edited[400] ^= 0x80
    picture = GreyPicture(bytes(edited))
    warm = engine.last(GreyScore("rnade", picture))
    cold = Engine(Models(make)).last(GreyScore("rnade", picture))
    np.testing.assert_allclose(warm.terms, cold.terms, atol=1e-4, rtol=1e-4)


def test_a_score_stands_among_those_of_clothes_and_of_digits(engine: Engine, make):
    result = engine.last(GreyScore("rnade", INK))
    for reference, name in ((result.reference, "test_log_prob"), (result.digits, "digits_log_prob")):
        assert np.array_equal(reference.scores, make("rnade").calibration[name])
        blank = engine.last(GreyScore("rnade", GreyPicture.blank())).log_prob
        assert reference.blank == pytest.approx(blank, abs=0.2 * abs(blank))


@settings(max_examples=10)
@given(samplings)
def test_samples_begin_like_the_picture_and_are_whole_at_the_end(warm: Engine, request: GreySample):
    steps = [step for step in warm.answer(request) if isinstance(step, GreySamples)]
    assert [step.done for step in steps] == [*range(request.start + 28, PIXELS, 28), PIXELS]
    for step in steps:
        assert (step.start, step.temperature) == (request.start, request.temperature)
        assert step.pixels.shape == (request.count, PIXELS)
        assert step.pixels.dtype == np.uint8
        assert (step.pixels[:, : request.start] == request.picture.flat()[: request.start]).all()
        assert not step.pixels[:, step.done :].any()
        assert (step.pixels[:, : step.done] == steps[-1].pixels[:, : step.done]).all()


def test_the_same_seed_gives_the_same_pictures(engine: Engine):
    request = GreySample("rnade", INK, 100, 4, seed=3)
    one, again = engine.last(request), engine.last(request)
    other = engine.last(replace(request, seed=4))
    assert np.array_equal(one.pixels, again.pixels)
    assert not np.array_equal(one.pixels, other.pixels)
    assert len({picture.tobytes() for picture in one.pixels}) == 4


def test_what_follows_the_start_does_not_matter(engine: Engine):
    other = GreyPicture(INK.grey[:300] + bytes(484))
    one, two = (engine.last(GreySample("rnade", picture, 300, 2)) for picture in (INK, other))
    assert np.array_equal(one.pixels, two.pixels)


@pytest.mark.parametrize("asked", [GreyScore("rnade", INK), GreySample("rnade", INK, 0)])
def test_loading_is_a_step_of_its_own(engine: Engine, asked):
    steps = list(engine.answer(asked))
    assert [step.model for step in steps if isinstance(step, Loading)] == ["", "rnade"]
    assert isinstance(steps[2], Mixtures | GreySamples)
    assert not any(isinstance(step, Loading) for step in engine.answer(asked))


@pytest.mark.parametrize("asked", [GreyScore("nade", INK), GreySample("ar1", INK, 0)])
def test_a_model_of_drawings_scores_no_grey_picture(engine: Engine, asked):
    with pytest.raises(UserError, match=r"scores drawings of ink and paper, not grey pictures"):
        engine.last(asked)


@pytest.mark.parametrize("asked", [Score("rnade", Drawing.blank()), Sample("rnade", Drawing.blank(), 0)])
def test_a_model_of_grey_pictures_scores_no_drawing(engine: Engine, asked):
    with pytest.raises(UserError, match="rnade scores grey pictures, not drawings"):
        engine.last(asked)


def test_a_model_of_other_pictures_is_refused_in_a_sentence(make):
    network = rnade.build(rnade.Config(dims=64, hidden=3, components=2)).eval()
    small = type(make("rnade"))(network, "rnade")
    with pytest.raises(UserError, match="rnade reads pictures of 64 pixels; this one has 784"):
        Engine(Models(lambda name: small)).last(GreyScore("rnade", INK))


@pytest.mark.parametrize("key", ["test_log_prob", "digits_log_prob"])
def test_scores_that_are_none_are_refused_and_missing_ones_are_none(make, key):
    made = make("rnade")
    broken = type(made)(made.network, "rnade", {key: np.zeros((2, 2), np.float32)})
    with pytest.raises(UserError, match="no proper scores"):
        Grey("rnade", broken)
    bare = Grey("rnade", type(made)(made.network, "rnade"))
    assert (bare.reference, bare.digits) == (None, None)
