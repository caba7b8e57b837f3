"""Planes, ways and normals: distances, angles and weights that can be worked out by hand."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from genplay.families.vae import LIMIT, Gauss, Plane, between, quantiles
from genplay.families.vae.geometry import check_code

numbers = st.floats(-3, 3)
codes = st.tuples(*[numbers] * 4)


@pytest.mark.parametrize("wrong", [1e6, -8.01, math.nan, math.inf, -math.inf])
def test_a_code_that_is_no_point_of_the_space_is_refused(wrong):
    check_code((LIMIT, -LIMIT), 2)
    with pytest.raises(ValueError, match="between −8 and 8"):
        check_code((0.0, wrong), 2)
    with pytest.raises(ValueError, match="2 dimensions, not 3"):
        check_code((0.0,) * 3, 2)


@pytest.mark.parametrize(
    ("mu", "sigma", "sentence"),
    [
        ((0.0,), (0.1, 0.1), "as many"),
        ((), (), "as many"),
        ((0.0, math.nan), (0.1, 0.1), "finite"),
        ((0.0, 0.0), (0.1, math.inf), "finite"),
        ((0.0, 0.0), (0.1, 0.0), "above 0"),
        ((0.0, 0.0), (0.1, -0.1), "above 0"),
    ],
)
def test_what_is_no_normal_is_refused(mu, sigma, sentence):
    with pytest.raises(ValueError, match=sentence):
        Gauss(mu, sigma)


def test_a_hand_sets_no_normal_beyond_the_ends():
    Gauss((8.0, -8.0), (1e-3, 2.0)).check_by_hand(2)
    for wrong in (Gauss((9.0, 0.0), (1.0, 1.0)), Gauss((0.0, 0.0), (1e-4, 1.0)), Gauss((0.0,), (1.0,))):
        with pytest.raises(ValueError, match="q must"):
            wrong.check_by_hand(2)


def test_a_normal_on_the_way_to_another():
    start, end = Gauss((0.0, 0.0), (1.0, 1.0)), Gauss((2.0, -4.0), (0.01, 0.25))
    assert start.toward(end, 0.0) == start
    middle = start.toward(end, 0.5)
    assert middle.mu == (1.0, -2.0)
    assert middle.sigma == pytest.approx((0.1, 0.5))


def test_the_slices_of_the_normal_weigh_the_same():
    found = quantiles(20)
    assert (np.diff(found) > 0).all()
    assert found == pytest.approx(-found[::-1], abs=1e-12)
    weights = [0.5 * (1 + math.erf(value / math.sqrt(2))) for value in found]
    assert weights == pytest.approx((np.arange(20) + 0.5) / 20)


@given(codes, codes, st.floats(0, 1))
def test_a_line_is_straight_and_an_arc_keeps_its_distance(a, b, t):
    line = np.array(between(a, b, t))
    assert line == pytest.approx((1 - t) * np.array(a) + t * np.array(b), abs=1e-9)
    for way in ("line", "arc"):
        assert between(a, b, 0, way) == a
        assert between(a, b, 1, way) == b
    lengths = np.linalg.norm(a), np.linalg.norm(b)
    if min(lengths) > 1e-3:
        arc = np.linalg.norm(between(a, b, t, "arc"))
        assert arc == pytest.approx((1 - t) * lengths[0] + t * lengths[1], rel=1e-5)


def test_an_arc_turns_evenly():
    assert between((1.0, 0.0), (0.0, 3.0), 0.5, "arc") == pytest.approx((math.sqrt(2), math.sqrt(2)))
    third = between((2.0, 0.0), (0.0, 2.0), 1 / 3, "arc")
    assert math.degrees(math.atan2(third[1], third[0])) == pytest.approx(30)


@pytest.mark.parametrize("dims", [2, 3, 7])
def test_an_arc_between_opposites_goes_around_zero(dims):
    a = (2.0,) + (0.0,) * (dims - 1)
    b = (-2.0,) + (0.0,) * (dims - 1)
    assert np.linalg.norm(between(a, b, 0.5, "arc")) == pytest.approx(2)
    assert between((0.0,) * dims, b, 0.5, "arc") == between((0.0,) * dims, b, 0.5)


@given(codes, codes, codes, numbers, numbers)
def test_three_codes_lie_in_their_plane(a, b, c, x, y):
    try:
        plane = Plane.through(a, b, c)
    except ValueError:
        return
    places = plane.places(np.array((a, b, c)))
    for code, (right, up) in zip((a, b, c), places, strict=True):
        assert plane.at(right, up) == pytest.approx(code, abs=1e-5)
    assert np.linalg.norm(places, axis=1).max() == pytest.approx(1.2)
    assert places[1, 0] >= places[0, 0]
    inside = np.array(plane.origin) + x * np.array(plane.u) + y * np.array(plane.v)
    assert plane.places(inside) == pytest.approx((x, y), abs=1e-6)


def test_three_codes_of_one_line_span_no_plane():
    for codes in (((0.0, 0.0), (1.0, 1.0), (2.0, 2.0)), ((1.0, 1.0), (1.0, 1.0), (0.0, 2.0))):
        with pytest.raises(ValueError, match="one line"):
            Plane.through(*codes)


@pytest.mark.parametrize(
    ("origin", "u", "v"),
    [
        ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0)),
        ((0.0, 0.0), (0.0, 0.0), (1.0, 1.0)),
        ((0.0, 0.0), (math.nan, 1.0), (1.0, 0.0)),
        ((0.0,), (1.0, 0.0), (0.0, 1.0)),
    ],
)
def test_what_is_no_plane_is_refused(origin, u, v):
    with pytest.raises(ValueError, match="a plane"):
        Plane(origin, u, v)


def test_the_plane_of_two_axes_has_their_units_whichever_of_its_codes_is_given():
    plane = Plane.along((2, 0), (5.0, 6.0, 7.0))
    assert plane == Plane.along((2, 0), (1.0, 6.0, -3.0))
    assert plane.at(3.0, 4.0) == (4.0, 6.0, 3.0)
    assert plane.at(1e6, 4.0) == (4.0, 6.0, LIMIT)
    grid = plane.grid(np.array([1.0, 2.0]), np.array([3.0, 4.0, 5.0]))
    assert grid.shape == (3, 2, 3)
    assert grid[2, 1].tolist() == [5.0, 6.0, 2.0]


def test_an_ellipse_is_the_shadow_of_the_normal():
    q = Gauss((1.0, 2.0, 3.0), (0.1, 0.5, 0.2))
    outline = Plane.along((0, 1), (0.0,) * 3).ellipse(q, 2.0)
    scaled = (outline - (1.0, 2.0)) / (0.2, 1.0)
    assert np.linalg.norm(scaled, axis=1) == pytest.approx(np.ones(64))
    tilted = Plane((0.0,) * 3, (1.0, 1.0, 0.0), (-1.0, 1.0, 0.0))  # turned by 45 degrees, units of root 2
    drawn = np.random.default_rng(0).normal(q.mu, q.sigma, (200_000, 3))
    places = tilted.places(drawn)
    distances = np.linalg.solve(np.cov(places.T), (tilted.ellipse(q) - places.mean(0)).T)
    squared = ((tilted.ellipse(q) - places.mean(0)).T * distances).sum(0)
    assert squared == pytest.approx(np.ones(64), rel=0.03)


@given(st.lists(st.tuples(st.floats(-8, 8), st.floats(1e-3, 2)), min_size=1, max_size=6))
def test_a_normal_comes_from_the_prior_and_never_turns_back(parts):
    q = Gauss(tuple(mu for mu, _ in parts), tuple(sigma for _, sigma in parts))
    prior = q.from_prior(0.0)
    assert set(prior.mu) == {0.0}
    assert set(prior.sigma) == {1.0}
    assert q.from_prior(1.0) is q
    kls = []
    for t in np.linspace(0, 1, 11).tolist():
        at = q.from_prior(t)
        mu, sigma = np.array(at.mu), np.array(at.sigma)
        kls.append(float((0.5 * (mu**2 + sigma**2 - 1) - np.log(sigma)).sum()))
    assert kls[0] == pytest.approx(0, abs=1e-12)
    assert (np.diff(kls) >= -1e-9).all()
