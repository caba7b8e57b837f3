"""Which parts of the DCGAN tab there is room for, and how large they are. All in px at 100 %."""

from dataclasses import dataclass, replace

from genplay.families.dcgan import DIRECTIONS, MOST_PINS, SIDE
from genplay.ui.tabs.fitted import HEAD

SPACING = 10
"""Between rows."""
TRANSPORT, FORMULA = 44, 56
ROW = 25
"""Least height of a slider."""
_MORE = 9  # that it may have more
_HEAD_OF_SLIDERS, _NAMED, _NUMBERED = 28, 290, 200  # height over them; least width of a slider and its name
_PIXELS = 32  # a multiple of these makes whole pixels of pictures of 32 and of 64
_LABELS, _AXIS, _FRAME, _CAPTION = 22, 18, 2, 24  # beside and below the wall; its frame; the words below
_UNEVEN, _UNEVEN_SHARE = 1.35, 0.36  # how much larger pictures are worth uneven pixels; of what width
_EYE = 35  # what the eye wants of a picture of the wall, where screens have finer pixels
_LEAST_SIDE, _TERSE, _MOST_SIDE = 270, 350, 860  # widths of the right column, and from which it says all
_GAP, _WIDEST_GAP = 20, 40
_TILE, _TILE_GAP = 68, 4  # of a pin: one pixel a pixel of a picture of 64, two of one of 32
_LETTERS = 20  # height below it
_UPRIGHT, _ROUNDED = 98, 3  # the least picture below the plane; what sizes may be rounded up to
_SEEDS, _TURNS, _TRUNCATION = 36, 28, 26  # heights below the plane
_ACTS, _SAID, _LEGEND = 36, 22, 22  # heights below the picture
_SMALLEST, _PLENTY = 130, 300  # of the picture; of the plane, beside which the picture grows
_ENOUGH = 0.85  # of the plane's side
_SHARE = 0.56  # of both their widths that the picture may have: just enough for 320 in 1440 x 900


@dataclass(frozen=True, slots=True)
class Fit:
    """How the tab is laid out.

    Attributes:
        parts: Those shown beside the transport: "formula", "above" (plane and picture), "pins", "sliders",
            "side"; below the plane "seeds", "truncation" and "turns", below the picture "acts", "said" and
            "legend"; over the sliders "caption".
        top: Height of plane, picture and pins; what is left stands below the sliders.
        plane: Side of the plane.
        picture: Of the room of the picture, whose own side is a whole number of pixels.
        pins: Width of the pins.
        columns: Tiles in a row of them.
        tile: Side of a tile's picture.
        side: Width of the right column.
        rows: Rows of sliders of directions.
        row: Height of one.
        many: Rows of those of raw numbers, which are ``ROW`` high.
        across: Columns of the sliders of directions, whose names are long.
        crowd: Columns of those of raw numbers.
        upright: Whether the picture stands below the plane, rather than beside it.
        gap: Between columns.
    """

    parts: frozenset[str]
    top: int
    plane: int
    picture: int
    pins: int
    columns: int
    tile: int
    side: int
    rows: int
    row: int
    many: int
    across: int
    crowd: int
    upright: bool
    gap: int

    @property
    def terse(self) -> bool:
        """Whether the right column is named in fewer words."""
        return self.side < _TERSE


