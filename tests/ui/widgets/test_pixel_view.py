import json
import os
import subprocess
import sys

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from genplay.ui import theme
from genplay.ui.widgets.pixel_view import PixelView

CONTROL, PAPER, ACCENT = "#848da0", "#ffffff", "#5a42cf"
ALT = Qt.KeyboardModifier.AltModifier
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


@pytest.fixture
def view(show):
    widget = PixelView()
    widget.set_title("Drawing")
    widget._show(np.zeros((28, 28), np.uint8))
    return show(widget)


def middle(view, index):
    return view.pixel_rect(index).center().toPoint()


def test_it_asks_for_nine_pixels_a_pixel_and_a_frame_outside(view):
    assert view.size().toTuple() == (254, 254)
    assert view.pixel_rect(0).getRect() == (1, 1, 9, 9)
    assert view.pixel_rect(783).getRect() == (1 + 27 * 9, 1 + 27 * 9, 9, 9)


def test_the_frame_lies_around_the_picture(view, look):
    at = look(view)
    assert {at(0, 100), at(253, 100), at(100, 0), at(100, 253)} == {CONTROL}
    assert {at(1, 100), at(252, 100), at(100, 1), at(100, 252)} == {PAPER}


@pytest.mark.parametrize(
    ("width", "height", "pixel"), [(254, 254, 9), (281, 900, 9), (282, 282, 10), (900, 150, 5)]
)
def test_it_grows_by_whole_pixels_from_the_top_left(view, width, height, pixel):
    view.resize(width, height)
    assert view.pixel_rect(0).getRect() == (1, 1, pixel, pixel)
    assert view.framed_rect().getRect() == (0, 0, 28 * pixel + 2, 28 * pixel + 2)


def test_the_cursor_is_a_double_outline_outside_its_pixel(view, look):
    view.set_cursor(407)
    box, at = view.pixel_rect(407).toRect(), look(view)
    y = box.center().y()
    assert [at(box.left() - back, y) for back in (1, 2, 3, 4)] == [PAPER, "#161b26", "#161b26", PAPER]
    assert [at(x, y) for x in range(box.left(), box.right() + 1)] == [PAPER] * 9
    view.set_cursor(None)
    assert look(view)(box.left() - 2, y) == PAPER


def test_what_was_read_is_tinted_and_outlined_and_nothing_else(view, look):
    view.set_context(5 * 28 + 3)
    at = look(view)
    tint = at(100, 20)
    assert tint not in (PAPER, ACCENT)
    assert at(1 + 3 * 9 - 3, 1 + 5 * 9 + 4) == tint
    assert at(1 + 3 * 9 + 4, 1 + 5 * 9 + 4) == PAPER
    assert at(100, 1 + 7 * 9) == PAPER
    assert at(0, 20) not in (CONTROL, PAPER)
    view.set_context(None)
    assert look(view)(100, 20) == PAPER


def test_what_was_read_follows_the_order(view, look):
    view.set_context(2)
    ranks = np.full(784, 700)
    ranks[[100, 300]] = 0, 1
    view.set_order(ranks)
    at = look(view)

    def middle(index):
        return at(*view.pixel_rect(index).center().toPoint().toTuple())

    assert middle(100) == middle(300) != PAPER
    assert middle(0) == middle(101) == PAPER
    view.set_order(None)
    at = look(view)
    assert middle(0) == middle(1) != PAPER
    assert middle(100) == middle(300) == PAPER


def test_the_outline_leaves_the_cursors_pixel_alone(view, look):
    view.set_context(407)
    view.set_cursor(407)
    box, at = view.pixel_rect(407).toRect(), look(view)
    assert {
        at(x, y) for x in range(box.left(), box.right() + 1) for y in range(box.top(), box.bottom() + 1)
    } == {PAPER}


def test_hovering_reports_each_pixel_once_and_then_none(view, qtbot):
    told = []
    qtbot.mouseMove(view, QPoint(100, 100))
    view.hovered.connect(told.append)
    for x in (3, 6, 12, 14, 20):
        qtbot.mouseMove(view, QPoint(x, 5))
    qtbot.mouseMove(view, QPoint(280, 280))
    qtbot.waitUntil(lambda: told[-1:] == [None])
    assert told == [0, 1, 2, None]


def test_a_click_picks_and_alt_click_asks_for_a_flip(view, qtbot):
    picked, asked = [], []
    view.picked.connect(picked.append)
    view.flip_requested.connect(asked.append)
    qtbot.mouseClick(view, LEFT, pos=middle(view, 30))
    qtbot.mouseClick(view, LEFT, ALT, pos=middle(view, 31))
    qtbot.mouseClick(view, RIGHT, pos=middle(view, 32))
    assert (picked, asked) == ([30], [31])


def test_a_click_beside_the_picture_picks_nothing(view, qtbot):
    view.resize(400, 300)
    with qtbot.assertNotEmitted(view.picked):
        qtbot.mouseClick(view, LEFT, pos=QPoint(390, 20))


