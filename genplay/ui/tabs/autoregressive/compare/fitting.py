"""How large the pictures of the side-by-side page can be. Constants are pixels at 100 % interface scale."""

from typing import NamedTuple

from genplay.ui.tabs.autoregressive.fitting import LARGEST, SIDES, SMALLEST

LABELS = 104  # the words at the left of the maps
BESIDE, BETWEEN, MOST_BETWEEN, GAP = 24, 26, 72, 8  # beside the drawing, between models, between rows
HEAD, FOOT = 59, 18  # above and below the maps
TERSE, NARROW = 120, 136  # from this height on a row, and from this width on a head, have room for all
_CANVAS = 9  # pixel of the drawing that is large enough
_MORE = 2.2  # times a map's pixel: a larger drawing would not help either
_LEAST = 5  # pixel of the drawing


class Fit(NamedTuple):
    """The pixels, whole numbers, of the drawing and of the maps, and the space between models."""

    canvas: int
    picture: int
    between: int


def fit(
    *,
    width: int,
    height: int,
    beside: int,
    drawing: int,
    columns: int,
    rows: int,
    scale: float,
    frame: int,
) -> Fit:
    """Return how large drawing and maps are: the maps as large as can be, then the drawing.

    Args:
        width: Of the page, in actual pixels, without its margins and without the drawing's tools.
        height: Below the strip.
        beside: What stands between drawing, words and maps.
        drawing: Height for the drawing's picture with its frame.
        columns: Models.
        rows: Maps of each of them.
        scale: Interface scale.
        frame: Frames of a picture, both sides together.
    """
    tall = height / max(rows, 1) - frame

    def picture(canvas: int) -> int:
        wide = (width - canvas * SIDES - frame - beside) / columns - round(BETWEEN * scale) - frame
        return _pixels(min(wide, tall))

    least = max(min(round(_LEAST * scale), _pixels(drawing - frame)), SMALLEST)
    largest = picture(least)
    most = min(_pixels(drawing - frame), max(round(_CANVAS * scale), int(_MORE * largest)))
    canvas = next((pixel for pixel in range(most, least, -1) if picture(pixel) == largest), least)
    spare = width - canvas * SIDES - frame - beside - columns * (largest * SIDES + frame)
    between = min(max(spare // columns, round(BETWEEN * scale)), round(MOST_BETWEEN * scale))
    return Fit(canvas, largest, between)


def _pixels(side: float) -> int:
    return min(max(int(side / SIDES), SMALLEST), LARGEST)
