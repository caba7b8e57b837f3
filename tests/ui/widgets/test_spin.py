import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QWidget

from genplay.ui import theme
from genplay.ui.theme import LIGHT, Theme
from genplay.ui.widgets.spin import DoubleSpin, Spin


@pytest.fixture
def seed(qtbot):
    widget = Spin(0, 999999, digits=3)
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


@pytest.fixture
def temperature(qtbot):
    widget = DoubleSpin(-2.0, 2.0)
    qtbot.addWidget(widget)
    widget.show()
    return widget


def heard_of(widget):
    heard = []
    widget.edited.connect(heard.append)
    return heard


def test_setting_reports_nothing(seed, temperature, qtbot):
    with qtbot.assertNotEmitted(seed.edited), qtbot.assertNotEmitted(temperature.edited):
        seed.set_value(5)
        temperature.set_value(1.0)
    assert seed.text() == "5"
    assert temperature.text() == "1.00"


def test_typing_reports_once_at_enter(seed, qtbot):
    heard = heard_of(seed)
    seed.selectAll()
    qtbot.keyClicks(seed, "1234")
    assert heard == []
    qtbot.keyClick(seed, Qt.Key.Key_Return)
    assert heard == [1234]


def test_keys_step(seed, temperature, qtbot):
    whole, real = heard_of(seed), heard_of(temperature)
    qtbot.keyClick(seed, Qt.Key.Key_Up)
    qtbot.keyClick(temperature, Qt.Key.Key_Down)
    assert whole == [1]
    assert real == [pytest.approx(-0.05)]


@pytest.mark.parametrize(("y", "expected"), [(7, 6), (21, 4)])
def test_chevrons_step(seed, qtbot, y, expected):
    seed.set_value(5)
    heard = heard_of(seed)
    qtbot.mouseClick(seed, Qt.MouseButton.LeftButton, pos=QPoint(seed.width() - 9, y))
    assert heard == [expected]


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_both_chevrons_are_seen_in_every_theme(qapp, qtbot, name):
    theme.apply(qapp, Theme(name))
    holder = QWidget()
    qtbot.addWidget(holder)
    widget = Spin(0, 9, digits=1)
    widget.setParent(holder)
    widget.set_value(5)
    holder.show()
    image = widget.grab().toImage()
    surface = QColor(theme.current().tokens.surface)
    for rows in (range(3, 13), range(15, 25)):
        strip = [image.pixelColor(x, y) for x in range(widget.width() - 14, widget.width() - 4) for y in rows]
        assert max(abs(pixel.lightness() - surface.lightness()) for pixel in strip) > 40


def test_minus_is_true_and_either_can_be_typed(temperature, qtbot, qapp):
    temperature.set_value(-1.25)
    assert temperature.text() == "−1.25"
    for typed in ("-0.5", "−0.5"):
        temperature.set_value(1.0)
        heard = heard_of(temperature)
        temperature.selectAll()
        for letter in typed:  # keyClicks knows ASCII only
            qapp.sendEvent(
                temperature, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
            )
        qtbot.keyClick(temperature, Qt.Key.Key_Return)
        assert heard == [-0.5]


def test_letters_are_refused(seed, temperature, qtbot):
    for widget in (seed, temperature):
        widget.selectAll()
        qtbot.keyClicks(widget, "abc")
        qtbot.keyClick(widget, Qt.Key.Key_Return)
        assert widget.value() == 0


def test_size_follows_the_scale(seed, qapp):
    assert seed.height() == 28
    width = seed.width()
    theme.apply(qapp, Theme("light", 2.0))
    assert seed.height() == 56
    assert seed.width() == pytest.approx(2 * width, abs=4)


def test_longest_value_has_room(temperature):
    temperature.set_value(-2.0)
    line = temperature.lineEdit()
    assert line.fontMetrics().horizontalAdvance("−2.00") < line.width() - line.textMargins().left()


def test_border_tells_the_focus(seed, qtbot):
    seed.setFocus()
    assert seed.grab().toImage().pixelColor(seed.width() // 2, 1).name().upper() == LIGHT.accent
    seed.clearFocus()
    assert seed.grab().toImage().pixelColor(seed.width() // 2, 1).name().upper() == LIGHT.surface


def test_a_number_that_is_longer_than_its_room_is_seen_whole(seed, qtbot):
    short = seed.width()
    seed.set_value(999999)
    shown = seed.lineEdit()
    margins = shown.textMargins()
    room = shown.width() - margins.left() - margins.right()
    assert shown.fontMetrics().horizontalAdvance("999999") <= room
    seed.set_value(999)
    assert seed.width() == short
    qtbot.keyClick(seed, Qt.Key.Key_Up)
    assert seed.width() > short


def test_a_whole_number_has_a_true_minus_and_takes_a_hyphen(qtbot):
    widget = Spin(-999, 999)
    qtbot.addWidget(widget)
    widget.show()
    heard = heard_of(widget)
    widget.set_value(-7)
    assert widget.text() == "−7"
    for typed in ("-12", "−13"):
        widget.selectAll()
        widget.lineEdit().insert(typed)
        qtbot.keyClick(widget, Qt.Key.Key_Return)
    assert heard == [-12, -13]
