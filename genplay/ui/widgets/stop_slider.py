"""A slider over given values, such as 0.1, 0.2, 0.5, 1: fine where it matters, and far all the same."""

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from genplay.ui.widgets.slider import Slider


class StopSlider(Slider):
    """A ``Slider`` whose handle stops at given values only; each is one arrow key from the next.

    Args:
        name: Its name, translated.
        stops: The values, ascending.
        default: The value marked by a tick, one of the stops.
        parent: The parent widget.
    """

    def __init__(
        self, name: str, stops: Sequence[float], default: float, parent: QWidget | None = None
    ) -> None:
        self._stops = tuple(stops)
        self._shown = default
        super().__init__(name, self._stops[0], self._stops[-1], default, parent=parent)

    def value(self) -> float:
        """Return the value shown; one that was set need not be a stop."""
        return self._shown

    def set_value(self, value: float) -> None:
        """Show a value in full, the handle at the nearest stop."""
        self._shown = value
        super().set_value(value)

    def _follow(self, steps: int) -> None:
        self._shown = self._real(steps)
        super()._follow(steps)

    def _written(self, value: float) -> str:
        return f"{value:,g}"

    def _steps(self, value: float) -> int:
        """Return the place of the stop that is nearest to a value."""
        above = min(bisect_left(self._stops, value), len(self._stops) - 1)
        below = max(above - 1, 0)
        return below if value - self._stops[below] < self._stops[above] - value else above

    def _real(self, steps: int) -> float:
        return self._stops[steps]