def test_the_keyboard_moves_picks_and_asks(view, qtbot):
    told, picked, asked = [], [], []
    view.hovered.connect(told.append)
    view.picked.connect(picked.append)
    view.flip_requested.connect(asked.append)
    view.set_cursor(56)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Up):
        qtbot.keyClick(view, key)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.keyClick(view, Qt.Key.Key_Return, ALT)
    assert told == [57, 85, 84, 56]
    assert (picked, asked) == ([56], [56])


def test_the_keyboard_stops_at_the_edges(view, qtbot):
    qtbot.keyClick(view, Qt.Key.Key_Up)
    told = []
    view.hovered.connect(told.append)
    for _ in range(40):
        qtbot.keyClick(view, Qt.Key.Key_Right)
    for _ in range(40):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert told[26] == 27
    assert told[-1] == 783


def test_setters_report_nothing(view, qtbot):
    with qtbot.assertNotEmitted(view.hovered), qtbot.assertNotEmitted(view.picked):
        view.set_cursor(3)
        view.set_context(20)
        view.set_flip(5)


def test_the_pointer_says_what_alt_would_do(view, qtbot):
    qtbot.keyPress(view, Qt.Key.Key_Alt)
    assert view.cursor().shape() == Qt.CursorShape.WhatsThisCursor
    qtbot.keyRelease(view, Qt.Key.Key_Alt, ALT)
    assert view.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_the_accessible_name_says_where_the_pointer_is(view, qtbot):
    qtbot.mouseMove(view, middle(view, 3))
    qtbot.mouseMove(view, middle(view, 14 * 28 + 15))
    assert view.accessibleName() == "Drawing, row 14, column 15"


def test_the_flip_mark_is_of_accent_and_only_at_the_corners(view, look):
    view.set_flip(300)
    box, at = view.pixel_rect(300).toRect(), look(view)
    assert at(box.left() - 2, box.top() - 2) == ACCENT
    assert at(box.center().x(), box.top() - 2) == PAPER
    assert at(box.left() - 2, box.center().y()) == PAPER


def test_the_focus_that_comes_by_the_keyboard_is_seen(view, look, qtbot):
    view.clearFocus()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(view.hasFocus)
    assert look(view)(0, 100) == ACCENT
    qtbot.mouseMove(view, middle(view, 3))
    qtbot.mouseMove(view, middle(view, 40))
    assert look(view)(0, 100) == CONTROL


def test_paper_frame_and_cursor_follow_the_theme(view, look, qapp):
    view.set_cursor(407)
    theme.apply(qapp, theme.Theme("dark"))
    at = look(view)
    assert (at(0, 100), at(100, 200)) == ("#6f7a8d", "#0d1015")
    assert at(view.pixel_rect(407).left() - 2, view.pixel_rect(407).center().y()) == "#eceff5"


def test_the_projector_thickens_frame_and_cursor(view, look, qapp):
    theme.apply(qapp, theme.Theme(scale=1.5, projector=True))
    view.resize(view.sizeHint())
    view.set_cursor(407)
    box, at = view.pixel_rect(407).toRect(), look(view)
    assert view.width() == 28 * 13 + 4
    assert (at(0, 100), at(1, 100), at(2, 100)) == ("#161b26", "#161b26", PAPER)
    ring = [at(box.left() - back, box.center().y()) for back in range(1, 9)]
    assert ring == [PAPER] * 2 + ["#161b26"] * 4 + [PAPER] * 2


PROGRAM = """
import json, sys
import numpy as np
from PySide6.QtWidgets import QApplication, QWidget
from genplay.ui.widgets.pixel_canvas import PixelCanvas
application = QApplication(sys.argv)
window = QWidget()
window.resize(500, 400)
canvas = PixelCanvas(parent=window)
canvas.move(181, 83)  # in the middle of a device pixel at 150 %
canvas.set_bits(np.indices((28, 28)).sum(0) % 2)
canvas.resize(canvas.sizeHint())
window.show()
image = window.grab().toImage()
ratio = canvas.devicePixelRatioF()
left, top = round(181 * ratio), round(83 * ratio)
across = [image.pixelColor(left + x, top + 8).name() for x in range(round(canvas.width() * ratio))]
down = [image.pixelColor(left + 8, top + y).name() for y in range(round(canvas.height() * ratio))]
print(json.dumps([ratio, across, down]))
"""


@pytest.mark.parametrize("scale", ["1.25", "1.5"])
def test_every_pixel_is_equally_large_at_a_broken_device_pixel_ratio(scale):
    environment = {**os.environ, "QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen"}
    answer = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    ratio, across, down = json.loads(answer.stdout)
    assert ratio == float(scale)
    side = int(9 * ratio)
    for line in (across, down):
        inside = [colour for colour in line if colour in ("#ffffff", "#161b26")][: 28 * side]
        changes = [at for at in range(1, len(inside)) if inside[at] != inside[at - 1]]
        assert changes == [side * k for k in range(1, 28)]
