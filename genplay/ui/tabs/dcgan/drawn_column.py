"""Where a grey picture is drawn to be judged: tools, canvas and examples."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from genplay.families.base import Bits
from genplay.ui import theme
from genplay.ui.tabs.dcgan.paint_column import BELOW, HIGH
from genplay.ui.tabs.drawing_column import DrawingColumn
from genplay.ui.tabs.toolbox import DRAWING_TOOLS
from genplay.ui.widgets.grey_canvas import GreyCanvas
from genplay.ui.widgets.pixels import Indices


class DrawnColumn(DrawingColumn):
    """A drawing whose greys are kept.

    Args:
        examples: (name, grey levels (28, 28)) pairs to choose from.
    """

    def __init__(self, examples: Sequence[tuple[str, Bits]]) -> None:
        super().__init__(GreyCanvas(pixel=4), examples, DRAWING_TOOLS, grey=True, high=HIGH)
        self.canvas.set_title(self.tr("Drawing to be judged"))
        self._read.hide()
        self._tools.set_terse(True)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.addWidget(self._tools, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self.canvas, 0, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._examples, 1, 0, 1, 3)
        self._grid.addWidget(self._read, 2, 0)
        self._grid.setColumnStretch(2, 1)
        self._grid.setRowStretch(3, 1)
        self._restyle()

    def show_drawing(self, levels: Indices) -> None:
        """Show greys, (28, 28), 255 = ink, and which example they are."""
        self._show_picture(levels)

    def show_tool(self, tool: str, brush: int) -> None:
        """Show which tool and brush are taken."""
        self._show_tool(tool, brush)

    def strip_height(self) -> int:
        """Return how high the examples are."""
        return self._examples.sizeHint().height()

    def set_pixel(self, pixel: float, *, strip: bool) -> None:
        """Draw on the largest pixels of no more than that, in px at 100 %, and have examples or not."""
        self.canvas.setFixedSize(self.canvas.size_for(pixel))
        self._examples.setVisible(strip)

    def _restyle(self) -> None:
        super()._restyle()
        self._grid.setVerticalSpacing(theme.current().px(BELOW))
