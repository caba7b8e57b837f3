"""The left column: what is learnt, and with which numbers."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from genplay.families.gan import Setup
from genplay.ui import theme
from genplay.ui.tabs.gan import distributions, words
from genplay.ui.tabs.gan.drawing_tools import DrawingTools
from genplay.ui.tabs.gan.scene import Scene
from genplay.ui.tabs.gan.settings import Settings
from genplay.ui.tabs.memo import Memo
from genplay.ui.tabs.training.data_tiles import DataTiles
from genplay.ui.widgets.choice import Choice
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.words import label

_HEAD, _LOWER, _SPACING, _GAP = (
    22,
    4,
    6,
    10,
)  # px: a title, above its words; between two things; above the rest
_PICTURE, _TILES, _CHOICE, _DRAW = 48, 134, 28, 30  # px: a picture; heights of tiles, box and button


class SetupPanel(Dressed):
    """What is learnt above what is set; knows no gesture.

    ``tuned`` is of a field of ``Hyper``, which may change on the way, ``begun`` of one of ``Setup`` ("noise",
    "dims", "generator", "discriminator"), with which everything begins anew.
    """

    data_chosen = Signal(str)
    draw_pressed = Signal()
    tool_chosen = Signal(str)
    brush_chosen = Signal(int)
    clear_pressed = Signal()
    cancel_pressed = Signal()
    apply_pressed = Signal()
    tuned = Signal(str, object)
    begun = Signal(str, object)
    reset_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tiles, self.draw = DataTiles(distributions.tiles(), _PICTURE), distributions.DrawnTile()
        self.data = Choice(words.data())
        self.drawing, self.settings = DrawingTools(), Settings()
        self._title = label("label", self.tr("Real distribution"))
        self._room, self._shown = 1_000.0, Memo()
        self._arrange()
        self._connect()
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show what is set, or the tools while something is drawn."""
        state, setup = scene.state, scene.setup
        if not self._shown.changed(setup, scene.hyper, state.drawing, state.tool, state.brush):
            return  # as mostly while it plays
        draws = state.drawing is not None
        self._title.setText(self.tr("Draw a distribution") if draws else self.tr("Real distribution"))
        self._stack.setCurrentIndex(int(draws))
        self._show_data(setup)
        self.drawing.show_state(state)
        self.settings.show_hyper(setup, scene.hyper)

    def set_room(self, height: float) -> None:
        """Show what fits into a height in px at 100 %: the pictures give way to a box first."""
        self._room = height
        self._fit()

    def _show_data(self, setup: Setup) -> None:
        self.tiles.set_current(setup.data)
        self.draw.set_points(setup.points)
        drawn = self.data.findData("drawn")  # which is there to be shown, not to be chosen
        if setup.data == "drawn" and drawn < 0:
            self.data.addItem(words.data()["drawn"], "drawn")
        elif setup.data != "drawn" and drawn >= 0:
            self.data.removeItem(drawn)
        self.data.set_current(setup.data)

    def _fit(self) -> None:
        tiles = self._room >= self._above(tiles=True) + self.settings.least()
        self.tiles.setVisible(tiles)
        self.data.setVisible(not tiles)
        self.drawing.set_terse(not tiles)
        self._block.setFixedHeight(theme.current().px(self._data_height(tiles=tiles)))
        self.settings.set_room(self._room - self._above(tiles=tiles))

    def _data_height(self, *, tiles: bool) -> int:
        return (_TILES if tiles else _CHOICE) + _SPACING + _DRAW

    def _above(self, *, tiles: bool) -> int:
        return _HEAD + _SPACING + self._data_height(tiles=tiles) + _SPACING + _GAP

    def _arrange(self) -> None:
        offered = QWidget()
        self._offered = QVBoxLayout(offered)
        self._offered.setContentsMargins(0, 0, 0, 0)
        for widget in (self.tiles, self.data, self.draw):
            self._offered.addWidget(widget)
        self._offered.addStretch(1)
        self._block = QWidget()
        self._stack = QStackedLayout(self._block)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(offered)
        self._stack.addWidget(self.drawing)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._title)
        self._column.addWidget(self._block)
        self._column.addWidget(self.settings, 1)
        self.data.setAccessibleName(self.tr("What is learnt"))

    def _connect(self) -> None:
        self.tiles.chosen.connect(self.data_chosen)
        self.data.chosen.connect(self._choose_data)
        self.draw.clicked.connect(lambda: self.draw_pressed.emit())
        self.drawing.tool_chosen.connect(self.tool_chosen)
        self.drawing.brush_chosen.connect(self.brush_chosen)
        self.drawing.clear_pressed.connect(self.clear_pressed)
        self.drawing.cancel_pressed.connect(self.cancel_pressed)
        self.drawing.apply_pressed.connect(self.apply_pressed)
        self.settings.tuned.connect(self.tuned)
        self.settings.begun.connect(self.begun)
        self.settings.reset_pressed.connect(self.reset_pressed)

    @Slot(str)
    def _choose_data(self, name: str) -> None:
        if name != "drawn":
            self.data_chosen.emit(name)

    def _restyle(self) -> None:
        now = theme.current()
        self._title.setFixedHeight(now.px(_HEAD))
        self._title.setContentsMargins(0, now.px(_LOWER), 0, 0)
        self._column.setSpacing(now.px(_SPACING))
        self._offered.setSpacing(now.px(_SPACING))
        self.settings.setContentsMargins(0, now.px(_GAP - _SPACING), 0, 0)
        self._fit()
