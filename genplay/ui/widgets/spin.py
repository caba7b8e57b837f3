"""Boxes for numbers: typed, stepped by the chevrons, the arrow keys or the wheel."""

from PySide6.QtCore import QEvent, QLocale, QSignalBlocker, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QValidator
from PySide6.QtWidgets import QDoubleSpinBox, QSizePolicy, QSpinBox, QWidget

from genplay.ui import text, theme

_HEIGHT, _LEFT = 28, 9
_AROUND = 30  # border, margin and chevrons beside the digits


class Spin(QSpinBox):
    """A whole number; ``edited`` reports what was typed (at Enter or when leaving) or stepped.

    Its minus sign is a true one; a hyphen may be typed.

    Args:
        low: The least value.
        high: The greatest value.
        digits: Room for so many; a longer number makes its own.
        parent: The parent widget.
    """

    edited = Signal(int)

    def __init__(self, low: int, high: int, digits: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._digits = digits
        self.setRange(low, high)
        self.setKeyboardTracking(False)
        self.setAccelerated(True)
        self.setLocale(_locale())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self._edit)
        self._restyle()

    def set_value(self, value: int) -> None:
        """Show a value; emits nothing."""
        with QSignalBlocker(self):
            self.setValue(value)
        self._restyle()

    @Slot(int)
    def _edit(self, value: int) -> None:
        self._restyle()
        self.edited.emit(value)

    def textFromValue(self, value: int) -> str:
        """Write the value with a true minus sign."""
        return super().textFromValue(value).replace("-", text.MINUS)

    def valueFromText(self, written: str) -> int:
        """Read the value, with either minus sign."""
        return super().valueFromText(_plain(written))

    def validate(self, written: str, position: int) -> tuple[QValidator.State, str, int]:
        """Accept either minus sign."""
        state, _, place = super().validate(_plain(written), position)
        return state, written, place

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window, for which each number is a step."""
        return super().event(event) if not _is_undo(event) else False

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._restyle()

    def _restyle(self) -> None:
        _fit(self, "0" * max(self._digits, len(self.textFromValue(self.value()))))


class DoubleSpin(QDoubleSpinBox):
    """A real number with fixed decimals; ``edited`` and minus as in ``Spin``.

    Args:
        low: The least value.
        high: The greatest value.
        step: What a chevron changes.
        decimals: How many are shown and kept.
        parent: The parent widget.
    """

    edited = Signal(float)

    def __init__(
        self,
        low: float,
        high: float,
        step: float = 0.05,
        decimals: int = 2,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setDecimals(decimals)
        self.setRange(low, high)
        self.setSingleStep(step)
        self.setKeyboardTracking(False)
        self.setLocale(_locale())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self._edit)
        self._restyle()

    def set_value(self, value: float) -> None:
        """Show a value; emits nothing."""
        with QSignalBlocker(self):
            self.setValue(value)

    @Slot(float)
    def _edit(self, value: float) -> None:
        self.edited.emit(value)

    def textFromValue(self, value: float) -> str:
        """Write the value as everywhere."""
        return text.number(value, self.decimals())

    def valueFromText(self, written: str) -> float:
        """Read the value, with either minus sign."""
        return super().valueFromText(_plain(written))

    def validate(self, written: str, position: int) -> tuple[QValidator.State, str, int]:
        """Accept either minus sign."""
        state, _, place = super().validate(_plain(written), position)
        return state, written, place

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window, for which each number is a step."""
        return super().event(event) if not _is_undo(event) else False

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._restyle()

    def _restyle(self) -> None:
        _fit(self, *(self.textFromValue(value) for value in (self.minimum(), self.maximum())))


def _is_undo(event: QEvent) -> bool:
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return any(event.matches(key) for key in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo))


def _plain(written: str) -> str:
    return written.replace(text.MINUS, "-").replace(",", "")


def _locale() -> QLocale:
    locale = QLocale.c()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale


def _fit(box: QSpinBox | QDoubleSpinBox, *longest: str) -> None:
    now = theme.current()
    metrics = QFontMetrics(now.font("body"))
    room = max(metrics.horizontalAdvance(written) for written in longest)
    box.setFixedSize(room + now.px(_AROUND), now.px(_HEIGHT))
    box.lineEdit().setTextMargins(now.px(_LEFT), 0, 0, 0)  # QSS padding does not reach it
