"""A plane under its title, with what it shows below it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from genplay.ui import theme
from genplay.ui.tabs.training.plane import Plane
from genplay.ui.tabs.vae.train import fitting
from genplay.ui.tabs.vae.train.marks import Marks
from genplay.ui.tabs.vae.train.scene import Scene
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.formula import FormulaLabel
from genplay.ui.widgets.words import label

_ROOM_FOR_FORMULA = 150  # px at 100 %: width from which it stands beside the title


class PicturePanel(Dressed):
    """Title and formula above, marks and words below.

    Args:
        title: Translated.
        formula: A file of assets/formulas without its ending.
        plane: What is shown.
    """

    def __init__(self, title: str, formula: str, plane: Plane[Scene]) -> None:
        super().__init__()
        self.plane, self.marks = plane, Marks()
        self._title, self._formula = label("label", title), FormulaLabel(formula)
        self._head, self._column = QHBoxLayout(), QVBoxLayout(self)
        for widget in (self._title, self._formula):
            self._head.addWidget(widget)
        self._head.addStretch(1)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(self._head)
        self._column.addWidget(plane)
        self._column.addWidget(self.marks)
        self._column.addStretch(1)
        self._restyle()

    def set_side(self, pixels: int) -> None:
        """Make the plane so large."""
        self.plane.set_side(pixels)
        self.setFixedWidth(pixels)
        self._formula.setVisible(pixels >= theme.current().px(_ROOM_FOR_FORMULA))

    def _restyle(self) -> None:
        now = theme.current()
        self._head.setSpacing(now.px(8))
        self._head.setContentsMargins(0, 0, 0, now.px(6))
        self._title.setFixedHeight(now.px(fitting.HEAD - 6))
        self.marks.setFixedHeight(now.px(fitting.FOOT))
