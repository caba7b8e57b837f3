import math

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from genplay.ui import theme
from genplay.ui.theme import LIGHT
from genplay.ui.widgets.buttons import IconButton
from genplay.ui.widgets.latent_slider import LatentSlider, LatentSliders
from genplay.ui.widgets.track import Track

LEFT = Qt.MouseButton.LeftButton
RANKED = [(49 - place, f"{3 - place / 20:.1f} nats") for place in range(50)]


@pytest.fixture
def slider(show):
    widget = LatentSlider(0)
    widget.set_value(-0.637)
    widget.resize(236, 22)
    return show(widget)


@pytest.fixture
def column(show):
    widget = LatentSliders()
    widget.set_dims([(0, ""), (1, "")])
    widget.set_values([-0.637, 0.278])
    return show(widget)


@pytest.fixture
def many(qtbot):
    widget = LatentSliders()
    widget.set_dims(RANKED)
    widget.resize(300, 200)
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def lock(slider):
    return slider.findChild(IconButton)


def track(slider):
    return slider.findChild(Track)


def shown(slider):
    return [label.text() for label in slider.findChildren(QLabel)]


def middle(widget, share=0.5):
    return QPoint(round(share * widget.width()), widget.height() // 2)


def turn(widget, notches):
    """Turn the wheel over a widget as a hand does: what it ignores goes to what it lies in."""
    point = QPointF(widget.mapTo(widget.window(), middle(widget)))
    QTest.wheelEvent(widget.window().windowHandle(), point, QPoint(0, 120 * notches))
    QApplication.processEvents()


def heard(widget):
    reports = []
    widget.moved.connect(lambda *said: reports.append(("moved", *said)))
    widget.settled.connect(lambda *said: reports.append(("settled", *said)))
    widget.lock_toggled.connect(lambda *said: reports.append(("lock", *said)))
    return reports


def test_the_value_has_a_sign_and_three_decimals(slider):
    assert shown(slider) == ["−0.637"]
    slider.set_value(0.2784)
    assert shown(slider) == ["0.278"]
    slider.set_value(-0.0001)
    assert shown(slider) == ["0.000"]


def test_a_drag_is_told_and_settles_once(slider, qtbot):
    reports, groove = heard(slider), track(slider)
    qtbot.mousePress(groove, LEFT, pos=middle(groove, 0.9))
    qtbot.mouseMove(groove, QPoint(groove.width() + 50, 8))
    qtbot.mouseRelease(groove, LEFT, pos=QPoint(groove.width() + 50, 8))
    assert [kind for kind, _ in reports] == ["moved", "moved", "settled"]
    assert reports[-1] == ("settled", pytest.approx(4.0))


@pytest.mark.parametrize(("key", "value"), [("Right", 0.05), ("Left", -0.05), ("Home", -4), ("End", 4)])
def test_keys_move_by_a_twentieth(slider, qtbot, key, value):
    slider.set_value(0)
    qtbot.keyClick(track(slider), getattr(Qt.Key, f"Key_{key}"))
    assert slider.value() == pytest.approx(value)


def test_a_double_click_goes_to_the_default(slider, qtbot):
    slider.set_default(0.512)
    reports = heard(slider)
    qtbot.mouseDClick(track(slider), LEFT, pos=middle(track(slider)))
    assert reports == [("moved", pytest.approx(0.512)), ("settled", pytest.approx(0.512))]


def test_the_lock_is_a_button_that_stays(slider, qtbot):
    reports = heard(slider)
    before = slider.grab().toImage()
    qtbot.mouseClick(lock(slider), LEFT)
    assert slider.locked()
    assert reports == [("lock", True)]
    assert slider.grab().toImage() != before
    qtbot.keyClick(lock(slider), Qt.Key.Key_Space)
    assert reports == [("lock", True), ("lock", False)]


def test_the_lock_says_what_it_does(slider):
    assert lock(slider).accessibleName() == "Lock z₁"
    assert "stays" in lock(slider).toolTip()
    slider.set_locked(True)
    assert lock(slider).toolTip().startswith("z₁ is locked")
    assert lock(slider).isCheckable()


def test_setters_report_nothing(slider):
    reports = heard(slider)
    slider.set_value(1)
    slider.set_locked(True)
    slider.set_posterior((0, 1))
    slider.set_default(2)
    assert reports == []


def band(slider):
    """The columns that are shaded, on a line above the groove."""
    groove = track(slider)
    image = groove.grab().toImage()
    plain = image.pixelColor(groove.width() - 1, 5).name()
    return [x for x in range(groove.width()) if image.pixelColor(x, 5).name() != plain]


def test_one_deviation_of_q_is_shaded(slider):
    slider.set_value(-4)
    slider.set_default(3)
    before = set(band(slider))
    slider.set_posterior((0.5, 0.5))
    shaded = set(band(slider)) - before
    scale = (track(slider).width() - 14) / 8
    assert len(shaded) == pytest.approx(scale, abs=2)
    assert (min(shaded) + max(shaded)) / 2 == pytest.approx(7 + 4.5 * scale, abs=1.5)
    slider.set_posterior(None)
    assert set(band(slider)) == before


@pytest.mark.parametrize(("posterior", "seen"), [((1.0, 1e-9), 3), ((3.9, 2.0), 26), ((9.0, 0.5), 0)])
def test_the_band_is_seen_however_narrow_and_ends_at_the_track(slider, posterior, seen):
    slider.set_value(-4)
    slider.set_default(-4)
    before = set(band(slider))
    slider.set_posterior(posterior)
    assert len(set(band(slider)) - before) == pytest.approx(seen, abs=6 if seen > 3 else 1)


@pytest.mark.parametrize("posterior", [(math.nan, 1.0), (0.0, math.nan), (0.0, math.inf), (0.0, 0.0)])
def test_odd_posteriors_are_drawn(slider, look, posterior):
    slider.set_posterior(posterior)
    look(slider)


def test_q_is_spoken(slider):
    slider.set_posterior((-0.637, 0.023))
    assert track(slider).accessibleDescription() == "q: −0.637 ± 0.023"
    assert track(slider).accessibleName() == "z₁"


def test_it_may_stand_for_another_dimension(slider):
    slider.set_dimension(6, "3.2 nats")
    assert slider.dimension == 6
    assert track(slider).accessibleName() == "z₇"
    assert track(slider).toolTip().startswith("z₇")
    assert lock(slider).accessibleName() == "Lock z₇"


def test_a_column_shows_each_dimensions_own_number(column):
    assert [shown(row) for row in column.rows()] == [["−0.637"], ["0.278"]]
    column.set_dims([(1, "2 nats"), (0, "1 nat")])
    assert [shown(row) for row in column.rows()] == [["0.278"], ["−0.637"]]
    assert [row.dimension for row in column.rows()] == [1, 0]


def test_a_column_tells_which_dimension_was_moved_or_locked(column, qtbot):
    column.set_dims([(1, ""), (0, "")])
    reports = heard(column)
    first = column.rows()[0]
    qtbot.keyClick(track(first), Qt.Key.Key_Right)
    assert reports == [("moved", 1, pytest.approx(0.328)), ("settled",)]
    qtbot.mouseClick(lock(column.rows()[1]), LEFT)
    assert reports[-1] == ("lock", 0, True)


def test_setters_of_a_column_report_nothing(column):
    reports = heard(column)
    column.set_values([1.0, 2.0])
    column.set_locked({1})
    column.set_defaults([0.5, 0.5])
    column.set_posterior([0.0, 0.0], [1.0, 1.0])
    assert reports == []
    assert [row.locked() for row in column.rows()] == [False, True]


def test_all_follows_the_dimensions_to_other_rows(column):
    column.set_values([1.0, 2.0])
    column.set_locked([1])
    column.set_posterior([0.1, 0.2], [1.0, 2.0])
    column.set_defaults([0.3, 0.4])
    column.set_dims([(1, "")])
    (row,) = column.rows()
    assert (row.value(), row.locked()) == (2.0, True)
    assert track(row).accessibleDescription() == "q: 0.200 ± 2.000"
    row.reset()
    assert row.value() == pytest.approx(0.4)


def test_tracks_begin_and_end_below_each_other(many):
    places = {(row.mapTo(many, QPoint()).x() + track(row).x(), track(row).width()) for row in many.rows()}
    assert len(places) == 1


def test_fifty_rows_are_scrolled_and_two_are_not(many, column):
    assert len(many.rows()) == 50
    assert many.verticalScrollBar().maximum() > 0
    assert column.verticalScrollBar().maximum() == 0
    assert column.sizeHint().height() == 46
    assert many.horizontalScrollBar().maximum() == 0


def test_where_it_scrolls_the_wheel_changes_nothing_unless_a_slider_has_the_focus(many, column, qtbot):
    reports = heard(many)
    turn(track(many.rows()[1]), -1)
    assert reports == []
    assert many.verticalScrollBar().value() > 0
    groove = track(many.rows()[5])
    many.activateWindow()
    groove.setFocus()
    qtbot.waitUntil(groove.hasFocus)
    turn(groove, 1)
    assert reports[0][:2] == ("moved", many.rows()[5].dimension)
    reports = heard(column)
    turn(track(column.rows()[0]), 1)
    assert reports


def test_fewer_dimensions_leave_no_rows_behind(many, qtbot):
    sliders = len(many.findChildren(LatentSlider))
    many.set_dims(RANKED[:10])
    assert sum(row.isVisible() for row in many.findChildren(LatentSlider)) == 10
    qtbot.waitUntil(lambda: many.widget().height() <= 300)
    many.set_dims(RANKED)
    assert len(many.findChildren(LatentSlider)) == sliders
    assert all(row.isVisible() for row in many.rows())


def test_no_row_is_ever_a_window_of_its_own(many, qapp):
    many.set_dims([*RANKED, (50, "new")])
    windows = [window for window in qapp.topLevelWidgets() if isinstance(window, LatentSlider)]
    assert windows == []


def test_other_dimensions_are_painted_once_and_all_together(many, qtbot):
    class Paintings(QObject):
        count = 0

        def eventFilter(self, _watched, event):
            self.count += event.type() == QEvent.Type.Paint
            return False

    seen = Paintings()
    many.widget().installEventFilter(seen)
    many.set_dims(RANKED[::-1])
    assert seen.count == 0
    qtbot.waitUntil(lambda: seen.count > 0)
    assert seen.count <= 2


def test_short_vectors_and_none_at_all_are_taken(many, look):
    many.set_values(np.zeros(0))
    many.set_posterior(np.zeros(3), np.ones(3))
    many.set_posterior(None)
    many.set_dims([])
    assert many.rows() == []
    assert many.sizeHint().height() == 0
    look(many)


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_rows_have_their_tokens_at_150_percent(column, qapp, look, name):
    theme.apply(qapp, theme.Theme(name, 1.5))
    column.set_values([-3.0, 3.0])
    column.resize(column.sizeHint())
    assert column.sizeHint().height() == 2 * 30 + 9
    image = column.grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    tokens = theme.current().tokens
    assert {tokens.accent.lower(), tokens.line.lower(), tokens.text.lower()} <= seen


def test_the_sheet_shows_through(qtbot, look):
    sheet = QWidget()
    qtbot.addWidget(sheet)
    sheet.setObjectName("sheet")
    sheet.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = LatentSliders()
    column.setParent(sheet)
    column.set_dims([(0, "")])
    column.setGeometry(10, 10, 236, 60)
    sheet.resize(260, 80)
    sheet.show()
    assert look(sheet)(60, 65) == LIGHT.surface.lower()


@pytest.mark.parametrize("high", [200, 205, 210, 219])
def test_no_row_is_cut_where_there_are_more_than_fit(many, high):
    many.resize(300, high)
    seen = many.viewport().height()
    whole = [row for row in many.rows() if row.geometry().bottom() < seen]
    assert all(row.geometry().top() >= seen for row in many.rows()[len(whole) :])
    assert len(whole) >= 9


def test_the_wheel_scrolls_by_whole_rows(many):
    bar = many.verticalScrollBar()
    bar.triggerAction(bar.SliderAction.SliderSingleStepAdd)
    tops = [row.mapTo(many.viewport(), QPoint(0, 0)).y() for row in many.rows()]
    assert 0 in tops
    assert tops.index(0) == 1
