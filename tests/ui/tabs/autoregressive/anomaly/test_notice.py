"""What stands in a row whose answer ended before its time: why, and what can be done."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton

from genplay.ui import theme
from genplay.ui.tabs.autoregressive.anomaly.notice import RowNotice

LEFT = Qt.MouseButton.LeftButton
SENTENCE = "The checkpoint of NADE is damaged: its header is no JSON."


@pytest.fixture
def notice(show):
    return show(RowNotice(), 400, 60)


def buttons(notice):
    return {b.text(): b for b in notice.findChildren(QToolButton) if b.isVisible()}


def said(notice):
    return [label for label in notice.findChildren(QLabel) if label.isVisible()]


def test_what_was_stopped_can_go_on_and_nothing_went_wrong(notice, qtbot):
    notice.show_stopped()
    assert list(buttons(notice)) == ["Go on"]
    assert said(notice) == []
    with qtbot.waitSignal(notice.retry_pressed), qtbot.assertNotEmitted(notice.copy_pressed):
        QTest.mouseClick(buttons(notice)["Go on"], LEFT)


def test_what_went_wrong_is_said_and_can_be_copied_or_tried_again(notice, qtbot):
    notice.show_error(SENTENCE)
    assert [label.text() for label in said(notice)] == [SENTENCE]
    assert list(buttons(notice)) == ["Copy details", "Try again"]
    with qtbot.waitSignal(notice.copy_pressed), qtbot.assertNotEmitted(notice.retry_pressed):
        QTest.mouseClick(buttons(notice)["Copy details"], LEFT)
    with qtbot.waitSignal(notice.retry_pressed), qtbot.assertNotEmitted(notice.copy_pressed):
        QTest.mouseClick(buttons(notice)["Try again"], LEFT)


def test_nothing_is_left_of_an_error_once_it_is_tried_again_and_stopped(notice):
    notice.show_error(SENTENCE)
    notice.show_stopped()
    assert list(buttons(notice)) == ["Go on"]
    assert said(notice) == []
    notice.show_error("No memory is left.")
    assert list(buttons(notice)) == ["Copy details", "Try again"]
    assert [label.text() for label in said(notice)] == ["No memory is left."]


def test_each_button_says_what_it_does(notice):
    notice.show_stopped()
    (stopped,) = [b.toolTip() for b in buttons(notice).values()]
    notice.show_error(SENTENCE)
    tips = [stopped, *(b.toolTip() for b in buttons(notice).values())]
    assert all(tips)
    assert len(set(tips)) == 3


def test_a_sentence_may_be_cut_and_pointing_at_it_shows_it_whole(notice):
    notice.show_error(SENTENCE * 9)
    (label,) = said(notice)
    assert label.heightForWidth(label.width()) > label.height()
    assert label.toolTip() == SENTENCE * 9


def test_a_long_sentence_asks_for_no_more_room_than_a_short_one(notice):
    notice.show_error("No.")
    short = notice.minimumSizeHint()
    notice.show_error("Unbreakable" * 99)
    assert notice.minimumSizeHint() == short


def test_what_a_file_is_called_is_no_markup(notice):
    notice.show_error("<b>bold</b>.safetensors is damaged.")
    before = said(notice)[0].grab().toImage()
    said(notice)[0].setTextFormat(Qt.TextFormat.RichText)
    assert said(notice)[0].grab().toImage() != before


def test_the_words_can_be_selected(notice):
    notice.show_error(SENTENCE)
    (label,) = said(notice)
    QTest.mouseDClick(label, LEFT, pos=QPoint(40, 8))
    assert label.selectedText() == "checkpoint"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_buttons_stand_at_the_right_and_take_the_room_they_say(notice, qapp, scale):
    theme.apply(qapp, theme.Theme("light", scale))
    for show in (notice.show_stopped, lambda: notice.show_error(SENTENCE)):
        show()
        notice.layout().activate()
        first = min(button.x() for button in buttons(notice).values())
        assert notice.width() - first == notice.buttons_width()


def test_the_buttons_words_grow_with_the_scale_and_are_never_cut(notice, qapp):
    widths = []
    for scale in (1.0, 1.5, 2.0):
        theme.apply(qapp, theme.Theme("light", scale))
        for show in (lambda: notice.show_error(SENTENCE), notice.show_stopped):
            show()
            for words, button in buttons(notice).items():
                assert button.fontMetrics().horizontalAdvance(words) < button.width()
                assert button.fontInfo().pixelSize() == theme.current().font("caption").pixelSize()
        widths.append(notice.buttons_width())
    assert widths == sorted(set(widths))


def test_the_buttons_have_the_accent_of_each_theme(notice, qapp):
    notice.show_error(SENTENCE)
    for name in ("light", "dark"):
        theme.apply(qapp, theme.Theme(name))
        for button in buttons(notice).values():
            image = button.grab().toImage()
            seen = {
                image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
            }
            assert theme.current().color("accent").name() in seen


def test_the_keyboard_reaches_both_and_presses_them(notice, qtbot):
    notice.show_error(SENTENCE)
    notice.activateWindow()
    copy, retry = buttons(notice).values()
    copy.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(notice.copy_pressed):
        QTest.keyClick(copy, Qt.Key.Key_Space)
    with qtbot.waitSignal(notice.retry_pressed):
        QTest.keyClick(retry, Qt.Key.Key_Space)
    assert {copy.focusPolicy(), retry.focusPolicy()} == {Qt.FocusPolicy.TabFocus}
