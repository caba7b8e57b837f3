"""The wall of every single edit of a face; of one whose true edits are known, these and what was missed."""

import numpy as np
from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from genplay.families.stargan import SIDE, Floats, Levels, Wall
from genplay.ui import text, theme
from genplay.ui.tabs.memo import Memo
from genplay.ui.tabs.stargan import words
from genplay.ui.tabs.stargan.panel import LowerPanel
from genplay.ui.tabs.stargan.scene import Scene
from genplay.ui.widgets.picture_wall import Cell, PictureWall
from genplay.ui.widgets.pixels import as_colours, indexed, levels

_WIDEST = 13  # pictures of a row that can still be seen
_KEPT = 0.9  # of a picture's side, with another row
_MISSED = 2  # that row


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
            self.wall.set_pictures(pictures, pale=range(found.done, len(pictures)))
            return
        named = self._rows(found)
        self.wall.set_shape(len(named), columns)
        self.wall.set_names(named, names)
        shown = [truths, pictures]
        if len(named) > len(shown) and found.missed[0] is not None:
            shown.append(coloured(found.missed[0]))
        pale = range(len(truths) + found.done, len(truths) + len(pictures))
        self.wall.set_pictures(np.concatenate(shown), pale=pale)

    def _rows(self, found: Wall) -> list[str]:
        """Return the names of two rows, or of three where that hardly makes the pictures smaller."""
        named, columns = [self.tr("true"), self.tr("by G"), self.tr("missed")], len(found.names)
        two, three = (self.wall.side_of(SIDE, named[:rows], columns) for rows in (2, 3))
        return named if three >= _KEPT * two and found.missed[0] is not None else named[:2]

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
        if cell is None or number is None:
            self.caption.set_words(self._said)
            return
        edit, found = said(self._scene, number), self._scene.singles
        missed = None if found is None else found.missed[0]
        if cell[0] == _MISSED and found is not None and missed is not None and number < found.done:
            template = self.tr("{edit}: {mean} levels off on average; colours from 0 to {limit}")
            mean = text.number(float(missed[number].mean()), 1)
            edit = template.format(edit=edit, mean=mean, limit=words.LIMIT)
        self.caption.set_words(edit)

    def picture(self) -> QImage:
        """Return the pictures side by side as ``PictureWall.picture``, without the row of what was missed."""
        image, found = self.wall.picture(), self._scene.singles
        if found is None or not shape(found)[2]:
            return image
        return image.copy(0, 0, image.width(), _MISSED * SIDE)

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
    """Return the rows and columns of a face's edits, and whether these are the true ones and G's below."""
    count = len(found.names)
    true = found.truths[0] is not None and count <= _WIDEST
    if true:
        return 2, count, True
    rows = -(-count // _WIDEST)
    return rows, -(-count // rows), False


def coloured(missed: Floats) -> Levels:
    """Return what was missed, (K, 64, 64), in the colours of the map of one edit, (K, 64, 64, 3)."""
    table = theme.current().table("surprise")
    image = indexed(levels(missed, 0, words.LIMIT).reshape(-1, SIDE), table)
    return as_colours(image, table).reshape(*missed.shape, 3)


def said(scene: Scene, number: int) -> str:
    """Return what the edit of one attribute changes."""
    if not scene.own:
        return words.attribute(scene.names[number])
    return words.edit(scene.names, scene.own, scene.single(number), scene.groups)
