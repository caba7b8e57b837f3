"""The InfoGAN tab: set codes and see the picture, draw a picture and read its codes."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QFocusEvent

from genplay.data import examples
from genplay.families.base import Bits, State
from genplay.families.infogan import CATEGORIES, FAMILY, NAMES, InfoGanState, Numbers
from genplay.families.pictures import Import
from genplay.pipelines import CPU
from genplay.ui.commands import Command
from genplay.ui.tabs.animation import SLOT, Animation
from genplay.ui.tabs.infogan import commands as table
from genplay.ui.tabs.infogan import files
from genplay.ui.tabs.infogan.answers import SLOTS, Answers
from genplay.ui.tabs.infogan.motion import SWEPT, Sweep
from genplay.ui.tabs.infogan.scene import Scene
from genplay.ui.tabs.infogan.view import InfoGanView
from genplay.ui.tabs.levels_pen import LevelsPen
from genplay.ui.tabs.opening import Opening
from genplay.ui.tabs.sheet import SheetTab
from genplay.ui.translation import translate
from genplay.ui.widgets.header import Header
from genplay.ui.widgets.pixels import levels

_EARLY = 3  # examples before those that are no digits, of the five or more that are seen at once


class InfoGanTab(SheetTab):
    """The view of the InfoGAN family, and what its gestures mean.

    Attributes:
        view: Everything below the header.
        sweep: What play, step and the like do.
        pen: What the brush does.
        animation: A sweep that is being saved.
    """

    DRAGS = frozenset({"stroke", "code", "noise", "play", "step", "scrub"})
    MAIN = ("picture", "read", "wall")

    def __init__(self) -> None:
        super().__init__()
        self._state = InfoGanState()
        shown = {name: translate("families", NAMES[name]) for name in NAMES}
        self.header = Header(translate("families", FAMILY.name), FAMILY.density, shown)
        self.header.set_note(self.tr("MNIST, trained without labels"))
        digits = self._digits()
        self.view = InfoGanView(digits)
        self.answers = Answers(self, self._show_scene)
        self.pen = LevelsPen(self, self.view.reader, [picture for _, picture in digits])
        self.sweep = Sweep(self, self.view.transport)
        self.opening = Opening(self, self.pen.take_import, lambda: (self.state.drawing, self.state.levels))
        self.animation = Animation(self)
        self.add_part(self.answers, *SLOTS)
        self.add_part(self.opening, "import")
        self.add_part(self.animation, SLOT)
        self._connect()
        self.lay_out(self.view)

    @property
    def state(self) -> InfoGanState:
        """What is shown."""
        return self._state

    @property
    def scene(self) -> Scene:
        """What is shown, with the answers."""
        return self.answers.scene

    # -- what the window asks of a tab ---------------------------------------------------------------------

    def commands(self) -> Sequence[Command]:
        """Return the tab's commands."""
        return table.commands(self)

    def adopt_actions(self, action: Callable[[str], QAction]) -> None:
        """Put acts below the drawing tools, and the export menu into the header."""
        self.view.reader.set_acts([(action(name), icon) for name, icon in table.ACTS.items()])
        self.header.add_menu(self.tr("Copy, save, export"), "export", [action(name) for name in table.EXPORT])

    def show_state(self, state: State) -> None:
        """Show what the user has set."""
        assert isinstance(state, InfoGanState)
        self._state = state
        self.header.set_model(state.model)
        self.sweep.player.set_speed(state.speed, slow=False)
        self.answers.show_state(state)

    def device(self) -> str:
        """Return where the last answer was computed."""
        return CPU if self.scene.made is not None else ""

    def work(self) -> str:
        """Say what plays or is saved."""
        return self.animation.words() or self.sweep.words()

    def stop(self) -> None:
        """Stop what plays."""
        self.sweep.player.pause()

    def set_projector(self, on: bool) -> None:
        """Show what a class in the last row can read, or everything."""
        self.sweep.player.projector = on
        super().set_projector(on)
        self.view.set_projector(on)

    def open_picture(self, path: Path) -> None:
        """Read a picture in the worker and make it the drawing."""
        self.opening.open(Import(path=str(path)))

    def paste_picture(self, content: bytes) -> None:
        """Read the clipboard's picture in the worker and make it the drawing."""
        self.opening.open(Import(content=content))

    # -- what the user can do ------------------------------------------------------------------------------

    @Slot(str)
    def choose_model(self, name: str) -> None:
        """Show another model; the codes stay, though its categories are others."""
        self.stop()
        self.edit(model=name)

    @Slot(int)
    def choose_category(self, category: int) -> None:
        """Set c1; where the noise is not locked, it is drawn anew."""
        self.stop()
        self.edit(category=category, seed=self.state.chosen_seed)

    @Slot(int, object)
    def choose_code(self, category: int, numbers: Numbers) -> None:
        """Set all codes, as a picture of the wall has them."""
        self.stop()
        self.edited.emit(self.state.told(category, numbers), "")

    @Slot()
    def reset_numbers(self) -> None:
        """Set c2 and c3 to 0."""
        self.stop()
        self.edit(numbers=(0.0, 0.0))

    @Slot()
    def redraw(self) -> None:
        """Draw other noise, by the next seed."""
        self.edit(seed=self.state.next_seed)

    @Slot()
    def toggle_lock(self) -> None:
        """Keep the noise when another category is chosen, or not."""
        self.edit(locked=not self.state.locked)

    @Slot()
    def read_made(self) -> None:
        """Take the generated picture as the drawing, and have it read."""
        if self.scene.made is not None:
            self.stop()
            self.pen.take_levels(levels(self.scene.made.ink, 0, 1))

    @Slot()
    def use_codes(self) -> None:
        """Set the codes to what was read in the drawing."""
        if (found := self.scene.read) is not None:
            self.choose_code(found.reading.category, found.numbers)

    @Slot(str)
    def choose_sweep(self, code: str) -> None:
        """Have the transport move another code: slowly, where each step is another digit."""
        self.stop()
        other = (code == "c1") != (self.state.swept == "c1")
        self.edit(swept=code, speed=SWEPT[code] if other else self.state.speed)

    # -- how -----------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        view = self.view
        self.header.model_chosen.connect(self.choose_model)
        view.codes.category_chosen.connect(self.choose_category)
        view.codes.number_moved.connect(self._move)
        view.codes.number_settled.connect(self.gesture_ended)
        view.codes.reset_pressed.connect(self.reset_numbers)
        view.codes.seed_chosen.connect(lambda seed: self.edit_while_busy("noise", seed=seed))
        view.codes.redrawn.connect(self.redraw)
        view.codes.lock_toggled.connect(self.toggle_lock)
        view.picture.read_pressed.connect(self.read_made)
        view.picture.save_pressed.connect(lambda: files.save_picture(self))
        self.help_out({view.picture.picture: "picture"})
        view.wall.axis_chosen.connect(lambda axis: self.edit(axis=axis))
        view.wall.code_chosen.connect(self.choose_code)
        view.reader.told.connect(self.use_codes)
        view.sweeps.chosen.connect(self.choose_sweep)
        view.save_animation.clicked.connect(lambda: files.save_animation(self))
        self.sweep.changed.connect(lambda: self._show_scene(self.scene))

    def _move(self, number: int, value: float) -> None:
        self.stop()
        c2, c3 = self.state.numbers
        self.edit("code", numbers=(value, c3) if number == 0 else (c2, value))

    def _show_scene(self, scene: Scene) -> None:
        self.view.show_scene(scene, playing=self.sweep.playing)

    def _digits(self) -> list[tuple[str, Bits]]:
        """Return two grey test digits of each class, one of each first; what is none stands early on."""
        known, name = examples.grey_digits(), self.tr("Digit {digit}")
        places = [np.flatnonzero(known.labels == digit) for digit in range(CATEGORIES)]
        digits = [
            (name.format(digit=digit), known.images[at[turn]])
            for turn in range(2)
            for digit, at in enumerate(places)
        ]
        others = {one.name: one.bits * np.uint8(255) for one in examples.examples()}
        called = [self.tr("Noise"), self.tr("Letter A"), self.tr("Shifted 7")]
        names = ("Noise", "Letter A", "Shifted 7")
        none = list(zip(called, [others[other] for other in names], strict=True))
        return [*digits[:_EARLY], *none, *digits[_EARLY:]]

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus to the canvas, or else to the codes; a proxy would be where Tab begins."""
        canvas, codes = self.view.reader.canvas, self.view.codes.buttons
        (canvas if canvas.isVisible() else codes.button(self.state.category)).setFocus(event.reason())
