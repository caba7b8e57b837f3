"""The side-by-side page in the window: real gestures, made-up answers."""

import csv
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QPushButton

from genplay.engine.worker import Failure
from genplay.families.autoregressive import COMPARED, PIXELS, Context, Score
from genplay.families.base import Drawing, Measured
from genplay.families.vae import Evidence
from genplay.ui.tabs.autoregressive import words
from genplay.ui.widgets.buttons import Chip
from genplay.ui.widgets.heat_map import HeatMap
from genplay.ui.widgets.toggle import Toggle

PIXEL = 28 * 14 + 15
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def compare(screen):
    """The page, turned to by its button."""
    screen.click("Compare")
    screen.settle()
    return screen


def asked(screen, kind):
    return [request for request in screen.engine.asked if isinstance(request, kind)]


def columns(screen):
    return [column for column in screen.tab.comparing.view.columns if column.head.isVisible()]


def test_every_compared_model_is_asked_once_and_shown(compare):
    assert {request.model for request in asked(compare, Score)} >= {"nade", "diagonal_bilstm", "arn"}
    assert [column.model for column in columns(compare)] == ["nade", "diagonal_bilstm", "arn"]
    assert {"NADE", "Diagonal BiLSTM", "AR-8"} <= set(compare.texts())
    assert compare.all(HeatMap, "AR-8: surprise")
    score = compare.tab.results["nade"].log_prob
    assert f"{score:.2f}".replace("-", "−") in compare.texts()


def test_the_button_again_turns_back_and_undo_too(compare):
    compare.click("Compare")
    assert compare.state.page == "one"
    compare.settle()
    compare.key("Ctrl+Z")
    assert compare.state.page == "compare"
    compare.key("Ctrl+D")
    assert compare.state.page == "one"


def test_a_chip_adds_a_model_and_takes_it_away(compare):
    compare.click("Row LSTM", Chip)
    compare.settle()
    assert compare.state.compared == ("nade", "row_lstm", "diagonal_bilstm", "arn")
    assert len(columns(compare)) == 4
    compare.click("NADE", Chip)
    assert compare.state.compared == ("row_lstm", "diagonal_bilstm", "arn")
    compare.settle()
    assert len(columns(compare)) == 3


def test_there_is_a_chip_for_every_model_or_a_list_of_them(compare):
    names = {words.short_name(model, compare.state) for model in COMPARED}
    assert {chip.text() for chip in compare.all(Chip)} == names
    assert not compare.all(QAbstractButton, "3 chosen")
    compare.window.resize(960, 720)
    compare.until(lambda: compare.all(QAbstractButton, "3 chosen"))
    assert not compare.all(Chip)


def test_a_vae_beside_them_is_asked_for_its_bound_and_shown_as_one(compare):
    compare.click("VAE", Chip)
    compare.settle()
    drawing = compare.state.drawing
    assert asked(compare, Evidence) == [Evidence("vae", drawing)]
    assert columns(compare)[3].model == "vae"
    nats = compare.tab.comparing._compared.bounds["vae"].bound
    assert f"≥ {nats:.2f}".replace("-", "−") in compare.texts()
    assert "vae" not in compare.tab.results  # which are conditionals: what is exported
    compare.hover(columns(compare)[3].maps["surprise"], PIXEL)
    compare.settle()
    assert {request.model for request in asked(compare, Context)} == {"nade", "diagonal_bilstm", "arn"}
    assert "p –" in compare.texts()
    compare.click("VAE", Chip)
    compare.settle()
    assert "vae" not in compare.tab.comparing._compared.answers
    compare.key("Ctrl+Z")
    compare.settle()
    assert "vae" in compare.tab.comparing._compared.answers


def test_a_newer_drawing_blanks_the_bound_until_it_is_there(compare):
    compare.click("VAE", Chip)
    compare.settle()
    compare.engine.hold()
    compare.stage.edit(replace(compare.state, drawing=compare.state.drawing.flipped(3)))
    compare.until(lambda: "vae" not in compare.tab.comparing._compared.answers)
    assert not any(said.startswith("≥") for said in compare.texts())
    compare.engine.release()
    compare.settle()
    assert compare.tab.comparing._compared.bounds["vae"].drawing == compare.state.drawing


def test_the_last_two_models_stay(compare):
    for name in ("NADE", "AR-8"):
        compare.click(name, Chip)
    assert compare.state.compared == ("diagonal_bilstm", "arn")
    assert compare.toasts == ["Two models are compared at least: add another first."]
    assert compare.one(Chip, "AR-8").isChecked()


