"""The rows of the attributes: a group of which one holds, or a switch, each with what D reads."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout

from genplay.ui import theme
from genplay.ui.tabs.stargan import words
from genplay.ui.tabs.stargan.has_mark import HasMark
from genplay.ui.tabs.stargan.reading_bar import ReadingBar
from genplay.ui.widgets.buttons import IconButton
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.segmented import Segmented
from genplay.ui.widgets.toggle import Toggle
from genplay.ui.widgets.words import label

HAS, SHALL, RESET = 22, 114, 22
"""Widths of the columns at 100 %; the reading, before the last one, has what is left."""
_ROW, _PIECE, _SMALL, _SWITCH = 28, 26, 20, 42  # px at 100 %: a row, a piece, a small button, a switch


class Row(Dressed):
    """What groups and switches have in common.

    Args:
        numbers: The attributes, by number.
        names: Theirs, in words.
    """

    toggled = Signal(int)
    corrected = Signal(int)
    reset_pressed = Signal(int)

    def __init__(self, numbers: Sequence[int], names: Sequence[str]) -> None:
        super().__init__()
        self.numbers = tuple(numbers)
        self.marks = [HasMark(name) for name in names]
        self.bars = [ReadingBar(name) for name in names]
        self.back = IconButton("reset", self.tr("Back to the face’s own"), _SMALL, _SMALL)
        kept = self.back.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.back.setSizePolicy(kept)
        self.back.hide()
        self.back.clicked.connect(lambda: self.reset_pressed.emit(self.numbers[0]))
        for number, mark in zip(self.numbers, self.marks, strict=True):
            mark.clicked.connect(lambda _=False, number=number: self.corrected.emit(number))

    def show_own(self, own: Sequence[float], read: Sequence[float], target: Sequence[float]) -> None:
        """Show what the face has, as it is said and as D reads, and whether the target is another."""
        for number, mark in zip(self.numbers, self.marks, strict=True):
            mark.show_own(has=own[number] > 0.5, corrected=own[number] != read[number])
        differs = any(own[number] != target[number] for number in self.numbers)
        self.back.setVisible(differs)

    def show_target(self, target: Sequence[float]) -> None:
        """Show what the face shall have."""
        raise NotImplementedError

    def high(self) -> int:
        """Return how high the row is in the theme of now."""
        raise NotImplementedError

    def show_reading(self, before: Sequence[float] | None, after: Sequence[float] | None) -> None:
        """Show what D reads, in the face and in the edited one; None where it is not known."""
        for number, bar in zip(self.numbers, self.bars, strict=True):
            bar.set_reading(_of(before, number), _of(after, number))

    def _restyle(self) -> None:
        raise NotImplementedError


class GroupRow(Row):
    """Attributes of which exactly one holds.

    Args:
        numbers: The attributes, by number.
        names: Theirs, in words.
        title: What they are together.
        pieces: What each is called below that title.
    """

    def __init__(
        self, numbers: Sequence[int], names: Sequence[str], title: str, pieces: Sequence[str]
    ) -> None:
        super().__init__(numbers, names)
        self.choice = Segmented(column=True, least=SHALL - 10)
        self.choice.setAccessibleName(title)
        self.choice.set_choices([(str(number), piece) for number, piece in zip(numbers, pieces, strict=True)])
        members = zip(numbers, names, strict=True)
        self.choice.set_tips({str(number): words.keyed(name, number) for number, name in members})
        self.choice.chosen.connect(lambda name: self.toggled.emit(int(name)))
        self._grid = QGridLayout(self)
        self._grid.addWidget(label("caption", title), 0, 1)
        self._grid.addWidget(self.back, 0, 3)
        for at, (mark, bar) in enumerate(zip(self.marks, self.bars, strict=True), 1):
            self._grid.addWidget(mark, at, 0)
            self._grid.addWidget(bar, at, 2)
        self._grid.addWidget(self.choice, 1, 1, len(self.marks), 1)
        self._restyle()

    def show_target(self, target: Sequence[float]) -> None:
        """Show which one shall hold: the most, where the target is between."""
        self.choice.set_current(str(max(self.numbers, key=lambda number: target[number])))

    def high(self) -> int:
        """Return how high title and pieces are."""
        now = theme.current()
        return now.px(_SMALL) + now.px(_PIECE) * len(self.marks) + 2 * now.px(2)

    def _restyle(self) -> None:
        now = theme.current()
        arrange(self._grid)
        self._grid.setRowMinimumHeight(0, now.px(_SMALL))
        for at in range(len(self.marks)):
            self._grid.setRowMinimumHeight(at + 1, now.px(_PIECE))
        self.setFixedHeight(self.high())


class SwitchRow(Row):
    """An attribute that excludes no other.

    Args:
        number: The attribute.
        name: Its name in words.
    """

    def __init__(self, number: int, name: str) -> None:
        super().__init__((number,), (name,))
        self._name = name
        self.switch = Toggle(name)
        self.switch.setAccessibleName(name)
        self.switch.setToolTip(words.keyed(name, number))
        self.switch.clicked.connect(lambda: self.toggled.emit(number))
        self._grid = QGridLayout(self)
        for column, widget in enumerate((self.marks[0], self.switch, self.bars[0], self.back)):
            self._grid.addWidget(widget, 0, column)
        self._restyle()

    def show_target(self, target: Sequence[float]) -> None:
        """Show whether it shall hold."""
        self.switch.setChecked(target[self.numbers[0]] > 0.5)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut a long name to its column."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        metrics = self.switch.fontMetrics()
        room = theme.current().px(SHALL - _SWITCH)
        cut = metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, room)
        if cut != self.switch.text():
            self.switch.setText(cut)
            self.switch.updateGeometry()

    def high(self) -> int:
        """Return how high a switch and the air around it are."""
        return theme.current().px(_ROW)

    def _restyle(self) -> None:
        arrange(self._grid)
        self.setFixedHeight(self.high())
        self._cut()


def arrange(grid: QGridLayout) -> None:
    """Give the columns of rows their widths, so that those below each other begin together."""
    now = theme.current()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(now.px(4))
    grid.setVerticalSpacing(0)
    for column, wide in enumerate((HAS, SHALL, 0, RESET)):
        grid.setColumnMinimumWidth(column, now.px(wide))
    grid.setColumnStretch(2, 1)


def _of(shares: Sequence[float] | None, number: int) -> float | None:
    return None if shares is None else float(shares[number])
