"""A large picture with its label, what its colours mean, and a line or two below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from genplay.families.stargan import SIDE, Floats, Levels
from genplay.ui import theme
from genplay.ui.tabs.fitted import set_head
from genplay.ui.tabs.memo import Memo
from genplay.ui.tabs.stargan import words
from genplay.ui.tabs.stargan.cut_label import CutLabel
from genplay.ui.widgets.buttons import Button
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.formula import FormulaLabel
from genplay.ui.widgets.heat_map import HeatMap
from genplay.ui.widgets.legend import Legend
from genplay.ui.widgets.picture_view import PictureView
from genplay.ui.widgets.pixels import levels
from genplay.ui.widgets.words import label

_LINE, _MARGIN, _SMALL, _ROOMY = 16, 12, 170, 120  # px at 100 %


class FacePanel(Dressed):
    """A picture in its frame.

    Args:
        title: What it is.
        formula: What it is in letters, "" for nothing.
        surprise: Whether it is a map of differences rather than a picture.
    """

    def __init__(self, title: str, formula: str = "", *, surprise: bool = False) -> None:
        super().__init__()
        self.picture: HeatMap = HeatMap("surprise", (SIDE, SIDE), 3) if surprise else PictureView(SIDE, 3)
        self._title = label("label", title)
        self._legend = Legend("surprise", "0", self.tr("{limit} levels").format(limit=words.LIMIT))
        self._legend.setVisible(surprise)
        self._surprise = surprise
        self._lines = [CutLabel("caption"), CutLabel("caption")]
        self._shown, self._noted, self._loads = Memo(), Memo(), Memo()
        self._pixel = 3.0
        self._said = 2
        self._arrange(formula)
        self.set_title(title)
        self._restyle()

    def set_title(self, title: str) -> None:
        """Call it otherwise."""
        self._title.setText(title)
        self.picture.set_title(title)

    def set_picture(self, pixels: Levels | None, *, late: bool) -> None:
        """Show a picture (64, 64, 3), pale while a newer one is late; None for paper."""
        if self._shown.changed(pixels if pixels is None else pixels.tobytes()):
            assert isinstance(self.picture, PictureView)
            self.picture.set_picture(pixels)
        self.picture.set_stale(late and pixels is not None)

    def set_difference(self, difference: Floats | None, *, late: bool) -> None:
        """Show absolute differences (64, 64) in levels of 255; None for paper."""
        if self._shown.changed(None if difference is None else difference.tobytes()):
            self.picture.set_values(None if difference is None else levels(difference, 0, words.LIMIT))
        self.picture.set_stale(late and difference is not None)

    def set_notice(self, *sentences: str) -> None:
        """Say something in the place of the picture: the first of these sentences that has room."""
        if self._noted.changed(sentences):
            self.picture.set_notice(sentences)

    def set_loading(self, said: str | None) -> None:
        """Say that a model is being loaded, or not."""
        if self._loads.changed(said):
            self.picture.set_loading(said)

    def set_lines(self, first: str = "", second: str = "", *, shortly: str = "") -> None:
        """Write below the picture; of the first line fewer words, where those have no room."""
        self._lines[0].set_words(first, shortly)
        self._lines[1].set_words(second)

    def set_size(self, pixel: float, lines: int) -> None:
        """Have so large a pixel, in px at 100 %, and so many lines below."""
        self._pixel, self._said = pixel, lines
        self._restyle()

    def _arrange(self, formula: str) -> None:
        self._top = QWidget()
        self._head = QHBoxLayout(self._top)
        self._head.addWidget(self._title)
        if formula:
            self._head.addWidget(FormulaLabel(formula))
        self._head.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._top)
        for widget in (self.picture, self._legend, *self._lines):
            self._column.addWidget(widget)
        self._column.addStretch(1)

    def _restyle(self) -> None:
        now = theme.current()
        self._column.setSpacing(now.px(2))
        self._head.setSpacing(now.px(8))
        set_head(self._top, self._head, 2)
        size = self.picture.size_for(self._pixel)
        self.picture.setFixedSize(size)
        self.setFixedWidth(size.width())
        wide = self.tr("{limit} levels").format(limit=words.LIMIT)
        self._legend.set_ends("0", wide if size.width() >= now.px(_ROOMY) else str(words.LIMIT))
        self._legend.setVisible(self._surprise and self._said > 0)
        self._legend.setFixedWidth(size.width())
        for at, line in enumerate(self._lines):
            line.setFixedHeight(now.px(_LINE))
            line.setFixedWidth(size.width())
            line.setVisible(at + self._surprise < self._said)


class StrangerNote(Dressed):
    """What is to be read before what comes of a stranger is shown, and the button that shows it."""

    accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = "", ""
        self._words = label("note")
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.button = Button(self.tr("Show it anyway"))
        self.button.clicked.connect(self.accepted)
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self._column.addWidget(self._words)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)
        self.setAccessibleName(self.tr("No face that G knows"))
        self._restyle()

    def set_words(self, said: str, shortly: str) -> None:
        """Say this, or where there is little room the other, and this where the pointer rests."""
        self._said = said, shortly
        self.setAccessibleDescription(said)
        self.setToolTip(said)
        self._fit()

    def _fit(self) -> None:
        now = theme.current()
        small = self.width() < now.px(_SMALL)
        self._words.setText(self._said[small])
        self.button.set_words(self.tr("Show it") if small else self.tr("Show it anyway"))
        self._column.setContentsMargins(*[now.px(_MARGIN / 3 if small else _MARGIN)] * 4)

    def _restyle(self) -> None:
        now = theme.current()
        self._column.setSpacing(now.px(8))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say what there is room for."""
        super().resizeEvent(event)
        self._fit()
