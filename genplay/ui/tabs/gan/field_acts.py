"""A move in slow motion on the field: what it draws, how D judges it, what it pays, where it leads."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from genplay.families.gan import Act, Floats, Loss, Moved
from genplay.ui.tabs.gan import field_marks
from genplay.ui.tabs.gan.relief import Relief
from genplay.ui.tabs.training.scatter import paint_dots
from genplay.ui.theme import Theme
from genplay.ui.widgets import halo
from genplay.ui.widgets.axes import Axes

PALE: frozenset[Act] = frozenset({"sample", "loss"})
"""The acts in which the surface does not matter."""
_SMALL, _LARGE = 2.4, 17.0  # px: a point that pays nothing, and one that pays ``_MOST``
_MOST = 3.0  # nats, or the like of other losses
_ARROWS = 60  # at most
_BATCH_REAL, _BATCH_FAKE = 5.2, 7.0  # px: points that are lit
_INSET, _INSET_PAD, _NOISE = 62, 8, 3.2  # px: the square of the noise, from the corner, and its points
_NORMAL_REACH = 3.0


def paint(
    painter: QPainter, axes: Axes, moved: Moved, act: Act, loss: Loss, relief: Relief, now: Theme
) -> None:
    """Draw the points of a move as an act shows them.

    Args:
        painter: What to draw with.
        axes: Where values are.
        moved: The move.
        act: What happens.
        loss: Which game is played.
        relief: What the colours of D, or of the critic, mean.
        now: The looks.
    """
    match act:
        case "sample":
            _paint_lit(painter, axes, moved, now)
        case "classify":
            field_marks.paint_toned(painter, axes, moved.real, relief.share(moved.d_real), now, real=True)
            field_marks.paint_toned(painter, axes, moved.fake, relief.share(moved.d_fake), now, real=False)
        case "loss":
            real, fake = paid(moved, loss, relief)
            for points, costs, kind in ((moved.fake, fake, False), (moved.real, real, True)):
                field_marks.paint_sized(painter, axes, points, _sizes(costs), now, real=kind)
        case "gradient":
            _paint_lit(painter, axes, moved, now)
            arrows = moved.arrows[:_ARROWS]
            field_marks.paint_arrows(painter, axes, moved.fake[: len(arrows)], arrows, now)
        case "update":
            if moved.player == "g":
                field_marks.paint_trails(painter, axes, moved.fake, moved.fake_after, now)
            field_marks.paint_real(painter, axes, moved.real, now)
            field_marks.paint_fake(painter, axes, moved.fake_after, now)


def paid(moved: Moved, loss: Loss, relief: Relief) -> tuple[Floats, Floats]:
    """Return what each real and each fake point of a move pays, (B,) or (0,) and (B,), 0 at least.

    In nats; of least squares and of a critic so that the worst pay ``_MOST``. The generator's minimax loss,
    log(1 - D), is never above 0: it pays as much as D sees through it.
    """
    real, fake = moved.d_real, moved.d_fake
    mine = moved.player == "d"
    if loss == "wasserstein":
        low, high = relief.middle - relief.limit, relief.middle + relief.limit
        scale = _MOST / (high - low)
        return (high - real) * scale, ((fake - low) if mine else (high - fake)) * scale
    if loss == "leastsquares":
        return _MOST * (real - 1) ** 2, _MOST * (fake**2 if mine else (fake - 1) ** 2)
    if not mine and loss == "minimax":
        return real, _MOST * (1 - fake)
    least = 1e-6
    return -np.log(real + least), -np.log((1 - fake if mine else fake) + least)


def _sizes(costs: Floats) -> Floats:
    """Return diameters whose areas are as the costs."""
    shares = np.clip(costs / _MOST, 0, 1)
    return np.sqrt(_SMALL**2 + (_LARGE**2 - _SMALL**2) * shares)


def _paint_lit(painter: QPainter, axes: Axes, moved: Moved, now: Theme) -> None:
    field_marks.paint_real(painter, axes, moved.real, now, _BATCH_REAL)
    field_marks.paint_fake(painter, axes, moved.fake, now, _BATCH_FAKE)


def paint_noise(painter: QPainter, axes: Axes, noise: Floats, now: Theme, *, uniform: bool) -> None:
    """Draw the noise that the fake points were made of in a small square at the top left.

    Args:
        painter: What to draw with.
        axes: Where the field's values are.
        noise: (B, 2), or (B, 1), which is drawn along a line.
        now: The looks.
        uniform: Whether it lies within -1 and 1.
    """
    side, pad = min(now.px(_INSET), axes.inner.width() / 4), now.px(_INSET_PAD)
    box = QRectF(axes.inner.left() + pad, axes.inner.top() + pad, side, side)
    painter.setPen(QPen(now.color("frame"), now.line("hairline")))
    painter.setBrush(now.color("surface"))
    painter.drawRect(box.translated(0.5, 0.5))
    reach = 1.15 if uniform else _NORMAL_REACH
    flat = noise if noise.shape[1] == 2 else np.concatenate([noise, np.zeros_like(noise)], 1)
    inside = flat[(np.abs(flat) < reach).all(1)]
    middle = np.array([box.center().x(), box.center().y()])
    places = middle + inside * (1, -1) * (side / 2 / reach)
    paint_dots(painter, places, now.color("orange"), _NOISE * now.scale, "diamond")
    painter.setFont(now.font("axis"))
    ascent = QFontMetricsF(painter.font()).ascent()
    halo.words(painter, QPointF(box.right() + now.px(5), box.top() + ascent), "z", now, "text")
