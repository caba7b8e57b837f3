"""The page as a whole."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton

from genplay.families.autoregressive import SCORES, SETS
from genplay.ui import theme
from genplay.ui.tabs.autoregressive.anomaly import AnomalyView, words

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(show):
    return show(AnomalyView(), 1084, 540)


def texts(widget):
    return " | ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_every_area_is_that_of_the_answers(view, page):
    shown = page(3)
    view.show_page(shown)
    for model, areas in view.areas.items():
        for name in SETS:
            for score in SCORES:
                assert areas[name, score] == shown.results[model].auc(name, score)
    assert "NADE, Nearly blank, Density: 0.000" in view.table.accessibleDescription()


def test_what_is_still_growing_is_not_shown_as_final(view, page, answer):
    view.show_page(page(2, results={"nade": answer("nade", 0.5), "row_lstm": answer("row_lstm")}))
    assert "NADE, Letters, Density: ≈" in view.table.accessibleDescription()
    assert "Row LSTM, Letters, Density: ≈" not in view.table.accessibleDescription()
    assert "so far" in view.roc.legend.accessibleDescription()


def test_the_blank_page_is_spoken_of(view, page):
    view.show_page(page(1))
    assert "high density does not mean typical" in texts(view)
    view.show_page(page(1, score="typicality"))
    assert "nats away from H" in texts(view)
    assert "Under NADE a blank page" in texts(view)


def test_of_another_set_nothing_is_said_about_the_blank_page(view, page):
    view.show_page(page(2, chosen="letters"))
    assert "blank page" not in texts(view)
    assert "To NADE a picture of the chosen set seems stranger" in texts(view)


def test_the_names_of_pictures_are_translated(view, page, monkeypatch):
    monkeypatch.setattr(words, "picture", lambda name: name.replace("Picture", "그림"))
    view.show_page(page(1))
    assert view.sets._rows[1].tips[2].startswith("그림 0.2")


def test_the_drawing_is_marked_and_named(view, page):
    view.show_page(page(2))
    assert "your drawing" in view._marks.accessibleName()
    assert "70.00" in view.histograms.accessibleDescription()
    view.show_page(page(2, log_probs={}))
    assert "your drawing" not in view._marks.accessibleName()


def test_what_is_awaited_is_said(view, page, answer):
    view.show_page(page(2, results={"nade": None, "row_lstm": None}))
    assert [row.status for row in view.histograms._rows] == ["Loading NADE", "Loading Row LSTM"]
    assert "blank page" not in texts(view)
    view.show_page(page(2, results={"nade": answer("nade", 0.5), "row_lstm": None}))
    assert view.histograms._rows[0].status == "120 of 240 pictures"
    assert "20 test digits" in view._marks.accessibleName()


def test_a_failure_stands_where_the_answer_would(view, page):
    view.show_page(page(1, results={"nade": None}, failures={"nade": "There is no checkpoint."}))
    assert "There is no checkpoint." in texts(view.histograms)
    assert "There is no checkpoint." in view.histograms.accessibleDescription()
    assert not view.histograms._rows[0].status


def test_the_error_that_is_copied_is_that_of_its_row(view, page, qtbot, answer):
    failures = {"nade": "First.", "row_lstm": "Second."}
    view.show_page(page(2, results={"nade": None, "row_lstm": None}, failures=failures))
    buttons = [b for b in view.histograms.findChildren(QToolButton) if b.text() == "Copy details"]
    with qtbot.waitSignal(view.copy_pressed) as told:
        qtbot.mouseClick(buttons[1], LEFT)
    assert told.args == ["row_lstm"]


def test_what_was_found_before_a_stop_stays(view, page, qtbot):
    view.show_page(page(2, done=0.5))
    view.show_page(page(2, done=0.5, stopped=frozenset({"row_lstm"})))
    assert [row.status for row in view.histograms._rows] == ["120 of 240 pictures", "Stopped at 120 of 240"]
    assert view.histograms._rows[1].strange.any()
    (button,) = [b for b in view.histograms.findChildren(QToolButton) if b.isVisible()]
    assert view.histograms.rect().contains(button.geometry().translated(button.parentWidget().pos()))
    with qtbot.waitSignal(view.retry_pressed):
        qtbot.mouseClick(button, LEFT)


def test_answers_that_grow_are_shown_at_a_pace_and_the_last_is_never_lost(view, page, answer, qtbot):
    view.show_page(page(1, results={"nade": answer("nade", 0.1)}))
    for done in np.linspace(0.2, 1, 9):
        view.show_page(page(1, results={"nade": answer("nade", done)}))
    qtbot.waitUntil(lambda: view.histograms._rows[0].status == "")


def test_a_model_that_failed_does_not_hurry_the_others(view, page, answer, qtbot):
    failures = {"nade": "There is no checkpoint."}

    def grown(done):
        return page(2, results={"nade": None, "row_lstm": answer("row_lstm", done)}, failures=failures)

    view.show_page(grown(0.1))
    view.show_page(grown(0.2))
    view.show_page(grown(0.5))
    assert view.histograms._rows[1].status == "48 of 240 pictures"
    qtbot.waitUntil(lambda: view.histograms._rows[1].status == "120 of 240 pictures")


def test_an_awaited_answer_takes_the_older_one_away_at_once(view, page, answer):
    view.show_page(page(1))
    view.show_page(page(1))
    view.show_page(page(1, results={"nade": None}))
    assert "–" in view.roc.legend.accessibleDescription()


def test_a_score_is_chosen_above(view, page, qtbot):
    view.show_page(page())
    button = next(b for b in view.findChildren(QPushButton) if b.text() == "Typicality")
    with qtbot.waitSignal(view.score_chosen) as told:
        qtbot.mouseClick(button, LEFT)
    assert told.args == ["typicality"]


def test_a_set_is_chosen_at_the_left(view, page, qtbot):
    view.show_page(page())
    with qtbot.waitSignal(view.set_chosen) as told:
        qtbot.mouseClick(view.sets, LEFT, pos=QPoint(60, view.sets.row_box(2).center().y()))
    assert told.args == ["letters"]


def test_a_cell_of_the_table_chooses_what_differs(view, page, qtbot):
    view.show_page(page(chosen="letters"))
    told = []
    view.set_chosen.connect(told.append)
    view.score_chosen.connect(told.append)
    qtbot.mouseClick(view.table, LEFT, pos=view.table.cell("letters", 0, "density").center())
    qtbot.mouseClick(view.table, LEFT, pos=view.table.cell("letters", 0, "complexity").center())
    qtbot.mouseClick(view.table, LEFT, pos=view.table.cell("noise", 1, "typicality").center())
    assert told == ["complexity", "noise", "typicality"]


def test_the_drawing_is_in_the_legend_of_a_narrow_page_too(view, page, qapp):
    view.show_page(page(2))
    high = view._marks.height()
    view.resize(780, 420)
    view.layout().activate()
    qapp.processEvents()
    assert view._marks.height() == 2 * high


@pytest.mark.parametrize(("row", "name"), [(0, "digits"), (3, "noise")])
def test_a_picture_is_handed_out_as_a_drawing(view, page, qtbot, row, name):
    shown = page(1)
    view.show_page(shown)
    with qtbot.waitSignal(view.picture_chosen) as told:
        qtbot.mouseClick(view.sets, LEFT, pos=view.sets.picture_box(row, 2).center())
    held = {"digits": shown.results["nade"].digits, **shown.results["nade"].sets}[name]
    assert (told.args[0].flat() == held.bits[2]).all()


def test_a_point_of_the_curves_is_a_threshold_in_the_histograms(view, page, qtbot, leave):
    shown = page(2, chosen="letters")
    view.show_page(shown)
    qtbot.mouseMove(view.roc.plot, QPoint(3, 3))
    qtbot.mouseMove(view.roc.plot, view.roc.plot.spot(0.25, 0.5).toPoint())
    thresholds = view.histograms._thresholds
    assert len(thresholds) == 2
    for model, threshold in zip(shown.results, thresholds, strict=True):
        assert (shown.ordinary(model) >= threshold).mean() <= 0.26
    assert "nats" in view.roc.legend.accessibleDescription()
    leave(view.roc.plot)
    assert view.histograms._thresholds == [None, None]
    assert "nats" not in view.roc.legend.accessibleDescription()


def test_a_score_under_the_pointer_is_a_point_on_every_curve(view, page, qtbot):
    view.show_page(page(2, chosen="letters"))
    qtbot.mouseMove(view.histograms, QPoint(3, 60))
    qtbot.mouseMove(view.histograms, QPoint(view.histograms.width() // 2, 60))
    assert "digits" in view.roc.legend.accessibleDescription()
    assert view.roc.plot.accessibleDescription().count("%") == 2


SIZES = [(1084, 540, 1.0), (1700, 860, 1.0), (1626, 810, 1.5), (720, 380, 1.0), (1094, 570, 1.5)]


@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
@pytest.mark.parametrize("models", [1, 2, 3, 4])
def test_the_parts_fit_into_the_page_and_do_not_overlap(view, page, qapp, width, height, scale, models):
    theme.apply(qapp, theme.Theme(scale=scale))
    view.resize(width, height)
    view.show_page(page(models))
    view.layout().activate()
    qapp.processEvents()
    parts = [view.head, view._left, view.histograms, view.roc, view.table, view._note]
    boxes = [part.geometry() for part in parts if part.isVisible()]
    assert view.size().toTuple() == (width, height)
    for index, box in enumerate(boxes):
        assert view.rect().contains(box), parts[index]
        assert all(not box.intersects(other) for other in boxes[:index])
    assert view.table.isVisible() == (height / scale >= 540)


def test_nothing_to_show_yet_is_no_fault(view):
    assert view.grab().width() == 1084


def test_it_follows_the_theme(view, page, qapp):
    view.show_page(page(4))
    for name in ("dark", "contrast"):
        theme.apply(qapp, theme.Theme(name, 1.5))
        assert view.grab().height() == view.height()
