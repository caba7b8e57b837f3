"""How the tab is laid out at every size."""

import pytest

from genplay.families.stargan import SIDE
from genplay.ui.tabs.fitted import HEAD
from genplay.ui.tabs.stargan import fitting


def fit(width, height, *, projector=False, dots=1.0):
    return fitting.fit(width, height, projector=projector, dots=dots)


def test_the_usual_window_shows_everything():
    found = fit(1084, 603)
    assert found.parts == {"formula", "truth", "difference", "source", "lower", "miss"}
    assert (found.pixel, found.lines, found.terse) == (3, 2, False)
    assert found.lower >= 200


def test_a_large_window_has_large_pictures_of_whole_pixels():
    assert fit(1724, 963).pixel == 5
    for dots in (1.0, 1.25, 1.5, 2.0):
        found = fit(1084, 603, dots=dots)
        assert (found.pixel * dots) % 1 == pytest.approx(0)


@pytest.mark.parametrize("width", range(860, 3700, 355))
@pytest.mark.parametrize("height", [523, 603, 963, 2043])
def test_what_is_shown_has_its_room(width, height):
    found = fit(width, height)
    side = SIDE * found.pixel + 2
    assert 4 * side + 3 * found.gap + found.attributes + fitting.BETWEEN <= width + 3
    above = HEAD + side + 18 * found.lines + (47 if "source" in found.parts else 0)
    assert above + found.lower + 21 <= height - (66 if "formula" in found.parts else 0) + 1
    assert "lower" in found.parts


def test_a_narrow_window_says_less():
    assert fit(876, 523).terse


def test_a_class_sees_three_pictures_and_below_them_what_was_missed():
    found = fit(801, 444, projector=True, dots=1.5)
    assert found.parts == {"formula", "truth", "miss", "missed"}
    assert (found.pixel * 1.5, found.map * 1.5) == pytest.approx((4, 2))


def test_a_class_before_a_large_window_has_the_panels_and_no_map():
    found = fit(1228, 684, projector=True, dots=1.5)
    assert found.parts == {"formula", "truth", "miss", "lower"}
    assert found.map == 0


@pytest.mark.parametrize("width", range(640, 2400, 160))
@pytest.mark.parametrize("height", range(360, 1300, 94))
def test_the_map_has_its_room_and_is_no_larger_than_the_pictures(width, height):
    found = fit(width, height, projector=True, dots=1.5)
    assert ("missed" in found.parts) == ("lower" not in found.parts)
    assert found.map <= found.pixel
    assert not found.map or HEAD + SIDE * found.map <= found.lower
