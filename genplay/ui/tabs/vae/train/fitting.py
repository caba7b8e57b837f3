"""Which parts of the page there is room for, and how large the pictures grow. All in px at 100 %."""

from dataclasses import dataclass

SPACING = 10
"""Between rows."""
HEAD, FOOT = 28, 20
"""Above a picture its title, below it what it shows."""
_WIDE, _NARROW = (212, 216, 24), (192, 150, 16)  # the outer columns, and the gaps: of a wide page, of others
_ROOM_FOR_WIDE = 960
_FORMULA, _TRANSPORT, _CURVES, _RULE = 56, 44, (86, 190), 11
_MOST_GROWN = 1.3  # of the outer columns
_LEAST_PICTURE = 96
_CURVES_SHARE = 0.19  # of the height

_LEAST = {"formula": (0, 330), "curves": (0, 480), "costs": (700, 0), "setup": (540, 0)}
"""Width and height that a part wants to be shown at all."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How the page is laid out.

    Attributes:
        parts: The parts that are shown: "formula", "setup", "costs", "curves".
        side: Of the two pictures.
        left: Width of the left column.
        right: Width of the right column.
        gap: Between columns.
        curves: Height of the curves.
        columns: Height of the columns.
    """

    parts: frozenset[str]
    side: float
    left: float
    right: float
    gap: float
    curves: float
    columns: float

    @property
    def wide(self) -> bool:
        """Whether the outer columns are as wide as their words would have it."""
        return self.gap == _WIDE[2]


def fit(width: float, height: float, *, projector: bool) -> Fit:
    """Return the layout for a page of a size.

    Args:
        width: Of the page.
        height: Likewise.
        projector: Whether in projector mode, where only what the last row can read is shown.
    """
    parts = frozenset(
        part
        for part, (least_width, least_height) in _LEAST.items()
        if width >= least_width and height >= least_height
    )
    if projector:
        parts &= {"formula"}
    curves = min(max(_CURVES_SHARE * height, _CURVES[0]), _CURVES[1])
    columns = height - _TRANSPORT - SPACING
    columns -= (_FORMULA + SPACING) * ("formula" in parts)
    columns -= (curves + _RULE + SPACING) * ("curves" in parts)
    grown = min(max(columns / 400, 1.0), _MOST_GROWN) if width > 1200 else 1.0
    left, right, gap = _WIDE if width >= _ROOM_FOR_WIDE else _NARROW
    left, right = left * grown, right * grown
    outer = (left + gap) * ("setup" in parts) + (right + gap) * ("costs" in parts)
    side = min((width - outer - gap) / 2, columns - HEAD - FOOT)
    return Fit(parts, max(side, _LEAST_PICTURE), left, right, gap, curves, columns)
