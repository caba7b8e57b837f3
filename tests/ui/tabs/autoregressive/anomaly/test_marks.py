"""Shapes besides colours."""

import pytest
from PySide6.QtCore import Qt

from genplay.ui import theme
from genplay.ui.tabs.autoregressive.anomaly.marks import Marks, model_pen

ENTRIES = [("digits", "test digits"), ("set", "Letters"), ("drawing", "your drawing")]


def test_no_two_of_four_models_have_the_same_dashes():
    pens = [model_pen(theme.current(), index) for index in range(4)]
    assert len({tuple(pen.dashPattern()) for pen in pens}) == 4
    assert pens[0].style() == Qt.PenStyle.SolidLine


def test_a_fifth_begins_again():
    assert model_pen(theme.current(), 4) == model_pen(theme.current(), 0)


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_dashes_grow_with_the_interface(scale):
    pen = model_pen(theme.Theme(scale=scale), 1)
    assert [length * pen.widthF() for length in pen.dashPattern()] == pytest.approx([6 * scale, 3 * scale])


def test_the_legend_draws_filled_outlined_and_pointed(show, look):
    marks = Marks()
    marks.set_entries(ENTRIES)
    show(marks, 400, 16)
    picture = look(marks)
    blue = [picture(5, y) for y in range(16)]
    assert "#1c5fc0" in blue
    assert len(set(blue)) >= 3  # an edge and a paler body
    assert "#5a42cf" in {picture(x, y) for x in range(400) for y in range(16)}
    assert marks.accessibleName() == "test digits, Letters, your drawing"


def test_what_does_not_fit_stands_in_a_line_below(show, look):
    marks = Marks()
    marks.set_entries(ENTRIES)
    width = marks.sizeHint().width() - 20
    assert marks.heightForWidth(width) == 2 * marks.heightForWidth(width + 20)
    show(marks, width, marks.heightForWidth(width))
    picture = look(marks)
    lines = [{picture(x, y) for x in range(width) for y in range(top, top + 16)} for top in (0, 16)]
    assert ["#5a42cf" in line for line in lines] == [False, True]
