"""A page that shows what it has room for, in the sizes of the theme."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from genplay.ui import theme
from genplay.ui.widgets.dressed import Dressed

HEAD = 30
"""From the top of a column to what it shows, px at 100 %."""
MIDDLE = 26
"""Twice from the top of a head to the middle of its words, px at 100 %."""
_ROUNDS = 4  # fits in a row, lest two that ask for each other go on for ever


class Fitted:
    """Fits itself to its room when ``_fit`` is called.

    A part that appears or leaves may lay out the page at once, and the room is another: what is asked for
    while it is fitted is done after it.
    """

    _is_fitting = _is_asked = False

    def _fit(self) -> None:
        """Fit the room as it is at the end."""
        self._is_asked = True
        if self._is_fitting:
            return
        self._is_fitting = True
        try:
            for _ in range(_ROUNDS):
                self._is_asked = False
                self._fit_once()
                if not self._is_asked:
                    break
        finally:
            self._is_fitting = False

    def _fit_once(self) -> None:
        """Show what there is room for; does nothing where the last time it did the same."""
        raise NotImplementedError


class FittedPage(Fitted, Dressed):
    """Fits itself when its room changes, and dresses anew when theme or scale do.

    A subclass calls ``_restyle`` once when it is made.
    """

    def _restyle(self) -> None:
        """Take margins, spaces and sizes from the theme, and fit."""
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new room."""
        super().resizeEvent(event)
        self._fit()


def set_head(head: QWidget, row: QHBoxLayout, spacing: int) -> None:
    """Give a column's head its height, so that pictures begin, and words stand, on one line.

    Args:
        head: The head.
        row: What is in it.
        spacing: What its column leaves below it, in px at 100 %.
    """
    now = theme.current()
    high = HEAD - spacing
    head.setFixedHeight(now.px(high))
    row.setContentsMargins(0, now.px(max(MIDDLE - high, 0)), 0, 0)
