"""How right a linear classifier is on D's features, on those of an untrained D, and on pixels."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy

from genplay.families.dcgan import KINDS, Explained, Kind
from genplay.ui import theme
from genplay.ui.tabs.dcgan import critic_words as words
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.share_bar import ShareBar
from genplay.ui.widgets.words import label

_GAP, _BETWEEN = 10, 6  # px at 100 %


class LinearBars(Dressed):
    """A row for each: what it learned from, a bar of all test pictures, the share that is right."""

    def __init__(self) -> None:
        super().__init__()
        self.bars: dict[Kind, ShareBar] = {}
        self.values: dict[Kind, QLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        for row, kind in enumerate(reversed(KINDS)):
            own = kind == "features"
            name, bar = label("label" if own else "body", words.kind(kind)), ShareBar("blue")
            bar.setAccessibleName(words.kind(kind))
            value = label("label")
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            for column, widget in enumerate((name, bar, value)):
                self._grid.addWidget(widget, row, column)
            self.bars[kind], self.values[kind] = bar, value
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_explained(None)
        self._restyle()

    def show_explained(self, explained: Explained | None) -> None:
        """Show what was measured of a model, or that nothing is known."""
        for kind in KINDS:
            self.bars[kind].set_share(None if explained is None else explained.right.get(kind))
            self.values[kind].setText(words.right(explained, kind))

    def _restyle(self) -> None:
        now = theme.current()
        self._grid.setHorizontalSpacing(now.px(_GAP))
        self._grid.setVerticalSpacing(now.px(_BETWEEN))
