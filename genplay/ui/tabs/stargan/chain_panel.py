"""A chain of edits, each of what the last one made, with its path; and how far it is from the beginning."""

import numpy as np
from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from genplay.families.stargan import MOST_STEPS, Chained, Floats
from genplay.ui import icons, text, theme
from genplay.ui.tabs.memo import Memo
from genplay.ui.tabs.stargan import words
from genplay.ui.tabs.stargan.panel import LowerPanel
from genplay.ui.tabs.stargan.scene import Scene
from genplay.ui.tabs.stargan.small_map import SmallMap
from genplay.ui.widgets.buttons import IconButton, Link
from genplay.ui.widgets.picture_wall import Cell, PictureWall

_LEAST = 4  # pictures that a row has room for, so that few are not larger than those above
_MAP, _SHARE = 130, 0.16  # px at 100 %: width of the map, and at most what share of the panel


class ChainPanel(LowerPanel):
    """The face, then each picture of the chain; a click goes to the attributes of one."""

    slot = "chain"

    added = Signal()
    """The target is the next edit."""
    returned = Signal()
    """The face's own attributes are the next edit."""
    removed = Signal()
    cleared = Signal()
    step_chosen = Signal(int)
    """A picture of the chain, the face being 0."""

    def __init__(self) -> None:
        super().__init__()
        self.wall = PictureWall(1, _LEAST, worded=True)
        self.wall.setAccessibleName(self.tr("The chain of edits"))
        self.error = SmallMap(
            self.tr("Last against first"),
            table="surprise",
            ends=(0, words.LIMIT),
            legend=("0", str(words.LIMIT)),
        )
        self._add, self._home = Link(self.tr("Add this edit")), Link(self.tr("To the original"))
        self._add.setToolTip(self.tr("Add this edit"))
        self._home.setToolTip(self.tr("The next edit asks for the face’s own attributes again"))
        self._remove = IconButton("minus", self.tr("Remove the last edit"), height=26)
        self._clear = IconButton("trash", self.tr("Clear the chain"), height=26)
        self._links = {self._add: (self._add.text(), "plus"), self._home: (self._home.text(), "reset")}
        self.add_acts([self._add, self._home, self._remove, self._clear])
        self._scene = Scene()
        self._shown = Memo()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.wall, 1)
        self._row.addWidget(self.error)
        pressed = (self.added, self.returned, self.removed, self.cleared)
        for button, signal in zip((self._add, self._home, self._remove, self._clear), pressed, strict=True):
            button.clicked.connect(signal)
        self.wall.chosen.connect(lambda _row, column: self.step_chosen.emit(column))
        self.wall.pointed.connect(self._point)
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show the chain, as far as it has come."""
        self._scene = scene
        state, found, late = scene.state, scene.chained, self.is_late(scene)
        if self._shown.changed(found):
            self._show_pictures(found)
        self.wall.set_stale(late)
        self.wall.set_current(None if found is None else (0, len(found.pictures) - 1))
        ends = state.chain[-1] if state.chain else scene.own
        room = len(state.chain) < MOST_STEPS and bool(scene.own)
        self._add.setEnabled(room and scene.target != ends)
        self._home.setEnabled(room and scene.own != ends)
        for button in (self._remove, self._clear):
            button.setEnabled(bool(state.chain))
        self.error.setVisible(bool(state.chain))
        self.error.set_map(None if found is None else apart(found), late=late)
        self._point(None)

    def set_terse(self, *, terse: bool) -> None:
        """Have icons for words."""
        for link, (said, icon) in self._links.items():
            link.setText("" if terse else said)
            link.setIcon(icons.icon(icon) if terse else QIcon())
        self._clear.setVisible(not terse)

    def _show_pictures(self, found: Chained | None) -> None:
        if found is None:
            self.wall.set_pictures(None)
            return
        self.wall.set_shape(1, max(len(found.pictures), _LEAST))
        names = [self.tr("face")]
        for before, after in zip(found.path, found.path[1:], strict=False):
            names.append(words.edit(self._scene.names, before.tolist(), after.tolist(), self._scene.groups))
        self.wall.set_names([], names)
        self.wall.set_pictures(found.pictures)

    @Slot(object)
    def _point(self, cell: Cell | None) -> None:
        """Say what D reads in the picture under the pointer, or how far the chain has led away."""
        found, scene = self._scene.chained, self._scene
        if found is None or self.is_late(scene):
            self.caption.set_words("")
        elif cell is not None and cell[1] < len(found.pictures):
            self.caption.set_words(self._step(found, cell[1]))
        elif len(found.pictures) == 1:
            self.caption.set_words(self.tr("Add edits one by one."))
        else:
            mean = text.number(float(apart(found).mean()), 1)
            home = bool(scene.own) and tuple(found.path[-1].tolist()) == tuple(found.path[0].tolist())
            said = self.tr("Back: {mean} levels off") if home else self.tr("{mean} levels from the face")
            self.caption.set_words(said.format(mean=mean))

    def _step(self, found: Chained, at: int) -> str:
        """Return what one picture of the chain was asked for, and whether D reads that in it."""
        wrong = np.flatnonzero(np.round(found.path[at]) != found.read[at])
        if not len(wrong):
            return self.tr("Step {number}: D reads what was asked.").format(number=at)
        named = ", ".join(words.attribute(self._scene.names[number]) for number in wrong.tolist())
        return self.tr("Step {number}: D does not read as asked {names}.").format(number=at, names=named)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room between pictures and map."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        scale = theme.current().scale
        wide = min(max(_MAP, self.width() / scale * _SHARE), self.height() / scale)
        self.error.set_room(wide, self.height() / scale)

    def _restyle(self) -> None:
        super()._restyle()
        self._row.setSpacing(theme.current().px(16))
        self._fit()


def apart(found: Chained) -> Floats:
    """Return how the last picture of a chain differs from the face: levels of 255, (64, 64)."""
    return np.abs(found.pictures[-1].astype(np.float32) - found.pictures[0]).mean(-1)
