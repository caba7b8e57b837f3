"""The table of two pixels: how often they had each pair of values, with its margins."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from genplay.ui import text, theme
from genplay.ui.tabs.foundations import bayes_words, words
from genplay.ui.tabs.foundations.scene import Scene
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.formula import FormulaLabel
from genplay.ui.widgets.hairline import Hairline
from genplay.ui.widgets.words import label


class JointTable(Dressed):
    """A table of two by two counts, and their sums."""

    def __init__(self) -> None:
        super().__init__()
        self.title = label("label", self.tr("Patches by A and B"))
        self._of = label("caption")
        self._of.setWordWrap(True)
        self._grid = QGridLayout()
        heads = ("", "B = 0", "B = 1", self.tr("sum"))
        for column, head in enumerate(heads):
            self._grid.addWidget(label("caption", head), 0, column, Qt.AlignmentFlag.AlignRight)
        self._cells = [
            [label("label" if column < 2 and row < 2 else "body") for column in range(3)] for row in range(3)
        ]
        for row, name in enumerate(("A = 0", "A = 1", self.tr("sum"))):
            at = row + 1 + (row == 2)
            self._grid.addWidget(label("caption", name), at, 0)
            for column, cell in enumerate(self._cells[row]):
                self._grid.addWidget(cell, at, column + 1, Qt.AlignmentFlag.AlignRight)
        self._grid.addWidget(Hairline(color="control"), 3, 0, 1, 4)
        self._mutual = [label("label") for _ in range(2)]
        self._verdict = label("note")
        self._implied, self._terms = label("caption"), label("caption")
        for said in (self._verdict, self._implied, self._terms):
            said.setWordWrap(True)
        self._arrange()
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show the counts under what is given, and what follows from them."""
        answer = scene.answer
        counts = [[0, 0], [0, 0]] if answer is None else [list(row) for row in answer.table]
        whole = [[*row, sum(row)] for row in counts]
        whole.append([sum(column) for column in zip(*whole, strict=True)])
        for cells, row in zip(self._cells, whole, strict=True):
            for cell, count in zip(cells, row, strict=True):
                cell.setText(words.UNKNOWN if answer is None else text.count(count))
        self._of.setText(bayes_words.known(answer))
        given, average = self._mutual
        given.setText(words.bits(answer.information if answer else None))
        average.setText(words.bits(answer.average if answer else None))
        self._named[0].set_formula("mutual_given" if scene.state.given else "mutual")
        for widget in (self._named[1], average):
            widget.setVisible(bool(scene.state.given))
        self._terms.setText(bayes_words.terms(answer))
        self._verdict.setText(bayes_words.verdict(answer))
        self._implied.setText(bayes_words.implied(scene.state, answer))

    def set_roomy(self, on: bool) -> None:
        """Show the terms and what the arrows say of them, or leave their room."""
        self._terms.setVisible(on)
        self._implied.setVisible(on)

    def _arrange(self) -> None:
        self._info = QGridLayout()
        self._named = FormulaLabel("mutual", "text", 14), FormulaLabel("mutual_c", "text", 14)
        for row, formula in enumerate(self._named):
            self._info.addWidget(formula, 2 * row, 0)
            self._info.addWidget(self._mutual[row], 2 * row, 2, Qt.AlignmentFlag.AlignRight)
        self._info.addWidget(self._terms, 1, 0, 1, 3)
        self._named[1].setToolTip(self.tr("The mean over all values of C, each as often as it occurs"))
        self._info.setColumnStretch(1, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.title)
        self._column.addWidget(self._of)
        self._column.addLayout(self._grid)
        self._column.addWidget(Hairline())
        self._column.addLayout(self._info)
        self._column.addWidget(self._verdict)
        self._column.addWidget(self._implied)
        self._column.addStretch(1)

    def _restyle(self) -> None:
        now = theme.current()
        self._column.setSpacing(now.px(10))
        self._grid.setVerticalSpacing(now.px(6))
        self._grid.setHorizontalSpacing(now.px(14))
        self._info.setVerticalSpacing(now.px(6))
        self._info.setHorizontalSpacing(now.px(8))
