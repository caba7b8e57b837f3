"""Which panels share a place, and how large they are there."""

from itertools import product

import pytest

from genplay.ui.tabs.infogan import fitting


def fit(width, height, place="wall", *, projector=False, dots=1.0):
    return fitting.fit(width, height, projector=projector, place=place, dots=dots)


def test_there_is_no_switch_where_all_have_room():
    assert fit(1084, 603).choices == ()
    assert fit(1084, 603, "reader") == fit(1084, 603, "facts") == fit(1084, 603)


def test_where_it_is_narrow_wall_and_reader_share_a_place():
    wall, reader = fit(876, 523), fit(876, 523, "reader")
    assert wall.choices == reader.choices == ("wall", "reader")
    assert wall.parts - reader.parts == {"wall"}
    assert reader.parts - wall.parts == {"reader"}
    assert reader.reader == wall.wall
    assert (reader.picture, reader.codes, reader.gap) == (wall.picture, wall.codes, wall.gap)


@pytest.mark.parametrize(
    ("width", "height", "projector", "dots"),
    [(767, 360, False, 1.5), (702, 350, False, 1.5), (801, 444, True, 1.5), (939, 457, False, 1.25)],
)
def test_where_the_information_has_no_room_below_it_can_be_chosen(width, height, projector, dots):
    for place in ("wall", "reader", "facts"):
        found = fit(width, height, place, projector=projector, dots=dots)
        assert "lower" not in found.parts
        assert found.choices[-2:] == ("reader", "facts")
    assert {"facts", "codes"} <= found.parts
    assert "reader" not in found.parts
    beside = [found.codes, found.wall * ("wall" in found.parts), found.reader]
    assert found.picture + sum(beside) + found.gap * sum(map(bool, beside)) <= width


def test_where_wall_and_reader_have_places_of_their_own_the_wall_stays_beside_the_facts():
    found = fit(939, 457, "facts", dots=1.25)
    assert {"wall", "codes", "facts"} <= found.parts
    assert found.stacked
    assert fit(939, 457, "wall", dots=1.25) == fit(939, 457, "reader", dots=1.25)


def test_no_choice_drives_the_codes_away_but_a_wide_reader():
    for width, height, dots in product(range(702, 1000, 7), range(350, 560, 5), (1.25, 1.5, 2.0)):
        before = fit(width, height, dots=dots)
        if "facts" in before.choices:
            assert ("codes" in before.parts) == ("codes" in fit(width, height, "facts", dots=dots).parts)


def test_where_it_is_low_the_reader_has_its_numbers_beside_the_drawing():
    found = fit(769, 363, "reader", dots=1.5)
    assert {"reader", "codes"} <= found.parts
    assert found.abreast
    assert not fit(876, 523, "reader").abreast


def test_where_the_wall_is_too_narrow_for_the_reader_the_codes_leave_while_one_reads():
    wall, reader = fit(702, 350, dots=1.5), fit(702, 350, "reader", dots=1.5)
    assert wall.parts - reader.parts == {"wall", "codes"}
    assert reader.picture + reader.reader + reader.gap <= 702
