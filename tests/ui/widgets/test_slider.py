import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from genplay.ui.widgets.slider import Slider
from genplay.ui.widgets.track import Track


@pytest.fixture
def slider(qtbot):
    widget = Slider("Temperature", 0.1, 2.0, 1.0, step=0.05)
    qtbot.addWidget(widget)
    widget.resize(320, 24)
    widget.show()
    return widget


def shown(slider):
    return [label.text() for label in slider.findChildren(QLabel)]


def track(slider):
    return slider.findChild(Track)


def test_name_and_value_are_shown(slider):
    assert shown(slider) == ["Temperature", "1.00"]
    slider.set_value(1.35)
    assert shown(slider)[1] == "1.35"
    assert slider.value() == pytest.approx(1.35)


def test_setting_reports_nothing(slider, qtbot):
    with qtbot.assertNotEmitted(slider.moved), qtbot.assertNotEmitted(slider.settled):
        slider.set_value(0.5)


def test_key_moves_one_step(slider, qtbot):
    with qtbot.waitSignals([slider.moved, slider.settled]):
        qtbot.keyClick(track(slider), Qt.Key.Key_Right)
    assert slider.value() == pytest.approx(1.05)
    assert shown(slider)[1] == "1.05"


def test_drag_to_the_end(slider, qtbot):
    heard = []
    slider.settled.connect(heard.append)
    groove = track(slider)
    middle = groove.height() // 2
    qtbot.mousePress(groove, Qt.MouseButton.LeftButton, pos=QPoint(groove.width() // 2, middle))
    qtbot.mouseMove(groove, QPoint(groove.width() + 50, middle))
    assert heard == []
    qtbot.mouseRelease(groove, Qt.MouseButton.LeftButton, pos=QPoint(groove.width() + 50, middle))
    assert heard == [pytest.approx(2.0)]


def test_reset_brings_the_default_and_is_a_gesture(slider, qtbot):
    slider.set_value(0.5)
    assert slider.differs()
    with qtbot.waitSignal(slider.settled) as signal:
        slider.reset()
    assert signal.args == [pytest.approx(1.0)]
    assert not slider.differs()
    with qtbot.assertNotEmitted(slider.settled):
        slider.reset()


def test_values_beyond_the_ends_stop_there(slider):
    slider.set_value(9)
    assert slider.value() == pytest.approx(2.0)
    slider.set_value(-9)
    assert slider.value() == pytest.approx(0.1)


def test_the_number_beyond_the_ends_is_told_as_it_is(slider, qtbot):
    slider.set_value(9)
    assert shown(slider)[1].startswith("9.00")
    QTest.keyClick(track(slider), Qt.Key.Key_Left)
    assert shown(slider)[1].startswith("1.9")
    slider.set_value(-9)
    assert shown(slider)[1].startswith("−9.00")


def test_step_is_the_last_decimal_unless_said(qtbot):
    slider = Slider("z", -3, 3, 0, decimals=3, unit="nats")
    qtbot.addWidget(slider)
    slider.set_value(-0.637)
    assert shown(slider) == ["z", "−0.637 nats"]
    whole = Slider("Threshold", 1, 255, 128, decimals=0)
    qtbot.addWidget(whole)
    qtbot.keyClick(track(whole), Qt.Key.Key_Left)
    assert whole.value() == 127
    assert shown(whole)[1] == "127"


def test_slider_is_named_for_screen_readers(slider):
    assert track(slider).accessibleName() == "Temperature"
    assert "1.00" in track(slider).toolTip()


def test_a_stride_makes_keys_of_several_steps(qtbot):
    slider = Slider("z", -4, 4, 0, decimals=3, stride=50)
    qtbot.addWidget(slider)
    qtbot.keyClick(track(slider), Qt.Key.Key_Right)
    assert slider.value() == pytest.approx(0.05)
    slider.set_value(0.001)
    assert slider.value() == pytest.approx(0.001)


def test_it_may_be_called_otherwise(slider):
    slider.set_name("Heat")
    assert shown(slider)[0] == "Heat"
    assert track(slider).accessibleName() == "Heat"
    assert track(slider).toolTip().startswith("Heat")


def test_a_label_may_stand_in_for_the_name(qtbot):
    label = QLabel("typeset")
    slider = Slider("z", -4, 4, 0, label=label)
    qtbot.addWidget(slider)
    assert shown(slider)[0] == "typeset"
    assert track(slider).accessibleName() == "z"
    slider.set_name("y")
    assert shown(slider)[0] == "typeset"
    assert track(slider).accessibleName() == "y"


def test_a_band_is_given_in_values(slider):
    plain = track(slider).grab().toImage()
    slider.set_band((1.5, 1.8))
    assert track(slider).grab().toImage() != plain
    slider.set_band(None)
    assert track(slider).grab().toImage() == plain


def test_sliders_below_each_other_begin_together(slider, qtbot):
    other = Slider("T", 0, 1, 0.5)
    qtbot.addWidget(other)
    other.resize(320, 24)
    for one in (slider, other):
        one.align(120)
        one.show()
    qtbot.waitUntil(lambda: track(other).x() == track(slider).x() >= 120)
