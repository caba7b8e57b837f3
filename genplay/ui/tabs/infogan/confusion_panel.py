"""Below the wall: how well the categories separate the digits, though none was ever named."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from genplay.families.infogan import CATEGORIES, PLAIN, Confusion, in_order
from genplay.ui import text, theme
from genplay.ui.tabs import forged_words
from genplay.ui.tabs.infogan import words
from genplay.ui.tabs.infogan.scene import Scene
from genplay.ui.tabs.memo import Memo
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.heat_map import HeatMap
from genplay.ui.widgets.pixels import levels
from genplay.ui.widgets.words import label, wrapped

_PIXEL, _TABLE = 7, 240  # px at 100 %: a cell, the most that the figures are wide


class ConfusionMap(HeatMap):
    """Category by digit, each row by its own sum."""

    def __init__(self) -> None:
        super().__init__("probability", (CATEGORIES, CATEGORIES), _PIXEL)
        self.confusion: Confusion | None = None
        self.set_title(self.tr("Category against digit"))

    def set_confusion(self, confusion: Confusion | None) -> None:
        """Show the test digits by category and digit, or paper; by root, or mistakes would be white."""
        self.confusion = confusion
        self.set_values(None if confusion is None else levels(np.sqrt(shares(confusion)), 0, 1))

    def told(self, index: int) -> str:
        """Return what a cell says, in words; nothing while nothing is known."""
        if self.confusion is None:
            return ""
        row, digit = divmod(index, CATEGORIES)
        category = in_order(self.confusion.digits)[row]
        count = int(self.confusion.counts[category, digit])
        said = self.tr("c₁ = {category}, digit {digit}: {count}")
        return said.format(count=text.count(count), digit=digit, category=category)

    def _value_text(self, index: int) -> str:
        return self.told(index)


class ConfusionPanel(Dressed):
    """The map, the error, the paper's, the commonest mistake, and how near G's pictures are to real ones."""

    def __init__(self) -> None:
        super().__init__()
        self.map = ConfusionMap()
        self.map.hovered.connect(self._point)
        self._split, self._stacked = label("caption"), False
        self._names = [label("body"), label("body", self.tr("Paper, its own game")), label("body")]
        self._values = [label("value") for _ in self._names]
        self._forged = label("body"), label("value")
        for row, tip in enumerate((words.seeds(), words.game())):
            for widget in (self._names[row], self._values[row]):
                widget.setToolTip(wrapped(tip))
        self._reading = label("caption", words.axes_shortly())
        self._shown = Memo()
        self._arrange()
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show what came with the model."""
        confusion, plain = scene.confusion, scene.state.model == PLAIN
        ledger = scene.plain if plain else scene.ledger
        forged = None if ledger is None else ledger.forged
        if not self._shown.changed(confusion, scene.failures.get("confusion"), plain, forged):
            return
        self.map.set_confusion(confusion)
        self._point(None)
        self._names[0].setText(self.tr("InfoGAN’s error") if plain else self.tr("Error, one-to-one"))
        self._names[2].setText(self.tr("InfoGAN’s mix-up") if plain else self.tr("Largest mix-up"))
        for widget, value in zip(self._values, figures(confusion), strict=True):
            widget.setText(value)
        self._forged[0].setText(self.tr("Plain GAN’s d²") if plain else self.tr("Fréchet d²"))
        self._forged[1].setText(forged_words.figures(forged))
        for widget in self._forged:
            widget.setToolTip(wrapped(forged_words.explanation(forged)))
        self.setToolTip(scene.failures.get("confusion", ""))

    def set_reading(self, *, on: bool) -> None:
        """Say what the axes and shades are, or leave that out."""
        self._reading.setVisible(on)
        self._point(None)

    def set_stacked(self, stacked: bool) -> None:
        """Have the figures below the map, or beside it."""
        way = QBoxLayout.Direction
        self._row.setDirection(way.TopToBottom if stacked else way.LeftToRight)
        place, at = (self._mapped, 1) if stacked else (self._head, 1)
        place.insertWidget(at, self._split, 0, Qt.AlignmentFlag.AlignTop if stacked else Qt.AlignmentFlag(0))
        self._stacked = stacked
        self._restyle()

    def set_pixel(self, pixel: int) -> None:
        """Show cells so large, in px at 100 %."""
        self.map.setFixedSize(self.map.size_for(pixel))

    def _point(self, index: int | None) -> None:
        """Say in the place of the caption what the cell under the pointer is."""
        known = self.map.confusion
        count = "" if known is None else words.test_digits(int(known.counts.sum()))
        self._title.setToolTip(wrapped(f"{words.axes()}\n{count}".rstrip()))
        said = words.axes_briefly() if known is not None and self._reading.isHidden() else count
        self._split.setText(said if index is None else self.map.told(index))

    def _arrange(self) -> None:
        self._head = QHBoxLayout()
        self._title = label("label", self.tr("Category against digit"))
        self._head.addWidget(self._title)
        self._head.addWidget(self._split)
        self._head.addStretch(1)
        self._table = QGridLayout()
        self._table.setContentsMargins(0, 0, 0, 0)
        for row, (name, value) in enumerate(zip(self._names, self._values, strict=True)):
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._table.addWidget(name, row, 0)
            self._table.addWidget(value, row, 1)
        line = QHBoxLayout()
        line.addWidget(self._forged[0])
        line.addStretch(1)
        line.addWidget(self._forged[1])
        self._table.addLayout(line, 3, 0, 1, 2)  # of its own: its figures are wide, and its name is short
        self._table.addWidget(self._reading, 4, 0, 1, 2)
        self._table.setRowStretch(5, 1)
        self._table.setColumnStretch(1, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._mapped = QHBoxLayout()
        self._mapped.addWidget(self.map, 0, Qt.AlignmentFlag.AlignTop)
        self._mapped.addStretch(1)
        self._row.addLayout(self._mapped)
        self._beside = QWidget()
        self._beside.setLayout(self._table)
        self._row.addWidget(self._beside, 100)
        self._row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._head)
        self._column.addLayout(self._row, 1)

    def _restyle(self) -> None:
        now = theme.current()
        self._head.setSpacing(now.px(8))
        self._column.setSpacing(now.px(6))
        self._row.setSpacing(now.px(6 if self._stacked else 12))
        self._mapped.setSpacing(now.px(8))
        self._table.setVerticalSpacing(now.px(2))
        self._beside.setMaximumWidth(now.px(_TABLE))


def shares(confusion: Confusion) -> NDArray[np.float32]:
    """Return how a category's test digits are shared out, (10, 10), rows in the order of the digits."""
    counts = confusion.counts[list(in_order(confusion.digits))]
    return (counts / np.maximum(counts.sum(1, keepdims=True), 1)).astype(np.float32)


def figures(confusion: Confusion | None) -> Sequence[str]:
    """Return the error, the paper's error, and the commonest mistake, in words."""
    paper = words.paper_error()
    if confusion is None:
        return words.UNKNOWN, paper, words.UNKNOWN
    return words.wrong(confusion.error), paper, words.mix_up(confusion)
