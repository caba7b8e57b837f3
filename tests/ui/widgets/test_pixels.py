import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from genplay.ui.widgets.pixels import Grid, as_colours, by_area, coloured, indexed, levels, light

sizes = st.integers(1, 30)
grids = st.builds(Grid, sizes, sizes, st.integers(1, 20), st.integers(0, 3))


def test_levels_span_the_map_and_clip_at_its_ends():
    values = np.array([-1.0, 0.0, 2.0, 4.0, 9.0])
    assert levels(values, 0, 4).tolist() == [0, 0, 128, 255, 255]
    assert levels(np.array([[-0.5, 0.5]]), -0.5, 0.5).tolist() == [[0, 255]]


@given(st.lists(st.floats(-3, 3), min_size=2))
def test_levels_keep_the_order_of_values(values):
    ordered = levels(np.sort(np.array(values)), -2, 2).astype(int)
    assert (np.diff(ordered) >= 0).all()


def test_an_indexed_picture_keeps_its_own_memory():
    indices = np.arange(6, dtype=np.uint8).reshape(2, 3)
    image = indexed(indices, [0xFF000000 + i for i in range(6)])
    indices[:] = 0
    assert [[image.pixelIndex(x, y) for x in range(3)] for y in range(2)] == [[0, 1, 2], [3, 4, 5]]
    assert image.pixelColor(2, 1).rgb() == 0xFF000005


def test_a_picture_of_colours_is_as_it_is_and_one_of_greys_is_black_on_white_for_others():
    colours = coloured(np.array([[[1, 2, 3], [40, 50, 60], [7, 8, 9]]], np.uint8), [])
    assert colours.pixelColor(1, 0).getRgb()[:3] == (40, 50, 60)
    assert light(colours) is colours
    greys = coloured(np.array([[[0], [255]]], np.uint8), [0xFF123456] * 256)
    assert greys.pixelColor(0, 0).rgb() == 0xFF123456
    assert [light(greys).pixelColor(x, 0).value() for x in range(2)] == [255, 0]


def test_an_indexed_picture_takes_a_view_of_another_memory_layout():
    turned = np.arange(6, dtype=np.uint8).reshape(3, 2).T
    image = indexed(turned, [])
    assert [[image.pixelIndex(x, y) for x in range(3)] for y in range(2)] == turned.tolist()


@given(sizes, sizes, st.floats(1, 900), st.floats(1, 900), st.integers(0, 3))
def test_the_largest_whole_pixel_that_fits_is_taken(rows, columns, width, height, frame):
    grid = Grid.fit((rows, columns), width, height, frame)
    fits = [
        columns * (grid.pixel + more) + 2 * frame <= width
        and rows * (grid.pixel + more) + 2 * frame <= height
        for more in (0, 1)
    ]
    assert fits == [True, False] or (grid.pixel == 1 and fits == [False, False])


@given(grids, st.data())
def test_a_pixel_is_found_again_at_each_of_its_corners(grid, data):
    index = data.draw(st.integers(0, grid.rows * grid.columns - 1))
    cell = grid.cell(index)
    assert cell.width() == cell.height() == grid.pixel
    for corner in (cell.topLeft(), cell.topRight(), cell.bottomLeft(), cell.bottomRight()):
        assert grid.index_at(corner.x() + 0.5, corner.y() + 0.5) == index


@pytest.mark.parametrize("at", [(0, 0), (1.9, 5), (5, 1.9), (20, 5), (5, 22)])
def test_the_frame_and_what_is_beyond_it_hold_no_pixel(at):
    assert Grid(rows=5, columns=6, pixel=3, frame=2).index_at(*at) is None


@given(grids, st.data())
def test_first_and_after_share_out_every_pixel_once(grid, data):
    count = data.draw(st.integers(0, grid.rows * grid.columns))
    for index in range(grid.rows * grid.columns):
        middle = grid.cell(index).center()
        assert [block.contains(middle) for block in grid.first(count)].count(True) == (index < count)
        assert [block.contains(middle) for block in grid.after(count)].count(True) == (index >= count)


@given(grids, st.data())
def test_the_outline_encloses_just_the_first_pixels(grid, data):
    count = data.draw(st.integers(1, grid.rows * grid.columns))
    corners = [(point.x(), point.y()) for point in grid.outline(count).toList()]
    following = corners[1:] + corners[:1]
    doubled = sum(x * y2 - x2 * y for (x, y), (x2, y2) in zip(corners, following, strict=True))
    assert abs(doubled) / 2 == count * grid.pixel**2


masks = arrays(np.bool_, st.tuples(st.integers(1, 6), st.integers(1, 6)))


@given(masks)
def test_runs_cover_just_the_pixels_of_a_mask_once(mask):
    grid = Grid(*mask.shape, pixel=3, frame=2)
    runs = grid.runs(mask)
    for index, inside in enumerate(mask.ravel()):
        middle = grid.cell(index).center()
        assert [run.contains(middle) for run in runs].count(True) == inside


@given(masks)
def test_edges_stand_between_a_mask_and_all_else(mask):
    grid = Grid(*mask.shape, pixel=3, frame=2)
    length = sum((abs(edge.dx()) + abs(edge.dy())) // 3 for edge in grid.edges(mask))
    around = np.pad(mask, 1)
    assert length == (around[1:] != around[:-1]).sum() + (around[:, 1:] != around[:, :-1]).sum()
    for edge in grid.edges(mask):
        assert edge.dx() == 0 or edge.dy() == 0
        assert grid.picture.adjusted(0, 0, 1, 1).contains(edge.p1())
        assert grid.picture.adjusted(0, 0, 1, 1).contains(edge.p2())


def test_whole_multiples_repeat_pixels_as_they_are():
    pictures = np.random.default_rng(0).integers(0, 256, (3, 5, 4, 3), np.uint8, endpoint=False)
    found = by_area(pictures, 15, 8)
    np.testing.assert_array_equal(found, pictures.repeat(3, 1).repeat(2, 2))


def test_between_multiples_only_edges_are_mixed():
    picture = np.zeros((1, 4, 4, 1), np.uint8)
    picture[:, :, 1] = 200
    row = by_area(picture, 4, 10)[0, 0, :, 0].tolist()  # a pixel covers two and a half
    assert row == [0, 0, 100, 200, 200, 0, 0, 0, 0, 0]


def test_smaller_pictures_have_the_means_of_what_each_pixel_covers():
    picture = np.arange(16, dtype=np.uint8).reshape(1, 4, 4, 1) * 10
    np.testing.assert_array_equal(by_area(picture, 2, 2)[0, ..., 0], [[25, 45], [105, 125]])


def test_the_colours_of_a_picture_are_those_of_its_table_or_its_own():
    table = [0xFF000000 | 0x010203 * at for at in range(80)]
    greys = np.array([[0, 7], [79, 3]], np.uint8)
    np.testing.assert_array_equal(
        as_colours(indexed(greys, []), table), greys[..., None] * np.uint8([1, 2, 3])
    )
    colours = np.arange(12, dtype=np.uint8).reshape(2, 2, 3)
    np.testing.assert_array_equal(as_colours(coloured(colours, []), table), colours)
