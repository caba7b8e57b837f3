"""What each latent costs, as bars with numbers; one that has collapsed is named."""

import numpy as np
from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from genplay.ui import text, theme
from genplay.ui.tabs.vae.train.scene import Scene
from genplay.ui.theme import Theme
from genplay.ui.widgets.latent_name import latent

_ROW, _LOW_ROW, _MANY = 24, 17, 5  # px: a row of few latents, of many; more than so many are many
_BAR = 10
_NAME, _VALUE, _GAP = 26, 44, 6
_ENDS = (0.5, 1, 2, 3, 5, 10, 20, 50, 100, 1_000, 10_000)
"""Nats at the end of the longest bar there can be."""


class KlBars(QWidget):
    """A row a latent: its name, a bar as long as its KL, the number; or the word that it is inactive."""

    def __init__(self) -> None:
        super().__init__()
        self._scene = Scene()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("KL per dimension"))

    def show_scene(self, scene: Scene) -> None:
        """Show the KL of each latent; no number while another is awaited."""
        rows = len(self._names())
        self._scene = scene
        if len(self._names()) != rows:
            self.updateGeometry()
        self.setAccessibleDescription(self._told())
        self.update()

    def end(self) -> float:
        """Return the nats that the whole length stands for."""
        result = self._scene.current
        known = result.kl[np.isfinite(result.kl)] if result is not None else np.zeros(0)
        most = float(known.max()) if len(known) else 0.0
        return next((end for end in _ENDS if most <= end), _ENDS[-1])

    def _names(self) -> list[str]:
        return [latent(place) for place in range(self._scene.setup.latent)]

    def _told(self) -> str:
        if (result := self._scene.current) is None:
            return ""
        said = [
            f"{name} {text.nats(float(kl))}" + (f" {self.tr('inactive')}" if self._asleep(place) else "")
            for place, (name, kl) in enumerate(zip(self._names(), result.kl, strict=True))
        ]
        return ", ".join(said)

    def _asleep(self, place: int) -> bool:
        """Tell whether a latent has collapsed; before the first step none has learnt anything."""
        result = self._scene.current
        return result is not None and result.step > 0 and place in result.inactive

    def _values(self, now: Theme) -> int:
        """Return the width that the numbers take."""
        result, metrics = self._scene.current, QFontMetrics(now.font("body"))
        written = [text.nats(float(kl)) for kl in result.kl] if result is not None else []
        widest = max((metrics.horizontalAdvance(number) for number in written), default=0)
        return max(now.px(_VALUE), widest + now.px(_GAP))

    def _row(self) -> int:
        return theme.current().px(_ROW if len(self._names()) <= _MANY else _LOW_ROW)

    def sizeHint(self) -> QSize:
        """Ask for a row for each latent."""
        return QSize(theme.current().px(200), len(self._names()) * self._row())

    def minimumSizeHint(self) -> QSize:
        """Accept shorter bars."""
        return QSize(theme.current().px(150), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows."""
        now, height = theme.current(), self._row()
        with QPainter(self) as painter:
            for place, name in enumerate(self._names()):
                box = QRect(0, place * height, self.width(), height)
                painter.setFont(now.font("body"))
                painter.setPen(now.color("text2"))
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
                self._paint_row(painter, now, box, place)

    def _paint_row(self, painter: QPainter, now: Theme, box: QRect, place: int) -> None:
        """Draw the bar on its track, and the number."""
        left, right = now.px(_NAME), box.width() - self._values(now)
        top = box.top() + (box.height() - now.px(_BAR)) / 2
        track = QRectF(left, round(top), right - left, now.px(_BAR))
        painter.fillRect(track, now.color("sunken"))
        if now.name == "contrast":  # which has no tints
            painter.setPen(now.color("line"))
            painter.drawRect(track.adjusted(0, 0, -1, -1))
        if (result := self._scene.current) is None:
            return
        kl = float(result.kl[place])
        filled = QRectF(track)
        filled.setWidth(max(min(kl / self.end(), 1.0) * track.width(), 1.0))
        painter.fillRect(filled, now.color("orange"))
        painter.setFont(now.font("body"))
        painter.setPen(now.color("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text.nats(kl))
        if self._asleep(place):
            self._paint_asleep(painter, now, track, filled.right())

    def _paint_asleep(self, painter: QPainter, now: Theme, track: QRectF, reached: float) -> None:
        """Say on the empty track that nothing comes through here, and dash its edge."""
        pen = QPen(now.color("control"), now.line("hairline"))
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.fillRect(track, now.color("surface"))
        painter.drawRect(track.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.fillRect(
            QRectF(track.left(), track.top(), reached - track.left(), track.height()), now.color("orange")
        )
        painter.setFont(now.font("axis"))
        said, metrics = self.tr("inactive"), QFontMetrics(now.font("axis"))
        width = metrics.horizontalAdvance(said) + 2 * now.px(_GAP)
        middle = QRectF(
            track.center().x() - width / 2, track.center().y() - metrics.height() / 2, width, metrics.height()
        )
        painter.fillRect(middle, now.color("surface"))
        painter.setPen(now.color("text3"))
        painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, said)
