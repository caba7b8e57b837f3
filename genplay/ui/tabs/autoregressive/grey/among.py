"""Where the picture stands among test clothes, which the model learned, and test digits, which it did not."""

import math

import numpy as np
from PySide6.QtWidgets import QVBoxLayout

from genplay.families.autoregressive import Mixtures, Reference
from genplay.ui import text, theme
from genplay.ui.tabs.memo import Memo
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.histogram import Histogram
from genplay.ui.widgets.words import label, size_of

_LEAST, _MORE = 58, 142  # px: a histogram's height, and by how much it may grow
_BINS = 48
_TAIL = 0.002  # share of the scores that may lie below the axis


class Among(Dressed):
    """Two histograms over one axis, with the picture's score marked on both."""

    def __init__(self) -> None:
        super().__init__()
        self._clothes, self._digits = Histogram("blue", _LEAST), Histogram("text3", _LEAST)
        self._captions = label("caption"), label("caption")
        self._memo = Memo()
        self.known = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for caption, histogram in zip(self._captions, self._both, strict=True):
            self._column.addWidget(caption)
            self._column.addWidget(histogram)
        self._restyle()

    @property
    def _both(self) -> tuple[Histogram, Histogram]:
        return self._clothes, self._digits

    def show_result(self, result: Mixtures | None) -> None:
        """Mark a result, or none; without test scores there is nothing to show."""
        for histogram in self._both:
            histogram.set_mark(None if result is None else result.log_prob)
        if result is None:
            return
        clothes, digits = result.reference, result.digits
        if self._memo.changed(clothes, digits) and clothes is not None:
            self._show_scores(clothes, digits)
        self.known = clothes is not None

    def least(self) -> int:
        """Return the height that it needs."""
        now = theme.current()
        shown = sum(not histogram.isHidden() for histogram in self._both)
        each = now.px(_LEAST) + size_of("caption").height() + 2 * self._column.spacing()
        return shown * each

    def set_more(self, spare: int) -> None:
        """Let the histograms grow by so much, together, as far as they may."""
        now = theme.current()
        more = min(max(spare, 0) // 2, now.px(_MORE))
        for histogram in self._both:
            histogram.setFixedHeight(now.px(_LEAST) + more)

    def _show_scores(self, clothes: Reference, digits: Reference | None) -> None:
        known = [part.scores for part in (clothes, digits) if part is not None]
        low = 100 * math.floor(min(float(np.quantile(scores, _TAIL)) for scores in known) / 100)
        high = max(100 * math.ceil(max(float(scores[-1]) for scores in known) / 100), low + 100)
        edges = np.linspace(low, high, _BINS + 1)
        names = self.tr("{count} test clothes, in nats"), self.tr("{count} test digits, never shown to it")
        for part, histogram, caption, name in zip(
            (clothes, digits), self._both, self._captions, names, strict=True
        ):
            histogram.setVisible(part is not None)
            caption.setVisible(part is not None)
            if part is not None:
                counts, _ = np.histogram(part.scores, edges)
                histogram.set_data(counts, edges)
                caption.setText(name.format(count=text.count(len(part.scores))))
                histogram.setAccessibleName(caption.text())

    def _restyle(self) -> None:
        self._column.setSpacing(theme.current().px(3))
