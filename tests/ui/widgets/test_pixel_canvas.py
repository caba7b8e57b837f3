import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from genplay.ui.widgets.pixel_canvas import PixelCanvas

INK, PAPER, ACCENT = "#161b26", "#ffffff", "#5a42cf"
LEFT, RIGHT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton


@pytest.fixture
def canvas(show):
    return show(PixelCanvas())


@pytest.fixture
def told(canvas):
    """What the canvas reports, answered as a tab does: by showing it."""
    reports = []
    canvas.drawn.connect(lambda bits, finished: reports.append((bits, finished)))
    canvas.drawn.connect(lambda bits, finished: canvas.set_bits(bits))
    return reports


def at(canvas, row, column):
    return canvas.pixel_rect(28 * row + column).center().toPoint()


def move(qtbot, canvas, row, column):
    """Move the pointer, even if the test before left it there: Qt tells of changes only."""
    qtbot.mouseMove(canvas, at(canvas, 27 - row, column))
    qtbot.mouseMove(canvas, at(canvas, row, column))


def stroke(qtbot, canvas, cells, button=LEFT):
    qtbot.mousePress(canvas, button, pos=at(canvas, *cells[0]))
    for cell in cells[1:]:
        qtbot.mouseMove(canvas, at(canvas, *cell))
    qtbot.mouseRelease(canvas, button, pos=at(canvas, *cells[-1]))


