"""What stands above a compared model's maps: its name, its score, and how far it is behind the best."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from genplay.ui import icons, theme
from genplay.ui.tabs.autoregressive import words
from genplay.ui.tabs.autoregressive.compare import answers
from genplay.ui.tabs.autoregressive.compare.answers import Answer
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.words import label, size_of

SCORES = ("number", "label")
"""Roles that a score is written in, the largest first."""
PROJECTED = ("hero", *SCORES)
"""The same, of what a class looks at."""
_UNKNOWN = "–"
_GAP, _TICK, _TICK_GAP = 6, 14, 3  # pixels at 100 %: beside the score, the tick, and beside the tick


class Head(QWidget):
    """Name, score and rank of a model.

    A number that is cut is a wrong number: what stands beside the score leaves first, then its large digits.
    """

    def __init__(self) -> None:
        super().__init__()
        self._name, self._score = label("label"), label(SCORES[0])
        self._mark, self._gap = _Best(), label("loss")
        self._bits, self._rank, self._figures = (label("caption") for _ in range(3))
        self._figures.hide()
        self._leads, self._behind, self._whole = False, False, ""
        self._unanswered = _UNKNOWN
        self._first, second = QHBoxLayout(), QHBoxLayout()
        for row in (self._first, second):
            row.setContentsMargins(0, 0, 0, 0)
        self._first.addWidget(self._score)
        self._first.addStretch(1)
        self._first.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignBottom)
        self._first.addWidget(self._gap, 0, Qt.AlignmentFlag.AlignBottom)
        self._first.setSpacing(0)  # reckoned with in what fits
        second.addWidget(self._bits)
        second.addStretch(1)
        second.addWidget(self._rank)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._name)
        column.addWidget(self._figures)
        column.addLayout(self._first)
        column.addLayout(second)

    def show_model(self, name: str, result: Answer | None, best: Answer | None) -> None:
        """Show a model's score or bound, and how far it is from the best one."""
        self._whole = name
        self._name.setToolTip(f"{name}. {answers.about(result)}" if result else name)
        self._figures.setText(answers.figures(result) if result else "")
        self._show_name()
        self._score.setText(answers.nats(result) if result else _UNKNOWN)
        self._bits.setText(answers.bits(result) if result else self._unanswered)
        self._rank.setText(words.rank(result.percentile if result else None))
        self._leads = result is not None and result is best
        self._behind = result is not None and best is not None and not self._leads
        if result is not None and best is not None:
            self._gap.setText(answers.behind(result, best))
            self._gap.setToolTip(answers.about_behind(result, best))
        self.set_role(self.role(PROJECTED[PROJECTED.index(self._score.property("role")) :]))

    def set_failure(self, sentence: str) -> None:
        """Say that there is no answer, and why where the pointer rests; "" takes it away."""
        before, self._unanswered = self._unanswered, self.tr("No answer") if sentence else _UNKNOWN
        if self._bits.text() == before:
            self._bits.setText(self._unanswered)
        self._bits.setToolTip(sentence)

    def tallest(self, score: str = SCORES[0]) -> int:
        """Return the height with the score written in a role, by default large."""
        return sum(size_of(role).height() for role in ("label", score, "caption"))

    def widest(self) -> int:
        """Return the width of the largest score with five digits, and of what stands beside it."""
        score, gap = size_of(PROJECTED[0], "−888.88"), size_of("label", "−888.88")
        return score.width() + theme.current().px(_GAP) + gap.width()

    def has_room_for_figures(self) -> bool:
        """Tell whether it fits in a line how good the model is on average, beside what its paper reports."""
        return size_of("caption", self._figures.text()).width() <= self.width()

    def set_figures(self, on: bool) -> None:
        """Say how good the model is on average; the name's tooltip always does."""
        self._figures.setVisible(on)

    def role(self, roles: Sequence[str] = SCORES) -> str:
        """Return the largest of these roles in which the score is whole."""
        tick = self._mark.needed(terse=True) if self._leads else 0
        return next((role for role in roles if self._needed(role) + tick <= self.width()), roles[-1])

    def set_role(self, role: str) -> None:
        """Write the score in a role, and beside it what has room there."""
        if self._score.property("role") != role:
            self._score.setProperty("role", role)
            self._score.style().unpolish(self._score)
            self._score.style().polish(self._score)
        room = self.width() - self._needed(role)
        self._mark.setVisible(self._leads)
        self._mark.set_terse(room < self._mark.needed(terse=False))
        self._gap.setVisible(self._behind and size_of("label", self._gap.text()).width() <= room)

    def _needed(self, role: str) -> int:
        beside = theme.current().px(_GAP) if self._leads or self._behind else 0
        return size_of(role, self._score.text()).width() + beside

    def _show_name(self) -> None:
        metrics = self._name.fontMetrics()
        self._name.setText(metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the name where it is too long."""
        super().resizeEvent(event)
        self._show_name()


class _Best(Dressed):
    """A tick and the word "best": the colour alone does not tell."""

    def __init__(self) -> None:
        super().__init__()
        self._icon, self._word = QLabel(), label("gain", self.tr("best"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._icon)
        row.addWidget(self._word)
        self._row = row
        self._restyle()

    def set_terse(self, terse: bool) -> None:
        """Leave the tick only."""
        self._word.setVisible(not terse)
        self._row.invalidate()
        self.updateGeometry()  # now: the score beside it would be cut until the layout is told

    def needed(self, *, terse: bool) -> int:
        """Return the width with the word or without it."""
        now = theme.current()
        word = 0 if terse else now.px(_TICK_GAP) + size_of("label", self._word.text()).width()
        return now.px(_TICK) + word

    def _restyle(self) -> None:
        now = theme.current()
        self._row.setSpacing(now.px(_TICK_GAP))
        self._icon.setPixmap(icons.pixmap("check", now.px(_TICK), now.tokens.blue, self.devicePixelRatioF()))
