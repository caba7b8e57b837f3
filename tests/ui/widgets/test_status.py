import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton

from genplay.ui import theme
from genplay.ui.widgets.status import Status


@pytest.fixture
def status(qtbot):
    made = Status()
    made.resize(900, made.height())
    qtbot.addWidget(made)
    made.show()
    return made


def texts(status):
    words = [label.text() for label in status.findChildren(QLabel) if label.isVisible()]
    return [said for said in words if said not in ("●", "|", "")]


def test_before_the_first_answer_it_is_starting(status):
    assert texts(status) == ["Starting"]


def test_it_names_device_time_and_scale(status):
    status.set_device("CPU, 1 thread")
    status.set_seconds(0.00123)
    status.set_scale(1.25)
    assert texts(status) == ["CPU, 1 thread", "1.2 ms", "125 %"]
    status.set_seconds(71.4232)
    assert texts(status) == ["CPU, 1 thread", "71.4 s", "125 %"]
    status.set_seconds(None)
    assert texts(status) == ["CPU, 1 thread", "125 %"]


def test_work_has_a_stop_beside_it(status, qtbot):
    stop = status.findChild(QToolButton)
    assert not stop.isVisible()
    status.set_work("Playing")
    assert "Playing" in texts(status)
    with qtbot.waitSignal(status.stop_pressed):
        QTest.mouseClick(stop, Qt.MouseButton.LeftButton)
    status.set_work("")
    assert not stop.isVisible()
    assert "Playing" not in texts(status)


def test_the_dot_is_green_when_ready_and_follows_the_theme(status, qapp):
    dot = status.findChild(QLabel)
    for name in ("light", "dark"):
        theme.apply(qapp, theme.Theme(name))
        tokens = theme.current().tokens
        status.set_device("")
        assert tokens.text3 in dot.styleSheet()
        status.set_device("CPU")
        assert tokens.good in dot.styleSheet()


def test_the_stop_says_what_it_does(status):
    assert status.findChild(QToolButton).accessibleName() == "Stop the work in progress"
