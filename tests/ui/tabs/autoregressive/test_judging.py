"""The anomaly page in the window: real gestures, made-up answers."""

import csv

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton

from genplay.families.autoregressive import SCORES, SETS, Anomaly
from genplay.ui.widgets.buttons import Chip


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


def test_drawing_on_asks_nothing_about_the_sets(judge):
    judge.engine.asked.clear()
    judge.key("N")
    judge.settle()
    assert asked(judge) == []


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


def test_the_scores_are_exported(judge, monkeypatch, tmp_path):
    target = tmp_path / "scores.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    judge.key("Ctrl+E")
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
