"""The number of the tab: how much of the true change the network missed."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from genplay.ui import theme
from genplay.ui.tabs.stargan import words
from genplay.ui.tabs.stargan.cut_label import CutLabel
from genplay.ui.tabs.stargan.scene import Scene
from genplay.ui.text import number
from genplay.ui.widgets.words import label


class MissPanel(QWidget):
    """A share of the change, and what is wrong elsewhere; or why nobody knows."""

    def __init__(self) -> None:
        super().__init__()
        self.number = label("hero")
        self._about, self._elsewhere = label("label", self.tr("Missed")), CutLabel("caption")
        self._about.setToolTip(
            self.tr("Difference from the true edit where that changes the face; doing nothing misses 100 %.")
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._about, self.number, self._elsewhere):
            self._column.addWidget(widget)
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show how far the edit is from the true one."""
        fresh = scene.fresh
        truth = None if fresh is None else fresh.truth
        if truth is None:
            self.number.setText(words.UNKNOWN)
            self._elsewhere.set_words(self.tr("There is no true edit to compare with.") if fresh else "")
            return
        share = words.share(truth)
        self.number.setText(share or number(truth.outside, 1))
        changes = self.tr("of the true change")
        self._elsewhere.set_words(changes if share else self.tr("levels of 255, where nothing is to change"))

    def _restyle(self) -> None:
        self._column.setSpacing(theme.current().px(2))

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and scale."""
        if event.type() == QEvent.Type.StyleChange:
            self._restyle()
        super().changeEvent(event)
