"""The Foundations tab: count, walk the chain rule, ask Bayes' rule, on a picture of a few pixels."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QFocusEvent
from PySide6.QtWidgets import QVBoxLayout

from genplay.families.base import Bits, Drawing, State
from genplay.families.foundations import Draw, FoundationsState
from genplay.families.pictures import Import
from genplay.ui.commands import Command
from genplay.ui.tabs.base import Tab
from genplay.ui.tabs.foundations import commands as table
from genplay.ui.tabs.foundations.answers import Answers
from genplay.ui.tabs.foundations.fetching import SLOT, Fetching
from genplay.ui.tabs.foundations.scene import Scene
from genplay.ui.tabs.foundations.view import View
from genplay.ui.tabs.foundations.walk import FactorWalk


class FoundationsTab(Tab):
    """The view of the foundations family, and what its gestures mean."""

    DRAGS = frozenset({"stroke"})

    def __init__(self) -> None:
        super().__init__()
        self._state = FoundationsState()
        self.view = View()
        self.answers = Answers(self, self.view)
        self.walk = FactorWalk(self, self.view.transport)
        self.header = self.view.header
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.view)
        self.fetching = Fetching(self)
        self.add_part(self.answers, "models", "chain", "bayes")
        self.add_part(self.fetching, SLOT)
        self._connect()

    @property
    def state(self) -> FoundationsState:
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
        """Put the export menu into the header, and buttons beside the picture's title."""
        self.view.picture.set_acts([(action(name), icon) for name, icon in table.ACTS.items()])
        self.header.add_menu(self.tr("Copy, save, export"), "export", [action(name) for name in table.EXPORT])

    def show_state(self, state: State) -> None:
        """Show what the user has set."""
        assert isinstance(state, FoundationsState)
        self._state = state
        self.walk.player.set_speed(state.speed, slow=state.slow)
        self.answers.show_state(state)

    def set_projector(self, on: bool) -> None:
        """Show the page's formula, picture and numbers, or everything."""
        self.walk.player.projector = on
        self.view.set_projector(on)

    def device(self) -> str:
        """Say that everything is counted on the processor."""
        return self.tr("CPU, counted") if self.scene.fitted is not None else ""

    def work(self) -> str:
        """Say that the table is being counted, or that the factors come by themselves."""
        if (done := self.scene.building) is not None:
            return self.tr("Counting, {percent} %").format(percent=round(100 * done))
        return self.walk.words()

    def stop(self) -> None:
        """Stop the factors."""
        self.walk.player.pause()

    def open_picture(self, path: Path) -> None:
        """Have a picture read and fitted to the size."""
        self._open(path=str(path))

    def paste_picture(self, content: bytes) -> None:
        """Have the picture in a file's bytes read and fitted to the size."""
        self._open(content=content)

    def _open(self, path: str = "", content: bytes = b"") -> None:
        rows, columns = self.state.size
        self.fetching.open(Import(path, content, rows=rows, columns=columns))

    # -- what the user can do ------------------------------------------------------------------------------

    @Slot(str)
    def turn_to(self, page: str) -> None:
        """Turn to a page."""
        self.stop()  # the factors would go on where they are not seen
        self.edit(page=page)

    @Slot(int, int)
    def resize_picture(self, rows: int, columns: int) -> None:
        """Take pictures of another size."""
        self.stop()
        self.edited.emit(self.state.resized(rows, columns), "")

    def take(self, drawing: Drawing) -> None:
        """Make a picture the drawing, if it is as large; the next patch is another one."""
        if (drawing.height, drawing.width) == self.state.size:
            self.edit(drawing=drawing, patch=_next(self.state.patch))

    @Slot()
    def ask_for_patch(self) -> None:
        """Ask for a patch of the data, another one each time."""
        self.fetching.open(Draw(self.state.size, _next(self.state.patch)))

    @Slot()
    def clear(self) -> None:
        """Take all ink away."""
        self.edit(drawing=Drawing.blank(*self.state.size))

    @Slot()
    def invert(self) -> None:
        """Make ink paper and paper ink."""
        self.edit(drawing=Drawing.of(1 - self.state.drawing.pixels()))

    @Slot()
    def sample_again(self) -> None:
        """Draw other samples from the four models."""
        self.edit(seed=_next(self.state.seed))

    # -- how -----------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        view = self.view
        self.header.model_chosen.connect(self.turn_to)
        view.picture.canvas.drawn.connect(self._draw)
        view.picture.canvas.hovered.connect(self.answers.hover)
        view.picture.canvas.picked.connect(self.walk.pick)
        view.picture.size_chosen.connect(self.resize_picture)
        view.picture.patch_pressed.connect(self.ask_for_patch)
        view.chain.picked.connect(self.walk.go_to)
        view.chain.hovered.connect(self.answers.hover)
        view.bayes.pressed.connect(self._give_role)
        view.bayes.given_pressed.connect(self._give)
        view.bayes.role_chosen.connect(lambda role: self.edit(role=role))
        view.bayes.arrows_chosen.connect(lambda model: self.edit(arrows=model))
        view.order_chosen.connect(lambda order: self.edit(order=order))
        view.order_seed_edited.connect(partial(self._number, "order_seed"))
        view.reach.edited.connect(partial(self._number, "reach"))
        view.sample_seed.edited.connect(partial(self._number, "seed"))
        self._connect_numbers()
        self.walk.changed.connect(self._show_walk)

    def _connect_numbers(self) -> None:
        view = self.view
        view.plot.nMoved.connect(self._count_for)
        view.plot.nSettled.connect(self.gesture_ended)
        view.count.pixels.moved.connect(self._count_for)
        view.count.reach.moved.connect(partial(self._drag, "reach"))
        for slider in (view.count.pixels, view.count.reach):
            slider.settled.connect(self._settle)
        view.count.reset_pressed.connect(self._reset_counters)

    @Slot(object, bool)
    def _draw(self, bits: Bits, finished: bool) -> None:
        self.edit("stroke", drawing=Drawing.of(bits))
        if finished:
            self.gesture_ended.emit()

    @Slot(int)
    def _give_role(self, pixel: int) -> None:
        self.edited.emit(self.state.with_role(pixel, self.state.role), "")

    @Slot(int)
    def _give(self, pixel: int) -> None:
        self.edited.emit(self.state.with_role(pixel, "given"), "")

    def _number(self, name: str, value: int) -> None:
        self.edit_while_busy(name, **{name: value})

    def _drag(self, name: str, value: float) -> None:
        self.edit(name, **{name: int(value)})

    def _count_for(self, value: float) -> None:
        """Count for so many pixels; as many as the picture has are its own, and follow it."""
        self.edit("n", n=None if int(value) == self.state.pixels else int(value))

    @Slot()
    def _reset_counters(self) -> None:
        fresh = FoundationsState()
        self.edit(n=fresh.n, reach=fresh.reach)

    @Slot(float)
    def _settle(self, value: float) -> None:
        self.gesture_ended.emit()

    @Slot()
    def _show_walk(self) -> None:
        player = self.walk.player
        self.answers.show_walk(playing=player.playing, phase=player.phase)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus to the canvas; a proxy would be where Tab begins, past the header."""
        self.view.picture.canvas.setFocus(event.reason())


def _next(seed: int) -> int:
    """Return the seed after this one; after the last comes the first."""
    return (seed + 1) % 2**31
