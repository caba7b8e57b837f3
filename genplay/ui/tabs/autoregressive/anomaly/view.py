"""The page: what the score is above, sets, histograms and ROC curves side by side, the table below."""

from collections.abc import Mapping
from functools import partial

import numpy as np
from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from genplay.families.autoregressive import SCORES, SETS, Anomalies
from genplay.families.autoregressive.anomaly import DIGITS, verdict
from genplay.families.base import Drawing
from genplay.families.outliers import Roc
from genplay.ui import text, theme
from genplay.ui.pace import Pace
from genplay.ui.tabs.autoregressive.anomaly import page as pages
from genplay.ui.tabs.autoregressive.anomaly import words
from genplay.ui.tabs.autoregressive.anomaly.auc_table import Areas, AucTable
from genplay.ui.tabs.autoregressive.anomaly.head import Head
from genplay.ui.tabs.autoregressive.anomaly.histograms import Row, ScoreHistograms, row_words
from genplay.ui.tabs.autoregressive.anomaly.marks import Marks
from genplay.ui.tabs.autoregressive.anomaly.page import Flagged, Page
from genplay.ui.tabs.autoregressive.anomaly.roc_panel import RocPanel
from genplay.ui.tabs.autoregressive.anomaly.set_list import SHOWN, SetList, SetRow
from genplay.ui.tabs.autoregressive.score_panel import Note
from genplay.ui.translation import sentence
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.hairline import Hairline
from genplay.ui.widgets.words import label

_GAP, _SPACING = 24, 8
_WIDE, _TALL = 1084, 540  # px: the page at its usual size; more of it is shared out
_SETS, _PLOT = (160, 332, 500), (120, 190, 460)  # px: least, usual, most
_ROW = (20, 26)  # px of the table
_TITLE = 26
_COLUMNS = 236  # px of height that the columns need before the table may take any
_LEAST = (700, 340)
_CRAMPED = 60  # px less than usual: then the titles stand alone
_NOTE = 240  # px of width that the note needs beside the table
_NO_BITS = np.zeros((0, 784), np.uint8)
_GROWING_MS = 250  # between two looks at answers that grow: the worker, too, needs the time
_UNBOUNDED = 16777215  # QWIDGETSIZE_MAX, which PySide does not export


