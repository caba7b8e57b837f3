"""A pin: its picture with its number, the letters of the terms that it is part of, and a way to remove it."""

from functools import partial

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from genplay.families.dcgan import Pixels
from genplay.ui import theme
from genplay.ui.widgets.buttons import IconButton
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.picture_button import PictureButton

LETTERS = ("A", "B", "C")
"""The terms of the arithmetic."""
REMOVES = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
"""Keys that remove a pin."""
ROW = 20
"""Height below the picture, px at 100 %."""
_WIDE, _HIGH, _BADGE = 14, 18, 13  # px at 100 %: a letter; the number's badge


class LetterToggle(QAbstractButton):
    """A letter that is on or off.

    Args:
        letter: What it says.
    """

    def __init__(self, letter: str) -> None:
        super().__init__()
        self.setText(letter)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the picture's menu says the same by key
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for the letter's room."""
        now = theme.current()
        return QSize(now.px(_WIDE), now.px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        """Ask for the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the letter, framed and bold when it is on."""
        now, on = theme.current(), self.isChecked()
        half = now.line("hairline") / 2
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            edge = "accent" if on else "control" if self.underMouse() else ""
            painter.setPen(QPen(now.color(edge), now.line("hairline")) if edge else Qt.PenStyle.NoPen)
            painter.setBrush(now.color("accent_soft") if on else Qt.BrushStyle.NoBrush)
            if on or edge:
                painter.drawRoundedRect(box, now.px(4), now.px(4))
            font = now.font("axis")
            font.setWeight(now.font("label" if on else "axis").weight())
            painter.setFont(font)
            painter.setPen(now.color("accent" if on else "text2"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class NumberedPicture(PictureButton):
    """A picture with a small number in its corner; the keys that remove it are no shortcuts there."""

    def event(self, event: QEvent) -> bool:
        """Keep the keys that remove the pin from commands that they are shortcuts of."""
        overrides = event.type() == QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and Qt.Key(event.key()) in REMOVES:
            event.accept()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture, and its number on paper."""
        super().paintEvent(event)
        now, box = theme.current(), self.box()
        side = now.px(_BADGE)
        corner = QRectF(box.left() + 1, box.top() + 1, side, side)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.color("accent"))
            painter.drawRoundedRect(corner, now.px(3), now.px(3))
            font = now.font("axis")
            font.setPixelSize(now.px(10))
            font.setWeight(now.font("label").weight())
            painter.setFont(font)
            painter.setPen(now.color("on_accent"))
            painter.drawText(corner, Qt.AlignmentFlag.AlignCenter, self.text())


class PinTile(Dressed):
    """A pin.

    Args:
        number: Counted from 0; shown from 1.
    """

    chosen = Signal(int)
    removed = Signal(int)
    term_toggled = Signal(int, int)
    """A term, 0 for A, and the pin."""
    end_chosen = Signal(int, int)
    """An end of the walk, 0 for where it begins, and the pin."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        said = str(number + 1)
        self.picture = NumberedPicture(exclusive=False, worded=False)
        self.picture.set_names(said, self.tr("Go to pin {number}").format(number=said))
        self.letters = [LetterToggle(letter) for letter in LETTERS]
        term = self.tr("Pin {number} is part of {letter}")
        for at, letter in enumerate(self.letters):
            letter.setAccessibleName(term.format(number=said, letter=LETTERS[at]))
            letter.setToolTip(self.tr("Part of {letter} in A − B + C").format(letter=LETTERS[at]))
            letter.clicked.connect(partial(self._toggle, at))
        self._remove = IconButton("close", self.tr("Remove pin {number}").format(number=said), _WIDE, _HIGH)
        self._remove.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._arrange()
        self.picture.clicked.connect(self._choose)
        self._remove.clicked.connect(partial(self.removed.emit, number))

    def show_pin(
        self, picture: Pixels | None, *, here: bool, terms: tuple[bool, bool, bool], stale: bool
    ) -> None:
        """Show a picture, (S, S, C); frame it where it is the point that is shown."""
        if picture is not None:
            self.picture.set_picture(picture)
        self.picture.set_stale(stale or picture is None)
        self.picture.setChecked(here)
        self._here = here
        for letter, on in zip(self.letters, terms, strict=True):
            letter.setChecked(on)

    def set_side(self, side: int) -> None:
        """Have a picture so wide with its frame, in px at 100 %."""
        self.picture.set_side(side)

    def _arrange(self) -> None:
        self._here = False
        self._below = QWidget()
        self._row, self._column = QHBoxLayout(self._below), QVBoxLayout(self)
        for layout in (self._row, self._column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        for letter in self.letters:
            self._row.addWidget(letter)
        self._row.addStretch(1)
        self._row.addWidget(self._remove)
        self._column.addWidget(self.picture)
        self._column.addWidget(self._below)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _choose(self) -> None:
        self.picture.setChecked(self._here)  # whether it is shown is what the state says
        self.chosen.emit(self._number)

    def _toggle(self, term: int) -> None:
        self.letters[term].setChecked(not self.letters[term].isChecked())
        self.term_toggled.emit(term, self._number)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the pin."""
        self.menu().popup(event.globalPos())

    def menu(self) -> QMenu:
        """Return what can be done with the pin."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Go there")).triggered.connect(self._choose)
        menu.addSeparator()
        menu.addAction(self.tr("Walk from here")).triggered.connect(partial(self._end, 0))
        menu.addAction(self.tr("Walk to here")).triggered.connect(partial(self._end, 1))
        menu.addSeparator()
        for term, letter in enumerate(self.letters):
            act = menu.addAction(self.tr("Part of {letter}").format(letter=LETTERS[term]))
            act.setCheckable(True)
            act.setChecked(letter.isChecked())
            act.triggered.connect(partial(self._go_into, term))
        menu.addSeparator()
        menu.addAction(self.tr("Remove")).triggered.connect(partial(self._go, self._number))
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove the pin by Delete; what else can be done is in the menu that its key opens."""
        if Qt.Key(event.key()) in REMOVES:
            self.removed.emit(self._number)
        else:
            super().keyPressEvent(event)

    def _go_into(self, term: int) -> None:
        self.term_toggled.emit(term, self._number)

    def _end(self, end: int) -> None:
        self.end_chosen.emit(end, self._number)

    def _go(self, number: int) -> None:
        self.removed.emit(number)

    def _restyle(self) -> None:
        """Follow the theme."""
        for letter in self.letters:
            letter.updateGeometry()
