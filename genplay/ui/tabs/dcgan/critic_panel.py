"""What the discriminator learned: its verdict on a picture, and what its features are good for."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from genplay.families.base import Bits
from genplay.families.dcgan import COLOURED, PAINTED, DcganState, Explained, Scored, Verdict
from genplay.ui import theme
from genplay.ui.tabs.dcgan import critic_words as words
from genplay.ui.tabs.dcgan.drawn_column import DrawnColumn
from genplay.ui.tabs.dcgan.linear_bars import LinearBars
from genplay.ui.tabs.dcgan.logit_scale import LogitScale
from genplay.ui.tabs.dcgan.paint_column import BELOW, PaintColumn
from genplay.ui.tabs.dcgan.painting_pen import painting
from genplay.ui.tabs.dcgan.verdict_line import VerdictLine
from genplay.ui.tabs.dcgan.words import normalised
from genplay.ui.tabs.memo import Memo
from genplay.ui.widgets.buttons import Link
from genplay.ui.widgets.picture_view import PictureView
from genplay.ui.widgets.pixels import Indices
from genplay.ui.widgets.words import label, size_of, wrapped

_HEAD, _GAP, _ROWS, _FRAME = 22, 24, 4, 2  # px at 100 %
_DRAWN = 28  # sides of a drawing
_LEAST_SEEN, _LEAST_BARS = 880, 730  # widths from which there is room for what D sees, and for the bars
_LEAST = 510, 140  # px at 100 %
_TOOLS, _PAINTS = 40, 92  # px at 100 % beside a drawing, and beside a painting
_VERDICT, _BARS = 230, 220  # least widths of these columns
_WIDEST = "D(x) = 0.00 × 10⁻⁰⁰"
_INK = 255


class CriticPanel(QWidget):
    """The discriminator.

    Args:
        items: (name, grey levels (28, 28)) pairs to choose from, of models of greys.
        avatars: (name, colours (64, 64, 3)) pairs, of models in colours.

    Attributes:
        drawn: Where one draws; a pen that keeps greys listens to it.
        painted: Where one paints; a ``PaintingPen`` listens to it.
    """

    sample_pressed = Signal()
    """The picture that is shown above is to be judged: ``state.judging(shown.pixels)``."""
    retry_pressed = Signal()
    copy_pressed = Signal()

    def __init__(self, items: Sequence[tuple[str, Bits]], avatars: Sequence[tuple[str, Indices]]) -> None:
        super().__init__()
        self.drawn, self.painted = DrawnColumn(items), PaintColumn(avatars)
        self.seen = PictureView(PAINTED, pixel=2)
        self.seen.set_title(self.tr("What D sees"))
        self.scale, self.bars = LogitScale(), LinearBars()
        self._sample = Link(self.tr("Judge the sample"))
        self._sample.setToolTip(self.tr("Take the picture that G has made"))
        self._line, self._place = VerdictLine(), _wrapped("caption")
        self._warning, self._test = _wrapped("caption", words.warning(None)), _wrapped("caption")
        self._state = DcganState()
        self._explained: Explained | None = None
        self._shown, self._room = Memo(), (1084.0, 200.0)
        self._arrange()
        self._sample.clicked.connect(self.sample_pressed)
        self.seen.retry_pressed.connect(self.retry_pressed)
        self.seen.copy_pressed.connect(self.copy_pressed)
        self.show_state(self._state)
        self.show_verdict(None)
        self.show_explained(None)
        self._restyle()

    def show_state(self, state: DcganState) -> None:
        """Show the picture that is to be judged, and the tools."""
        self._state, colours = state, state.model in COLOURED
        self.painted.setVisible(colours)
        self.drawn.setVisible(not colours)
        if colours:
            if self._shown.changed(state.model, state.painting):
                self.painted.show_painting(painting(state))
            self.painted.show_tool(state.tool, state.brush, state.paint)
        else:
            if self._shown.changed(state.model, state.drawing, state.levels):
                self.drawn.show_drawing(_greys(state))
            self.drawn.show_tool(state.tool, state.brush)
        self._test.setText(words.test(state.model))
        self._fit()

    def show_verdict(self, verdict: Verdict | None, *, late: bool = False) -> None:
        """Show what D says of the picture; while that is late no number stands that is not true."""
        now = None if late else verdict
        if verdict is not None:
            self.seen.set_picture(verdict.seen)
            self._fit()
        else:
            self.seen.set_picture(None)
        self.seen.set_stale(late and verdict is not None)
        self._line.set_words(self.tr("D(x) = {number}").format(number=words.verdict(now)), words.logit(now))
        self.scale.set_value(None if now is None else now.logit)
        self._say_place(now)

    def show_failure(self, sentence: str | None) -> None:
        """Say that there is no verdict and what to do, or take that away."""
        self.seen.set_error(None if sentence is None else self.tr("There is no verdict"), sentence or "")

    def show_explained(self, explained: Explained | None) -> None:
        """Show what was measured of the model when it was trained."""
        self._explained = explained
        self.scale.set_logits(None if explained is None else explained.logits)
        self.scale.setToolTip(wrapped(normalised()) if explained is not None and explained.normed else "")
        self.bars.show_explained(explained)

    def show_pages(self, scored: Scored | None) -> None:
        """Show what D says of pages that show nothing."""
        self._warning.setText(words.warning(scored))

    def set_sample(self, there: bool) -> None:
        """Say whether there is a picture of G that can be judged."""
        self._sample.setEnabled(there)

    def set_room(self, width: float, height: float) -> None:
        """Be laid out in a room of this size, in px at 100 %."""
        if self._room != (width, height):
            self._room = width, height
            self._fit()

    def _say_place(self, verdict: Verdict | None) -> None:
        logits = None if self._explained is None else self._explained.logits
        waiting = self._explained is None
        self._place.setText("" if waiting else words.place(verdict, logits))

    def _arrange(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._columns: list[QVBoxLayout] = []
        self._heads: list[QWidget] = []
        made = self._column(self.tr("Picture to be judged"), self._sample)
        for widget in (self.drawn, self.painted):
            made.addWidget(widget)
        self._seen_side = self._side(self.tr("What D sees"), self.seen)
        said = self._column(self.tr("Its verdict"))
        for widget in (self._line, self.scale, self._place, self._warning):
            said.addWidget(widget)
        self._bars_side = self._side(self.tr("A linear classifier on D's features"), self.bars, self._test)
        for column in self._columns:
            column.addStretch(1)
        self._row.setStretch(2, 3)
        self._row.setStretch(3, 2)

    def _side(self, title: str, *widgets: QWidget) -> QWidget:
        """Add a column that can be hidden."""
        side = QWidget()
        self._row.addWidget(side)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        self._fill(column, title)
        for widget in widgets:
            column.addWidget(widget)
        return side

    def _column(self, title: str, *links: QWidget) -> QVBoxLayout:
        column = QVBoxLayout()
        self._row.addLayout(column)
        self._fill(column, title, *links)
        return column

    def _fill(self, column: QVBoxLayout, title: str, *links: QWidget) -> None:
        head = QWidget()
        line = QHBoxLayout(head)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(label("label", title))
        line.addStretch(1)
        for link in links:
            line.addWidget(link)
        column.addWidget(head)
        self._heads.append(head)
        self._columns.append(column)

    def _fit(self) -> None:
        """Give the picture, what D sees and the bars the room that there is."""
        width, height = self._room
        coloured = self._state.model in COLOURED
        column, side, least = (self.painted, PAINTED, 2) if coloured else (self.drawn, _DRAWN, 3)
        room = height - _HEAD - _ROWS - _FRAME
        below = room - column.strip_height() / theme.current().scale - BELOW
        strip = below >= least * side
        room = min(below if strip else room, self._across(coloured))
        column.set_pixel(room / side, strip=strip)
        self.seen.setFixedSize(self.seen.size_for(room / self.seen.side))
        self._seen_side.setVisible(width >= _LEAST_SEEN)
        self._bars_side.setVisible(width >= _LEAST_BARS)

    def _across(self, coloured: bool) -> float:
        """Return how large the pictures may be, so that all columns fit beside each other."""
        width, _ = self._room
        seen, bars = width >= _LEAST_SEEN, width >= _LEAST_BARS
        beside = _PAINTS if coloured else _TOOLS
        verdict = max(size_of("number", _WIDEST).width() / theme.current().scale, _VERDICT)
        left = width - beside - verdict - _GAP - (_BARS + _GAP) * bars - (_GAP + 2 * _FRAME) * seen
        return left / (2 if seen else 1)

    def _restyle(self) -> None:
        now = theme.current()
        self._row.setSpacing(now.px(_GAP))
        for column in self._columns:
            column.setSpacing(now.px(_ROWS))
        for head in self._heads:
            head.setFixedHeight(now.px(_HEAD))
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Accept less than what is shown asks for: with less room, less is shown."""
        now = theme.current()
        return QSize(now.px(_LEAST[0]), now.px(_LEAST[1]))

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and scale."""
        if event.type() == QEvent.Type.StyleChange:
            self._restyle()
        super().changeEvent(event)


def _greys(state: DcganState) -> Indices:
    """Return the greys of the drawing, (28, 28), 255 = ink."""
    if state.levels is not None:
        return np.frombuffer(state.levels, np.uint8).reshape(_DRAWN, _DRAWN)
    return state.drawing.pixels() * np.uint8(_INK)


def _wrapped(role: str, words: str = "") -> QLabel:
    made = label(role, words)
    made.setWordWrap(True)
    made.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    return made
