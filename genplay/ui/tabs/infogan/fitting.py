"""Which parts of the InfoGAN tab there is room for, and how large they are. All in px at 100 %."""

from genplay.ui.tabs.fitted import HEAD
from genplay.ui.tabs.infogan.fit import Fit, Place
from genplay.ui.tabs.infogan.places import GAP, NARROW, READ, SENTENCE, SIDE, read, shared

SPACING = 10
"""Between rows."""
PIXEL = 9
"""Of the generated picture."""
TRANSPORT, FORMULA, RULE = 44, 56, 1
_LOWER, _MOST_LOWER = 104, 150
_CODES, _MOST_CODES = 250, 340  # widths of the left column
_READER, _MOST_READER = 216, 330
_PICTURE, _SMALLEST = 168, 5  # least width of the picture's column; least pixel of the picture
_WIDEST_GAP = 56
_LABELS, _AXIS, _APART = 22, 18, 2  # beside and below the wall; its frame
_LEAST_SIDE = 20  # of a picture of the wall, where a screen has finer pixels
_SAID, _ACTS, _LEGEND = 42, 38, 24  # height below the picture: what Q and D say, the buttons, the greys
_LINE, _MORE = 22, 36  # height of one line there, and of what makes it three
_NOTED = 330  # least width of the ledger beside the note
_TABLE, _BESIDE_MAP = 277, 206  # least width of the map of categories with its figures; of those
_READ, _READING = 130, 30  # height below which there is no line on what the pointer is on; its more width
_GROUPS, _NOISE, _TRAINED = 256, 20, 18  # height of the left column but for its pictures; of two captions
_LEAST_BOX, _MOST_APART = 36, 48
_LEAST_CODES = _GROUPS - _NOISE - _TRAINED + 2 * _LEAST_BOX
_USUAL, _WIDE = 369, 1083  # height of the columns, and their width, in a window of 1280 x 720
_SHARE = 0.45  # of what picture and wall have: the picture's, if its height allows
_ROWS, _COLUMNS = 10, 9
_ROUNDED = 3  # what widths may be rounded up to at some scales


def fit(width: float, height: float, *, projector: bool, place: Place = "wall", dots: float = 1.0) -> Fit:
    """Return the layout: the wall has the height, the picture what it leaves, the columns beside the rest.

    Args:
        width: Of what is below the header, without margins.
        height: Likewise.
        projector: Whether in projector mode, where only what the last row can read is shown.
        place: Which of the panels that share a place is seen.
        dots: Device pixels to one px at 100 %.
    """
    side = max(SIDE / dots, _LEAST_SIDE) + 1  # of a picture of the wall, with what is around it
    lower = round(min(max(_LOWER + 0.2 * (height - 600), _LOWER), _MOST_LOWER))
    needed = max(_ROWS * side + _APART + HEAD + _AXIS, _LEAST_CODES)
    formula, below = _rows(height, lower, needed, projector=projector)
    columns = _columns(height, lower, formula=formula, below=below)
    parts = {name for name, on in (("formula", formula), ("lower", below)) if on}
    parts |= _beside(width, columns, side, projector=projector)
    if below and width >= _NOTED + _TABLE + _READER + 2 * GAP:
        parts |= {"note"}
    if below and lower >= _READ:
        parts |= {"reading"}
    found = _sized(width, columns, side, parts, lower if below else 0, dots, projector=projector)
    return shared(found, columns, place)


def _columns(height: float, lower: int, *, formula: bool, below: bool) -> float:
    taken = (FORMULA + SPACING) * formula + (lower + RULE + 2 * SPACING) * below
    return height - TRANSPORT - SPACING - taken


def _rows(height: float, lower: int, needed: float, *, projector: bool) -> tuple[bool, bool]:
    """Return whether there is room for the formula and for what stands below, with wall and codes between.

    Of the two the ledger stays longer, for it says the same numbers and more; a class reads the formula.
    """
    for formula, below in ((True, True), (projector, not projector), (not projector, projector)):
        if _columns(height, lower, formula=formula, below=below) >= needed:
            return formula, below
    return False, False


def _beside(width: float, columns: float, side: float, *, projector: bool) -> set[str]:
    """Return which columns stand beside the picture, and what they say besides."""
    parts, room = set[str](), width - _PICTURE
    wall = _LABELS + _COLUMNS * side + _APART
    if room >= wall + GAP and columns >= _ROWS * side + _APART + HEAD + _AXIS:
        parts, room = parts | {"wall"}, room - wall - GAP
    if room >= NARROW + GAP and columns >= _LEAST_CODES:
        parts, room = parts | {"codes"}, room - NARROW - GAP
    if room >= _READER + GAP and columns >= READ:
        parts |= {"reader"}
    if columns >= _LEAST_CODES + _TRAINED + 12:
        parts |= {"trained"}
    if columns >= _GROUPS + 2 * _LEAST_BOX + 12:
        parts |= {"noise"}
    if width >= 1060 and not projector:
        parts |= {"caption"}
    return parts


