"""The foot of the grey page: what was done to the greys, and what samples are drawn with."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout

from genplay.ui import theme
from genplay.ui.tabs.autoregressive.grey.scene import GreyScene
from genplay.ui.widgets.buttons import Button
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.spin import DoubleSpin, Spin
from genplay.ui.widgets.strip import paint_strip
from genplay.ui.widgets.words import label

_HEIGHT, _MARGIN = 44, 8
_TERSER = (0, True, False), (0, False, False), (0, False, True)
"""Lines of the sentence, whether boxes are named, whether the button says less."""


class GreyBar(Dressed):
    """A sentence, three boxes and the page's main button on a tinted strip.

    The sentence is not cut: for want of room it leaves (and stays the tooltip of the noise's box), then the
    words before the boxes do.
    """

    def __init__(self) -> None:
        super().__init__()
        self.noise = Spin(0, 2**31 - 1, digits=3)
        self.seed = Spin(0, 2**31 - 1, digits=3)
        self.temperature = DoubleSpin(0.1, 3.0, step=0.05)
        self.sample = Button("", "primary")
        self._sentence = label("note")
        self._names = (
            label("body", self.tr("Noise")),
            label("body", self.tr("Seed")),
            label("body", self.tr("Temp.")),
        )
        self._completes = False
        self._row = QHBoxLayout(self)
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # what is too wide makes room
        self._arrange()
        self._restyle()

    def show_scene(self, scene: GreyScene) -> None:
        """Show seeds and temperature, and what the button does."""
        state = scene.state
        self.noise.set_value(state.grey.noise)
        self.seed.set_value(state.seed)
        self.temperature.set_value(state.temperature)
        self._completes = state.grey.next_sample > 0
        self._fit()

    def _arrange(self) -> None:
        self.noise.setAccessibleName(self.tr("Seed of the noise"))
        self.seed.setAccessibleName(self.tr("Seed"))
        self.seed.setToolTip(self.tr("Seed: the same seed gives the same samples"))
        self.temperature.setAccessibleName(self.tr("Temperature"))
        self.temperature.setToolTip(
            self.tr("Divides log α and multiplies the variances. Only 1 samples from the model.")
        )
        self._sentence.setText(
            self.tr(
                "Each grey g is read as (g + u) / 256 with u uniform and seeded: a density of integers would "
                "be infinite."
            )
        )
        self.noise.setToolTip(self._sentence.text())
        self._sentence.setWordWrap(True)
        self._row.addWidget(self._sentence, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addStretch(1)
        for name, box in zip(self._names, (self.noise, self.seed, self.temperature), strict=True):
            self._row.addWidget(name)
            self._row.addWidget(box)
        self._row.addWidget(self.sample)

    def _fit(self) -> None:
        long = self.tr("Sample from this pixel") if self._completes else self.tr("Sample from nothing")
        self.sample.setText(long)
        for lines, names, terse in ((1, True, False), (2, True, False), *_TERSER):
            self._sentence.setVisible(lines > 0)
            self._sentence.setFixedWidth(self._width(lines))
            for name in self._names:
                name.setVisible(names)
            if terse:
                self.sample.setText(self.tr("Sample"))
            if self._needed() <= self.width():
                break

    def _width(self, lines: int) -> int:
        whole = self._sentence.fontMetrics().horizontalAdvance(self._sentence.text())
        return whole + 2 if lines == 1 else whole * 5 // 9  # lines break between words

    def _needed(self) -> int:
        """Return the width that what is shown takes."""
        boxes = (self.noise, self.seed, self.temperature, self.sample, *self._names)
        shown = [widget.sizeHint().width() for widget in boxes if not widget.isHidden()]
        if not self._sentence.isHidden():
            shown.append(self._sentence.minimumWidth())
        margins = self._row.contentsMargins()
        return sum(shown) + self._row.spacing() * len(shown) + margins.left() + margins.right()

    def _restyle(self) -> None:
        now = theme.current()
        self.setFixedHeight(now.px(_HEIGHT))
        self._row.setContentsMargins(now.px(2 * _MARGIN), 0, now.px(_MARGIN), 0)
        self._row.setSpacing(now.px(8))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new width."""
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Accept any width."""
        return QSize(0, theme.current().px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the strip."""
        with QPainter(self) as painter:
            paint_strip(painter, self, theme.current())
