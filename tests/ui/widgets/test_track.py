import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent

from genplay.ui.theme import LIGHT
from genplay.ui.widgets.track import Track

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def track(qtbot):
    widget = Track()
    widget.setRange(0, 100)
    widget.resize(114, 20)  # the handle's centre runs from 7 to 107: a pixel a step
    widget.set_default(30)
    widget.setValue(50)
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def heard(track):
    signals = []
    track.moved.connect(lambda value: signals.append(("moved", value)))
    track.settled.connect(lambda value: signals.append(("settled", value)))
    return signals


def at(value):
    return QPoint(7 + value, 10)


def roll(widget, notches):
    event = QWheelEvent(
        QPointF(at(0)),
        QPointF(widget.mapToGlobal(at(0))),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    widget.wheelEvent(event)


def test_setting_reports_nothing(track, heard):
    track.setValue(80)
    assert heard == []


def test_press_on_the_groove_brings_the_handle(track, heard, qtbot):
    qtbot.mouseClick(track, LEFT, pos=at(80))
    assert heard == [("moved", 80), ("settled", 80)]


def test_drag_follows_the_hand_and_settles_once(track, heard, qtbot):
    qtbot.mousePress(track, LEFT, pos=at(50))
    qtbot.mouseMove(track, at(60))
    qtbot.mouseMove(track, at(75))
    qtbot.mouseRelease(track, LEFT, pos=at(75))
    assert heard == [("moved", 60), ("moved", 75), ("settled", 75)]


def test_grabbing_the_handle_off_centre_moves_nothing(track, heard, qtbot):
    qtbot.mousePress(track, LEFT, pos=at(54))
    assert track.value() == 50
    qtbot.mouseMove(track, at(64))
    assert heard == [("moved", 60)]
    qtbot.mouseRelease(track, LEFT, pos=at(64))


def test_beyond_the_ends_is_the_end(track, heard, qtbot):
    qtbot.mousePress(track, LEFT, pos=at(50))
    qtbot.mouseMove(track, at(400))
    assert track.value() == 100
    qtbot.mouseMove(track, at(-400))
    assert track.value() == 0
    qtbot.mouseRelease(track, LEFT, pos=at(-400))


def test_double_click_goes_to_the_default(track, heard, qtbot):
    qtbot.mouseDClick(track, LEFT, pos=at(50))
    assert track.value() == 30
    assert ("settled", 30) in heard


def test_right_button_does_nothing(track, heard, qtbot):
    qtbot.mouseClick(track, Qt.MouseButton.RightButton, pos=at(80))
    assert heard == []
    assert track.value() == 50


@pytest.mark.parametrize(
    ("key", "value"),
    [(Qt.Key.Key_Right, 51), (Qt.Key.Key_Left, 49), (Qt.Key.Key_Home, 0), (Qt.Key.Key_End, 100)],
)
def test_keys_move_and_settle(track, heard, qtbot, key, value):
    qtbot.keyClick(track, key)
    assert heard == [("moved", value), ("settled", value)]


def test_key_at_the_end_reports_nothing(track, heard, qtbot):
    track.setValue(100)
    qtbot.keyClick(track, Qt.Key.Key_Right)
    assert heard == []


def test_wheel_moves_one_step_a_notch(track, heard):
    roll(track, 1)
    roll(track, -1)
    assert heard == [("moved", 51), ("settled", 51), ("moved", 50), ("settled", 50)]


def colour_at(track, value, y=10):
    return track.grab().toImage().pixelColor(7 + value, y).name().upper()


def test_groove_is_filled_from_the_left(track):
    assert colour_at(track, 20) == LIGHT.accent
    assert colour_at(track, 80) == LIGHT.line


def test_groove_is_filled_from_the_origin(track):
    track.set_origin(70)
    assert colour_at(track, 20) == LIGHT.line
    assert colour_at(track, 60) == LIGHT.accent
    assert colour_at(track, 80) == LIGHT.line


def test_default_is_marked_beside_the_groove(track):
    assert colour_at(track, 30, y=6) == LIGHT.text3
    track.set_default(None)
    assert colour_at(track, 30, y=6) != LIGHT.text3


def test_disabled_track_has_no_accent(track):
    track.setEnabled(False)
    assert colour_at(track, 20) == LIGHT.control


def test_band_is_shaded_behind_the_groove(track):
    track.setValue(0)
    plain = colour_at(track, 95, y=5)
    track.set_band((60.0, 80.5))
    assert colour_at(track, 70, y=5) != plain
    assert colour_at(track, 70) == LIGHT.line
    assert colour_at(track, 50, y=5) == colour_at(track, 90, y=5) == plain
    track.set_band(None)
    assert colour_at(track, 70, y=5) == plain


def test_wheel_may_be_left_to_what_scrolls(track, heard):
    track.clearFocus()
    track.set_turned(False)
    roll(track, 1)
    assert heard == []
    track.set_turned(True)
    roll(track, 1)
    assert heard[0] == ("moved", 51)
