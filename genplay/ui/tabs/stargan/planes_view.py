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
    """Planes in a grid, as large as fits; each with its name below, while there is room for names."""

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

    def grid(self) -> tuple[int, int]:
        """Return how many columns there are, and the side of a plane in px: the largest with whole names.

        Where no names have room in planes of a fair size, they are cut.
        """
        now, count = theme.current(), max(len(self._names), 1)
        metrics = QFontMetricsF(now.font("axis"))
        widest = max(map(metrics.horizontalAdvance, self._names), default=0.0)
        sizes: dict[int, int] = {}
        for columns in range(1, count + 1):
            rows = ceil(count / columns)
            wide = self.width() / columns - now.px(_GAP)
            high = self.height() / rows - now.px(_NAME + _GAP / 2)
            sizes[columns] = int(min(wide, high, now.px(_LARGEST)))
        whole = [columns for columns in sizes if self.width() / columns > widest + 2]
        best = max(whole or sizes, key=lambda columns: sizes[columns])
        if sizes[best] < now.px(_FAIR):
            best = max(sizes, key=lambda columns: sizes[columns])
        return best, max(sizes[best], 1)

    def box(self, number: int) -> QRect:
        """Return where a plane is."""
        now, (columns, side) = theme.current(), self.grid()
        row, column = divmod(number, columns)
        pitch = min(self.width() // columns, side + now.px(_APART))
        return QRect(column * pitch, round(row * (side + now.px(_NAME + _GAP / 2))), side, side)

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
        now, (columns, side) = theme.current(), self.grid()
        pitch = self.width() // columns
        with QPainter(self) as painter:
            painter.setFont(now.font("axis"))
            metrics = QFontMetricsF(painter.font())
            for number, plane in enumerate(self._planes):
                box = self.box(number)
                image: QImage = indexed(plane, now.table("signed"))
                painter.drawImage(box, image)
                pixel_paint.ring(painter, box.adjusted(1, 1, -1, -1), 1, now.color("control"))
                on = abs(self._values[number]) > 0
                painter.setPen(now.color("text" if on else "text3"))
                wide = min(pitch, side + now.px(_APART)) - 2
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
