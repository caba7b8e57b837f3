import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QLabel, QWidget

from genplay.ui import theme
from genplay.ui.theme import Theme
from genplay.ui.widgets.buttons import Button, IconButton
from genplay.ui.widgets.spin import Spin
from genplay.ui.widgets.toggle import Toggle
from genplay.ui.widgets.track import Track
from genplay.ui.widgets.transport import SPEEDS, Transport

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def transport(qtbot):
    widget = Transport()
    widget.set_noun("pixel")
    widget.set_position(408, 784)
    widget.resize(1084, 44)
    qtbot.addWidget(widget)
    widget.show()
    return widget


def button(transport, name):
    return next(child for child in transport.findChildren(IconButton) if child.accessibleName() == name)


def track(transport, name):
    return next(child for child in transport.findChildren(Track) if child.accessibleName() == name)


def texts(transport):
    return [
        QTextDocumentFragment.fromHtml(label.text()).toPlainText()
        for label in transport.findChildren(QLabel)
        if label.isVisible()
    ]


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("Back to the start", "reset_pressed"),
        ("Step", "step_pressed"),
        ("Step back", "step_back_pressed"),
    ],
)
def test_buttons_report(transport, qtbot, name, signal):
    with qtbot.waitSignal(getattr(transport, signal)):
        qtbot.mouseClick(button(transport, name), LEFT)
    with qtbot.waitSignal(getattr(transport, signal)):
        qtbot.keyClick(button(transport, name), Qt.Key.Key_Space)


def test_play_asks_for_the_other_state_and_keeps_no_own(transport, qtbot):
    with qtbot.waitSignal(transport.play_toggled) as signal:
        qtbot.mouseClick(button(transport, "Play"), LEFT)
    assert signal.args == [True]
    assert button(transport, "Play")  # still: nobody said that time runs
    transport.set_playing(True)
    with qtbot.waitSignal(transport.play_toggled) as signal:
        qtbot.mouseClick(button(transport, "Pause"), LEFT)
    assert signal.args == [False]


def test_setters_report_nothing(transport):
    heard = []
    for name in ("play_toggled", "speed_chosen", "slow_toggled", "scrubbed"):
        getattr(transport, name).connect(lambda value, name=name: heard.append((name, value)))
    transport.set_playing(True)
    transport.set_position(10, 20)
    transport.set_speed(5)
    transport.set_slow(True)
    assert heard == []


def test_counter_counts_in_tabular_room(transport):
    assert "pixel 408 / 784" in texts(transport)
    counter = next(label for label in transport.findChildren(QLabel) if "784" in label.text())
    width = counter.width()
    transport.set_position(1, 784)
    transport.layout().activate()
    assert "pixel 1 / 784" in texts(transport)
    assert counter.width() == width
    transport.set_position(1200, 10000)
    assert "pixel 1,200 / 10,000" in texts(transport)


def test_scrubbing_follows_the_hand(transport, qtbot):
    scrubber = track(transport, "Position")
    heard = []
    transport.scrubbed.connect(heard.append)
    middle = scrubber.height() // 2
    qtbot.mousePress(scrubber, LEFT, pos=QPoint(scrubber.width() // 2, middle))
    qtbot.mouseMove(scrubber, QPoint(scrubber.width() + 20, middle))
    qtbot.mouseRelease(scrubber, LEFT, pos=QPoint(scrubber.width() + 20, middle))
    assert heard[-1] == 784
    assert "pixel 784 / 784" in texts(transport)


def test_speed_is_named_and_reported_by_its_index(transport, qtbot):
    transport.set_speed(3)
    assert "30/s" in texts(transport)
    with qtbot.waitSignal(transport.speed_chosen) as signal:
        qtbot.keyClick(track(transport, "Speed"), Qt.Key.Key_End)
    assert signal.args == [5]
    assert SPEEDS[5] is None
    assert "all" in texts(transport)


def test_slow_reports_its_state(transport, qtbot):
    with qtbot.waitSignal(transport.slow_toggled) as signal:
        qtbot.mouseClick(transport.findChild(Toggle), LEFT)
    assert signal.args == [True]


def test_order_and_places_are_those_of_the_mock_up(transport):
    middles = {
        name: button(transport, name).geometry().center().x()
        for name in ("Back to the start", "Play", "Step", "Step back")
    }
    assert list(middles.values()) == sorted(middles.values())
    assert middles["Play"] == pytest.approx(240 - 181, abs=2)
    assert middles["Step"] == pytest.approx(277 - 181, abs=2)
    assert button(transport, "Play").width() == 34
    assert track(transport, "Speed").geometry().x() == pytest.approx(337 - 181, abs=3)


def test_what_is_added_stands_at_the_right(transport, qtbot):
    label, seed, action = QLabel("Seed"), Spin(0, 9, digits=1), Button("Complete from here", "primary")
    for widget in (label, seed, action):
        transport.add_right(widget)
    qtbot.waitUntil(lambda: action.geometry().right() == pytest.approx(transport.width() - 9, abs=1))
    to_field = seed.geometry().left() - label.geometry().right()
    to_action = action.geometry().left() - seed.geometry().right()
    assert 0 < to_field < to_action


def test_projector_leaves_out_slow_and_noun(transport, qapp):
    theme.apply(qapp, Theme("light", 1.5, projector=True))
    assert not transport.findChild(Toggle).isVisible()
    assert "408 / 784" in texts(transport)
    assert transport.height() == 54
    theme.apply(qapp, Theme())
    assert transport.findChild(Toggle).isVisible()


def test_every_control_is_named(transport):
    controls = [*transport.findChildren(IconButton), *transport.findChildren(Track)]
    assert all(control.accessibleName() and control.toolTip() for control in controls)
    assert all(isinstance(control, QWidget) for control in controls)


def test_what_time_has_no_use_for_is_left_out(transport):
    transport.set_offered(slow=False, scrubber=False)
    assert not transport.findChild(Toggle).isVisible()
    assert not track(transport, "Position").isVisible()
    transport.set_roomy(False)
    transport.set_roomy(True)
    assert not transport.findChild(Toggle).isVisible()
    transport.set_offered(slow=True, scrubber=True)
    assert transport.findChild(Toggle).isVisible()
    assert track(transport, "Position").isVisible()


def test_in_slow_motion_the_speed_is_that_of_phases(transport):
    transport.set_speed(2)
    transport.set_phases((0.25, 0.5, 0.75, 1.0, 1.5, 2.0))
    assert "15/s" in texts(transport)
    transport.set_slow(True)
    assert "0.75/s" in texts(transport)
    assert track(transport, "Speed").toolTip() == "0.75 phases a second"
    transport.set_speed(5)
    assert "2/s" in texts(transport)
    transport.set_slow(False)
    assert "all" in texts(transport)


def test_the_last_speed_may_be_named_otherwise(transport):
    transport.set_speed(len(SPEEDS) - 1)
    assert "all" in texts(transport)
    transport.set_fastest("max", "As fast as it can")
    assert "max" in texts(transport)
    assert track(transport, "Speed").toolTip() == "As fast as it can"
    transport.set_speed(0)
    assert "1/s" in texts(transport)