def wheel(canvas, degrees):
    point = QPointF(100, 100)
    event = QWheelEvent(
        point,
        canvas.mapToGlobal(point),
        QPoint(),
        QPoint(0, degrees * 8),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def inked(bits):
    return {tuple(cell) for cell in np.argwhere(bits).tolist()}


def test_a_click_draws_one_pixel_and_is_finished(canvas, told, qtbot):
    qtbot.mouseClick(canvas, LEFT, pos=at(canvas, 5, 7))
    assert inked(told[-1][0]) == {(5, 7)}
    assert [finished for _, finished in told] == [False, True]


def test_a_fast_stroke_has_no_gaps(canvas, told, qtbot):
    stroke(qtbot, canvas, [(2, 2), (2, 20), (12, 20)])
    expected = {(2, column) for column in range(2, 21)} | {(row, 20) for row in range(2, 13)}
    assert inked(told[-1][0]) == expected
    assert [finished for _, finished in told] == [False] * (len(told) - 1) + [True]


def test_the_stroke_is_painted_before_anyone_answers(canvas, look, qtbot):
    qtbot.mousePress(canvas, LEFT, pos=at(canvas, 5, 7))
    qtbot.mouseMove(canvas, at(canvas, 5, 17))
    assert look(canvas)(*at(canvas, 5, 12).toTuple()) == INK


def test_without_an_answer_the_canvas_shows_what_it_was_told(canvas, look, qtbot):
    stroke(qtbot, canvas, [(5, 7), (5, 17)])
    assert look(canvas)(*at(canvas, 5, 12).toTuple()) == PAPER


def test_other_bits_during_a_stroke_end_it(canvas, look, qtbot):
    qtbot.mousePress(canvas, LEFT, pos=at(canvas, 5, 7))
    canvas.set_bits(np.eye(28, dtype=np.uint8))
    with qtbot.assertNotEmitted(canvas.drawn):
        qtbot.mouseMove(canvas, at(canvas, 5, 17))
        qtbot.mouseRelease(canvas, LEFT, pos=at(canvas, 5, 17))
    picture = look(canvas)
    assert (picture(*at(canvas, 5, 12).toTuple()), picture(*at(canvas, 9, 9).toTuple())) == (PAPER, INK)


def test_the_right_button_erases(canvas, told, qtbot):
    canvas.set_bits(np.ones((28, 28), np.uint8))
    stroke(qtbot, canvas, [(3, 3), (3, 6)], RIGHT)
    assert inked(1 - told[-1][0]) == {(3, 3), (3, 4), (3, 5), (3, 6)}


def test_the_eraser_erases_by_the_left_button(canvas, told, qtbot):
    canvas.set_bits(np.ones((28, 28), np.uint8))
    canvas.set_tool("eraser")
    qtbot.mouseClick(canvas, LEFT, pos=at(canvas, 3, 3))
    assert inked(1 - told[-1][0]) == {(3, 3)}


@pytest.mark.parametrize(("brush", "count"), [(1, 1), (2, 4), (3, 5), (4, 12), (5, 21)])
def test_the_brush_sets_as_many_pixels_as_it_has(canvas, told, qtbot, brush, count):
    canvas.set_brush(brush)
    qtbot.mouseClick(canvas, LEFT, pos=at(canvas, 14, 14))
    assert told[-1][0].sum() == count
    assert told[-1][0][14, 14] == 1


@pytest.mark.parametrize(("button", "value"), [(LEFT, 1), (RIGHT, 0)])
def test_fill_takes_the_region_in_one_report(canvas, told, qtbot, button, value):
    bits = np.full((28, 28), 1 - value, np.uint8)
    bits[10] = value
    canvas.set_bits(bits)
    canvas.set_tool("fill")
    qtbot.mouseClick(canvas, button, pos=at(canvas, 3, 3))
    expected = bits.copy()
    expected[:10] = value
    assert [finished for _, finished in told] == [True]
    np.testing.assert_array_equal(told[0][0], expected)


def test_a_stroke_that_changes_nothing_is_not_reported(canvas, qtbot):
    canvas.set_bits(np.ones((28, 28), np.uint8))
    with qtbot.assertNotEmitted(canvas.drawn):
        stroke(qtbot, canvas, [(3, 3), (9, 3)])
        canvas.set_tool("fill")
        qtbot.mouseClick(canvas, LEFT, pos=at(canvas, 3, 3))


def test_a_stroke_may_leave_the_picture_and_come_back(canvas, told, qtbot):
    qtbot.mousePress(canvas, LEFT, pos=at(canvas, 5, 25))
    for point in (QPoint(canvas.width() + 60, 50), at(canvas, 8, 25)):
        qtbot.mouseMove(canvas, point)
    qtbot.mouseRelease(canvas, LEFT, pos=at(canvas, 8, 25))
    bits, finished = told[-1]
    assert finished
    assert {(5, 25), (5, 26), (5, 27), (8, 25)} <= inked(bits)


def test_the_other_button_does_not_end_a_stroke(canvas, told, qtbot):
    qtbot.mousePress(canvas, LEFT, pos=at(canvas, 5, 5))
    qtbot.mousePress(canvas, RIGHT, pos=at(canvas, 5, 5))
    qtbot.mouseRelease(canvas, RIGHT, pos=at(canvas, 5, 5))
    assert told[-1][1] is False
    qtbot.mouseRelease(canvas, LEFT, pos=at(canvas, 5, 5))
    assert inked(told[-1][0]) == {(5, 5)}
    assert told[-1][1] is True


def test_setting_bits_reports_nothing_and_takes_a_copy(canvas, look, qtbot):
    bits = np.ones((28, 28), np.uint8)
    with qtbot.assertNotEmitted(canvas.drawn):
        canvas.set_bits(bits)
    bits[:] = 0
    assert look(canvas)(*at(canvas, 3, 3).toTuple()) == INK


def test_reported_bits_are_the_owners_to_keep(canvas, qtbot):
    kept = []
    canvas.drawn.connect(lambda bits, finished: kept.append(bits))
    stroke(qtbot, canvas, [(2, 2), (2, 9)])
    assert [bits.sum() for bits in kept] == [1, 8, 8]


def test_the_wheel_asks_for_a_brush_within_its_sizes(canvas):
    asked = []
    canvas.brush_changed.connect(asked.append)
    canvas.set_brush(4)
    wheel(canvas, 15)
    wheel(canvas, 45)
    wheel(canvas, -15)
    canvas.set_brush(5)
    wheel(canvas, 15)
    assert asked == [5, 5, 3]


def test_a_fine_wheel_adds_up_to_notches(canvas):
    asked = []
    canvas.brush_changed.connect(asked.append)
    for _ in range(3):
        wheel(canvas, 5)
    assert asked == [2]


def test_enter_turns_the_pixel_that_the_keys_mark(canvas, told, qtbot):
    qtbot.keyClick(canvas, Qt.Key.Key_Down)
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert inked(told[-1][0]) == {(1, 1)}
    assert told[-1][1] is True
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert inked(told[-1][0]) == set()


def test_space_is_left_to_the_window(canvas, qtbot):
    with qtbot.assertNotEmitted(canvas.drawn):
        qtbot.keyClick(canvas, Qt.Key.Key_Right)
        qtbot.keyClick(canvas, Qt.Key.Key_Space)


def test_alt_click_asks_and_draws_nothing(canvas, qtbot):
    with qtbot.assertNotEmitted(canvas.drawn), qtbot.waitSignal(canvas.flip_requested) as asked:
        qtbot.mouseClick(canvas, LEFT, Qt.KeyboardModifier.AltModifier, pos=at(canvas, 2, 3))
    assert asked.args == [2 * 28 + 3]


def test_the_middle_button_picks(canvas, qtbot):
    with qtbot.assertNotEmitted(canvas.drawn), qtbot.waitSignal(canvas.picked) as picked:
        qtbot.mouseClick(canvas, MIDDLE, pos=at(canvas, 2, 3))
    assert picked.args == [2 * 28 + 3]


def test_the_brush_is_outlined_under_the_pointer(canvas, look, qtbot):
    canvas.set_brush(5)
    move(qtbot, canvas, 14, 14)
    picture, reach = look(canvas), canvas.pixel_rect(14 * 28 + 12).toRect()
    y = reach.center().y()
    assert ACCENT in {picture(reach.left() + shift, y) for shift in (-1, 0)}
    assert picture(reach.left() + 4, y) == PAPER


def test_the_brush_is_seen_where_the_cursor_follows_the_pointer(canvas, look, qtbot):
    canvas.hovered.connect(canvas.set_cursor)
    canvas.set_brush(5)
    move(qtbot, canvas, 14, 14)
    reach = canvas.pixel_rect(14 * 28 + 12).toRect()
    assert ACCENT in {look(canvas)(reach.left() + shift, reach.center().y()) for shift in (-1, 0)}
    canvas.set_brush(1)
    picture = look(canvas)
    around = canvas.pixel_rect(14 * 28 + 14).toRect().adjusted(-6, -6, 6, 6)
    spots = (
        (x, y) for x in range(around.left(), around.right()) for y in range(around.top(), around.bottom())
    )
    assert ACCENT not in {picture(*spot) for spot in spots}


def test_the_accessible_name_says_the_value(canvas, qtbot):
    bits = np.zeros((28, 28), np.uint8)
    bits[3, 4] = 1
    canvas.set_bits(bits)
    canvas.set_title("Your drawing")
    move(qtbot, canvas, 3, 4)
    assert canvas.accessibleName() == "Your drawing, row 3, column 4: ink"
    move(qtbot, canvas, 3, 5)
    assert canvas.accessibleName() == "Your drawing, row 3, column 5: paper"


def test_a_flip_shows_the_other_value_in_half_of_the_pixel(canvas, look):
    canvas.set_flip(300)
    box, picture = canvas.pixel_rect(300).toRect(), look(canvas)
    assert picture(box.left() + 1, box.top() + 1) == PAPER
    assert picture(box.right() - 1, box.bottom() - 1) == INK


def test_dropped_files_are_left_to_the_tab(canvas):
    assert not canvas.acceptDrops()
