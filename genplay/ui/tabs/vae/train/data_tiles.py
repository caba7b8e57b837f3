"""What can be learnt, as small pictures to choose from."""

from functools import cache

import numpy as np
from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from genplay.data import examples, toys
from genplay.families.vae.live import DATA, Data
from genplay.ui import theme
from genplay.ui.tabs.training.scatter import paint_dots
from genplay.ui.tabs.vae.train.colours import class_colour
from genplay.ui.theme import Theme
from genplay.ui.translation import translate
from genplay.ui.widgets.pixels import indexed

_WIDTH, _PICTURE, _WORDS = 64, 40, 16  # px
_GAP, _COLUMNS, _RADIUS = 6, 3, 4
_POINTS, _DOT, _REACH, _SEED = 130, 2.0, 2.75, 0


def names() -> dict[Data, str]:
    """Return what can be learnt, in a word each."""
    return {
        "digits": translate("vae", "Digits"),
        "ring": translate("vae", "Ring"),
        "moons": translate("vae", "Moons"),
        "spiral": translate("vae", "Spiral"),
        "grid": translate("vae", "Grid"),
        "pinwheel": translate("vae", "Pinwheel"),
    }


class DataTiles(QWidget):
    """Six tiles, the chosen one framed; the arrow keys choose the neighbour."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("What is learnt"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._tiles: dict[str, _Tile] = {name: _Tile(name, words) for name, words in names().items()}
        for place, tile in enumerate(self._tiles.values()):
            self._grid.addWidget(tile, place // _COLUMNS, place % _COLUMNS)
            tile.clicked.connect(self._choose)
        self._restyle()

    def set_current(self, data: Data) -> None:
        """Show which is chosen; emits nothing."""
        held = any(tile.hasFocus() for tile in self._tiles.values())
        self._tiles[data].setChecked(True)
        for name, tile in self._tiles.items():  # Tab stops at the choice only
            tile.setFocusPolicy(Qt.FocusPolicy.TabFocus if name == data else Qt.FocusPolicy.NoFocus)
        if held:  # a click leaves it where it was: its frame would look like a second choice
            self._tiles[data].setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self) -> None:
        self.chosen.emit(next(name for name, tile in self._tiles.items() if tile.isChecked()))

    def _restyle(self) -> None:
        self._grid.setSpacing(theme.current().px(_GAP))

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and scale."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._restyle()


class _Tile(QAbstractButton):
    """A picture of the data with its name below."""

    def __init__(self, data: Data, words: str) -> None:
        super().__init__()
        self._data: Data = data
        self.setText(words)
        self.setToolTip(translate("families", DATA[data]))
        self.setCheckable(True)
        self.setAutoExclusive(True)  # brings the arrow keys
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for the picture and a line of text."""
        now = theme.current()
        return QSize(now.px(_WIDTH), now.px(_PICTURE + _WORDS))

    def minimumSizeHint(self) -> QSize:
        """Accept no less."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame, the picture and the name."""
        now, chosen = theme.current(), self.isChecked()
        box = QRectF(0, 0, self.width(), now.px(_PICTURE))
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            width = now.line("data" if chosen or self.hasFocus() else "hairline")
            edge = "text" if self.hasFocus() else "accent" if chosen else "line"
            if self.underMouse() and not chosen:
                edge = "control"
            half, radius = width / 2, now.px(_RADIUS)
            painter.setPen(QPen(now.color(edge), width))
            painter.setBrush(now.color("paper"))
            painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)
            self._paint_picture(painter, now, box)
            font = now.font("axis")
            if chosen:
                font.setWeight(now.font("label").weight())
            painter.setFont(font)
            painter.setPen(now.color("accent" if chosen else "text2"))
            words = QRectF(0, box.bottom(), self.width(), self.height() - box.bottom())
            painter.drawText(words, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, self.text())

    def _paint_picture(self, painter: QPainter, now: Theme, box: QRectF) -> None:
        if self._data == "digits":
            side = now.px(28)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            for place, picture in enumerate(_digits()):
                left = box.center().x() + (place - 1) * side
                target = QRect(round(left), round(box.center().y() - side / 2), side, side)
                painter.drawImage(target, indexed(picture * 255, now.table("grey")))
            return
        points, labels = _points(self._data)
        scale = box.height() / (2 * _REACH)
        places = points * (scale, -scale) + (box.center().x(), box.center().y())
        for label in np.unique(labels).tolist():
            paint_dots(painter, places[labels == label], class_colour(label), _DOT * now.scale)

    def enterEvent(self, event: object) -> None:
        """Show that it can be pressed."""
        self.update()

    def leaveEvent(self, event: object) -> None:
        """Show it no more."""
        self.update()


@cache
def _points(data: Data) -> toys.Toy:
    return toys.toy(data, _POINTS, _SEED)


@cache
def _digits() -> tuple[np.ndarray, ...]:
    return tuple(example.bits for example in examples.examples()[:2])
