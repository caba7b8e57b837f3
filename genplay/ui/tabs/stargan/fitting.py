"""Which parts of the StarGAN tab there is room for, and how large they are. All in px at 100 %."""

from dataclasses import dataclass

from genplay.families.stargan import SIDE
from genplay.ui.tabs.fitted import HEAD

SPACING = 10
"""Between rows."""
FORMULA = 56
_SOURCE, _THUMB, _LINE = 36, 28, 18  # heights of the row of sources, of a line below a picture
_FRAME, _RULE = 2, 1
_ATTRIBUTES, _PROJECTED, _MOST_ATTRIBUTES = 250, 240, 330  # widths of the right column
_USUAL = 1084  # width in a window of 1280 x 720
BETWEEN = 20
"""Between the pictures and the attributes."""
_LEAST_GAP, _WIDEST_GAP = 10, 32
_PANEL = 206  # least height of what stands below, with its tabs
_ROOMY, _NARROW = 700, 340  # width from which all is said, from which all sources are there
_SEEN, _COUNTED = 88, 340  # least side of a picture beside others; height from which there is the number
_LEAST_LOWER, _PROJECTED_LOWER = 100, 220  # heights of what stands below; in projector mode
_RATED = 570  # height of the attributes from which, in projector mode, they leave room for the number
_LEAST_MAP = 2  # device pixels to one of the map below the pictures
_SPELLED, _LOW = 480, 420  # heights of the tab: from which there is a formula, below which less is said


@dataclass(frozen=True, slots=True)
class Fit:
    """How the tab is laid out.

    Attributes:
        parts: Those shown beside the face, its edit and the attributes: "formula", "truth", "difference",
            "source", "lower", "miss"; and "missed", where number and map stand below the pictures.
        pixel: Of the large pictures, which may be a fraction where a screen has finer ones.
        map: Of the map below them, 0 for none.
        lines: How many lines stand below these.
        attributes: Width of the right column.
        lower: Height of what stands below.
        gap: Between columns.
        terse: Whether the row of sources and the tabs below say less.
        narrow: Whether of the sources only the strip and one button have room.
    """

    parts: frozenset[str]
    pixel: float
    map: float
    lines: int
    attributes: int
    lower: int
    gap: int
    terse: bool
    narrow: bool


def fit(width: float, height: float, *, projector: bool, dots: float = 1.0) -> Fit:
    """Return the layout: the largest whole pixels with which what stands below has its least height.

    It is the same whatever stands below, so that nothing moves from under the pointer.

    Args:
        width: Of what is below the header, without margins.
        height: Likewise.
        projector: Whether in projector mode, where only what the last row can read is shown.
        dots: Device pixels to one px at 100 %.
    """
    if projector:
        return _sized(width, height, {"formula"}, 3, 0, dots)
    parts = {"formula"} if height >= _SPELLED else set[str]()
    return _sized(width, height, parts | {"source"}, 4, _PANEL, dots)


def _sized(width: float, height: float, parts: set[str], most: int, wanted: float, dots: float) -> Fit:
    """Return the layout with at most so many pictures, and so much height below them where there is.

    In projector mode nothing is wanted there, and there are no sources: the room that pictures as wide as
    the window leave is for what G missed, or if it is high for the panels.
    """
    grown = min(max(_ATTRIBUTES + 0.12 * (width - _USUAL), _ATTRIBUTES), _MOST_ATTRIBUTES)
    attributes = int(grown) if wanted else _PROJECTED
    left = width - attributes - BETWEEN
    count = next((n for n in range(most, 2, -1) if left >= n * _SEEN + (n - 1) * _LEAST_GAP), 2)
    parts = parts | set(("truth", "difference")[: count - 2]) | ({"miss"} if height >= _COUNTED else set())
    lines = 2 if wanted and height >= _LOW else 1
    room = height - (FORMULA + SPACING) * ("formula" in parts) - _above(parts, lines, dots)
    widest = (left - (count - 1) * _LEAST_GAP) / count - _FRAME
    largest = max(int(widest * dots / SIDE), 1)
    fine = next((p for p in range(largest, 1, -1) if room - SIDE * p / dots >= wanted), None)
    pixel = (fine or max(min(largest, int(2 * dots)), 1)) / dots
    rest = room - SIDE * pixel
    if wanted:
        parts |= {"lower"} if rest >= _LEAST_LOWER else set()
    else:
        parts |= {"lower"} if rest >= _PROJECTED_LOWER and height - FORMULA >= _RATED else {"missed"}
    below = int((rest - HEAD - _FRAME) * dots / SIDE) if "missed" in parts else 0
    spare = left - count * (SIDE * pixel + _FRAME)
    return Fit(
        parts=frozenset(parts),
        pixel=pixel,
        map=min(below / dots, pixel) if below >= _LEAST_MAP else 0,
        lines=lines,
        attributes=attributes,
        lower=int(max(rest, 0)),
        gap=int(min(max(spare / (count - 1), _LEAST_GAP), _WIDEST_GAP)),
        terse=left < _ROOMY,
        narrow=left < _NARROW,
    )


def _above(parts: set[str], lines: int, dots: float) -> float:
    """Return what stands above the panel below, but for the pictures themselves."""
    source = max(_THUMB * max(round(dots), 1) / dots + 7, _SOURCE)
    beside = HEAD + _FRAME + _LINE * lines + (source + SPACING) * ("source" in parts)
    return beside + 2 * SPACING + 2 * _RULE
