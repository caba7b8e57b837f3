"""How the tab is laid out at every size."""

import pytest

from genplay.ui.tabs.dcgan import fitting
from genplay.ui.tabs.fitted import HEAD

ALL = {"formula", "pins", "sliders", "side", "seeds", "truncation", "turns", "acts", "said", "caption"}


def fit(width, height, *, projector=False, wide=False, dots=1.0):
    return fitting.fit(width, height, projector=projector, wide=wide, dots=dots)


def test_the_usual_window_shows_everything():
    found = fit(1084, 603)
    assert found.parts >= ALL
    assert (found.columns, found.rows, found.across) == (3, 4, 2)
    assert found.picture == 7 * 32 + 2
    assert not found.terse


@pytest.mark.parametrize("width", range(860, 3700, 147))
@pytest.mark.parametrize("height", [523, 603, 963, 2043])
def test_what_is_shown_has_its_room(width, height):
    found = fit(width, height)
    beside = [found.plane, found.picture, *[found.pins] * bool(found.pins), *[found.side] * bool(found.side)]
    assert sum(beside) + (len(beside) - 1) * 20 <= width
    assert found.picture % 32 == 2
    columns = height - 54 - (66 if "formula" in found.parts else 0)
    top = columns - (38 + 25 * found.rows if found.rows else 0)
    assert HEAD + max(found.plane, found.picture) <= top
    if found.side:
        assert found.side >= 22 + 10 * 33 + 2


def test_in_a_window_of_1440_by_900_the_picture_is_the_largest():
    found = fit(1244, 783)
    assert found.picture == 10 * 32 + 2
    assert 0.8 * found.picture < found.plane < found.picture


def test_a_large_window_has_large_pictures():
    small, large = fit(1084, 603), fit(1724, 963)
    assert large.picture >= 1.5 * small.picture
    assert large.side >= 22 + 10 * 65
    assert large.plane >= small.plane


def test_a_high_window_has_pins_below_each_other_and_more_room_for_the_picture():
    found = fit(1724, 963)
    assert found.columns == 2
    assert 963 - 54 - 66 - HEAD - 138 >= 6 * (68 + 20 + 4)
    assert found.picture == 15 * 32 + 2


def test_height_that_pictures_cannot_use_is_between_the_sliders_or_has_more_of_them():
    usual, higher = fit(1084, 603), fit(1244, 783)
    assert (usual.row, usual.many) == (fitting.ROW, usual.rows)
    assert fitting.ROW < higher.row < 1.5 * fitting.ROW
    assert higher.many > higher.rows == usual.rows
    for high in (higher.rows * higher.row, higher.many * fitting.ROW):
        assert higher.top + 38 + high <= 783 - 120


def test_in_a_narrow_high_window_there_are_all_directions_and_more_pins():
    found = fit(880, 783)
    assert found.rows * found.across >= 8
    assert found.top - HEAD >= 4 * (68 + 20) + 3 * 4


def test_the_wall_has_uneven_pixels_where_they_are_a_third_larger():
    crisp, larger = fit(1244, 783), fit(1404, 783)
    assert crisp.side < 400
    assert larger.side > 1.3 * crisp.side
    assert larger.picture >= crisp.picture


def test_finer_pixels_are_smaller_pictures():
    found = fit(769, 363, dots=1.5)
    assert found.parts >= {"pins", "sliders", "side", "seeds"}
    assert found.terse
    assert found.columns == 2


def test_the_least_of_windows_has_plane_and_picture():
    found = fit(506, 233, dots=2.0)
    assert "side" not in found.parts
    assert found.plane >= 100
    assert found.picture >= 98


def test_a_class_sees_formula_plane_picture_and_samples():
    found = fit(786, 420, projector=True, dots=1.5)
    assert found.parts >= {"formula", "side"}
    assert not found.parts & {"pins", "sliders", "seeds", "acts"}


@pytest.mark.parametrize(("width", "height"), [(769, 363), (876, 523), (1084, 603), (1724, 963)])
def test_whatever_panel_is_chosen_nothing_else_moves(width, height):
    dots = 1.5 if width == 769 else 1.0
    assert fit(width, height, wide=True, dots=dots) == fit(width, height, dots=dots)


@pytest.mark.parametrize(("width", "height", "dots"), [(801, 444, 1.5), (1228, 684, 1.0), (1228, 684, 1.5)])
def test_before_a_class_a_wide_panel_stands_beside_plane_and_picture(width, height, dots):
    found = fit(width, height, projector=True, wide=True, dots=dots)
    assert found.parts == {"formula", "above", "side"}
    assert found.upright
    assert found.side + found.gap + max(found.plane, found.picture) <= width
    assert found.side > 1.5 * fit(width, height, projector=True, dots=dots).side
    assert 2 * HEAD + found.plane + found.picture + 10 <= height - 54 - 66
    assert (found.picture - 2) * dots % 32 < dots


def test_where_there_is_no_right_column_a_wide_panel_stands_alone():
    found = fit(506, 233, wide=True, dots=2.0)
    assert found.parts == {"side"}
    assert found.side == 506
    assert not found.upright
