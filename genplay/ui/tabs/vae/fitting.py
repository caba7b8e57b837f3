"""Which parts of the explore page there is room for, and how large they are."""

from collections.abc import Set
from dataclasses import dataclass
from math import ceil

HEAD = (17, 12, 15, 0)
"""px at 100 %: left, top, right, bottom, of the header."""
MARGINS = (17, 0, 15, 11)
PROJECTED_MARGINS = (26, 20, 26, 16)
"""The same of what is below it."""
GAP, SPACING = 20, 10
"""px at 100 %: between columns, and between rows."""
TOP = 32
"""px at 100 %: from the top of a column to its picture: all of them begin at one height."""

PARTS = frozenset(
    {"formula", "drawing", "latents", "map", "posterior", "decoded", "compared", "lower", "transport"}
)
"""What there is to show; "compared" is the drawing beside its own picture, below the decoded one."""
_PROJECTED = frozenset({"formula", "map", "decoded", "transport"})
_LEAST = {
    "formula": (0, 320),
    "drawing": (640, 320),
    "decoded": (480, 0),
    "posterior": (860, 350),
    "latents": (700, 465),
    "compared": (1000, 500),
    "lower": (745, 590),
}
"""Width and height of the content, in px at 100 %, that a part wants to be shown at all.

The formula stays longest: its values are the ledger in one line.
"""
_LEAST_EXACT = _LEAST | {
    "posterior": (745, 350),
    "lower": (745, 480),
    "latents": (700, 545),
    "compared": (1000, 590),
}
"""The same with two latents: the ledger stays longer, since the map does what the sliders do."""
_LOWER, _MOST_LOWER = 92, 160  # px at 100 %: height of what stands below the pictures
_HIGHEST_LOWER = 180  # the same where the map gives up height so that the others have their width
_CANVAS, _DECODED = 7, 8  # px at 100 % of one of the drawing's, of one of the decoded picture's
NAMED = 2
SMALLEST = 5
"""px at 100 % of one of either, where the page is low or narrow."""
_TOOLS = 42  # px at 100 %: beside the drawing, and its frame
_POSTERIOR, _NARROW = 216, 168  # px at 100 %: width of its column, and where there is little room
_BETWEEN = 20  # px at 100 %: between the pictures below the decoded one
_USUAL = 600  # px: height of the content of a window of 1280 x 720
_HEAD_OF_MAP = 260  # px at 100 %: width of the map's name and choices
_WIDEST_GAP = 56  # px at 100 %: between columns, where the map is too low to fill the width
_RULE = 11  # px at 100 %: height of the rule above what stands below, and of the space below it
_FORMULA = 66  # px at 100 %: its height, and the space below it
_FIXED = 137  # px at 100 %: height of formula, rule, transport and the spaces between
_BELOW_CANVAS, _BELOW_DECODED = 53, 24  # px at 100 %: height of the examples, of the legend
_SLIDERS = {True: 84, False: 116}
"""Height in px at 100 % that the latents want: two of two, four of more."""
_MOST_GROWN = 1.8
_PROJECTED_LEAST = {"lower": (600, 560), "posterior": (760, 400)}
"""The same in projector mode, of what may be there beside the parts that always are."""


def shown(width: float, height: float, *, projector: bool, exact: bool = True) -> frozenset[str]:
    """Return the parts that there is room for.

    Args:
        width: Of the content, in px at 100 %.
        height: Likewise.
        projector: Whether in projector mode.
        exact: Whether there are two latents, so that there is a posterior and a whole ledger to show.
    """
    if projector:
        least = dict.fromkeys(_PROJECTED, (0, 0)) | _PROJECTED_LEAST
    else:
        least = dict.fromkeys(PARTS, (0, 0)) | (_LEAST_EXACT if exact else _LEAST)
    return frozenset(part for part, (wide, high) in least.items() if width >= wide and height >= high)


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large the parts are, in px at 100 %.

    Attributes:
        canvas: One pixel of the drawing.
        left: Width of its column.
        posterior: Width of the posterior's column.
        pixel: One pixel of the decoded picture.
        decoded: Width of its column.
        small: One pixel of the pictures below it; from ``NAMED`` on their names have room.
        lower: Height of what stands below the columns.
        gap: Between two columns.
    """

    canvas: int
    left: int
    posterior: int
    pixel: int
    decoded: int
    small: int
    lower: int
    gap: int


def sizes(width: float, height: float, parts: Set[str], *, exact: bool = True) -> Sizes:
    """Return how large the parts are: the map is a square as high as it can be, the others share the rest.

    Where the page is low or narrow, the pictures beside the map are smaller than they usually are.

    Args:
        width: Of the content, in px at 100 %.
        height: Likewise.
        parts: Those that are shown.
        exact: Whether there are two latents.
    """
    lower = round(min(max(_LOWER + 0.2 * (height - _USUAL), _LOWER), _MOST_LOWER))
    least = {"drawing": _column(_CANVAS), "posterior": _POSTERIOR, "decoded": _side(_DECODED)}
    beside = [wide for part, wide in least.items() if part in parts]
    high = height - _FIXED + (-lower if "lower" in parts else _RULE)
    high += 0 if "formula" in parts else _FORMULA
    room = width - GAP * len(beside) - (high - TOP)
    given = max(sum(beside) - room, 0)
    if "lower" in parts and given <= _HIGHEST_LOWER - lower:
        lower, high, room = lower + ceil(given), high - given, room + given
    grown = min(room / max(sum(beside), 1), high / (_USUAL - _FIXED - _LOWER), _MOST_GROWN)
    grown = max(grown, 1.0)
    sliders = _SLIDERS[exact] if "latents" in parts else 0
    canvas = min(int(_CANVAS * grown), _highest(high - TOP - _BELOW_CANVAS - sliders))
    pixel = min(int(_DECODED * grown), _highest(high - TOP - _BELOW_DECODED))
    canvas, pixel = _narrowed(canvas, pixel, parts, room)
    left, decoded = _column(canvas), _side(pixel)
    posterior = int(min(max(room - left - decoded, _NARROW), max(decoded, _POSTERIOR)))
    columns = {"drawing": left, "posterior": posterior, "decoded": decoded}
    spare = room - sum(columns[part] for part in least if part in parts) - max(_HEAD_OF_MAP - high + TOP, 0)
    return Sizes(
        canvas=canvas,
        left=left,
        posterior=posterior,
        pixel=pixel,
        decoded=decoded,
        small=max((decoded - 2 * _BETWEEN - 6) // (3 * 28), 1),
        lower=lower,
        gap=int(min(max(GAP + spare / max(len(beside), 1), GAP), _WIDEST_GAP)),
    )


def _narrowed(canvas: int, pixel: int, parts: Set[str], room: float) -> tuple[int, int]:
    """Return the pixels with which the columns fit beside the map: it is the last that gives way."""
    smaller = [(canvas, less) for less in range(pixel, SMALLEST - 1, -1)]
    smaller += [(less, SMALLEST) for less in range(canvas - 1, SMALLEST - 1, -1)]
    for posterior in (_POSTERIOR, _NARROW):
        for pixels in smaller:
            columns = {"drawing": _column(pixels[0]), "posterior": posterior, "decoded": _side(pixels[1])}
            if sum(wide for part, wide in columns.items() if part in parts) <= room:
                return pixels
    return smaller[-1]


def _highest(room: float) -> int:
    """Return the pixel of a picture so high."""
    return max(int((room - 2) // 28), SMALLEST)


def _column(canvas: int) -> int:
    return _side(canvas) + _TOOLS - 2


def _side(pixel: int) -> int:
    return 28 * pixel + 2
