import itertools

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from genplay.ui import theme
from genplay.ui.widgets.mini import INK, PAPER, UNKNOWN, Mini, MiniRow, paint_cells
from genplay.ui.widgets.pixels import Grid

CELLS = [[PAPER, INK, INK, UNKNOWN], [UNKNOWN] * 4, [UNKNOWN] * 4]


@pytest.fixture
def mini(show):
    widget = Mini()
    widget.set_cells(CELLS)
    return show(widget)


def middle(mini, look, index):
    center = mini.cell_rect(index).center()
    return look(mini)(center.x(), center.y())


@pytest.mark.parametrize("name", ["light", "dark"])
def test_paper_ink_and_unknown_have_their_tokens(mini, look, qapp, name):
    theme.apply(qapp, theme.Theme(name))
    tokens = theme.current().tokens
    seen = [middle(mini, look, index) for index in (0, 1, 3)]
    unknown = tokens.line if name == "dark" else tokens.sunken
    assert seen == [tokens.paper.lower(), tokens.ink.lower(), unknown.lower()]


def test_the_current_cell_is_accent_filled_on_ink_and_outlined_on_paper(mini, look):
    tokens = theme.current().tokens
    mini.set_cells(CELLS, 1)
    assert middle(mini, look, 1) == tokens.accent.lower()
    mini.set_cells(CELLS, 0)
    box = mini.cell_rect(0)
    assert middle(mini, look, 0) == tokens.accent_soft.lower()
    assert look(mini)(box.left() - 1, box.center().y()) == tokens.accent.lower()


def test_unknown_cells_differ_from_paper_where_no_tint_tells_them(mini, look, qapp):
    theme.apply(qapp, theme.Theme("contrast"))
    assert middle(mini, look, 0) != middle(mini, look, 3)


def test_its_size_is_fixed_and_grows_with_the_scale(mini, qapp):
    assert (mini.sizeHint().width(), mini.sizeHint().height()) == (4 * 11 + 2, 3 * 11 + 2)
    theme.apply(qapp, theme.Theme("light", 1.5))
    assert mini.sizeHint().width() == 4 * 16 + 2 * 2


def test_it_can_be_read_aloud(mini):
    assert mini.accessibleDescription() == "0 1 1 ? / ? ? ? ? / ? ? ? ?"


@pytest.mark.parametrize("width", [120, 252, 400])
def test_a_row_fills_the_width_evenly_without_overlap(show, width):
    row = MiniRow()
    row.set_pictures([np.eye(3, 4)] * 7)
    show(row).resize(width, 30)
    boxes = row.boxes()
    assert boxes[0].left() == 0
    assert boxes[-1].right() == width - 1
    gaps = {right.left() - left.right() for left, right in itertools.pairwise(boxes)}
    assert min(gaps) > 0
    assert max(gaps) - min(gaps) <= 1


def test_an_empty_row_draws_nothing(show, look):
    row = show(MiniRow())
    assert row.boxes() == []
    look(row)


@pytest.mark.parametrize("marked", [None, 0, 1, 5])
@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_cells_are_painted_where_the_grid_has_them_for_others_too(qapp, name, marked):
    theme.apply(qapp, theme.Theme(name))
    now, grid, cells = theme.current(), Grid(2, 3, 10, 1), np.array([[PAPER, INK, INK], [PAPER] * 3], np.int8)
    image = QImage(grid.size, QImage.Format.Format_RGB32)
    image.fill(now.color("orange"))
    with QPainter(image) as painter:
        paint_cells(painter, grid, cells, marked, now)
    tones = {INK: ("ink", "accent"), PAPER: ("paper", "accent_soft")}
    for index, cell in enumerate(cells.flat):
        tone = tones[int(cell)][index == marked]
        assert image.pixelColor(grid.cell(index).center()).name() == now.color(tone).name()
    assert now.color("orange").name() not in {
        image.pixelColor(x, y).name()
        for x in range(1, image.width() - 1)
        for y in range(1, image.height() - 1)
    }
