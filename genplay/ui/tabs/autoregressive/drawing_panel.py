"""The left column: tools, canvas, examples, and the threshold of an opened picture."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout

from genplay.families.base import Bits
from genplay.ui import theme
from genplay.ui.tabs.autoregressive.scene import Scene, ranks_of
from genplay.ui.tabs.drawing_column import GAP, DrawingColumn
from genplay.ui.tabs.toolbox import SIDE, TOOLS
from genplay.ui.widgets.pixel_canvas import PixelCanvas
from genplay.ui.widgets.slider import Slider
from genplay.ui.widgets.words import label, size_of

_BESIDE = 10  # px between the label and what stands beside it


class DrawingPanel(DrawingColumn):
    """Where the user draws.

    Args:
        examples: (name, picture (28, 28)) pairs to choose from.
        tools: Which tools there are; without that for the region, none is shown.
    """

    def __init__(self, examples: Sequence[tuple[str, Bits]], tools: Collection[str] = TOOLS) -> None:
        super().__init__(PixelCanvas(), examples, tools)
        self.canvas.set_title(self.tr("Your drawing"))
        self._roomy, self._opened = True, False
        self._mixed = False  # whether the models side by side read in different orders
        self._reach: int | None = None  # how many of the pixels before it the model sees, if not all
        self._label = label("label", self.tr("Your drawing"))
        self._shape = label("body")
        self._threshold = Slider(self.tr("Ink from"), 1, 255, default=128, decimals=0)
        self._arrange(self._head(), 1)
        self._threshold.moved.connect(self.threshold_moved)
        self._threshold.settled.connect(self.threshold_settled)
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show the drawing, the tool and what the pixel in focus may see."""
        state = scene.state
        if self._memo.changed(state.drawing):
            self._show_picture(state.drawing.pixels())
        if "region" in self._known:
            self.canvas.set_region(state.region.pixels())
        self._show_tool(state.tool, state.brush)
        self.canvas.set_flip(state.flip)
        self.show_focus(scene)
        self._opened = state.source is not None
        self._show_head()
        self._threshold.set_value(state.threshold)

    def show_focus(self, scene: Scene) -> None:
        """Show which pixel the numbers speak of, and what the model has read before it."""
        focus = scene.focus
        self._read_before = None if focus is None else scene.place(focus)
        self.canvas.set_order(ranks_of(scene.state.reads))
        self._reach, self._mixed = scene.state.looks_back, scene.state.mixed
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

    def _show_head(self) -> None:
        self._label.setVisible(self._roomy or not self._opened)
        self._shape.setText(self._fitting_shape())
        self._shape.setVisible(self._roomy and not self._opened and bool(self._shape.text()))
        self._threshold.setVisible(self._opened)

    def _fitting_shape(self) -> str:
        """Return what stands beside the label: wider than the picture, the column would push the others."""
        room = self.canvas.maximumWidth() - self._label.sizeHint().width() - _BESIDE
        said = self.tr("28 × 28, ink or paper"), self.tr("28 × 28")
        return next((words for words in said if size_of("body", words).width() <= room), "")

    def least(self) -> int:
        """Return the height that the tools need, with the label above them."""
        tools = 0 if self._tools.isHidden() else self._tools.minimumSizeHint().height()
        return self._label.sizeHint().height() + self._grid.verticalSpacing() + tools

    def around(self) -> QSize:
        """Return how much room everything but the picture needs."""
        below = [widget for widget in (self._examples, self._read) if not widget.isHidden()]
        heights = [self._label.sizeHint().height(), *(widget.sizeHint().height() for widget in below)]
        spacing = self._grid.verticalSpacing() * len(heights)
        tools = 0 if self._tools.isHidden() else theme.current().px(SIDE + GAP)
        return QSize(tools, sum(heights) + spacing)

    def _words(self, read: int | None) -> list[tuple[str, str]]:
        if read is not None and self._mixed:
            said = (self.tr("read before pixel {number}, row by row"), self.tr("read so far, row by row"))
            return [("context", words.format(number=read + 1)) for words in said]
        if read is None or self._reach is None:
            return super()._words(read)
        words = (
            *([self.tr("the {count} pixels that pixel {number} sees")] if self._reach > 1 else ()),
            self.tr("what pixel {number} sees"),
            self.tr("what it sees"),
        )
        return [("context", said.format(count=self._reach, number=read + 1)) for said in words]

    def _gestures(self) -> Sequence[str]:
        return (
            self.tr("left button draws, right button erases"),
            self.tr("left draws, right erases"),
            self.tr("draw here"),
        )

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(_BESIDE)
        head.addWidget(self._label)
        head.addWidget(self._shape)
        head.addWidget(self._threshold, 1)
        head.addStretch(0)
        return head

    def _restyle(self) -> None:
        self._threshold.setFixedHeight(self._label.sizeHint().height())
        super()._restyle()
