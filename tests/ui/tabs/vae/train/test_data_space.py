"""What the decoder makes of the prior: the sheet of digits, or a net and samples among the points."""

import numpy as np
import pytest

from genplay.families.vae.live import DATA, Manifold
from genplay.ui import theme
from genplay.ui.tabs.vae.train.colours import class_colour
from genplay.ui.tabs.vae.train.data_space import DataSpace, sheet
from tests.ui.tabs.painted import at, has, inked, near, rgb, seen, where


@pytest.fixture
def space(show):
    return show(DataSpace(), 300, 300)


def points(decoded, latent=2):
    """A result whose decoder makes these points, and whose data are two alone."""
    decoded = np.array(decoded, np.float32)
    return {
        "manifold": Manifold(np.zeros((*decoded.shape[:2], latent), np.float32), decoded),
        "data": np.array([[-2.0, 2.0], [2.0, -2.0]], np.float32),
        "labels": np.array([0, 1], np.uint8),
        "samples": np.array([[2.5, 2.5]], np.float32),
    }


NET = [[[-1.5, 1.5], [1.5, 1.5]], [[-1.5, -1.5], [1.5, -1.5]]]
SIDES = ((0.5, 1.5), (0.5, -1.5), (1.5, 0.5), (-1.5, 0.5))
"""Places on its lines, off the grid's."""


@pytest.mark.parametrize("latent", [1, 2, 5])
@pytest.mark.parametrize("data", DATA)
def test_all_data_are_drawn_and_said(space, scene, data, latent):
    space.show_scene(scene(data, latent=latent))
    assert len(np.unique(seen(space).reshape(-1, 3), axis=0)) > 20
    assert space.accessibleDescription()


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_points_net_and_samples_are_where_they_are(space, scene, qapp, look):
    theme.apply(qapp, theme.Theme(look))
    space.show_scene(scene("moons", result=points(NET)))
    for label, place in ((0, (-2, 2)), (1, (2, -2))):
        assert at(space, space.place(*place)) == rgb(class_colour(label))
    lines = inked(space, "text")
    assert all(near(lines, space.place(*place)) for place in SIDES)
    assert not near(lines, space.place(0.5, 0.5), 3)
    sample, paper = at(space, space.place(2.5, 2.5)), rgb("paper")
    pale = [0.65 * orange + 0.35 * white for orange, white in zip(rgb("orange"), paper, strict=True)]
    assert sample == pytest.approx(pale, abs=3)
    assert space.accessibleDescription() == "2 points, the decoder’s net, 1 samples"


def test_a_single_latent_is_a_curve(space, scene):
    along = np.linspace(-1, 1, 21)
    curve = np.stack([along, np.full(21, 0.5)], 1)[None]
    space.show_scene(scene("moons", latent=1, result=points(curve, latent=1)))
    lines = inked(space, "text")
    assert near(lines, space.place(0.5, 0.5))
    assert not near(lines, space.place(1.5, 0.5))


def test_of_many_latents_draws_are_dots_without_a_net(space, scene):
    space.show_scene(scene("moons", latent=5, result=points(NET, latent=5)))
    marked = inked(space, "text")
    assert all(near(marked, space.place(*corner)) for corner in np.array(NET).reshape(-1, 2).tolist())
    assert not any(near(marked, space.place(*place)) for place in SIDES)


def test_what_the_decoder_puts_far_away_stays_inside(space, scene):
    space.show_scene(scene("moons", result=points(np.array(NET) * 1e6)))
    frame = rgb("frame")
    assert (seen(space)[0] == frame).all()
    assert near(inked(space, "text"), space.place(2.98, 0.5))


def test_the_sheet_lies_as_the_codes_do(scene):
    result = scene("digits").result
    pictures = sheet(result)
    np.testing.assert_array_equal(pictures[:28, -28:].ravel(), result.manifold.decoded[0, -1])
    single = scene("digits", latent=1).result
    row = sheet(single)
    assert row.shape == (84, 84)
    np.testing.assert_array_equal(row[28:56, :28].ravel(), single.manifold.decoded[0, 3])
    assert not row[56:, 56:].any()  # where there is no picture there is paper


@pytest.mark.parametrize("look", ["light", "dark"])
def test_a_sheet_that_fits_is_shown_pixel_by_pixel_from_paper_to_ink(space, scene, qapp, look):
    theme.apply(qapp, theme.Theme(look))
    space.set_side(2 * 84)
    ink = np.zeros((3, 3, 784), np.float32)
    ink[0, 2, :28] = 1  # the first row of the picture at the upper right
    made = scene("digits", result={"manifold": Manifold(np.zeros((3, 3, 2), np.float32), ink)})
    space.show_scene(made)
    inked = where(space, "ink")[1:-1, 1:-1]  # within the frame
    expected = np.zeros((168, 168), bool)
    expected[0:2, 112:168] = True
    np.testing.assert_array_equal(inked, expected[1:-1, 1:-1])
    assert where(space, "paper")[1:-1, 1:-1].sum() + inked.sum() == 166 * 166
    assert space.accessibleDescription() == "Decoded: z₁ to the right, z₂ up"


def test_another_sheet_replaces_the_last_one(space, scene):
    codes = np.zeros((3, 3, 2), np.float32)
    space.set_side(168)
    space.show_scene(scene("digits", result={"manifold": Manifold(codes, np.ones((3, 3, 784), np.float32))}))
    assert where(space, "ink").sum() == 166 * 166
    space.show_scene(scene("digits", result={"manifold": Manifold(codes, np.zeros((3, 3, 784), np.float32))}))
    assert not has(space, "ink")
