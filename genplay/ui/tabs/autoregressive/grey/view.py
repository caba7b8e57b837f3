"""The page of grey pictures: every panel and where it stands, at any window size and interface scale."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from genplay.families.base import Bits
from genplay.ui import text, theme
from genplay.ui.pace import Pace
from genplay.ui.tabs.autoregressive import fitting, formulas
from genplay.ui.tabs.autoregressive.grey import fitting as measures
from genplay.ui.tabs.autoregressive.grey import words
from genplay.ui.tabs.autoregressive.grey.bar import GreyBar
from genplay.ui.tabs.autoregressive.grey.density import DensityPanel
from genplay.ui.tabs.autoregressive.grey.drawing import GreyDrawing
from genplay.ui.tabs.autoregressive.grey.fitting import Lower
from genplay.ui.tabs.autoregressive.grey.head import GreyHead
from genplay.ui.tabs.autoregressive.grey.maps import GreyMaps
from genplay.ui.tabs.autoregressive.grey.scene import GreyScene
from genplay.ui.tabs.autoregressive.grey.score import GreyScorePanel
from genplay.ui.tabs.autoregressive.page import Page
from genplay.ui.widgets.formula import FormulaStrip
from genplay.ui.widgets.hairline import Hairline
from genplay.ui.widgets.pixel_canvas import PixelCanvas


class GreyView(Page):
    """A grey picture under RNADE; knows no gesture."""

    hovered = Signal(object, bool)
    """The pixel under the pointer, or None, and whether it is one of the picture that is drawn on."""
    picked = Signal(int)

    def __init__(self, examples: Sequence[tuple[str, Bits]]) -> None:
        super().__init__()
        self.head, self.formula = GreyHead(), FormulaStrip()
        self.formula.set_layout(formulas.GREY)
        self.drawing, self.maps = GreyDrawing(examples), GreyMaps()
        self.density, self.score, self.bar = DensityPanel(), GreyScorePanel(), GreyBar()
        self._rule = Hairline()
        self._scene = GreyScene()
        self._level: float | None = None  # the grey that is pointed at on the curve
        self._pace = Pace(self)
        self._arrange()
        for pointed in (self.canvas, *self.maps.maps):
            pointed.hovered.connect(partial(self._point, pointed))
            pointed.picked.connect(self.picked)
        self.density.curve.hovered.connect(self._read_curve)
        self._restyle()

    @property
    def front(self) -> PixelCanvas:
        """What has the keyboard first."""
        return self.canvas

    @property
    def canvas(self) -> PixelCanvas:
        """What is drawn on."""
        return self.drawing.canvas

    def show_scene(self, scene: GreyScene) -> None:
        """Show everything."""
        self._scene = scene
        self.drawing.show_scene(scene)
        self.maps.show_scene(scene)
        self.score.show_scene(scene)
        self.bar.show_scene(scene)
        if scene.result is None:  # numbers that are no longer true do not wait
            self._pace.drop()
            self._show_numbers()
        else:
            self._pace.call(self._show_numbers)

    def show_focus(self, scene: GreyScene) -> None:
        """Show what depends on the pixel in focus alone."""
        self._scene = scene
        self.drawing.show_focus(scene)
        self.maps.show_focus(scene)
        self._show_numbers()

    def show_samples(self, scene: GreyScene) -> None:
        """Show the samples alone: they grow a frame at a time."""
        self._scene = scene
        self.score.show_samples(scene)

    def _point(self, pointed: QWidget, pixel: int | None) -> None:
        self.hovered.emit(pixel, pointed is self.canvas)

    def _show_parts(self) -> None:
        """Leave head, three pictures and the curve, or bring all back."""
        on = self._projector
        for panel in (self.drawing, self.maps):
            panel.set_projector(on)
        self.head.setVisible(on)
        self.score.setVisible(not on)
        self.bar.setVisible(not on)

    def _show_numbers(self) -> None:
        values = words.formula(self._scene)
        pixel = self._scene.focus
        self.formula.set_heading(self.tr("pixel"), "–" if pixel is None else text.count(pixel + 1))
        self.formula.set_values(values)
        self.head.show_scene(self._scene)
        self.density.show_scene(self._scene)
        if self._level is not None:
            self.maps.read(*words.level(self._scene, self._level))

    def _read_curve(self, x: float | None) -> None:
        """Read the curve where the pointer is, in the line that reads pixels otherwise."""
        self._level = x
        self.maps.read(*(words.reading(self._scene) if x is None else words.level(self._scene, x)))

    def _arrange(self) -> None:
        self._pictures, self._left, self._columns = QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
        self._pictures.addWidget(self.drawing)
        self._pictures.addWidget(self.maps)
        self._pictures.addStretch(1)
        self._left.addLayout(self._pictures)
        self._left.addStretch(1)
        self._left.addWidget(self._rule)
        self._left.addWidget(self.density)
        self._columns.addLayout(self._left, 1)
        self._columns.addWidget(self.score)
        self._page.addWidget(self.head)
        self.head.hide()
        self._page.addWidget(self.formula)
        self._page.addLayout(self._columns, 1)
        self._page.addWidget(self.bar)

    def _fit_all(self) -> None:
        """Give every part its room: pictures take the next whole multiple that fits."""
        now = theme.current()
        if self._projector:
            formula, lower = False, Lower.CURVE
            pixel = max(self._measure(formula, lower), fitting.SMALLEST)
        else:
            formula, lower, pixel = measures.choose(self._measure, now.scale)
        self.formula.setVisible(formula)
        self.density.setVisible(lower is not Lower.NOTHING)
        self._rule.setVisible(lower is not Lower.NOTHING and not self._projector)
        across, _ = self._around(formula, lower)
        side = fitting.SIDES * pixel + self._frame()
        for picture in self.maps.maps:
            picture.setFixedSize(side, side)
        roomy = side >= now.px(fitting.ROOMY) and not self._projector
        compact = self._compact(lower)
        self.drawing.set_room(side, below=self.maps.around().height(), roomy=roomy, compact=compact)
        self.density.set_compact(compact)
        self.maps.set_roomy(roomy)
        spare = max(self.width() - across - fitting.PICTURES * side, 0)
        # Extra width goes to the score, then stands between the pictures.
        more = 0 if self._projector else min(spare, now.px(fitting.SCORE_MOST - fitting.SCORE))
        self._spread((spare - more) // 2)
        self.score.set_room(now.px(fitting.SCORE) + more, self._height_of_columns(formula))
        left = self.drawing.around().width() + side
        maps = 2 * side + self.maps.around().width()
        self.maps.setFixedWidth(maps)
        self.density.set_widths(left if lower is Lower.ALL else 0, maps, self._pictures.spacing())
        above = max(self._around_pictures(lower) + side, self._tools_least(lower)) + self._between()
        self.density.set_height(max(self._height_of_columns(formula) - above, self._lower_least(lower)))

    def _height_of_columns(self, formula: bool) -> int:
        _, top, _, bottom = self._margins()
        rows = [self.bar.minimumHeight()] * (not self._projector)
        rows += [self.head.minimumHeight()] * self._projector
        rows += [self.formula.sizeHint().height()] * formula
        return self.height() - top - bottom - sum(rows) - self._page.spacing() * len(rows)

    def _spread(self, more: int) -> None:
        """Let so much more room stand between the pictures."""
        now = theme.current()
        gap = fitting.PROJECTED_GAP if self._projector else fitting.GAP
        self._pictures.setSpacing(now.px(gap) + more)
        self.maps.set_gap(now.px(fitting.PROJECTED_GAP if self._projector else fitting.MAP_GAP) + more)

    def _measure(self, formula: bool, lower: Lower) -> int:
        across, down = self._around(formula, lower)
        room, frame = self.height() - down, self._frame()
        if lower is not Lower.NOTHING and room + self._around_pictures(lower) < self._tools_least(lower):
            return 0  # the tools would be cut
        return fitting.largest(self.width() - across - fitting.PICTURES * frame, room - frame)

    def _around(self, formula: bool, lower: Lower) -> tuple[int, int]:
        """Return how much width and height everything but the pictures needs."""
        now = theme.current()
        left, _, right, _ = self._margins()
        gap = now.px(fitting.PROJECTED_GAP if self._projector else fitting.GAP)
        between = gap if self._projector else now.px(fitting.MAP_GAP)
        beside = [self.drawing.around().width(), between, gap]
        if not self._projector:
            beside += [now.px(fitting.SCORE), gap]
        down = self.height() - self._height_of_columns(formula) + self._around_pictures(lower)
        if lower is not Lower.NOTHING:
            down += self._lower_least(lower) + self._between()
        return left + right + sum(beside), down

    def _between(self) -> int:
        """Return the height between the pictures' panels and the lower row."""
        rule = 0 if self._projector else self._rule.minimumHeight() + self._left.spacing()
        return rule + 2 * self._left.spacing()

    def _lower_least(self, lower: Lower) -> int:
        now = theme.current()
        if lower is not Lower.ALL:
            return now.px(measures.PROJECTED if self._projector else measures.CURVE)
        return max(now.px(measures.DENSITY), self.density.least(), int(measures.SHARE * self.height()))

    def _around_pictures(self, lower: Lower = Lower.ALL) -> int:
        """Return the height that stands above and below the pictures."""
        drawing = self.drawing.around(compact=self._compact(lower))
        return max(drawing.height(), self.maps.around().height())

    def _tools_least(self, lower: Lower) -> int:
        return self.drawing.least(compact=self._compact(lower))

    def _compact(self, lower: Lower) -> bool:
        """Tell whether examples and titles leave, so that the curve stays."""
        return lower is Lower.CURVE and not self._projector

    def _asked(self) -> object:
        """Return all that the room of the parts depends on, besides the sheet's own size."""
        parts = self._around(True, Lower.ALL), self._around_pictures(), self.drawing.least()
        return parts, theme.current().scale

    def _restyle(self) -> None:
        now = theme.current()
        spacing = now.px(fitting.PROJECTED_SPACING if self._projector else fitting.SPACING)
        self._page.setSpacing(spacing)
        self._left.setSpacing(spacing)
        self._columns.setSpacing(now.px(fitting.GAP))
        super()._restyle()
