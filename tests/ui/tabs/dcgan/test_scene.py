"""What is on screen, put together."""

import numpy as np
import pytest

from genplay.families.dcgan import Latent, Pins
from tests.ui.tabs.dcgan import made


def test_samples_are_of_the_part_of_the_plane_that_is_shown():
    pictures, fresh = made.scene(page=(1, -1)).samples()
    assert (len(pictures), fresh) == (100, 100)
    assert made.scene(page=(1, -1), walled=made.walled(corner=(0, 0))).samples() == (None, 0)
    assert made.scene(answered=False).samples() == (None, 0)


def test_samples_of_another_truncation_last_until_they_are_replaced():
    new, old = made.walled(30), made.walled(shade=7)
    pictures, fresh = made.scene(walled=new, before=old).samples()
    assert (len(pictures), fresh) == (100, 30)
    assert pictures[[29, 30], 0, 0, 0].tolist() == [255, 7]
    pictures, fresh = made.scene(walled=new, before=made.walled(corner=(10, 0))).samples()
    assert (len(pictures), fresh) == (30, 30)


def test_while_samples_are_late_none_is_new():
    assert made.scene(waiting=frozenset({"wall"})).samples()[1] == 0


def test_a_pin_has_the_picture_of_its_point_and_no_other():
    pictures = np.arange(2 * 1024, dtype=np.uint16).astype(np.uint8).reshape(2, 32, 32, 1)
    pictures[1] = 9
    known = Pins(made.MODEL, (*made.PINS[:2], Latent(x=50.0)), pictures)
    scene = made.scene(pinned=known)
    assert (scene.picture_of(1) == 9).all()
    assert scene.picture_of(2) is None
    assert scene.picture_of(99) is None
    assert made.scene(answered=False).picture_of(0) is None


def test_the_side_is_that_of_the_pictures():
    assert made.scene(colour=True).side == 64
    assert made.scene(colour=True, shown=None).side == 64
    assert made.scene(answered=False).side == 32


@pytest.mark.parametrize(("count", "near", "fresh"), [(100, 25, 25), (63, 5, 5), (50, 0, 0)])
def test_those_in_the_part_that_is_looked_at_are_found_in_the_wall(count, near, fresh):
    walled = made.walled(count)
    for number, picture in enumerate(walled.pictures):
        picture[:] = number
    found, new = made.scene(page=(1, 1), walled=walled).near()
    assert (len(found), new) == (near, fresh)
    expected = [10 * row + column for row in range(5, 10) for column in range(5, 10)]
    assert found[:, 0, 0, 0].tolist() == expected[:near]


def test_of_a_wall_before_those_that_last_are_pale_in_the_plane_too():
    new, old = made.walled(12), made.walled(shade=7)
    found, fresh = made.scene(page=(0, 0), walled=new, before=old).near()
    assert (len(found), fresh) == (25, 7)
    assert set(found[fresh:].ravel().tolist()) == {7}
