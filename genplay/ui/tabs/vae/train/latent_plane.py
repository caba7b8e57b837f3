"""The latent plane: where q puts the data, in the colours of their classes, and the prior around 0."""

from math import hypot

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from genplay.families.vae.live import LiveStep
from genplay.ui import text, theme
from genplay.ui.tabs.training.plane import Plane
from genplay.ui.tabs.vae.train import words
from genplay.ui.tabs.vae.train.scene import Scene
from genplay.ui.theme import Theme
from genplay.ui.widgets import halo
from genplay.ui.widgets.cloud import Cloud
from genplay.ui.widgets.latent_name import latent

_REACHES = (3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 1_000, 10_000, 100_000)
_WITHIN = 0.995  # of the means, those in the plane; the others lie at its edge
_APART = 11  # px between the middles of classes that are named
_LANE = 0.62  # of the height of a row that its points fill
_LANES = 1.87  # of the height of 2: below them stand the ticks
_DIGITS = tuple(map(str, range(10)))
_CIRCLES = (1.0, 2.0)  # sd


class LatentPlane(Plane[Scene]):
    """The means of q of all data; of many latents the two with the most KL, of one a row for each class."""

    def __init__(self) -> None:
        super().__init__(self.tr("Latent plane"), Scene())
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
        latents, reach = ", ".join(map(latent, words.axes(result))), text.number(self.reach(), 0)
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

    def named(self, cloud: Cloud) -> list[int]:
        """Return the classes whose middles are apart: before the first steps a name would mean nothing."""
        apart, taken = theme.current().px(_APART), list[QPointF]()
        found: list[int] = []
        for label, median in cloud.medians(range(len(cloud.names))).items():
            at = self.place(*median)
            if all(hypot(at.x() - other.x(), at.y() - other.y()) >= apart for other in taken):
                taken.append(at)
                found.append(label)
        return found

    def paint_content(self, painter: QPainter, now: Theme) -> None:
        """Draw grid, prior, points, and the digits at the middle of their class."""
        result = self._scene.result
        assert result is not None
        flat, reach = len(result.kl) == 1, self.reach()
        ticks = _ticks(reach)
        self.paint_grid(painter, now, ticks, across=not flat)
        cloud, shown = self._cloud(result), np.unique(result.labels).tolist()
        cloud.paint(painter, self.axes(), now, shown, small=False, vector=False)
        self._paint_prior(painter, now, flat)
        spare = int(QFontMetricsF(now.font("axis")).horizontalAdvance(latent(9) + " →")) + now.px(6)
        self.paint_ticks(painter, now, ticks, across=not flat, spare=spare)
        self._paint_axes(painter, now, words.axes(result))
        if flat:
            self._paint_rows(painter, now, cloud)
        else:
            cloud.paint_names(painter, self.axes(), now, self.named(cloud))

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

    def _cloud(self, result: LiveStep) -> Cloud:
        """Return the points; digits are named, parts of a shape have no names."""
        digits = result.plan.setup.data == "digits"
        return Cloud(self.within(self.codes()), result.labels, _DIGITS if digits else ())

    def _paint_axes(self, painter: QPainter, now: Theme, axes: tuple[int, ...]) -> None:
        """Name the axes where they end."""
        painter.setFont(now.font("axis"))
        metrics, pad = QFontMetricsF(painter.font()), now.px(6)
        across = f"{latent(axes[0])} →"
        right = self.width() - pad - metrics.horizontalAdvance(across)
        halo.words(painter, QPointF(right, self.height() - now.px(5)), across, now, "text2")
        if len(axes) > 1:
            up = f"{latent(axes[1])} ↑"
            halo.words(painter, QPointF(pad, pad + metrics.ascent()), up, now, "text2")

    def _paint_rows(self, painter: QPainter, now: Theme, cloud: Cloud) -> None:
        """Print each digit at the left of its row."""
        font = now.font("label")
        font.setPixelSize(now.px(15))
        painter.setFont(font)
        for label, (_, y) in cloud.medians(range(len(cloud.names))).items():
            base = QPointF(now.px(10), self.place(0, y).y() + QFontMetricsF(font).capHeight() / 2)
            halo.words(painter, base, cloud.names[label], now, "ink")


def _ticks(reach: float) -> tuple[float, ...]:
    step = {3: 1, 4: 2, 6: 2, 8: 4, 12: 4}.get(int(reach), reach / 4)
    most = int((reach - step / 4) / step)
    return tuple(step * place for place in range(-most, most + 1))
