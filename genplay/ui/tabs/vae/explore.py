"""The page of a trained VAE: the drawing, the map, the posterior, what is decoded, and the ledger below."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from genplay.families.base import Bits
from genplay.families.vae import FAMILY
from genplay.ui import theme
from genplay.ui.tabs.fitted import FittedPage
from genplay.ui.tabs.memo import Memo
from genplay.ui.tabs.vae import fitting, formulas, motion
from genplay.ui.tabs.vae.decoded_panel import DecodedPanel
from genplay.ui.tabs.vae.drawing_panel import DrawingPanel
from genplay.ui.tabs.vae.latents_panel import LatentsPanel
from genplay.ui.tabs.vae.lower import Lower
from genplay.ui.tabs.vae.map_panel import MapPanel
from genplay.ui.tabs.vae.posterior_panel import PosteriorPanel
from genplay.ui.tabs.vae.scene import Scene
from genplay.ui.translation import translate
from genplay.ui.widgets.buttons import Button
from genplay.ui.widgets.formula import FormulaStrip
from genplay.ui.widgets.hairline import Hairline
from genplay.ui.widgets.segmented import Segmented
from genplay.ui.widgets.spin import Spin
from genplay.ui.widgets.transport import Transport
from genplay.ui.widgets.words import label


class ExploreView(FittedPage):
    """Four columns under the formula, the lower panels, and the transport; knows no gesture.

    Args:
        digits: (name, picture (28, 28)) pairs to choose from, for the models of digits.
        clothes: Those for the model of clothes.
    """

    def __init__(self, digits: Sequence[tuple[str, Bits]], clothes: Sequence[tuple[str, Bits]]) -> None:
        super().__init__()
        self.formula = FormulaStrip()
        self.formula.set_title(translate("families", FAMILY.name))
        self.drawing, self.latents = DrawingPanel(digits, clothes), LatentsPanel()
        self.map, self.posterior, self.decoded = MapPanel(), PosteriorPanel(), DecodedPanel()
        self.below = Lower()
        self.transport = Transport()
        self.motions = Segmented(small=True)
        self.motions.setAccessibleName(self.tr("What is played"))
        self.motions.set_choices([(name, words.short) for name, words in motion.motions().items()])
        self.motions.set_tips({name: words.tip for name, words in motion.motions().items()})
        self.ways = Segmented(small=True)
        self.ways.setAccessibleName(self.tr("On which way between the pins"))
        self.ways.set_choices([("line", self.tr("Line")), ("arc", self.tr("Arc"))])
        self.ways.set_tips(
            {
                "line": self.tr("Straight from pin to pin"),
                "arc": self.tr("About 0, as far from it as codes of the prior are"),
            }
        )
        self.seed, self.randomise = Spin(0, 2**31 - 1, digits=2), Button(self.tr("Randomise z"), icon="dice")
        self.seed.setAccessibleName(self.tr("Seed"))
        self.seed.setToolTip(self.tr("Seed"))
        self.randomise.setAccessibleName(self.tr("Randomise z"))
        self.randomise.setToolTip(self.tr("Randomise z: draw it from the prior by the next seed"))
        self._projector, self._exact, self._walks = False, True, False
        self._fitted, self._sized, self._counted = Memo(), Memo(), Memo()
        self._arrange()
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show everything."""
        if self._exact != (scene.state.dims == 2):
            self._exact = not self._exact
            self._fit()
        self.formula.set_layout(formulas.layout(scene.state))
        self.formula.set_values(formulas.values(scene))
        for panel in (self.drawing, self.latents, self.map, self.posterior, self.decoded, self.below):
            panel.show_scene(scene)
        self._show_transport(scene)

    def set_projector(self, on: bool) -> None:
        """Show what a class in the last row can read, or everything."""
        self._projector = on
        self.posterior.set_projector(on)
        self._restyle()

    def _show_transport(self, scene: Scene) -> None:
        state = scene.state
        steps = motion.length(state, scene.climb)
        self.transport.set_position(motion.cursor(state, scene.climb), steps)
        self.transport.set_speed(state.speed)
        self.transport.set_slow(state.slow)
        self.transport.set_playing(scene.playing)
        self.motions.set_current(state.motion)
        self.ways.set_current(state.way)
        self.seed.set_value(state.seed)
        self._walks = state.motion == "walk"
        if self._counted.changed(steps, self._walks):  # a longer number of them takes more room
            self._fit_transport()

    def _arrange(self) -> None:
        self.transport.set_noun(self.tr("step"))
        self._seed_label = label("body", self.tr("Seed"))
        for widget in (self.motions, self.ways, self._seed_label, self.seed, self.randomise):
            self.transport.add_right(widget)
        self._left = QWidget()
        self._left_column = QVBoxLayout(self._left)
        self._left_column.setContentsMargins(0, 0, 0, 0)
        self._left_column.addWidget(self.drawing)
        self._left_column.addWidget(self.latents, 1)
        self._left_column.addStretch(0)  # where there is no room for the latents
        self._columns = QHBoxLayout()
        self._columns.addWidget(self._left)
        self._columns.addWidget(self.map, 1)
        self._columns.addWidget(self.posterior)
        self._columns.addWidget(self.decoded)
        self._rule = Hairline()
        self._page = QVBoxLayout(self)
        self._page.addWidget(self.formula)
        self._page.addLayout(self._columns, 1)
        for widget in (self._rule, self.below, self.transport):
            self._page.addWidget(widget)
        self._parts: dict[str, QWidget] = {
            "formula": self.formula,
            "drawing": self.drawing,
            "latents": self.latents,
            "map": self.map,
            "posterior": self.posterior,
            "decoded": self.decoded,
            "lower": self.below,
            "transport": self.transport,
        }

    def _fit_once(self) -> None:
        """Show what there is room for."""
        now = theme.current()
        width = self.width() / now.scale - fitting.MARGINS[0] - fitting.MARGINS[2]
        height = self.height() / now.scale - fitting.MARGINS[1] - fitting.MARGINS[3]
        parts = fitting.shown(width, height, projector=self._projector, exact=self._exact)
        if self._fitted.changed(parts, now, self._projector):
            for name, widget in self._parts.items():
                widget.setVisible(name in parts)
            self._left.setVisible(bool(parts & {"drawing", "latents"}))
            self._rule.setVisible("lower" in parts)
        sizes = fitting.sizes(width, height, parts, exact=self._exact)
        self.decoded.set_compared("compared" in parts and sizes.small >= fitting.NAMED)
        self._size(sizes)
        self._fit_transport()

    def _size(self, sizes: fitting.Sizes) -> None:
        now = theme.current()
        if not self._sized.changed(sizes, now):
            return
        self._columns.setSpacing(now.px(sizes.gap))
        self.drawing.set_pixel(sizes.canvas)
        self._left.setFixedWidth(max(now.px(sizes.left), self.drawing.needed()))
        self.drawing.set_terse(sizes.canvas <= fitting.SMALLEST)  # its tools are higher than such a canvas
        self.posterior.set_width(sizes.posterior)
        self.decoded.set_pixel(sizes.pixel, sizes.small)
        framed = self.decoded.picture.size_for(sizes.pixel).width()  # at some scales a pixel more
        self.decoded.setFixedWidth(max(now.px(sizes.decoded), framed))
        self.below.set_height(sizes.lower)

    def _fit_transport(self) -> None:
        """Say in fewer words, or leave out, what has no room in the transport: all of it is in the menus."""
        margins = self._page.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        self.transport.set_roomy(True)
        self.transport.set_terse(False)
        for widget in (self.motions, self._seed_label, self.seed, self.randomise):
            widget.show()
        self.ways.setVisible(self._walks)
        self.randomise.set_words(self.tr("Randomise z"))
        self._name_motions(terse=False)
        for leave in (
            lambda: self.randomise.set_words(""),
            self._seed_label.hide,
            lambda: self.transport.set_terse(True),
            lambda: self._name_motions(terse=True),
            lambda: self.transport.set_roomy(False),
            self.randomise.hide,
            self.seed.hide,
            self.motions.hide,
            self.ways.hide,
        ):
            if self.transport.needed() <= room:
                return
            leave()

    def _name_motions(self, *, terse: bool) -> None:
        known = motion.motions()
        self.motions.set_words({name: words.terse if terse else words.short for name, words in known.items()})

    def _restyle(self) -> None:
        now = theme.current()
        margins = fitting.PROJECTED_MARGINS if self._projector else fitting.MARGINS
        self._page.setContentsMargins(*(now.px(margin) for margin in margins))
        self._page.setSpacing(now.px(fitting.SPACING))
        self._left_column.setSpacing(now.px(8))
        self._fit()
