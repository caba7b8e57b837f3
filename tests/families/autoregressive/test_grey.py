"""Grey pictures and what is said of them: values, densities that integrate to one, sums that add up."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from genplay.families.autoregressive import (
    GreyPicture,
    GreyScore,
    Mixtures,
    Reference,
    grey_note,
    grey_trace,
)

PIXELS = 784
levels = st.binary(min_size=PIXELS, max_size=PIXELS)


def mixtures(grey: bytes = bytes(range(196)) * 4, components: int = 3) -> Mixtures:
    draw = np.random.default_rng(0)
    shares = draw.dirichlet(np.ones(components), PIXELS)
    mu = draw.random((PIXELS, components)).astype(np.float32)
    log_sigma = np.log(draw.uniform(0.002, 0.3, (PIXELS, components))).astype(np.float32)
    picture = GreyPicture(grey)
    x = (picture.flat() + draw.random(PIXELS)).astype(np.float32) / 256
    terms = draw.normal(size=PIXELS)
    return Mixtures(
        model="tiny",
        picture=picture,
        x=x,
        log_alpha=np.log(shares).astype(np.float32),
        mu=mu,
        log_sigma=log_sigma,
        terms=terms,
        running=np.concatenate(([0.0], np.cumsum(terms))),
        hidden=5,
        reference=Reference.of(np.linspace(-50, 2000, 101, dtype=np.float32), 1500.0),
        digits=None,
        measured=None,
        device="CPU",
    )


@given(levels)
def test_a_picture_is_a_value(grey):
    picture = GreyPicture(grey)
    assert picture.levels().shape == (28, 28)
    assert picture.levels().tobytes() == grey
    assert GreyPicture.of(picture.levels()) == GreyPicture.of(picture.flat()) == picture
    assert hash(GreyScore("rnade", picture)) == hash(GreyScore("rnade", GreyPicture.of(picture.levels())))
    assert GreyScore("rnade", picture, seed=1) != GreyScore("rnade", picture)


def test_a_blank_page_has_no_ink():
    assert not GreyPicture.blank().levels().any()


@pytest.mark.parametrize("size", [0, 98, 783, 785])
def test_a_picture_of_another_size_is_refused(size):
    with pytest.raises(ValueError, match="784"):
        GreyPicture(bytes(size))


def test_levels_of_another_type_are_refused():
    with pytest.raises(ValueError, match="uint8"):
        GreyPicture.of(np.zeros((28, 28)))


def test_the_density_integrates_to_one_and_is_the_sum_of_its_parts():
    result, grid = mixtures(), np.linspace(-3, 4, 70_001)
    for pixel in (0, 5, 391, 783):
        total, parts = result.density(pixel, grid)
        assert total.shape == grid.shape
        assert parts.shape == (3, *grid.shape)
        np.testing.assert_allclose(parts.sum(0), total)
        assert np.trapezoid(total, grid) == pytest.approx(1, abs=1e-5)
        shares = np.exp(result.log_alpha[pixel])
        np.testing.assert_allclose(np.trapezoid(parts, grid), shares, atol=1e-5)
        assert np.trapezoid(total * grid, grid) == pytest.approx(float(result.expected[pixel]), abs=1e-5)


def test_the_mass_of_a_grey_is_the_integral_over_its_bin():
    result = mixtures()
    for pixel in range(0, PIXELS, 37):
        grey = result.picture.grey[pixel]
        grid = np.linspace(grey / 256, (grey + 1) / 256, 501)
        total, _ = result.density(pixel, grid)
        assert result.mass[pixel] == pytest.approx(np.trapezoid(total, grid), rel=1e-4, abs=1e-12)


def test_all_greys_and_what_lies_outside_have_all_the_mass():
    each = np.stack([mixtures(bytes([grey]) * PIXELS).mass for grey in range(256)])
    result = mixtures()
    inside = [np.trapezoid(result.density(i, np.linspace(0, 1, 40_001))[0], dx=1 / 40_000) for i in (0, 300)]
    np.testing.assert_allclose(each.sum(0)[[0, 300]], inside, atol=1e-5)


def test_far_from_every_mean_a_grey_has_little_mass_but_some():
    result = mixtures()
    object.__setattr__(result, "mu", np.zeros_like(result.mu))
    object.__setattr__(result, "log_sigma", np.full_like(result.log_sigma, math.log(0.02)))
    tail = result.mass[100:190]  # twenty standard deviations away, on the right: 1 - erf would be 0
    assert (tail > 0).all()
    assert (np.diff(tail) < 0).all()


def test_scores_are_the_sum_of_the_terms_and_its_bits():
    result = mixtures()
    assert result.log_prob == pytest.approx(result.terms.sum())
    assert result.bits_per_dim == pytest.approx(8 - result.log_prob / PIXELS / math.log(2))
    assert result.percentile == result.reference.percentile(result.log_prob)
    object.__setattr__(result, "reference", None)
    assert result.percentile is None


def test_the_trace_is_the_chain_rule_in_rows():
    result = mixtures()
    names, *rows = grey_trace(result)
    assert len(rows) == PIXELS
    assert all(len(row) == len(names) for row in rows)
    last = dict(zip(names, rows[-1], strict=True))
    assert (last["order"], last["row"], last["column"]) == (784, 28, 28)
    assert last["grey"] == result.picture.grey[-1]
    assert float(last["running_sum"]) == pytest.approx(result.log_prob)
    column = names.index("log_p")
    assert sum(float(row[column]) for row in rows) == pytest.approx(result.log_prob, abs=1e-5)


def test_surprise_is_never_negative_where_a_density_exceeds_one():
    result = mixtures()
    assert (result.surprises >= 0).all()
    np.testing.assert_allclose(np.exp(-result.surprises), np.maximum(result.mass, 1e-300), rtol=1e-9)


def test_the_parts_of_a_pixel_make_its_density():
    result = mixtures()
    shares, means, spreads = result.mixture_of(100)
    grid = np.linspace(0, 1, 7)
    bells = np.exp(-0.5 * ((grid[None] - means[:, None]) / spreads[:, None]) ** 2)
    parts = shares[:, None] / spreads[:, None] * bells / math.sqrt(2 * math.pi)
    np.testing.assert_allclose(parts, result.density(100, grid)[1], rtol=1e-6)


def scored(clothes, digits, blank):
    of_clothes, of_digits = (
        Reference.of(np.asarray(scores, np.float32), blank) for scores in (clothes, digits)
    )
    return replace(mixtures(), reference=of_clothes, digits=of_digits)


@pytest.mark.parametrize(
    ("clothes", "digits", "blank", "beat", "words"),
    [
        ([0, 10, 20, 30], [16, 17, 18, 1], 99.0, 75.0, "a blank page (99) outscores all"),
        ([0, 10, 20, 30], [16, 17, 18, 1], 25.0, 75.0, "so high a score means simple"),
        ([0, 10, 20, 30], [1, 2, 3, 16], 99.0, 25.0, "which this model never saw"),
    ],
)
def test_that_digits_outscore_clothes_is_said_in_numbers(clothes, digits, blank, beat, words):
    note = grey_note(scored(clothes, digits, blank))
    assert note.values["beat"] == beat
    assert words in note.template.format(**note.values)


def test_without_the_scores_of_others_nothing_is_said():
    assert grey_note(mixtures()) is None
