"""The right column of every page: the one big number with its unit, and gestures on the samples."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from genplay.ui import theme
from genplay.ui.tabs.autoregressive.score_column import ScoreColumn
from genplay.ui.widgets.sample_grid import SampleGrid

LEFT = Qt.MouseButton.LeftButton


class Column(ScoreColumn):
    """A column with rows and samples below its number."""

    def __init__(self):
        super().__init__()
        self.first, self.second = QLabel("first"), QLabel("second")
        self._arrange((self._title, self._formula, self.first), (self._rows, self.second, self._completions))
        self._restyle()

    def tell(self, title, number):
        self._show_number(title, number)

    def show_samples(self, samples):
        self._completions.show_samples(samples)


@pytest.fixture
def column(show):
    made = show(Column(), 240, 400)
    made.tell("Density score", "−79.31")
    return made


def named(column, words):
    (found,) = [label for label in column.findChildren(QLabel) if label.text() == words]
    return found


def box(column, widget):
    return widget.rect().translated(widget.mapTo(column, QPoint()))


def baseline(column, words):
    widget = named(column, words)
    descent = QFontMetrics(widget.font()).descent()
    return box(column, widget).bottom() - widget.contentsMargins().bottom() - descent


def test_the_number_is_read_out_with_its_title_and_unit(column):
    assert named(column, "−79.31").accessibleName() == "Density score: −79.31 nats"
    column.tell("Score so far", "–")
    assert named(column, "–").accessibleName() == "Score so far: – nats"


def test_the_title_stands_above_the_number_and_all_else_below_it(column):
    title, number = (box(column, named(column, words)) for words in ("Density score", "−79.31"))
    assert title.left() < box(column, column.first).left()
    assert title.bottom() < number.top()
    assert number.bottom() < box(column, column.second).top()
    assert number.right() < box(column, named(column, "nats")).left()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_unit_stands_on_the_numbers_line(column, qapp, scale):
    theme.apply(qapp, theme.Theme("light", scale))
    column.layout().activate()
    assert baseline(column, "nats") == pytest.approx(baseline(column, "−79.31"), abs=1)


def test_the_gaps_follow_the_scale(column, qapp):
    before = column.layout().spacing()
    theme.apply(qapp, theme.Theme("light", 2.0))
    assert column.layout().spacing() == 2 * before > 0


@pytest.mark.parametrize(
    ("words", "signal"), [("Sample again", "sample_pressed"), ("Close", "samples_closed")]
)
def test_the_samples_buttons_are_told(column, qtbot, words, signal):
    (button,) = [b for b in column.findChildren(QPushButton) if b.text() == words]
    with qtbot.waitSignal(getattr(column, signal)):
        QTest.mouseClick(button, LEFT)


def test_the_sample_that_is_taken_is_told(column, scene, qtbot):
    column.show_samples(scene(sample_from=0, sampled=784).samples)
    column.layout().activate()
    grid = column.findChild(SampleGrid)
    with qtbot.waitSignal(column.sample_chosen) as told:
        QTest.mouseClick(grid, LEFT, pos=grid.cell(5).center())
    assert told.args == [5]
