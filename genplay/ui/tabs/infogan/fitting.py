"""Which parts of the InfoGAN tab there is room for, and how large they are. All in px at 100 %."""

from dataclasses import dataclass

MARGINS = (17, 12, 15, 11)
PROJECTED_MARGINS = (26, 20, 26, 16)
"""Left, top, right, bottom."""
SPACING, HEAD = 10, 30
"""Between rows; from the top of a column to what it shows."""
PIXEL, PICTURE = 9, 254
"""Of the generated picture, and the least width of its column."""
TRANSPORT, FORMULA, RULE = 44, 56, 1
_CODES, _READER, _LOWER = 256, 184, 104
_MOST_LOWER, _MOST_CODES, _MOST_READER = 150, 320, 300
_LABELS, _AXIS, _CELL = 22, 18, 29  # beside and below the wall; a picture of it, and what is around it
_BELOW_PICTURE = 8 + 16 + 8 + 30 + 8 + 34  # legend, buttons and what Q and D say
_BELOW_READ = 5 + 18 + 5 + 130 + 5 + 58  # heading, bars, numbers
_STRIP = 39
_GAP, _WIDEST_GAP = 24, 56
_USUAL = 369  # height of the columns in a window of 1280 x 720
_LEAST = {
    "formula": (0, 400),
    "lower": (560, 500),
    "note": (900, 0),
    "confusion": (640, 0),
    "reader": (860, 0),
    "codes": (520, 0),
    "noise": (0, 545),
    "caption": (1060, 0),
}
"""Width and height of the page from which a part is shown."""
_PROJECTED = {"formula": (0, 0), "codes": (700, 0), "lower": (700, 620)}


@dataclass(frozen=True, slots=True)
class Fit:
    """How the tab is laid out.

    Attributes:
        parts: Those that are shown.
        codes: Width of the left column.
        pixel: Of the generated picture.
        wall: Width of the wall's column.
        reader: Width of the right column.
        canvas: A pixel of the drawing there.
        strip: Whether there are examples below it.
        small: A pixel of the picture made of what was read, 0 for none.
        lower: Height of what stands below the columns.
        gap: Between columns.
        columns: Height of the columns.
    """

    parts: frozenset[str]
    codes: int
    pixel: int
    wall: int
    reader: int
    canvas: int
    strip: bool
    small: int
    lower: int
    gap: int
    columns: int


def shown(width: float, height: float, *, projector: bool) -> frozenset[str]:
    """Return the parts that there is room for.

    Args:
        width: Of what is below the header, without margins.
        height: Likewise.
        projector: Whether in projector mode, where only what the last row can read is shown.
    """
    least = _PROJECTED if projector else _LEAST
    return frozenset(part for part, (wide, high) in least.items() if width >= wide and height >= high)


def fit(width: float, height: float, *, projector: bool) -> Fit:
    """Return the layout: the wall has its whole pixels first, then the picture, then the columns beside."""
    parts = shown(width, height, projector=projector)
    lower = round(min(max(_LOWER + 0.2 * (height - 600), _LOWER), _MOST_LOWER)) if "lower" in parts else 0
    columns = height - TRANSPORT - SPACING
    columns -= (FORMULA + SPACING) * ("formula" in parts)
    columns -= (lower + RULE + 2 * SPACING) * ("lower" in parts)
    grown = max(min(columns / _USUAL, 1.6), 1.0)
    codes = int(min(_CODES * grown, _MOST_CODES)) if "codes" in parts else 0
    reader = int(min(_READER * grown, _MOST_READER)) if "reader" in parts else 0
    beside = [wide for wide in (codes, reader) if wide]
    room = width - sum(beside) - _GAP * (len(beside) + 1)
    wall, pixel = _pictures(room, columns)
    canvas, strip, small = _read(reader, columns)
    spare = room - wall - max(28 * pixel + 2, PICTURE)
    return Fit(
        parts=parts,
        codes=codes,
        pixel=pixel,
        wall=wall,
        reader=reader,
        canvas=canvas,
        strip=strip,
        small=small,
        lower=lower,
        gap=int(min(max(_GAP + spare / max(len(beside) + 1, 1), _GAP), _WIDEST_GAP)),
        columns=int(columns),
    )


def _pictures(room: float, columns: float) -> tuple[int, int]:
    """Return the width of the wall, and the pixel of the picture beside it."""
    wall = 0
    for pixel in range(1, 9):
        side = 28 * pixel + 1
        wide, high = _LABELS + 9 * side + 2, 10 * side + 2 + HEAD + _AXIS
        if high <= columns and wide <= room - PICTURE:
            wall = min(wide + 9 * 3 * pixel, int(room - PICTURE))
    wall = wall or _LABELS + 9 * _CELL + 2
    high = (columns - HEAD - _BELOW_PICTURE - 2) / 28
    return wall, int(max(min((room - wall - 2) / 28, high), 5))


def _read(reader: int, columns: float) -> tuple[int, bool, int]:
    """Return the pixel of the drawing, whether there are examples, and the pixel of what is made again."""
    small = 2 if columns >= HEAD + 114 + _BELOW_READ - 8 else 0
    rest = columns - HEAD - _BELOW_READ
    strip = rest - 114 >= _STRIP
    canvas = int(min((rest - _STRIP * strip - 2) / 28, (reader - 42) / 28))
    return max(min(canvas, 8), 4), strip, small
