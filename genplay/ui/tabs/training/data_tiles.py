"""What can be learnt, as small pictures to choose from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy

from genplay.ui import theme
from genplay.ui.theme import Theme
from genplay.ui.widgets.dressed import Dressed

_WIDTH, _PICTURE, _WORDS = 52, 40, 16  # px: the least width, heights of the picture and of the name
_GAP, _COLUMNS, _RADIUS = 6, 3, 4


@dataclass(frozen=True, slots=True)
class Tile:
    """Something that can be learnt.

    Attributes:
        words: Its name, translated, in a word.
        tip: Its name in full.
        paint: Draws its picture into a box.
    """

    words: str
    tip: str
    paint: Callable[[QPainter, Theme, QRectF], None]


class DataTiles(Dressed):
    """Tiles, three in a row, the chosen one framed; the arrow keys choose the neighbour.

    Args:
        tiles: What can be learnt, by id.
        picture: Height of a picture, in pixels at 100 %.
    """

    chosen = Signal(str)

    def __init__(self, tiles: Mapping[str, Tile], picture: int = _PICTURE) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("What is learnt"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._tiles = {name: _Tile(tile, picture) for name, tile in tiles.items()}
        for place, tile in enumerate(self._tiles.values()):
            self._grid.addWidget(tile, place // _COLUMNS, place % _COLUMNS)
            tile.clicked.connect(self._choose)
        self._restyle()

    def set_current(self, data: str) -> None:
        """Show which is chosen, or that none is if there is no such tile; emits nothing."""
        held = any(tile.hasFocus() for tile in self._tiles.values())
        for name, tile in self._tiles.items():
            tile.setAutoExclusive(False)  # else the last one cannot be let go
            tile.setChecked(name == data)
        stop = data if data in self._tiles else next(iter(self._tiles))
        for name, tile in self._tiles.items():  # Tab stops at the choice only
            tile.setAutoExclusive(True)
            tile.setFocusPolicy(Qt.FocusPolicy.TabFocus if name == stop else Qt.FocusPolicy.NoFocus)
        if held:  # a click leaves it where it was: its frame would look like a second choice
            self._tiles[stop].setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self) -> None:
        self.chosen.emit(next(name for name, tile in self._tiles.items() if tile.isChecked()))

    def _restyle(self) -> None:
        self._grid.setSpacing(theme.current().px(_GAP))


class _Tile(QAbstractButton):
    """A picture of the data with its name below."""

    def __init__(self, tile: Tile, picture: int) -> None:
        super().__init__()
        self._paint, self._picture = tile.paint, picture
        self.setText(tile.words)
        self.setToolTip(tile.tip)
        self.setCheckable(True)
        self.setAutoExclusive(True)  # brings the arrow keys
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for the picture and a line of text."""
        now = theme.current()
        return QSize(now.px(_WIDTH), now.px(self._picture + _WORDS))

    def minimumSizeHint(self) -> QSize:
        """Accept no less."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame, the picture and the name."""
        now, chosen = theme.current(), self.isChecked()
        box = QRectF(0, 0, self.width(), now.px(self._picture))
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_frame(painter, now, box, self)
            self._paint(painter, now, box)
            font = now.font("axis")
            if chosen:
                font.setWeight(now.font("label").weight())
            painter.setFont(font)
            painter.setPen(now.color("accent" if chosen else "text2"))
            words = QRectF(0, box.bottom(), self.width(), self.height() - box.bottom())
            painter.drawText(words, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, self.text())

    def enterEvent(self, event: object) -> None:
        """Show that it can be pressed."""
        self.update()

    def leaveEvent(self, event: object) -> None:
        """Show it no more."""
        self.update()


def paint_frame(
    painter: QPainter,
    now: Theme,
    box: QRectF,
    button: QAbstractButton,
    edge: str = "line",
    radius: int = _RADIUS,
) -> None:
    """Draw the paper of a tile and its frame, which says whether it is chosen, pointed at, has the focus.

    Args:
        painter: What to draw with.
        now: The looks.
        box: Where.
        button: Whose.
        edge: The token of the frame where none of these holds.
        radius: Of the corners, in pixels at 100 %.
    """
    chosen, held = button.isChecked(), button.hasFocus()
    width = now.line("data" if chosen or held else "hairline")
    if button.underMouse():
        edge = "control" if edge == "line" else "text2"
    edge = "text" if held else "accent" if chosen else edge
    half, corner = width / 2, now.px(radius)
    painter.setPen(QPen(now.color(edge), width))
    painter.setBrush(now.color("paper"))
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), corner, corner)
