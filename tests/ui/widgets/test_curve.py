import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication, QWidget

from genplay.ui import theme
from genplay.ui.widgets.curve import RunningSum

BLUE, ACCENT, LINE = "#1c5fc0", "#5a42cf", "#dde1e9"
SUMS = -np.linspace(0, 80, 785)


@pytest.fixture
def curve(show):
    widget = RunningSum()
    widget.set_axes(784, -120)
    widget.set_curves([("NADE", SUMS, "blue", False), ("AR-1", 1.4 * SUMS, "text2", True)])
    return show(widget)


def place(curve, step, value=0.0):
    """Where a step and a sum are, in the widget's coordinates."""
    return curve.mapFromScene(curve.getPlotItem().getViewBox().mapViewToScene(QPointF(step, value)))


def has(curve, look, colour, centre, reach=3):
    picture = look(curve)
    spots = [
        (centre.x() + dx, centre.y() + dy)
        for dx in range(-reach, reach + 1)
        for dy in range(-reach, reach + 1)
    ]
    return any(picture(*spot) == colour for spot in spots)


def test_the_curve_runs_through_its_values(curve, look):
    for step in (100, 392, 700):
        assert has(curve, look, BLUE, place(curve, step, SUMS[step]))
        assert not has(curve, look, BLUE, place(curve, step, SUMS[step] - 30))


def test_the_grid_is_horizontal_only_and_below_the_curve(curve, look):
    picture, level = look(curve), place(curve, 300, -80.0).y()
    rows = [sum(picture(x, level + dy) == LINE for x in range(60, 400)) for dy in (-1, 0, 1)]
    assert max(rows) > 250
    column = place(curve, 196).x()
    assert sum(picture(column, y) == LINE for y in range(10, 80)) <= 4


def test_a_curve_may_end_early_and_grow(curve, look):
    curve.set_curves([("NADE", SUMS[:200], "blue", False), ("AR-1", SUMS[:0], "text2", True)])
    assert not has(curve, look, BLUE, place(curve, 500, SUMS[500]))
    curve.set_curves([("NADE", SUMS[:600], "blue", False), ("AR-1", SUMS[:0], "text2", True)])
    assert has(curve, look, BLUE, place(curve, 500, SUMS[500]))


def test_curves_of_other_looks_take_the_place_of_the_old(curve, look):
    curve.set_curves([("VAE", SUMS, "orange", False)])
    assert has(curve, look, "#b54708", place(curve, 392, SUMS[392]))
    assert not has(curve, look, BLUE, place(curve, 392, SUMS[392]))


def test_the_cursor_is_a_line_a_circle_and_the_value(curve, look):
    curve.set_cursor(392)
    spot = place(curve, 392, SUMS[392])
    assert has(curve, look, ACCENT, QPoint(spot.x(), spot.y() + 20), 1)
    picture = look(curve)
    assert ACCENT not in {picture(spot.x() + dx, spot.y() + dy) for dx in (-1, 0) for dy in (-1, 0)}
    dark = [
        (x, y)
        for x in range(spot.x() + 8, spot.x() + 60)
        for y in range(0, spot.y())
        if picture(x, y) == "#161b26"
    ]
    assert dark
    curve.set_cursor(None)
    assert not has(curve, look, ACCENT, QPoint(spot.x(), spot.y() + 20), 1)


@pytest.mark.parametrize("step", [0, 5, 392, 770, 784])
def test_the_value_beside_the_cursor_stays_in_the_plot(curve, step):
    curve.set_cursor(step)
    label = curve._marks[0]._value
    box = label.mapRectToScene(label.boundingRect())
    plot = curve.getPlotItem().getViewBox().sceneBoundingRect()
    assert plot.left() <= box.left()
    assert box.right() <= plot.right() + 1
    assert plot.top() - 1 <= box.top()
    assert box.bottom() <= plot.bottom() + 1


def test_a_cursor_beyond_the_curve_has_a_line_and_no_value(curve, look):
    curve.set_curves([("NADE", SUMS[:200], "blue", False), ("AR-1", SUMS[:0], "text2", True)])
    curve.set_cursor(500)
    spot = place(curve, 500, -50)
    assert has(curve, look, ACCENT, spot, 1)
    assert "#161b26" not in {
        look(curve)(x, y) for x in range(spot.x() + 5, spot.x() + 60) for y in range(5, 70)
    }


def test_hovering_reads_and_leaving_forgets(curve, qtbot):
    told = []
    qtbot.mouseMove(curve.viewport(), place(curve, 700, -10))
    curve.hovered.connect(told.append)
    qtbot.mouseMove(curve.viewport(), place(curve, 200, -10))
    qtbot.mouseMove(curve.viewport(), place(curve, 400, -10))
    QApplication.sendEvent(curve, QEvent(QEvent.Type.Leave))
    assert [abs(step - wanted) <= 1 for step, wanted in zip(told, (200, 400), strict=False)] == [True, True]
    assert told[-1] is None


def test_a_click_picks_the_step(curve, qtbot):
    with qtbot.waitSignal(curve.picked) as picked:
        qtbot.mouseClick(curve.viewport(), Qt.MouseButton.LeftButton, pos=place(curve, 392, -10))
    assert abs(picked.args[0] - 392) <= 1


def test_a_click_beside_the_plot_picks_its_end(curve, qtbot):
    picked = []
    curve.picked.connect(picked.append)
    qtbot.mouseClick(curve.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 30))
    qtbot.mouseClick(curve.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(curve.width() - 1, 30))
    assert picked == [0, 784]


def test_the_keyboard_picks_by_steps_and_rows(curve, qtbot):
    picked = []
    curve.picked.connect(picked.append)
    curve.set_cursor(10)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        qtbot.keyClick(curve, key)
    assert picked == [11, 9, 38, 0]


def test_setters_report_nothing(curve, qtbot):
    with qtbot.assertNotEmitted(curve.hovered), qtbot.assertNotEmitted(curve.picked):
        curve.set_cursor(40)
        curve.set_axes(784, -300)
        curve.set_curves([("NADE", SUMS, "blue", False)])


def test_the_lowest_shown_sets_the_axis_where_no_low_is_given(curve):
    curve.set_axes(784)
    low, high = curve.getPlotItem().getViewBox().viewRange()[1]
    assert -140 < low <= -120
    assert high > 0


def test_colours_follow_the_theme(curve, look, qapp):
    theme.apply(qapp, theme.Theme("dark"))
    assert has(curve, look, "#7fb4f8", place(curve, 392, SUMS[392]))


def test_the_sheet_shows_through(qtbot, look):
    sheet = QWidget()
    qtbot.addWidget(sheet)
    sheet.setObjectName("red")
    sheet.setStyleSheet("#red { background: #ff0000; }")
    curve = RunningSum(sheet)
    curve.resize(300, 100)
    sheet.resize(300, 100)
    with qtbot.waitExposed(sheet):
        sheet.show()
    assert look(sheet)(200, 20) == "#ff0000"
