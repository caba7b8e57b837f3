"""The side-by-side page: the drawing at the left, a column for each model, and where everything stands."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from genplay.families.autoregressive import MOST, TABULAR, Row, note
from genplay.families.base import Bits
from genplay.ui import text, theme
from genplay.ui.tabs.autoregressive import fitting, words
from genplay.ui.tabs.autoregressive.compare import fitting as measures
from genplay.ui.tabs.autoregressive.compare.column import Column, set_alike
from genplay.ui.tabs.autoregressive.compare.head import PROJECTED, SCORES
from genplay.ui.tabs.autoregressive.compare.rows import TABLES, RowLabel, switches
from genplay.ui.tabs.autoregressive.compare.scene import Compared
from genplay.ui.tabs.autoregressive.compare.sees import Sees
from genplay.ui.tabs.autoregressive.compare.strip import ChainStrip
from genplay.ui.tabs.autoregressive.drawing_panel import DrawingPanel
from genplay.ui.tabs.autoregressive.options import Options
from genplay.ui.tabs.autoregressive.page import Page
from genplay.ui.tabs.autoregressive.score_panel import Note
from genplay.ui.tabs.toolbox import DRAWING_TOOLS
from genplay.ui.translation import sentence
from genplay.ui.widgets.hairline import Hairline
from genplay.ui.widgets.pixel_canvas import PixelCanvas
from genplay.ui.widgets.toggle import Toggle
from genplay.ui.widgets.words import label, size_of

_FIRST_ROW, _LAST_ROW = 1, len(TABLES) + 2
_SPARED = ((False, 0.9), (True, 0.75))
"""How what a pixel may see is told to a class, whether tersely, and the drawing's share that then stays."""


