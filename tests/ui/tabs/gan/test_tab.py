"""The tab in its window's hands: themes, other tabs, sessions and closing while it trains."""

import gc
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest

from genplay.engine import session as sessions
from genplay.families.gan import DATA, GanLive, GanPlan, GanState, Hyper, Setup
from genplay.ui import theme
from genplay.ui.appearance import Appearance
from genplay.ui.main_window import MainWindow
from genplay.ui.settings import Settings
from genplay.ui.tabs.gan import fitting
from genplay.ui.tabs.gan.tab import GanTab
from tests.ui.tabs.desk import answer, press, run
from tests.ui.tabs.gan.staged import LIVE, go_to


def until(qtbot, condition):
    qtbot.waitUntil(condition, timeout=20_000)


def test_each_preset_is_learnt_from_its_tile(stage):
    for name in DATA:
        if name != "drawn":
            run(stage, f"learn_{name}")
            assert stage.tab.page.scene.current.plan.setup.data == name


def test_layers_are_switched_in_the_legend(stage):
    press(stage, "Gradients")
    assert "arrows" not in stage.state.layers
    press(stage, "Gradients")
    assert stage.state.layers[-1] == "arrows"


def test_a_small_surface_is_shown_large_by_a_click(stage):
    QTest.mouseClick(stage.tab.view.surfaces.optimal, Qt.MouseButton.LeftButton)
    assert stage.state.surface == "optimal"


@pytest.mark.parametrize("look", ["dark", "contrast"])
def test_it_trains_on_through_another_look(running, qtbot, qapp, look):
    until(qtbot, running.tab.settled)
    running.tab.page.run.toggle_play()
    until(qtbot, lambda: running.tab.page.scene.step > 20)
    before = running.tab.grab().toImage().pixelColor(4, 4)
    theme.apply(qapp, theme.Theme(look, scale=1.5))
    assert running.tab.grab().toImage().pixelColor(4, 4) != before
    step = running.tab.page.scene.step
    until(qtbot, lambda: running.tab.page.scene.step > step)
    theme.apply(qapp, theme.Theme("light"))
    assert running.tab.page.run.playing
    running.tab.stop()
    until(qtbot, running.tab.settled)


def test_it_trains_on_with_another_preset_and_other_numbers(running, qtbot):
    until(qtbot, running.tab.settled)
    running.tab.page.run.toggle_play()
    until(qtbot, lambda: running.tab.page.scene.step > 10)
    for data in ("grid", "moons", "line"):
        running.tab.learn(data)
        running.tab.page.run.tune_value("batch", 30)
        until(qtbot, lambda: running.tab.page.scene.step > 10)
        assert running.tab.page.scene.current.plan.setup.data == data
    running.tab.stop()
    until(qtbot, running.tab.settled)


def test_a_training_that_is_undone_rests(running, qtbot):
    until(qtbot, running.tab.settled)
    running.tab.page.run.toggle_play()
    until(qtbot, lambda: running.tab.page.scene.step > 10)
    running.undo()
    until(qtbot, running.tab.settled)
    assert running.tab.page.scene.step == 0


def test_a_state_that_plays_goes_on_where_it_is_opened(running, qtbot):
    running.edit(replace(running.state, live=LIVE.playing()), "")
    until(qtbot, lambda: running.tab.page.scene.step > 10)
    assert running.tab.page.run.playing
    running.tab.stop()


def test_a_drawing_without_points_is_answered_by_a_sentence(stage):
    plan = GanPlan.of(Setup(data="drawn"), Hyper())
    stage.edit(GanState(live=GanLive(plan=plan)), "")
    answer(stage)
    assert stage.tab.view.error.isVisible()
    assert "Nothing is drawn yet" in stage.tab.view.error.accessibleDescription()
    run(stage, "learn_ring")
    assert not stage.tab.view.error.isVisible()
    assert stage.tab.page.scene.current is not None


def test_the_curve_is_where_an_earlier_step_is_chosen(stage):
    go_to(stage, 50)
    stage.tab.view.curves.picked.emit(20)
    answer(stage)
    assert stage.tab.page.scene.current.step == 20


class Growing(QObject):
    """Makes the window higher as soon as something in it appears."""

    def __init__(self, tab):
        super().__init__(tab)
        self.tab = tab

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show:
            self.tab.resize(1300, 1000)
        return False


def test_what_appears_may_change_the_room_and_all_fits_what_there_is(stage):
    view = stage.tab.view
    stage.tab.set_projector(True)
    view.setup.installEventFilter(Growing(stage.tab))
    stage.tab.set_projector(False)
    assert stage.tab.height() == 1000
    assert view.field.width() == fitting.fit(view.width(), view.height(), projector=False).field
    for plane in (view.surfaces.learned, view.surfaces.optimal):
        assert plane.width() == plane.height() == view.surfaces.width()


def test_projector_mode_leaves_the_field_and_its_figures(stage):
    view = stage.tab.view
    stage.tab.set_projector(True)
    assert view.field.isVisible()
    assert view.transport.isVisible()
    assert not view.setup.isVisible()
    assert not stage.tab.header.isVisible()
    stage.tab.set_projector(False)
    assert view.setup.isVisible()
    assert stage.tab.header.isVisible()


def test_a_tab_that_is_left_trains_on(running, qtbot):
    until(qtbot, running.tab.settled)
    running.tab.page.run.toggle_play()
    until(qtbot, lambda: running.tab.page.scene.step > 10)
    running.tab.hide()
    before = running.tab.page.scene.step
    until(qtbot, lambda: running.tab.page.scene.step > before + 10)
    running.tab.show()
    assert running.tab.page.run.playing
    running.tab.stop()
    until(qtbot, running.tab.settled)


def test_the_window_answers_in_another_tab_and_closes_while_it_trains(qtbot, qapp, monkeypatch):
    monkeypatch.setattr(gc, "freeze", lambda: None)  # or the window could not be collected
    fresh = sessions.fresh()
    states = {**fresh.states, "gan": GanState(live=LIVE.playing())}
    look = Appearance(qapp, Settings(theme="light"), remember=False)
    window = MainWindow(look, replace(fresh, states=states, tab="gan"))
    try:
        window.show()
        until(qtbot, lambda: isinstance(window.stage.tab, GanTab) and window.stage.tab.page.scene.step > 10)
        trained = window.stage.tab
        window.show_tab("foundations")
        until(qtbot, lambda: window.stage.family.id == "foundations" and not window.stage.busy)
        before = trained.page.scene.step
        until(qtbot, lambda: trained.page.scene.step > before)
        assert trained.page.run.playing
    finally:
        assert window.close()
        window.deleteLater()
