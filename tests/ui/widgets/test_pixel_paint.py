import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPainter

from genplay.ui.theme import Theme
from genplay.ui.widgets import pixel_paint
from genplay.ui.widgets.pixels import Grid

SIZE = 60


def painted(draw, theme=None, ratio=1.0):
    """Paint on magenta; return the array of 0xRRGGBB."""
    image = QImage(SIZE, SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff00ff"))
    painter = QPainter(image)
    draw(painter, theme or Theme(), ratio)
    painter.end()
    return np.frombuffer(image.constBits(), np.uint32).reshape(SIZE, SIZE) & 0xFFFFFF


UNTOUCHED = 0xFF00FF
BOUNDS = QRect(0, 0, SIZE, SIZE)


def test_a_ring_lies_outside_and_is_as_wide_as_asked():
    ring = painted(lambda painter, *_: pixel_paint.ring(painter, QRect(20, 20, 10, 10), 3, QColor("#000000")))
    expected = np.full((SIZE, SIZE), UNTOUCHED)
    expected[17:33, 17:33] = 0
    expected[20:30, 20:30] = UNTOUCHED
    np.testing.assert_array_equal(ring, expected)


def test_corners_are_those_of_a_ring():
    box, black = QRect(20, 20, 12, 12), QColor("#000000")
    ring = painted(lambda painter, *_: pixel_paint.ring(painter, box, 3, black))
    corners = painted(lambda painter, *_: pixel_paint.corners(painter, box, 3, black))
    expected = ring.copy()
    expected[24:28], expected[:, 24:28] = UNTOUCHED, UNTOUCHED
    np.testing.assert_array_equal(corners, expected)


@pytest.mark.parametrize("mark", [pixel_paint.cursor, pixel_paint.flip])
@pytest.mark.parametrize(
    "theme", [Theme(), Theme("dark", 1.5), Theme("contrast"), Theme(scale=1.5, projector=True)]
)
def test_no_mark_covers_the_pixel_that_it_marks(mark, theme):
    cell = QRect(25, 25, 9, 9)
    shown = painted(lambda painter, *_: mark(painter, cell, BOUNDS, theme, 1.0))
    assert (shown[25:34, 25:34] == UNTOUCHED).all()
    assert (shown != UNTOUCHED).any()


@pytest.mark.parametrize("mark", [pixel_paint.cursor, pixel_paint.flip])
@pytest.mark.parametrize("corner", [(1, 1), (SIZE - 10, 1), (1, SIZE - 10)])
def test_a_mark_at_the_edge_is_whole_and_leaves_some_of_its_pixel(mark, corner):
    cell = QRect(*corner, 9, 9)
    shown = painted(lambda painter, *rest: mark(painter, cell, BOUNDS, *rest))
    marked = shown != UNTOUCHED
    rows, columns = marked.any(1).nonzero()[0], marked.any(0).nonzero()[0]
    assert marked[:, columns[0]].any()
    assert marked[rows[0]].any()
    assert marked[rows[-1]].any()
    inside = marked[corner[1] : corner[1] + 9, corner[0] : corner[0] + 9]
    assert not inside[4, 4]


def test_cursor_and_flip_differ_in_shape_not_only_in_colour():
    cell = QRect(25, 25, 9, 9)
    cursor = painted(lambda painter, *rest: pixel_paint.cursor(painter, cell, BOUNDS, *rest)) == 0x161B26
    flip = painted(lambda painter, *rest: pixel_paint.flip(painter, cell, BOUNDS, *rest)) == 0x5A42CF
    assert flip.any()
    assert (cursor & ~flip).any()


def test_line_widths_are_whole_device_pixels_and_never_none():
    assert pixel_paint.line_width(Theme(), "frame", 1.0) == 1
    assert pixel_paint.line_width(Theme(), "frame", 1.5) == 2
    assert pixel_paint.line_width(Theme(scale=1.5, projector=True), "cursor_paper", 1.0) == 8


def test_the_hatch_does_not_move_when_more_is_hidden():
    def hidden(top):
        blocks = [QRect(0, top, SIZE, SIZE - top)]
        return painted(lambda painter, *rest: pixel_paint.hatch(painter, blocks, QPoint(3, 5), *rest))

    np.testing.assert_array_equal(hidden(10)[30:], hidden(30)[30:])
    assert (hidden(30)[:30] == UNTOUCHED).all()


def test_context_of_nothing_draws_nothing():
    grid = Grid(rows=5, columns=5, pixel=10, frame=1)
    shown = painted(lambda painter, theme, ratio: pixel_paint.context(painter, grid, theme, ratio, 0))
    assert (shown == UNTOUCHED).all()


def test_scattered_pixels_are_tinted_without_a_maze_of_outlines():
    grid = Grid(rows=28, columns=28, pixel=2, frame=2)

    def colours(ranks):
        shown = painted(lambda painter, *rest: pixel_paint.context(painter, grid, *rest, 392, 0, ranks))
        return len(set(np.unique(shown).tolist()) - {UNTOUCHED})

    halves = np.arange(784).reshape(28, 28).T
    scattered = np.random.default_rng(0).permutation(784).reshape(28, 28)
    assert colours(scattered) == 1  # the tint
    assert colours(halves) > 1


def test_the_hover_outline_follows_the_shape_of_its_cells():
    grid = Grid(rows=5, columns=5, pixel=10, frame=0)
    cells = ((0, 0), (0, 1), (1, 0))
    shown = painted(lambda painter, *rest: pixel_paint.hover(painter, grid, cells, (1, 1), *rest)) == 0x5A42CF
    assert shown[15, 9:31].sum() == 2
    assert shown[25, 9:31].sum() == 2
    assert shown[25, 24:].sum() == 0


def test_the_lower_half_leaves_the_upper():
    cell = QRect(20, 20, 20, 20)
    shown = painted(lambda painter, *_: pixel_paint.lower_half(painter, cell, QColor("#000000")))
    assert shown[38, 38] == 0
    assert shown[21, 21] == UNTOUCHED


def test_device_pixels_begin_at_a_whole_one():
    image = QImage(SIZE, SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff00ff"))
    image.setDevicePixelRatio(1.5)
    painter = QPainter(image)
    painter.translate(5, 5)  # 7.5 device pixels
    pixel_paint.to_device(painter, 1.5)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRect(0, 0, 10, 10), QColor("#000000"))
    painter.end()
    shown = np.frombuffer(image.constBits(), np.uint32).reshape(SIZE, SIZE) & 0xFFFFFF
    assert set(np.unique(shown).tolist()) == {0, UNTOUCHED}
    assert (shown == 0).sum() == 100
