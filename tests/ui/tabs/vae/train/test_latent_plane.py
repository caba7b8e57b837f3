"""Where q puts the data: dots in the colours of their classes, the prior around 0, and what is named."""

from itertools import pairwise

import numpy as np
import pytest

from genplay.ui import theme
from genplay.ui.tabs.vae.train.colours import class_colour
from genplay.ui.tabs.vae.train.latent_plane import LatentPlane
from tests.ui.tabs.painted import at, has, inked, near, rgb, where


@pytest.fixture
def plane(show):
    return show(LatentPlane(), 300, 300)


def means(*places):
    return np.array(places, np.float32)


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_the_means_are_dots_in_the_colours_of_their_classes(plane, scene, qapp, look):
    theme.apply(qapp, theme.Theme(look))
    places = means([1.0, 1.0], [-1.0, 0.5])
    plane.show_scene(scene(result={"means": places, "labels": np.array([0, 1], np.uint8)}))
    for label, place in enumerate(places.tolist()):
        assert at(plane, plane.place(*place)) == rgb(class_colour(label))


def test_it_grows_with_the_means_in_round_numbers(plane, scene):
    reaches = []
    for spread in (0.1, 2.9, 3.5, 20.0, 1e9):
        plane.show_scene(scene(result={"means": np.full((40, 2), spread, np.float32)}))
        reaches.append(plane.reach())
    assert reaches == [3, 3, 4, 24, 100_000]


def test_a_mean_far_from_all_others_does_not_shrink_them_but_is_seen_at_the_edge(plane, scene):
    places = np.zeros((1_000, 2), np.float32)
    places[0] = 50, 0
    labels = np.zeros(1_000, np.uint8)
    labels[0] = 3
    plane.show_scene(scene(result={"means": places, "labels": labels}))
    assert plane.reach() == 3
    rows, columns = np.nonzero(where(plane, class_colour(3)))
    assert columns.min() > 290
    assert rows.mean() == pytest.approx(150, abs=2)


@pytest.mark.parametrize("radius", [1.0, 2.0])
def test_the_prior_is_two_dashed_circles(plane, scene, radius):
    plane.show_scene(scene(result={"means": np.zeros((40, 2), np.float32)}))
    marked = inked(plane, "text2")
    around = [(np.cos(turn), np.sin(turn)) for turn in np.linspace(0, 2 * np.pi, 720, endpoint=False)]
    on = [near(marked, plane.place(radius * x, radius * y), 0) for x, y in around]
    assert 0.4 < np.mean(on) < 0.9  # dashes, five of eight
    assert not any(near(marked, plane.place(1.5 * x, 1.5 * y)) for x, y in around[60:120])


def test_a_single_latent_has_a_row_for_each_class(plane, scene):
    made = scene("digits", latent=1)
    plane.show_scene(made)
    codes, labels = plane.codes(), made.result.labels
    np.testing.assert_array_equal(codes[:, 0], made.result.means[:, 0])
    rows = [codes[labels == label, 1] for label in range(10)]
    for above, below in pairwise(rows):
        assert above.min() > below.max()
    for label in range(10):
        first = codes[labels == label][0]
        assert at(plane, plane.place(*first.tolist())) == rgb(class_colour(label))


def test_classes_are_named_once_they_are_apart(plane, scene):
    labels = np.arange(40, dtype=np.uint8) % 10
    corners = np.stack([labels % 4 - 1.5, labels // 4 - 1.0], 1).astype(np.float32)
    plane.show_scene(scene("digits", result={"means": corners, "labels": labels}))
    assert plane.named(plane._cloud(plane._scene.result)) == list(range(10))
    assert has(plane, "ink")
    plane.show_scene(scene("digits", result={"means": 0.01 * corners, "labels": labels}))
    assert plane.named(plane._cloud(plane._scene.result)) == [0]


def test_parts_of_a_shape_have_no_names(plane, scene):
    apart = np.repeat(means([-1.5, 0.0], [1.5, 0.0]), 20, axis=0)
    plane.show_scene(
        scene("moons", result={"means": apart, "labels": np.repeat([0, 1], 20).astype(np.uint8)})
    )
    assert plane.named(plane._cloud(plane._scene.result)) == []


def test_of_many_latents_the_two_with_the_most_kl_are_drawn_and_said(plane, scene):
    made = scene(latent=5, result={"kl": np.array([0, 2, 0, 0, 1], np.float32)})
    plane.show_scene(made)
    np.testing.assert_array_equal(plane.codes(), made.result.means[:, [1, 4]])
    assert plane.accessibleDescription() == "z₂, z₅ of 40 codes, from −3 to 3"


def test_nothing_is_said_of_what_is_awaited(plane, scene):
    plane.show_scene(scene(answered=False))
    assert plane.accessibleDescription() == ""
    assert plane.codes().shape == (0, 2)
    assert not has(plane, class_colour(0))
    plane.show_scene(scene())
    assert has(plane, class_colour(0))
    plane.show_scene(scene(shown={"stale": True}))
    assert not has(plane, class_colour(0))  # but pale


def test_dots_grow_with_the_scale(plane, scene, qapp):
    plane.show_scene(scene(result={"means": means([1.0, 1.0]), "labels": np.zeros(1, np.uint8)}))
    small = where(plane, class_colour(0)).sum()
    theme.apply(qapp, theme.Theme(scale=2.0))
    assert where(plane, class_colour(0)).sum() > 2.5 * small