def test_what_a_pixel_sees_is_asked_for_the_pixel_pointed_at(compare):
    compare.engine.asked.clear()
    view = columns(compare)[0].maps["surprise"]
    compare.hover(view, PIXEL)
    compare.settle()
    newest = {request.model: request.pixel for request in asked(compare, Context)}
    assert newest == dict.fromkeys(("nade", "diagonal_bilstm", "arn"), PIXEL)
    context = columns(compare)[2].maps["context"]
    before = compare.colour(context, PIXEL - 28)
    assert before != compare.colour(context, PIXEL - 28 * 10)  # it fades
    assert f"Pixel {PIXEL + 1}" in compare.texts()


def test_a_context_of_an_older_drawing_is_not_shown(compare):
    compare.engine.hold()
    compare.stage.edit(replace(compare.state, drawing=compare.state.drawing.flipped(3)))
    assert all(compare.tab.comparing._compared.context(model) is None for model in compare.state.compared)
    compare.engine.release()
    compare.settle()
    assert all(compare.tab.comparing._compared.context(model) is not None for model in compare.state.compared)


def test_drawing_asks_all_models_and_the_numbers_follow(compare):
    before = compare.tab.results["nade"].log_prob
    compare.stroke(30, 40, 50)
    compare.settle()
    assert {request.drawing for request in asked(compare, Score)[-3:]} == {compare.state.drawing}
    assert compare.tab.results["nade"].log_prob != before
    compare.key("Ctrl+Z")
    compare.settle()
    assert compare.tab.results["nade"].log_prob == before


def test_undo_brings_a_row_back(compare):
    before = compare.state.rows
    compare.click("Surprise", Toggle)
    assert compare.state.rows == tuple(row for row in before if row != "surprise")
    compare.key("Ctrl+Z")
    assert compare.state.rows == before
    assert compare.one(Toggle, "Surprise").isChecked()


def test_a_click_on_a_map_moves_the_cursor(compare):
    view = columns(compare)[1].maps["expected"]
    QTest.mouseClick(view, LEFT, pos=compare.at(view, PIXEL))
    assert compare.state.cursor == PIXEL + 1


def test_a_row_is_shown_and_hidden(compare):
    assert not columns(compare)[0].maps["difference"].isVisible()
    compare.click("Difference", Toggle)
    assert compare.state.rows == ("expected", "surprise", "context", "difference")
    compare.settle()
    assert columns(compare)[0].maps["difference"].isVisible()
    compare.click("Surprise", Toggle)
    assert not columns(compare)[0].maps["surprise"].isVisible()


def test_the_best_is_marked_and_the_others_say_how_far_they_are(compare, score):
    best = max(compare.tab.results.values(), key=lambda result: result.log_prob)
    assert "best" in compare.texts()
    assert compare.tab.comparing._compared.best == best.model


def test_a_failure_is_said_where_the_answer_would_have_been(compare):
    compare.engine.error = ValueError("broken")
    compare.stroke(100, 120)
    compare.settle()
    assert not compare.tab.results
    compare.until(lambda: "There is no answer" in compare.texts())
    compare.engine.error = None
    compare.stage.retry()
    compare.settle()
    assert len(compare.tab.results) == 3


def test_what_happened_to_one_model_is_copied_and_the_others_go_on(compare):
    compare.tab.show_failure("score/arn", Failure("It broke.", {}, "whole story of AR-N", True))
    compare.tab.show_failure("score/nade", Failure("It broke.", {}, "whole story of NADE", True))
    for name, model in (("AR-8", "arn"), ("NADE", "nade")):
        (view,) = compare.all(HeatMap, f"{name}: expected ink")
        (copy,) = [b for b in view.findChildren(QPushButton) if b.text() == "Copy details"]
        QTest.mouseClick(copy, LEFT)
        assert QGuiApplication.clipboard().text() == f"whole story of {name.replace('8', 'N')}", model
    QGuiApplication.clipboard().clear()


def test_one_failure_leaves_the_best_of_the_others(compare):
    compare.tab.show_failure("score/nade", Failure("It broke.", {}, "why", True))
    assert compare.tab.comparing._compared.best == "diagonal_bilstm"
    assert "best" in compare.texts()


def test_low_maps_leave_room_for_the_best_and_how_far_the_others_are(compare):
    compare.stage.edit(replace(compare.state, rows=("expected", "surprise", "context", "difference")))
    compare.window.resize(1280, 720)
    compare.settle()
    compare.until(lambda: "best" in compare.texts())
    assert compare.tab.comparing.view.columns[1].head._gap.isVisible()


