"""What the left columns of the pages share: tools, canvas, examples, and the words below them."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from genplay.families.base import Bits
from genplay.ui import theme
from genplay.ui.tabs.memo import Memo
from genplay.ui.tabs.toolbox import HIGH, TOOLS, Toolbox
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.key import Key
from genplay.ui.widgets.pixel_canvas import PixelCanvas
from genplay.ui.widgets.thumbnails import ThumbnailStrip

GAP = 8
"""Between tools and picture, in pixels at 100 %."""


class DrawingColumn(Dressed):
    """Where the user draws, below a head that a subclass arranges.

    Args:
        canvas: What is drawn on.
        examples: (name, picture (28, 28)) pairs to choose from.
        tools: Which tools there are.
        grey: Whether the examples have grey levels rather than bits.
        high: Height of a button of the tools, in pixels at 100 %.
    """

    drawn = Signal(object, bool)
    """A new picture, (28, 28), and whether the stroke is over."""
    tool_chosen = Signal(str)
    brush_chosen = Signal(int)
    example_chosen = Signal(int)
    next_pressed = Signal()
    threshold_moved = Signal(float)
    """Where an opened picture's ink begins, of a column whose head has a slider for it."""
    threshold_settled = Signal(float)

    def __init__(
        self,
        canvas: PixelCanvas,
        examples: Sequence[tuple[str, Bits]],
        tools: Collection[str] = TOOLS,
        *,
        grey: bool = False,
        high: int = HIGH,
    ) -> None:
        super().__init__()
        self.canvas = canvas
        self._pictures: list[Bits] = []
        self._examples = ThumbnailStrip(grey=grey)
        self.set_examples(examples)
        self._known = tools
        self._tools = Toolbox(tools, high=high)
        self._memo = Memo()
        self._read_before: int | None = None  # pixels, before the one in focus
        self._read = Key(parent=self)  # not all subclasses have a place for it
        self._grid = QGridLayout(self)
        canvas.drawn.connect(self.drawn)
        canvas.brush_changed.connect(self.brush_chosen)
        self._tools.tool_chosen.connect(self.tool_chosen)
        self._tools.brush_chosen.connect(self.brush_chosen)
        self._examples.chosen.connect(self.example_chosen)
        self._examples.next_pressed.connect(self.next_pressed)

    def set_examples(self, examples: Sequence[tuple[str, Bits]]) -> None:
        """Offer these (name, picture (28, 28)) pairs."""
        self._pictures = [picture for _, picture in examples]
        self._examples.set_examples(examples)

    def set_acts(self, actions: Sequence[tuple[QAction, str]]) -> None:
        """Add a button below the tools for each action, with the icon of this name."""
        self._tools.set_acts(actions)

    def _arrange(self, head: QHBoxLayout, column: int) -> None:
        """Put everything below a head that begins above the tools (column 0) or above the picture (1)."""
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.addLayout(head, 0, column, 1, 2 - column)
        self._grid.addWidget(self._tools, 1, 0, 3, 1)
        self._grid.addWidget(self.canvas, 1, 1)
        self._grid.addWidget(self._examples, 2, 1)
        self._grid.addWidget(self._read, 3, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.setRowStretch(3, 1)

    def _show_picture(self, picture: Bits) -> None:
        self.canvas.set_bits(picture)
        known = (at for at, example in enumerate(self._pictures) if (example == picture).all())
        self._examples.set_current(next(known, None))

    def _show_tool(self, tool: str, brush: int) -> None:
        tool = tool if tool in self._known else "pen"
        self.canvas.set_tool(tool)
        self.canvas.set_brush(brush)
        self._tools.show_tool(tool, brush)

    def _show_read(self) -> None:
        for tone, words in self._words(self._read_before):  # the first that is not cut
            self._read.set_entries([(tone, words)])
            if self._read.sizeHint().width() <= self.canvas.width():
                break

    def _words(self, read: int | None) -> list[tuple[str, str]]:
        """Return a swatch's tone with its words, the longest first."""
        if read is None:
            return [("ink", said) for said in self._gestures()]
        words = (
            self.tr("what the model has read before pixel {number}"),
            self.tr("read before pixel {number}"),
            self.tr("read so far"),
        )
        return [("context", said.format(number=read + 1)) for said in words]

    def _gestures(self) -> Sequence[str]:
        """Return how one draws here, in words, the longest first."""
        raise NotImplementedError

    def _restyle(self) -> None:
        now = theme.current()
        self._grid.setHorizontalSpacing(now.px(GAP))
        self._grid.setVerticalSpacing(now.px(7))
