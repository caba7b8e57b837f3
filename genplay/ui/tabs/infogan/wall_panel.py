"""The wall of every code, and which number goes across it."""

import numpy as np
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from genplay.families.infogan import CATEGORIES, COLUMNS, REACH, Numbers, Walled
from genplay.ui import text, theme
from genplay.ui.tabs.fitted import set_head
from genplay.ui.tabs.infogan import words
from genplay.ui.tabs.infogan.scene import Scene
from genplay.ui.tabs.memo import Memo
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.picture_wall import Cell, PictureWall
from genplay.ui.widgets.pixels import levels
from genplay.ui.widgets.segmented import Segmented
from genplay.ui.widgets.words import label


class WallPanel(Dressed):
    """Every category beside every value of a number."""

    axis_chosen = Signal(str)
    code_chosen = Signal(int, object)
    """A category and the two numbers."""

    def __init__(self) -> None:
        super().__init__()
        self.wall = PictureWall(CATEGORIES, COLUMNS)
        self.wall.setAccessibleName(self.tr("Every code"))
        self._title = label("label", self.tr("Every code"))
        self._said = self.tr("same noise, c₁ down")
        self._caption = label("caption", self._said)
        self.axes = Segmented(small=True)
        self.axes.setAccessibleName(self.tr("What goes across"))
        self.axes.set_choices([("c2", "c₂"), ("c3", "c₃")])
        self._scene = Scene()
        self._before: Walled | None = None  # the last whole wall
        self.axes.set_tips({"c2": self.tr("c₂ goes across"), "c3": self.tr("c₃ goes across")})
        self._shown, self._named = Memo(), Memo()
        self._arrange()
        self.axes.chosen.connect(self.axis_chosen)
        self.wall.chosen.connect(self._choose)
        self.wall.pointed.connect(self._point)
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show as much of the wall as there is, and where the codes are in it."""
        self._scene = scene
        state, walled = scene.state, scene.walled
        self.axes.set_current(state.axis)
        if self._shown.changed(walled):
            self._show_pictures(walled)
        late = "wall" in scene.waiting or (walled is not None and walled.axis != state.axis)
        self.wall.set_stale(late)
        if walled is None:
            return
        if self._named.changed(walled.categories, walled.axis):
            across = [text.number(value, 1).removesuffix(".0") for value in walled.values.tolist()]
            self.wall.set_names([str(number) for number in walled.categories], across)
        value = state.numbers[int(walled.axis == "c3")]
        column, exact = nearest(walled.values, value)
        self.wall.set_current((walled.categories.index(state.category), column), exact=exact)

    def _show_pictures(self, walled: Walled | None) -> None:
        """Show the rows that are there, and below them those of the wall before, for as long as they last."""
        if walled is None:
            self._before = None
            self.wall.set_pictures(None)
            return
        rows, before = walled.pictures, self._before
        if before is not None and (before.categories, before.axis) == (walled.categories, walled.axis):
            rows = np.concatenate([rows, before.pictures[len(rows) :]])
        if walled.complete:
            self._before = walled
        pictures = levels(rows, 0, 1).reshape(-1, *rows.shape[2:])
        self.wall.set_pictures(pictures, pale=range(len(walled.pictures) * COLUMNS, len(pictures)))

    def numbers(self, column: int) -> Numbers:
        """Return c2 and c3 of a column, the one that does not go across as it is set."""
        walled, (c2, c3) = self._scene.walled, self._scene.state.numbers
        if walled is None:
            return c2, c3
        value = min(max(float(walled.values[column]), -REACH), REACH)
        return (value, c3) if walled.axis == "c2" else (c2, value)

    def host(self, switch: QWidget | None) -> None:
        """Have a switch in the place of the title, or the title."""
        self._title.setVisible(switch is None)
        if switch is not None:
            self._head.insertWidget(0, switch)

    def set_caption(self, *, on: bool) -> None:
        """Say what the wall has in common, or leave it out."""
        self._caption.setVisible(on)

    @Slot(int, int)
    def _choose(self, row: int, column: int) -> None:
        if self._scene.walled is not None:
            self.code_chosen.emit(self._scene.walled.categories[row], self.numbers(column))

    @Slot(object)
    def _point(self, cell: Cell | None) -> None:
        """Say in the place of the caption what the picture under the pointer is of."""
        walled = self._scene.walled
        if cell is None or walled is None:
            self._caption.setText(self._said)
        else:
            value = words.code(float(walled.values[cell[1]]))
            self._caption.setText(words.cell(walled.categories[cell[0]], walled.digits, walled.axis, value))

    def _arrange(self) -> None:
        self._top = QWidget()
        self._head = QHBoxLayout(self._top)
        self._head.setContentsMargins(0, 0, 0, 0)
        self._head.addWidget(self._title)
        self._head.addWidget(self._caption)
        self._head.addStretch(1)
        self._head.addWidget(self.axes)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._top)
        self._column.addWidget(self.wall, 1)

    def _restyle(self) -> None:
        now = theme.current()
        self._column.setSpacing(now.px(4))
        self._head.setSpacing(now.px(8))
        set_head(self._top, self._head, 4)


def nearest(values: np.ndarray, value: float) -> tuple[int, bool]:
    """Return which of the wall's columns is nearest to a value, and whether it is there."""
    at = int(np.abs(values - value).argmin())
    return at, bool(abs(float(values[at]) - value) < 1e-6)
