"""Histograms filled and outlined."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from genplay.ui.tabs.autoregressive.anomaly.histograms import Row, ScoreHistograms, row_words

BLUE, ORANGE, ACCENT = "#1c5fc0", "#b54708", "#5a42cf"
EDGES = np.linspace(0, 100, 51)
DIGITS = np.where(np.arange(50) < 20, 0.05, 0.0)
STRANGE = np.where(np.arange(50) >= 30, 0.05, 0.0)


@pytest.fixture
def histograms(show):
    widget = ScoreHistograms()
    rows = [Row(name, DIGITS, STRANGE, 50.0, row_words(20.0, 80.0, 50.0)) for name in ("NADE", "AR-8")]
    widget.set_rows(rows, EDGES)
    show(widget, 400, 240).clearFocus()
    return widget


def colours(histograms, look, index, x):
    box, picture = histograms.row_box(index), look(histograms)
    return [picture(x, y) for y in range(round(box.top()), round(box.bottom()))]


@pytest.mark.parametrize("index", [0, 1])
def test_digits_are_filled_and_the_set_is_outlined(histograms, look, index):
    filled, outlined = colours(histograms, look, index, 45), colours(histograms, look, index, 349)
    assert filled.count(BLUE) == 2
    assert filled.count(filled[-5]) > len(filled) / 2  # the pale body below the edge
    assert filled[-5] not in outlined
    assert outlined[0] != outlined[10]  # a line at the top, nothing below it
    assert set(outlined[5:-3]) == {outlined[10]}


def test_the_drawing_is_a_line_with_a_triangle(histograms, look):
    assert colours(histograms, look, 0, 200).count(ACCENT) > 50
    box, picture = histograms.row_box(0), look(histograms)
    wide = [sum(picture(x, box.top() + y) == ACCENT for x in range(190, 210)) for y in (2, 40)]
    assert wide[0] > wide[1]


def test_a_mark_beyond_the_axis_stays_at_its_end(histograms, look):
    histograms.set_rows([Row("NADE", DIGITS, STRANGE, 500.0, [])], EDGES)
    assert histograms.x_of(500.0) == 400
    assert ACCENT in colours(histograms, look, 0, 395)


def test_what_is_beyond_the_axis_is_said_there(histograms, look):
    histograms.set_rows([Row("NADE", DIGITS, STRANGE, None, [], beyond=("", "12 % beyond"))], EDGES)
    box, picture = histograms.row_box(0), look(histograms)
    middle = round(box.center().y())
    said = {picture(x, y) for x in range(330, 390) for y in range(middle - 5, middle + 5)}
    assert len(said) > 3
    assert "12 % beyond" in histograms.accessibleDescription()


def test_a_threshold_tints_what_it_flags(histograms, look):
    before = colours(histograms, look, 0, 250)[20]
    histograms.set_thresholds([60.0, None])
    assert colours(histograms, look, 0, 250)[20] != before
    assert colours(histograms, look, 0, 230)[20] == before
    assert colours(histograms, look, 1, 250)[20] == before


def test_the_pointer_reads_a_score_and_leaving_forgets_it(histograms, qtbot, leave):
    told = []
    qtbot.mouseMove(histograms, QPoint(10, 50))
    histograms.hovered.connect(told.append)
    qtbot.mouseMove(histograms, QPoint(100, 60))
    leave(histograms)
    assert told == [pytest.approx(25), None]


def test_the_keyboard_moves_the_threshold_by_a_bin(histograms, qtbot):
    told = []
    histograms.hovered.connect(told.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Escape, Qt.Key.Key_Escape):
        qtbot.keyClick(histograms, key)
    assert told == [pytest.approx(52), pytest.approx(54), pytest.approx(52), None]


def test_a_row_that_waits_says_so_and_shows_how_far_it_is(show, look):
    widget = ScoreHistograms()
    nothing = np.zeros(50)
    widget.set_rows([Row("NADE", nothing, nothing, None, [], "Loading NADE", 0.0)], EDGES)
    show(widget, 400, 120).clearFocus()
    assert ACCENT not in {look(widget)(x, y) for x in range(0, 400, 3) for y in range(120)}
    widget.set_rows([Row("NADE", DIGITS, nothing, None, [], "4 of 8 pictures", 0.5)], EDGES)
    base = round(widget.row_box(0).bottom())
    assert [look(widget)(x, base) == ACCENT for x in (100, 300)] == [True, False]


def test_it_is_told_to_those_who_do_not_see(histograms):
    assert histograms.accessibleDescription() == "NADE, 20.00, 80.00, 50.00; AR-8, 20.00, 80.00, 50.00"


def test_unknown_means_are_left_out():
    assert row_words(float("nan"), float("nan"), None) == []
    assert row_words(-1.5, 2.0, None) == [("digits", "−1.50"), ("set", "2.00")]


def test_nothing_to_show_is_nothing(show, qtbot):
    empty = show(ScoreHistograms(), 300, 200)
    qtbot.keyClick(empty, Qt.Key.Key_Right)
    assert empty.grab().width() == 300
