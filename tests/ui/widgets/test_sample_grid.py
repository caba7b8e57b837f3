import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from genplay.ui.widgets.sample_grid import SampleGrid

INK, BLUE, PAPER, SUNKEN, ACCENT = "#161b26", "#1c5fc0", "#ffffff", "#ebeef3", "#5a42cf"


@pytest.fixture
def grid(show):
    return show(SampleGrid())


def colour(grid, look, sample, row, column):
    corner = grid.cell(sample).topLeft()
    side = grid.cell(sample).width() // 28
    return look(grid)(corner.x() + side * column + side / 2, corner.y() + side * row + side / 2)


def test_eight_samples_fill_224_by_112(grid):
    assert grid.size().toTuple() == (224, 112)
    assert [grid.cell(index).getRect() for index in (0, 5)] == [(0, 0, 56, 56), (56, 56, 56, 56)]


def test_kept_pixels_are_ink_and_sampled_ones_blue(grid, look):
    pixels = np.ones((8, 784), np.uint8)
    pixels[:, 28 * 20 :] = 0
    grid.set_frame(pixels, kept=28 * 10, done=784)
    for sample in (0, 7):
        shown = [colour(grid, look, sample, row, 5) for row in (5, 9, 10, 15, 25)]
        assert shown == [INK, INK, BLUE, BLUE, PAPER]


def test_what_is_still_to_come_is_hidden_whatever_it_is(grid, look):
    pixels = np.ones((8, 784), np.uint8)
    grid.set_frame(pixels, kept=0, done=28 * 10 + 14)
    hidden = grid.grab().toImage()
    assert [colour(grid, look, 3, 10, column) for column in (5, 13)] == [BLUE, BLUE]
    assert BLUE not in {
        colour(grid, look, 3, row, column) for row in range(11, 27) for column in range(3, 25)
    }
    pixels[:, 28 * 10 + 14 :] = 0
    grid.set_frame(pixels, kept=0, done=28 * 10 + 14)
    assert grid.grab().toImage() == hidden


def test_fewer_samples_leave_paper(grid, look):
    grid.set_frame(np.ones((3, 784), np.uint8), kept=0, done=784)
    assert colour(grid, look, 2, 14, 14) == BLUE
    assert colour(grid, look, 3, 14, 14) == PAPER


def test_the_frame_does_not_share_its_memory(grid, look):
    pixels = np.ones((8, 784), np.uint8)
    grid.set_frame(pixels, kept=784, done=784)
    pixels[:] = 0
    assert colour(grid, look, 0, 14, 14) == INK


def test_clearing_leaves_paper(grid, look):
    grid.set_frame(np.ones((8, 784), np.uint8), kept=0, done=784)
    grid.clear()
    assert colour(grid, look, 4, 14, 14) == PAPER


def test_a_click_chooses_a_sample_that_is_there(grid, qtbot):
    grid.set_frame(np.ones((6, 784), np.uint8), kept=0, done=784)
    with qtbot.waitSignal(grid.chosen) as chosen:
        qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid.cell(5).center())
    assert chosen.args == [5]
    with qtbot.assertNotEmitted(grid.chosen):
        qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid.cell(7).center())


def test_the_keyboard_marks_and_chooses(grid, look, qtbot):
    grid.set_frame(np.zeros((8, 784), np.uint8), kept=0, done=784)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(grid, key)
    corner = grid.cell(5).topLeft()
    assert look(grid)(corner.x() + 1, corner.y() + 20) == ACCENT
    with qtbot.waitSignal(grid.chosen) as chosen:
        qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert chosen.args == [5]


def test_the_keyboard_keeps_to_the_shape_of_the_grid(show, qtbot):
    grid = show(SampleGrid(rows=3, columns=2))
    grid.set_frame(np.zeros((6, 784), np.uint8), kept=0, done=784)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(grid, key)
    with qtbot.waitSignal(grid.chosen) as chosen:
        qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert chosen.args == [2]


def test_pixels_are_kept_and_hidden_along_the_order(grid, look):
    ranks = np.arange(784)[::-1].copy()
    grid.set_frame(np.ones((8, 784), np.uint8), kept=28 * 8, done=28 * 20, ranks=ranks)
    at, cell = look(grid), grid.cell(0)
    x = cell.center().x()
    side = cell.height() // 28
    kept, sampled, hidden = (at(x, cell.top() + row * side + side // 2) for row in (24, 12, 3))
    assert len({kept, sampled, hidden}) == 3
    grid.set_frame(np.ones((8, 784), np.uint8), kept=28 * 8, done=28 * 20)
    assert look(grid)(x, cell.top() + 3 * side + side // 2) == kept


def test_grey_levels_run_to_ink_where_they_are_kept_and_to_blue_where_they_are_sampled(show, look):
    grid = show(SampleGrid(grey=True))
    pixels = np.zeros((8, 784), np.uint8)
    pixels[:, 28:56], pixels[:, 28 * 20 :] = 255, 255
    grid.set_frame(pixels, kept=28 * 10, done=784)
    kept, sampled = (colour(grid, look, 1, row, 5) for row in (1, 24))
    assert colour(grid, look, 1, 5, 5) == colour(grid, look, 1, 15, 5) == PAPER
    assert kept != sampled
    assert int(kept[1:3], 16) < 40  # ink, but for the half of the greys that are told apart
    assert int(sampled[5:7], 16) > int(sampled[1:3], 16) + 50


@pytest.mark.parametrize(("height", "rows", "pixel"), [(168, 3, 2), (167, 2, 2), (112, 2, 2), (111, 3, 1)])
def test_fewer_rows_are_shown_where_the_pictures_are_larger_then(show, look, qtbot, height, rows, pixel):
    grid = show(SampleGrid(3, 3, least=2, grey=True))
    grid.resize(216, height)
    pixels = np.repeat(np.where(np.arange(9) % 2, 255, 0).astype(np.uint8)[:, None], 784, 1)
    grid.set_frame(pixels, kept=784, done=784)
    assert (grid.shown(), grid.cell(0).width()) == (3 * rows, 28 * pixel)
    papers = [colour(grid, look, at, 14, 14) == PAPER for at in range(3 * rows)]
    assert papers == [at % 2 == 0 for at in range(3 * rows)]
    below = grid.cell(3 * rows - 3).bottomLeft() + QPoint(1, 1)
    with qtbot.assertNotEmitted(grid.chosen):
        QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=below)
