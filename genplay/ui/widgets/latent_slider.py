"""A latent's slider, with q(z | x) behind its track and a lock; and a column of them."""

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from genplay.ui import text, theme
from genplay.ui.widgets.buttons import IconButton
from genplay.ui.widgets.latent_name import LatentName, latent
from genplay.ui.widgets.slider import Slider

_LIMIT = 4.0
_STRIDE = 50  # thousandths that an arrow key moves
_LOCK, _WIDTH = 20, 236
_SPACING, _DENSE = 6, 2  # px between two rows, and between rows of which there are more than two
_FEWEST = 2  # rows that are always to be seen


class LatentSlider(Slider):
    """One dimension of a code: its name, its value, what the encoder thinks of it, and whether it is kept.

    ``moved`` and ``settled`` are those of a slider; ``lock_toggled`` is the hand's, ``set_locked`` emits
    nothing. The default, marked by a tick, is 0 until it is set.

    Args:
        dimension: Counted from 0; shown from 1.
        suffix: Behind the name, translated, as in "3.2 nats", or "".
        low: The left end.
        high: The right end.
        parent: The parent widget.
    """

    lock_toggled = Signal(bool)

    def __init__(
        self,
        dimension: int,
        suffix: str = "",
        low: float = -_LIMIT,
        high: float = _LIMIT,
        parent: QWidget | None = None,
    ) -> None:
        self._face = LatentName(dimension, suffix)
        super().__init__(
            latent(dimension), low, high, 0.0, decimals=3, stride=_STRIDE, label=self._face, parent=parent
        )
        self._lock = IconButton("unlock", "", width=_LOCK, height=_LOCK)
        self._lock.setCheckable(True)
        self._lock.toggled.connect(self._draw_lock)
        self._lock.clicked.connect(self.lock_toggled)
        self._row.addWidget(self._lock)
        self.set_dimension(dimension, suffix)

    @property
    def dimension(self) -> int:
        """The dimension it stands for, counted from 0."""
        return self._dimension

    def set_dimension(self, dimension: int, suffix: str = "") -> None:
        """Stand for another dimension."""
        self._dimension = dimension
        self._face.set_name(dimension, suffix)
        self.set_name(latent(dimension))
        self._draw_lock(self.locked())

    def set_posterior(self, posterior: tuple[float, float] | None) -> None:
        """Shade one deviation about the mean of q, given as (mean, deviation), or nothing."""
        self.set_band(posterior and (posterior[0] - posterior[1], posterior[0] + posterior[1]))
        told = ""
        if posterior:
            mean, deviation = (text.number(float(value), 3) for value in posterior)
            told = self.tr("q: {mean} ± {deviation}").format(mean=mean, deviation=deviation)
        self._track.setAccessibleDescription(told)

    def set_locked(self, locked: bool) -> None:
        """Show a closed lock, or an open one."""
        self._lock.setChecked(locked)

    def locked(self) -> bool:
        """Tell whether the lock is closed."""
        return self._lock.isChecked()

    def name_width(self) -> int:
        """Return the room that the name needs."""
        return self._face.sizeHint().width()

    def set_name_width(self, width: int) -> None:
        """Begin the track after so much room for the name."""
        self._face.setMinimumWidth(width)

    @Slot(bool)
    def _draw_lock(self, locked: bool) -> None:
        self._lock.set_icon("lock" if locked else "unlock")
        name = latent(self._dimension)
        self._lock.setAccessibleName(self.tr("Lock {name}").format(name=name))
        hint = (
            self.tr("{name} is locked: it stays when the others are drawn anew")
            if locked
            else self.tr("Lock {name}, so that it stays when the others are drawn anew")
        )
        self._lock.setToolTip(hint.format(name=name))


