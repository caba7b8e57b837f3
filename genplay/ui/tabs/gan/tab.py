"""The GAN tab: one is trained live, in two dimensions."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QFocusEvent

from genplay.families.base import State
from genplay.families.gan import FAMILY, SHOWN, Data, GanState, GanStep, Layer
from genplay.ui.commands import Command
from genplay.ui.tabs.gan import commands as table
from genplay.ui.tabs.gan.live_page import SLOTS, GanLivePage
from genplay.ui.tabs.gan.pen import Pen
from genplay.ui.tabs.gan.view import GanView
from genplay.ui.tabs.sheet import SheetTab
from genplay.ui.translation import translate
from genplay.ui.widgets.header import Header


class GanTab(SheetTab):
    """The view of the GAN family, and what its gestures mean.

    Attributes:
        view: Everything below the header.
        page: What is answered of the training, and what play, step and the like do.
        pen: What the brush does.
    """

    DRAGS = frozenset({"stroke"}) | GanLivePage.DRAGS
    MAIN = ("slow", "live")

    def __init__(self) -> None:
        super().__init__()
        self._state = GanState()
        self._device = ""
        self.header = Header(translate("families", FAMILY.name), FAMILY.density, {})
        self.header.set_note(self.tr("trained live, in the plane"))
        self.view = GanView()
        self.page = GanLivePage(self, self.view.show_scene)
        self.pen = Pen(self)
        self.add_part(self.page, *SLOTS)
        self._connect()
        self.lay_out(self.view)

    @property
    def state(self) -> GanState:
        """What is shown."""
        return self._state

    # -- what the window asks of a tab ---------------------------------------------------------------------

    def commands(self) -> Sequence[Command]:
        """Return the tab's commands."""
        return table.commands(self)

    def adopt_actions(self, action: Callable[[str], QAction]) -> None:
        """Put the export menu into the header."""
        self.header.add_menu(self.tr("Copy, save, export"), "export", [action(name) for name in table.EXPORT])

    def show_state(self, state: State) -> None:
        """Show what the user has set."""
        assert isinstance(state, GanState)
        self._state = state
        self.page.show_state(state)

    def show_result(self, slot: str, result: object) -> None:
        """Show a step of an answer."""
        if isinstance(result, GanStep):
            self._device = result.device
        super().show_result(slot, result)

    def device(self) -> str:
        """Return where the last answer was computed."""
        return self._device

    def work(self) -> str:
        """Say that one is trained."""
        return self.page.words()

    def settled(self) -> bool:
        """Tell whether the step that is set is on screen."""
        return self.page.settled()

    def stop(self) -> None:
        """Rest at the step on screen."""
        self.page.stop()

    def set_projector(self, on: bool) -> None:
        """Show what a class in the last row can read, or everything."""
        super().set_projector(on)
        self.view.set_projector(on)

    # -- what the user can do ------------------------------------------------------------------------------

    @Slot(str)
    def learn(self, data: Data) -> None:
        """Begin anew with a preset; a drawing that is begun is left."""
        if self._state.drawing is not None:
            self.pen.cancel()
        self.page.run.learn(data)

    @Slot(str)
    def toggle_layer(self, layer: Layer) -> None:
        """Show a layer of the field, or hide it."""
        shown = set(self._state.layers) ^ {layer}
        self.edit(layers=tuple(one for one in SHOWN if one in shown))

    @Slot(str)
    def choose_surface(self, surface: str) -> None:
        """Show a surface of the discriminator in the field."""
        layers = set(self._state.layers) | {"surface"}
        self.edit(surface=surface, layers=tuple(one for one in SHOWN if one in layers))

    @Slot()
    def reseed(self) -> None:
        """Begin anew with the next seed."""
        self.page.run.choose_seed(self._state.live.plan.setup.seed + 1)

    # -- how -----------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        view, run, pen = self.view, self.page.run, self.pen
        self.page.connect_running(view.transport, view.seed, view.error)
        view.transport.slow_toggled.connect(run.toggle_slow)
        view.step_pressed.connect(run.move)
        view.phases.phase_chosen.connect(run.go_to_phase)
        view.setup.data_chosen.connect(self.learn)
        view.setup.tuned.connect(run.tune_value)
        view.setup.begun.connect(run.begin_with)
        view.setup.reset_pressed.connect(run.set_defaults)
        view.setup.draw_pressed.connect(pen.begin)
        view.setup.tool_chosen.connect(pen.choose_tool)
        view.setup.brush_chosen.connect(pen.choose_brush)
        view.setup.clear_pressed.connect(pen.clear)
        view.setup.cancel_pressed.connect(pen.cancel)
        view.setup.apply_pressed.connect(pen.apply)
        pen.began.connect(run.rest)
        view.field.stroked.connect(pen.stroke)
        view.field.stroke_ended.connect(self.gesture_ended)
        view.field.brush_changed.connect(pen.choose_brush)
        view.field.pointed.connect(view.surfaces.set_pointed)
        view.surfaces.surface_chosen.connect(self.choose_surface)
        view.middle.surface_chosen.connect(self.choose_surface)
        view.layers.layer_toggled.connect(self.toggle_layer)
        view.curves.picked.connect(run.go_to)
        view.distance.reset_pressed.connect(run.reset)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus to the field; a proxy would be where Tab begins, past the header."""
        self.view.field.setFocus(event.reason())
