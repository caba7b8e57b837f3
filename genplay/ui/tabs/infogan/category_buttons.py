"""Ten buttons, one for each category, each with the picture that it makes and its own number below."""

from collections.abc import Mapping, Sequence
from functools import partial

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout

from genplay.families.infogan import CATEGORIES
from genplay.ui import theme
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.picture_button import PictureButton
from genplay.ui.widgets.pixels import Indices
from genplay.ui.widgets.thumb import SIDE

COLUMNS = 5
"""Buttons of a row."""
_USUAL, _WIDE, _ROWS_GAP = 48, 256, 6  # px at 100 %
_STEPS: dict[int, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -COLUMNS,
    Qt.Key.Key_Down: COLUMNS,
}


class CategoryButtons(Dressed):
    """All ten, in two rows, in the order of their digits."""

    chosen = Signal(int)
    """A category, by its raw number; one that is chosen already may be chosen again."""

    def __init__(self) -> None:
        super().__init__()
        self._order: tuple[int, ...] = tuple(range(CATEGORIES))
        self._buttons = [PictureButton(exclusive=True) for _ in range(CATEGORIES)]
        self._side, self._wide = _USUAL, _WIDE
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for place, button in enumerate(self._buttons):
            button.clicked.connect(partial(self._choose, place))
            self._grid.addWidget(button, *divmod(place, COLUMNS))
        self.setAccessibleName(self.tr("Category"))
        self._restyle()

    def set_order(self, order: Sequence[int], names: Mapping[int, str]) -> None:
        """Show the categories in this order, called by these names."""
        self._order = tuple(order)
        for button, category in zip(self._buttons, self._order, strict=True):
            button.set_names(str(category), names[category])

    def set_pictures(self, levels: Indices | None) -> None:
        """Show grey levels by raw number, (10, 28, 28), 255 = ink, or paper."""
        for button, category in zip(self._buttons, self._order, strict=True):
            button.set_picture(np.zeros((SIDE, SIDE), np.uint8) if levels is None else levels[category])

    def set_stale(self, stale: bool) -> None:
        """Say that the pictures are about to be replaced."""
        for button in self._buttons:
            button.set_stale(stale)

    def set_current(self, category: int) -> None:
        """Frame a category's picture."""
        at = self._order.index(category)
        self._buttons[at].setChecked(True)
        if any(button.hasFocus() for button in self._buttons):
            self._buttons[at].setFocus(Qt.FocusReason.OtherFocusReason)
        for place, button in enumerate(self._buttons):  # Tab stops at the choice only
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if place == at else Qt.FocusPolicy.NoFocus)

    def set_side(self, side: int, wide: int) -> None:
        """Have boxes so wide, spread over so much, in px at 100 %."""
        self._side, self._wide = side, wide
        for button in self._buttons:
            button.set_side(side)
        self._restyle()

    def button(self, category: int) -> PictureButton:
        """Return a category's button."""
        return self._buttons[self._order.index(category)]

    def _choose(self, place: int) -> None:
        self.chosen.emit(self._order[place])

    def _restyle(self) -> None:
        now = theme.current()
        rest = now.px(self._wide) - COLUMNS * now.px(self._side)
        self._grid.setHorizontalSpacing(max(rest // (COLUMNS - 1), 1))
        self._grid.setVerticalSpacing(now.px(_ROWS_GAP))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a neighbour by the arrow keys."""
        at = next((place for place, button in enumerate(self._buttons) if button.isChecked()), None)
        step = _STEPS.get(event.key())
        if at is None or step is None:
            super().keyPressEvent(event)
        elif 0 <= at + step < CATEGORIES:
            self._choose(at + step)
