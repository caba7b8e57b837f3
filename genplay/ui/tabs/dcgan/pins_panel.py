"""The pins: a tile for each, in rows that scroll where they do not fit."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from genplay.families.dcgan import MOST_PINS
from genplay.ui import theme
from genplay.ui.tabs.dcgan.fitting import Fit
from genplay.ui.tabs.dcgan.pin_tile import PinTile
from genplay.ui.tabs.dcgan.scene import Scene
from genplay.ui.tabs.fitted import set_head
from genplay.ui.tabs.memo import Memo
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.scrolled import scrolled
from genplay.ui.widgets.words import label

_SPACING, _GAP = 6, 4  # px at 100 %: below the head; between tiles
_USUAL = 58


class PinsPanel(Dressed):
    """What is kept of the latent space."""

    chosen = Signal(int)
    removed = Signal(int)
    term_toggled = Signal(int, int)
    end_chosen = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.tiles: list[PinTile] = []
        self._count = label("caption")
        self._empty = label("caption", self.tr("Pin points to walk between them, and to reckon with them."))
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._columns, self._side = 3, _USUAL
        self._shown = Memo()
        self._known, self._reveals = 0, None
        self._arrange()
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show the pins, and which of them are parts of terms."""
        state = scene.state
        pictures = [scene.picture_of(number) for number in range(len(state.pins))]
        here = [state.walk is None and pin == state.latent for pin in state.pins]
        late = "pins" in scene.waiting
        if not self._shown.changed(state.pins, state.terms, tuple(here), late, scene.pinned):
            return
        more = bool(self._known) and self._known < len(state.pins)
        self._known = len(state.pins)
        while len(self.tiles) < len(state.pins):
            self._add()
        for number, tile in enumerate(self.tiles):
            tile.setVisible(number < len(state.pins))
        for tile, number, picture in zip(self.tiles, range(len(pictures)), pictures, strict=False):
            a, b, c = (number in term for term in state.terms)
            tile.show_pin(picture, here=here[number], terms=(a, b, c), stale=late)
        self._empty.setVisible(not state.pins)
        self._fit()
        self._tell(len(state.pins))
        self._reveals = len(state.pins) - 1 if more else None
        self._reveal()

    def _reveal(self) -> None:
        """Scroll to the pin that is new: now, and once its row has its room."""
        if self._reveals is not None:
            self._scroll.ensureWidgetVisible(self.tiles[self._reveals], 0, 0)

    def _tell(self, count: int) -> None:
        said = self.tr("{count} of {most}") if self._columns > 1 else self.tr("{count}/{most}")
        self._count.setText(said.format(count=count, most=MOST_PINS) if count else "")

    def set_parts(self, fit: Fit) -> None:
        """Take the sizes of a layout."""
        self._columns, self._side = fit.columns, fit.tile
        self.setFixedWidth(theme.current().px(fit.pins or 1))
        for tile in self.tiles:
            tile.set_side(self._side)
        self._place()
        self._fit()
        self._tell(sum(not tile.isHidden() for tile in self.tiles))

    def _add(self) -> None:
        tile = PinTile(len(self.tiles))
        tile.set_side(self._side)
        tile.chosen.connect(self.chosen)
        tile.removed.connect(self.removed)
        tile.term_toggled.connect(self.term_toggled)
        tile.end_chosen.connect(self.end_chosen)
        self.tiles.append(tile)
        self._place()

    def _place(self) -> None:
        for number, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, *divmod(number, self._columns))

    def _arrange(self) -> None:
        self._top, inside = QWidget(), QWidget()
        self._head, self._grid = QHBoxLayout(self._top), QGridLayout()
        self._head.addWidget(label("label", self.tr("Pins")))
        self._head.addStretch(1)
        self._head.addWidget(self._count)
        column = QVBoxLayout(inside)
        column.addWidget(self._empty)
        column.addLayout(self._grid)
        column.addStretch(1)
        self._scroll = scrolled(inside, downwards=True)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._reveal)
        self._column = QVBoxLayout(self)
        for layout in (self._head, column, self._column):
            layout.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._column.addWidget(self._top)
        self._column.addWidget(self._scroll, 1)
        self._column.addStretch(0)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    def _restyle(self) -> None:
        now = theme.current()
        self._column.setSpacing(now.px(_SPACING))
        self._grid.setSpacing(now.px(_GAP))
        set_head(self._top, self._head, _SPACING)
        self._fit()

    def _fit(self) -> None:
        """Have whole rows: half a picture says nothing, and hides that there are more."""
        now = theme.current()
        room = self.height() - self._top.height() - self._column.spacing()
        if self.tiles and not self._empty.isVisibleTo(self):
            row = self.tiles[0].sizeHint().height() + now.px(_GAP)
            room = max((room + now.px(_GAP)) // row, 1) * row - now.px(_GAP)
        self._scroll.setMaximumHeight(max(room, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many rows as have room."""
        super().resizeEvent(event)
        self._reveals = None  # another room is no reason to leave what one has scrolled to
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Accept little height: the rest scrolls."""
        return QSize(self.width(), theme.current().px(60))
