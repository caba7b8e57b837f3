"""How large the pictures of the side-by-side page can be. Constants are pixels at 100 % interface scale."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from genplay.ui.tabs.autoregressive.fitting import LARGEST, SIDES, SMALLEST

LABELS = 104  # the words at the left of the maps
COLUMN = 112  # a model's scores need so much
WORDS = 176  # and so much with the gap beside them
BESIDE, GAP = 24, 8  # beside the drawing, between rows
LEAST_BETWEEN, BETWEEN, MOST_BETWEEN = 12, 26, 72  # between models
TERSE = 112  # from this height on a row has room for all its words
_CANVAS = 9  # pixel of the drawing that is large enough
_LEAST = 6  # pixel of a drawing that one can draw on
_NARROWEST = 90  # that a model's numbers need, with nothing beside them
_MORE, _PROJECTED_MORE = 2.2, 3.0  # times a map's pixel: a larger drawing would not help either
_SLACK = 6  # that grids lose by rounding
_ALONE = 142  # width of a model's scores where no map is shown
_COMFORTABLE, _DRAWABLE = 4, 5  # pixels of maps and drawing below which strip and switches make room

LAYOUTS = ((True, True), (False, True), (True, False), (False, False))
"""Whether (strip, switches) are shown, in the order in which they leave."""


class Fit(NamedTuple):
    """The pixels, whole numbers, of the drawing and of the maps, and widths in actual pixels.

    ``fits`` tells whether there is room for the smallest maps, and for the numbers side by side, at least.
    """

    canvas: int
    picture: int
    column: int
    between: int
    fits: bool = True


def choose(measure: Callable[[bool, bool], Fit], scale: float) -> tuple[bool, bool, Fit]:
    """Return (strip, switches, fit): the first layout whose pictures are comfortable, or the largest.

    Args:
        measure: Returns what a layout leaves room for.
        scale: Interface scale.
    """
    fits = [(strip, switches, measure(strip, switches)) for strip, switches in LAYOUTS]
    most = fits[-1][2]
    maps, drawing = min(_COMFORTABLE * scale, most.picture), min(_DRAWABLE * scale, most.canvas)
    easy = [t for t in fits if t[2].fits and t[2].picture >= maps and t[2].canvas >= drawing]
    return easy[0] if easy else fits[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What drawing, words and maps have to share.

    Attributes:
        width: For all of them, in actual pixels.
        height: For the maps.
        drawing: Height for the drawing's picture with its frame.
        below: Width of what stands below the drawing.
        columns: Models.
        rows: Maps of each of them.
        scale: Interface scale.
        frame: Frames of a picture, both sides together.
        alone: Whether the maps stand there without the drawing.
        words: In projector mode, the width of a model's large numbers, for which the drawing makes room if it
            stays large enough to draw on; else 0.
    """

    width: int
    height: int
    drawing: int
    below: int
    columns: int
    rows: int
    scale: float
    frame: int
    alone: bool = False
    words: int = 0

    def fit(self) -> Fit:
        """Return how large drawing and maps are: the maps as large as can be, then the drawing."""
        least = self._least()
        largest = self._picture(least)
        canvas = self._canvas(least, largest)
        room, apart = self._each(canvas), self._apart
        column = max(largest * SIDES + self.frame, min(round(COLUMN * self.scale), room - apart))
        between = room - column
        if not self.words:
            between = min(between, round(MOST_BETWEEN * self.scale))
        fits = self._tall - self.frame >= SMALLEST * SIDES and between >= apart
        return Fit(canvas, largest, column, max(between, 0), fits)

    @property
    def _apart(self) -> int:
        return round(LEAST_BETWEEN * self.scale)

    @property
    def _tall(self) -> float:
        """Height for a map with its frame."""
        return self.height / self.rows if self.rows else _ALONE * self.scale

    @property
    def _tallest(self) -> int:
        """Pixel of the largest drawing for which there is height."""
        return max(int((self.drawing - self.frame) / SIDES), SMALLEST)

    def _each(self, canvas: int) -> int:
        """Return the width for each model, and for what is between two, beside a drawing of such pixels."""
        left = max(canvas * SIDES + self.frame, self.below) + round(BESIDE * self.scale)
        beside = round((LABELS + _SLACK) * self.scale)
        return (self.width - (0 if self.alone else left) - beside) // self.columns

    def _picture(self, canvas: int) -> int:
        """Return the pixel of the largest maps beside such a drawing."""
        return _pixels(min(self._each(canvas) - self._apart, self._tall) - self.frame)

    def _least(self) -> int:
        """Return the pixel of the smallest drawing: no smaller than what stands below, if that helps."""
        narrowest = max(SMALLEST * SIDES + self.frame, round(_NARROWEST * self.scale)) + self._apart
        wanted = max(int((self.below - self.frame) / SIDES), round(_LEAST * self.scale))
        least = min(wanted, self._tallest)
        while self._each(least) < min(narrowest, self._each(least - 1)) and least > SMALLEST:
            least -= 1  # unless what stands below the drawing is wider
        return least

    def _canvas(self, least: int, largest: int) -> int:
        """Return the pixel of the drawing: the largest that takes nothing from the maps or their numbers."""
        more = _PROJECTED_MORE if self.words else _MORE
        most = min(self._tallest, max(round(_CANVAS * self.scale), int(more * largest)))
        easy = [self.words + self._apart] * (self.words > 0) + [(COLUMN + BETWEEN) * self.scale]
        sizes = [canvas for canvas in range(most, least, -1) if self._picture(canvas) == largest]
        return next((c for enough in easy for c in sizes if self._each(c) >= enough), least)


def _pixels(side: float) -> int:
    return min(max(int(side / SIDES), SMALLEST), LARGEST)
