"""Mixtures: their density is that of what is drawn from them, and each has its parts."""

import numpy as np
import pytest

from genplay.data import mixtures, toys
from genplay.data.mixtures import PRESETS, Mixture, drawn, preset

each = pytest.mark.parametrize("name", PRESETS)
AXIS = np.linspace(-3.5, 3.5, 141)
POINTS = np.stack(np.meshgrid(AXIS, AXIS), -1).reshape(-1, 2)
CELL = (AXIS[1] - AXIS[0]) ** 2


@each
@pytest.mark.parametrize("blur", [0.0, 0.2])
def test_the_density_sums_to_one_and_lies_in_the_plane(name, blur):
    density = preset(name).density(POINTS, blur)
    assert density.sum() * CELL == pytest.approx(1, abs=1e-4)
    inside = (np.abs(POINTS) < 3).all(1)
    assert density[inside].sum() * CELL > 0.999


@each
def test_what_is_drawn_has_the_density(name):
    """Shares of a coarse grid of boxes, within four standard errors of 100,000 points."""
    found, count = preset(name), 100_000
    points = found.draw(np.random.default_rng(1), count)
    edges = np.linspace(-3.5, 3.5, 8)
    shares, *_ = np.histogram2d(points[:, 0], points[:, 1], bins=(edges, edges))
    fine = (np.arange(140) + 0.5) / 20 - 3.5
    density = found.density(np.stack(np.meshgrid(fine, fine, indexing="ij"), -1).reshape(-1, 2))
    expected = density.reshape(7, 20, 7, 20).sum((1, 3)) / 400
    assert (np.abs(shares / count - expected) <= 4 * np.sqrt(expected / count) + 1e-4).all()


@each
def test_parts_are_counted_without_a_gap_and_shares_sum_to_one(name):
    found = preset(name)
    assert set(found.parts.tolist()) == set(range(len(found.shares)))
    assert found.shares.sum() == pytest.approx(1)
    assert len(found.centres) == len(found.sigmas) == len(found.weights) == len(found.parts)


@pytest.mark.parametrize(("name", "parts"), [("ring", 8), ("grid", 25), ("moons", 8), ("mixture", 4)])
def test_each_has_as_many_parts_as_it_says(name, parts):
    assert len(preset(name).shares) == parts


@pytest.mark.parametrize("name", ["spiral", "moons", "line"])
def test_a_curve_has_no_dents(name):
    """Along the curve the density changes smoothly: the normals are nearer than their deviation."""
    found = preset(name)
    within = np.flatnonzero(np.diff(found.parts) >= 0)
    gaps = np.linalg.norm(np.diff(found.centres, axis=0), axis=1)
    assert (gaps[within][gaps[within] < 1] < found.sigmas[0]).all()


def test_the_curves_are_those_of_the_toys():
    for name in ("spiral", "moons"):
        points = toys.toy(name, 2000, 0).points.astype(np.float64)
        assert preset(name).density(points).min() > 1e-4


def test_a_blurred_density_is_that_of_blurred_points():
    one = Mixture(np.zeros((1, 2)), np.array([0.3]), np.ones(1), np.zeros(1, np.intp))
    wide = Mixture(np.zeros((1, 2)), np.array([0.5]), np.ones(1), np.zeros(1, np.intp))
    np.testing.assert_allclose(one.density(POINTS[::37], 0.4), wide.density(POINTS[::37]))


def test_a_drawing_is_the_kernel_estimate_of_its_points():
    found = drawn([(0.0, 0.0), (1.0, 0.5)], 0.1)
    at = np.array([[0.0, 0.0], [0.9, 0.5]])
    kernel = np.exp(-0.5 * np.array([0.0, 1.0])) / (2 * np.pi * 0.01)
    np.testing.assert_allclose(found.density(at), kernel / 2, rtol=1e-9)


def test_islands_are_points_that_steps_of_three_deviations_connect():
    chain = [(0.25 * step, 0.0) for step in range(5)]
    assert drawn([*chain, (2.0, 0.0), (2.2, 0.1)], 0.1).parts.tolist() == [0] * 5 + [1] * 2
    assert drawn([(0.0, 0.0), (1.0, 0.0), (0.1, 0.0)], 0.1).parts.tolist() == [0, 1, 0]


def test_a_drawing_without_points_is_a_fault():
    with pytest.raises(ValueError, match="needs points"):
        drawn((), 0.1)


def test_an_unknown_name_is_a_fault():
    with pytest.raises(KeyError):
        mixtures.preset("cats")
