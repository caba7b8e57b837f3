import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from genplay.ui.widgets.colour_canvas import ColourCanvas

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
SKY, RED = (185, 222, 245), (224, 57, 74)


@pytest.fixture
def canvas(show):
    made = show(ColourCanvas(pixel=6))
    picture = np.full((64, 64, 3), SKY, np.uint8)
    picture[20:40, 20:40] = (10, 20, 30)
    made.set_pixels(picture)
    made.set_colour(RED)
    return made


@pytest.fixture
def reports(canvas):
    seen = []
    canvas.drawn.connect(lambda pixels, finished: seen.append((pixels, finished)))
    return seen


def at(canvas, row, column):
    return canvas.pixel_rect(64 * row + column).center().toPoint()


def drag(canvas, first, last, button=LEFT):
    QTest.mousePress(canvas, button, pos=at(canvas, *first))
    QTest.mouseMove(canvas, at(canvas, *last))
    QTest.mouseRelease(canvas, button, pos=at(canvas, *last))


def test_the_pen_leaves_its_colour_and_nothing_is_left_out_between_two_events(canvas, reports):
    drag(canvas, (3, 2), (3, 50))
    pixels, finished = reports[-1]
    assert finished
    assert [done for _, done in reports].count(True) == 1
    assert (pixels[3, 2:51] == RED).all()
    assert int((pixels == RED).all(-1).sum()) == 49
    assert pixels.shape == (64, 64, 3)


@pytest.mark.parametrize(("tool", "button"), [("eraser", LEFT), ("pen", RIGHT)])
def test_what_erases_leaves_the_background(canvas, reports, tool, button):
    canvas.set_tool(tool)
    canvas.set_brush(5)
    drag(canvas, (30, 25), (30, 30), button)
    assert (reports[-1][0][30, 25:31] == SKY).all()
    assert (reports[-1][0][20] == (SKY, (10, 20, 30))[1]).any()


def test_fill_takes_the_pixels_of_one_colour(canvas, reports):
    canvas.set_tool("fill")
    drag(canvas, (30, 30), (30, 30))
    pixels, finished = reports[-1]
    assert finished
    assert (pixels[20:40, 20:40] == RED).all()
    assert int((pixels == RED).all(-1).sum()) == 400


def test_enter_gives_a_pixel_the_pens_colour(canvas, reports):
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert tuple(reports[-1][0][0, 1]) == RED


def test_what_is_set_is_shown(canvas, look):
    centre = canvas.pixel_rect(64 * 30 + 30).center()
    assert look(canvas)(centre.x(), centre.y()) == "#0a141e"


def test_a_stroke_is_given_up_for_another_picture(canvas, reports):
    QTest.mousePress(canvas, LEFT, pos=at(canvas, 5, 5))
    canvas.set_pixels(np.zeros((64, 64, 3), np.uint8))
    QTest.mouseRelease(canvas, LEFT, pos=at(canvas, 5, 5))
    assert [finished for _, finished in reports] == [False]


def test_a_reader_of_the_screen_hears_the_colour(canvas):
    QTest.mouseMove(canvas, at(canvas, 50, 5))
    QTest.mouseMove(canvas, at(canvas, 30, 30))
    assert canvas.accessibleName().endswith("red 10, green 20, blue 30")
