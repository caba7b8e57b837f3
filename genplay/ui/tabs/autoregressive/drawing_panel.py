"""The left column: tools, canvas, examples, and the threshold of an opened picture."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from genplay.families.base import Bits
from genplay.ui import theme
from genplay.ui.tabs.autoregressive.scene import Scene, ranks_of
from genplay.ui.tabs.autoregressive.toolbox import SIDE, Toolbox
from genplay.ui.tabs.memo import Memo
from genplay.ui.widgets.key import Key
from genplay.ui.widgets.pixel_canvas import PixelCanvas
from genplay.ui.widgets.slider import Slider
from genplay.ui.widgets.thumbnails import ThumbnailStrip
from genplay.ui.widgets.words import label

_GAP = 8


class DrawingPanel(QWidget):
    """Where the user draws."""

    drawn = Signal(object, bool)
    """New bits, (28, 28), and whether the stroke is over."""
    painted = Signal(object, bool)
    """A new region, (28, 28), and whether the stroke is over."""
    tool_chosen = Signal(str)
    brush_chosen = Signal(int)
    threshold_moved = Signal(float)
    threshold_settled = Signal(float)
    example_chosen = Signal(int)
    next_pressed = Signal()

    def __init__(self, examples: Sequence[tuple[str, Bits]]) -> None:
        super().__init__()
        self.canvas = PixelCanvas()
        self.canvas.set_title(self.tr("Your drawing"))
        self._examples = ThumbnailStrip()
        self._examples.set_examples(examples)
        self._bits = [bits for _, bits in examples]
        self._memo = Memo()
        self._roomy, self._opened = True, False
        self._read_before: int | None = None  # pixels, before the one in focus
        self._reach: int | None = None  # how many of them the model sees, if not all
        self._read = Key()
        self._read.set_entries([("context", "")])
        self._label = label("label", self.tr("Your drawing"))
        self._shape = label("body", self.tr("28 × 28, ink or paper"))
        self._threshold = Slider(self.tr("Ink from"), 1, 255, default=128, decimals=0)
        self._tools = Toolbox()
        self._arrange()
        self._connect()
        self._restyle()

    def set_acts(self, actions: Sequence[tuple[QAction, str]]) -> None:
        """Add a button below the tools for each action, with the icon of this name."""
        self._tools.set_acts(actions)

    def show_scene(self, scene: Scene) -> None:
        """Show the drawing, the tool and what the pixel in focus may see."""
        state = scene.state
        if self._memo.changed(state.drawing):
            self.canvas.set_bits(state.drawing.pixels())
            self._examples.set_current(self._example_of(state.drawing.pixels()))
        self.canvas.set_region(state.region.pixels())
        self.canvas.set_tool(state.tool)
        self.canvas.set_brush(state.brush)
        self.canvas.set_flip(state.flip)
        self.show_focus(scene)
        self._tools.show_tool(state.tool, state.brush)
        self._opened = state.source is not None
        self._show_head()
        self._threshold.set_value(state.threshold)

    def show_focus(self, scene: Scene) -> None:
        """Show which pixel the numbers speak of, and what the model has read before it."""
        focus = scene.focus
        self._read_before = None if focus is None else scene.place(focus)
        self.canvas.set_order(ranks_of(scene.state.reads))
        self._reach = scene.state.looks_back
        self.canvas.set_context(self._read_before, self._reach)
        self.canvas.set_cursor(focus)
        self._show_read()

    def set_projector(self, on: bool) -> None:
        """Leave only label, picture and caption."""
        for widget in (self._tools, self._examples):
            widget.setVisible(not on)

    def set_roomy(self, roomy: bool) -> None:
        """Show what stands beside the label, or leave its room to narrow pictures."""
        self._roomy = roomy
        self._show_head()
        self._show_read()

    def _show_read(self) -> None:
        for tone, words in self._words(self._read_before):  # the first that is not cut
            self._read.set_entries([(tone, words)])
            if self._read.sizeHint().width() <= self.canvas.width():
                break

    def _show_head(self) -> None:
        self._label.setVisible(self._roomy or not self._opened)
        self._shape.setVisible(self._roomy and not self._opened)
        self._threshold.setVisible(self._opened)

    def least(self) -> int:
        """Return the height that the tools need, with the label above them."""
        tools = 0 if self._tools.isHidden() else self._tools.minimumSizeHint().height()
        return self._label.sizeHint().height() + self._grid.verticalSpacing() + tools

    def around(self) -> QSize:
        """Return how much room everything but the picture needs."""
        below = [widget for widget in (self._examples, self._read) if not widget.isHidden()]
        heights = [self._label.sizeHint().height(), *(widget.sizeHint().height() for widget in below)]
        spacing = self._grid.verticalSpacing() * len(heights)
        tools = 0 if self._tools.isHidden() else theme.current().px(SIDE + _GAP)
        return QSize(tools, sum(heights) + spacing)

    def _example_of(self, pixels: Bits) -> int | None:
        return next((index for index, bits in enumerate(self._bits) if (bits == pixels).all()), None)

    def _words(self, read: int | None) -> list[tuple[str, str]]:
        """Return a swatch's tone with its words, the longest first."""
        if read is None:
            words = (
                self.tr("left button draws, right button erases"),
                self.tr("left draws, right erases"),
                self.tr("draw here"),
            )
            return [("ink", said) for said in words]
        if self._reach is not None:
            words = (
                self.tr("the {count} pixels that pixel {number} sees"),
                self.tr("what pixel {number} sees"),
                self.tr("what it sees"),
            )
            return [("context", said.format(count=self._reach, number=read + 1)) for said in words]
        words = (
            self.tr("what the model has read before pixel {number}"),
            self.tr("read before pixel {number}"),
            self.tr("read so far"),
        )
        return [("context", said.format(number=read + 1)) for said in words]

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._label)
        head.addWidget(self._shape)
        head.addWidget(self._threshold, 1)
        head.addStretch(0)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.addLayout(head, 0, 1)
        self._grid.addWidget(self._tools, 1, 0, 3, 1)
        self._grid.addWidget(self.canvas, 1, 1)
        self._grid.addWidget(self._examples, 2, 1)
        self._grid.addWidget(self._read, 3, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.setRowStretch(3, 1)

    def _connect(self) -> None:
        self.canvas.drawn.connect(self.drawn)
        self.canvas.painted.connect(self.painted)
        self.canvas.brush_changed.connect(self.brush_chosen)
        self._tools.tool_chosen.connect(self.tool_chosen)
        self._tools.brush_chosen.connect(self.brush_chosen)
        self._examples.chosen.connect(self.example_chosen)
        self._examples.next_pressed.connect(self.next_pressed)
        self._threshold.moved.connect(self.threshold_moved)
        self._threshold.settled.connect(self.threshold_settled)

    def _restyle(self) -> None:
        now = theme.current()
        self._threshold.setFixedHeight(self._label.sizeHint().height())
        self._grid.setHorizontalSpacing(now.px(_GAP))
        self._grid.setVerticalSpacing(now.px(7))

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and scale."""
        if event.type() == QEvent.Type.StyleChange:
            self._restyle()
        super().changeEvent(event)
