"""Everything below the header: formula, three columns, curves, transport; knows no gesture."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from genplay.families.training import MOST_STEPS
from genplay.families.vae import FAMILY
from genplay.ui import theme
from genplay.ui.pace import Pace
from genplay.ui.tabs.fitted import FittedPage
from genplay.ui.tabs.memo import Memo
from genplay.ui.tabs.vae.train import fitting, formulas, words
from genplay.ui.tabs.vae.train.costs_panel import CostsPanel
from genplay.ui.tabs.vae.train.data_space import DataSpace
from genplay.ui.tabs.vae.train.latent_plane import LatentPlane
from genplay.ui.tabs.vae.train.loss_panel import LossPanel
from genplay.ui.tabs.vae.train.marks import Mark
from genplay.ui.tabs.vae.train.picture_panel import PicturePanel
from genplay.ui.tabs.vae.train.scene import Scene
from genplay.ui.tabs.vae.train.setup_panel import SetupPanel
from genplay.ui.translation import translate
from genplay.ui.widgets.error_panel import ErrorPanel
from genplay.ui.widgets.formula import FormulaStrip
from genplay.ui.widgets.hairline import Hairline
from genplay.ui.widgets.spin import Spin
from genplay.ui.widgets.transport import Transport
from genplay.ui.widgets.words import label, size_of

_PLANES_MS = 80  # between two pictures of a training that plays: the hand on a slider has the time in between


class LiveView(FittedPage):
    """Shows a scene."""

    def __init__(self) -> None:
        super().__init__()
        self.formula = FormulaStrip()
        self.formula.set_title(translate("families", FAMILY.name))
        self.formula.set_layout(formulas.LAYOUT)
        self.setup, self.costs, self.error = SetupPanel(), CostsPanel(), ErrorPanel()
        self.latent = PicturePanel(self.tr("Latent plane"), "live_q", LatentPlane())
        self.space = PicturePanel(self.tr("Data space"), "live_p", DataSpace())
        self.losses = LossPanel(
            self.tr("Loss of each step"),
            [
                ("total", self.tr("loss"), "text"),
                ("reconstruction", self.tr("reconstruction"), "blue"),
            ],
        )
        self.kl = LossPanel(self.tr("KL of each step"), [("kl", self.tr("KL"), "orange")])
        self.transport, self.seed = Transport(), Spin(0, 2**31 - 1)
        self._pace, self._seed_label = label("axis"), label("body", self.tr("Seed"))
        self._rule = Hairline()
        self._fitted = Memo()
        self._pace_of_planes = Pace(self, _PLANES_MS)
        self._projector = self._failed = False
        self._arrange()
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show everything."""
        self._failed = bool(scene.failure)
        if scene.failure:
            self.error.set_error(self.tr("The training has stopped"), scene.failure)
        self.seed.set_value(scene.setup.seed)
        self._fit()
        for part in (self.setup, self.costs, self.losses, self.kl):
            part.show_scene(scene)
        if scene.playing:
            self._pace_of_planes.call(partial(self._show_planes, scene))
        else:
            self._pace_of_planes.drop()
            self._show_planes(scene)
        self.formula.set_values(formulas.values(scene))
        self.formula.set_remark(self._remark(scene))
        self.latent.marks.set_marks(self._latent_marks(scene))
        self.space.marks.set_marks(self._space_marks(scene))
        self.transport.set_position(scene.step, MOST_STEPS)
        self.transport.set_speed(scene.pace)
        self.transport.set_playing(scene.playing)
        self._pace.setText(words.pace(scene.result))

    def set_projector(self, on: bool) -> None:
        """Show what a class in the last row can read, or everything."""
        self._projector = on
        self._fit()

    def _remark(self, scene: Scene) -> str:
        """Return what beta makes of the loss, or what must be said and has no room elsewhere."""
        note = words.note(scene.current)
        return note if note and not self.costs.notes else formulas.remark(scene)

    def _show_planes(self, scene: Scene) -> None:
        for panel in (self.latent, self.space):
            panel.plane.show_scene(scene)

    def _latent_marks(self, scene: Scene) -> list[Mark]:
        if (result := scene.result) is None:
            return []
        chosen: list[Mark] = [("", words.plane(result))] if words.plane(result) else []
        return [*chosen, ("dots", self.tr("means of q")), ("dash", self.tr("prior, 1 and 2 sd"))]

    def _space_marks(self, scene: Scene) -> list[Mark]:
        result = scene.result
        if result is None:
            return []
        if result.plan.setup.data == "digits":
            return [("", words.sheet(result))]
        net: Mark = ("line", self.tr("the decoder’s net"))
        if not result.manifold.ordered:
            net = ("dot", self.tr("decoded means"))
        return [("dots", self.tr("data")), net, ("diamond", self.tr("samples of p(x)"))]

    def _fit_once(self) -> None:
        """Show what there is room for, and let the pictures grow."""
        now = theme.current()
        width, height = self.width() / now.scale, self.height() / now.scale
        fit = fitting.fit(width, height, projector=self._projector)
        if not self._fitted.changed(fit, now, self._failed, self.seed.width()):
            return
        shown = {
            "formula": (self.formula,),
            "setup": (self.setup,),
            "costs": (self.costs,),
            "curves": (self._rule, self._curves),
        }
        for part, widgets in shown.items():
            for widget in widgets:
                widget.setVisible(part in fit.parts)
        for panel in (self.latent, self.space):
            panel.setVisible(not self._failed)
            panel.set_side(int(fit.side * now.scale))
        self.error.setVisible(self._failed)
        self.setup.setFixedWidth(now.px(fit.left))
        self.costs.setFixedWidth(now.px(fit.right))
        self.costs.set_room(fit.columns, wide=fit.wide)
        self.setup.set_room(fit.columns)
        self._curves.setFixedHeight(now.px(fit.curves))
        self._fit_transport()

    def _fit_transport(self) -> None:
        """Leave out what the strip has no room for; that of a slow step is kept, so that nothing moves."""
        self._pace.setFixedWidth(size_of("axis", self.tr("{ms} ms a step").format(ms="0,000")).width())
        for shown in ((True, True, True), (False, True, True), (False, False, True), (False, False, False)):
            pace, named, roomy = shown
            self._pace.setVisible(pace)
            self._seed_label.setVisible(named)
            self.transport.set_roomy(roomy)
            self.transport.set_terse(not roomy)
            if self.transport.needed() <= self.width():
                break

    def _arrange(self) -> None:
        self.transport.set_position(0, MOST_STEPS)  # its room is the same from the first on
        self.transport.set_offered(slow=False, scrubber=False)
        self.transport.set_fastest(self.tr("max"), self.tr("As fast as it can"))
        self.seed.setAccessibleName(self.tr("Seed of the training"))
        self.seed.setToolTip(self.tr("Seed of weights, minibatches and noise; another one begins anew"))
        self._spring = QWidget()
        self._spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for widget in (self._pace, self._spring, self._seed_label, self.seed):
            self.transport.add_right(widget)
        self._columns = QHBoxLayout()
        for widget in (self.setup, self.latent, self.space, self.costs):
            self._columns.addWidget(widget)
            if widget is not self.costs:
                self._columns.addStretch(1)
        self.error.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)  # takes what is left
        self._columns.insertWidget(2, self.error, 100)
        self._curves = QWidget()
        row = self._curve_row = QHBoxLayout(self._curves)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.losses, 1)
        row.addWidget(self.kl, 1)
        self._page = QVBoxLayout(self)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._page.addWidget(self.formula)
        self._page.addLayout(self._columns, 1)
        self._page.addWidget(self._rule)
        self._page.addWidget(self._curves)
        self._page.addWidget(self.transport)

    def _restyle(self) -> None:
        now = theme.current()
        self._page.setSpacing(now.px(fitting.SPACING))
        self._columns.setSpacing(0)
        self._curve_row.setSpacing(now.px(24))
        self._fit()
