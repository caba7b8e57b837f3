from dataclasses import replace

import pytest

from genplay.ui.tabs.autoregressive.grey.maps import SURPRISE_LIMIT, GreyMaps
from genplay.ui.widgets.pixels import levels


@pytest.fixture
def maps(show, scene):
    made = show(GreyMaps(), 600, 340)
    made.show_scene(scene)
    return made


def test_expected_grey_and_surprise_are_drawn_within_their_limits(maps, scene):
    assert (maps.expected._values == levels(scene.result.expected, 0, 1).reshape(28, 28)).all()
    assert (maps.surprise._values == levels(scene.result.surprises, 0, SURPRISE_LIMIT).reshape(28, 28)).all()


def test_the_pixel_in_focus_is_read_and_framed(maps, scene):
    assert maps.line.accessibleName().startswith("Row 4, column 17, grey 100, expected")
    assert {view._cursor for view in maps.maps} == {100}
    maps.show_focus(replace(scene, hovered=101))
    assert {view._cursor for view in maps.maps} == {101}
    assert maps.line.accessibleDescription() == "click: pin"
