"""The VAE tab: drag the latents and q, watch the evidence add up, and train one live."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QFocusEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from genplay.data import examples
from genplay.data.pictures import binarize
from genplay.engine.worker import Failure
from genplay.families.base import Bits, State
from genplay.families.pictures import Import, Imported
from genplay.families.vae import (
    FAMILY,
    LEAST_SIGMA,
    LIMIT,
    MODELS,
    MOST_PINS,
    MOST_SIGMA,
    OWN_Q,
    Code,
    Encoded,
    Gauss,
    VaeState,
)
from genplay.families.vae.live import LiveStep
from genplay.ui import theme
from genplay.ui.commands import Command
from genplay.ui.tabs.animation import SLOT, Animation
from genplay.ui.tabs.base import Tab
from genplay.ui.tabs.opening import Opening
from genplay.ui.tabs.vae import commands as table
from genplay.ui.tabs.vae import fitting, phases
from genplay.ui.tabs.vae.answers import SLOTS, Answers
from genplay.ui.tabs.vae.explore import ExploreView
from genplay.ui.tabs.vae.latents import Latents
from genplay.ui.tabs.vae.motion import Moves
from genplay.ui.tabs.vae.pen import Pen
from genplay.ui.tabs.vae.scene import Scene
from genplay.ui.tabs.vae.train.live_page import VaeLivePage
from genplay.ui.translation import translate
from genplay.ui.widgets.header import Header

TRAIN = "train"
"""The header's choice that is no model: one is trained live."""


