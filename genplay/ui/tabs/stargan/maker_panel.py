"""The avatar maker: any avatar composed by hand, drawn from its specification."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from genplay.data.avatars.spec import COLOURS, FIELDS
from genplay.ui import theme
from genplay.ui.tabs.memo import Memo
from genplay.ui.tabs.stargan import maker_words
from genplay.ui.tabs.stargan.panel import LowerPanel
from genplay.ui.tabs.stargan.scene import Scene
from genplay.ui.widgets.choice import Choice
from genplay.ui.widgets.scrolled import scrolled
from genplay.ui.widgets.toggle import Toggle
from genplay.ui.widgets.words import label

_COLUMNS = 4
_PLACES = tuple(FIELDS)


class MakerPanel(LowerPanel):
    """A box for each field of the specification, a switch for what is there or not.

    Args:
        missing: Why no avatar can be drawn here, and what helps; "" where it can.
        default: The specification that one begins with where the face is no avatar.
    """

    needs_edit = False

    composed = Signal(int, int)
    """A field of the specification by number, and its value by number."""

    def __init__(self, missing: str, default: tuple[int, ...]) -> None:
        super().__init__()
        self._default = default
        self.boxes = {name: self._box(name) for name in maker_words.CHOICES}
        self.switches = {name: self._switch(name) for name in maker_words.SWITCHES}
        self._missing = missing
        self._code = Memo()
        self._lay_out()
        said = self.tr("Compose any avatar: it is drawn, and so are its true edits.")
        self.caption.set_words(missing or said)
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show the specification of the face; of a picture, that of the avatar from which one would begin."""
        code = start(scene, self._default)
        if self._code.changed(code):
            for name, box in self.boxes.items():
                box.set_current(str(code[_PLACES.index(name)]))
            for name, switch in self.switches.items():
                switch.setChecked(bool(code[_PLACES.index(name)]))
        for widget in (*self.boxes.values(), *self.switches.values()):
            widget.setEnabled(not self._missing)

    def _box(self, name: str) -> Choice:
        known = [str(value) for value in FIELDS[name]]
        box = Choice({str(at): maker_words.value(name, value) for at, value in enumerate(known)})
        box.setAccessibleName(maker_words.field(name))
        box.chosen.connect(lambda value: self.composed.emit(_PLACES.index(name), int(value)))
        return box

    def _switch(self, name: str) -> Toggle:
        switch = Toggle(maker_words.field(name))
        switch.clicked.connect(lambda on: self.composed.emit(_PLACES.index(name), int(on)))
        return switch

    def _lay_out(self) -> None:
        inner, around = QWidget(), QVBoxLayout(self)
        self._column, self._grid, self._row = QVBoxLayout(inner), QGridLayout(), QGridLayout()
        around.setContentsMargins(0, 0, 0, 0)
        self._column.setContentsMargins(0, 0, 0, 0)
        for at, (name, box) in enumerate(self.boxes.items()):
            row, column = divmod(at, _COLUMNS)
            cell = QVBoxLayout()
            cell.setSpacing(2)
            cell.addWidget(label("axis", maker_words.field(name)))
            cell.addWidget(box)
            self._grid.addLayout(cell, row, column)
        for at, switch in enumerate(self.switches.values()):
            self._row.addWidget(switch, *divmod(at, len(self.switches)))
        self._row.setColumnStretch(len(self.switches), 1)
        self._column.addLayout(self._grid)
        self._column.addLayout(self._row)
        self._column.addStretch(1)
        self.area = scrolled(inner)
        around.addWidget(self.area)

    def _restyle(self) -> None:
        super()._restyle()
        now = theme.current()
        self._column.setSpacing(now.px(14))
        self._grid.setHorizontalSpacing(now.px(16))
        self._grid.setVerticalSpacing(now.px(8))
        self._row.setHorizontalSpacing(now.px(18))
        side = now.px(12)
        for name, box in self.boxes.items():
            box.setIconSize(QSize(side, side))
            for at, colour in enumerate(COLOURS.get(name, {}).values()):
                box.setItemIcon(at, QIcon(_square(colour, side)))


def start(scene: Scene, default: tuple[int, ...]) -> tuple[int, ...]:
    """Return the specification that a change of one field begins with, in numbers."""
    if scene.state.face.kind == "composed":
        return scene.state.face.code
    return (scene.known.code if scene.known is not None else ()) or default


def _square(colour: str, side: int) -> QPixmap:
    picture = QPixmap(side, side)
    picture.fill(QColor(colour))
    return picture