class CompareView(Page):
    """Two to four models on one drawing; knows no gesture."""

    row_toggled = Signal(str, bool)
    hovered = Signal(object)
    picked = Signal(int)
    retry_pressed = Signal()
    copy_pressed = Signal(str)

    def __init__(self, examples: Sequence[tuple[str, Bits]]) -> None:
        super().__init__()
        self.strip = ChainStrip()
        self.drawing = DrawingPanel(examples, DRAWING_TOOLS)
        self.options = Options(averages=False, narrow=True)
        self.maps = QWidget()
        self.columns = [Column(self) for _ in range(MOST)]
        self._rows: dict[Row, RowLabel] = {row: RowLabel(row) for row in TABLES}
        self._toggles = {row: Toggle(words) for row, words in switches().items()}
        self._show = label("label", self.tr("Show"))
        self._note, self._sees = Note(), Sees()
        self._scores, self._units = label("label"), label("axis", self.tr("bits/px, percentile"))
        self._pixel, self._nothing = label("label"), label("body")
        self._rule = Hairline()
        self._compared = Compared()
        self._crowded, self._figures, self._roles = False, False, SCORES
        self._said, self._warns = "", False
        self._arrange()
        self._connect()
        self._restyle()

    @property
    def canvas(self) -> PixelCanvas:
        """What is drawn on."""
        return self.drawing.canvas

    @property
    def front(self) -> QWidget:
        """What has the keyboard first."""
        return self.canvas

    def show_compared(self, compared: Compared) -> None:
        """Show everything."""
        state = compared.state
        laid_out = self._compared.state
        self._compared = compared
        self.drawing.show_scene(compared.scene)
        self._show_options()
        for row, toggle in self._toggles.items():
            toggle.setChecked(row in state.rows)
        for column, model in zip(self.columns, state.compared, strict=False):
            column.show_model(model, compared)
        self._show_pixel()
        told = not compared.drawn and self._show_note()
        before, now = ((s.compared, s.rows, s.order) for s in (laid_out, state))
        if before != now or told:
            self._fit()

    def show_focus(self, compared: Compared) -> None:
        """Show what depends on the pixel in focus alone."""
        self._compared = compared
        self.drawing.show_focus(compared.scene)
        for column in self._shown_columns():
            column.show_focus(compared)
        self._show_pixel()

    def _show_parts(self) -> None:
        """Leave drawing, scores and maps."""
        self.drawing.set_projector(self._projector)
        self._show_options()

    def _show_note(self) -> bool:
        """Say what the percentiles are, or that a high one means simple, of the first model it is true of.

        Returns:
            Whether that is another note than before, which has yet to be given its room.
        """
        state, results = self._compared.state, self._compared.results
        told = [note(results[model]) for model in state.compared if model in results]
        usual = self.tr("Percentiles are taken per model, among the test digits as it rates them.")
        warning = next((sentence(warning) for warning in told if warning), "")
        said, self._warns = warning or usual, bool(warning)
        if said == self._said:
            return False
        self._said = said
        self._note.set_text(said)
        return True

    def _show_options(self) -> None:
        """Show how the models read, unless the drawing's tools would be cut for it."""
        state = self._compared.state
        self.options.show_state(state, () if self._projector or self._crowded else state.compared)

    def _shown_columns(self) -> list[Column]:
        return self.columns[: len(self._compared.state.compared)]

    def _show_pixel(self) -> None:
        state, pixel = self._compared.state, self._compared.focus
        number = "" if pixel is None else text.count(pixel + 1)
        units = set_alike(self._shown_columns(), self._roles, figures=self._figures)
        explicit = len(state.explicit)
        self.strip.show_count(explicit, number, bounded=explicit < len(state.compared))
        self._rows["context"].set_pixel(number)
        flipped = [words.model_name(model, state) for model in state.compared if model in TABULAR]
        self._rows["context"].set_flipped(", ".join(flipped))
        said = self.tr("Pixel {number}") if units else self.tr("Pixel {number}, nats")
        self._pixel.setText(said.format(number=number) if number else "")
        self._sees.show_compared(self._compared)

    def _arrange(self) -> None:
        self._scores.setText(self.tr("log p(x) in nats"))
        self._show_note()
        self._grid = QGridLayout(self.maps)
        self._grid.setContentsMargins(0, 0, 0, 0)
        units = QVBoxLayout()
        units.addStretch(1)
        units.setSpacing(0)
        units.addWidget(self._scores)
        units.addWidget(self._units)
        self._grid.addLayout(units, 0, 0)
        places: dict[Row, int] = {row: _FIRST_ROW + at for at, row in enumerate(TABLES)}
        for row, at in places.items():
            self._grid.addWidget(self._rows[row], at, 0)
        self._grid.addWidget(self._pixel, _LAST_ROW, 0)
        self._nothing.setWordWrap(True)
        for at, column in enumerate(self.columns):
            column.place(self._grid, 1 + at, places, _LAST_ROW)
        self._grid.setRowStretch(_LAST_ROW + 1, 1)
        self._grid.setColumnStretch(MOST + 1, 1)
        self._left = QVBoxLayout()
        self._left.addWidget(self.drawing)
        self._beside = QVBoxLayout()  # below the canvas, right of the tools
        self._below = (self._show, *self._toggles.values(), self.options, self._note)
        for widget in self._below:
            self._beside.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._beside.addWidget(self._sees, 0, Qt.AlignmentFlag.AlignTop)
        self._left.addLayout(self._beside)
        self._left.addStretch(1)
        self._middle = QHBoxLayout()
        self._middle.addLayout(self._left)
        self._middle.addWidget(self.maps, 1)
        self._page.addWidget(self.strip)
        self._page.addLayout(self._middle, 1)

    def _connect(self) -> None:
        for row, toggle in self._toggles.items():
            toggle.clicked.connect(lambda on, row=row: self.row_toggled.emit(row, on))
        self.canvas.hovered.connect(self.hovered)
        self.canvas.picked.connect(self.picked)
        for column in self.columns:
            column.hovered.connect(self.hovered)
            column.picked.connect(self.picked)
            column.retry_pressed.connect(self.retry_pressed)
            column.copy_pressed.connect(self.copy_pressed)

    def _fit_all(self) -> None:
        """Give every part its room: pictures take the next whole multiple that fits."""
        now, rows = theme.current(), self._rows_that_fit()
        shown = self._shown_columns()
        for column in self.columns:
            column.set_shown(rows, on=column in shown)
        for row, said in self._rows.items():
            said.setVisible(row in rows)
        strip, switches, fit = self._choose()
        self.strip.setVisible(strip)
        for widget in (self._show, *self._toggles.values()):
            widget.setVisible(switches and not self._projector)
        side = self._side(fit.canvas, self._for_drawing(strip, switches))
        self._show_sees(side, self._for_drawing(strip, switches) - side)
        self.canvas.setFixedSize(side, side)
        roomy = side >= now.px(fitting.ROOMY) and not self._projector
        self.drawing.set_roomy(roomy)
        self._note.setFixedSize(side, self._note.heightForWidth(side))
        spare = self._for_drawing(strip, switches) - side
        self._note.setVisible(roomy and spare >= self._note_height(side))
        apart = min(fit.between, now.px(measures.LEAST_BETWEEN))
        self._grid.addWidget(self._rule, _LAST_ROW - 1, 0, 1, len(shown) + 1)
        self._grid.addWidget(self._nothing, _FIRST_ROW, 1, 1, len(shown))
        self._say_nothing(rows, switches=switches and not self._projector)
        picture = fit.picture * fitting.SIDES + self._frame()
        # Words reach past their maps where they must, but no farther: they would seem to be the next model's.
        most = fit.column + fit.between - apart
        wanted = self.columns[0].head.widest() if self._projector else now.px(measures.WORDS)
        width = max(fit.column, min(most, wanted))
        self._grid.setHorizontalSpacing(apart)
        for at in range(MOST):  # what is left stands between the models, not between the first and its words
            self._grid.setColumnMinimumWidth(1 + at, most if at + 1 < len(shown) else 0)
        for column in self.columns:
            column.set_size(picture, width)
        for said in self._rows.values():
            said.set_terse(picture < now.px(measures.TERSE))
            said.setFixedSize(now.px(measures.LABELS), picture)
        self._show_pixel()

    def _say_nothing(self, rows: tuple[Row, ...], *, switches: bool) -> None:
        """Say why there is no map, where there is none."""
        if self._compared.state.rows:
            self._nothing.setText(self.tr("There is no room for the maps."))
        elif switches:
            self._nothing.setText(self.tr("No map is shown: switch one on at the left."))
        else:
            self._nothing.setText(self.tr("No map is shown."))
        self._nothing.setVisible(not rows)

    def _side(self, canvas: int, room: int) -> int:
        """Return the side of the drawing's picture: less than fits, for what else must be said below it."""
        frame, least = self._frame(), theme.current().px(fitting.ROOMY)
        sides = [pixel * fitting.SIDES + frame for pixel in range(canvas, 0, -1)]
        if self._projector:
            spared = (
                side
                for terse, share in _SPARED
                for side in sides
                if side >= share * sides[0] and room - side >= self._sees_height(side, terse=terse)
            )
        elif self._warns:
            spared = (side for side in sides if side >= least and room - side >= self._note_height(side))
        else:
            return sides[0]
        return next(spared, sides[0])

    def _choose(self) -> tuple[bool, bool, measures.Fit]:
        """Find what has room besides the pictures, and how large they are with it."""
        now = theme.current()
        self.drawing.setVisible(True)
        self._figures, self._crowded, self._roles = False, False, SCORES
        self._show_options()
        self._crowded = not self._has_drawing(self._for_drawing(strip=False, switches=False))
        self._show_options()
        chosen = measures.choose(self._measure, now.scale)
        if self._projector and chosen[2].between < now.px(measures.LEAST_BETWEEN):
            # The maps are what a class looks at.
            self.drawing.setVisible(False)
            chosen = measures.choose(self._measure, now.scale)
        # What is welcome where it costs the pictures nothing: larger scores for a class, else a line more.
        self._figures, self._roles = not self._projector, PROJECTED if self._projector else SCORES
        if measures.choose(self._measure, now.scale) != chosen:
            self._figures, self._roles = False, SCORES
        return chosen

    def _rows_that_fit(self) -> tuple[Row, ...]:
        """Return the rows that have room at all: in a small window at a large scale the last ones leave."""
        rows = self._compared.state.rows
        least = fitting.SMALLEST * fitting.SIDES + self._frame()
        while rows and self._above(len(rows)) + len(rows) * least > self._room(strip=False):
            rows = rows[:-1]
        return rows

    def _above(self, rows: int) -> int:
        """Return the height of what stands above, below and between so many rows of maps."""
        first = self.columns[0]
        ends = (
            first.head.tallest(self._roles[0]) + first.said.sizeHint().height() + self._rule.minimumHeight()
        )
        ends += size_of("caption").height() * self._figures
        return ends + (rows + 2) * theme.current().px(measures.GAP)

    def _measure(self, strip: bool, switches: bool) -> measures.Fit:
        now, state = theme.current(), self._compared.state
        left, _, right, _ = self._margins()
        columns, rows = len(state.compared), len(self._rows_that_fit())
        alone = self.drawing.isHidden()
        around, drawing = self.drawing.around(), self._for_drawing(strip, switches)
        above = self._above(rows)
        return measures.Room(
            width=self.width() - left - right - (0 if alone else around.width()),
            alone=alone,
            height=self._room(strip) - above,
            drawing=drawing if self._has_drawing(drawing) else 0,
            below=max((w.sizeHint().width() for w in self._stands_below(switches)), default=0),
            columns=columns,
            rows=rows,
            scale=now.scale,
            frame=self._frame(),
            words=self.columns[0].head.widest() if self._projector else 0,
        ).fit()

    def _stands_below(self, switches: bool) -> list[QWidget]:
        """Return what stands below the drawing, but for the note, which leaves first."""
        if self._projector:
            return []
        options = [self.options] if not self.options.isHidden() else []
        return [self._show, *self._toggles.values(), *options] if switches else [*options]

    def _for_drawing(self, strip: bool, switches: bool) -> int:
        """Return the height for the drawing's picture, above what stands below it."""
        below = self._stands_below(switches)
        taken = sum(w.sizeHint().height() + self._beside.spacing() for w in below)
        around = self.drawing.around().height() + self._drawing_spacing() * bool(below)
        return self._room(strip) - around - taken

    def _has_drawing(self, height: int) -> bool:
        """Tell whether no tool is cut beside a drawing with this height for its picture."""
        return height + self.drawing.around().height() >= self.drawing.least()

    def _drawing_spacing(self) -> int:
        return theme.current().px(measures.GAP)

    def _note_height(self, width: int) -> int:
        return self._note.heightForWidth(width) + self._beside.spacing()

    def _sees_height(self, width: int, *, terse: bool) -> int:
        return self._sees.height_for(width, terse=terse) + 2 * self._drawing_spacing()

    def _show_sees(self, side: int, spare: int) -> None:
        """Say below the drawing what a pixel may see, where a class looks and there is room."""
        terse = spare < self._sees_height(side, terse=False)
        shown = self._projector and spare >= self._sees_height(side, terse=terse)
        self._sees.setVisible(shown)
        if shown:
            self._sees.set_terse(terse)
            self._sees.setFixedSize(side, self._sees.height_for(side, terse=terse))

    def _room(self, strip: bool) -> int:
        """Return the height below the strip."""
        _, top, _, bottom = self._margins()
        above = self.strip.minimumHeight() + self._page.spacing() if strip else 0
        return self.height() - top - bottom - above

    def _restyle(self) -> None:
        now = theme.current()
        self._page.setSpacing(now.px(8))
        self._middle.setSpacing(now.px(measures.BESIDE))
        self._beside.setSpacing(now.px(4))
        self._left.setSpacing(0)
        self._beside.setContentsMargins(self.drawing.around().width(), now.px(measures.GAP), 0, 0)
        self._grid.setColumnMinimumWidth(0, now.px(measures.LABELS))
        self._grid.setVerticalSpacing(now.px(measures.GAP))
        super()._restyle()
