"""What the discriminator learned: its verdict on a picture, and what its features are good for."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from genplay.families.base import Bits
from genplay.families.dcgan import COLOURED, PAINTED, DcganState, Explained, Scored, Verdict
from genplay.ui import theme
from genplay.ui.tabs.dcgan import critic_words as words
from genplay.ui.tabs.dcgan.drawn_column import DrawnColumn
from genplay.ui.tabs.dcgan.linear_bars import LinearBars
from genplay.ui.tabs.dcgan.logit_scale import LogitScale
from genplay.ui.tabs.dcgan.paint_column import BELOW, PaintColumn
from genplay.ui.tabs.dcgan.painting_pen import painting
from genplay.ui.tabs.dcgan.scene import Scene
from genplay.ui.tabs.dcgan.verdict_line import VerdictLine
from genplay.ui.tabs.dcgan.words import normalised
from genplay.ui.tabs.memo import Memo
from genplay.ui.widgets.buttons import Link
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.picture_view import PictureView
from genplay.ui.widgets.pixels import Indices
from genplay.ui.widgets.scrolled import scrolled
from genplay.ui.widgets.words import label, size_of, wrapped

_HEAD, _GAP, _ROWS, _FRAME = 22, 12, 4, 2  # px at 100 %
_DRAWN = 28  # sides of a drawing
_LEAST = 240, 140  # px at 100 %
_TOOLS, _PAINTS = 40, 92  # px at 100 % beside a drawing, and beside a painting
_CAPTION, _BAR = 14, 10  # px at 100 %: words below a picture; what scrolls
_WIDE, _LOW = 560, 400  # px at 100 %: from which width, below which height, words stand beside pictures
_WORDS, _MOST = 290, 12  # px at 100 % that the words take; the largest pixel of a drawing
_SEEN, _TOLD = 300, 500  # px at 100 %: width for what D sees; height for what the classifiers were asked
_INK = 255


class CriticPanel(Dressed):
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

    def __init__(self, items: Sequence[tuple[str, Bits]], avatars: Sequence[tuple[str, Indices]]) -> None:
        super().__init__()
        self.drawn, self.painted = DrawnColumn(items), PaintColumn(avatars)
        self.seen = PictureView(PAINTED, pixel=2)
        self.seen.set_title(self.tr("What D sees"))
        self.scale, self.bars = LogitScale(), LinearBars()
        self._sample = Link(self.tr("Judge the sample"))
        self._line, self._place = VerdictLine(), _wrapped("caption")
        self._warning, self._test = _wrapped("caption", words.warning(None)), _wrapped("caption")
        self._asked = label("caption")
        self._state = DcganState()
        self._explained: Explained | None = None
        self._shown, self._judged, self._room = Memo(), Memo(), (374.0, 450.0)
        self._failed = self._wide = False
        self._arrange()
        self._sample.clicked.connect(self.sample_pressed)
        self.show_state(self._state)
        self.show_verdict(None)
        self.show_explained(None)
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show the picture that is judged and its verdict, or say what went wrong."""
        late, failure = "verdict" in scene.waiting, scene.failures.get("verdict")
        self.show_state(scene.state)
        self.set_sample(scene.shown is not None)
        if self._judged.changed(scene.judged, scene.explained, late, failure):
            self.show_failure(failure)
            self.show_explained(scene.explained)
            self.show_verdict(scene.judged, late=late)
        self.show_pages(scene.scored)

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
        self._sample.setToolTip(wrapped(words.sample(state.model)))
        self._test.setText(words.test(state.model))
        self._asked.setText(words.test_shortly(state.model))
        self.bars.setToolTip(wrapped(words.test(state.model)))
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
        self._line.set_words(self.tr("D(x) = {number}").format(number=words.verdict(now)), words.beside(now))
        self.scale.set_value(None if now is None else now.logit)
        self._say_place(now)

    def show_failure(self, sentence: str | None) -> None:
        """Say that there is no verdict and what to do, or take that away."""
        self._failed = sentence is not None
        self.seen.set_error(self.tr("There is no verdict") if self._failed else None, sentence or "")
        self._fit()

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
        pictures, said = QVBoxLayout(), QVBoxLayout()
        self._columns = [pictures, said]
        self._head = self._titled(self.tr("Picture to be judged"), self._sample)
        self._seen_side = QWidget()
        seen, self._beside = QVBoxLayout(self._seen_side), QHBoxLayout()
        seen.addWidget(self.seen)
        seen.addWidget(label("axis", self.tr("What D sees")))
        seen.addStretch(1)
        made = QVBoxLayout()
        for widget in (self.drawn, self.painted):
            made.addWidget(widget)
        self._beside.addLayout(made)
        self._beside.addWidget(self._seen_side, 0, Qt.AlignmentFlag.AlignTop)
        self._beside.addStretch(1)
        pictures.addWidget(self._head)
        pictures.addLayout(self._beside)
        self._title = self.tr("A linear classifier on")
        self._features = self._titled(self._title, self._asked)
        for widget in (self._line, self.scale, self._place, self._warning):
            said.addWidget(widget)
        for widget in (self._features, self.bars, self._test):
            said.addWidget(widget)
        inside = QWidget()
        self._grid, whole = QGridLayout(inside), QVBoxLayout(self)
        self._grid.addLayout(pictures, 0, 0)
        self._grid.setRowStretch(2, 1)
        for layout in (*self._columns, seen, made, self._beside, self._grid, whole):
            layout.setContentsMargins(0, 0, 0, 0)
        for column in self._columns:
            column.addStretch(1)
        seen.setSpacing(0)
        whole.addWidget(scrolled(inside, downwards=True))
        self._seat(wide=False)

    def _seat(self, *, wide: bool) -> None:
        """Have the words below the pictures, or beside them."""
        self._wide = wide
        self._grid.removeItem(self._columns[1])
        self._grid.addLayout(self._columns[1], *((0, 1) if wide else (1, 0)))
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, int(wide))

    def _titled(self, title: str, *links: QWidget) -> QWidget:
        head = QWidget()
        line = QHBoxLayout(head)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(label("label", title))
        line.addStretch(1)
        for link in links:
            line.addWidget(link)
        return head

    def _fit(self) -> None:
        """Give the picture, and what D sees, the room that there is; all words stay, or scroll."""
        width, height = self._room
        wide = width >= _WIDE and height < _LOW
        if wide != self._wide:
            self._seat(wide=wide)
        coloured = self._state.model in COLOURED
        column, side, least = (self.painted, PAINTED, 2) if coloured else (self.drawn, _DRAWN, 4)
        strip = column.strip_height() / theme.current().scale + BELOW
        across = width / 2 - _GAP if wide else width - _BAR
        high = height - _HEAD - _ROWS - _FRAME - strip - (0 if wide else _WORDS)
        room = min(high, across - (_PAINTS if coloured else _TOOLS) - _FRAME)
        pixel = min(max(room / side, least), _MOST * _DRAWN / side)
        column.set_pixel(pixel, strip=True)
        told = wide or height >= _TOLD
        self._test.setVisible(told)
        beside = size_of("label", self._title).width() + size_of("caption", self._asked.text()).width()
        roomy = beside + theme.current().px(_GAP) <= theme.current().px(across)
        self._asked.setVisible(not told and roomy)  # shortly what is said below, or else in the bars' tip
        self._fit_seen(across - side * pixel - _TOOLS - _GAP - _FRAME, side * pixel, coloured=coloured)

    def _fit_seen(self, across: float, high: float, *, coloured: bool) -> None:
        """Show what D sees where it is another picture than that which is made, and has room; or an error."""
        pixel = min(across, high - _CAPTION) / self.seen.side
        seen = not coloured and pixel >= 2 and self._room[0] >= _SEEN
        self._seen_side.setVisible(seen or self._failed)
        self.seen.setFixedSize(self.seen.size_for(max(pixel, 2)))

    def _restyle(self) -> None:
        now = theme.current()
        for layout in (self._grid, self._beside):
            layout.setSpacing(now.px(_GAP))
        self._grid.setVerticalSpacing(now.px(_ROWS))
        for column in self._columns:
            column.setSpacing(now.px(_ROWS))
        for head in (self._head, self._features):
            head.setFixedHeight(now.px(_HEAD))
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Accept less than what is shown asks for: with less room, less is shown."""
        now = theme.current()
        return QSize(now.px(_LEAST[0]), now.px(_LEAST[1]))


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
