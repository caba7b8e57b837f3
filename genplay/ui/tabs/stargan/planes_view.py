"""What G is told beside the picture: a plane for each attribute, drawn as it is."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from genplay.families.stargan import Floats
from genplay.ui import text, theme
from genplay.ui.widgets import pixel_paint
from genplay.ui.widgets.pixels import Indices, indexed, levels

_GAP, _NAME, _LARGEST, _FAIR, _LEAST, _APART = 6, 15, 96, 20, 12, 48  # px at 100 %


class PlanesView(QWidget):
    """Planes in a grid, as large as fits; each with its name below, where there is room for names."""

    def __init__(self) -> None:
        super().__init__()
        self._names: tuple[str, ...] = ()
        self._planes: list[Indices] = []
        self._values: tuple[float, ...] = ()
        self.setAccessibleName(self.tr("Planes of the attributes"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_planes(self, names: Sequence[str], planes: Floats | None) -> None:
        """Show planes (K, 64, 64), -1 to 1, by their attributes in words; None for none."""
        self._names = tuple(names)
        self._planes = [] if planes is None else [levels(plane, -1, 1) for plane in planes]
        self._values = () if planes is None else tuple(float(plane.mean()) for plane in planes)
        told = [f"{name} {_written(value)}" for name, value in zip(self._names, self._values, strict=False)]
        self.setAccessibleDescription("; ".join(told))
        self.update()

    def grid(self) -> tuple[int, int, bool]:
        """Return how many columns there are, the side of a plane in px, and whether names stand below.

        The largest planes with whole names; where these would be small ones, larger planes without names.
        """
        now, count = theme.current(), max(len(self._names), 1)
        metrics = QFontMetricsF(now.font("axis"))
        widest = max(map(metrics.horizontalAdvance, self._names), default=0.0)
        named = self._sizes(count, now.px(_NAME + _GAP / 2))
        whole = [columns for columns in named if self.width() / columns > widest + 2]
        best = max(whole, key=lambda columns: named[columns], default=0)
        if best and named[best] >= now.px(_FAIR):
            return best, named[best], True
        bare = self._sizes(count, now.px(_GAP))
        best = max(bare, key=lambda columns: bare[columns])
        return best, max(bare[best], 1), False

    def box(self, number: int) -> QRect:
        """Return where a plane is."""
        now, (columns, side, named) = theme.current(), self.grid()
        row, column = divmod(number, columns)
        below = now.px(_NAME + _GAP / 2 if named else _GAP)
        return QRect(column * self._pitch(columns, side), row * (side + below), side, side)

    def _sizes(self, count: int, below: int) -> dict[int, int]:
        """Return the side of a plane for each number of columns, with so much room below each."""
        now = theme.current()
        found: dict[int, int] = {}
        for columns in range(1, count + 1):
            wide = self.width() / columns - now.px(_GAP)
            high = self.height() / ceil(count / columns) - below
            found[columns] = int(min(wide, high, now.px(_LARGEST)))
        return found

    def _pitch(self, columns: int, side: int) -> int:
        return min(self.width() // columns, side + theme.current().px(_APART))

    def sizeHint(self) -> QSize:
        """Ask for two rows of five."""
        now = theme.current()
        return QSize(now.px(244), now.px(110))

    def minimumSizeHint(self) -> QSize:
        """Accept small ones."""
        now = theme.current()
        return QSize(now.px(10 * _LEAST), now.px(2 * (_LEAST + _NAME)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw planes, frames and names."""
        now, (columns, side, named) = theme.current(), self.grid()
        with QPainter(self) as painter:
            painter.setFont(now.font("axis"))
            metrics = QFontMetricsF(painter.font())
            for number, plane in enumerate(self._planes):
                box = self.box(number)
                image: QImage = indexed(plane, now.table("signed"))
                painter.drawImage(box, image)
                pixel_paint.ring(painter, box.adjusted(1, 1, -1, -1), 1, now.color("control"))
                if not named:
                    continue
                on = abs(self._values[number]) > 0
                painter.setPen(now.color("text" if on else "text3"))
                wide = self._pitch(columns, side) - 2
                name = metrics.elidedText(self._names[number], Qt.TextElideMode.ElideRight, wide)
                below = QRectF(box.left(), box.bottom() + 1, wide, now.px(_NAME))
                painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)

    def event(self, event: QEvent) -> bool:
        """Say the plane under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = [n for n in range(len(self._planes)) if self.box(n).contains(event.pos())]
            said = f"{self._names[at[0]]}: {_written(self._values[at[0]])}" if at else ""
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)


def _written(value: float) -> str:
    return ("+" if value > 0 else "") + text.number(value, 2)
