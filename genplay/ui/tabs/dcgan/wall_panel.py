"""The wall of samples: the seeds of the part of the plane that is shown, one picture each."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout

from genplay.families.dcgan import SIDE, SPAN
from genplay.ui import text, theme
from genplay.ui.tabs.dcgan import words
from genplay.ui.tabs.dcgan.scene import Scene
from genplay.ui.tabs.memo import Memo
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.picture_wall import Cell, PictureWall
from genplay.ui.widgets.words import label


class WallPanel(Dressed):
    """A hundred samples to pick from."""

    seed_chosen = Signal(int, int)
    """The coordinates of a seed."""

    def __init__(self) -> None:
        super().__init__()
        self.wall = PictureWall(SIDE, SIDE)
        self.wall.setAccessibleName(self.tr("Samples"))
        self._said = self.tr("Click a sample to go to its seed.")
        self._caption = label("caption", self._said)
        self._corner = (0, 0)
        self._shown, self._named = Memo(), Memo()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.wall, 1)
        self._column.addWidget(self._caption)
        self._column.addStretch(0)
        self.wall.chosen.connect(self._choose)
        self.wall.pointed.connect(self._point)
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show as much of the wall as there is, and where the point is in it."""
        self._corner = scene.state.wall
        pictures, fresh = scene.samples()
        if self._shown.changed(scene.walled, scene.before, scene.state.wall, fresh):
            self.wall.set_pictures(pictures, pale=range(fresh, SIDE * SIDE))
        if self._named.changed(scene.state.wall):
            x, y = scene.state.wall
            across, down = range(x, x + SIDE), range(y, y + SIDE)
            self.wall.set_names([text.count(at) for at in down], [text.count(at) for at in across])
        (x, y), (left, top) = scene.state.corner, scene.state.wall
        self.wall.set_region(range(y - top, y - top + SPAN), range(x - left, x - left + SPAN))
        cell, exact = nearest(scene)
        self.wall.set_current(cell, exact=exact)

    @Slot(int, int)
    def _choose(self, row: int, column: int) -> None:
        x, y = self._corner
        self.seed_chosen.emit(x + column, y + row)

    @Slot(object)
    def _point(self, cell: Cell | None) -> None:
        """Say what the picture under the pointer is of."""
        if cell is None:
            self._caption.setText(self._said)
        else:
            x, y = self._corner
            self._caption.setText(words.seed(x + cell[1], y + cell[0]))

    def _restyle(self) -> None:
        self._column.setSpacing(theme.current().px(4))

    def set_room(self, width: float, height: float) -> None:
        """Let the words stand right below the pictures, in a room of this size, in px at 100 %."""
        self.wall.setMaximumHeight(self.wall.height_for(theme.current().px(width)))


def nearest(scene: Scene) -> tuple[Cell | None, bool]:
    """Return the picture of the wall that is nearest to the point, if any is, and whether it is its own."""
    state, (left, top) = scene.state, scene.state.wall
    latent = state.latent
    if state.walk is not None or latent.blend is not None:
        return None, False
    row, column = round(latent.y) - top, round(latent.x) - left
    if not (0 <= row < SIDE and 0 <= column < SIDE):
        return None, False
    moved = any(latent.along) or bool(latent.raw)
    return (row, column), not moved and (latent.x, latent.y) == (left + column, top + row)
