import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from genplay.ui import theme
from genplay.ui.widgets.numbered_canvas import NumberedCanvas

INK, ACCENT = "#161b26", "#5a42cf"
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


@pytest.fixture
def canvas(show):
    return show(NumberedCanvas())


@pytest.fixture
def told(canvas):
    reports = []
    canvas.drawn.connect(lambda bits, finished: reports.append((bits, finished)))
    canvas.drawn.connect(lambda bits, finished: canvas.set_bits(bits))
    return reports


def at(canvas, index):
    return canvas.pixel_rect(index).center().toPoint()


def colours_in(canvas, look, index):
    box, picture = canvas.pixel_rect(index).toRect(), look(canvas)
    return {
        picture(x, y) for x in range(box.left() + 1, box.right()) for y in range(box.top() + 1, box.bottom())
    }


def test_a_stroke_is_one_finished_report_and_the_right_button_erases(canvas, told, qtbot):
    qtbot.mousePress(canvas, LEFT, pos=at(canvas, 4))
    qtbot.mouseMove(canvas, at(canvas, 7))
    qtbot.mouseRelease(canvas, LEFT, pos=at(canvas, 7))
    assert np.flatnonzero(told[-1][0]).tolist() == [4, 5, 6, 7]
    assert sum(finished for _, finished in told) == 1
    qtbot.mouseClick(canvas, RIGHT, pos=at(canvas, 5))
    assert np.flatnonzero(told[-1][0]).tolist() == [4, 6, 7]


def test_enter_turns_the_cell_of_the_keys_and_space_is_left_to_the_window(canvas, told, qtbot):
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    qtbot.keyClick(canvas, Qt.Key.Key_Down)
    qtbot.keyClick(canvas, Qt.Key.Key_Space)
    assert not told
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert np.flatnonzero(told[-1][0]).tolist() == [5]
    assert "pixel 6, ink" in canvas.accessibleName()


def test_the_cursor_is_accent_inside_its_own_cell(canvas, look):
    canvas.set_cursor(6)
    assert ACCENT in colours_in(canvas, look, 6)
    assert all(ACCENT not in colours_in(canvas, look, other) for other in (2, 5, 7, 10))


def test_numbers_are_light_on_ink_and_accent_in_the_future(canvas, look):
    canvas.set_bits(np.eye(3, 4, dtype=np.uint8))
    seen = colours_in(canvas, look, 0)
    assert INK in seen
    assert max(seen) > "#b0"  # thin strokes are smoothed: none need be all paper
    canvas.set_future([1])
    assert ACCENT in colours_in(canvas, look, 1)
    assert ACCENT not in colours_in(canvas, look, 2)


@pytest.mark.parametrize("shape", [(2, 2), (4, 4), (4, 5)])
def test_another_shape_is_blank_and_its_cells_are_square(canvas, qtbot, told, shape):
    canvas.set_bits(np.ones((3, 4), np.uint8))
    canvas.set_cursor(11)
    canvas.set_shape(shape)
    box = canvas.pixel_rect(shape[0] * shape[1] - 1)
    assert box.width() == box.height()
    assert canvas.rect().toRectF().contains(box)
    qtbot.mouseClick(canvas, LEFT, pos=at(canvas, 3))
    assert told[-1][0].shape == shape
    assert np.flatnonzero(told[-1][0]).tolist() == [3]


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_every_theme_shows_cells_apart_at_150_percent(canvas, look, qapp: QApplication, name):
    theme.apply(qapp, theme.Theme(name, 1.5))
    canvas.resize(canvas.sizeHint())
    assert canvas.pixel_rect(0).width() == 90
    edge, picture = canvas.pixel_rect(1), look(canvas)
    row = {picture(x, edge.center().y()) for x in range(int(edge.left()) - 3, int(edge.left()) + 4)}
    assert theme.current().color("line").name() in row
