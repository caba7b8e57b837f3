"""The top of the left column: tools, canvas, examples, an opened picture's threshold, a second drawing."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from genplay.families.base import Bits
from genplay.families.vae import VaeState
from genplay.ui import theme
from genplay.ui.tabs.drawing_column import GAP, DrawingColumn
from genplay.ui.tabs.toolbox import DRAWING_TOOLS, SIDE
from genplay.ui.tabs.vae import fitting
from genplay.ui.tabs.vae.blend_row import BlendRow
from genplay.ui.tabs.vae.scene import Scene
from genplay.ui.widgets.buttons import IconButton, Link
from genplay.ui.widgets.pixel_canvas import PixelCanvas
from genplay.ui.widgets.slider import Slider
from genplay.ui.widgets.thumb import Gallery
from genplay.ui.widgets.words import label

_PIXEL = 7  # px of one of the canvas
_HIGH = 25  # px of a button of the tools: all stand beside canvas and examples
_HEAD = 22
_GAP, _SPACING = 6, 4


class DrawingPanel(DrawingColumn):
    """Where the user draws, and chooses what to blend the drawing with.

    Args:
        digits: (name, picture (28, 28)) pairs to choose from, for the models of digits.
        clothes: The same for the model of clothes.
    """

    blend_chosen = Signal(int)
    """An example to blend with."""
    kept = Signal()
    """This drawing is what another will be blended with."""
    blend_moved = Signal(float)
    blend_settled = Signal(float)
    blend_ended = Signal()

    def __init__(self, digits: Sequence[tuple[str, Bits]], clothes: Sequence[tuple[str, Bits]]) -> None:
        super().__init__(PixelCanvas(pixel=_PIXEL), digits, DRAWING_TOOLS, high=_HIGH)
        self._offered = {"digits": list(digits), "clothes": list(clothes)}
        self._shown = "digits"
        self._pixel = _PIXEL
        self._projector, self._opened, self._blank = False, False, True
        self.canvas.set_title(self.tr("Your drawing"))
        self._label = label("label", self.tr("Your drawing"))
        self._threshold = Slider(self.tr("Ink from"), 1, 255, default=128, decimals=0)
        self._read.set_entries([("ink", self.tr("draw here"))])
        self._begin = Link(self.tr("Blend with…"))
        self._begin_small = IconButton("blend", self.tr("Blend with…"), _HEAD, _HEAD)
        self._blend = BlendRow()
        self._others, self._firsts = Gallery(self), Gallery(self)
        self._arrange(self._make_head(), 1)
        self._connect()
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show drawing, tool, threshold and blend."""
        state = scene.state
        self._offer("clothes" if state.model == "vae_fashion" else "digits")
        if self._memo.changed(state.drawing, self._shown):
            self._show_picture(state.drawing.pixels())
        self._show_tool(state.tool, state.brush)
        self._threshold.set_value(state.threshold)
        self._show_head(state)
        if state.second is not None:
            self._blend.show_blend(state.drawing, state.second, state.blend)
        self._blended = state.second is not None
        self._show_below()

    def pictures(self, model: str) -> list[Bits]:
        """Return the examples for a model, in their order."""
        offered = self._offered["clothes" if model == "vae_fashion" else "digits"]
        return [bits for _, bits in offered]

    def set_pixel(self, pixel: int) -> None:
        """Draw on pixels so large, in px at 100 %."""
        self._pixel = pixel
        self._restyle()

    def needed(self) -> int:
        """Return the width of tools and canvas: at some scales a pixel more than at 100 %."""
        now = theme.current()
        return self.canvas.minimumWidth() + now.px(SIDE) + now.px(GAP)

    def set_projector(self, on: bool) -> None:
        """Leave only label and picture."""
        self._projector = on
        self._tools.setHidden(on)
        self._show_below()

    def set_terse(self, terse: bool) -> None:
        """Have the acts in a menu, where the column is low."""
        self._tools.set_terse(terse)

    def _offer(self, which: str) -> None:
        if which != self._shown:
            self._shown = which
            self.set_examples(self._offered[which])
            self._fill_galleries()

    def _show_head(self, state: VaeState) -> None:
        opened, blank = state.source is not None, not any(state.drawing.bits)
        self._opened, self._blank = opened, blank
        self._threshold.setVisible(opened)
        self._fit_head()

    def _fit_head(self) -> None:
        """Say in a word or by an icon what may be done, and leave the name out where neither has room."""
        opened, blank = self._opened, self._blank
        room = self._top.minimumWidth() - self._head.spacing()
        name = self._label.sizeHint().width()
        short = opened or name + self._begin.sizeHint().width() > room
        self._label.setVisible(not opened and not (blank and name + self._read.sizeHint().width() > room))
        self._read.setVisible(blank and not opened)
        self._begin.setVisible(not blank and not short)
        self._begin_small.setVisible(opened or (not blank and short))

    def _show_below(self) -> None:
        self._examples.setVisible(not self._projector and not self._blended)
        self._blend.setVisible(not self._projector and self._blended)

    def _make_head(self) -> QHBoxLayout:
        for button in (self._begin, self._begin_small):
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            button.setMenu(self._others)
            button.setToolTip(self.tr("Blend this drawing with another, and see what lies between"))
        head = QHBoxLayout()
        head.addWidget(self._label)
        head.addWidget(self._threshold, 1)
        head.addStretch(0)
        for widget in (self._read, self._begin, self._begin_small):
            head.addWidget(widget)
        return head

    def _arrange(self, head: QHBoxLayout, column: int) -> None:
        self._head, self._top = head, QWidget()
        self._top.setLayout(head)
        head.setContentsMargins(0, 0, 0, 0)
        self._blended = False
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(2, 1)
        self._grid.addWidget(self._top, 0, column)
        self._grid.addWidget(self._tools, 1, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self.canvas, 1, 1)
        below = QVBoxLayout()  # of which one is shown: a grid leaves no space beside hidden ones
        below.addWidget(self._examples)
        below.addWidget(self._blend)
        self._grid.addLayout(below, 2, 1)
        self._show_below()

    def _connect(self) -> None:
        keep = self._others.addAction(self.tr("Keep this drawing, and draw another"))
        keep.triggered.connect(self.kept)
        self._others.addSeparator()
        self._others.chosen.connect(self.blend_chosen)
        self._firsts.chosen.connect(self.example_chosen)
        self._fill_galleries()
        self._threshold.moved.connect(self.threshold_moved)
        self._threshold.settled.connect(self.threshold_settled)
        self._blend.moved.connect(self.blend_moved)
        self._blend.settled.connect(self.blend_settled)
        self._blend.ended.connect(self.blend_ended)
        self._blend.first_pressed.connect(self._ask_for_first)
        self._blend.second_pressed.connect(self._ask_for_second)

    def _fill_galleries(self) -> None:
        for gallery in (self._others, self._firsts):
            gallery.set_pictures(self._offered[self._shown])

    @Slot()
    def _ask_for_first(self) -> None:
        self._firsts.popup(self._below(self._blend))

    @Slot()
    def _ask_for_second(self) -> None:
        self._others.popup(self._below(self._blend))

    def _below(self, widget: QWidget) -> QPoint:
        return widget.mapToGlobal(QPoint(0, widget.height()))

    def _restyle(self) -> None:
        super()._restyle()
        now = theme.current()
        self._grid.setVerticalSpacing(now.px(_SPACING))
        self._head.setSpacing(now.px(_GAP))
        self._threshold.setFixedHeight(now.px(_HEAD))
        side = self.canvas.size_for(self._pixel)
        self.canvas.setFixedSize(side)
        self._top.setFixedSize(side.width(), now.px(fitting.TOP - _SPACING))
        for widget in (self._examples, self._blend):
            widget.setFixedWidth(side.width())
        self._fit_head()
