from itertools import pairwise

import pytest

from genplay.ui.tabs.vae import fitting


def test_the_usual_window_shows_everything():
    assert fitting.shown(1084, 600, projector=False) == fitting.PARTS


@pytest.mark.parametrize("exact", [True, False])
def test_with_less_room_parts_leave_and_none_comes_back(exact):
    for sizes in ([(w, 600) for w in range(1084, 0, -20)], [(1084, h) for h in range(600, 0, -5)]):
        parts = [fitting.shown(*size, projector=False, exact=exact) for size in sizes]
        assert all(less <= more for more, less in pairwise(parts))


def test_the_formula_the_posterior_and_the_ledger_leave_last_where_log_p_is_whole():
    at_150, at_125 = fitting.shown(769, 360, projector=False), fitting.shown(1009, 497, projector=False)
    assert at_150 == fitting.PARTS - {"compared", "latents", "lower"}
    assert at_125 == fitting.PARTS - {"compared", "latents"}


def test_of_many_latents_the_sliders_stay_longer():
    at_150 = fitting.shown(769, 360, projector=False, exact=False)
    at_125 = fitting.shown(1009, 497, projector=False, exact=False)
    assert at_150 == fitting.PARTS - {"compared", "latents", "lower", "posterior"}
    assert at_125 == fitting.PARTS - {"compared", "lower"}


@pytest.mark.parametrize("exact", [True, False])
@pytest.mark.parametrize(("width", "height"), [(704, 351), (769, 360), (860, 420), (1009, 497), (1084, 600)])
def test_where_it_is_low_or_narrow_the_pictures_are_small_enough(width, height, exact):
    parts = fitting.shown(width, height, projector=False, exact=exact)
    sizes = fitting.sizes(width, height, parts, exact=exact)
    columns = {"drawing": sizes.left, "posterior": sizes.posterior, "decoded": sizes.decoded}
    beside = [wide for part, wide in columns.items() if part in parts]
    high = height - 54 - (66 if "formula" in parts else 0) - (11 + sizes.lower if "lower" in parts else 0)
    assert width - sum(beside) - sizes.gap * len(beside) >= min(high - fitting.TOP - 8, 260)  # the map
    assert 28 * sizes.canvas + 2 + fitting.TOP + 4 + 41 <= high
    assert 28 * sizes.pixel + 2 + fitting.TOP + 22 <= high


def test_columns_stand_apart_where_the_map_is_too_low_to_fill_the_width():
    parts = fitting.shown(1009, 497, projector=False)
    assert fitting.sizes(1009, 497, parts).gap > fitting.GAP
    assert fitting.sizes(1084, 600, fitting.PARTS).gap == fitting.GAP


def test_map_and_transport_never_leave():
    for projector in (False, True):
        assert fitting.shown(1, 1, projector=projector) >= {"map", "transport"}


@pytest.mark.parametrize(
    ("width", "height", "more"), [(801, 444, {"posterior"}), (740, 444, set()), (801, 390, set())]
)
def test_a_class_sees_the_posterior_too_where_there_is_room(width, height, more):
    always = {"formula", "map", "decoded", "transport"}
    assert fitting.shown(width, height, projector=True) == always | more


@pytest.mark.parametrize("projector", [False, True])
@pytest.mark.parametrize("height", [300, 480, 600, 760, 960, 1300])
@pytest.mark.parametrize("width", [600, 900, 1084, 1404, 1692, 2300])
def test_the_columns_share_the_width_and_none_is_too_high(width, height, projector):
    parts = fitting.shown(width, height, projector=projector)
    sizes = fitting.sizes(width, height, parts)
    least = fitting.sizes(0, 0, parts)
    assert all(getattr(sizes, name) >= getattr(least, name) for name in fitting.Sizes.__slots__)
    assert sizes.gap >= fitting.GAP
    assert sizes.left == 28 * sizes.canvas + 42
    assert sizes.decoded == 28 * sizes.pixel + 2
    assert 3 * (28 * sizes.small + 2) + 2 * 20 <= sizes.decoded
    columns = {"drawing": sizes.left, "posterior": sizes.posterior, "decoded": sizes.decoded}
    beside = [wide for part, wide in columns.items() if part in parts]
    side = width - sum(beside) - fitting.GAP * len(beside)
    if sizes.pixel > least.pixel:  # it grew: the map is still as high as it can be
        lower = sizes.lower if "lower" in parts else 0
        assert side >= height - lower - 137 - fitting.TOP - 1


def test_in_a_higher_window_the_map_leaves_the_others_their_width():
    usual, higher = fitting.sizes(1084, 600, fitting.PARTS), fitting.sizes(1084, 680, fitting.PARTS)
    assert (higher.canvas, higher.pixel, higher.small) == (usual.canvas, usual.pixel, usual.small)
    assert higher.lower > usual.lower
    nearly_square = fitting.sizes(1084, 904, fitting.PARTS)  # there it would take too much from the map
    assert nearly_square.small < fitting.NAMED


def test_a_larger_window_has_larger_pictures():
    usual, large = fitting.sizes(1084, 600, fitting.PARTS), fitting.sizes(1692, 960, fitting.PARTS)
    assert (usual.canvas, usual.pixel, usual.small) == (7, 8, 2)
    assert large.canvas > 7
    assert large.pixel > 8
    assert large.small == 3
    assert large.lower > usual.lower
