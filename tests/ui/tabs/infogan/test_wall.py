"""The wall of pictures."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from genplay.ui import theme
from genplay.ui.tabs.infogan.wall import Wall, nearest

LEFT = Qt.MouseButton.LeftButton
ROWS, COLUMNS = tuple("7309258164"), ("-2", "-1.5", "-1", "-0.5", "0", "0.5", "1", "1.5", "2")


@pytest.fixture
def wall(show):
    made = show(Wall(), 310, 342)
    pictures = np.zeros((4, 9, 28, 28), np.uint8)
    pictures[2, 5] = 255
    made.set_pictures(pictures)
    made.set_names(ROWS, COLUMNS)
    made.set_current((2, 5), exact=True)
    return made


def colour(wall, point):
    return wall.grab().toImage().pixelColor(point)


def middle(wall, row, column):
    return wall.cell_rect(row, column).center().toPoint()


def test_rows_come_one_by_one(wall):
    assert wall.rows() == 4
    assert colour(wall, middle(wall, 2, 5)) == theme.current().color("ink")
    assert colour(wall, middle(wall, 3, 5)) == theme.current().color("paper")
    wall.set_pictures(None)
    assert wall.rows() == 0
    assert colour(wall, middle(wall, 2, 5)) == theme.current().color("paper")


def test_the_cell_of_now_is_framed_whole_or_by_its_corners(wall):
    box, accent = wall.cell_rect(2, 5), theme.current().color("accent")
    corner = box.topLeft().toPoint() - QPoint(2, 2)
    side = QPoint(int(box.center().x()), int(box.top()) - 2)
    assert colour(wall, corner) == accent
    assert colour(wall, side) == accent
    wall.set_current((2, 5), exact=False)
    assert colour(wall, corner) == accent
    assert colour(wall, side) != accent


def test_a_click_chooses_a_picture_that_is_there(wall):
    found = []
    wall.chosen.connect(lambda row, column: found.append((row, column)))
    QTest.mouseClick(wall, LEFT, pos=middle(wall, 1, 8))
    QTest.mouseClick(wall, LEFT, pos=middle(wall, 9, 0))  # not there yet
    QTest.mouseClick(wall, LEFT, pos=QPoint(4, 4))  # beside the pictures
    assert found == [(1, 8)]


def test_the_arrow_keys_choose_neighbours(wall):
    found = []
    wall.chosen.connect(lambda row, column: found.append((row, column)))
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right):
        QTest.keyClick(wall, key)
    assert found == [(1, 5), (3, 5), (2, 4), (2, 6)]


def test_the_pointer_is_followed(wall):
    found = []
    wall.pointed.connect(found.append)
    QTest.mouseMove(wall, middle(wall, 0, 0))
    QTest.mouseMove(wall, middle(wall, 0, 1))
    QTest.mouseMove(wall, QPoint(2, 2))
    assert found == [(0, 0), (0, 1), None]


@pytest.mark.parametrize(("size", "side"), [((310, 342), 28), ((622, 662), 56), ((900, 1010), 84)])
def test_pictures_are_of_whole_pixels_as_large_as_fit(wall, size, side):
    wall.resize(*size)
    assert wall.cell(0, 0).width() == wall.cell(3, 8).height() == side


def test_single_pixels_are_smoothed_to_what_lies_between(wall):
    wall.resize(450, 480)
    assert 28 < wall.cell(0, 0).width() < 56


def test_the_picture_to_be_saved_is_black_on_white(wall):
    image = wall.picture()
    assert (image.width(), image.height()) == (9 * 28, 4 * 28)
    assert image.pixelColor(5 * 28 + 3, 2 * 28 + 3) == QColor("black")
    assert image.pixelColor(0, 0) == QColor("white")


def test_what_is_about_to_be_replaced_is_pale(wall):
    wall.set_stale(True)
    assert colour(wall, middle(wall, 2, 5)) != theme.current().color("ink")


@pytest.mark.parametrize(("value", "column", "exact"), [(-2.0, 0, True), (0.45, 5, False), (1.5, 7, True)])
def test_the_nearest_column(value, column, exact):
    assert nearest(np.linspace(-2, 2, 9, dtype=np.float32), value) == (column, exact)
