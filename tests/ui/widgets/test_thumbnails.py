import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QToolButton

from genplay.ui import theme
from genplay.ui.widgets.thumbnails import ThumbnailStrip

LINE, ACCENT, INK, PAPER = "#dde1e9", "#5a42cf", "#161b26", "#ffffff"


@pytest.fixture
def strip(show):
    widget = ThumbnailStrip()
    corner = np.zeros((28, 28), np.uint8)
    corner[:14, :14] = 1
    widget.set_examples([(f"example {number}", corner) for number in range(9)])
    return show(widget)


def test_six_examples_and_the_button_fit_into_the_canvas_width(strip):
    assert strip.width() == 252
    boxes = [strip.box(index) for index in range(6)]
    assert [box.width() for box in boxes] == [34] * 6
    assert boxes[-1].right() < strip.findChild(QToolButton).x()


def test_a_picture_is_drawn_pixel_for_pixel_in_the_middle_of_its_box(strip, look):
    picture, box = look(strip), strip.box(1)
    inked = [(x, y) for x in range(box.left(), box.right() + 1) for y in range(34) if picture(x, y) == INK]
    assert len(inked) == 14 * 14
    assert min(inked) == (box.left() + 3, 3)


def test_the_current_example_is_framed(strip, look):
    strip.set_current(2)
    picture = look(strip)
    assert picture(strip.box(2).left() + 1, 17) == ACCENT
    assert picture(strip.box(1).left(), 17) == LINE
    assert strip.accessibleDescription() == "example 2"
    strip.set_current(None)
    assert look(strip)(strip.box(2).left() + 1, 17) != ACCENT


def test_a_click_chooses_and_leaves_the_frame_to_its_owner(strip, look, qtbot):
    with qtbot.waitSignal(strip.chosen) as chosen:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.box(3).center())
    assert chosen.args == [3]
    assert look(strip)(strip.box(3).left() + 1, 17) != ACCENT


def test_between_examples_there_is_nothing_to_choose(strip, qtbot):
    with qtbot.assertNotEmitted(strip.chosen):
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(strip.box(1).right() + 2, 10))


def test_the_button_asks_for_the_next(strip, qtbot):
    with qtbot.waitSignal(strip.next_pressed):
        qtbot.mouseClick(strip.findChild(QToolButton), Qt.MouseButton.LeftButton)


def test_a_current_example_out_of_view_is_brought_into_it(strip):
    strip.set_current(8)
    assert 0 <= strip.box(8).left() < strip.box(8).right() < strip.findChild(QToolButton).x()
    assert strip.box(0).right() < 0
    strip.set_current(0)
    assert strip.box(0).left() == 0


def test_setting_the_current_one_reports_nothing(strip, qtbot):
    with qtbot.assertNotEmitted(strip.chosen):
        strip.set_current(4)


@pytest.mark.parametrize(
    ("current", "key", "expected"),
    [(None, "Right", 0), (3, "Right", 4), (3, "Left", 2), (0, "Left", 0), (8, "Down", 8), (8, "Up", 7)],
)
def test_the_arrow_keys_choose_the_neighbour(strip, qtbot, current, key, expected):
    strip.set_current(current)
    with qtbot.waitSignal(strip.chosen) as chosen:
        qtbot.keyClick(strip, getattr(Qt.Key, f"Key_{key}"))
    assert chosen.args == [expected]


def test_at_150_percent_pictures_are_two_device_pixels_a_pixel(strip, look, qapp):
    theme.apply(qapp, theme.Theme(scale=1.5))
    strip.resize(strip.sizeHint())
    picture, box = look(strip), strip.box(0)
    assert sum(picture(x, y) == INK for x in range(box.width()) for y in range(box.height())) == 28 * 28


def test_pictures_follow_the_theme(strip, look, qapp):
    theme.apply(qapp, theme.Theme("dark"))
    assert look(strip)(5, 5) == "#eceff5"
    assert look(strip)(25, 25) == "#0d1015"


def test_grey_levels_lie_between_paper_and_ink(show, look):
    widget = ThumbnailStrip(grey=True)
    widget.set_examples([("grey", np.full((28, 28), 128, np.uint8))])
    show(widget)
    centre = widget.box(0).center()
    assert look(widget)(centre.x(), centre.y()) == f"#{theme.current().table('grey')[128] & 0xFFFFFF:06x}"


def test_other_examples_leave_none_current(strip):
    strip.set_current(2)
    strip.set_examples([("another", np.zeros((28, 28), np.uint8))])
    assert strip.accessibleDescription() == ""
    strip.set_current(0)
    assert strip.accessibleDescription() == "another"
