"""The wall of several faces, each with every single edit."""

import numpy as np
from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QVBoxLayout

from genplay.families.stargan import MOST_FACES, Wall, changes, toggled
from genplay.ui import icons, theme
from genplay.ui.tabs.memo import Memo
from genplay.ui.tabs.stargan import words
from genplay.ui.tabs.stargan.panel import LowerPanel
from genplay.ui.tabs.stargan.scene import Scene
from genplay.ui.widgets.buttons import IconButton, Link
from genplay.ui.widgets.picture_wall import Cell, PictureWall
from genplay.ui.widgets.scrolled import scrolled

_NARROW = 34  # px at 100 %: least distance of pictures; more of them are scrolled


class FacesPanel(LowerPanel):
    """Faces down, their edits across, the faces themselves first."""

    slot = "faces"
    needs_edit = False

    edit_chosen = Signal(int, object)
    """A face of the wall by number, and the attribute of its edit; None for the face as it is."""
    added = Signal()
    """The face that is chosen is to be one of the wall."""
    removed = Signal()
    """The last face is to go."""
    others_pressed = Signal()
    """Other faces of the strip are wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.wall = PictureWall(1, 1, worded=True, names_above=True)  # in sight though the rest is scrolled
        self.wall.setAccessibleName(self.tr("Every single edit of several faces"))
        self._said = self.tr("Each attribute changed alone")
        self._scene = Scene()
        self._shown = Memo()
        self._add = Link(self.tr("Add this face"))
        self._remove = IconButton("minus", self.tr("Remove the last face"), height=26)
        self._others = Link(self.tr("Other faces"))
        for link in (self._add, self._others):
            link.setToolTip(link.text())
        self._links = {self._add: (self._add.text(), "plus"), self._others: (self._others.text(), "dice")}
        self.add_acts([self._others, self._add, self._remove])
        self.area = scrolled(self.wall)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)
        for button, signal in (
            (self._add, self.added),
            (self._remove, self.removed),
            (self._others, self.others_pressed),
        ):
            button.clicked.connect(signal)
        self.wall.chosen.connect(self._choose)
        self.wall.pointed.connect(self._point)
        self.caption.set_words(self._said)
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show as much of the wall as there is, and where face and target are in it."""
        self._scene = scene
        state, found = scene.state, scene.walled
        if self._shown.changed(found):
            self._show_pictures(found)
        self.wall.set_stale(self.is_late(scene) or (found is not None and found.faces != state.wall))
        self.wall.set_current(self._current(found))
        room = len(state.wall) < MOST_FACES and not scene.hidden
        self._add.setEnabled(room and scene.row(state.face) is None)
        self._remove.setEnabled(len(state.wall) > 1)
        self._others.setEnabled(scene.may_be_walled)

    def set_terse(self, *, terse: bool) -> None:
        """Have icons for words."""
        for link, (said, icon) in self._links.items():
            link.setText("" if terse else said)
            link.setIcon(icons.icon(icon) if terse else QIcon())

    def _show_pictures(self, found: Wall | None) -> None:
        if found is None:
            self.wall.set_pictures(None)
            return
        count = len(found.names)
        self.wall.set_shape(len(found.faces), 1 + count)
        rows = [str(row) for row in range(1, len(found.faces) + 1)]
        self.wall.set_names(rows, [self.tr("face"), *map(words.short, found.names)])
        beside = np.concatenate((found.originals[:, None], found.pictures), axis=1)
        every = beside.reshape(-1, *beside.shape[2:])
        row, column = divmod(found.done, count)
        self.wall.set_pictures(every, pale=range(row * (count + 1) + 1 + column, len(every)))
        self._widen()

    def _current(self, found: Wall | None) -> Cell | None:
        scene = self._scene
        row = scene.row(scene.state.face)
        if found is None or row is None or row >= len(found.faces) or not scene.own:
            return None
        if not scene.changed:
            return row, 0
        alone = [at for at in range(len(found.names)) if scene.single(at) == scene.target]
        return (row, 1 + alone[0]) if alone and scene.state.strength == 1 else None

    @Slot(int, int)
    def _choose(self, row: int, column: int) -> None:
        self.edit_chosen.emit(row, column - 1 if column else None)

    @Slot(object)
    def _point(self, cell: Cell | None) -> None:
        found = self._scene.walled
        if cell is None or found is None or cell[0] >= len(found.faces):
            self.caption.set_words(self._said)
            return
        face = words.face(found.faces[cell[0]])
        if cell[1] == 0:
            self.caption.set_words(face)
            return
        own = tuple(found.own[cell[0]].tolist())
        target = toggled(own, cell[1] - 1, self._scene.groups)
        if not changes(own, target):
            self.caption.set_words(self.tr("{face}: it has that already").format(face=face))
            return
        edit = words.edit(found.names, own, target, self._scene.groups)
        self.caption.set_words(self.tr("{face}: {edit}").format(face=face, edit=edit))

    def _widen(self) -> None:
        count = 1 if self._scene.walled is None else 1 + len(self._scene.walled.names)
        self.wall.setMinimumWidth(theme.current().px(22 + count * _NARROW))

    def _restyle(self) -> None:
        super()._restyle()
        side = theme.current().px(18)
        for link in self._links:
            link.setIconSize(QSize(side, side))
        self._widen()
