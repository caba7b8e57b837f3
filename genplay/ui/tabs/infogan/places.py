"""Wall, reader and facts of the InfoGAN tab where not all have a place of their own. In px at 100 %."""

from dataclasses import replace

from genplay.ui.tabs.fitted import HEAD
from genplay.ui.tabs.infogan.fit import Fit, Place

GAP = 20
"""Least between columns."""
NARROW = 224
"""Least width of the left column."""
SENTENCE = 248
"""Width of the left column at which what is said of the noise is one line."""
READ = 328
"""Height that the reader needs."""
SIDE = 28
"""Pixels of a picture."""
_LOW = 292  # height that the reader needs with its numbers beside the drawing, and the facts beside the map
_ABREAST = 268  # the width that the reader needs then, with a switch of three names above it
_FACTS, _STACKED = 252, 310  # width for figures beside the map; height for figures below it
_BESIDE_MAP, _BELOW_MAP = 210, 264  # width of the figures; height of what is around the map
_DRAWING, _BELOW_DRAWING, _STRIP = 114, 220, 39  # least drawing, what is below it, examples
_BESIDE_DRAWING, _AGAIN = 44, 28  # width of its tools with what is around them; of the picture made again
_FRAME = 2


def shared(found: Fit, columns: float, place: Place) -> Fit:
    """Return the layout with several panels in one place, where a switch chooses between them.

    Wall and reader share one where it is narrow. What else stands below the columns is among their choices
    where it has no room there; where wall and reader have places of their own, it shares the reader's.

    Args:
        found: The layout, with the reader if it has a place of its own.
        columns: Height of the columns.
        place: The choice; the first of the choices stands for one that is not among them.
    """
    if "wall" not in found.parts or columns < _LOW:
        return found
    missed = "lower" not in found.parts
    if "reader" in found.parts:
        return _chosen(found, columns, ("reader", "facts"), place) if missed else found
    found = _widened(found, columns, missed=missed)
    facts = missed and (found.wall >= _FACTS or columns >= _STACKED)
    choices: tuple[Place, ...] = ("wall", "reader", "facts") if facts else ("wall", "reader")
    found = _chosen(found, columns, choices, place)
    return _with_reader(found, columns) if "reader" in found.parts else found


def _widened(found: Fit, columns: float, *, missed: bool) -> Fit:
    """Return the layout with a place that takes room from the gaps, and for the facts from the codes."""
    spare = 2 * (found.gap - GAP) if "codes" in found.parts else 0
    wider = min(max(_ABREAST - found.wall, 0), spare) if columns < READ or missed else 0
    gap, wall = found.gap - -(-wider // 2), found.wall + wider
    less = max(min(_FACTS - wall, found.codes - NARROW), 0) if missed else 0
    codes = found.codes - less
    parts = found.parts if codes >= SENTENCE else found.parts - {"noise"}
    box = min(found.box, (codes - 16) // 5) if less else found.box
    return replace(found, parts=parts, wall=wall + less, gap=gap, codes=codes, box=box)


def _chosen(found: Fit, columns: float, choices: tuple[Place, ...], place: Place) -> Fit:
    """Return the layout with one of the choices, as wide as their place."""
    shown = place if place in choices else choices[0]
    wide, sharing = found.reader or found.wall, set[str](choices)
    if "wall" in sharing:
        sharing |= {"caption"}
    parts = found.parts - sharing | {shown}
    reader = wide if shown != "wall" else 0
    found = replace(found, parts=parts, choices=choices, reader=reader)
    if shown != "facts":
        return found
    room = columns - _BELOW_MAP if wide < _FACTS else wide - _BESIDE_MAP
    return replace(found, stacked=wide < _FACTS, cell=int(min(max(room // 10, 4), 8)))


def _with_reader(found: Fit, columns: float) -> Fit:
    """Return the layout with the reader in the wall's place; one that is wider has the codes' room, too."""
    parts, reader, abreast = found.parts, found.reader, columns < READ
    if abreast and reader < _ABREAST - 4:
        parts, reader = parts - {"codes"}, reader + found.gap + found.codes
    canvas, strip, small = read(reader, columns)
    return replace(
        found, parts=parts, reader=reader, canvas=canvas, strip=strip, small=small, abreast=abreast
    )


def read(reader: int, columns: float) -> tuple[int, bool, int]:
    """Return the pixel of the drawing, whether there are examples, and the pixel of what is made again."""
    small = 3 if columns > 560 else 2
    rest = columns - HEAD - _BELOW_DRAWING
    strip = rest - _DRAWING >= _STRIP
    beside = _BESIDE_DRAWING + _AGAIN * small + 2 * _FRAME
    canvas = int(min((rest - _STRIP * strip - 2) // SIDE, (reader - beside) // SIDE))
    return max(min(canvas, 8), 4), strip, small
