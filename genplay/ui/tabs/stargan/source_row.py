"""Where the face comes from: the unseen avatars, a seed, the hand, a picture."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from genplay.families.stargan import MOST_SEED, Face
from genplay.ui import theme
from genplay.ui.widgets.buttons import Button, IconButton
from genplay.ui.widgets.pixels import Indices
from genplay.ui.widgets.spin import Spin
from genplay.ui.widgets.thumbnails import ThumbnailStrip
from genplay.ui.widgets.words import label


class SourceRow(QWidget):
    """A strip of avatars, a seed, and buttons.

    Args:
        avatars: (name, colours (64, 64, 3)) pairs.
        missing: Why no avatar can be drawn here, and what helps; "" where it can.
    """

    example_chosen = Signal(int)
    next_pressed = Signal()
    seed_chosen = Signal(int)
    redrawn = Signal()
    composed = Signal()
    open_pressed = Signal()

    def __init__(self, avatars: Sequence[tuple[str, Indices]], missing: str) -> None:
        super().__init__()
        self.strip = ThumbnailStrip()
        self.strip.setAccessibleName(self.tr("Unseen avatars"))
        self.strip.set_examples(avatars)
        self._seed_label = label("body", self.tr("Seed"))
        self.seed = Spin(0, MOST_SEED, digits=4)
        self.seed.setAccessibleName(self.tr("Seed of a random avatar"))
        self.dice = IconButton("dice", self.tr("Random avatar, of the next seed"))
        self.compose = Button(self.tr("Compose"), icon="pencil")
        self.compose.setToolTip(self.tr("Compose an avatar by hand, from this one"))
        self.opens = Button(self.tr("Open"), icon="open")
        self.opens.setToolTip(self.tr("Any picture: its middle square, fitted to 64 × 64"))
        if missing:
            for widget in (self.seed, self.dice, self.compose):
                widget.setEnabled(False)
                widget.setToolTip(missing)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.strip, 1)
        for widget in (self._seed_label, self.seed, self.dice, self.compose, self.opens):
            self._row.addWidget(widget)
        self.strip.chosen.connect(self.example_chosen)
        self.strip.next_pressed.connect(self.next_pressed)
        self.seed.edited.connect(self.seed_chosen)
        self.dice.clicked.connect(self.redrawn)
        self.compose.clicked.connect(self.composed)
        self.opens.clicked.connect(self.open_pressed)
        self._restyle()

    def show_face(self, face: Face) -> None:
        """Show which face is chosen."""
        self.strip.set_current(face.number if face.kind == "example" else None)
        if face.kind == "seed":
            self.seed.set_value(face.seed)

    def set_terse(self, *, terse: bool, narrow: bool) -> None:
        """Leave the words of the buttons out, or all but the strip and what opens a picture."""
        for widget in (self.seed, self.dice, self.compose):
            widget.setVisible(not narrow)
        self.compose.set_words("" if terse else self.tr("Compose"))
        self.opens.set_words("" if terse else self.tr("Open"))
        self.compose.setAccessibleName(self.tr("Compose"))
        self.opens.setAccessibleName(self.tr("Open"))
        self._seed_label.setVisible(not terse)

    def _restyle(self) -> None:
        self._row.setSpacing(theme.current().px(8))

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and scale."""
        if event.type() == QEvent.Type.StyleChange:
            self._restyle()
        super().changeEvent(event)