class VaeTab(Tab):
    """The view of the VAE family, and what its gestures mean."""

    DRAGS = frozenset(
        {"stroke", "threshold", "latent", "pin", "q", "blend", "play", "step", "scrub"} | VaeLivePage.DRAGS
    )

    MAIN = ("decode", "live", "sandwich", "encode")

    def __init__(self) -> None:
        super().__init__()
        self._state = VaeState()
        self._device = ""
        shown = {name: translate("families", MODELS[name]) for name in MODELS}
        self.header = Header(
            translate("families", FAMILY.name), FAMILY.density, {**shown, TRAIN: self.tr("Train live")}
        )
        self.view = ExploreView(_digits(), _clothes())
        self.live = VaeLivePage(self)
        self.answers = Answers(self, self._show_scene)
        self.pen = Pen(self, self.view.drawing)
        self.latents = Latents(self, self.view.latents)
        self.moves = Moves(self, self.view.transport)
        self.opening = Opening(self, self.take_import, lambda: self.state.drawing)
        self.animation = Animation(self)
        self._stack = QStackedWidget()
        self._trained = QWidget()  # which gives the page of live training its margins
        for widget in (self.view, self._trained):
            self._stack.addWidget(widget)
        self._head, self._live = QVBoxLayout(), QVBoxLayout(self._trained)
        self._head.addWidget(self.header)
        self._live.addWidget(self.live.view)
        self._page = QVBoxLayout(self)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._page.addLayout(self._head)
        self._page.addWidget(self._stack, 1)
        self.add_part(self.answers, *SLOTS)
        self.add_part(self.live, "live")
        self.add_part(self.opening, "import")
        self.add_part(self.animation, SLOT)
        self._connect()
        self._restyle()

    @property
    def state(self) -> VaeState:
        """What is shown."""
        return self._state

    @property
    def scene(self) -> Scene:
        """The explore page, with the answers."""
        return self.answers.scene

    @property
    def trains(self) -> bool:
        """Whether the page of live training is shown."""
        return self._state.page == TRAIN

    @property
    def drawing(self) -> bool:
        """Whether a stroke is under way."""
        return self.pen.drawing

    # -- what the window asks of a tab ---------------------------------------------------------------------

    def commands(self) -> Sequence[Command]:
        """Return the tab's commands."""
        return table.commands(self)

    def adopt_actions(self, action: Callable[[str], QAction]) -> None:
        """Put buttons for acts at the drawing, and the export menu into the header."""
        self.view.drawing.set_acts([(action(name), icon) for name, icon in table.ACTS.items()])
        self.header.add_menu(self.tr("Copy, save, export"), "export", [action(name) for name in table.EXPORT])

    def show_state(self, state: State) -> None:
        """Show what the user has set."""
        assert isinstance(state, VaeState)
        self._state = state
        self._stack.setCurrentWidget(self._trained if self.trains else self.view)
        self.header.set_model(TRAIN if self.trains else state.model)
        self.moves.player.set_speed(state.speed, slow=state.slow)
        if self.trains:
            self.header.set_note("")
            self.live.show_state(state)
        else:
            self.answers.show_state(state)

    def show_result(self, slot: str, result: object) -> None:
        """Show a step of an answer."""
        if isinstance(result, Encoded | LiveStep):
            self._device = result.device
        super().show_result(slot, result)

    def show_failure(self, slot: str, failure: Failure) -> None:
        """Show the error where the answer would have been."""
        self._device = self._device or self.tr("No answer yet")
        super().show_failure(slot, failure)

    def device(self) -> str:
        """Return where the last answer was computed."""
        return self._device

    def work(self) -> str:
        """Say what plays or trains."""
        return self.animation.words() or (self.live.words() if self.trains else self.moves.words())

    def settled(self) -> bool:
        """Tell whether the step of the training that is set is on screen, while its page is shown."""
        return self.live.settled() if self.trains else True

    def stop(self) -> None:
        """Stop what plays or trains."""
        self.moves.player.pause()
        self.live.stop()

    def set_projector(self, on: bool) -> None:
        """Show the pictures and the ledger, or everything."""
        self.moves.player.projector = on
        self.header.setVisible(not on)
        self.view.set_projector(on)
        self.live.set_projector(on)

    def open_picture(self, path: Path) -> None:
        """Read a picture in the worker and make it the drawing."""
        self.opening.open(Import(path=str(path)))

    def paste_picture(self, content: bytes) -> None:
        """Read the clipboard's picture in the worker and make it the drawing."""
        self.opening.open(Import(content=content))

    # -- what the user can do ------------------------------------------------------------------------------

    @Slot(str)
    def choose(self, name: str) -> None:
        """Explore a model, or train one live."""
        self.stop()
        if name == TRAIN:
            self.edit(page=TRAIN)
        else:
            self.edited.emit(replace(self.state.with_model(name), page="explore"), "")

    @Slot(object)
    def take_import(self, imported: Imported) -> None:
        """Take an opened picture as the drawing; where one is trained live, that rests and gives way."""
        self.stop()
        self.pen.take_import(imported)

    @Slot()
    def improve(self) -> None:
        """Let q climb the ELBO, from where it is."""
        if self.state.motion != "improve":
            self.choose_motion("improve")
        self.moves.toggle_play()

    @Slot(str)
    def choose_motion(self, motion: str) -> None:
        """Have the transport play another motion."""
        self.moves.player.pause()
        self.edit(motion=motion)
        self.moves.ask_for_pins()

    @Slot()
    def take_encoders_q(self) -> None:
        """Let q be the encoder's again."""
        self.moves.player.pause()
        self.edit("", **OWN_Q)

    @Slot(object)
    def pin(self, code: Code) -> None:
        """Drop a pin at a code, and go there."""
        self.edited.emit(replace(self.state.pinned(code), z=code, walk=None), "")

    @Slot(str)
    def choose_view(self, view: str) -> None:
        """Show another plane; of axes that nobody chose, those two that say most.

        Where pins are missing, that of the axes is shown, and it is said.
        """
        points, state = self.scene.points, self.state
        known = points is not None and points.model == state.model and len(points.mu) == points.total
        if view != "pca" and state.axes == (0, 1) and points is not None and known:
            self.edit(view=view, axes=points.order[:2])
        else:
            self.edit(view=view)
        if view == "pins" and len(state.pins) < MOST_PINS:
            self.said.emit(
                "info", self.tr("Click the map three times: the plane goes through the three pins.")
            )

    # -- how -----------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        view = self.view
        self.header.model_chosen.connect(self.choose)
        view.map.mode_chosen.connect(lambda mode: self.edit(map=mode))
        view.map.view_chosen.connect(self.choose_view)
        view.map.pointed.connect(self.answers.point_at)
        view.map.moved.connect(lambda code: self.edit("latent", z=code, walk=None))
        view.map.settled.connect(self.gesture_ended)
        view.map.clicked.connect(self.pin)
        view.map.pin_moved.connect(self._move_pin)
        view.map.pin_removed.connect(self._remove_pin)
        view.posterior.dragged.connect(self._drag_q)
        view.posterior.settled.connect(self.gesture_ended)
        view.posterior.improve_pressed.connect(self.improve)
        view.posterior.encoder_pressed.connect(self.take_encoders_q)
        view.posterior.classes_changed.connect(lambda classes: self.edit(classes=classes))
        view.posterior.code_chosen.connect(lambda code: self.edit(z=code, walk=None))
        view.decoded.kind_chosen.connect(lambda kind: self.edit(decoded=kind))
        view.below.lower_chosen.connect(lambda panel: self.edit(lower=panel))
        view.below.dimensions.axis_picked.connect(self._take_axis)
        view.below.neighbours.chosen.connect(self.pen.take)
        view.motions.chosen.connect(self.choose_motion)
        view.ways.chosen.connect(lambda way: self.edit(way=way))
        view.seed.edited.connect(self.latents.choose_seed)
        view.randomise.clicked.connect(lambda: self.latents.randomise())
        self.moves.changed.connect(self._show_moves)

    def _drag_q(self, a: float, b: float, wide: float, high: float) -> None:
        mu = tuple(min(max(value, -LIMIT), LIMIT) for value in (a, b))
        sigma = tuple(min(max(value, LEAST_SIGMA), MOST_SIGMA) for value in (wide, high))
        self.edit("q", **{**OWN_Q, "q": Gauss(mu, sigma)})

    def _move_pin(self, index: int, code: Code) -> None:
        pins = tuple(code if at == index else pin for at, pin in enumerate(self.state.pins))
        self.edit("pin", pins=pins)

    def _remove_pin(self, index: int) -> None:
        pins = tuple(pin for at, pin in enumerate(self.state.pins) if at != index)
        self.edit(pins=pins, walk=self.state.walk if len(pins) > 1 else None)

    def _take_axis(self, dim: int) -> None:
        """Show a dimension on the map: the older of its two axes gives way."""
        across, up = self.state.axes
        if dim not in (across, up):
            self.edit(axes=(up, dim), view="axes")

    def _show_scene(self, scene: Scene) -> None:
        self.view.show_scene(scene)
        if not self.trains:
            self.header.set_note(phases.note(scene))

    @Slot()
    def _show_moves(self) -> None:
        player = self.moves.player
        self.answers.show_walk(playing=player.playing, phase=player.phase)

    def _restyle(self) -> None:
        now = theme.current()
        for layout, margins in ((self._head, fitting.HEAD), (self._live, fitting.MARGINS)):
            layout.setContentsMargins(*(now.px(margin) for margin in margins))
        self._page.setSpacing(now.px(fitting.SPACING))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus to the canvas; a proxy would be where Tab begins, past the header."""
        self.view.drawing.canvas.setFocus(event.reason())


def _digits() -> list[tuple[str, Bits]]:
    return [(example.name, example.bits) for example in examples.examples()]


def _clothes() -> list[tuple[str, Bits]]:
    items = examples.fashion_items()
    return [(items.names[label], binarize(items.images[at])) for at, label in enumerate(items.labels)]
