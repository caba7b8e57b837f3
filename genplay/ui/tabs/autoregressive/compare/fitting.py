"""How large the pictures of the side-by-side page can be. Constants are pixels at 100 % interface scale."""

from collections.abc import Callable
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


def fit(
    *,
    width: int,
    height: int,
    drawing: int,
    below: int,
    columns: int,
    rows: int,
    scale: float,
    frame: int,
    alone: bool = False,
    words: int = 0,
) -> Fit:
    """Return how large drawing and maps are: the maps as large as can be, then the drawing.

    Args:
        width: For drawing, words and maps, in actual pixels.
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
    beside = round((LABELS + _SLACK) * scale)
    apart = round(LEAST_BETWEEN * scale)
    tall = height / rows if rows else _ALONE * scale

    def room(canvas: int) -> int:
        """Return the width for each model, and for what is between two."""
        left = 0 if alone else max(canvas * SIDES + frame, below) + round(BESIDE * scale)
        return (width - left - beside) // columns

    def picture(canvas: int) -> int:
        return _pixels(min(room(canvas) - apart, tall) - frame)

    narrowest = max(SMALLEST * SIDES + frame, round(_NARROWEST * scale)) + apart
    tallest = max(int((drawing - frame) / SIDES), SMALLEST)
    least = min(max(int((below - frame) / SIDES), round(_LEAST * scale)), tallest)
    while room(least) < min(narrowest, room(least - 1)) and least > SMALLEST:
        least -= 1  # unless what stands below the drawing is wider
    largest = picture(least)
    more = _PROJECTED_MORE if words else _MORE
    most = min(tallest, max(round(_CANVAS * scale), int(more * largest)))
    easy = [words + apart] * (words > 0) + [(COLUMN + BETWEEN) * scale]
    sizes = [c for c in range(most, least, -1) if picture(c) == largest]
    canvas = next((c for enough in easy for c in sizes if room(c) >= enough), least)
    column = max(largest * SIDES + frame, min(round(COLUMN * scale), room(canvas) - apart))
    between = room(canvas) - column if words else min(room(canvas) - column, round(MOST_BETWEEN * scale))
    fits = tall - frame >= SMALLEST * SIDES and between >= apart
    return Fit(canvas, largest, column, max(between, 0), fits)


def _pixels(side: float) -> int:
    return min(max(int(side / SIDES), SMALLEST), LARGEST)
