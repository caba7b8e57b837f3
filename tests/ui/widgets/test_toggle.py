import pytest
from PySide6.QtCore import QPoint, Qt

from genplay.ui import theme
from genplay.ui.theme import DARK, LIGHT, Theme
from genplay.ui.widgets.toggle import Toggle


@pytest.fixture
def toggle(qtbot):
    widget = Toggle("Slow")
    qtbot.addWidget(widget)
    widget.show()
    return widget


def colour_at(widget, x, y):
    return widget.grab().toImage().pixelColor(x, y).name().upper()


def knob_is_at(widget, place):
    x = 1 + (8 if place == "off" else 22)
    expected = LIGHT.control if place == "off" else LIGHT.on_accent
    return colour_at(widget, x, widget.height() // 2) == expected


def test_click_on_the_word_switches(toggle, qtbot):
    heard = []
    toggle.clicked.connect(lambda on: heard.append(on))
    qtbot.mouseClick(toggle, Qt.MouseButton.LeftButton, pos=QPoint(toggle.width() - 6, toggle.height() // 2))
    assert heard == [True]
    assert toggle.isChecked()


def test_space_switches(toggle, qtbot):
    with qtbot.waitSignal(toggle.clicked):
        qtbot.keyClick(toggle, Qt.Key.Key_Space)
    assert toggle.isChecked()


def test_setting_is_no_gesture(toggle, qtbot):
    with qtbot.assertNotEmitted(toggle.clicked):
        toggle.setChecked(True)


def test_knob_tells_the_state(toggle, qtbot):
    qtbot.waitUntil(lambda: knob_is_at(toggle, "off"))
    toggle.setChecked(True)
    qtbot.waitUntil(lambda: knob_is_at(toggle, "on"))


def test_hidden_toggle_needs_no_animation(qtbot):
    widget = Toggle("Slow")
    qtbot.addWidget(widget)
    widget.adjustSize()
    widget.setChecked(True)
    assert knob_is_at(widget, "on")


def test_track_takes_the_accent_of_the_theme(toggle, qapp):
    toggle.setChecked(True)
    assert colour_at(toggle, 11, toggle.height() // 2 - 6) == LIGHT.accent
    theme.apply(qapp, Theme("dark"))
    assert colour_at(toggle, 11, toggle.height() // 2 - 6) == DARK.accent


def test_room_follows_scale_and_word(toggle, qapp):
    before = toggle.sizeHint()
    assert before.width() >= 30 + toggle.fontMetrics().horizontalAdvance("Slow")
    theme.apply(qapp, Theme("light", 2.0))
    assert toggle.sizeHint().width() == pytest.approx(2 * before.width(), abs=4)
