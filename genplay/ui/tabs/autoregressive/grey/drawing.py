"""The left column: tools, the grey canvas, the pen's grey, and the examples."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from genplay.families.base import Bits
from genplay.ui import theme
from genplay.ui.tabs.autoregressive.grey.scene import GreyScene
from genplay.ui.tabs.drawing_column import GAP, DrawingColumn
from genplay.ui.tabs.toolbox import DRAWING_TOOLS, SIDE
from genplay.ui.widgets.grey_canvas import GreyCanvas
from genplay.ui.widgets.slider import Slider
from genplay.ui.widgets.swatch import Swatch
from genplay.ui.widgets.words import label, size_of


class GreyDrawing(DrawingColumn):
    """Where the user draws in grey."""

    level_moved = Signal(float)

    def __init__(self, examples: Sequence[tuple[str, Bits]]) -> None:
        canvas = GreyCanvas()
        super().__init__(canvas, examples, DRAWING_TOOLS, grey=True)
        self._grey = canvas
        self._grey.set_title(self.tr("Your picture"))
        self._projector = False
        self._label = label("label", self.tr("Picture"))
        self._level = Slider(self.tr("Pen"), 0, 255, default=255, decimals=0)
        self._swatch = Swatch()
        self._head = QHBoxLayout()
        self._head.addWidget(self._label)
        self._head.addStretch(0)
        self._head.addWidget(self._swatch)
        self._head.addWidget(self._level, 1)
        self._arrange(self._head, 0)
        self._level.moved.connect(self.level_moved)
        self._restyle()

    def show_scene(self, scene: GreyScene) -> None:
        """Show the picture, the tool and what the pixel in focus may see."""
        state = scene.state
        if self._memo.changed(state.grey.picture):
            self._show_picture(state.grey.picture.levels())
        self._show_tool(state.tool, state.brush)
        self._grey.set_level(state.grey_level)
        self._level.set_value(state.grey_level)
        self._swatch.set_level(state.grey_level)
        self.show_focus(scene)

    def show_focus(self, scene: GreyScene) -> None:
        """Show which pixel the numbers speak of, and what the model has read before it."""
        self.canvas.set_context(scene.focus)
        self.canvas.set_cursor(scene.focus)
        self._read_before = scene.focus
        self._show_read()

    def set_projector(self, on: bool) -> None:
        """Leave only label, picture and caption."""
        self._projector = on
        for widget in (self._tools, self._level):
            widget.setVisible(not on)
        self._restyle()

    def set_room(self, side: int, *, below: int, roomy: bool, compact: bool) -> None:
        """Stand around a picture of this side.

        Args:
            side: Of the picture with its frame.
            below: What stands above and below the maps beside it: so much room there is in any case.
            roomy: Whether label and swatch have room beside the pen's grey.
            compact: Whether the acts stand in a menu, and examples and caption leave where they have no room.
        """
        self.canvas.setFixedSize(side, side)
        self.setFixedWidth(self.around().width() + side)
        self._label.setVisible(roomy or self._projector)
        self._swatch.setVisible(roomy and not self._projector)
        spare = below - self.around(compact=True).height() - 2 * self._grid.verticalSpacing()
        examples = not compact or spare >= self._examples.sizeHint().height()
        spare -= self._examples.sizeHint().height()
        self._examples.setVisible(examples and not self._projector)
        self._read.setVisible(not compact or spare >= self._read.sizeHint().height())
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
        tools = 0 if self._projector else theme.current().px(SIDE + GAP)
        return QSize(tools, sum(heights) + spacing)

    def _gestures(self) -> Sequence[str]:
        return self.tr("left draws, right erases, Alt picks a grey"), self.tr("right button erases")

    def _restyle(self) -> None:
        super()._restyle()
        self._level.setFixedHeight(size_of("label").height())
        self._head.setSpacing(theme.current().px(GAP))
        if self._projector:
            self._grid.setHorizontalSpacing(0)
