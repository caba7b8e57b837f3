"""Which parts of the StarGAN tab there is room for, and how large they are. All in px at 100 %."""

from dataclasses import dataclass

from genplay.families.stargan import SIDE, Lower
from genplay.ui.tabs.fitted import HEAD

MARGINS = (17, 12, 15, 11)
PROJECTED_MARGINS = (26, 20, 26, 16)
"""Left, top, right, bottom."""
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
_TABS, _NAMES = 34, 20  # above the panel below; of a wall's columns
_LOWER: dict[Lower, int] = {
    "singles": 172,
    "chain": 172,
    "back": 172,
    "inside": 172,
    "maker": 172,
}
"""Least heights of what is below its tabs, of one kind so that the pictures stay where they are."""
_ROOMY, _NARROW = 700, 340  # width from which all is said, from which all sources are there
_ROWS, _CELL = 4, 66  # of the wall of several faces: rows that are to be seen well, and how high
_SEEN, _COUNTED = 88, 340  # least side of a picture beside others; height from which there is the number
_LEAST_LOWER, _PROJECTED_LOWER = 100, 220  # of what stands below; in projector mode with the number
_LOW = 420  # height of a tab in which less is said


@dataclass(frozen=True, slots=True)
class Fit:
    """How the tab is laid out.

    Attributes:
        parts: Those shown beside the face, its edit and the attributes: "formula", "truth", "difference",
            "source", "lower", "miss".
        pixel: Of the large pictures, which may be a fraction where a screen has finer ones.
        lines: How many lines stand below these.
        attributes: Width of the right column.
        lower: Height of what stands below.
        gap: Between columns.
        terse: Whether the row of sources and the tabs below say less.
        narrow: Whether of the sources only the strip and one button have room.
    """

    parts: frozenset[str]
    pixel: float
    lines: int
    attributes: int
    lower: int
    gap: int

    terse: bool
    narrow: bool


def fit(width: float, height: float, lower: Lower, *, projector: bool, dots: float = 1.0) -> Fit:
    """Return the layout: the largest whole pixels with which what stands below has its least height.

    Args:
        width: Of what is below the header, without margins.
        height: Likewise.
        lower: What stands below.
        projector: Whether in projector mode, where only what the last row can read is shown.
        dots: Device pixels to one px at 100 %.
    """
    parts = {"formula"} if height >= 480 or projector else set[str]()
    room = height - (FORMULA + SPACING) * ("formula" in parts)
    grown = min(max(_ATTRIBUTES + 0.12 * (width - _USUAL), _ATTRIBUTES), _MOST_ATTRIBUTES)
    attributes = _PROJECTED if projector else int(grown)
    left = width - attributes - BETWEEN
    count = 3 if projector else 4
    while count > 2 and left < count * _SEEN + (count - 1) * _LEAST_GAP:
        count -= 1
    parts |= {"truth"} if count > 2 else set()
    parts |= {"difference"} if count > 3 else set()
    if lower != "faces" and not projector:  # that wall is where faces are chosen, and has the height
        parts |= {"source"}
    if height >= _COUNTED:
        parts |= {"miss"}
    lines = 0 if lower == "faces" and not projector else 1 if projector or height < _LOW else 2
    wanted = 0 if projector else _wanted(lower)
    source = max(_THUMB * max(round(dots), 1) / dots + 7, _SOURCE)
    above = HEAD + _FRAME + _LINE * lines + (source + SPACING) * ("source" in parts) + 1
    widest = (left - (count - 1) * _LEAST_GAP) / count - _FRAME
    most = max(int(widest * dots / SIDE), 1)
    fine = next((p for p in range(most, 1, -1) if _below(room, above, SIDE * p / dots) >= wanted), None)
    pixel = (fine or max(min(most, int(2 * dots)), 1)) / dots
    rest = _below(room, above, SIDE * pixel)
    if rest >= (_PROJECTED_LOWER if projector else _LEAST_LOWER):
        parts |= {"lower"}
    spare = left - count * (SIDE * pixel + _FRAME)
    gap = int(min(max(spare / (count - 1), _LEAST_GAP), _WIDEST_GAP))
    return Fit(
        parts=frozenset(parts),
        pixel=pixel,
        lines=lines,
        attributes=attributes,
        lower=int(max(rest, 0)),
        gap=gap,
        terse=left < _ROOMY,
        narrow=left < _NARROW,
    )


def _below(room: float, above: float, side: float) -> float:
    return room - above - side - 2 * SPACING - _RULE


def _wanted(lower: Lower) -> int:
    if lower == "faces":
        return _TABS + _ROWS * _CELL + _NAMES
    return _TABS + _LOWER[lower]
