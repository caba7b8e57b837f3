"""Everything below the header: formula, four columns, acts, transport; knows no gesture."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from genplay.families.gan import FAMILY, Loss
from genplay.families.training import MOST_STEPS
from genplay.ui import theme
from genplay.ui.pace import Pace
from genplay.ui.tabs.fitted import FittedPage
from genplay.ui.tabs.gan import fitting, formulas, words
from genplay.ui.tabs.gan.curves_panel import CurvesPanel
from genplay.ui.tabs.gan.distance_panel import DistancePanel
from genplay.ui.tabs.gan.field_panel import FieldPanel
from genplay.ui.tabs.gan.fitting import Fit
from genplay.ui.tabs.gan.phase_strip import PhaseStrip
from genplay.ui.tabs.gan.players import Players
from genplay.ui.tabs.gan.running import ACTS_A_SECOND
from genplay.ui.tabs.gan.scene import Scene
from genplay.ui.tabs.gan.setup_panel import SetupPanel
from genplay.ui.tabs.gan.surfaces import Surfaces
from genplay.ui.tabs.memo import Memo
from genplay.ui.translation import translate
from genplay.ui.widgets.buttons import Button
from genplay.ui.widgets.error_panel import ErrorPanel
from genplay.ui.widgets.formula import FormulaStrip
from genplay.ui.widgets.hairline import Hairline
from genplay.ui.widgets.spin import Spin
from genplay.ui.widgets.transport import Transport
from genplay.ui.widgets.words import label, size_of

_PICTURES_MS = 66  # between two pictures of a training that plays: other hands have the time in between


class GanView(FittedPage):
    """Shows a scene."""

    step_pressed = Signal(str)
    """D or G is to move: "d" or "g"."""

    def __init__(self) -> None:
        super().__init__()
        self.formula, self.setup, self.middle = FormulaStrip(), SetupPanel(), FieldPanel()
        self.surfaces, self.distance, self.curves = Surfaces(), DistancePanel(), CurvesPanel()
        self.error, self.phases, self.players = ErrorPanel(), PhaseStrip(), Players()
        self.transport, self.seed = Transport(), Spin(0, 2**31 - 1)
        self.field, self.layers = self.middle.field, self.middle.layers
        self.step_d = Button(self.tr("D step"), icon="step")
        self.step_g = Button(self.tr("G step"), icon="step")
        self._pace, self._seed_label = label("axis"), label("body", self.tr("Seed"))
        self._rule, self._fitted, self._said = Hairline(), Memo(), Memo()
        self._pictures = Pace(self, _PICTURES_MS)
        self._loss: Loss = Scene().hyper.loss
        self._projector = self._failed = self._slow = False
        self.formula.set_title(translate("families", FAMILY.name))
        self._arrange()
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show everything."""
        self._failed = bool(scene.failure)
        if scene.failure:
            self.error.set_error(self.tr("The training has stopped"), scene.failure)
        self._slow = scene.state.slow
        self.seed.set_value(scene.setup.seed)
        self._fit()
        self.setup.show_scene(scene)
        if scene.playing and scene.phase is None:
            self._pictures.call(partial(self._show_pictures, scene))
        else:
            self._pictures.drop()
            self._show_pictures(scene)
        self.phases.show_scene(scene)
        self.players.show_scene(scene)
        self._show_transport(scene)

    def set_projector(self, on: bool) -> None:
        """Show what a class in the last row can read, or everything."""
        self._projector = on
        self._fit()

    def _show_pictures(self, scene: Scene) -> None:
        for panel in (self.middle, self.surfaces, self.distance, self.curves):
            panel.show_scene(scene)
        self._loss = scene.hyper.loss
        self._fit_formula()
        self.formula.set_values(formulas.values(scene))
        self.formula.set_remark(formulas.remark(scene))

    def _fit_formula(self) -> None:
        """Say who plays for what, or leave that out where the terms of the optimum would have no room."""
        if not self._said.changed(self._loss, self.width(), theme.current()):
            return
        self.formula.set_layout(formulas.layout(self._loss))
        if self.formula.sizeHint().width() > self.width():
            self.formula.set_layout(formulas.layout(self._loss, terse=True))

    def _show_transport(self, scene: Scene) -> None:
        drawing = scene.state.drawing is not None
        self.transport.set_position(scene.step, MOST_STEPS)
        self.transport.set_speed(scene.state.pace)
        self.transport.set_playing(scene.playing)
        self.transport.set_slow(scene.state.slow)
        for widget in (self.transport, self.phases):
            widget.setEnabled(not drawing)
        self._pace.setText(words.pace(scene))

    def _fit_once(self) -> None:
        """Show what there is room for, and let the pictures grow."""
        now = theme.current()
        width, height = self.width() / now.scale, self.height() / now.scale
        fit = fitting.fit(width, height, projector=self._projector, slow=self._slow)
        if not self._fitted.changed(fit, now, self._failed, self._slow, self.seed.width()):
            return
        shown = {
            "formula": (self.formula,),
            "setup": (self.setup,),
            "surfaces": (self.surfaces,),
            "numbers": (self._numbers,),
            "phases": (self._rule, self.phases),
        }
        for part, widgets in shown.items():
            for widget in widgets:
                widget.setVisible(part in fit.parts)
        self._columns.setStretch(1, int("setup" in fit.parts))  # what follows the setup begins at the left
        self.error.setVisible(self._failed)
        if self._failed:
            self.middle.hide()
            self.surfaces.hide()
        else:
            self.middle.show()
        self.setup.setFixedWidth(now.px(fit.setup))
        self.setup.set_room(fit.columns)
        self.middle.set_side(now.px(fit.field))
        self.surfaces.set_room(now.px(fit.surface), now.px(fit.columns))
        self._numbers.setFixedWidth(now.px(fit.numbers))
        self._fit_formula()
        self._fit_numbers(fit)
        self._fit_transport()

    def _fit_numbers(self, fit: Fit) -> None:
        """Show the graph of the players in slow motion, in which curves hardly move, and where it fits."""
        now, high = theme.current(), fit.columns - fit.distance - fitting.BETWEEN
        both = high >= fitting.ROOM_FOR_PLAYERS
        players = (self._slow or both) and high >= 2 * fitting.PLAYERS
        self.distance.setFixedHeight(now.px(fit.distance))
        self.distance.set_room(fit.distance)
        self.players.setVisible(players)
        self.players.setFixedHeight(now.px(fitting.PLAYERS))
        self.curves.set_room(high - (fitting.PLAYERS + fitting.BETWEEN) * players)

    def _fit_transport(self) -> None:
        """Leave out what the strip has no room for; that of a slow step is kept, so that nothing moves."""
        longest = self.tr("{count} steps a second").format(count="0,000")
        self._pace.setFixedWidth(size_of("axis", longest).width())
        rooms = ((True, True, True), (False, True, True), (False, False, True), (False, False, False))
        for pace, named, roomy in rooms:
            self._pace.setVisible(pace)
            self._seed_label.setVisible(named)
            self.transport.set_roomy(roomy)
            self.transport.set_terse(not roomy)
            if self.transport.needed() <= self.width():
                break

    def _arrange(self) -> None:
        self._arrange_transport()
        self._numbers = QWidget()
        column = self._numbers_column = QVBoxLayout(self._numbers)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.distance)
        column.addWidget(self.players)
        column.addWidget(self.curves, 1)
        self._columns = QHBoxLayout()
        for widget in (self.setup, self.middle, self.surfaces, self._numbers):
            self._columns.addWidget(widget)
            if widget is not self._numbers:
                self._columns.addStretch(1)
        self.error.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)  # takes what is left
        self._columns.insertWidget(2, self.error, 100)
        self._page = QVBoxLayout(self)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._page.addWidget(self.formula)
        self._page.addLayout(self._columns, 1)
        for widget in (self._rule, self.phases, self.transport):
            self._page.addWidget(widget)

    def _arrange_transport(self) -> None:
        self.transport.set_position(0, MOST_STEPS)  # its room is the same from the first on
        self.transport.set_offered(slow=True, scrubber=False)
        self.transport.set_phases(ACTS_A_SECOND)
        self.transport.set_fastest(self.tr("max"), self.tr("As fast as it can"))
        self.step_d.setToolTip(self.tr("The discriminator moves once, the generator waits"))
        self.step_g.setToolTip(self.tr("The generator moves once, the discriminator waits"))
        self.step_d.clicked.connect(partial(self.step_pressed.emit, "d"))
        self.step_g.clicked.connect(partial(self.step_pressed.emit, "g"))
        self.transport.add_acts(self.step_d, self.step_g)
        self.seed.setAccessibleName(self.tr("Seed of the training"))
        self.seed.setToolTip(self.tr("Seed of weights, minibatches and noise; another one begins anew"))
        self._spring = QWidget()
        self._spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for widget in (self._pace, self._spring, self._seed_label, self.seed):
            self.transport.add_right(widget)

    def _restyle(self) -> None:
        now = theme.current()
        self._page.setSpacing(now.px(fitting.SPACING))
        self._columns.setSpacing(0)
        self._numbers_column.setSpacing(now.px(fitting.BETWEEN))
        self._fit()
