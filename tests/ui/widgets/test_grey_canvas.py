import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from genplay.ui import theme
from genplay.ui.widgets.grey_canvas import GreyCanvas

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


@pytest.fixture
def canvas(show):
    return show(GreyCanvas())


@pytest.fixture
def reports(canvas):
    seen = []
    canvas.drawn.connect(lambda levels, finished: seen.append((levels, finished)))
    return seen


def at(canvas, pixel):
    return canvas.pixel_rect(pixel).center().toPoint()


def drag(canvas, *pixels, button=LEFT):
    QTest.mousePress(canvas, button, pos=at(canvas, pixels[0]))
    for pixel in pixels[1:]:
        QTest.mouseMove(canvas, at(canvas, pixel))
    QTest.mouseRelease(canvas, button, pos=at(canvas, pixels[-1]))


def test_the_pen_leaves_its_grey_and_nothing_is_left_out_between_two_events(canvas, reports):
    canvas.set_level(90)
    drag(canvas, 28 * 3 + 2, 28 * 3 + 12)
    levels, finished = reports[-1]
    assert finished
    expected = np.zeros((28, 28), np.uint8)
    expected[3, 2:13] = 90
    np.testing.assert_array_equal(levels, expected)


@pytest.mark.parametrize(("tool", "button"), [("eraser", LEFT), ("pen", RIGHT)])
def test_what_erases_leaves_paper(canvas, reports, tool, button):
    canvas.set_bits(np.full((28, 28), 77, np.uint8))
    canvas.set_level(200)
    canvas.set_tool(tool)
    drag(canvas, 400, 402, button=button)
    levels, _ = reports[-1]
    assert set(levels.flat[400:403].tolist()) == {0}
    assert int((levels == 77).sum()) == 784 - 3


def test_a_brush_has_a_width(canvas, reports):
    canvas.set_brush(5)
    canvas.set_level(10)
    drag(canvas, 28 * 14 + 14)
    assert int((reports[-1][0] == 10).sum()) == 21


def test_fill_takes_the_pixels_of_one_grey(canvas, reports):
    levels = np.full((28, 28), 50, np.uint8)
    levels[:, 14] = 51
    canvas.set_bits(levels)
    canvas.set_level(120)
    canvas.set_tool("fill")
    drag(canvas, 0)
    filled, finished = reports[-1]
    assert finished
    assert (filled[:, :14] == 120).all()
    assert (filled[:, 14] == 51).all()
    assert (filled[:, 15:] == 50).all()


def test_enter_gives_a_pixel_the_pens_grey_and_takes_it_again(canvas, reports):
    canvas.set_level(64)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    levels, finished = reports[-1]
    assert (levels.flat[1], finished) == (64, True)
    canvas.set_bits(levels)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert not reports[-1][0].any()


def test_alt_click_asks_for_a_grey_and_draws_nothing(canvas, reports, qtbot):
    with qtbot.waitSignal(canvas.flip_requested) as signal:
        QTest.mouseClick(canvas, LEFT, Qt.KeyboardModifier.AltModifier, pos=at(canvas, 33))
    assert signal.args == [33]
    assert reports == []


@pytest.mark.parametrize("level", [0, 100, 255])
def test_a_grey_lies_between_paper_and_ink(canvas, look, level):
    canvas.set_bits(np.full((28, 28), level, np.uint8))
    centre = canvas.pixel_rect(300).center()
    assert look(canvas)(centre.x(), centre.y()) == QColor.fromRgb(theme.current().table("grey")[level]).name()


def test_a_reader_of_the_screen_hears_the_grey(canvas):
    canvas.set_bits(np.full((28, 28), 42, np.uint8))
    QTest.mouseMove(canvas, at(canvas, 5))
    QTest.mouseMove(canvas, at(canvas, 6))
    assert canvas.accessibleName().endswith("grey 42")
