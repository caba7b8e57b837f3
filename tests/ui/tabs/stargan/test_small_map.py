"""A small picture or map."""

import numpy as np

from genplay.ui.tabs.stargan.small_map import SmallMap
from tests.ui.tabs.stargan import made


def test_a_map_goes_from_end_to_end(show):
    small = show(SmallMap("Logits", table="signed", ends=(-3, 3), legend=("−3", "+3"), side=32), 160, 200)
    small.set_room(140, 180)
    values = np.zeros((32, 32), np.float32)
    values[0] = -3
    values[1] = 3
    small.set_map(values)
    assert small.picture._image.pixelIndex(0, 0) == 0
    assert small.picture._image.pixelIndex(0, 1) == 255
    assert small.picture.width() == 130
    assert small._legend.isVisible()


def test_one_without_room_has_no_legend(show):
    small = show(SmallMap("Mask", table="probability", legend=("0 keeps", "1 new")), 160, 200)
    small.set_room(70, 200)
    assert small.picture.width() == 66
    assert not small._legend.isVisible()


def test_a_picture_is_in_its_own_colours(show):
    small = show(SmallMap("Back", "star_again"), 160, 200)
    small.set_picture(made.pictures(shade=120))
    assert small.picture._image.pixelColor(3, 3).red() == 120
    small.set_title("Again")
    assert small._title.text() == "Again"
    small.set_picture(None)
    assert small.picture._image.isNull()
