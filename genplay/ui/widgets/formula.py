"""Formulas with live values: each typeset term has its number below it, in the colour of its meaning."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from genplay.ui import theme
from genplay.ui.theme import Theme
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.strip import paint_strip
from genplay.ui.widgets.typeset import EM, formula_size, paint_formula
from genplay.ui.widgets.words import label, size_of

_HEIGHT, _BASELINE, _VALUES = 56, 25, 45  # px: the strip, and from its top the two lines of text
_MARGIN, _HEADING, _GAP = 20, 56, 9
_AIR, _MOST_AIR = 14, 32  # px at both sides of a group
_LABEL = 13  # px: a formula beside a panel's label


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term of the formula.

    Args:
        formula: A file of assets/formulas without its ending.
        key: The name of the value below it; without one there is no value.
        token: The colour of its meaning; any but "text" makes the value bold.
        widest: The widest value to expect: its room is kept, so that nothing moves when values change.
        others: Formulas that may stand in its place (see ``FormulaStrip.set_formula``).
    """

    formula: str
    key: str | None = None
    token: str = "text"
    widest: str = ""
    others: tuple[str, ...] = ()


class FormulaLabel(QWidget):
    """A formula beside a label, on the label's baseline when both are aligned at the centre.

    Args:
        formula: A file of assets/formulas without its ending, or "" for none.
        token: Its colour.
        pixels: Its size at 100 %: 13 beside a panel's label, 16 in a strip.
        parent: The parent widget.
    """

    def __init__(
        self, formula: str = "", token: str = "text2", pixels: int = _LABEL, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._formula = formula
        self._token = token
        self._pixels = pixels
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_formula(self, formula: str) -> None:
        """Show a file of assets/formulas (without its ending), or nothing for ""."""
        self._formula = formula
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the formula's width and the height of a line of text."""
        current = theme.current()
        if not self._formula:
            return QSize(0, 0)
        width = formula_size(self._formula, self._pixels * current.scale).width()
        return QSize(int(width) + 1, int(QFontMetricsF(current.font("label")).height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the formula."""
        if self._formula:
            current = theme.current()
            with QPainter(self) as painter:
                metrics = QFontMetricsF(current.font("label"))
                baseline = (self.height() - metrics.height()) / 2 + metrics.ascent()
                colour = getattr(current.tokens, self._token)
                paint_formula(
                    painter, self._formula, QPointF(0, baseline), self._pixels * current.scale, colour
                )


class FormulaStrip(Dressed):
    """Groups of terms between hairlines on a tinted strip; the rightmost give way first.

    In projector mode, where no header says whose they are, the family's name stands before them.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: list[list[Term]] = []
        self._values: dict[str, str] = {}
        self._formulas: dict[str, str] = {}
        self._heading = ("", "")
        self._remark = ""
        self._title = label("title")
        self._title.setParent(self)
        self._title.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Formula"))

    def set_layout(self, groups: Sequence[Sequence[Term]]) -> None:
        """Set the terms, group by group from left to right; values stay."""
        self._groups = [list(group) for group in groups]
        self._formulas.clear()
        self._seat_title()

    def set_title(self, words: str) -> None:
        """Say whose formula it is, which is shown to a class in the last row."""
        if self._title.text() != words:
            self._title.setText(words)
            self._seat_title()

    def set_heading(self, caption: str, value: str) -> None:
        """Say at the left what the values belong to, such as ("pixel", "408")."""
        if self._heading != (caption, value):
            self._heading = (caption, value)
            self._tell()

    def set_values(self, values: Mapping[str, str]) -> None:
        """Show these values below the terms of these keys; terms of other keys are blanked."""
        if self._values != values:
            self._values = dict(values)
            self._tell()

    def set_remark(self, words: str) -> None:
        """Say something after the last group, where there is room for it."""
        if self._remark != words:
            self._remark = words
            self._tell()

    def set_formula(self, key: str, formula: str) -> None:
        """Put another formula in the place of a term, such as the one for ink in that of the general one."""
        if self._formulas.get(key) != formula:
            self._formulas[key] = formula
            self.update()

    def _tell(self) -> None:
        told = [*self._heading, *(f"{key} {value}" for key, value in self._values.items() if value)]
        told.append(self._remark)
        self.setAccessibleDescription(" ".join(part for part in told if part))
        self.update()

    def _group_width(self, current: Theme, group: Sequence[Term]) -> float:
        gaps = (len(group) - 1) * current.px(_GAP)
        return sum(_width(current, term) for term in group) + gaps

    def _seat_title(self) -> None:
        """Show the title before a class, unless there is no room for a group beside it."""
        current = theme.current()
        wide = size_of("title", self._title.text()).width()
        first = self._group_width(current, self._groups[0]) if self._groups else 0.0
        fits = wide + 2 * current.px(_AIR) + first <= self.width()
        self._title.setVisible(current.projector and bool(self._title.text()) and fits)
        self._title.setGeometry(0, 0, wide, self.height())
        self.updateGeometry()
        self.update()

    def _start(self, current: Theme) -> float:
        if self._title.isVisibleTo(self):
            return self._title.width() + current.px(_AIR)
        return current.px(_MARGIN + (_HEADING if any(self._heading) else 0))

    def _fitting(self, current: Theme) -> tuple[list[list[Term]], float]:
        """The groups that fit, and the air at both sides of each."""
        groups = list(self._groups)
        while groups:
            taken = self._start(current) + sum(self._group_width(current, group) for group in groups)
            air = (self.width() - taken) / (2 * len(groups))
            if air >= current.px(_AIR) / 2 or len(groups) == 1:
                return groups, min(air, current.px(_MOST_AIR))
            groups.pop()
        return [], 0.0

    def sizeHint(self) -> QSize:
        """Ask for all groups with air between them, 56 px high at 100 %."""
        current = theme.current()
        taken = sum(self._group_width(current, group) for group in self._groups)
        air = 2 * len(self._groups) * current.px(_AIR)
        return QSize(int(self._start(current) + taken + air), current.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Accept any width: groups are left out from the right."""
        return QSize(theme.current().px(200), theme.current().px(_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the title where it has room."""
        super().resizeEvent(event)
        self._seat_title()

    def _restyle(self) -> None:
        """Follow theme and scale."""
        self._seat_title()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw strip, heading and groups."""
        current = theme.current()
        with QPainter(self) as painter:
            if not current.projector:
                paint_strip(painter, self, current)
            self._paint_heading(painter, current)
            groups, air = self._fitting(current)
            x = self._start(current)
            for number, group in enumerate(groups):
                if number:
                    rule = QRectF(round(x), current.px(14), current.line("hairline"), current.px(28))
                    painter.fillRect(rule, current.color("line"))
                x = self._paint_group(painter, current, group, x + air) + air
            if self._remark:
                self._paint_remark(painter, current, x)

    def _paint_heading(self, painter: QPainter, current: Theme) -> None:
        caption, value = self._heading
        painter.setPen(current.color("text2"))
        painter.setFont(current.font("caption"))
        painter.drawText(QPointF(current.px(_MARGIN), current.px(_BASELINE)), caption)
        painter.setPen(current.color("text"))
        painter.setFont(current.font("label"))
        painter.drawText(QPointF(current.px(_MARGIN), current.px(_BASELINE + 15)), value)

    def _paint_remark(self, painter: QPainter, current: Theme, x: float) -> None:
        """Write it in two lines after a rule, if they fit."""
        room = QRectF(x + current.px(_AIR), 0, self.width() - x - current.px(_AIR + _MARGIN), self.height())
        painter.setFont(current.font("caption"))
        wrapped = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        taken = painter.boundingRect(room, wrapped, self._remark)
        if taken.width() > room.width() or taken.height() > 2.2 * painter.fontMetrics().height():
            return
        rule = QRectF(round(x), current.px(14), current.line("hairline"), current.px(28))
        painter.fillRect(rule, current.color("line"))
        painter.setPen(current.color("text2"))
        painter.drawText(room, wrapped, self._remark)

    def _paint_group(self, painter: QPainter, current: Theme, group: Sequence[Term], x: float) -> float:
        for term in group:
            width = _width(current, term)
            self._paint_term(painter, current, term, QRectF(x, 0, width, self.height()))
            x += width + current.px(_GAP)
        return x - current.px(_GAP)

    def _paint_term(self, painter: QPainter, current: Theme, term: Term, box: QRectF) -> None:
        colour = getattr(current.tokens, term.token)
        name = self._formulas.get(term.key or "", term.formula)
        size = EM * current.scale
        left = box.center().x() - formula_size(name, size).width() / 2
        paint_formula(painter, name, QPointF(left, current.px(_BASELINE)), size, colour)
        value = self._values.get(term.key or "", "")
        if value:
            painter.setFont(_value_font(current, term))
            painter.setPen(current.color("text2" if term.token == "text" else term.token))
            width = QFontMetricsF(painter.font()).horizontalAdvance(value)
            painter.drawText(QPointF(box.center().x() - width / 2, current.px(_VALUES)), value)


def _value_font(current: Theme, term: Term) -> QFont:
    font = current.font("caption")
    if term.token != "text":
        font.setWeight(QFont.Weight.DemiBold)
    return font


@cache
def _width(current: Theme, term: Term) -> float:
    """Return the room that a term keeps: that of its widest formula and of its widest value."""
    size = EM * current.scale
    typeset = max(formula_size(name, size).width() for name in {term.formula, *term.others})
    return max(typeset, QFontMetricsF(_value_font(current, term)).horizontalAdvance(term.widest))
