"""Vector arithmetic: A - B + C of mean noises, and pictures about the result (Radford and others 2016)."""

import numpy as np
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from genplay.families.dcgan import MOST_SEED, NEIGHBOURS, Latent, Reckoned
from genplay.ui import theme
from genplay.ui.tabs.dcgan import words
from genplay.ui.tabs.dcgan.pin_tile import LETTERS
from genplay.ui.tabs.dcgan.scene import Scene
from genplay.ui.tabs.memo import Memo
from genplay.ui.widgets.buttons import Button, IconButton, Link
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.picture_view import PictureView
from genplay.ui.widgets.picture_wall import Cell, PictureWall
from genplay.ui.widgets.spin import Spin
from genplay.ui.widgets.words import label, wrapped

_SIDE = 3  # of the result with its neighbours
_MIDDLE = NEIGHBOURS // 2
_ORDER = (*range(1, _MIDDLE + 1), 0, *range(_MIDDLE + 1, NEIGHBOURS + 1))
"""The points of a ``Reckoned`` as they are seen, row by row: the result in the middle."""
_TERM, _SMALL_TERM = 66, 34  # px at 100 %: the room of a term's picture, and of one where there is less
_LOW, _NARROW = 300, 350  # px at 100 %: height and width below which terms are small
_WIDE, _HIGH, _FLAT = 480, 400, 200  # px at 100 %: from which width, below which height, pictures stand
# beside the sum, whose terms are small in the last height


