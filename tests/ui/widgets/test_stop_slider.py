"""A slider stops at given values; one that lies between them is shown all the same."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from genplay.ui.widgets.stop_slider import StopSlider
from genplay.ui.widgets.track import Track

LEFT = Qt.MouseButton.LeftButton
STOPS = (0, 0.5, 1, 2, 1000)


@pytest.fixture
def slider(show):
    made = StopSlider("β", STOPS, 1)
    made.resize(240, 24)
    return show(made)


@pytest.fixture
def track(slider):
    return slider.findChild(Track)


def words(slider):
    return [label.text() for label in slider.findChildren(QLabel)]


def test_an_arrow_key_goes_to_the_next_stop_however_far_it_is(slider, track, qtbot):
    heard = []
    for _ in range(3):
        with qtbot.waitSignals([slider.moved, slider.settled]):
            QTest.keyClick(track, Qt.Key.Key_Right)
        heard.append(slider.value())
        if slider.value() == STOPS[-1]:
            break
    assert heard == [2, 1000]
    with qtbot.waitSignals([slider.moved, slider.settled]):
        QTest.keyClick(track, Qt.Key.Key_Home)
    assert slider.value() == 0


def test_values_are_written_without_needless_digits(slider):
    for value, written in ((0, "0"), (0.5, "0.5"), (1, "1"), (1000, "1,000")):
        slider.set_value(value)
        assert words(slider) == ["β", written]


def test_a_double_click_goes_back_to_the_default(slider, track):
    QTest.keyClick(track, Qt.Key.Key_End)
    assert (slider.value(), slider.differs()) == (1000, True)
    QTest.mouseDClick(track, LEFT)
    assert (slider.value(), slider.differs()) == (1, False)


def test_a_hand_passes_every_stop(slider, track):
    heard, middle = [], track.height() // 2
    slider.moved.connect(heard.append)
    QTest.mousePress(track, LEFT, pos=QPoint(1, middle))
    for x in range(1, track.width(), 2):
        QTest.mouseMove(track, QPoint(x, middle))
    QTest.mouseRelease(track, LEFT, pos=QPoint(track.width() - 1, middle))
    assert list(dict.fromkeys(heard)) == list(STOPS)


@pytest.mark.parametrize(("value", "stop"), [(-3, 0), (0.2, 0), (0.3, 1), (1.4, 2), (600, 4), (1e6, 4)])
def test_a_value_between_stops_is_shown_in_full_at_the_nearest(slider, track, value, stop):
    slider.set_value(value)
    assert slider.value() == value
    assert track.value() == stop


def test_showing_a_value_is_no_gesture(slider, qtbot):
    with qtbot.assertNotEmitted(slider.moved), qtbot.assertNotEmitted(slider.settled):
        slider.set_value(0.7)
