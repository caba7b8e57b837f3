"""What D reads of one attribute: a bar for the edited face, a mark for the face, the probability."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from genplay.ui import text, theme

_THICK, _MARK, _LONG, _LEAST, _GAP = 8, 16, 56, 24, 6  # px at 100 %
_NONE = "–"


class ReadingBar(QWidget):
    """A probability of the edited face, filled from the left, beside that of the face, a mark across.

    Args:
        name: The attribute, in words.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self._before: float | None = None
        self._after: float | None = None
        self.setAccessibleName(self.tr("D reads {attribute}").format(attribute=name))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_reading(self, before: float | None, after: float | None) -> None:
        """Show what D reads in the face and in the edited face, 0 to 1; None where it is not known."""
        if (before, after) != (self._before, self._after):
            self._before, self._after = before, after
            said = self.tr("face {before}, edited {after}")
            self.setAccessibleDescription(said.format(before=_written(before), after=_written(after)))
            self.setToolTip(self.accessibleDescription())
            self.update()

    def track(self) -> QRectF:
        """Return where the bar may be."""
        now = theme.current()
        wide = self.width() - self._numbers() - now.px(_GAP)
        return QRectF(0, (self.height() - now.px(_THICK)) // 2, max(wide, 1), now.px(_THICK))

    def bar(self) -> QRectF:
        """Return where the bar is; it is empty where nothing is known of the edited face."""
        track = self.track()
        track.setWidth(0 if not self._after else max(round(self._after * track.width()), 1))
        return track

    def mark(self) -> QRectF:
        """Return where the mark is; it is empty where nothing is known of the face."""
        now, track = theme.current(), self.track()
        if self._before is None:
            return QRectF()
        wide, high = now.px(2), now.px(_MARK)
        left = round(self._before * (track.width() - wide))
        return QRectF(left, track.center().y() - high / 2, wide, high)

    def _numbers(self) -> int:
        return int(QFontMetricsF(theme.current().font("axis")).horizontalAdvance("0.000")) + 1

    def sizeHint(self) -> QSize:
        """Ask for 56 px at 100 %, and the number."""
        now = theme.current()
        return QSize(now.px(_LONG + _GAP) + self._numbers(), now.px(_MARK))

    def minimumSizeHint(self) -> QSize:
        """Accept a bar of 32."""
        now = theme.current()
        return QSize(now.px(_LEAST + _GAP) + self._numbers(), now.px(_MARK))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw track, bar, mark and number."""
        now, track = theme.current(), self.track()
        with QPainter(self) as painter:
            painter.fillRect(track, now.color("sunken"))
            if now.name == "contrast":  # which has no tints
                painter.setPen(now.color("line"))
                painter.drawRect(track.adjusted(0, 0, -1, -1))
            painter.fillRect(self.bar(), now.color("blue"))
            if self._before is not None:
                mark = self.mark()
                around = now.px(1)
                painter.fillRect(mark.adjusted(-around, 0, around, 0), now.color("surface"))
                painter.fillRect(mark, now.color("text"))
            painter.setFont(now.font("axis"))
            painter.setPen(now.color("text2"))
            middle = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            shown = self._before if self._after is None else self._after
            painter.drawText(QRectF(self.rect()), middle, _written(shown))


def _written(share: float | None) -> str:
    return _NONE if share is None else text.prob(share)
