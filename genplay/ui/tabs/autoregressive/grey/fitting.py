"""How large the pictures of the grey page can be. Constants are pixels at 100 % interface scale."""

from collections.abc import Callable
from enum import Enum

from genplay.ui.tabs.autoregressive import fitting

DENSITY, SHARE = 150, 0.24  # the lower row: at least, and of the page
CURVE, PROJECTED = 84, 108  # of it, where only the curve is left
COMFORTABLE = 3.3  # below this pixel, at 100 %, the formula, the numbers and then the curve make room


class Lower(Enum):
    """What the lower row has room for."""

    NOTHING = 0
    CURVE = 1
    ALL = 2


LAYOUTS = ((True, Lower.ALL), (False, Lower.ALL), (False, Lower.CURVE), (False, Lower.NOTHING))
"""Whether the formula is shown, and what in the lower row, in the order in which they leave."""


def choose(measure: Callable[[bool, Lower], int], scale: float) -> tuple[bool, Lower, int]:
    """Return (formula, lower row, pixel): the first layout in which the pictures are comfortably large.

    Args:
        measure: Returns the pixel that a layout leaves room for, 0 where something else would be cut.
        scale: Interface scale.
    """
    enough = min(COMFORTABLE * scale, measure(*LAYOUTS[-1]))
    formula, lower, pixel = *LAYOUTS[0], 0
    for formula, lower in LAYOUTS:
        pixel = measure(formula, lower)
        if pixel >= enough:
            break
    return formula, lower, max(pixel, fitting.SMALLEST)
