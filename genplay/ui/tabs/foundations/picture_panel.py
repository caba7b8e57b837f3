"""The left column: the picture, its size, and how many numbers a picture of this size needs."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from genplay.families.foundations import SIZES
from genplay.ui import text, theme
from genplay.ui.tabs.foundations import words
from genplay.ui.tabs.foundations.fitting import HEAD, PICTURE
from genplay.ui.tabs.foundations.scene import Scene
from genplay.ui.widgets.buttons import IconButton
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.ledger import Ledger
from genplay.ui.widgets.numbered_canvas import NumberedCanvas
from genplay.ui.widgets.segmented import Segmented
from genplay.ui.widgets.words import label

_ROW = 21


class PicturePanel(Dressed):
    """Where the user draws; below it the counters of its size."""

    size_chosen = Signal(int, int)
    """Rows and columns."""
    patch_pressed = Signal()
    """A patch of the data is wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.title, self._inked = label("label", self.tr("Your picture")), label("caption")
        self.canvas = NumberedCanvas()
        self._sizes = Segmented(small=True)
        self._sizes.setAccessibleName(self.tr("Size of the picture"))
        self._sizes.set_choices([(_name(*size), _name(*size)) for size in SIZES])
        self._sizes.chosen.connect(self._choose)
        self._dice = IconButton("dice", self.tr("A patch of the data"))
        self._dice.clicked.connect(self.patch_pressed)
        self._tools, self._acts = QHBoxLayout(), list[IconButton]()
        self._count, self._n = label("label", self.tr("How many numbers?")), label("caption")
        self._numbers = Ledger(row=_ROW)
        self._factor = 1.0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._head, self._foot, self._counter = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for row, left, right in (
            (self._head, self.title, self._inked),
            (self._foot, self._sizes, self._dice),
            (self._counter, self._count, self._n),
        ):
            row.addWidget(left)
            row.addStretch(1)
            row.addWidget(right)
        self._head.addLayout(self._tools)
        self._column.addLayout(self._head)
        self._column.addWidget(self.canvas)
        self._column.addLayout(self._foot)
        self._column.addLayout(self._counter)
        self._column.addWidget(self._numbers)
        self._column.addStretch(1)
        self._restyle()

    def set_acts(self, actions: Sequence[tuple[QAction, str]]) -> None:
        """Put a button beside the title for each action, with the icon of this name."""
        before: QWidget = self.canvas
        for action, icon in actions:
            button = IconButton(icon, action.text(), 24, HEAD)
            button.clicked.connect(action.trigger)
            self._tools.addWidget(button)
            self.setTabOrder(before, button)
            self._acts.append(button)
            before = button
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show the picture, which pixel was read last, and the counters."""
        state = scene.state
        self.canvas.set_shape(state.size)
        self.canvas.set_bits(state.drawing.pixels())
        self._inked.setText(words.inked(state))
        self._sizes.set_current(_name(*state.size))
        self._n.setText(words.pixels(state.counted))
        counted = words.counters(state.counted, state.reach)
        self._numbers.set_rows([(None, name, text.large(count)) for name, count in counted])
        self.show_walk(scene)

    def show_walk(self, scene: Scene) -> None:
        """Show which pixel was read last, if the chain rule is on screen."""
        walked = scene.state.page in ("chain", "all")
        following = scene.sequence[scene.state.cursor : scene.state.cursor + 1] if walked else ()
        self.canvas.set_future(int(pixel) for pixel in following)
        self.canvas.set_cursor(scene.last if walked else None)

    def set_counters_shown(self, on: bool) -> None:
        """Show the counters, or leave them to a page that has more of them."""
        for widget in (self._count, self._n, self._numbers):
            widget.setVisible(on)

    def set_tools_shown(self, on: bool) -> None:
        """Show what the picture can be made of, or the picture alone."""
        for widget in (self._sizes, self._dice, *self._acts):
            widget.setVisible(on)

    def grow(self, factor: float) -> None:
        """Make the picture so many times as large as the smallest."""
        self._factor = factor
        self._restyle()

    def _choose(self, name: str) -> None:
        rows, columns = next(size for size in SIZES if _name(*size) == name)
        self.size_chosen.emit(rows, columns)

    def _restyle(self) -> None:
        now = theme.current()
        self._column.setSpacing(now.px(8))
        self._tools.setSpacing(now.px(2))
        width, height = (now.px(side * self._factor) for side in PICTURE)
        self.setFixedWidth(width)
        self.canvas.setFixedSize(width, height)


def _name(rows: int, columns: int) -> str:
    return f"{rows}×{columns}"
