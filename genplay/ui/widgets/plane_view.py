"""A framed square plot of a plane that can be pointed at: what the maps of the latents have in common."""

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from genplay.ui import theme
from genplay.ui.theme import Theme
from genplay.ui.widgets import pixel_paint
from genplay.ui.widgets.axes import Axes, Extent
from genplay.ui.widgets.dressed import Dressed

_SMALLEST = 64  # px at 100 %
_BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class PlaneView(Dressed):
    """A square as large as fits, at the top left of the room it is given.

    Args:
        extent: The values at its edges: left, right, bottom, top.
        side: Of the square without its frame at 100 %, as the size hint asks for it.
        parent: The parent widget.
    """

    hovered = Signal(object)
    """The values (a, b) under the pointer; None when it has left."""

    def __init__(self, extent: Extent, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._extent, self._side = extent, side
        self._words = ""
        self._keyed = False
        self._hovered: tuple[float, float] | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_words(self, words: str) -> None:
        """Write a sentence in the middle of the square, such as "Reading the test pictures"; "" for none."""
        if words != self._words:
            self._words = words
            self.update()

    def axes(self) -> Axes:
        """Return where the values are, in the room that the widget has now."""
        ratio = self.devicePixelRatioF()
        frame = pixel_paint.line_width(theme.current(), "frame", ratio)
        return Axes.fit(self.width(), self.height(), frame, ratio, self._shown())

    def _paint(self, painter: QPainter, axes: Axes, current: Theme) -> None:
        """Draw what is inside the frame."""

    def _shown(self) -> Extent:
        return self._extent

    def _hover(self, point: QPointF | None) -> None:
        axes = self.axes()
        inside = point is not None and axes.inner.contains(point)
        hovered = axes.value(point) if point is not None and inside else None
        if hovered != self._hovered:
            self._hovered = hovered
            self.hovered.emit(hovered)

    def _paint_frame(self, painter: QPainter, axes: Axes, current: Theme) -> None:
        painter.save()
        pixel_paint.to_device(painter, axes.ratio)
        inner = QRect(axes.frame, axes.frame, axes.side, axes.side)
        pixel_paint.ring(painter, inner, axes.frame, current.color("frame"))
        if self._keyed and self.hasFocus():
            inner = inner.adjusted(1, 1, -1, -1)
            pixel_paint.ring(painter, inner, axes.frame + 1, current.color("accent"))
        painter.restore()

    def sizeHint(self) -> QSize:
        """Ask for the nominal side, and the frame around it."""
        side = theme.current().px(self._side) + 2 * theme.current().px(1)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Accept a square in which little can be told apart."""
        side = theme.current().px(min(_SMALLEST, self._side))
        return QSize(side, side)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Report what is pointed at."""
        self._hover(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        """Report that nothing is pointed at any more."""
        super().leaveEvent(event)
        self._hover(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus if it came by the keyboard."""
        self._keyed = event.reason() in _BY_KEYS
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show no focus."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the square, its frame, and the words."""
        current, axes = theme.current(), self.axes()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.save()
            painter.setClipRect(axes.inner)
            self._paint(painter, axes, current)
            painter.restore()
            painter.setFont(current.font("body"))
            painter.setPen(current.color("text3"))
            painter.drawText(axes.inner, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._words)
            self._paint_frame(painter, axes, current)
