"""A heat map: one number per pixel in the colours of a map, and what is shown while there is no answer."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from genplay.ui import theme
from genplay.ui.theme import Theme
from genplay.ui.widgets import pixel_paint
from genplay.ui.widgets.error_panel import ErrorPanel
from genplay.ui.widgets.pixel_view import PixelView
from genplay.ui.widgets.pixels import Grid, Indices

_STALE = 0.4  # opacity of a picture that is being replaced
_PATIENCE = 300  # ms before a bar says that loading goes on
_FRAME = 40  # ms between two positions of that bar
_MARGIN = 6  # px at 100 % around a notice
_WRAPPED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
_LAPS = 40  # positions of the bar along the foot


class HeatMap(PixelView):
    """Shows colour indices (see ``pixels.levels``) through a map of the theme: no float at paint time."""

    retry_pressed = Signal()
    """The error's button "Try again"."""
    copy_pressed = Signal()
    """The error's button "Copy details"."""

    def __init__(
        self,
        table: str = "probability",
        shape: tuple[int, int] = (28, 28),
        pixel: int = 9,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(shape, pixel, parent)
        self._values: Indices | None = None
        self._table = table
        self._visible_until: int | None = None
        self._stale = False
        self._loading: str | None = None
        self._notice: Sequence[str] = ()
        self._lap = -1
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._turn)
        self._error = ErrorPanel(self)
        self._error.hide()
        self._error.retry_pressed.connect(self.retry_pressed)
        self._error.copy_pressed.connect(self.copy_pressed)
        self.set_title(self.tr("Map"))

    def set_values(self, values: Indices | None) -> None:
        """Show colour indices (rows, columns) uint8, or paper."""
        self._values = values
        if values is None:
            self._image = QImage()
            self.update()
        else:
            self._show(values.reshape(self._shape))

    def set_table(self, table: str) -> None:
        """Take the colours of the theme's map of this name: "probability", "surprise" or "signed"."""
        self._table = table
        self._recolour()
        self.update()

    def set_visible_until(self, count: int | None) -> None:
        """Show the first ``count`` pixels of the order, the others under a hatch; or show all."""
        if self._visible_until != count:
            self._visible_until = count
            self.update()

    def set_stale(self, stale: bool) -> None:
        """Say that the picture shown is about to be replaced by a newer answer."""
        if self._stale != stale:
            self._stale = stale
            self.update()

    def set_loading(self, text: str | None) -> None:
        """Show a text such as "Loading NADE" in place of the picture, or the picture."""
        self._loading, self._lap = text, -1
        if text:
            self._clock.start(_PATIENCE)
        else:
            self._clock.stop()
        self.setAccessibleDescription(text or "")
        self.update()

    def set_notice(self, sentences: Sequence[str]) -> None:
        """Say something in the middle of the picture: the first of these sentences that is not cut."""
        self._notice = tuple(sentences)
        self.setAccessibleDescription(sentences[0] if sentences else "")
        self.setToolTip(sentences[0] if sentences else "")
        self.update()

    def set_error(self, first_line: str | None, sentence: str = "") -> None:
        """Show an error in place of the picture: what went wrong and what to do; None takes it away."""
        if first_line is not None:
            self._error.set_error(first_line, sentence)
        self._error.setVisible(first_line is not None)
        self._place_error()
        self.update()

    def _turn(self) -> None:
        self._clock.setInterval(_FRAME)
        self._lap = _LAPS // 2 if theme.current().still else (self._lap + 1) % _LAPS
        self.update()

    def _place_error(self) -> None:
        frame = self._frame() / self.devicePixelRatioF()
        self._error.setGeometry(self.framed_rect().adjusted(frame, frame, -frame, -frame).toAlignedRect())

    def _colours(self, current: Theme) -> list[int]:
        return current.table(self._table)

    def _pointer(self) -> Qt.CursorShape:
        return Qt.CursorShape.CrossCursor

    def _paint_image(self, painter: QPainter, grid: Grid, current: Theme) -> None:
        painter.fillRect(grid.picture, current.color("paper"))
        if self._loading is None and not self._image.isNull():
            painter.setOpacity(_STALE if self._stale else 1.0)
            painter.drawImage(grid.picture, self._image)
            painter.setOpacity(1.0)

    def _paint_marks(self, painter: QPainter, grid: Grid, current: Theme, ratio: float) -> None:
        if self._loading is not None:
            return
        if self._visible_until is not None:
            count, ranks = self._visible_until, self._ranks
            future = grid.after(count) if ranks is None else grid.runs(ranks >= count)
            pixel_paint.hatch(painter, future, grid.picture.topLeft(), current, ratio)
        super()._paint_marks(painter, grid, current, ratio)

    def _paint_words(self, painter: QPainter, current: Theme) -> None:
        picture = self.framed_rect()
        if self._loading is not None:
            painter.setFont(current.font("body"))
            painter.setPen(current.color("text3"))
            painter.drawText(picture, Qt.AlignmentFlag.AlignCenter, self._loading)
            self._paint_bar(painter, current, picture)
        elif self._stale:
            self._paint_pill(painter, current, picture, self.tr("updating"))
        else:
            self._paint_notice(painter, current, picture)

    def _paint_bar(self, painter: QPainter, current: Theme, picture: QRectF) -> None:
        if self._lap < 0:
            return
        frame, height = current.line("frame"), current.line("data")
        inner = picture.adjusted(frame, frame, -frame, -frame)
        width = inner.width() / 4
        left = inner.left() + (inner.width() - width) * self._lap / (_LAPS - 1)
        painter.fillRect(QRectF(left, inner.bottom() - height, width, height), current.color("accent"))

    def _paint_notice(self, painter: QPainter, current: Theme, picture: QRectF) -> None:
        font, margin = current.font("caption"), current.px(_MARGIN)
        room = picture.adjusted(2 * margin, 2 * margin, -2 * margin, -2 * margin)
        for said in self._notice:
            words = QFontMetricsF(font).boundingRect(room, _WRAPPED, said)
            if room.contains(words):
                painter.fillRect(words.adjusted(-margin, -margin, margin, margin), current.color("surface"))
                painter.setFont(font)
                painter.setPen(current.color("text2"))
                painter.drawText(words, _WRAPPED, said)
                return

    def _paint_pill(self, painter: QPainter, current: Theme, picture: QRectF, text: str) -> None:
        font = current.font("caption")
        size = QFontMetricsF(font).size(0, text)
        box = QRectF(0, 0, size.width() + 2 * current.px(10), size.height() + 2 * current.px(3))
        box.moveCenter(picture.center())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(current.color("line"), current.line("hairline")))
        painter.setBrush(current.color("surface"))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(font)
        painter.setPen(current.color("text2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the error inside the frame."""
        self._place_error()
        super().resizeEvent(event)
