"""Two to six exclusive choices side by side or in a column; above six a combo box is better."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from genplay.ui import theme
from genplay.ui.widgets.dressed import Dressed


class Segmented(Dressed):
    """A sunken track with one framed piece: the choice.

    The arrow keys choose the neighbour. ``chosen`` reports choices made here, never ``set_current``.

    Args:
        small: 26 high instead of 30; of a column each piece 22 instead of 26.
        column: One below the other, beside what is chosen where that has the width to spare, not the height.
        least: Width at 100 % that each piece of a column has at least.
        parent: The parent widget.
    """

    chosen = Signal(str)

    def __init__(
        self, small: bool = False, parent: QWidget | None = None, *, column: bool = False, least: int = 0
    ) -> None:
        super().__init__(parent)
        self._small, self._is_column, self._least = small, column, least
        self._pieces: dict[str, QPushButton] = {}
        self._current = ""
        self._row = QVBoxLayout(self) if column else QHBoxLayout(self)
        self._row.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Replace the choices, each an id and its words; none is chosen afterwards."""
        for piece in self._pieces.values():
            self._row.removeWidget(piece)
            piece.deleteLater()
        self._pieces = {name: self._piece(name, text) for name, text in choices}
        self._current = ""
        self._restyle()

    def set_tips(self, tips: Mapping[str, str]) -> None:
        """Say more of choices, by id, where the pointer rests on them."""
        for name, tip in tips.items():
            self._pieces[name].setToolTip(tip)

    def set_words(self, words: Mapping[str, str]) -> None:
        """Call the choices, by id, otherwise: in fewer words where there is less room."""
        for name, said in words.items():
            self._pieces[name].setText(said)
        self._restyle()

    def set_current(self, name: str) -> None:
        """Show which choice is made."""
        self._pieces[name].setChecked(True)
        self._settle(name)

    def current(self) -> str:
        """Return the id of the choice, "" when none is made."""
        return self._current

    def _piece(self, name: str, text: str) -> QPushButton:
        piece = QPushButton(text, self)
        piece.setProperty("kind", "seg")
        piece.setProperty("small", self._small)
        piece.setCheckable(True)
        piece.setAutoExclusive(True)  # brings the arrow keys
        piece.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        piece.clicked.connect(lambda: self._choose(name))
        self._row.addWidget(piece)
        return piece

    def _choose(self, name: str) -> None:
        if name != self._current:
            self._settle(name)
            self.chosen.emit(name)

    def _settle(self, name: str) -> None:
        self._current = name
        for other, piece in self._pieces.items():  # Tab stops at the choice only
            piece.setFocusPolicy(Qt.FocusPolicy.TabFocus if other == name else Qt.FocusPolicy.NoFocus)

    def _restyle(self) -> None:
        now = theme.current()
        margin = now.px(2)
        self._row.setContentsMargins(margin, margin, margin, margin)
        high = now.px(22 if self._small else 26) * len(self._pieces) + 2 * margin
        self.setFixedHeight(high if self._is_column else now.px(26 if self._small else 30))
        font = now.font("label")  # the chosen piece is semibold: room for it, so that nothing shifts
        if self._small:
            font.setPixelSize(now.px(12))
        metrics = QFontMetrics(font)
        words = [metrics.horizontalAdvance(piece.text()) for piece in self._pieces.values()]
        for piece, wide in zip(self._pieces.values(), words, strict=True):
            wide = max(words) if self._is_column else wide
            piece.setFixedWidth(max(wide + 2 * now.px(8 if self._small else 10), now.px(self._least)))
        self.updateGeometry()  # the layout around it remembers how wide it was

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the track."""
        now = theme.current()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.color("sunken"))
            painter.drawRoundedRect(self.rect(), now.px(8), now.px(8))
