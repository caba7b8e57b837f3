"""How the tab is laid out at every size."""

import pytest

from genplay.ui.tabs.fitted import HEAD
from genplay.ui.tabs.infogan import fitting

ALL = {"formula", "codes", "wall", "reader", "lower", "note"}
CORE = ALL | {"trained", "noise", "legend", "acts", "caption"}


def fit(width, height, *, projector=False, place="wall", dots=1.0):
    return fitting.fit(width, height, projector=projector, place=place, dots=dots)


def test_the_usual_window_shows_everything():
    found = fit(1084, 603)
    assert found.parts == CORE
    assert (found.pixel, found.canvas, found.small) == (9, 4, 2)
    assert found.gap >= 20


def test_a_large_window_says_more():
    found = fit(1724, 963)
    assert found.parts == CORE | {"said", "reading"}
    assert found.strip
    assert found.wall > 9 * 56
    assert found.canvas > 4


SIZES = [(876, 523), (1084, 603), (1200, 640), (1724, 963), (3644, 2043)]


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("projector", [False, True])
def test_the_columns_fit_beside_one_another(width, height, projector):
    found = fit(width, height, projector=projector)
    beside = [found.codes, found.wall, found.reader]
    assert found.picture + sum(beside) + found.gap * sum(map(bool, beside)) <= width


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_picture_fits_into_its_column(width, height):
    found = fit(width, height)
    columns = height - 54 - 66 * ("formula" in found.parts) - (found.lower + 21) * ("lower" in found.parts)
    assert 28 * found.pixel + 2 <= found.picture
    assert HEAD + 28 * found.pixel + 2 <= columns


@pytest.mark.parametrize("size", [(1280, 800), (1440, 900), (1536, 864), (1680, 1050), (1920, 1200)])
def test_in_a_higher_window_the_wall_does_not_make_the_picture_smaller(size):
    usual, found = fit(1084, 603), fit(size[0] - 196, size[1] - 117)
    assert found.pixel >= usual.pixel - 1
    assert 28 * found.pixel + 2 >= 0.6 * found.wall
    assert found.wall >= usual.wall


@pytest.mark.parametrize("width", [1084, 1404, 1600])
def test_in_a_low_wide_window_the_columns_take_the_width(width):
    found = fit(width, 601)
    taken = found.codes + found.picture + found.wall + found.reader + 3 * found.gap
    assert width - 8 <= taken <= width
    assert found.gap <= 56 or (found.codes, found.reader) == (340, 330)


def test_of_formula_and_ledger_the_ledger_stays_but_for_a_class():
    low, projected = fit(876, 523), fit(876, 460, projector=True)
    assert "lower" in low.parts
    assert "formula" not in low.parts
    assert "formula" in projected.parts
    assert "lower" not in projected.parts


@pytest.mark.parametrize("dots", [1.0, 1.25, 1.5, 2.0, 3.0])
@pytest.mark.parametrize("width", [876, 1084, 1724])
def test_no_formula_and_no_ledger_drives_the_codes_away(width, dots):
    for height in range(520, 1000, 4):
        assert {"codes", "wall"} <= fit(width, height, dots=dots).parts


def test_where_it_is_narrow_the_reader_leaves_then_the_codes():
    assert "reader" not in fit(876, 603).parts
    assert "codes" in fit(876, 603).parts
    assert "codes" not in fit(600, 603).parts
    assert "wall" in fit(600, 603).parts


def test_a_class_sees_the_reader_where_it_has_room_and_no_small_words():
    assert "reader" in fit(1800, 1000, projector=True).parts
    assert "reader" not in fit(800, 444, projector=True).parts
    assert not fit(1800, 1000, projector=True).parts & {"acts", "caption"}


def test_a_class_sees_what_q_and_d_say_and_the_error_in_a_small_window():
    found = fit(800, 444, projector=True)
    assert {"said", "figure", "wall", "codes"} <= found.parts
    assert "lower" not in found.parts


def test_the_note_of_the_error_stays_where_the_reader_leaves():
    found = fit(876, 523)
    assert "reader" not in found.parts
    assert "note" in found.parts
    assert found.table + found.note + 2 * found.between + 300 <= 876


def test_finer_screens_have_smaller_walls_where_there_is_little_room():
    assert "wall" not in fit(769, 363).parts
    assert "wall" in fit(769, 363, dots=1.5).parts


def test_a_wall_of_large_pictures_has_whole_pixels():
    found = fit(1724, 963, dots=1.5)
    side = (found.wall - 24) / 9 * 1.5
    assert side >= 2 * 28
