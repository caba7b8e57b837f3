"""The right column: the one big number, where it stands among clothes and digits, and the samples."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from genplay.families.autoregressive import grey_note
from genplay.ui import text, theme
from genplay.ui.tabs.autoregressive import words as page_words
from genplay.ui.tabs.autoregressive.completions import Completions
from genplay.ui.tabs.autoregressive.grey import words
from genplay.ui.tabs.autoregressive.grey.among import Among
from genplay.ui.tabs.autoregressive.grey.scene import GreyScene
from genplay.ui.tabs.autoregressive.score_panel import Note
from genplay.ui.tabs.memo import Memo
from genplay.ui.translation import sentence
from genplay.ui.widgets.formula import FormulaLabel
from genplay.ui.widgets.ledger import Ledger
from genplay.ui.widgets.words import label, size_of

_UNKNOWN = "–"


class GreyScorePanel(QWidget):
    """What the picture scores."""

    sample_pressed = Signal()
    samples_closed = Signal()
    sample_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._title, self._formula = label("label", self.tr("Density score")), FormulaLabel("log_p")
        self._hero, self._unit = label("hero"), label("body", self.tr("nats"))
        self._rows = Ledger(row=22)
        self._among, self._note = Among(), Note()
        self._figure = label("caption")
        self._figure.setWordWrap(True)
        self._completions = Completions(grey=True)
        self._memo = Memo()
        self._room = 0
        self._said = ""
        self._arrange()
        self._completions.chosen.connect(self.sample_chosen)
        self._completions.again.connect(self.sample_pressed)
        self._completions.closed.connect(self.samples_closed)
        self._restyle()

    def show_scene(self, scene: GreyScene) -> None:
        """Show score and samples."""
        state, result = scene.state, scene.result
        asked = (state.grey.sample_from, state.seed, state.temperature)
        if not self._memo.changed(result, scene.samples, asked):
            return
        number = text.nats(result.log_prob) if result else _UNKNOWN
        self._hero.setText(number)
        self._hero.setAccessibleName(f"{self._title.text()}: {number} {self._unit.text()}")
        bits = text.number(result.bits_per_dim, 2) if result else _UNKNOWN
        rank = page_words.rank(result.percentile if result else None)
        rows = ((self.tr("Bits per dimension"), bits), (self.tr("Percentile among test clothes"), rank))
        self._rows.set_rows([(None, name, value) for name, value in rows])
        self._among.show_result(result)
        said = grey_note(result) if result else None
        if said is not None or result is not None:  # what is known of others stays while an answer is awaited
            self._said = sentence(said) if said else ""
            self._note.set_text(self._said)
        if result is not None:
            self._figure.setText(words.measured(result))
        self._completions.setVisible(state.grey.sample_from is not None)
        start, seed, temperature = asked
        self._completions.show_asked(start, seed, page_words.temperature_warning(temperature))
        self.show_samples(scene)
        self._fit()

    def show_samples(self, scene: GreyScene) -> None:
        """Show the samples alone."""
        self._completions.show_samples(scene.samples)

    def set_room(self, width: int, height: int) -> None:
        """Take this width; in this height, the figure leaves first, then note and histograms."""
        self.setFixedWidth(width)
        self._room = height
        self._fit()

    def _fit(self) -> None:
        gap, width = self._column.spacing(), self.width()
        above = (size_of("label"), size_of("hero"), self._rows.sizeHint())
        spare = self._room - sum(size.height() + gap for size in above)
        if not self._completions.isHidden():
            spare -= self._completions.sizeHint().height() + gap
        self._among.setVisible(self._among.known and self._among.least() + gap <= spare)
        if not self._among.isHidden():
            spare -= self._among.least() + gap
        for said, words_of in ((self._said, self._note), (self._figure.text(), self._figure)):
            needed = words_of.heightForWidth(width) + gap
            words_of.setVisible(bool(said) and needed <= spare)
            spare -= 0 if words_of.isHidden() else needed
        self._among.set_more(spare)

    def _arrange(self) -> None:
        head, hero = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._formula)
        head.addStretch(1)
        hero.setSpacing(8)
        hero.addWidget(self._hero, 0, Qt.AlignmentFlag.AlignBottom)
        hero.addWidget(self._unit, 0, Qt.AlignmentFlag.AlignBottom)
        hero.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(head)
        self._column.addLayout(hero)
        for widget in (self._rows, self._among, self._figure, self._note, self._completions):
            self._column.addWidget(widget)
        self._column.addStretch(1)

    def _restyle(self) -> None:
        now = theme.current()
        descent = QFontMetrics(now.font("hero")).descent() - QFontMetrics(now.font("body")).descent()
        self._unit.setContentsMargins(0, 0, 0, descent)
        self._column.setSpacing(now.px(6))
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Fit again when a part asks for another room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and scale."""
        if event.type() == QEvent.Type.StyleChange:
            self._restyle()
        super().changeEvent(event)
