"""Where the lines of a growth plot are in pixels: worked out once for a size, painted often."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPolygonF

_NAME_AT = (0.655, 0.75, 0.8)  # of a line: where its name may stand under it


@dataclass(frozen=True, slots=True)
class Growth:
    """A line of the plot.

    Args:
        name: What it is called, translated.
        token: Its colour.
        exponents: log10 of its value at n = 1, 2, ... to the plot's last n.
        label: Written at the line, "" for nothing.
        beside: Whether the label stands at the line's end, with those of the lines that end there too,
            instead of under it.
    """

    name: str
    token: str
    exponents: Sequence[float]
    label: str = ""
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A dashed line at a known number: its label, translated, and log10 of the number."""

    label: str
    exponent: float


class Chart:
    """Lines in an area whose left edge is n = 0, whose right edge ``end``, and whose top the highest number.

    Args:
        lines: What grows; ``paths`` has a polygon for each, of about one point a pixel.
        references: What it is compared with; ``dashes`` has the height of each.
        end: The last n that is shown.
        area: Where.
    """

    def __init__(
        self, lines: Sequence[Growth], references: Sequence[Reference], end: int, area: QRectF
    ) -> None:
        self.end, self.area = end, area
        tops = [max(line.exponents[:end], default=1.0) for line in lines]
        self._highest = max([*tops, *(one.exponent for one in references), 1.0])
        self._left, self._bottom = area.left(), area.bottom()
        self._across, self._up = area.width() / end, area.height() / self._highest
        self.dashes = [self.y(one.exponent) for one in references]
        shown = self._shown()
        self._curves = [self._curve(line, shown) for line in lines]
        self.paths = [
            QPolygonF([QPointF(self.x(n), y) for n, y in zip(*curve, strict=True)]) for curve in self._curves
        ]

    def x(self, n: float) -> float:
        """Return where an n is across."""
        return self._left + n * self._across

    def y(self, exponent: float) -> float:
        """Return how far down a number is, given its log10; below 1 it is at the bottom."""
        return self._bottom - max(exponent, 0) * self._up

    def n_at(self, x: float) -> int:
        """Return the n that is nearest to a place across."""
        return min(max(round((x - self._left) / self._across), 1), self.end)

    def spans(self, left: float, right: float) -> list[tuple[float, float]]:
        """Return from where to where, downwards, each line and dashed line goes between two places across."""
        found = [(dash, dash) for dash in self.dashes]
        begin, end = self.n_at(left), self.n_at(right)
        for ns, ys in self._curves:
            # A point more at either end: the line goes on to it.
            passed = ys[max(bisect_left(ns, begin) - 1, 0) : bisect_right(ns, end) + 1]
            if passed and ns[-1] >= begin:
                found.append((min(passed), max(passed)))
        return found

    def free(
        self, left: float, right: float, high: float, taken: Iterable[tuple[float, float]], clear: float
    ) -> float:
        """Return the base of words that are off the lines, as near to halfway up as can be.

        Args:
            left: Where the words begin.
            right: Where they end.
            high: How high they are.
            taken: From where to where, downwards, there are other words.
            clear: The distance to keep, if there is room for it; the largest there is if not.
        """
        around, middle = [*self.spans(left, right), *taken], self.area.center().y()

        def liked(base: float) -> tuple[float, float]:
            room = min((max(upper - base, base - high - lower) for upper, lower in around), default=clear)
            return min(room, clear), -abs(base - middle)

        steps = range(max(int(self.area.height() - high), 0) + 1)
        return max((self._bottom - step for step in steps), key=liked)

    def under(self, path: QPolygonF, ascent: float, height: float, drop: float) -> QPointF:
        """Return where a name begins under its line, off the dashed lines if it can be.

        Args:
            path: The line, of a point at least.
            ascent: The name's font's.
            height: Likewise.
            drop: The distance to the line.
        """
        places = [path.at(int(share * path.size())) + QPointF(0, drop + ascent) for share in _NAME_AT]
        for place in places:
            if all(abs(place.y() - ascent / 2 - dash) > 0.65 * height for dash in self.dashes):
                return place
        return places[-1]

    def _shown(self) -> list[int]:
        pixels = int(self.area.width())
        if pixels >= self.end:
            return list(range(1, self.end + 1))
        return sorted({self.n_at(self._left + pixel) for pixel in range(pixels)} | {self.end})

    def _curve(self, line: Growth, shown: list[int]) -> tuple[list[int], list[float]]:
        last = min(len(line.exponents), self.end)
        ns = [n for n in shown if n < last] + [last] * (last > 0)
        return ns, [self.y(line.exponents[n - 1]) for n in ns]