def test_on_a_large_screen_the_papers_figures_stand_beside_ours(compare):
    for model, result in dict(compare.tab.results).items():
        measured = replace(result, measured=Measured(83.96, "mnist/test"))
        compare.tab.show_result(f"score/{model}", measured)
    for size, told in (((1920, 1080), True), ((960, 640), False)):
        compare.window.resize(*size)
        compare.until(lambda told=told: ("on average −83.96, paper −88.33" in compare.texts()) == told)


def test_without_a_map_the_page_says_how_to_have_one(compare):
    said = "No map is shown: switch one on at the left."
    assert said not in compare.texts()
    compare.stage.edit(replace(compare.state, rows=()))
    compare.until(lambda: said in compare.texts())
    compare.click("Surprise", Toggle)
    compare.until(lambda: said not in compare.texts())


def test_a_high_percentile_is_said_to_mean_simple(compare):
    compare.window.resize(1280, 720)
    warning = "so high a score means simple, not digit-like."
    assert not any(warning in said for said in compare.texts())
    drawing = compare.state.drawing
    compare.stage.edit(replace(compare.state, drawing=Drawing.blank()))
    compare.settle()
    compare.until(lambda: any(warning in said for said in compare.texts()))
    compare.stage.edit(replace(compare.state, drawing=drawing))
    compare.settle()
    compare.until(lambda: not any(warning in said for said in compare.texts()))


def test_nothing_moves_under_the_pen_when_a_note_comes_or_goes(compare):
    compare.window.resize(1280, 720)
    compare.stage.edit(replace(compare.state, drawing=Drawing.blank()))
    compare.settle()
    view = compare.tab.comparing.view
    compare.until(lambda: any("not digit-like" in said for said in compare.texts()))
    side = view.canvas.width()
    ink = np.ones((28, 28), np.uint8)
    view.drawing.drawn.emit(ink, False)
    compare.settle()
    assert compare.tab.results["nade"].percentile < 90
    assert view.canvas.width() == side
    view.drawing.drawn.emit(ink, True)
    compare.settle()
    compare.until(lambda: view.canvas.width() > side)


def test_a_class_reads_larger_scores(compare):
    compare.window.resize(1920, 1080)
    heads = [column.head for column in columns(compare)]
    compare.settle()
    assert {head._score.property("role") for head in heads} == {"number"}
    compare.window.toggle_projector()
    compare.until(lambda: {head._score.property("role") for head in heads} == {"hero"})


def test_of_ar_n_a_flip_tells_what_a_pixel_sees(compare):
    compare.window.resize(1280, 720)
    compare.until(lambda: "gradient of its logit (of AR-8: a flip), log scale" in compare.texts())
    compare.tab.edit(compared=("nade", "ar1", "arn"))
    compare.until(lambda: "gradient of its logit (of AR-1, AR-8: a flip), log scale" in compare.texts())


def test_a_models_words_stand_above_its_own_maps_where_these_are_wide(compare):
    compare.window.resize(1920, 1080)
    compare.settle()
    for column in columns(compare):
        shown = next(view for view in column.maps.values() if view.isVisible())
        assert column.head.width() == column.said.width() == shown.width()


def test_while_an_answer_is_awaited_no_older_number_is_shown(compare):
    compare.engine.hold()
    compare.stage.edit(replace(compare.state, drawing=compare.state.drawing.flipped(3)))
    compare.until(lambda: not compare.tab.results)
    assert compare.texts().count("–") >= 3
    compare.engine.release()
    compare.settle()


def test_the_chain_rule_of_all_models_is_exported(compare, monkeypatch, tmp_path):
    target = tmp_path / "all.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    compare.key("Ctrl+E")
    with target.open(newline="", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == 3 * PIXELS
    assert [row["model"] for row in rows[::PIXELS]] == ["nade", "diagonal_bilstm", "arn"]
    last = float(rows[PIXELS - 1]["running_sum"])
    assert last == pytest.approx(compare.tab.results["nade"].log_prob, abs=1e-5)


def test_a_lead_is_zero_for_the_best_and_adds_up_to_the_gap(compare):
    compared = compare.tab.comparing._compared
    results = compare.tab.results
    for model in compare.state.compared:
        lead = compared.lead(model)
        gap = results[model].log_prob - results[compared.best].log_prob
        assert lead.sum() == pytest.approx(gap)
    assert not np.any(compared.lead(compared.best))
