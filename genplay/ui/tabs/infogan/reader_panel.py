"""The right column: a picture is drawn, Q reads its code, and G makes a picture of that code."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from genplay.families.base import Bits
from genplay.ui import theme
from genplay.ui.tabs.drawing_column import DrawingColumn
from genplay.ui.tabs.fitted import set_head
from genplay.ui.tabs.infogan import words
from genplay.ui.tabs.infogan.code_bars import CodeBars, CodeShare
from genplay.ui.tabs.infogan.code_spread import CodeSpread
from genplay.ui.tabs.infogan.scene import Scene
from genplay.ui.tabs.levels_pen import greys
from genplay.ui.tabs.toolbox import DRAWING_TOOLS
from genplay.ui.widgets.buttons import Link
from genplay.ui.widgets.grey_canvas import GreyCanvas
from genplay.ui.widgets.heat_map import HeatMap
from genplay.ui.widgets.pixels import levels
from genplay.ui.widgets.words import label, wrapped

_CANVAS, _HIGH, _SMALL = 4, 22, 2  # px at 100 %: of the drawing, of a tool, of the picture made again
_GAP, _APART, _TALLEST = 4, 8, 238  # px at 100 %: between what stands beside; greatest height of the bars


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
        self._pixel, self._abreast = _CANVAS, False
        self._tools.set_terse(True)
        self.bars = CodeBars()
        self.spreads = [CodeSpread("info_c2", "c₂"), CodeSpread("info_c3", "c₃")]
        self.again = HeatMap("grey", pixel=_SMALL)
        self.again.set_title(self.tr("The picture of what was read"))
        self._read.set_entries([("ink", self.tr("draw here"))])
        self._use = Link(self.tr("Use"), flush=True)
        self._use.setAccessibleName(self.tr("Use these codes"))
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
        self.bars.setToolTip(wrapped(words.doubt(found)))
        self.again.set_values(None if found is None else levels(found.picture, 0, 1))
        self._use.setEnabled(found is not None)

    def set_parts(self, pixel: int, *, strip: bool, small: int, abreast: bool) -> None:
        """Take the sizes of a layout.

        Args:
            pixel: Of the drawing, in px at 100 %.
            strip: Whether the examples are shown.
            small: A pixel of the picture made again.
            abreast: Whether the numbers stand beside the drawing, rather than below the bars.
        """
        self._pixel = pixel
        self._examples.setVisible(strip)
        self.again.setFixedSize(self.again.size_for(small))
        if abreast != self._abreast:
            self._abreast = abreast
            self._seat()
        self._restyle()

    def host(self, switch: QWidget | None) -> None:
        """Have a switch in the place of the title, or the title."""
        self._title.setVisible(switch is None)
        if switch is not None:
            self._head.insertWidget(0, switch)

    def beside(self) -> int:
        """Return the width of what is beside the title, in px."""
        return self._read.sizeHint().width() if self._read.isVisibleTo(self) else 0

    def _lay_out(self) -> None:
        self._top, self._numbers = QWidget(), QWidget()
        head, made, numbers = QHBoxLayout(self._top), QGridLayout(), QVBoxLayout(self._numbers)
        self._title = label("label", self.tr("Read a drawing"))
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._read)
        made.setRowStretch(3, 1)
        numbers.setSpacing(0)
        for spread in self.spreads:
            numbers.addWidget(spread)
        drawn, self._told = QHBoxLayout(), QGridLayout()
        drawn.addWidget(self.canvas, 0, Qt.AlignmentFlag.AlignTop)
        drawn.addWidget(self._tools, 0, Qt.AlignmentFlag.AlignTop)
        drawn.addStretch(1)
        drawn.addLayout(made)
        for layout in (head, drawn, made, numbers, self._told, self._grid):
            layout.setContentsMargins(0, 0, 0, 0)
        self._head, self._drawn, self._made = head, drawn, made
        self._grid.addWidget(self._top, 0, 0)
        self._grid.addLayout(drawn, 1, 0)
        self._grid.addWidget(self._examples, 2, 0)
        self._grid.addLayout(self._told, 3, 0)
        self._told.addWidget(self.bars, 0, 0)
        self._told.setRowStretch(0, 1)
        self._grid.setRowStretch(3, 100)
        self._grid.setRowStretch(4, 1)
        self._seat()

    def _seat(self) -> None:
        """Have the numbers below the bars, or where it is low, beside the drawing, which the bars are not."""
        beside, middle = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignHCenter
        self._made.addWidget(self.again, 0, 0, Qt.AlignmentFlag(0) if self._abreast else middle)
        self._made.addWidget(self._use, *((0, 1, beside) if self._abreast else (1, 0, middle)))
        if self._abreast:
            self._made.addWidget(self._numbers, 1, 0, 1, 2)
        else:
            self._told.addWidget(self._numbers, 1, 0, Qt.AlignmentFlag.AlignTop)
        for spread in self.spreads:
            spread.set_below(self._abreast)
        self._drawn.setStretch(self._drawn.count() - 1, 100 * self._abreast)

    def _restyle(self) -> None:
        super()._restyle()
        now = theme.current()
        self._grid.setVerticalSpacing(now.px(4))
        self._told.setVerticalSpacing(now.px(4))
        self._head.setSpacing(now.px(8))
        self._drawn.setSpacing(now.px(_GAP))
        self._made.setVerticalSpacing(now.px(2))
        self._made.setHorizontalSpacing(now.px(_APART))
        set_head(self._top, self._head, 4)
        self.bars.setMaximumHeight(now.px(_TALLEST))
        self.canvas.setFixedSize(self.canvas.size_for(self._pixel))
