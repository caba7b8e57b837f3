from dataclasses import replace

import numpy as np
import pytest

from genplay.families.autoregressive import AutoregressiveState


def test_the_pointer_leads_and_the_pinned_pixel_stays(scene):
    assert scene.focus == 100
    assert replace(scene, hovered=5).focus == 5
    assert replace(scene, hovered=0).focus == 0


def test_the_density_is_that_of_the_pixel_in_focus(scene):
    for pixel in (0, 100, 783):
        density = replace(scene, hovered=pixel).density()
        assert density.x == float(scene.result.x[pixel])
        assert np.log(density.at_x) == pytest.approx(scene.result.terms[pixel])
        whole, parts = scene.result.density(pixel, density.grid)
        np.testing.assert_array_equal(density.whole, whole)
        np.testing.assert_array_equal(density.parts, parts)


def test_the_curve_is_close_where_a_component_is_narrow(scene):
    """The area below it is what lies between paper and ink: nothing is lost between two points."""
    grid = scene.density().grid
    assert (np.diff(grid) > 0).all()
    assert (grid[0], grid[-1]) == (0.0, 1.0)
    fine = np.linspace(0, 1, 400_001)
    exact = np.trapezoid(scene.result.density(100, fine)[0], fine)
    assert np.trapezoid(scene.density().whole, grid) == pytest.approx(exact, rel=0.01)
    assert len(grid) < 800


def test_the_leading_component_has_the_greatest_part(scene):
    pixel = 100
    _, parts = scene.result.density(pixel, scene.result.x[pixel : pixel + 1])
    assert scene.leading == int(np.argmax(parts[:, 0]))


def test_without_an_answer_or_a_pixel_nothing_is_known(scene):
    assert replace(scene, result=None).density() is None
    assert replace(scene, result=None).leading is None
    nowhere = replace(scene, state=AutoregressiveState(page="grey"))
    assert nowhere.density() is None
