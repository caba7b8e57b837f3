"""What is known of a place in the plane, as short texts."""

import math

from genplay.families.gan import LIMIT, SIDE, GanStep
from genplay.ui import text

_NONE = "–"


def parts(result: GanStep | None, x: float, y: float) -> tuple[str, ...]:
    """Return x, y, and of the cell that they are in D, D*, p and q; of a critic f instead of D and D*.

    Where neither p nor q has mass, D* is "–"; without a result only x and y are known.
    """
    found = [f"x {text.number(x, 2)}", f"y {text.number(y, 2)}"]
    if result is None:
        return tuple(found)
    at, field = cell(x, y), result.field
    if result.distance.gap is None:
        found.append(f"f {text.number(float(field.learned[at]), 2)}")
    else:
        best = float(field.optimal[at])
        found.append(f"D {text.prob(float(field.learned[at]))}")
        found.append(f"D* {_NONE if math.isnan(best) else text.prob(best)}")
    return (*found, f"p {text.prob(float(field.p[at]))}", f"q {text.prob(float(field.q[at]))}")


def cell(x: float, y: float) -> tuple[int, int]:
    """Return the row and the column of the lattice's cell that a place is in; beyond, the nearest."""
    row, column = (LIMIT - y) / (2 * LIMIT) * SIDE, (x + LIMIT) / (2 * LIMIT) * SIDE
    return min(max(int(row), 0), SIDE - 1), min(max(int(column), 0), SIDE - 1)
