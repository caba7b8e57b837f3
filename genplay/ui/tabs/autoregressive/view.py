"""The sheet of the tab: every panel and where it stands, at any window size and interface scale."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from genplay.families.autoregressive import PIXELS, AutoregressiveState
from genplay.families.base import Bits
from genplay.ui import theme
from genplay.ui.pace import Pace
from genplay.ui.tabs.autoregressive import fitting, formulas, words
from genplay.ui.tabs.autoregressive.drawing_panel import DrawingPanel
from genplay.ui.tabs.autoregressive.map_panel import MapPanel
from genplay.ui.tabs.autoregressive.page import Page
from genplay.ui.tabs.autoregressive.projector_head import ProjectorHead
from genplay.ui.tabs.autoregressive.scene import Scene
from genplay.ui.tabs.autoregressive.score_panel import ScorePanel
from genplay.ui.tabs.autoregressive.sum_panel import SumPanel
from genplay.ui.tabs.memo import Memo
from genplay.ui.widgets.buttons import Button
from genplay.ui.widgets.formula import FormulaStrip
from genplay.ui.widgets.hairline import Hairline
from genplay.ui.widgets.pixel_canvas import PixelCanvas
from genplay.ui.widgets.spin import DoubleSpin, Spin
from genplay.ui.widgets.transport import Transport
from genplay.ui.widgets.words import label


class View(Page):
    """One model closely: panels in place; knows no gesture."""

    def __init__(self, examples: Sequence[tuple[str, Bits]]) -> None:
        super().__init__()
        self.head = ProjectorHead()
        self.formula = FormulaStrip()
        self._model = ""
        self.drawing = DrawingPanel(examples)
        self.maps = MapPanel()
        self.score = ScorePanel()
        self.sums = SumPanel()
        self.transport = Transport()
        self.seed = Spin(0, 2**31 - 1, digits=3)
        self.temperature = DoubleSpin(0.1, 3.0, step=0.05)
        self.sample = Button("", "primary")
        self._terse = False
        self._memo = Memo()
        self._pace = Pace(self)
        self._scene = Scene()
        self._arrange()
        self._restyle()

    @property
    def canvas(self) -> PixelCanvas:
        """What is drawn on."""
        return self.drawing.canvas

    @property
    def front(self) -> QWidget:
        """What has the keyboard first."""
        return self.canvas

    def show_scene(self, scene: Scene) -> None:
        """Show everything."""
        state = scene.state
        if state.model != self._model:
            self._model = state.model
            self.formula.set_layout(formulas.LAYOUTS[state.model])
        self.drawing.show_scene(scene)
        self.maps.show_scene(scene)
        self.score.show_scene(scene)
        self.sums.show_scene(scene)
        self._scene = scene
        if scene.result is None:  # numbers that are no longer true do not wait
            self._pace.drop()
            self._show_formula()
        else:
            self._pace.call(self._show_formula)
        self._show_transport(state)

    def show_focus(self, scene: Scene) -> None:
        """Show what depends on the pixel in focus alone: the pointer moves more often than the answer."""
        self.drawing.show_focus(scene)
        self.maps.show_focus(scene)
        self.sums.show_scene(scene)
        self._scene = scene
        self._show_formula()

    def show_samples(self, scene: Scene) -> None:
        """Show the samples alone: they grow a frame at a time."""
        self.score.show_samples(scene)

    def _show_parts(self) -> None:
        """Leave title, formula, three pictures, running sum and transport, or bring all back."""
        on = self._projector
        for panel in (self.drawing, self.maps, self.sums):
            panel.set_projector(on)
        self.head.setVisible(on)
        self.score.setVisible(not on)
        for widget in (self.seed, self.temperature, self.sample):
            widget.setVisible(not on)

    def _show_formula(self) -> None:
        scene = self._scene
        values = words.formula(scene)
        self.formula.set_heading(self.tr("pixel"), values.get("pixel", ""))
        self.formula.set_formula("term", formulas.term(values.get("value", "")))
        self.formula.set_formula("sum", formulas.total(so_far=scene.walking))
        self.formula.set_values(values)
        self.head.show_scene(scene)

    def _show_transport(self, state: AutoregressiveState) -> None:
        region = any(state.region.bits)
        now = (state.cursor, state.speed, state.slow, state.seed, state.temperature, region)
        if not self._memo.changed(*now):
            return
        self.transport.set_position(state.cursor, PIXELS)
        self.transport.set_speed(state.speed)
        self.transport.set_slow(state.slow)
        self.seed.set_value(state.seed)
        self.temperature.set_value(state.temperature)
        self._name_sampling()

    def _name_sampling(self) -> None:
        if any(self._scene.state.region.bits):
            words = self.tr("Complete") if self._terse else self.tr("Complete the region")
        elif self._scene.state.next_sample == 0:
            words = self.tr("Sample") if self._terse else self.tr("Sample from nothing")
        else:
            words = self.tr("Complete") if self._terse else self.tr("Complete from here")
        self.sample.setText(words)

    def _arrange(self) -> None:
        self.transport.set_noun(self.tr("pixel"))
        self.seed.setToolTip(self.tr("Seed: the same seed gives the same samples"))
        self.seed.setAccessibleName(self.tr("Seed"))
        self.temperature.setAccessibleName(self.tr("Temperature"))
        self.temperature.setToolTip(self.tr("Divides the logits. Only 1 samples from the model."))
        self._sampling_words = (label("body", self.tr("Seed")), label("body", self.tr("Temp.")))
        seed, temperature = self._sampling_words
        self._sampling = (seed, self.seed, temperature, self.temperature, self.sample)
        for widget in self._sampling:
            self.transport.add_right(widget)
        self._columns = QHBoxLayout()
        for panel in (self.drawing, self.maps, self.score):
            self._columns.addWidget(panel)
        self._columns.addStretch(1)
        self._rule = Hairline()
        self._page.addWidget(self.head)
        self.head.hide()
        self._page.addWidget(self.formula)
        self._page.addLayout(self._columns)
        self._page.addStretch(1)
        self._page.addWidget(self._rule)
        self._page.addWidget(self.sums)
        self._page.addWidget(self.transport)

    def _fit_all(self) -> None:
        """Give every part its room: pictures take the next whole multiple that fits."""
        now = theme.current()
        if self._projector:
            formula, sums, pixel = False, True, self._measure(False, True)
        else:
            formula, sums, pixel = fitting.choose(self._measure, now.scale)
        self.formula.setVisible(formula)
        self.sums.setVisible(sums)
        self._rule.setVisible(sums and not self._projector)
        across, down = self._around(formula, sums)
        side = fitting.SIDES * pixel + self._frame()
        for picture in self._pictures():
            picture.setFixedSize(side, side)
        roomy = side >= now.px(fitting.ROOMY) and not self._projector
        self.drawing.set_roomy(roomy)
        self.maps.set_roomy(roomy)
        self._fit_transport(roomy)
        spare = self.width() - across - fitting.PICTURES * side
        self._spread(max(spare, 0) // 2 if self._projector else 0)
        # Or examples and reading line would take what is left over, and the row below stand aside.
        self.drawing.setFixedWidth(self.drawing.around().width() + side)
        self.maps.setFixedWidth(2 * side + self.maps.around().width())
        most = now.px(fitting.SCORE_MOST - fitting.SCORE)
        around, room = self._around_pictures(), self.height() - down
        self.score.set_room(now.px(fitting.SCORE) + min(max(spare, 0), most), room + around)
        self._fit_sums(side, room - max(side, self.drawing.least() - around))

    def _spread(self, more: int) -> None:
        """Let so much more room stand between the pictures."""
        now = theme.current()
        gap = fitting.PROJECTED_GAP if self._projector else fitting.GAP
        self._columns.setSpacing(now.px(gap) + more)
        self.maps.set_gap(now.px(fitting.PROJECTED_GAP if self._projector else fitting.MAP_GAP) + more)

    def _fit_transport(self, roomy: bool) -> None:
        for name in self._sampling_words:
            name.setVisible(roomy)
        self.transport.set_roomy(roomy)
        margins = self._page.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        for terse in (False, True):
            self._terse = terse
            self.transport.set_terse(terse)
            self._name_sampling()
            if self.transport.needed() <= room:
                break

    def _fit_sums(self, side: int, spare: int) -> None:
        now = theme.current()
        least = self._sums_least()
        # Only the curve grows with it, and beside pictures that can grow no more the room would stay empty.
        most = max(now.px(fitting.SUMS_MOST), int(fitting.SUMS_SHARE * self.height()))
        self.sums.setFixedHeight(least + min(max(spare, 0), most - least))
        maps = 2 * side + now.px(fitting.MAP_GAP)
        self.sums.set_widths(self.drawing.around().width() + side, maps, now.px(fitting.GAP))

    def _measure(self, formula: bool, sums: bool) -> int:
        across, down = self._around(formula, sums)
        room, frame = self.height() - down, self._frame()
        if (formula or sums) and room + self._around_pictures() < self.drawing.least():
            return 0  # the tools would be cut
        return fitting.largest(self.width() - across - fitting.PICTURES * frame, room - frame)

    def _around(self, formula: bool, sums: bool) -> tuple[int, int]:
        """Return how much width and height everything but the pictures needs."""
        now = theme.current()
        left, top, right, bottom = self._margins()
        gap = now.px(fitting.PROJECTED_GAP if self._projector else fitting.GAP)
        between = gap if self._projector else now.px(fitting.MAP_GAP)
        beside = [self.drawing.around().width(), between, gap]
        if not self._projector:
            beside += [now.px(fitting.SCORE), gap]
        rows = [self._around_pictures(), self.transport.minimumHeight()]
        rows += [self.head.minimumHeight()] * self._projector
        rows += [self.formula.sizeHint().height()] * formula
        rows += [self._sums_least()] * sums
        rows += [self._rule.minimumHeight()] * (sums and not self._projector)
        return left + right + sum(beside), top + bottom + sum(rows) + self._page.spacing() * (len(rows) - 1)

    def _asked(self) -> object:
        """Return all that the room of the parts depends on, besides the sheet's own size."""
        return self._around(True, True), self._around_pictures(), self.drawing.least(), theme.current().scale

    def _around_pictures(self) -> int:
        """Return the height that stands above and below the pictures."""
        return max(self.drawing.around().height(), self.maps.around().height())

    def _sums_least(self) -> int:
        return theme.current().px(fitting.PROJECTED_SUMS if self._projector else fitting.SUMS)

    def _pictures(self) -> tuple[QWidget, ...]:
        return (self.drawing.canvas, *self.maps.maps)

    def _restyle(self) -> None:
        now = theme.current()
        self._page.setSpacing(now.px(fitting.PROJECTED_SPACING if self._projector else fitting.SPACING))
        super()._restyle()
