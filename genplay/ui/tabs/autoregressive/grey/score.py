"""The right column: the one big number, where it stands among clothes and digits, and the samples."""

from PySide6.QtCore import QEvent

from genplay.families.autoregressive import grey_note
from genplay.ui import text
from genplay.ui.tabs.autoregressive import words as page_words
from genplay.ui.tabs.autoregressive.grey import words
from genplay.ui.tabs.autoregressive.grey.among import Among
from genplay.ui.tabs.autoregressive.grey.scene import GreyScene
from genplay.ui.tabs.autoregressive.score_column import UNKNOWN, ScoreColumn
from genplay.ui.tabs.autoregressive.score_panel import Note
from genplay.ui.tabs.fitted import Fitted
from genplay.ui.translation import sentence
from genplay.ui.widgets.words import label, size_of


class GreyScorePanel(Fitted, ScoreColumn):
    """What the picture scores."""

    def __init__(self) -> None:
        super().__init__(grey=True)
        self._among, self._note = Among(), Note()
        self._figure = label("caption")
        self._figure.setWordWrap(True)
        self._width, self._room = 0, 0
        self._said = ""
        below = self._rows, self._among, self._figure, self._note, self._completions
        self._arrange((self._title, self._formula), below)
        self._restyle()

    def show_scene(self, scene: GreyScene) -> None:
        """Show score and samples."""
        state, result = scene.state, scene.result
        asked = (state.grey.sample_from, state.seed, state.temperature)
        if not self._memo.changed(result, scene.samples, asked):
            return
        self._show_number(self.tr("Density score"), text.nats(result.log_prob) if result else UNKNOWN)
        bits = text.number(result.bits_per_dim, 2) if result else UNKNOWN
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
        self.setFixedWidth(width)  # which it has only when the layout comes to it
        self._width, self._room = width, height
        self._fit()

    def _fit_once(self) -> None:
        gap, width = self._column.spacing(), self._width or self.width()
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

    def _restyle(self) -> None:
        super()._restyle()
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Fit again when a part asks for another room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)