def fit(width: float, height: float, *, projector: bool, wide: bool = False, dots: float = 1.0) -> Fit:
    """Return the layout: the wall has the height, plane and picture share what the columns beside them leave.

    Args:
        width: Of what is below the header, without margins.
        height: Likewise.
        projector: Whether in projector mode, where only what the last row can read is shown.
        wide: Whether the right column has a panel that wants width: before a class it has as much as can be.
        dots: Device pixels to one px at 100 %.
    """
    parts, columns = {"above"}, height - TRANSPORT - SPACING
    if columns - FORMULA - SPACING >= 400 or (projector and columns >= 300):
        parts, columns = parts | {"formula"}, columns - FORMULA - SPACING
    side = _side(width, columns, dots)
    if wide and (projector or not side):
        return _wide(width, columns, parts, dots, projector=projector)
    if side:
        parts |= {"side"}
    left = width - side - _GAP * bool(side)
    rows = 0 if projector else _rows(columns)
    if rows:
        parts |= {"sliders"}
    if left >= 560 and rows:
        parts |= {"caption"}
    top = columns - (_HEAD_OF_SLIDERS + rows * ROW + SPACING) * bool(rows)
    found = _sized(left, top, parts, beside=bool(side), projector=projector)
    across, crowd = max(int(left // _NAMED), 1), max(int(left // _NUMBERED), 1)
    found = replace(found, side=side, rows=rows, many=rows, across=across, crowd=crowd)
    return _filled(found, top - found.top) if rows else found


def _filled(found: Fit, spare: float) -> Fit:
    """Return the layout with height that pictures can't use: for sliders, then for pins, then as air."""
    many = found.many + int(spare // ROW)
    rows = min(many, max(found.rows, -(-DIRECTIONS // found.across)))
    spare -= (rows - found.rows) * ROW
    wanted = HEAD + -(-MOST_PINS // found.columns) * (_TILE + _LETTERS + _TILE_GAP)
    taller = int(max(min(wanted - found.top, spare), 0)) if "pins" in found.parts else 0
    row = ROW + int(min((spare - taller) / rows, _MORE))
    return replace(found, top=found.top + taller, rows=rows, many=max(many - taller // ROW, rows), row=row)


def _wide(width: float, columns: float, parts: set[str], dots: float, *, projector: bool) -> Fit:
    """Return the layout with a wide panel: picture below plane, or where that is small, the panel alone."""
    found = _sized(width, columns, set(), beside=False, projector=True)
    high = (columns - SPACING) / 2 - HEAD - _ROUNDED
    pixels = _PIXELS / dots
    picture = int((1.06 * high - _FRAME) // pixels * pixels + _FRAME)  # the plane may be a little smaller
    if not projector or picture < _UPRIGHT:
        parts = (parts - {"above"}) | {"side"}
        return replace(found, parts=frozenset(parts), side=int(width))
    return replace(
        found,
        parts=frozenset(parts | {"side"}),
        top=int(columns),
        plane=int(2 * high - picture),
        picture=picture,
        side=int(width - max(picture, int(2 * high - picture)) - _GAP - _ROUNDED),
        upright=True,
        gap=_GAP,
    )


def _rows(columns: float) -> int:
    """Return how many rows of sliders there is room for, with plane and picture above them."""
    for rows, least in ((4, 400), (2, 290), (1, 250)):
        if columns >= least:
            return rows
    return 0


def _side(width: float, columns: float, dots: float) -> int:
    """Return the width of the right column: of the largest whole pixels of the wall; 0 for none."""
    around = _LABELS + _FRAME
    high = (columns - HEAD - _AXIS - _FRAME - _CAPTION) / SIDE
    wide = (min(width * 0.42, _MOST_SIDE) - around) / SIDE
    least = _PIXELS / dots + 1  # a picture of the wall, with what is around it
    if high < least - 0.5 or width < 700:
        return 0
    pitch = max(min(high, wide), least)
    pixel = int((pitch * dots - 2) // _PIXELS)
    whole = (_PIXELS * pixel + 2 * pixel) / dots + 1
    if pixel > 1:
        pitch = min(pitch, whole)
    elif pixel == 1:  # crisp, unless much larger pictures leave the other columns enough
        larger = min(high, (width * _UNEVEN_SHARE - around) / SIDE)
        pitch = larger if larger >= _UNEVEN * whole else min(pitch, max(whole, _EYE))
    return int(max(around + SIDE * pitch, _LEAST_SIDE))


def _sized(left: float, top: float, parts: set[str], *, beside: bool, projector: bool) -> Fit:
    pins = 0 if projector else _pins(left, top - HEAD)
    if pins:
        parts |= {"pins"}
    room = left - (pins + _GAP) * bool(pins) - _GAP
    picture = _picture(room, top, projector=projector)
    below = {"seeds": _SEEDS, "truncation": _SEEDS + _TRUNCATION, "turns": _SEEDS + _TRUNCATION + _TURNS}
    high = top - HEAD
    plane = int(min(high - _SEEDS * (not projector), room - picture))
    for needed in below.values():  # what is below the plane matters more than its last pixels
        if not projector and high - needed >= _ENOUGH * plane:
            plane = int(min(plane, high - needed))
    spare = top - HEAD - plane
    parts |= {part for part, high in below.items() if spare >= high and not projector}
    spare, ends = top - HEAD - picture, [plane + below["turns"], picture]
    needed = {"acts": _ACTS, "said": _ACTS + _SAID, "legend": _ACTS + _SAID + _LEGEND}
    parts |= {part for part, high in needed.items() if spare >= high and not (projector and part == "acts")}
    ends[1] += needed["legend"]
    between = 1 + bool(pins) + beside
    gap = min(_GAP + max(room - picture - plane, 0) / between, _WIDEST_GAP)
    columns, tile = _tiles(pins)
    return Fit(
        parts=frozenset(parts),
        top=int(min(top, HEAD + max(ends))),
        plane=plane,
        picture=picture,
        pins=pins,
        columns=columns,
        tile=tile,
        side=0,
        rows=0,
        row=ROW,
        many=0,
        across=1,
        crowd=1,
        upright=False,
        gap=int(gap),
    )


def _pins(left: float, high: float) -> int:
    """Return the width of the pins: of as many tiles in a row as it takes to see all, if there is room.

    In a window of 1280 x 720 these are three, so that the first state's nine pins are seen.
    """
    rows = max(int((high + _TILE_GAP) // (_TILE + _LETTERS + _TILE_GAP)), 1)
    wanted = -(-MOST_PINS // rows)
    for count, least in ((3, 680), (2, 470), (1, 400)):
        if left >= least and (count <= wanted or count == 1):
            return count * _TILE + (count - 1) * _TILE_GAP + _SCROLL
    return 0


def _tiles(pins: int) -> tuple[int, int]:
    count = max((pins - _SCROLL + _TILE_GAP) // (_TILE + _TILE_GAP), 1)
    return count, _TILE


def _picture(room: float, top: float, *, projector: bool) -> int:
    """Return the room of the picture: a multiple of 32 with its frame, and the plane keeps its share."""
    wide = max(room * _SHARE, room - _PLENTY)
    for below in (_SAID,) if projector else (_ACTS + _SAID, _ACTS, 0):
        largest = min(top - HEAD - below, wide)
        if largest >= _SMALLEST:
            return int((largest - _FRAME) // _PIXELS * _PIXELS + _FRAME)
    return _SMALLEST


_SCROLL = 14  # px that a bar beside the tiles takes
