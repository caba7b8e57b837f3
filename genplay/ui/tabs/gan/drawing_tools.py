"""The tools with which a distribution is drawn, in the place of those to choose from."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from genplay.families.gan import MOST_POINTS, GanState
from genplay.ui import text, theme
from genplay.ui.widgets.buttons import Button, IconButton
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.words import label

_BRUSHES, _WIDE, _HIGH, _SPACING = (1, 2, 3, 4, 5), 26, 28, 6


class DrawingTools(Dressed):
    """Pen and eraser, the brush, a sentence, and what becomes of the drawing."""

    tool_chosen = Signal(str)
    brush_chosen = Signal(int)
    clear_pressed = Signal()
    cancel_pressed = Signal()
    apply_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tools = {
            "pen": IconButton("pencil", self.tr("Pen"), _WIDE, _HIGH),
            "eraser": IconButton("eraser", self.tr("Eraser"), _WIDE, _HIGH),
        }
        self.brushes = {
            size: IconButton(f"brush-{size}", self.tr("Brush {size} of 5").format(size=size), _WIDE, _HIGH)
            for size in _BRUSHES
        }
        self.clear = IconButton("trash", self.tr("Clear"), _HIGH, _HIGH)
        self.cancel, self.apply = Button(self.tr("Cancel")), Button(self.tr("Apply"), "primary")
        self._note = label("note")
        self._note.setWordWrap(True)
        self._arrange()
        self._connect()
        self._restyle()

    def show_state(self, state: GanState) -> None:
        """Show tool, brush, and what there is to apply."""
        count = len(state.drawing or ())
        for name, button in self.tools.items():
            button.setChecked(name == state.tool)
        for size, button in self.brushes.items():
            button.setChecked(size == state.brush)
        self.clear.setEnabled(count > 0)
        self.apply.setEnabled(count > 0)
        said = self._say(count)
        self._note.setText(said)
        self.apply.setToolTip(said if not count else self.tr("Let a GAN learn it; it begins anew"))

    def set_terse(self, terse: bool) -> None:
        """Leave out the sentence, where there is no room for it."""
        self._note.setVisible(not terse)

    def _say(self, count: int) -> str:
        if not count:
            return self.tr("Nothing is drawn yet. Draw a few points in the plane, then apply them.")
        if count >= MOST_POINTS:
            return self.tr("There are {count} points, and no more can be added.").format(
                count=text.count(count)
            )
        return self.tr("{count} points, each the middle of a small normal. Apply begins anew.").format(
            count=text.count(count)
        )

    def _arrange(self) -> None:
        tools = self._tools = QHBoxLayout()
        for button in (*self.tools.values(), *self.brushes.values()):
            button.setCheckable(True)
            tools.addWidget(button)
            if button is self.tools["eraser"]:
                tools.addStretch(1)
        acts = self._acts = QHBoxLayout()
        acts.addWidget(self.clear)
        acts.addWidget(self.cancel, 1)
        acts.addWidget(self.apply, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(tools)
        self._column.addWidget(self._note)
        self._column.addStretch(1)
        self._column.addLayout(acts)

    def _connect(self) -> None:
        for name, button in self.tools.items():
            button.clicked.connect(partial(self._choose_tool, name))
        for size, button in self.brushes.items():
            button.clicked.connect(partial(self._choose_brush, size))
        self.clear.clicked.connect(lambda: self.clear_pressed.emit())
        self.cancel.clicked.connect(lambda: self.cancel_pressed.emit())
        self.apply.clicked.connect(lambda: self.apply_pressed.emit())

    def _choose_tool(self, name: str) -> None:
        for other, button in self.tools.items():  # a second click does not let it go
            button.setChecked(other == name)
        self.tool_chosen.emit(name)

    def _choose_brush(self, size: int) -> None:
        for other, button in self.brushes.items():
            button.setChecked(other == size)
        self.brush_chosen.emit(size)

    def _restyle(self) -> None:
        now = theme.current()
        self._column.setSpacing(now.px(_SPACING))
        self._tools.setSpacing(0)
        self._acts.setSpacing(now.px(_SPACING))
