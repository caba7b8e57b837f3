"""Below the pictures, for a class: what the network missed, as a number and as a map."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from genplay.ui import theme
from genplay.ui.tabs.fitted import MIDDLE
from genplay.ui.tabs.stargan.face_panel import FacePanel
from genplay.ui.tabs.stargan.fitting import Fit
from genplay.ui.tabs.stargan.miss_panel import ElsewherePanel, MissPanel
from genplay.ui.tabs.stargan.scene import Scene

_CELLS = 3  # below the face, its edit, and the true edit


class MissedRow(QWidget):
    """Three cells as wide as the pictures above, and as far apart; number and map are lent by others."""

    def __init__(self) -> None:
        super().__init__()
        self.elsewhere = ElsewherePanel()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._cells = [QWidget(self) for _ in range(_CELLS)]
        self._layouts = [QHBoxLayout(cell) for cell in self._cells]
        for cell, inner in zip(self._cells, self._layouts, strict=True):
            inner.setContentsMargins(0, 0, 0, 0)
            self._row.addWidget(cell)
            self._row.addStretch(1)
        self._row.addStretch(1)  # in the row above there is a fourth picture, which is not seen
        self._layouts[2].addWidget(self.elsewhere, 1, Qt.AlignmentFlag.AlignTop)

    def show_scene(self, scene: Scene) -> None:
        """Show what is wrong elsewhere; the others show the rest."""
        self.elsewhere.show_scene(scene)

    def take(self, miss: MissPanel, difference: FacePanel) -> None:
        """Have the number and the map here."""
        if miss.parent() is not self._cells[0]:
            self._layouts[0].addWidget(miss, 1, Qt.AlignmentFlag.AlignTop)
            self._layouts[1].addWidget(difference, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    def set_parts(self, fit: Fit, wide: int) -> None:
        """Take the sizes of a layout, and the width of a picture above."""
        now = theme.current()
        self._row.setSpacing(now.px(fit.gap) // 2)
        for cell in self._cells:
            cell.setFixedWidth(wide)
        named = self.elsewhere.name.sizeHint().height()
        for numbers in (self._layouts[0], self._layouts[2]):  # their names stand level with the map's
            numbers.setContentsMargins(0, max(now.px(MIDDLE) - named, 0) // 2, 0, 0)
        self.elsewhere.setVisible("miss" in fit.parts)
