from itertools import pairwise

import pytest

from genplay.ui.tabs.vae import fitting


def test_the_usual_window_shows_everything():
    assert fitting.shown(1084, 600, projector=False) == fitting.PARTS


def test_with_less_room_parts_leave_and_none_comes_back():
    for sizes in ([(w, 600) for w in range(1084, 0, -20)], [(1084, h) for h in range(600, 0, -5)]):
        parts = [fitting.shown(*size, projector=False) for size in sizes]
        assert all(less <= more for more, less in pairwise(parts))


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
    assert sizes.left == 28 * sizes.canvas + 42
    assert sizes.decoded == 28 * sizes.pixel + 2
    assert 3 * (28 * sizes.small + 2) + 2 * 20 <= sizes.decoded
    columns = {"drawing": sizes.left, "posterior": sizes.posterior, "decoded": sizes.decoded}
    beside = [wide for part, wide in columns.items() if part in parts]
    side = width - sum(beside) - fitting.GAP * len(beside)
    if sizes.pixel > least.pixel:  # it grew: the map is still as high as it can be
        lower = sizes.lower if "lower" in parts else 0
        assert side >= height - lower - 137 - fitting.TOP - 1


def test_a_larger_window_has_larger_pictures():
    usual, large = fitting.sizes(1084, 600, fitting.PARTS), fitting.sizes(1692, 960, fitting.PARTS)
    assert (usual.canvas, usual.pixel, usual.small) == (7, 8, 2)
    assert large.canvas > 7
    assert large.pixel > 8
    assert large.small == 3
    assert large.lower > usual.lower
