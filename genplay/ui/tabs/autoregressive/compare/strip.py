"""The chain rule, and how the models that share it differ."""

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from genplay.ui import theme
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.formula import FormulaLabel
from genplay.ui.widgets.strip import paint_strip
from genplay.ui.widgets.words import label

_HEIGHT, _MARGIN, _GAP = 44, 20, 32


class ChainStrip(Dressed):
    """A formula and a sentence on a tinted strip."""

    def __init__(self) -> None:
        super().__init__()
        self._formula = FormulaLabel("chain", "text")
        self._sentence = label("body")
        self._sentence.setMinimumWidth(1)  # what is too long is said shorter
        self._said: tuple[str, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._formula)
        self._row.addWidget(self._sentence, 1)
        self._restyle()

    def show_count(self, models: int, pixel: str, *, bounded: bool = False) -> None:
        """Say how often the same chain rule is shown.

        Args:
            models: How many models follow it.
            pixel: Which pixel is in focus; "" for none.
            bounded: Whether a VAE stands beside them.
        """
        counts = {
            1: self.tr("once"),
            2: self.tr("twice"),
            3: self.tr("three times"),
            4: self.tr("four times"),
        }
        if bounded and (models == 1 or not pixel):
            whole = self.tr("The chain rule {count}; the VAE has none and bounds p(x) as a whole.")
            short = self.tr("The VAE bounds p(x) as a whole.")
        elif pixel:
            whole = self.tr(
                "The same chain rule {count}. The models differ in what pixel <b>{pixel}</b> may see."
            )
            short = self.tr("They differ in what pixel <b>{pixel}</b> sees.")
        else:
            whole = self.tr(
                "The same chain rule {count}. The models differ in what a pixel may see: point at one."
            )
            short = self.tr("Point at a pixel: what it sees differs.")
        self._said = tuple(said.format(count=counts[models], pixel=pixel) for said in (whole, short))
        self._fit()

    def _fit(self) -> None:
        """Say the longest that is not cut."""
        now = theme.current()
        room = self.width() - 2 * now.px(_MARGIN) - self._formula.sizeHint().width() - now.px(_GAP)
        for said in self._said:
            self._sentence.setText(said)
            if self._sentence.sizeHint().width() <= room:
                break
        else:
            self._sentence.setText("")

    def _restyle(self) -> None:
        now = theme.current()
        self.setFixedHeight(now.px(_HEIGHT))
        self._row.setContentsMargins(now.px(_MARGIN), 0, now.px(_MARGIN), 0)
        self._row.setSpacing(now.px(_GAP))
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the strip."""
        with QPainter(self) as painter:
            paint_strip(painter, self, theme.current())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new width."""
        super().resizeEvent(event)
        self._fit()
