"""The left column: tools, the grey canvas, the pen's grey, and the examples."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from genplay.families.base import Bits
from genplay.ui import theme
from genplay.ui.tabs.autoregressive.grey.scene import GreyScene
from genplay.ui.tabs.autoregressive.toolbox import SIDE, Toolbox
from genplay.ui.tabs.memo import Memo
from genplay.ui.widgets.grey_canvas import GreyCanvas
from genplay.ui.widgets.key import Key
from genplay.ui.widgets.slider import Slider
from genplay.ui.widgets.swatch import Swatch
from genplay.ui.widgets.thumbnails import ThumbnailStrip
from genplay.ui.widgets.words import label, size_of

TOOLS = ("pen", "eraser", "fill")
"""Tools of this page: it has no region."""
_GAP = 8


class GreyDrawing(QWidget):
    """Where the user draws in grey."""

    drawn = Signal(object, bool)
    """New levels, (28, 28), and whether the stroke is over."""
    tool_chosen = Signal(str)
    brush_chosen = Signal(int)
    level_moved = Signal(float)
    example_chosen = Signal(int)
    next_pressed = Signal()

    def __init__(self, examples: Sequence[tuple[str, Bits]]) -> None:
        super().__init__()
        self.canvas = GreyCanvas()
        self.canvas.set_title(self.tr("Your picture"))
        self._examples = ThumbnailStrip(grey=True)
        self._examples.set_examples(examples)
        self._levels = [levels for _, levels in examples]
        self._memo = Memo()
        self._projector = False
        self._focus: int | None = None
        self._read = Key()
        self._label = label("label", self.tr("Picture"))
        self._level = Slider(self.tr("Pen"), 0, 255, default=255, decimals=0)
        self._swatch = Swatch()
        self._tools = Toolbox(TOOLS)
        self._arrange()
        self._connect()
        self._restyle()

    def set_acts(self, actions: Sequence[tuple[QAction, str]]) -> None:
        """Add a button below the tools for each action, with the icon of this name."""
        self._tools.set_acts(actions)
        self._restyle()

    def show_scene(self, scene: GreyScene) -> None:
        """Show the picture, the tool and what the pixel in focus may see."""
        state = scene.state
        if self._memo.changed(state.grey.picture):
            levels = state.grey.picture.levels()
            self.canvas.set_bits(levels)
            self._examples.set_current(self._example_of(levels))
        tool = state.tool if state.tool in TOOLS else "pen"
        self.canvas.set_tool(tool)
        self.canvas.set_brush(state.brush)
        self.canvas.set_level(state.grey_level)
        self._level.set_value(state.grey_level)
        self._swatch.set_level(state.grey_level)
        self._tools.show_tool(tool, state.brush)
        self.show_focus(scene)

    def show_focus(self, scene: GreyScene) -> None:
        """Show which pixel the numbers speak of, and what the model has read before it."""
        self.canvas.set_context(scene.focus)
        self.canvas.set_cursor(scene.focus)
        self._focus = scene.focus
        self._show_read()

    def set_projector(self, on: bool) -> None:
        """Leave only label, picture and caption."""
        self._projector = on
        self._grid.setHorizontalSpacing(0 if on else theme.current().px(_GAP))
        for widget in (self._tools, self._level):
            widget.setVisible(not on)

    def set_room(self, side: int, *, roomy: bool, compact: bool) -> None:
        """Stand around a picture of this side.

        Args:
            side: Of the picture with its frame.
            roomy: Whether label and swatch have room beside the pen's grey.
            compact: Whether examples, caption and the buttons of acts leave.
        """
        self.canvas.setFixedSize(side, side)
        self.setFixedWidth(self.around().width() + side)
        self._label.setVisible(roomy or self._projector)
        self._swatch.setVisible(roomy and not self._projector)
        self._examples.setVisible(not compact and not self._projector)
        self._read.setVisible(not compact)
        self._show_read()
        self._tools.set_terse(compact)
        # The pen's grey begins above the picture, or above the tools where it would be cut.
        tools, needed = self.around().width(), self._level.minimumSizeHint().width()
        self._head.setContentsMargins(0 if needed > side and not self._projector else tools, 0, 0, 0)

    def least(self, *, compact: bool = False) -> int:
        """Return the height that the tools need, with the label above them."""
        tools = 0 if self._projector else self._tools.least(terse=compact)
        return size_of("label").height() + self._grid.verticalSpacing() + tools

    def around(self, *, compact: bool = False) -> QSize:
        """Return how much room everything but the picture needs."""
        below: list[QWidget] = [] if compact else [self._read]
        below += [] if compact or self._projector else [self._examples]
        heights = [size_of("label").height(), *(widget.sizeHint().height() for widget in below)]
        spacing = self._grid.verticalSpacing() * len(heights)
        tools = 0 if self._projector else theme.current().px(SIDE + _GAP)
        return QSize(tools, sum(heights) + spacing)

    def _show_read(self) -> None:
        for tone, words in self._words(self._focus):  # the first that is not cut
            self._read.set_entries([(tone, words)])
            if self._read.sizeHint().width() <= self.canvas.width():
                break

    def _example_of(self, levels: Bits) -> int | None:
        return next((at for at, example in enumerate(self._levels) if (example == levels).all()), None)

    def _words(self, pixel: int | None) -> list[tuple[str, str]]:
        """Return a swatch's tone with its words, the longest first."""
        if pixel is None:
            words = self.tr("left draws, right erases, Alt picks a grey"), self.tr("right button erases")
            return [("ink", said) for said in words]
        words = (
            self.tr("what the model has read before pixel {number}"),
            self.tr("read before pixel {number}"),
            self.tr("read so far"),
        )
        return [("context", said.format(number=pixel + 1)) for said in words]

    def _arrange(self) -> None:
        self._head = head = QHBoxLayout()
        head.addWidget(self._label)
        head.addStretch(0)
        head.addWidget(self._swatch)
        head.addWidget(self._level, 1)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.addLayout(head, 0, 0, 1, 2)
        self._grid.addWidget(self._tools, 1, 0, 3, 1)
        self._grid.addWidget(self.canvas, 1, 1)
        self._grid.addWidget(self._examples, 2, 1)
        self._grid.addWidget(self._read, 3, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.setRowStretch(3, 1)

    def _connect(self) -> None:
        self.canvas.drawn.connect(self.drawn)
        self.canvas.brush_changed.connect(self.brush_chosen)
        self._tools.tool_chosen.connect(self.tool_chosen)
        self._tools.brush_chosen.connect(self.brush_chosen)
        self._level.moved.connect(self.level_moved)
        self._examples.chosen.connect(self.example_chosen)
        self._examples.next_pressed.connect(self.next_pressed)

    def _restyle(self) -> None:
        now = theme.current()
        self._level.setFixedHeight(size_of("label").height())
        self._head.setSpacing(now.px(_GAP))
        self._grid.setHorizontalSpacing(0 if self._projector else now.px(_GAP))
        self._grid.setVerticalSpacing(now.px(7))

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and scale."""
        if event.type() == QEvent.Type.StyleChange:
            self._restyle()
        super().changeEvent(event)
