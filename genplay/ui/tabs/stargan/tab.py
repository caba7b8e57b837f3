"""The StarGAN tab: change one thing about a face, and see it beside the true change."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QFocusEvent

from genplay.data.avatars import examples, render, spec
from genplay.families.base import State
from genplay.families.stargan import (
    FAMILY,
    MOST_FACES,
    MOST_SEED,
    MOST_STEPS,
    NAMES,
    Face,
    Fit,
    Folder,
    StarGanState,
)
from genplay.pipelines import CPU
from genplay.ui.commands import Command
from genplay.ui.tabs import pictures
from genplay.ui.tabs.sheet import SheetTab
from genplay.ui.tabs.stargan import commands as table
from genplay.ui.tabs.stargan import files, own
from genplay.ui.tabs.stargan.answers import Answers
from genplay.ui.tabs.stargan.fitted_face import Fitting
from genplay.ui.tabs.stargan.maker_panel import start
from genplay.ui.tabs.stargan.scene import SLOTS, Scene
from genplay.ui.tabs.stargan.view import StarGanView
from genplay.ui.translation import translate
from genplay.ui.widgets.header import Header


class StarGanTab(SheetTab):
    """The view of the StarGAN family, and what its gestures mean.

    Attributes:
        models: What can be shown, by name.
        missing: Why no avatar can be drawn here, and what helps; "" where it can.
        view: Everything below the header.
    """

    DRAGS = frozenset({"strength"})
    MAIN = ("picture", "face", "back", "chain", "singles", "faces")

    def __init__(self) -> None:
        super().__init__()
        self._state = StarGanState()
        self.models = own.offered()
        self.missing = self._missing()
        self.header = Header(translate("families", FAMILY.name), FAMILY.density, self.models)
        known, name = examples.examples(), self.tr("Avatar {number}")
        avatars = [(name.format(number=number), one) for number, one in enumerate(known.images, 1)]
        self._code = tuple(int(number) for number in spec.code(known.specs[0]))
        self.view = StarGanView(avatars, self._code, self.missing)
        self.header.set_tip(self.tr("G never saw a picture beside its edited twin."))
        self.answers = Answers(self, self.view.show_scene)
        self.fitting = Fitting(self, self.choose_face, self._unfold, self._chosen)
        self.add_part(self.answers, *SLOTS)
        self.add_part(self.fitting, "fit")
        self._connect()
        self.lay_out(self.view)

    @property
    def state(self) -> StarGanState:
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
        """Put the export menu into the header."""
        self.header.add_menu(self.tr("Copy, save, export"), "export", [action(name) for name in table.EXPORT])

    def show_state(self, state: State) -> None:
        """Show what the user has set."""
        assert isinstance(state, StarGanState)
        self._state = state
        if state.model in self.models:  # of another computer's session it may not be
            self.header.set_model(state.model)
        self.header.set_note(
            self.tr("Avatars, trained without pairs")
            if state.model in NAMES
            else self.tr("Your own pictures")
        )
        self.answers.show_state(state)

    def device(self) -> str:
        """Return where the last answer was computed."""
        return CPU if self.scene.edited is not None else ""

    def set_projector(self, on: bool) -> None:
        """Show what a class in the last row can read, or everything."""
        super().set_projector(on)
        self.view.set_projector(on)

    def open_picture(self, path: Path) -> None:
        """Read a picture in the worker and make it the face; of a folder, show its faces to choose from."""
        self.fitting.open(Fit(path=str(path)))

    def paste_picture(self, content: bytes) -> None:
        """Read the clipboard's picture in the worker and make it the face."""
        self.fitting.open(Fit(content=content))

    # -- the face ------------------------------------------------------------------------------------------

    @Slot(str)
    def choose_model(self, name: str) -> None:
        """Show another model, which may know other attributes."""
        self.edited.emit(self.state.modelled(name), "")

    def choose_face(self, face: Face, gesture: str = "") -> None:
        """Show another face."""
        if face != self.state.face:
            self.edited.emit(self.state.faced(face), gesture)

    @Slot(int)
    def choose_example(self, number: int) -> None:
        """Show a face of the strip."""
        self.choose_face(self.state.strip[number])

    def step_example(self, steps: int) -> None:
        """Show the face so many further in the strip, around its ends; the first if it has none of it."""
        strip, face = self.state.strip, self.state.face
        self.choose_example((strip.index(face) + steps) % len(strip) if face in strip else 0)

    @Slot()
    def close_folder(self) -> None:
        """Have the unseen avatars to choose from again."""
        self.edited.emit(self.state.closed(), "")

    @Slot(int)
    def choose_seed(self, seed: int) -> None:
        """Show the avatar of a seed."""
        face = Face(kind="seed", seed=seed)
        self.edit_while_busy("seed", face=face, own=None, target=None, anyway=False, chain=())

    @Slot()
    def redraw(self) -> None:
        """Show the avatar of the next seed."""
        seed = (self.view.source.seed.value() + 1) % (MOST_SEED + 1)
        self.choose_face(Face(kind="seed", seed=seed))

    @Slot(int, int)
    def compose(self, field: int, value: int) -> None:
        """Change one field of the avatar's specification; its attributes are then its own again."""
        if self.scene.known is None and self.state.face.kind in ("example", "seed"):
            return  # one composes from what is not known yet
        code = list(start(self.scene, self._code))
        code[field] = value
        self.choose_face(Face(kind="composed", code=tuple(code)))

    @Slot()
    def accept(self) -> None:
        """Show what comes of a face that G does not know."""
        self.edit(anyway=True)

    # -- its attributes ------------------------------------------------------------------------------------

    @Slot(int)
    def toggle(self, number: int) -> None:
        """Ask for another attribute: of a group for it alone, of a switch for the opposite."""
        if self.scene.own and number < len(self.scene.names):
            self._aim(self.state.toggled(number, self.scene.own, self.scene.groups))

    @Slot(int)
    def choose_single(self, number: int) -> None:
        """Ask for the edit of one attribute alone."""
        if self.scene.own:
            self._aim(replace(self.state, target=self.scene.single(number), strength=1.0))

    @Slot(int)
    def reset(self, number: int) -> None:
        """Ask for the face's own in one attribute."""
        if self.scene.own:
            self.edited.emit(self.state.reset(number, self.scene.own, self.scene.groups), "")

    @Slot()
    def reset_all(self) -> None:
        """Ask for the face's own attributes."""
        self.edit(target=None, strength=1.0)

    @Slot(int)
    def correct(self, number: int) -> None:
        """Say that D misread an attribute of the face."""
        if (known := self.scene.known) is not None:
            read = tuple(known.own.tolist())
            corrected = self.state.corrected(number, read, known.groups)
            self._aim(replace(corrected, own=None if corrected.own == read else corrected.own))

    @Slot()
    def correct_all(self) -> None:
        """Let the face have what it has in truth."""
        if (known := self.scene.known) is not None:
            righted, read = self.scene.righted, tuple(known.own.tolist())
            self._aim(replace(self.state, own=None if righted == read else righted))

    # -- chain and wall ------------------------------------------------------------------------------------

    @Slot()
    def add_step(self) -> None:
        """Make the target the next edit of the chain."""
        self._extend(self.state.chained(self.scene.own))

    @Slot()
    def return_home(self) -> None:
        """Make the face's own attributes the next edit of the chain."""
        back = replace(self.state, target=None).chained(self.scene.own)
        self._extend(replace(back, target=self.state.target))

    @Slot()
    def remove_step(self) -> None:
        """Take the last edit of the chain away."""
        self.edit(chain=self.state.chain[:-1])

    @Slot()
    def clear_steps(self) -> None:
        """Take all edits of the chain away."""
        self.edit(chain=())

    @Slot(int)
    def choose_step(self, at: int) -> None:
        """Ask for the attributes of a picture of the chain."""
        if at <= len(self.state.chain) and self.scene.own:
            target = self.state.chain[at - 1] if at else None
            self._aim(replace(self.state, target=target, strength=1.0))

    @Slot(int, object)
    def choose_edit(self, row: int, number: int | None) -> None:
        """Show a face of the wall, with the edit of one attribute or as it is."""
        state, found = self.state, self.scene.walled
        if found is None or row >= len(found.faces):
            return
        if found.faces[row] != state.face:
            state = state.faced(found.faces[row])
        own = state.own or tuple(found.own[row].tolist())
        state = replace(state, target=None, strength=1.0)
        if number is not None:
            state = state.toggled(number, own, self.scene.groups)
        self.edited.emit(_own_as_none(state, own), "")

    @Slot()
    def add_face(self) -> None:
        """Put the face on the wall."""
        if len(self.state.wall) < MOST_FACES and self.scene.row(self.state.face) is None:
            self.edit(wall=(*self.state.wall, self.state.face), lower="faces")

    @Slot()
    def remove_face(self) -> None:
        """Take the last face off the wall."""
        if len(self.state.wall) > 1:
            self.edit(wall=self.state.wall[:-1])

    @Slot()
    def other_faces(self) -> None:
        """Put the next faces of the strip on the wall, as many as there are now or as it has."""
        strip, wall = self.state.strip, self.state.wall
        last = max((strip.index(face) for face in wall if face in strip), default=-1)
        count = min(len(wall), len(strip))
        self.edit(wall=tuple(strip[(last + 1 + at) % len(strip)] for at in range(count)))

    # -- how -----------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        view, source, rows, below = self.view, self.view.source, self.view.attributes, self.view.below
        self.header.model_chosen.connect(self.choose_model)
        view.faces.accepted.connect(self.accept)
        self.help_out({view.faces.face.picture: "face", view.faces.edited.picture: "picture"})
        source.example_chosen.connect(self.choose_example)
        source.next_pressed.connect(lambda: self.step_example(1))
        source.seed_chosen.connect(self.choose_seed)
        source.redrawn.connect(self.redraw)
        source.composed.connect(lambda: self.edit(lower="maker"))
        source.open_pressed.connect(lambda: pictures.ask(self))
        source.folder_pressed.connect(lambda: files.open_folder(self))
        source.folder_closed.connect(self.close_folder)
        rows.toggled.connect(self.toggle)
        rows.corrected.connect(self.correct)
        rows.reset_pressed.connect(self.reset)
        rows.all_reset.connect(self.reset_all)
        rows.truth_pressed.connect(self.correct_all)
        rows.strength_moved.connect(lambda value: self.edit("strength", strength=round(value, 2)))
        rows.strength_settled.connect(self.gesture_ended)
        below.lower_chosen.connect(lambda lower: self.edit(lower=lower))
        below.accepted.connect(self.accept)
        below.singles.edit_chosen.connect(self.choose_single)
        below.faces.edit_chosen.connect(self.choose_edit)
        below.faces.added.connect(self.add_face)
        below.faces.removed.connect(self.remove_face)
        below.faces.others_pressed.connect(self.other_faces)
        below.chain.added.connect(self.add_step)
        below.chain.returned.connect(self.return_home)
        below.chain.removed.connect(self.remove_step)
        below.chain.cleared.connect(self.clear_steps)
        below.chain.step_chosen.connect(self.choose_step)
        below.maker.composed.connect(self.compose)

    def _aim(self, state: StarGanState) -> None:
        """Ask for a state; a target that is the face's own is none."""
        self.edited.emit(_own_as_none(state, state.own or self.scene.own), "")

    def _extend(self, state: StarGanState) -> None:
        if len(self.state.chain) == MOST_STEPS:
            said = self.tr("A chain has at most {most} edits.")
            self.said.emit("info", said.format(most=MOST_STEPS))
        elif self.scene.own:
            self.edited.emit(replace(state, lower="chain"), "")

    def _chosen(self) -> object:
        return self.state.face, self.state.folder

    def _unfold(self, folder: Folder) -> None:
        self.edited.emit(self.state.opened(folder), "")

    def _missing(self) -> str:
        if not (names := render.missing()):
            return ""
        said = self.tr("Drawing avatars needs {names}: {remedy}")
        return said.format(names=", ".join(names), remedy=render.remedy())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus to the strip of avatars, whose arrow keys go from face to face."""
        self.view.source.strip.setFocus(event.reason())


def _own_as_none(state: StarGanState, own: Sequence[float]) -> StarGanState:
    return replace(state, target=None) if state.target == tuple(own) else state