class AnomalyView(Dressed):
    """Shows a ``Page``; holds nothing of its own but where the pointer is."""

    score_chosen = Signal(str)
    set_chosen = Signal(str)
    picture_chosen = Signal(object)
    """A ``Drawing``: a picture of a set that is to be the user's."""
    retry_pressed = Signal()
    copy_pressed = Signal(str)
    """The model whose error is to be reported."""

    def __init__(self) -> None:
        super().__init__()
        self._page = Page({}, {})
        self._known: dict[str, tuple[Anomalies | None, Areas]] = {}
        self._curves: list[Roc | None] = []
        self._pace = Pace(self, _GROWING_MS)
        self.head, self.sets, self.roc, self.table = Head(), SetList(), RocPanel(), AucTable()
        self.histograms, self._marks, self._note = ScoreHistograms(), Marks(), Note()
        self._of = label("body")
        self._arrange()
        self.head.chosen.connect(self.score_chosen)
        self.sets.set_chosen.connect(self.set_chosen)
        self.sets.picture_chosen.connect(self._take_picture)
        self.table.chosen.connect(self._take_cell)
        self.roc.hovered.connect(self._read_share)
        self.histograms.hovered.connect(self._read_value)
        self.histograms.retry_pressed.connect(self.retry_pressed)
        self.histograms.copy_pressed.connect(self._copy)
        self._restyle()

    def show_page(self, page: Page) -> None:
        """Show everything: choices at once, answers that grow at the pace of the eye."""
        before, self._page = self._page, page
        lost = any(before.results.get(model) and not result for model, result in page.results.items())
        if lost or _chosen(page) != _chosen(before):
            self._pace.drop()
            self._show_now(page)
        else:
            self._pace.call(partial(self._show_now, page))

    @property
    def settled(self) -> bool:
        """Whether all that was answered is shown."""
        return not self._pace.resting

    @property
    def areas(self) -> Mapping[str, Areas]:
        """The areas that the table shows, by model."""
        return {model: areas for model, (_, areas) in self._known.items()}

    def _show_now(self, page: Page) -> None:
        self._known = {model: self._areas_of(model, page.results[model]) for model in page.results}
        self.head.show_score(page.score)
        self.head.seed.set_value(page.seed)
        self._show_sets(page)
        self._show_histograms(page)
        self._show_curves(page)
        named = [(page.names[model], areas) for model, areas in self.areas.items()]
        self.table.set_models(named, page.partial)
        self.table.set_current(page.chosen, page.score)
        first = page.first
        name = "" if first is None else page.names[first.model]
        said = None if first is None else verdict(first, page.score, page.chosen, name)
        self._note.set_text("" if said is None else sentence(said))
        self._fit()

    def _areas_of(self, model: str, result: Anomalies | None) -> tuple[Anomalies | None, Areas]:
        """Return the areas of an answer; 15 of them cost 2 ms, and an answer that is complete stays."""
        if result is None:
            return None, {(row, score): float("nan") for row in SETS for score in SCORES}
        known = self._known.get(model)
        if known is not None and known[0] is result:
            return known
        return result, {(row, score): result.auc(row, score) for row in SETS for score in SCORES}

    def _show_sets(self, page: Page) -> None:
        first = page.first
        rows = [(DIGITS, self.tr("Test digits")), *((name, words.set_name(name)) for name in SETS)]
        if first is None:
            self._of.setText("")
            self.sets.set_rows(
                [SetRow(name, title, "", _NO_BITS, (), strange=name != DIGITS) for name, title in rows]
            )
        else:
            self._of.setText(self.tr("count, mean log p under {model}").format(model=page.names[first.model]))
            self.sets.set_rows([self._set_row(first, name, title) for name, title in rows])
        self.sets.set_current(page.chosen)

    def _set_row(self, result: Anomalies, name: str, title: str) -> SetRow:
        digits = name == DIGITS
        held = result.digits if digits else result.sets[name]
        count, mean = len(held.bits), held.mean
        if digits:  # those that are shown are a part of those whose log p is known
            count, mean = len(result.ordinary["density"]), -result.entropy
        use = self.tr("{picture}: use it as your drawing")
        tips = [use.format(picture=words.picture(picture)) for picture in held.names[:SHOWN]]
        return SetRow(name, title, words.count_and_mean(count, mean), held.bits, tips, strange=not digits)

    def _show_histograms(self, page: Page) -> None:
        edges, rows = page.edges(), []
        for model, result in page.results.items():
            ordinary, strange, mark = page.ordinary(model), page.strange(model), page.mark(model)
            told = mark if result is not None and result.complete else None  # progress needs the room
            failed, stopped = page.failures.get(model, ""), model in page.stopped
            means = [float(scores.mean()) if len(scores) else np.nan for scores in (ordinary, strange)]
            rows.append(
                Row(
                    page.names[model],
                    pages.shares(ordinary, edges),
                    pages.shares(strange, edges),
                    mark,
                    row_words(means[0], means[1], told),
                    "" if failed else words.progress(result, page.names[model], stopped=stopped),
                    0.0 if result is None else result.done / result.total,
                    stopped,
                    failed,
                    words.beyond(*pages.beyond(strange, edges)),
                    page.measured.get(model, ""),
                )
            )
        self.histograms.set_rows(rows, edges)
        self._show_legend(page)

    def _show_legend(self, page: Page) -> None:
        digits, known = self.tr("test digits"), {len(page.ordinary(model)) for model in page.results} - {0}
        if len(known) == 1:  # along its order a model may have scored fewer than the others
            digits = self.tr("{count} test digits").format(count=text.count(*known))
        entries = [("digits", digits), ("set", words.set_name(page.chosen))]
        if any(page.mark(model) is not None for model in page.results):
            entries.append(("drawing", self.tr("your drawing")))
        self._marks.set_entries(entries)

    def _show_curves(self, page: Page) -> None:
        self._curves = [
            result.roc(page.chosen, page.score)
            if result is not None and len(page.ordinary(model)) and len(page.strange(model))
            else None
            for model, result in page.results.items()
        ]
        areas = [areas[page.chosen, page.score] for areas in self.areas.values()]
        names = [page.names[model] for model in page.results]
        self.roc.show_curves(names, self._curves, areas, page.chosen, page.partial)

    @Slot(object)
    def _read_share(self, share: float | None) -> None:
        title = "" if share is None else self.tr("at {share} of digits").format(share=text.percent(share))
        points = [None if share is None else pages.flagged_within(curve, share) for curve in self._curves]
        self._show_reading(points, title, shared=True)

    @Slot(object)
    def _read_value(self, value: float | None) -> None:
        page = self._page
        title = "" if value is None else self.tr("from {value} nats").format(value=text.nats(value))
        points = [None if value is None else pages.flagged_from(page, model, value) for model in page.results]
        self._show_reading(points, title, shared=False)

    def _show_reading(self, points: list[Flagged | None], title: str, *, shared: bool) -> None:
        self.roc.show_points(points, title, shared)
        self.histograms.set_thresholds([None if point is None else point.threshold for point in points])

    @Slot(str, int)
    def _take_picture(self, name: str, index: int) -> None:
        first = self._page.first
        if first is not None:
            held = first.digits if name == DIGITS else first.sets[name]
            self.picture_chosen.emit(Drawing.of(held.bits[index].reshape(28, 28)))

    @Slot(int)
    def _copy(self, row: int) -> None:
        self.copy_pressed.emit([*self._page.results][row])

    @Slot(str, str)
    def _take_cell(self, name: str, score: str) -> None:
        if name != self._page.chosen:
            self.set_chosen.emit(name)
        if score != self._page.score:
            self.score_chosen.emit(score)

    def _arrange(self) -> None:
        self._left = QWidget()
        left = _titled(label("label", self.tr("Pictures")), self._of)
        left.addWidget(self.sets, 1)
        self._left.setLayout(left)
        self._unit = label("body", self.tr("nats; means at the right"))
        middle = _titled(label("label", self.tr("How the score spreads")), self._unit)
        middle.addWidget(self._marks)
        middle.addWidget(self.histograms, 1)
        self._marks.setToolTip(
            self.tr("Each histogram is scaled to its own peak; what is beyond the axis is drawn at its ends.")
        )
        self._columns = QHBoxLayout()
        self._columns.addWidget(self._left)
        self._columns.addLayout(middle, 1)
        self._columns.addWidget(self.roc)
        self._rule = Hairline()
        self._below = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._below.addWidget(self.table, 1)
        self._below.addWidget(self._note, 0, Qt.AlignmentFlag.AlignTop)
        self._sheet = QVBoxLayout(self)
        self._sheet.setContentsMargins(0, 0, 0, 0)
        self._sheet.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self._sheet.addWidget(self.head)
        self._sheet.addLayout(self._columns, 1)
        self._sheet.addWidget(self._rule)
        self._sheet.addLayout(self._below)

    def _fit(self) -> None:
        """Give the parts their room: extra width is shared by pictures, histograms and curves."""
        now = theme.current()
        room = self._fit_below()
        more = self.width() - now.px(_WIDE)
        for told in (self._of, self._unit, self.roc.told):
            told.setVisible(more > -now.px(_CRAMPED))
        self._left.setFixedWidth(_between(_SETS, more * (0.25 if more > 0 else 0.6)))
        side = _between(_PLOT, more * (0.35 if more > 0 else 0.3))
        self.roc.set_side(min(side, max(room - now.px(_TITLE) - self.roc.plot.around().height(), 1)))

    def _fit_below(self) -> int:
        """Place table and note, the table only if there is room; return the height of the columns."""
        now = theme.current()
        beside = self.table.needed() + now.px(_NOTE + _GAP) <= self.width()
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._below.setDirection(way)
        self._below.setSpacing(now.px(_GAP if beside else _SPACING))
        self.table.setMaximumWidth(self.table.needed() if beside else _UNBOUNDED)
        row = now.px(_ROW[0]) + max(self.height() - now.px(_TALL), 0) // 40
        row = min(row, now.px(_ROW[1]))
        self.table.set_row(row)
        spacing = now.px(_SPACING)
        room = self.height() - self.head.height() - spacing
        if not self._note.isHidden() and not beside:
            room -= self._note.heightForWidth(self.width()) + spacing
        with_table = room - self.table.height() - 2 * spacing - self._rule.height()
        shown = with_table >= now.px(_COLUMNS) and self.width() >= self.table.least()
        self.table.setVisible(shown)
        self._rule.setVisible(shown)
        return with_table if shown else room

    def _restyle(self) -> None:
        now = theme.current()
        self._columns.setSpacing(now.px(_GAP))
        self._sheet.setSpacing(now.px(_SPACING))
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Accept a small window at a large scale: the table leaves first."""
        now = theme.current()
        return QSize(now.px(_LEAST[0]), now.px(_LEAST[1]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new room."""
        super().resizeEvent(event)
        self._fit()


def _chosen(page: Page) -> tuple[object, ...]:
    """Return what the user has done to a page, and what is to be seen at once."""
    return page.score, page.chosen, page.seed, [*page.results], page.drawing, page.stopped, page.failures


def _between(limits: tuple[int, int, int], more: float) -> int:
    """Return the usual length, and so much more or less of it, at the interface's scale."""
    least, usual, most = (theme.current().px(length) for length in limits)
    return min(max(usual + round(more), least), most)


def _titled(*words_of: QWidget) -> QVBoxLayout:
    head = QHBoxLayout()
    head.setSpacing(8)
    for widget in words_of:
        head.addWidget(widget)
    head.addStretch(1)
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addLayout(head)
    return column
