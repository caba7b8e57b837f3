"""A slider that stops at given values only, and shows any other in full."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from genplay.ui.widgets.stop_slider import StopSlider
from genplay.ui.widgets.track import Track

LEFT = Qt.MouseButton.LeftButton
STOPS = (0, 0.5, 1, 2, 10)


@pytest.fixture
def slider(show):
    made = StopSlider("β", STOPS, 1)
    made.resize(240, 24)
    return show(made)


@pytest.fixture
def track(slider):
    return slider.findChild(Track)


def test_it_goes_from_stop_to_stop(slider, track, qtbot):
    with qtbot.waitSignal(slider.moved) as moved, qtbot.waitSignal(slider.settled) as settled:
        QTest.keyClick(track, Qt.Key.Key_Right)
    assert moved.args == settled.args == [2]
    QTest.keyClick(track, Qt.Key.Key_End)
    assert slider.value() == 10
    assert slider.differs()
    QTest.mouseDClick(track, LEFT)
    assert slider.value() == 1


def test_along_a_drag_there_are_stops_only(slider, track):
    seen = []
    slider.moved.connect(seen.append)
    middle = track.height() // 2
    QTest.mousePress(track, LEFT, pos=QPoint(2, middle))
    for x in range(2, track.width(), 3):
        QTest.mouseMove(track, QPoint(x, middle))
    QTest.mouseRelease(track, LEFT, pos=QPoint(track.width() - 1, middle))
    assert set(seen) <= set(STOPS)
    assert seen == sorted(seen)
    assert seen[-1] == 10


@pytest.mark.parametrize(("value", "stop"), [(0.2, 0), (0.3, 1), (1.4, 2), (7, 4), (99, 4)])
def test_a_value_between_stops_is_shown_in_full_at_the_nearest(slider, track, value, stop):
    slider.set_value(value)
    assert slider.value() == value
    assert track.value() == stop
