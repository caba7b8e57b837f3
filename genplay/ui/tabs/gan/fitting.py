"""Which parts of the GAN tab there is room for, and how large they are. All in px at 100 %."""

from dataclasses import dataclass

SPACING = 10
"""Between rows."""
HEAD, FOOT = 28, 28
"""Above a picture its title, below it what is shown in it."""
FORMULA, PHASES, RULE, TRANSPORT = 56, 33, 1, 44
PLAYERS, BETWEEN, ROOM_FOR_PLAYERS = 96, 12, 420
"""The graph of the two players, the space between what stands in the right column, and the height below the
distances from which the graph stands there always."""
_SETUP, _SURFACE, _NUMBERS, _GAP = 192, 174, 274, 24
_DISTANCE = (160, 236)
_MOST_GROWN = 1.35
_USUAL = 430  # the height of the columns in a window of 1280 x 720
_LEAST_FIELD = 200
_LEAST = {
    "formula": (0, 400),
    "phases": (560, 470),
    "setup": (560, 0),
    "numbers": (760, 0),
    "surfaces": (960, 0),
}
"""Width and height that a part wants to be shown at all."""
_PROJECTED = {"formula": (0, 0), "numbers": (760, 0), "phases": (560, 470), "surfaces": (770, 0)}
_IN_SLOW_MOTION = {"phases": (560, 380)}  # where it is what one looks at


@dataclass(frozen=True, slots=True)
class Fit:
    """How the tab is laid out.

    Attributes:
        parts: Those that are shown: "formula", "setup", "surfaces", "numbers", "phases".
        field: Side of the playing field.
        surface: Width of the column of the two small surfaces.
        setup: Width of the left column.
        numbers: Width of the right column.
        columns: Height of the columns.
        distance: Height of what is told of p and q in the right column, above the curves.
    """

    parts: frozenset[str]
    field: int
    surface: int
    setup: int
    numbers: int
    columns: int
    distance: int


def fit(width: float, height: float, *, projector: bool, slow: bool = False) -> Fit:
    """Return the layout: the field is a square as high as it can be, the others share what is left.

    Args:
        width: Of what is below the header, without margins.
        height: Likewise.
        projector: Whether in projector mode, where only what the last row can read is shown.
        slow: Whether in slow motion, which is told in the strip of phases.
    """
    least = (_PROJECTED if projector else _LEAST) | (_IN_SLOW_MOTION if slow else {})
    parts = frozenset(part for part, (wide, high) in least.items() if width >= wide and height >= high)
    columns = height - TRANSPORT - SPACING
    columns -= (FORMULA + SPACING) * ("formula" in parts)
    columns -= (PHASES + RULE + 2 * SPACING) * ("phases" in parts)
    usual = {"setup": _SETUP, "surfaces": _SURFACE, "numbers": _NUMBERS}
    beside = {part: wide for part, wide in usual.items() if part in parts}
    field = columns - HEAD - FOOT
    room = width - sum(beside.values()) - _GAP * len(beside)
    grown = (room - field) / max(sum(beside.values()), 1)
    scale = min(max(1 + grown, 1.0), max(columns / _USUAL, 1.0), _MOST_GROWN)
    surface = _SURFACE * scale
    return Fit(
        parts=parts,
        field=int(max(min(field, room), _LEAST_FIELD)),
        surface=int(surface),
        setup=int(_SETUP * scale),
        numbers=int(_NUMBERS * scale),
        columns=int(columns),
        distance=int(min(max(_DISTANCE[0], 0.36 * columns), _DISTANCE[1])),
    )
