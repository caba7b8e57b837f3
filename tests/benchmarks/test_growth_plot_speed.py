"""Painting the growth plot against working all of it out for every point, in one run.

Run with ``pytest tests/benchmarks --benchmark-only -s``.
"""

import time
from collections.abc import Callable, Sequence
from statistics import median

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPixmap, QPolygonF

from genplay.ui import theme
from genplay.ui.tabs.foundations.view import _growth
from genplay.ui.widgets.growth_plot import Growth, GrowthPlot, Reference

WIDTH, HEIGHTS = 1084, {"below the panels": 78, "on the page of counts": 240}
AREA = 168, 6, 716, 27  # left, top, width, and what is above and below


def literal(lines: Sequence[Growth], references: Sequence[Reference], end: int, picture: QPixmap) -> None:
    """Draw the lines as they are defined: every point's height is a share of the highest of all points."""
    left, top, width, around = AREA
    area = QRectF(left, top, width, picture.height() - around)

    def highest() -> float:
        tops = [max(line.exponents[:end]) for line in lines]
        return max([*tops, *(reference.exponent for reference in references)])

    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for line in lines:
            xs = [area.left() + n / end * area.width() for n in range(1, end + 1)]
            ys = [area.bottom() - value / highest() * area.height() for value in line.exponents[:end]]
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in zip(xs, ys, strict=True)]))


def seconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


@pytest.mark.benchmark(group="growth plot")
@pytest.mark.parametrize("height", HEIGHTS.values(), ids=list(HEIGHTS))
@pytest.mark.parametrize("n", [12, 784])
def test_painting_and_a_step_of_a_drag(benchmark, qapp, qtbot, n, height):
    theme.apply(qapp, theme.Theme())
    plot, picture = GrowthPlot(), QPixmap(WIDTH, height)
    qtbot.addWidget(plot)
    plot.resize(WIDTH, height)
    lines, references = _growth(4)
    plot.set_lines(lines, references)
    plot.set_n(n)

    def step(to: int) -> None:
        plot.set_n(to)
        plot.render(picture)

    first = seconds(lambda: plot.render(picture))
    slow = median(seconds(lambda: literal(lines, references, plot.axis_end(), picture)) for _ in range(5))
    benchmark(lambda: plot.render(picture))
    steps = [seconds(lambda to=to: step(to)) for to in range(n, n - 10, -1)]
    fast = benchmark.stats.stats.median
    print(
        f"\npainted in {1e3 * fast:.2f} ms, at first in {1e3 * first:.2f} ms, literally in "
        f"{1e3 * slow:.1f} ms, {slow / fast:.0f} times as long; "
        f"a step of a drag takes {1e3 * median(steps):.2f} ms"
    )
