"""Where a picture in colours is painted to be judged: tools, canvas, colours and examples."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout

from genplay.families.dcgan import PAINTED, PAINTS
from genplay.ui import theme
from genplay.ui.tabs.dcgan.paint_box import PaintBox
from genplay.ui.tabs.drawing_column import GAP
from genplay.ui.tabs.toolbox import DRAWING_TOOLS, Toolbox
from genplay.ui.widgets.colour_canvas import ColourCanvas
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.pixels import Indices
from genplay.ui.widgets.thumbnails import ThumbnailStrip

HIGH, BELOW = 22, 3
"""Height of a button of the tools, and what is between picture and examples, in px at 100 %."""


class PaintColumn(Dressed):
    """A painting and what changes it.

    Args:
        examples: (name, picture (64, 64, 3)) pairs to choose from.
    """

    painted = Signal(object, bool)
    """A new picture, (64, 64, 3), and whether the stroke is over."""
    tool_chosen = Signal(str)
    brush_chosen = Signal(int)
    paint_chosen = Signal(int)
    example_chosen = Signal(int)
    next_pressed = Signal()

    def __init__(self, examples: Sequence[tuple[str, Indices]]) -> None:
        super().__init__()
        self.canvas = ColourCanvas((PAINTED, PAINTED))
        self.canvas.set_title(self.tr("Painting to be judged"))
        self.colours = PaintBox(PAINTS)
        self._pictures = [picture for _, picture in examples]
        self._tools = Toolbox(DRAWING_TOOLS, high=HIGH)
        self._tools.set_terse(True)
        self._strip = ThumbnailStrip()
        self._strip.set_examples(examples)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(self._tools, 0, 0, top)
        self._grid.addWidget(self.canvas, 0, 1, top)
        self._grid.addWidget(self.colours, 0, 2, top)
        self._grid.addWidget(self._strip, 1, 0, 1, 4)
        self._grid.setColumnStretch(3, 1)
        self._grid.setRowStretch(2, 1)
        self.canvas.drawn.connect(self.painted)
        self.canvas.brush_changed.connect(self.brush_chosen)
        self._tools.tool_chosen.connect(self.tool_chosen)
        self._tools.brush_chosen.connect(self.brush_chosen)
        self.colours.chosen.connect(self.paint_chosen)
        self._strip.chosen.connect(self.example_chosen)
        self._strip.next_pressed.connect(self.next_pressed)
        self._restyle()

    def set_acts(self, actions: Sequence[tuple[QAction, str]]) -> None:
        """Offer actions, each with the icon of this name, in a menu below the tools."""
        self._tools.set_acts(actions)

    def show_painting(self, pixels: Indices) -> None:
        """Show colours, (64, 64, 3), and which example they are."""
        self.canvas.set_pixels(pixels)
        same = (at for at, one in enumerate(self._pictures) if np.array_equal(one, pixels))
        self._strip.set_current(next(same, None))

    def show_tool(self, tool: str, brush: int, paint: int) -> None:
        """Show which tool, brush and colour are taken."""
        self.canvas.set_tool(tool)
        self.canvas.set_brush(brush)
        self.canvas.set_colour(PAINTS[paint].rgb)
        self._tools.show_tool(tool, brush)
        self.colours.set_current(paint)

    def strip_height(self) -> int:
        """Return how high the examples are."""
        return self._strip.sizeHint().height()

    def set_pixel(self, pixel: float, *, strip: bool) -> None:
        """Paint on the largest pixels of no more than that, in px at 100 %, and have examples or not."""
        self.canvas.setFixedSize(self.canvas.size_for(pixel))
        self._strip.setVisible(strip)

    def _restyle(self) -> None:
        now = theme.current()
        self._grid.setHorizontalSpacing(now.px(GAP))
        self._grid.setVerticalSpacing(now.px(BELOW))
