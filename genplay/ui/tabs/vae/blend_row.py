"""The row that blends two drawings: one at each end, and between them how much of the second there is."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from genplay.families.base import Drawing
from genplay.ui import text, theme
from genplay.ui.tabs.memo import Memo
from genplay.ui.widgets.buttons import IconButton
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.thumb import Thumb
from genplay.ui.widgets.track import Track
from genplay.ui.widgets.words import label, size_of

_STEPS = 100
_CLOSE = 22


class BlendRow(Dressed):
    """The drawing at the left, the second one at the right: the handle moves from the one to the other."""

    moved = Signal(float)
    settled = Signal(float)
    first_pressed = Signal()
    """Another drawing is asked for, at the left."""
    second_pressed = Signal()
    """Likewise at the right."""
    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._memo = Memo()
        self._first = Thumb(self.tr("The drawing: click for another example"))
        self._second = Thumb(self.tr("What it is blended with: click for another"))
        self._said = label("caption")
        self._said.setMinimumWidth(1)  # where there is little room it says less
        self._track = Track()
        self._track.setRange(0, _STEPS)
        self._track.setPageStep(_STEPS // 10)
        self._track.set_default(_STEPS // 2)
        self._track.setAccessibleName(self.tr("Blend"))
        self._track.setToolTip(self.tr("Blend: double-click for half of each"))
        self._close = IconButton("close", self.tr("End the blend"), _CLOSE, _CLOSE)
        self._arrange()
        self._first.clicked.connect(self.first_pressed)
        self._second.clicked.connect(self.second_pressed)
        self._close.clicked.connect(self.ended)
        self._track.moved.connect(self._follow)
        self._track.settled.connect(lambda steps: self.settled.emit(steps / _STEPS))
        self._restyle()

    def show_blend(self, first: Drawing, second: Drawing, share: float) -> None:
        """Show two drawings, and how much of the second there is, 0 to 1."""
        if self._memo.changed(first, second):
            self._first.set_picture(first.pixels())
            self._second.set_picture(second.pixels())
        self._track.setValue(round(share * _STEPS))
        self._show_share(share)

    @Slot(int)
    def _follow(self, steps: int) -> None:
        self._show_share(steps / _STEPS)
        self.moved.emit(steps / _STEPS)

    def _show_share(self, share: float) -> None:
        number = text.number(share, 2)
        words = self.tr("Blend {share}").format(share=number)
        room = self.width() - 2 * self._first.sizeHint().width() - self._close.width()
        fits = size_of("caption", words).width() <= room - 3 * self._row.spacing()
        self._said.setText(words if fits else number)

    def _arrange(self) -> None:
        self._middle = QVBoxLayout()
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._middle.setSpacing(0)
        self._middle.addStretch(1)
        self._middle.addWidget(self._said)
        self._middle.addWidget(self._track)
        self._middle.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._first)
        self._row.addLayout(self._middle, 1)
        self._row.addWidget(self._second)
        self._row.addWidget(self._close)

    def _restyle(self) -> None:
        now = theme.current()
        self._row.setSpacing(now.px(6))
        self._track.setFixedHeight(now.px(18))
        self.setFixedHeight(self._first.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._show_share(self._track.value() / _STEPS)
