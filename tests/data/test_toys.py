"""Shapes of the plane: reproducible, about the origin, and shaped as they say."""

import numpy as np
import pytest

from genplay.data.toys import TOYS, toy

each = pytest.mark.parametrize("name", TOYS)
PARTS = {"ring": 8, "moons": 2, "spiral": 6, "grid": 9, "pinwheel": 5}


@each
def test_the_same_seed_gives_the_same_points_and_another_seed_others(name):
    one, same, other = toy(name, 50, 3), toy(name, 50, 3), toy(name, 50, 4)
    np.testing.assert_array_equal(one.points, same.points)
    np.testing.assert_array_equal(one.labels, same.labels)
    assert not np.array_equal(one.points, other.points)


@each
def test_points_are_of_the_right_kind_spread_and_parts(name):
    points, labels = toy(name, 4000, 0)
    assert (points.shape, points.dtype, labels.shape, labels.dtype) == (
        (4000, 2),
        np.float32,
        (4000,),
        np.uint8,
    )
    assert np.abs(points).max() < 4
    np.testing.assert_array_less(0.6, points.std(0))
    np.testing.assert_array_less(points.std(0), 1.4)
    assert np.abs(points.mean(0)).max() < 0.5
    shares = np.bincount(labels) / 4000
    np.testing.assert_allclose(shares, 1 / PARTS[name], atol=0.03)


def test_the_ring_is_a_ring_and_its_labels_go_round():
    points, labels = toy("ring", 4000, 0)
    radius = np.linalg.norm(points, axis=1)
    assert abs(radius.mean() - 1.5) < 0.01
    assert abs(radius.std() - 0.08) < 0.01
    angle = np.arctan2(points[:, 1], points[:, 0]) % (2 * np.pi)
    inside = np.abs(angle / (np.pi / 4) - labels - 0.5) < 0.4
    assert inside.mean() > 0.75
    assert (angle[labels == 1] < np.pi / 2 + 0.3).all()


def test_the_grid_has_its_normals_where_it_says():
    points, labels = toy("grid", 9000, 0)
    for label in range(9):
        mine = points[labels == label]
        np.testing.assert_allclose(mine.mean(0), 1.4 * np.array([label % 3 - 1, label // 3 - 1]), atol=0.02)
        np.testing.assert_allclose(mine.std(0), 0.12, atol=0.01)


def test_the_moons_reach_into_each_other_and_do_not_touch():
    points, labels = toy("moons", 2000, 0)
    upper, lower = points[labels == 0], points[labels == 1]
    assert upper[:, 1].mean() > 0 > lower[:, 1].mean()
    assert upper[:, 0].max() > lower[:, 0].min()
    distances = np.linalg.norm(upper[:, None] - lower[None], axis=-1)
    assert np.median(distances.min(1)) > 0.4


def test_the_spiral_goes_outwards_part_by_part():
    points, labels = toy("spiral", 4000, 0)
    radii = [np.linalg.norm(points[labels == part], axis=1).mean() for part in range(6)]
    assert radii == sorted(radii)


def test_an_unknown_shape_is_a_fault():
    with pytest.raises(KeyError):
        toy("cats", 5, 0)
