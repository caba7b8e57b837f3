import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication

from genplay.ui import theme
from genplay.ui.widgets.plane_view import PlaneView


class Plane(PlaneView):
    def _paint(self, painter, axes, current):
        painter.fillRect(axes.inner, current.color("paper"))


@pytest.fixture
def plane(show):
    return show(Plane((-1, 1, -1, 1), 100))


def test_the_frame_is_outside_the_square(plane, look):
    assert (plane.width(), plane.axes().side) == (102, 100)
    seen = look(plane)
    assert (seen(0, 50), seen(101, 50), seen(50, 0)) == ("#848da0",) * 3
    assert seen(1, 1) == seen(100, 100) == "#ffffff"


def test_the_square_stays_a_square_at_the_top_left(plane):
    plane.resize(300, 102)
    assert (plane.axes().side, plane.axes().inner.left()) == (100, 1)


def test_the_values_under_the_pointer_are_told_until_it_leaves(plane, qtbot):
    told = []
    plane.hovered.connect(told.append)
    qtbot.mouseMove(plane, QPoint(10, 10))
    qtbot.mouseMove(plane, QPoint(51, 51))
    assert told[-1] == (pytest.approx(0), pytest.approx(0))
    qtbot.mouseMove(plane, QPoint(0, 0))  # the frame
    qtbot.mouseMove(plane, QPoint(51, 51))
    QApplication.sendEvent(plane, QEvent(QEvent.Type.Leave))
    assert told[-1] is None
    assert len(told) == 5


def test_focus_is_framed_if_it_came_by_the_keyboard(plane, look):
    plane.activateWindow()
    plane.clearFocus()
    plane.setFocus(Qt.FocusReason.MouseFocusReason)
    assert look(plane)(1, 50) == "#ffffff"
    plane.clearFocus()
    plane.setFocus(Qt.FocusReason.TabFocusReason)
    assert look(plane)(1, 50) == "#5a42cf"


def test_words_stand_in_the_middle(plane):
    before = plane.grab().toImage()
    plane.set_words("Reading")
    assert plane.grab().toImage() != before
    plane.set_words("")
    assert plane.grab().toImage() == before


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (2, 9), (5, 5)])
def test_tiny_planes_are_drawn(plane, look, size):
    plane.setMinimumSize(0, 0)
    plane.resize(*size)
    look(plane)


def test_it_grows_with_the_scale(plane, qapp):
    theme.apply(qapp, theme.Theme("dark", 1.5))
    assert plane.sizeHint().width() == 154