class LatentSliders(QScrollArea):
    """The sliders of some of a code's dimensions, one below the other, scrolled where they do not fit.

    Vectors are those of the whole code, (L,): each slider takes its own dimension's number, and again when
    ``set_dims`` shows others. Dimensions are counted from 0. Setters emit nothing.

    Args:
        low: The left end of all.
        high: The right end.
        parent: The parent widget.
    """

    moved = Signal(int, float)
    settled = Signal()
    lock_toggled = Signal(int, bool)

    def __init__(self, low: float = -_LIMIT, high: float = _LIMIT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ends = low, high
        self._dims: list[tuple[int, str]] = []
        self._rows: list[LatentSlider] = []  # as many as were ever shown: the rest is hidden
        self._values = self._defaults = np.zeros(0)
        self._posterior: tuple[NDArray[np.float64], NDArray[np.float64]] | None = None
        self._locked: frozenset[int] = frozenset()
        self._column = QWidget()
        self._layout = QVBoxLayout(self._column)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addStretch(1)
        self._make_plain()
        self._restyle()

    def set_dims(self, dims: Sequence[tuple[int, str]]) -> None:
        """Show these (dimension, words behind its name), from top to bottom."""
        if list(dims) == self._dims:
            return
        self._dims = list(dims)
        for _ in range(len(self._rows), len(self._dims)):
            self._add_row()
        for row, (dimension, suffix) in zip(self._rows, self._dims, strict=False):
            row.set_dimension(dimension, suffix)
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(self._dims))
        self._space()
        self._align()
        self._fill()
        self.updateGeometry()

    def set_values(self, values: ArrayLike) -> None:
        """Show a code, (L,)."""
        self._values = np.array(values, float)
        self._fill_values()

    def set_defaults(self, defaults: ArrayLike) -> None:
        """Mark the values that a double click goes back to, (L,), such as the encoder's means."""
        self._defaults = np.array(defaults, float)
        self._fill_defaults()

    def set_posterior(self, mean: ArrayLike | None, deviation: ArrayLike | None = None) -> None:
        """Shade q(z | x) by its means and deviations, (L,) both; None for nothing."""
        known = mean is not None and deviation is not None
        self._posterior = (np.array(mean, float), np.array(deviation, float)) if known else None
        self._fill_posterior()

    def set_locked(self, locked: Collection[int]) -> None:
        """Close the locks of these dimensions, and open the others."""
        self._locked = frozenset(locked)
        self._fill_locks()

    def rows(self) -> list[LatentSlider]:
        """Return the sliders shown, from top to bottom."""
        return self._rows[: len(self._dims)]

    def _make_plain(self) -> None:
        self.setFrameShape(self.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._column)
        for part in (self._column, self.viewport()):
            part.setAutoFillBackground(False)  # the sheet shows through
        self.verticalScrollBar().rangeChanged.connect(self._share_wheel)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its sliders have it
        self.setAccessibleName(self.tr("Latent code"))

    def _add_row(self) -> None:
        low, high = self._ends
        row = LatentSlider(0, low=low, high=high)
        row.moved.connect(lambda value: self.moved.emit(row.dimension, value))
        row.settled.connect(lambda _: self.settled.emit())
        row.lock_toggled.connect(lambda locked: self.lock_toggled.emit(row.dimension, locked))
        self._layout.insertWidget(len(self._rows), row)
        self._rows.append(row)
        row.set_turned(self.verticalScrollBar().maximum() == 0)

    @Slot(int, int)
    def _share_wheel(self, _lowest: int, highest: int) -> None:
        """Where there is something to scroll, the wheel scrolls: it must not change what passes below it."""
        for row in self._rows:
            row.set_turned(highest == 0)

    def _fill(self) -> None:
        self._fill_defaults()
        self._fill_posterior()
        self._fill_values()
        self._fill_locks()

    def _fill_values(self) -> None:
        for row, value in zip(self.rows(), self._own(self._values), strict=False):
            row.set_value(value)

    def _fill_defaults(self) -> None:
        for row, value in zip(self.rows(), self._own(self._defaults), strict=False):
            row.set_default(value)

    def _fill_posterior(self) -> None:
        if self._posterior is None:
            for row in self.rows():
                row.set_posterior(None)
            return
        means, deviations = map(self._own, self._posterior)
        for row, *normal in zip(self.rows(), means, deviations, strict=False):
            row.set_posterior((normal[0], normal[1]))

    def _fill_locks(self) -> None:
        for row in self.rows():
            row.set_locked(row.dimension in self._locked)

    def _own(self, vector: NDArray[np.float64]) -> list[float]:
        """Return a vector's numbers for the rows, 0 for dimensions it has not."""
        numbers = vector.tolist()
        return [numbers[dimension] if dimension < len(numbers) else 0.0 for dimension, _ in self._dims]

    def _align(self) -> None:
        widest = max((row.name_width() for row in self.rows()), default=0)
        for row in self.rows():
            row.set_name_width(widest)

    def _restyle(self) -> None:
        self._space()
        self._align()
        self.updateGeometry()

    def _space(self) -> None:
        dense = len(self._dims) > _FEWEST
        self._layout.setSpacing(theme.current().px(_DENSE if dense else _SPACING))
        self._show_whole_rows()

    def _pitch(self) -> int:
        return theme.current().px(_LOCK) + self._layout.spacing()

    def _high(self, rows: int) -> int:
        return max(rows * self._pitch() - self._layout.spacing(), 0)

    def _show_whole_rows(self) -> None:
        """Leave the room of a row that would be cut; the wheel scrolls by whole ones."""
        scrolled = self._high(len(self._dims)) > self.height()
        rest = (self.height() + self._layout.spacing()) % self._pitch() if scrolled else 0
        self.setViewportMargins(0, 0, 0, rest)
        self.verticalScrollBar().setSingleStep(self._pitch())

    def sizeHint(self) -> QSize:
        """Ask for 236 px at 100 %, and the height of all rows."""
        return QSize(theme.current().px(_WIDTH), self._high(len(self._dims)))

    def minimumSizeHint(self) -> QSize:
        """Accept two rows, the rest scrolled."""
        return QSize(theme.current().px(_WIDTH * 3 // 4), self._high(min(len(self._dims), _FEWEST)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show whole rows."""
        super().resizeEvent(event)
        self._show_whole_rows()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_layout"):
            self._restyle()
