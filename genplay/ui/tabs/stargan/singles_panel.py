"""The wall of every single edit of the face, where there is a truth with it and with what was missed."""

import numpy as np
from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from genplay.families.stargan import SIDE, Levels, Wall
from genplay.ui import theme
from genplay.ui.tabs.memo import Memo
from genplay.ui.tabs.stargan import words
from genplay.ui.tabs.stargan.panel import LowerPanel
from genplay.ui.tabs.stargan.scene import Scene
from genplay.ui.widgets.picture_wall import Cell, PictureWall
from genplay.ui.widgets.pixels import as_colours, indexed, levels

_WIDEST = 13  # pictures of a row that can still be seen
_KEPT = 0.9  # of a picture's side, with another row


class SinglesPanel(LowerPanel):
    """G's pictures, each below the true one; of many in several rows, and the caption says which.

    What was missed stands below them in colours, where that hardly makes them smaller.
    """

    slot = "singles"

    edit_chosen = Signal(int)
    """An attribute: its edit alone is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.wall = PictureWall(1, 1, worded=True)
        self.wall.setAccessibleName(self.tr("Every single edit"))
        self._said = self.tr("Each attribute changed alone. A click takes the edit.")
        self._scene = Scene()
        self._shown = Memo()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.wall)
        self.wall.chosen.connect(self._choose)
        self.wall.pointed.connect(self._point)
        self.caption.set_words(self._said)
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show as much of the wall as there is, and where the target is in it."""
        self._scene = scene
        found = scene.singles
        if self._shown.changed(found):
            self._show_pictures(found)
        self.wall.set_stale(self.is_late(scene))
        self.wall.set_current(self._current(found))

    def number(self, cell: Cell) -> int | None:
        """Return which attribute is changed in a picture."""
        found = self._scene.singles
        if found is None:
            return None
        _, columns, true = shape(found)
        at = cell[1] if true else cell[0] * columns + cell[1]
        return at if at < len(found.names) else None

    def _show_pictures(self, found: Wall | None) -> None:
        if found is None:
            self.wall.set_pictures(None)
            return
        rows, columns, true = shape(found)
        names = [words.short(name) for name in found.names] if rows == 1 or true else []
        truths, pictures = found.truths[0], found.pictures[0]
        if not true or truths is None:
            self.wall.set_shape(rows, columns)
            self.wall.set_names([], names)
            self.wall.set_pictures(pictures, fresh=found.done)
            return
        named = self._rows(columns)
        self.wall.set_shape(len(named), columns)
        self.wall.set_names(named, names)
        shown = [truths, pictures]
        if len(named) > len(shown):
            shown.append(missed(truths, pictures))
        fresh = None if found.complete else len(truths) + found.done
        self.wall.set_pictures(np.concatenate(shown), fresh=fresh)

    def _rows(self, columns: int) -> list[str]:
        """Return the names of the rows: the last one is there where it hardly makes the pictures smaller."""
        named = [self.tr("true"), self.tr("by G"), self.tr("missed")]
        roomy = self.wall.side_of(named, columns) >= _KEPT * self.wall.side_of(named[:2], columns)
        return named if roomy else named[:2]

    def _current(self, found: Wall | None) -> Cell | None:
        scene = self._scene
        if found is None or not scene.own or scene.state.strength < 1 or not scene.changed:
            return None
        alone = [number for number in range(len(found.names)) if scene.single(number) == scene.target]
        if not alone:
            return None
        _, columns, true = shape(found)
        return (1, alone[0]) if true else divmod(alone[0], columns)

    @Slot(int, int)
    def _choose(self, row: int, column: int) -> None:
        number = self.number((row, column))
        if number is not None:
            self.edit_chosen.emit(number)

    @Slot(object)
    def _point(self, cell: Cell | None) -> None:
        number = None if cell is None else self.number(cell)
        self.caption.set_words(self._said if number is None else said(self._scene, number))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many rows as there is room for."""
        super().resizeEvent(event)
        self._show_anew()

    def _restyle(self) -> None:
        super()._restyle()
        self._show_anew()

    def _show_anew(self) -> None:
        found = self._scene.singles
        self._show_pictures(found)
        self.wall.set_current(self._current(found))


def shape(found: Wall) -> tuple[int, int, bool]:
    """Return the rows and columns of a face's wall, and whether the first row is the truth."""
    count = len(found.names)
    true = found.truths[0] is not None and count <= _WIDEST
    if true:
        return 2, count, True
    rows = -(-count // _WIDEST)
    return rows, -(-count // rows), False


def missed(truths: Levels, pictures: Levels) -> Levels:
    """Return what differs between pictures, (K, 64, 64, 3) each, in the colours of the map of one edit."""
    difference = np.abs(truths.astype(np.float32) - pictures).mean(-1).reshape(-1, SIDE)
    table = theme.current().table("surprise")
    found = as_colours(indexed(levels(difference, 0, words.LIMIT), table), table)
    return found.reshape(pictures.shape)


def said(scene: Scene, number: int) -> str:
    """Return what the edit of one attribute changes."""
    if not scene.own:
        return words.attribute(scene.names[number])
    return words.edit(scene.names, scene.own, scene.single(number), scene.groups)