class ArithmeticPanel(Dressed):
    """What remains of A without B and with C."""

    redrawn = Signal()
    """Other neighbours are wanted."""
    seed_chosen = Signal(int)
    """The neighbours of this seed are wanted."""
    cleared = Signal()
    """The terms are to be empty."""
    chosen = Signal(int)
    """The result is to be shown, 0, or one of its neighbours."""
    pin_pressed = Signal()
    """The result is to be kept."""

    def __init__(self) -> None:
        super().__init__()
        self.terms = [PictureView(pixel=2) for _ in range(len(LETTERS) + 1)]
        self.wall = PictureWall(_SIDE, _SIDE, named=False)
        self.wall.setAccessibleName(self.tr("The result and its neighbours"))
        self.wall.setToolTip(self.tr("The result, and pictures around it: click one to go there"))
        self._pins = [label("caption") for _ in self.terms]
        self._said = label("caption")
        self._said.setWordWrap(True)
        for widget in (self._said, self._pins[-1]):
            widget.setToolTip(wrapped(words.lengths()))
        self._new = Button(self.tr("Other neighbours"), icon="dice")
        self._new.setAccessibleName(self.tr("Other neighbours"))
        self._new.setToolTip(self.tr("Draw other neighbours of the result"))
        self.seed = Spin(0, MOST_SEED, digits=2)
        self.seed.setAccessibleName(self.tr("Seed of the neighbours"))
        self.seed.setToolTip(self.tr("Seed of the neighbours"))
        self._pin = IconButton("pin", self.tr("Pin the result, to walk and to reckon on with it"))
        self._clear = Link(self.tr("Clear terms"), flush=True)
        self._shown = Memo()
        self._room = _TERM
        self._arrange()
        self.wall.chosen.connect(self._choose)
        self._new.clicked.connect(self.redrawn)
        self.seed.edited.connect(self.seed_chosen)
        self._pin.clicked.connect(self.pin_pressed)
        self._clear.clicked.connect(self.cleared)
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show the mean pictures, the result and its neighbours, or say what is missing."""
        state, found = scene.state, scene.reckoned
        late = "arithmetic" in scene.waiting
        before = self.terms[0].side
        if self._shown.changed(found, scene.side):
            self._show_pictures(found, scene.side)
        for view in self.terms:
            view.set_stale(late and found is not None)
        self.wall.set_stale(late)
        for shown, letter, term in zip(self._pins, LETTERS, state.terms, strict=False):
            shown.setText(words.term(letter, term))
        self._pins[-1].setText(self.tr("result") if found is None or late else words.length(found))
        self._said.setText(self._words(scene))
        self.wall.set_current(None if found is None or state.walk is not None else _cell(found, state.latent))
        if self.seed.value() != state.seed:
            self.seed.set_value(state.seed)
        for button in (self._new, self.seed, self._pin):
            button.setEnabled(found is not None)
        self._clear.setEnabled(any(state.terms))
        if self.terms[0].side != before:
            self._restyle()

    def set_room(self, width: float, height: float) -> None:
        """Have small terms where there is little room, in px at 100 %."""
        wide = width >= _WIDE and height < _HIGH
        if wide != self._wide:
            self._seat(wide=wide)
        roomy = height >= (_FLAT if wide else _LOW) and width >= _NARROW
        room = _TERM if roomy else _SMALL_TERM
        if room != self._room:
            self._room = room
            self._restyle()
        self._fit_acts(theme.current().px(width / 2 if wide else width))

    def _fit_acts(self, room: int) -> None:
        """Say on the button what there is room for."""
        others = (self.seed, self._pin, self._clear)
        beside = sum(other.sizeHint().width() for other in others) + 4 * self._acts.spacing()
        for said in (self.tr("Other neighbours"), self.tr("Others"), ""):
            self._new.set_words(said)
            if self._new.sizeHint().width() + beside <= room:
                return

    def _show_pictures(self, found: Reckoned | None, side: int) -> None:
        for view in self.terms:
            view.set_side(side)
        if found is None:
            for view in self.terms:
                view.set_picture(None)
            self.wall.set_pictures(None)
            return
        for view, picture in zip(self.terms, (*found.terms, found.result), strict=True):
            view.set_picture(picture)
        around = found.neighbours
        self.wall.set_pictures(np.concatenate((around[:_MIDDLE], found.result[None], around[_MIDDLE:])))

    @Slot(int, int)
    def _choose(self, row: int, column: int) -> None:
        self.chosen.emit(_ORDER[row * _SIDE + column])

    def _words(self, scene: Scene) -> str:
        empty = [letter for letter, term in zip(LETTERS, scene.state.terms, strict=True) if not term]
        if not scene.state.pins:
            return self.tr("Pin a few pictures first: each of A, B and C is the mean of some pins.")
        if empty:
            said = self.tr("Press {letters} below a pin: a mean of three or more is steadier than one.")
            return said.format(letters=", ".join(empty))
        usual = "" if scene.reckoned is None else words.usual(scene.reckoned)
        said = self.tr("{usual} Around z′: up to 0.25 away in each number.")
        return said.format(usual=usual).strip()

    def _arrange(self) -> None:
        self._sum, self._acts = QGridLayout(), QHBoxLayout()
        signs = ("−", "+", "=")
        for at, view in enumerate(self.terms):
            name = LETTERS[at] if at < len(LETTERS) else ""
            view.set_title(name or self.tr("Result"))
            self._sum.addWidget(view, 0, 2 * at, Qt.AlignmentFlag.AlignHCenter)
            self._sum.addWidget(self._pins[at], 1, 2 * at, Qt.AlignmentFlag.AlignHCenter)
            if at < len(signs):
                self._sum.addWidget(label("body", signs[at]), 0, 2 * at + 1, Qt.AlignmentFlag.AlignCenter)
        self._sum.setColumnStretch(2 * len(self.terms), 1)
        self._acts.addWidget(self._new)
        self._acts.addWidget(self.seed)
        self._acts.addWidget(self._pin)
        self._acts.addStretch(1)
        self._acts.addWidget(self._clear)
        self._grid = QGridLayout(self)
        for layout in (self._sum, self._acts, self._grid):
            layout.setContentsMargins(0, 0, 0, 0)
        self._grid.addLayout(self._sum, 0, 0)
        self._grid.addWidget(self._said, 1, 0)
        self._grid.addLayout(self._acts, 2, 0)
        self._grid.setRowStretch(3, 1)
        self._seat(wide=False)

    def _seat(self, *, wide: bool) -> None:
        """Have the result and its neighbours below the sum, or where it is wide and low, beside it."""
        self._wide = wide
        self._grid.addWidget(self.wall, *((0, 1, 4, 1) if wide else (3, 0, 1, 1)))
        for column in range(2):
            self._grid.setColumnStretch(column, int(wide or not column))

    def _restyle(self) -> None:
        now = theme.current()
        self._acts.setSpacing(now.px(6))
        self._grid.setVerticalSpacing(now.px(6))
        self._grid.setHorizontalSpacing(now.px(24))
        self._sum.setHorizontalSpacing(now.px(8 if self._room == _TERM else 4))
        self._sum.setVerticalSpacing(now.px(2))
        for view in self.terms:
            view.setFixedSize(view.size_for(max((self._room - 2) / view.side, 1 / now.scale / 2)))


def _cell(found: Reckoned, latent: Latent) -> Cell | None:
    """Return where the point that is shown is among the result and its neighbours, if it is one of them."""
    return divmod(_ORDER.index(found.points.index(latent)), _SIDE) if latent in found.points else None
