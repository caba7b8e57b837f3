"""The completions: eight pictures that grow, which of their pixels were kept, and what to do with them."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from genplay.families.autoregressive import GreySamples, Samples
from genplay.ui import text
from genplay.ui.widgets.buttons import Button
from genplay.ui.widgets.key import Key
from genplay.ui.widgets.sample_grid import SampleGrid
from genplay.ui.widgets.words import label


class Completions(QWidget):
    """Eight pictures that begin like the drawing.

    Args:
        grey: Whether they have grey levels rather than ink and paper.
    """

    chosen = Signal(int)
    again = Signal()
    closed = Signal()

    def __init__(self, *, grey: bool = False) -> None:
        super().__init__()
        self._title, self._seed = label("label"), label("body")
        self._grid = SampleGrid(grey=grey)
        self._grid.chosen.connect(self.chosen)
        self._key = Key()
        self._warning = label("caption")
        self._warning.setWordWrap(True)
        again, close = Button(self.tr("Sample again"), icon="dice"), Button(self.tr("Close"), "quiet")
        again.clicked.connect(self.again)
        close.clicked.connect(self.closed)
        head, foot = QHBoxLayout(), QHBoxLayout()
        for widget in (self._title, self._seed):
            head.addWidget(widget)
        head.addStretch(1)
        for button in (again, close):
            foot.addWidget(button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        for widget in (self._grid, self._key, self._warning):
            column.addWidget(widget)
        column.addLayout(foot)

    def show_asked(self, start: int | None, seed: int, warning: str = "", *, region: bool = False) -> None:
        """Say what was asked.

        Args:
            start: How many pixels are kept; None asks nothing.
            seed: What it was drawn with.
            warning: What else must be said.
            region: Whether a region is filled, and all else kept.
        """
        completes = region or bool(start)
        self._title.setText(self.tr("Completions") if completes else self.tr("Eight samples"))
        kept = [("ink", self.tr("kept exactly"))] if completes else []
        self._key.set_entries([*kept, ("blue", self.tr("sampled"))])
        begins = self.tr("from pixel {number}, seed {seed}") if start else self.tr("seed {seed}")
        if region:
            begins = self.tr("in the region, seed {seed}")
        self._seed.setText(begins.format(number=text.count((start or 0) + 1), seed=seed))
        self._warning.setVisible(bool(warning))
        self._warning.setText(warning)

    def show_samples(
        self, samples: Samples | GreySamples | None, ranks: NDArray[np.intp] | None = None
    ) -> None:
        """Show the completions so far; ``ranks`` are the pixels' places in another than the raster order."""
        if samples is None:
            self._grid.clear()
        else:
            self._grid.set_frame(samples.pixels, samples.start, samples.done, ranks)
