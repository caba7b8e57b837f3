"""The numbers of the tab: how much of the true change the network missed, and how wrong it is elsewhere."""

from PySide6.QtWidgets import QVBoxLayout

from genplay.ui import theme
from genplay.ui.tabs.stargan import words
from genplay.ui.tabs.stargan.cut_label import CutLabel
from genplay.ui.tabs.stargan.scene import Scene
from genplay.ui.text import number
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.words import label


class NumberPanel(Dressed):
    """A large number with its name above and its unit below.

    Args:
        name: What it is.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.number = label("hero")
        self.name, self.unit = label("label", name), CutLabel("caption")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.name, self.number, self.unit):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self._restyle()

    def _restyle(self) -> None:
        self._column.setSpacing(theme.current().px(2))


class MissPanel(NumberPanel):
    """A share of the true change; what is wrong where nothing is to change; or why nobody knows."""

    def __init__(self) -> None:
        super().__init__("")
        self.name.setText(self.tr("Missed"))
        self.name.setToolTip(
            self.tr("Difference from the true edit where that changes the face; doing nothing misses 100 %.")
        )

    def show_scene(self, scene: Scene) -> None:
        """Show how far the edit is from the true one."""
        fresh = scene.fresh
        truth = None if fresh is None else fresh.truth
        if truth is None:
            self.number.setText(words.UNKNOWN)
            self.unit.set_words(self.tr("No true edit is known.") if fresh else "")
            return
        share = words.share(truth)
        self.number.setText(share or number(truth.outside, 1))
        changes = self.tr("of the true change")
        self.unit.set_words(changes if share else self.tr("levels of 255, where nothing is to change"))


class ElsewherePanel(NumberPanel):
    """What is wrong where the true edit changes nothing; empty where that is the only number there is."""

    def __init__(self) -> None:
        super().__init__("")
        self._said = self.tr("Elsewhere")
        self.name.setToolTip(self.tr("Difference from the true edit where that leaves the face as it is."))

    def show_scene(self, scene: Scene) -> None:
        """Show how far the rest of the face moved."""
        fresh = scene.fresh
        truth = None if fresh is None else fresh.truth
        known = truth is not None and truth.inside is not None
        self.name.setText(self._said if known else "")
        self.number.setText(number(truth.outside, 1) if truth is not None and known else "")
        self.unit.set_words(self.tr("levels of 255 off") if known else "")
