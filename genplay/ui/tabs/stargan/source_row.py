"""Where the face comes from: the unseen avatars or the faces of a folder, a seed, the hand, a picture."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from genplay.families.stargan import MOST_SEED, SIDE, Face, Folder, StarGanState
from genplay.ui import theme
from genplay.ui.tabs.memo import Memo
from genplay.ui.tabs.stargan import words
from genplay.ui.tabs.stargan.cut_label import CutLabel
from genplay.ui.widgets.buttons import Button, IconButton
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.pixels import Indices
from genplay.ui.widgets.spin import Spin
from genplay.ui.widgets.thumbnails import ThumbnailStrip
from genplay.ui.widgets.words import label

_NAME = 200  # px at 100 %: of what the folder is, which stands where the sources of avatars do


class SourceRow(Dressed):
    """A strip of faces, a seed, and buttons.

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
    folder_pressed = Signal()
    """A folder is to be opened."""
    folder_closed = Signal()
    """The avatars are wanted again."""

    def __init__(self, avatars: Sequence[tuple[str, Indices]], missing: str) -> None:
        super().__init__()
        self._avatars, self._folder = avatars, Memo()
        self._folded, self._terse, self._narrow = False, False, False
        self.strip = ThumbnailStrip()
        self._seed_label = label("body", self.tr("Seed"))
        self.seed = Spin(0, MOST_SEED, digits=4)
        self.seed.setAccessibleName(self.tr("Seed of a random avatar"))
        self.dice = IconButton("dice", self.tr("Random avatar, of the next seed"))
        self.compose = Button(self.tr("Compose"), icon="pencil")
        self.compose.setToolTip(self.tr("Compose an avatar by hand, from this one"))
        self.name = CutLabel("caption")
        self.name.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.back = Button(self.tr("Avatars"), icon="close")
        self.back.setToolTip(self.tr("Back to the unseen avatars"))
        self.opens = Button(self.tr("Open"), icon="open")
        self.opens.setToolTip(self.tr("Any picture: its middle square, fitted to 64 × 64"))
        self.folds = IconButton("images", self.tr("Open a folder of faces, with a table of their attributes"))
        if missing:
            for widget in (self.seed, self.dice, self.compose):
                widget.setEnabled(False)
                widget.setToolTip(missing)
        self._arrange()
        self.show_folder(None)
        self._restyle()

    def show_state(self, state: StarGanState) -> None:
        """Show what there is to choose from, and which face is chosen."""
        if self._folder.changed(state.folder):
            self.show_folder(state.folder)
        face, strip = state.face, state.strip
        self.strip.set_current(strip.index(face) if face in strip else None)
        if face.kind == "seed":
            self.seed.set_value(face.seed)

    def show_folder(self, folder: Folder | None) -> None:
        """Offer the faces of a folder; without one, the avatars."""
        self._folded = folder is not None
        if folder is None:
            self.strip.set_examples(self._avatars)
            self.strip.setAccessibleName(self.tr("Unseen avatars"))
        else:
            self.strip.set_examples([(face.name, _colours(face)) for face in folder.faces])
            self.strip.setAccessibleName(words.folder(folder))
            self.name.set_words(words.folder(folder))
        self._show_parts()

    def set_terse(self, *, terse: bool, narrow: bool) -> None:
        """Leave the words of the buttons out, or all but the strip and what opens a picture."""
        self._terse, self._narrow = terse, narrow
        for button, said in (
            (self.compose, self.tr("Compose")),
            (self.opens, self.tr("Open")),
            (self.back, self.tr("Avatars")),
        ):
            button.set_words("" if terse else said)
            button.setAccessibleName(said)
        self._show_parts()

    def _show_parts(self) -> None:
        for widget in (self.seed, self.dice, self.compose):
            widget.setVisible(not self._narrow and not self._folded)
        self._seed_label.setVisible(not self._terse and not self._folded)
        self.name.setVisible(not self._narrow and self._folded)
        self.back.setVisible(self._folded)
        self.folds.setVisible(not self._narrow)

    def _arrange(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.strip, 1)
        avatars = (self._seed_label, self.seed, self.dice, self.compose)
        for widget in (*avatars, self.name, self.back, self.opens, self.folds):
            self._row.addWidget(widget)
        self.strip.chosen.connect(self.example_chosen)
        self.strip.next_pressed.connect(self.next_pressed)
        self.seed.edited.connect(self.seed_chosen)
        for button, signal in (
            (self.dice, self.redrawn),
            (self.compose, self.composed),
            (self.back, self.folder_closed),
            (self.opens, self.open_pressed),
            (self.folds, self.folder_pressed),
        ):
            button.clicked.connect(signal)

    def _restyle(self) -> None:
        self._row.setSpacing(theme.current().px(8))
        self.name.setFixedWidth(theme.current().px(_NAME))


def _colours(face: Face) -> Indices:
    return np.frombuffer(face.levels, np.uint8).reshape(SIDE, SIDE, 3)
