"""The anomaly page in the window: real gestures, made-up answers."""

import csv
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QPushButton

from genplay.engine.worker import Failure
from genplay.families.autoregressive import SCORES, SETS, Anomaly
from genplay.ui.tabs.autoregressive.words import measured
from genplay.ui.widgets.buttons import Chip
from genplay.ui.widgets.spin import Spin


@pytest.fixture
def judge(screen):
    screen.click("Anomaly")
    screen.settle()
    return screen


def asked(screen):
    return [request for request in screen.engine.asked if isinstance(request, Anomaly)]


def test_every_compared_model_is_asked_how_it_reads(judge):
    assert [(request.model, request.reach) for request in asked(judge)] == [
        ("nade", None),
        ("diagonal_bilstm", None),
        ("arn", 8),
    ]
    assert set(judge.tab.judging.results) == {"nade", "diagonal_bilstm", "arn"}


def test_a_model_that_only_bounds_is_not_asked(judge):
    judge.engine.asked.clear()
    judge.stage.edit(replace(judge.state, compared=("ar1", "vae")))
    judge.settle()
    assert [request.model for request in asked(judge)] == ["ar1"]
    assert set(judge.tab.judging.results) == {"ar1"}
    assert {request.model for request in judge.engine.asked} == {"ar1"}


def test_pictures_are_made_from_the_seed_and_undo_takes_it_back(judge):
    seed = judge.one(Spin, "Seed")
    seed.setFocus()
    judge.engine.asked.clear()
    QTest.keyClick(seed, Qt.Key.Key_Up)
    QTest.keyClick(seed, Qt.Key.Key_Up)
    judge.settle()
    assert judge.state.seed == 2
    assert [request.seed for request in asked(judge)][-3:] == [2, 2, 2]
    assert {result.seed for result in judge.tab.judging.results.values()} == {2}
    judge.key("Ctrl+Z")
    judge.settle()
    assert (judge.state.seed, seed.value()) == (0, 0)
    assert {result.seed for result in judge.tab.judging.results.values()} == {0}


def test_drawing_on_asks_nothing_about_the_sets(judge):
    judge.engine.asked.clear()
    judge.key("N")
    judge.settle()
    assert asked(judge) == []


def test_the_head_of_a_row_says_how_good_the_model_is(judge):
    histograms = judge.tab.judging.sheet.view.histograms
    scored = replace(judge.tab.comparing.results["nade"], measured=(88.3, "the test split", None))
    judge.tab.show_result("score/nade", scored)
    judge.until(lambda: judge.tab.judging.settled)
    heads = [histograms.row_box(index).topLeft().toPoint() - QPoint(-5, 5) for index in (0, 1)]
    assert "The paper" in measured(scored)
    assert [histograms.tip_at(head) for head in heads] == [measured(scored), ""]
    assert histograms.tip_at(histograms.row_box(0).center().toPoint()) == ""


def test_the_score_is_chosen_by_its_button_and_undo_takes_it_back(judge):
    judge.click("Typicality", QPushButton)
    assert judge.state.anomaly_score == "typicality"
    judge.key("Ctrl+Z")
    assert judge.state.anomaly_score == "density"


def test_sets_looked_at_in_a_row_are_one_step_back(judge):
    for name in ("letters", "noise", "letters"):
        judge.tab.judging.sheet.view.sets.set_chosen.emit(name)
    assert judge.state.anomaly_set == "letters"
    judge.key("Ctrl+Z")
    assert judge.state.anomaly_set == "blank"


def test_the_score_of_an_older_drawing_marks_nothing(judge):
    view = judge.tab.judging.sheet.view
    assert all(row.mark is not None for row in view.histograms._rows)
    judge.engine.hold()
    judge.key("N")
    assert all(row.mark is None for row in view.histograms._rows)
    judge.engine.release()
    judge.settle()
    assert all(row.mark is not None for row in view.histograms._rows)


def test_a_picture_of_a_set_becomes_the_drawing(judge):
    with_pictures = judge.tab.judging.sheet.view.sets
    first = judge.tab.judging.results["nade"].sets["letters"].bits[1]
    with_pictures.picture_chosen.emit("letters", 1)
    assert (judge.state.drawing.flat() == first).all()


def test_a_model_more_is_asked_too(judge):
    judge.click("Row LSTM", Chip)
    judge.settle()
    assert asked(judge)[-1].model == "row_lstm"
    assert len(judge.tab.judging.results) == 4


def test_a_failure_is_said_in_its_histogram(judge):
    judge.engine.error = ValueError("broken")
    judge.click("Row LSTM", Chip)
    judge.settle()
    assert "row_lstm" not in judge.tab.judging.results
    judge.engine.error = None
    judge.stage.retry()
    judge.settle()
    assert "row_lstm" in judge.tab.judging.results


def test_an_error_can_be_read_copied_and_tried_again(judge):
    judge.engine.error = ValueError("broken")
    judge.click("Row LSTM", Chip)
    judge.settle()
    assert any("broken" in said for said in judge.texts())
    copy = judge.all(QAbstractButton, "Copy details")[-1]  # the score of the drawing has failed too
    QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert "ValueError: broken" in QGuiApplication.clipboard().text()
    judge.engine.error = None
    QTest.mouseClick(judge.all(QAbstractButton, "Try again")[-1], Qt.MouseButton.LeftButton)
    judge.settle()
    assert "row_lstm" in judge.tab.judging.results
    assert not judge.all(QAbstractButton, "Try again")


def test_a_model_that_could_not_be_loaded_is_loaded_again(judge):
    told = []
    judge.stage.retrying.connect(lambda: told.append(True))
    judge.tab.show_failure("anomaly/nade", Failure.of(ValueError("broken")))
    judge.click("Try again")
    judge.settle()
    assert told == [True]


def test_stop_says_so_and_going_on_asks_for_the_rest(screen):
    screen.engine.hold()
    screen.click("Anomaly")
    screen.until(lambda: screen.stage.late)
    screen.stage.stop()
    screen.engine.release()
    rows = screen.tab.judging.sheet.view.histograms
    assert {row.status for row in rows._rows} == {"Stopped"}
    buttons = screen.all(QAbstractButton, "Go on")
    assert len(buttons) == 3
    QTest.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    screen.settle()
    assert {row.status for row in rows._rows} == {""}
    assert not screen.all(QAbstractButton, "Go on")
    assert len(screen.tab.judging.results) == 3


def test_an_answer_that_is_complete_is_not_stopped(judge):
    judge.tab.show_stopped("anomaly/nade")
    assert not judge.all(QAbstractButton, "Go on")


def test_the_scores_are_exported(judge, monkeypatch, tmp_path):
    target = tmp_path / "scores.csv"
    offered = []

    def dialog(_parent, _title, name, _kinds):
        offered.append(name)
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", dialog)
    judge.key("Ctrl+E")
    assert offered == ["scores.csv"]
    assert judge.window.commands.action("autoregressive.save_trace").text() == "Export the numbers as CSV…"
    with target.open(newline="", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert {row["set"] for row in rows} >= set(SETS)
    assert set(SCORES) <= set(rows[0])


def test_back_to_one_model_and_here_again(judge):
    judge.click("Anomaly")
    judge.settle()
    assert judge.state.page == "one"
    judge.key("Ctrl+Shift+A")
    judge.settle()
    assert judge.state.page == "anomaly"
    assert len(judge.tab.judging.results) == 3
