"""The wall of pictures."""

import itertools

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from genplay.ui import theme
from genplay.ui.widgets import picture_wall
from genplay.ui.widgets.picture_wall import PictureWall
from genplay.ui.widgets.pixels import coloured
from tests.ui.tabs.painted import point_at, rgb, seen

LEFT = Qt.MouseButton.LeftButton
ROWS, COLUMNS = tuple("7309258164"), ("-2", "-1.5", "-1", "-0.5", "0", "0.5", "1", "1.5", "2")


def sized(widget, width, height):
    widget.resize(width, height)
    return widget


@pytest.fixture
def wall(show):
    made = sized(show(PictureWall(10, 9)), 310, 342)
    pictures = np.zeros((36, 28, 28), np.uint8)
    pictures[23] = 255
    made.set_pictures(pictures)
    made.set_names(ROWS, COLUMNS)
    made.set_current((2, 5), exact=True)
    return made


def colour(wall, point):
    return wall.grab().toImage().pixelColor(point)


def middle(wall, row, column):
    return wall.cell_rect(row, column).center().toPoint()


def test_pictures_come_one_by_one(wall):
    assert wall.count() == 36
    assert colour(wall, middle(wall, 2, 5)) == theme.current().color("ink")
    assert colour(wall, middle(wall, 3, 5)) == theme.current().color("paper")
    wall.set_pictures(None)
    assert wall.count() == 0
    assert colour(wall, middle(wall, 2, 5)) == theme.current().color("paper")


def test_of_a_wall_that_grows_only_what_is_new_is_made(wall, monkeypatch):
    made = []
    monkeypatch.setattr(picture_wall, "coloured", lambda *args: made.append(args[0]) or coloured(*args))
    pictures = np.zeros((37, 28, 28), np.uint8)
    pictures[23] = pictures[36] = 255
    wall.set_pictures(pictures)
    assert len(made) == 1
    pictures[0] = 255  # in the same memory
    wall.set_pictures(pictures)
    assert len(made) == 2
    for row, column in ((0, 0), (2, 5), (4, 0)):
        assert colour(wall, middle(wall, row, column)) == theme.current().color("ink")
    assert colour(wall, middle(wall, 3, 5)) == theme.current().color("paper")


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


def test_what_lies_between_has_crisp_pixels_mixed_at_their_edges_only(wall):
    wall.resize(450, 480)
    stripes = np.zeros((36, 28, 28), np.uint8)
    stripes[:, :, ::4] = 255
    wall.set_pictures(stripes)
    box = wall.cell(2, 3)
    assert 28 < box.width() < 56
    line = seen(wall)[box.center().y(), box.left() : box.right() + 1]
    pure = (line == rgb("ink")).all(-1) | (line == rgb("paper")).all(-1)
    edges = 2 * 7  # of seven stripes
    assert 0 < (~pure).sum() <= edges


def test_the_picture_to_be_saved_is_black_on_white(wall):
    image = wall.picture()
    assert (image.width(), image.height()) == (9 * 28, 4 * 28)
    assert image.pixelColor(5 * 28 + 3, 2 * 28 + 3) == QColor("black")
    assert image.pixelColor(0, 0) == QColor("white")


def test_what_is_about_to_be_replaced_is_pale(wall):
    wall.set_stale(True)
    assert colour(wall, middle(wall, 2, 5)) != theme.current().color("ink")


def test_those_that_are_replaced_are_pale(wall):
    wall.set_pictures(np.full((36, 28, 28), 255, np.uint8), pale=range(20, 22))
    inked = [colour(wall, middle(wall, 2, column)) == theme.current().color("ink") for column in range(1, 5)]
    assert inked == [True, False, False, True]


def test_colours_are_as_they_are(show):
    wall = sized(show(PictureWall(3, 3, named=False)), 220, 220)
    pictures = np.zeros((9, 64, 64, 3), np.uint8)
    pictures[4] = (200, 30, 60)
    wall.set_pictures(pictures)
    assert wall.cell(0, 0).width() == 64
    assert colour(wall, middle(wall, 1, 1)) == QColor(200, 30, 60)
    assert wall.picture().pixelColor(80, 80) == QColor(200, 30, 60)


def test_large_pictures_are_made_smaller_where_there_is_no_room(show):
    wall = sized(show(PictureWall(10, 10)), 362, 360)
    wall.set_pictures(np.zeros((100, 64, 64, 3), np.uint8))
    assert wall.cell(0, 0).width() == 32
    assert wall.cell(9, 9).right() < 362


@pytest.mark.parametrize(("room", "side"), [(75, 64), (80, 64), (100, 96), (132, 128)])
def test_large_pictures_are_as_they_are_unless_there_is_room_for_much_more(show, room, side):
    wall = sized(show(PictureWall(2, 3, named=False)), 3 * room + 2, 2 * room + 2)
    wall.set_pictures(np.zeros((6, 64, 64, 3), np.uint8))
    assert wall.cell(0, 0).width() == side


