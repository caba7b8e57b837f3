"""The right column: a picture is drawn, Q reads its code, and G makes a picture of that code."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from genplay.families.base import Bits
from genplay.ui import theme
from genplay.ui.tabs.drawing_column import DrawingColumn
from genplay.ui.tabs.fitted import set_head
from genplay.ui.tabs.infogan.code_bars import CodeBars, CodeShare
from genplay.ui.tabs.infogan.code_spread import CodeSpread
from genplay.ui.tabs.infogan.scene import Scene
from genplay.ui.tabs.levels_pen import greys
from genplay.ui.tabs.toolbox import DRAWING_TOOLS
from genplay.ui.widgets.buttons import Link
from genplay.ui.widgets.formula import FormulaLabel
from genplay.ui.widgets.grey_canvas import GreyCanvas
from genplay.ui.widgets.heat_map import HeatMap
from genplay.ui.widgets.pixels import levels
from genplay.ui.widgets.words import label

_CANVAS, _HIGH, _SMALL = 4, 22, 2  # px at 100 %: of the drawing, of a tool, of the picture made again


class ReaderPanel(DrawingColumn):
    """A drawing above what Q reads in it.

    Args:
        examples: (name, grey levels (28, 28)) pairs to choose from.
    """

    told = Signal()
    """The codes that were read are to be set."""

    def __init__(self, examples: Sequence[tuple[str, Bits]]) -> None:
        super().__init__(GreyCanvas(pixel=_CANVAS), examples, DRAWING_TOOLS, grey=True, high=_HIGH)
        self.canvas.set_title(self.tr("Drawing to be read"))
        self._pixel, self._roomy = _CANVAS, True
        self._tools.set_terse(True)
        self.bars = CodeBars()
        self.spreads = [CodeSpread("info_c2", "c₂"), CodeSpread("info_c3", "c₃")]
        self.again = HeatMap("grey", pixel=_SMALL)
        self.again.set_title(self.tr("The picture of what was read"))
        self._read.set_entries([("ink", self.tr("draw here"))])
        self._order = label("caption", self.tr("digit, category"))
        self._use = Link(self.tr("Use these codes"), flush=True)
        self._use.setToolTip(self.tr("Set the category and both numbers to what was read"))
        self._use.clicked.connect(self.told)
        self._lay_out()
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show the drawing and what is read in it."""
        state, found = scene.state, scene.read
        if self._memo.changed(state.drawing, state.levels):
            self._show_picture(greys(state))
        self._show_tool(state.tool, state.brush)
        self._read.setVisible(state.is_blank)
        self._order.setVisible(bool(scene.digits))
        shares = None if found is None else found.reading.shares
        self.bars.set_rows(
            [
                CodeShare(
                    str(scene.digits[number]) if scene.digits else "",
                    str(number),
                    None if shares is None else float(shares[number]),
                )
                for number in scene.order
            ]
        )
        for at, spread in enumerate(self.spreads):
            told = None if found is None else (found.reading.mean[at], found.reading.deviation[at])
            spread.set_told(told and (float(told[0]), float(told[1])))
        self.again.set_values(None if found is None else levels(found.picture, 0, 1))
        self._use.setEnabled(found is not None)

    def set_parts(self, pixel: int, *, strip: bool, small: int) -> None:
        """Draw on pixels so large, show the examples or not, and the picture made again so large."""
        self._pixel, self._roomy = pixel, small > 0
        self._examples.setVisible(strip)
        self.again.setVisible(small > 0)
        if small:
            self.again.setFixedSize(self.again.size_for(small))
        self._restyle()

    def host(self, switch: QWidget | None) -> None:
        """Have a switch in the place of the title, or the title."""
        self._title.setVisible(switch is None)
        if switch is not None:
            self._rows[0].insertWidget(0, switch)

    def _lay_out(self) -> None:
        self._top, self._middle, self._bottom = QWidget(), QWidget(), QWidget()
        head, between = QHBoxLayout(self._top), QHBoxLayout(self._middle)
        self._title = label("label", self.tr("Read a drawing"))
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._read)
        between.addWidget(FormulaLabel("info_q"))
        between.addStretch(1)
        between.addWidget(self._order)
        numbers = QVBoxLayout()
        for spread in self.spreads:
            numbers.addWidget(spread)
        numbers.addWidget(self._use, 0, Qt.AlignmentFlag.AlignLeft)
        below = QHBoxLayout(self._bottom)
        below.addLayout(numbers, 1)
        below.addWidget(self.again, 0, Qt.AlignmentFlag.AlignTop)
        for layout in (head, between, numbers, below):
            layout.setContentsMargins(0, 0, 0, 0)
        self._rows, self._numbers = [head, between, below], numbers
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(2, 1)
        self._grid.addWidget(self._top, 0, 0, 1, 3)
        self._grid.addWidget(self.canvas, 1, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._tools, 1, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._examples, 2, 0, 1, 3)
        self._grid.addWidget(self._middle, 3, 0, 1, 3)
        self._grid.addWidget(self.bars, 4, 0, 1, 3)
        self._grid.addWidget(self._bottom, 5, 0, 1, 3)
        self._grid.setRowStretch(4, 100)
        self._grid.setRowStretch(6, 1)

    def _restyle(self) -> None:
        super()._restyle()
        now = theme.current()
        if not hasattr(self, "_rows"):
            return
        gap = 4 if self._roomy else 2
        self._grid.setVerticalSpacing(now.px(gap))
        for row in self._rows:
            row.setSpacing(now.px(8))
        self._numbers.setSpacing(0)
        set_head(self._top, self._rows[0], gap)
        self.bars.setMaximumHeight(10 * now.px(22))
        self._middle.setFixedHeight(now.px(18))
        self.canvas.setFixedSize(self.canvas.size_for(self._pixel))
