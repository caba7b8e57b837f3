"""Which parts of the explore page there is room for, and how large they are."""

from collections.abc import Set
from dataclasses import dataclass

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
    "formula": (0, 400),
    "drawing": (700, 355),
    "latents": (700, 465),
    "posterior": (1000, 500),
    "decoded": (480, 0),
    "compared": (480, 465),
    "lower": (780, 590),
}
"""Width and height of the content, in px at 100 %, that a part wants to be shown at all."""
_LOWER, _MOST_LOWER = 92, 160  # px at 100 %: height of what stands below the pictures
_CANVAS, _DECODED = 7, 8  # px at 100 % of one of the drawing's, of one of the decoded picture's
_TOOLS = 42  # px at 100 %: beside the drawing, and its frame
_POSTERIOR = 216  # px at 100 %: width of its column
_BETWEEN = 20  # px at 100 %: between the pictures below the decoded one
_USUAL = 600  # px: height of the content of a window of 1280 x 720
_FIXED = 137  # px at 100 %: height of formula, rule, transport and the spaces between
_MOST_GROWN = 1.8
_PROJECTED_LEAST = {"lower": (600, 560), "posterior": (760, 400)}
"""The same in projector mode, of what may be there beside the parts that always are."""


def shown(width: float, height: float, *, projector: bool) -> frozenset[str]:
    """Return the parts that there is room for.

    Args:
        width: Of the content, in px at 100 %.
        height: Likewise.
        projector: Whether in projector mode.
    """
    if projector:
        least = dict.fromkeys(_PROJECTED, (0, 0)) | _PROJECTED_LEAST
    else:
        least = dict.fromkeys(PARTS, (0, 0)) | _LEAST
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
        small: One pixel of the pictures below it.
        lower: Height of what stands below the columns.
    """

    canvas: int
    left: int
    posterior: int
    pixel: int
    decoded: int
    small: int
    lower: int


def sizes(width: float, height: float, parts: Set[str]) -> Sizes:
    """Return how large the parts are: the map is a square as high as it can be, the others share the rest.

    Args:
        width: Of the content, in px at 100 %.
        height: Likewise.
        parts: Those that are shown.
    """
    lower = round(min(max(_LOWER + 0.2 * (height - _USUAL), _LOWER), _MOST_LOWER))
    least = {"drawing": _side(_CANVAS) + _TOOLS - 2, "posterior": _POSTERIOR, "decoded": _side(_DECODED)}
    beside = [wide for part, wide in least.items() if part in parts]
    high = height - _FIXED - (lower if "lower" in parts else 0)
    room = width - GAP * len(beside) - (high - TOP)
    grown = min(room / max(sum(beside), 1), high / (_USUAL - _FIXED - _LOWER), _MOST_GROWN)
    grown = max(grown, 1.0)
    canvas, pixel = int(_CANVAS * grown), int(_DECODED * grown)
    left, decoded = _side(canvas) + _TOOLS - 2, _side(pixel)
    return Sizes(
        canvas=canvas,
        left=left,
        posterior=int(min(max(room - left - decoded, _POSTERIOR), decoded)),
        pixel=pixel,
        decoded=decoded,
        small=(decoded - 2 * _BETWEEN - 6) // (3 * 28),
        lower=lower,
    )


def _side(pixel: int) -> int:
    return 28 * pixel + 2