def test_the_side_of_pictures_in_another_shape_is_known(show):
    wall = sized(show(PictureWall(2, 3, worded=True)), 420, 360)
    assert wall.side_of(64, ["a", "b"], 3) != wall.side_of(28, ["a", "b"], 3)
    assert wall.side_of(64, ["a", "a long name of a row"], 3) < wall.side_of(64, ["a", "b"], 3)
    for names in (["a", "b"], ["a", "a long name of a row"], ["a", "b", "c"], ["a", "b", "c", "d", "e"]):
        expected = wall.side_of(64, names, 3)
        wall.set_shape(len(names), 3)
        wall.set_pictures(np.zeros((3 * len(names), 64, 64, 3), np.uint8))
        wall.set_names(names, [])
        assert wall.cell(0, 0).width() == expected


def test_the_last_picture_of_a_row_that_is_not_whole_has_no_neighbour(wall):
    wall.set_pictures(np.zeros((20, 28, 28), np.uint8))
    found = []
    wall.chosen.connect(lambda row, column: found.append((row, column)))
    wall.set_current((2, 1))
    QTest.keyClick(wall, Qt.Key.Key_Right)
    QTest.keyClick(wall, Qt.Key.Key_Left)
    assert found == [(2, 0)]


def test_names_in_words_have_their_room_before_rows_and_are_cut_below_columns(show):
    wall = sized(show(PictureWall(1, 1, worded=True)), 400, 160)
    signs = wall.cell(0, 0).x()
    wall.set_shape(2, 5)
    wall.set_pictures(np.zeros((10, 64, 64, 3), np.uint8))
    wall.set_names(["the true edit", "by G"], ["Eyeglasses of gold"] * 5)
    assert wall.cell(0, 0).x() > signs + 30
    before = seen_names(wall)
    wall.set_names(["the true edit", "by G"], ["Eyeg"] * 5)
    assert before.sum() > seen_names(wall).sum()
    boxes = [wall.cell_rect(1, at) for at in range(5)]
    gaps = [int((one.right() + other.left()) / 2) for one, other in itertools.pairwise(boxes)]
    assert not before[:, gaps].any()  # no name reaches into that of its neighbour


def test_columns_are_as_far_apart_as_their_words_where_there_is_room(show):
    wall = sized(show(PictureWall(2, 5, worded=True)), 500, 100)
    wall.set_pictures(np.zeros((10, 64, 64, 3), np.uint8))
    wall.set_names(["1", "2"], ["Hat"] * 5)
    near, found = wall.cell_rect(1, 4), []
    wall.set_names(["1", "2"], ["Eyeglasses"] * 5)
    far = wall.cell_rect(1, 4)
    assert far.x() > near.x() + 60
    assert far.size() == near.size()
    wall.chosen.connect(lambda row, column: found.append((row, column)))
    QTest.mouseClick(wall, LEFT, pos=middle(wall, 1, 4))
    assert found == [(1, 4)]


def test_another_shape_takes_the_pictures_away(wall):
    wall.set_shape(10, 9)
    assert wall.count() == 36
    wall.set_shape(2, 3)
    assert wall.count() == 0
    wall.set_pictures(np.zeros((6, 28, 28), np.uint8))
    found = []
    wall.chosen.connect(lambda row, column: found.append((row, column)))
    QTest.mouseClick(wall, LEFT, pos=middle(wall, 1, 2))
    assert found == [(1, 2)]


def seen_names(wall):
    """Where something is written below the pictures."""
    below = int(wall.cell_rect(1, 0).bottom()) + 6
    found = seen(wall)
    return (found != found[-1, -1]).any(-1)[below:]


def test_another_shape_has_no_picture_under_the_pointer(wall):
    told = []
    wall.pointed.connect(told.append)
    point_at(wall, middle(wall, 1, 3))
    wall.set_shape(2, 3)
    assert told == [(1, 3), None]


def test_names_above_take_the_room_that_they_have_below(show):
    above, below = PictureWall(2, 3, names_above=True), PictureWall(2, 3)
    for wall in (above, below):
        sized(show(wall), 200, 150)
        wall.set_pictures(np.zeros((6, 28, 28), np.uint8))
    lower = above.cell_rect(0, 0).top() - below.cell_rect(0, 0).top()
    assert lower == theme.current().px(18)
    assert above.cell_rect(1, 2).size() == below.cell_rect(1, 2).size()
    assert above.minimumSizeHint() == below.minimumSizeHint()
    heard = []
    above.chosen.connect(lambda *cell: heard.append(cell))
    QTest.mouseClick(above, LEFT, pos=middle(above, 1, 2))
    assert heard == [(1, 2)]