def _sized(
    width: float, columns: float, side: float, parts: set[str], lower: int, dots: float, *, projector: bool
) -> Fit:
    grown = min(max(min(columns / _USUAL, width / _WIDE), 1.0), 1.6)
    reader = int(min(_READER * grown, _MOST_READER)) * ("reader" in parts)
    beside = [one for one in ("codes", "wall", "reader") if one in parts]
    room = width - _ROUNDED - reader - GAP * len(beside)
    least = (_LABELS + _COLUMNS * side + _APART) * ("wall" in parts)
    codes = int(min(_CODES * grown, _MOST_CODES, room - least - _PICTURE)) * ("codes" in parts)
    parts = parts if codes >= SENTENCE else parts - {"noise"}
    room -= codes
    wall = _wall(room, columns, least, dots)
    pixel = _pixel(room - wall, columns)
    picture = max(SIDE * pixel + 2, _PICTURE)
    codes, reader, gap = _spread(codes, reader, max(room - wall - picture, 0), len(beside))
    canvas, strip, small = read(reader, columns)
    box, apart = _groups(codes, columns, parts)
    table, cell = _table(width, wall, reader, lower, parts)
    return Fit(
        parts=frozenset(parts | _below_picture(columns - HEAD - SIDE * pixel - 2, projector=projector)),
        choices=(),
        codes=codes,
        box=box,
        apart=apart,
        pixel=pixel,
        picture=picture,
        wall=wall,
        reader=reader,
        canvas=canvas,
        strip=strip,
        small=small,
        abreast=False,
        stacked=False,
        cell=cell,
        table=table,
        note=reader or _READER,
        lower=lower,
        between=gap if reader else GAP,
        gap=gap,
    )


def _spread(codes: int, reader: int, spare: float, gaps: int) -> tuple[int, int, int]:
    """Return the outer columns, and the gap, with width to spare: first wide gaps, then wide columns.

    Where the reader has no column, what shares a place takes the room from the gaps.
    """
    most = _WIDEST_GAP - GAP
    if not reader:
        return codes, reader, GAP + int(min(spare / max(gaps, 1), most))
    left = max(spare - most * gaps, 0)
    more = int(min(max(_MOST_CODES - codes, 0), left)) * bool(codes)
    wider = int(min(_MOST_READER - reader, left - more))
    return codes + more, reader + wider, GAP + int((spare - more - wider) / gaps)


def _groups(codes: int, columns: float, parts: set[str]) -> tuple[int, int]:
    """Return a box of the left column, and what is between its groups."""
    groups = _GROUPS - _NOISE * ("noise" not in parts) - _TRAINED * ("trained" not in parts)
    highest = int(max((columns - groups - 4) / 2, _LEAST_BOX))
    box = min((codes - 16) // 5, highest) if codes else _LEAST_BOX
    return box, int(min(max((columns - groups - 2 * box) / 2, 2), _MOST_APART))


def _table(width: float, wall: int, reader: int, lower: int, parts: set[str]) -> tuple[int, int]:
    """Return the width of the map of categories with its figures, and the side of a cell.

    The width is the wall's, below which it stands, or what is left.
    """
    room = width - _NOTED - GAP - (_READER + GAP) * ("note" in parts)
    wide = int(max(wall - _LABELS if reader else min(wall - _LABELS, room), _TABLE))
    figures = _BESIDE_MAP + _READING * ("reading" in parts)
    return wide, max(min((lower - 26) // 10, (wide - figures) // 10), 4)


def _wall(room: float, columns: float, least: float, dots: float) -> int:
    """Return the width of the wall: of the largest whole pixels, or less where they would be single ones."""
    if not least:
        return 0
    around = _LABELS + _APART
    picture = max(SIDE * _pixel(room * _SHARE, columns) + 2, _PICTURE)
    high = (columns - HEAD - _AXIS - _APART) / _ROWS
    wide = max(room - picture, least) - around
    pitch = min(high, wide / _COLUMNS)
    pixel = int((pitch * dots - 2) // SIDE)
    if pixel >= 2:
        pitch = min(pitch, (SIDE * pixel) / dots + 3 * pixel / dots + 1)
    return int(around + _COLUMNS * pitch)


def _pixel(room: float, columns: float) -> int:
    """Return the pixel of the picture, with its greys and buttons below it where they have room."""
    below = _LEGEND + _ACTS
    high = (columns - HEAD - 2 - (below if columns >= 280 else 0)) // SIDE
    return int(max(min((room - 2) // SIDE, high), _SMALLEST))


def _below_picture(room: float, *, projector: bool) -> set[str]:
    """Return what there is room for below the picture; to a class, in single lines."""
    if projector:
        needed = {"legend": _LEGEND, "said": _LEGEND + _LINE, "figure": _LEGEND + 2 * _LINE}
        needed["paper"] = needed["figure"] + _MORE
    else:
        needed = {"legend": _LEGEND, "acts": _LEGEND + _ACTS, "said": _LEGEND + _ACTS + _SAID}
    return {part for part, high in needed.items() if room >= high}
