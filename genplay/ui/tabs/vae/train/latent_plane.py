"""The latent plane: where q puts the data, in the colours of their classes, and the prior around 0."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen

from genplay.families.vae.live import LiveStep
from genplay.ui import text
from genplay.ui.tabs.vae.train import words
from genplay.ui.tabs.vae.train.colours import class_colour
from genplay.ui.tabs.vae.train.plane import Plane
from genplay.ui.tabs.vae.train.scatter import paint_dots
from genplay.ui.tabs.vae.train.scene import Scene
from genplay.ui.theme import Theme

_REACHES = (3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 1_000, 10_000, 100_000)
_WITHIN = 0.995  # of the means, those in the plane; the others lie at its edge
_DOT = 4.2  # px
_APART = 11  # px: digits that are printed are not closer to each other
_LANE = 0.62  # of the height of a row that its points fill
_LANES = 1.87  # of the height of 2: below them stand the ticks
_CIRCLES = (1.0, 2.0)  # sd


class LatentPlane(Plane):
    """The means of q of all data; of many latents the two with the most KL, of one a row for each class."""

    def __init__(self) -> None:
        super().__init__(self.tr("Latent plane"))
        self._reach: float = _REACHES[0]

    def show_scene(self, scene: Scene) -> None:
        """Show what there is; painting asks for the reach hundreds of times."""
        if scene.result is not None and scene.result is not self._scene.result:
            farthest = float(np.quantile(np.abs(self._shown(scene.result)), _WITHIN))
            self._reach = next((reach for reach in _REACHES if farthest <= reach), _REACHES[-1])
        super().show_scene(scene)

    def reach(self) -> float:
        """Return a round number that nearly all means are within."""
        return self._reach

    def told(self) -> str:
        """Return which latents are shown, and how far they reach."""
        if (result := self._scene.result) is None:
            return ""
        said = self.tr("{latents} of {count} codes, from {low} to {high}")
        latents, reach = ", ".join(map(words.latent, words.axes(result))), text.number(self.reach(), 0)
        return said.format(
            latents=latents, count=text.count(len(result.means)), low=text.MINUS + reach, high=reach
        )

    def codes(self) -> NDArray[np.floating]:
        """Return where the means are in the plane, (N, 2)."""
        result = self._scene.result
        if result is None:
            return np.zeros((0, 2))
        shown = self._shown(result)
        if shown.shape[1] == 2:
            return shown
        return np.concatenate([shown, self._lanes(result.labels)[:, None]], 1)

    def paint_content(self, painter: QPainter, now: Theme) -> None:
        """Draw grid, prior, points, and the digits at the middle of their class."""
        result = self._scene.result
        assert result is not None
        flat, reach = len(result.kl) == 1, self.reach()
        ticks = _ticks(reach)
        self.paint_grid(painter, now, ticks, across=not flat)
        places, labels = self.places(self.codes()), result.labels
        for label in np.unique(labels).tolist():
            paint_dots(painter, places[labels == label], class_colour(label), _DOT * now.scale)
        self._paint_prior(painter, now, flat)
        spare = int(QFontMetricsF(now.font("axis")).horizontalAdvance(words.latent(9) + " →")) + now.px(6)
        self.paint_ticks(painter, now, ticks, across=not flat, spare=spare)
        self._paint_axes(painter, now, words.axes(result))
        if result.plan.setup.data == "digits":
            self._paint_digits(painter, now, places, labels, flat)

    def _shown(self, result: LiveStep) -> NDArray[np.floating]:
        return result.means[:, list(words.axes(result))]

    def _lanes(self, labels: NDArray[np.uint8]) -> NDArray[np.floating]:
        """Return the height of each point in the row of its class: scattered, always in the same way."""
        names, rows = np.unique(labels, return_inverse=True)
        scattered = np.random.default_rng(0).random(len(labels)) - 0.5
        high = _LANES / len(names)
        middle = 1 - (rows + 0.5) * high
        return (middle + _LANE * scattered * high) * self.reach()

    def _paint_prior(self, painter: QPainter, now: Theme, flat: bool) -> None:
        pen = QPen(now.color("text2"), now.line("reference"))
        pen.setDashPattern([5, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for radius in _CIRCLES:
            low, high = self.place(-radius, -radius), self.place(radius, radius)
            if not flat:
                painter.drawEllipse(QRectF(low, high).normalized())
            else:
                for x in (low.x(), high.x()):
                    painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))

    def _paint_axes(self, painter: QPainter, now: Theme, axes: tuple[int, ...]) -> None:
        """Name the axes where they end."""
        font, path, pad = now.font("axis"), QPainterPath(), now.px(6)
        metrics = QFontMetricsF(font)
        across = f"{words.latent(axes[0])} →"
        right = self.width() - pad - metrics.horizontalAdvance(across)
        path.addText(QPointF(right, self.height() - now.px(5)), font, across)
        if len(axes) > 1:
            path.addText(QPointF(pad, pad + metrics.ascent()), font, f"{words.latent(axes[1])} ↑")
        self.paint_words(painter, now, path, "text2")

    def _paint_digits(
        self,
        painter: QPainter,
        now: Theme,
        places: NDArray[np.floating],
        labels: NDArray[np.uint8],
        flat: bool,
    ) -> None:
        """Print each digit on paper at the median of its class; of one latent at the left of its row."""
        font = now.font("label")
        font.setPixelSize(now.px(15))
        metrics, path, printed = QFontMetricsF(font), QPainterPath(), []
        for label in np.unique(labels).tolist():
            x, y = np.median(places[labels == label], axis=0).tolist()
            x = now.px(14) if flat else x
            if any(np.hypot(x - other_x, y - other_y) < now.px(_APART) for other_x, other_y in printed):
                continue  # nobody could read either
            printed.append((x, y))
            width = metrics.horizontalAdvance(str(label))
            path.addText(QPointF(x - width / 2, y + metrics.capHeight() / 2), font, str(label))
        self.paint_words(painter, now, path, "ink")


def _ticks(reach: float) -> tuple[float, ...]:
    step = {3: 1, 4: 2, 6: 2, 8: 4, 12: 4}.get(int(reach), reach / 4)
    most = int((reach - step / 4) / step)
    return tuple(step * place for place in range(-most, most + 1))
