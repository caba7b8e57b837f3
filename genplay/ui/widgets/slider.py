"""A slider with its name before it and its value behind it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from genplay.ui import text, theme
from genplay.ui.widgets import words
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.track import Track

_VALUE = 48


class Slider(Dressed):
    """A named real number between two ends.

    ``moved`` follows the hand, ``settled`` ends the gesture; ``set_value`` emits neither. A double click goes
    back to the default.

    Args:
        name: Its name, translated.
        low: The left end.
        high: The right end.
        default: The value marked by a tick.
        step: The values' distance, by arrow key and notch of the wheel; None for one of the last decimal.
        decimals: How many the value is shown with.
        unit: Shown behind the value, "" for none.
        stride: How many such steps an arrow key or a notch takes, where one is too small for a hand.
        label: Shown in place of the name, for one that is typeset.
        parent: The parent widget.

    Between ends of opposite sign the track is filled from zero.
    """

    moved = Signal(float)
    settled = Signal(float)

    def __init__(
        self,
        name: str,
        low: float,
        high: float,
        default: float,
        *,
        step: float | None = None,
        decimals: int = 2,
        unit: str = "",
        stride: int = 1,
        label: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._low, self._decimals, self._unit = low, decimals, unit
        self._step = 10.0**-decimals if step is None else step
        self._name_room = 0.0
        self._called = name
        self._plain = label is None
        self._name = label or words.label("body", name)
        self._text = words.label("value")
        self._text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._track = Track()
        self._track.setRange(0, self._steps(high))
        self._track.setSingleStep(stride)
        self._track.setPageStep(max(self._steps(high) // 10, 1))
        if low < 0 < high:
            self._track.set_origin(self._steps(0.0))
        self._track.setAccessibleName(name)
        self._track.moved.connect(self._follow)
        self._track.settled.connect(self._settle)
        self.setFocusProxy(self._track)
        self._lay_out()
        self.set_default(default)
        self.set_value(default)

    def value(self) -> float:
        """Return where the handle is."""
        return self._real(self._track.value())

    def set_value(self, value: float) -> None:
        """Show a value; of what lies outside the handle is at the end, and the number what it is."""
        steps = self._steps(value)
        self._track.setValue(steps)
        self._show(self.value() if 0 <= steps <= self._track.maximum() else value)

    def set_default(self, value: float) -> None:
        """Make another value the one that a double click goes back to."""
        self._default = value
        self._track.set_default(self._steps(value))
        self._hint()

    def set_name(self, name: str) -> None:
        """Be called otherwise; what was given as a label is the caller's."""
        self._called = name
        if self._plain and isinstance(self._name, QLabel):
            self._name.setText(name)
        self._track.setAccessibleName(name)
        self._hint()

    def set_band(self, band: tuple[float, float] | None) -> None:
        """Shade the values from one to another behind the track, or none."""
        within = band and ((band[0] - self._low) / self._step, (band[1] - self._low) / self._step)
        self._track.set_band(within)

    def set_turned(self, turned: bool) -> None:
        """Tell whether the wheel changes the value; else only with the focus, and otherwise it scrolls."""
        self._track.set_turned(turned)

    def align(self, room: float) -> None:
        """Keep so much room at 100 % for the name, so that sliders below each other begin together."""
        self._name_room = room
        self._restyle()

    def differs(self) -> bool:
        """Tell whether the value is another than the default."""
        return self._track.value() != self._steps(self._default)

    @Slot()
    def reset(self) -> None:
        """Go back to the default, as a double click does."""
        self._track.reset()

    @Slot(int)
    def _follow(self, steps: int) -> None:
        self._show(self._real(steps))
        self.moved.emit(self._real(steps))

    @Slot(int)
    def _settle(self, steps: int) -> None:
        self.settled.emit(self._real(steps))

    def _lay_out(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._name)
        self._row.addWidget(self._track, 1)
        self._row.addWidget(self._text)
        self._restyle()

    def _restyle(self) -> None:
        now = theme.current()
        self._row.setSpacing(now.px(8))
        self._text.setMinimumWidth(now.px(_VALUE))
        self._name.setMinimumWidth(now.px(self._name_room))

    def _hint(self) -> None:
        hint = self.tr("{name}: double-click for {value}")
        self._track.setToolTip(hint.format(name=self._called, value=self._written(self._default)))

    def _show(self, value: float) -> None:
        self._text.setText(self._written(value))

    def _written(self, value: float) -> str:
        number = text.number(value, self._decimals)
        return f"{number} {self._unit}" if self._unit else number

    def _steps(self, value: float) -> int:
        return round((value - self._low) / self._step)

    def _real(self, steps: int) -> float:
        return self._low + steps * self._step
