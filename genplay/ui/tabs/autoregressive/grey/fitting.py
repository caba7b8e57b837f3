"""How large the pictures of the grey page can be. Constants are pixels at 100 % interface scale."""

from collections.abc import Callable

from genplay.ui.tabs.autoregressive import fitting

DENSITY, SHARE, PROJECTED_DENSITY = 150, 0.24, 108  # the curve's row: at least, of the page, on a projector
COMFORTABLE = 4  # below this pixel, at 100 %, the formula and then the curve make room

LAYOUTS = ((True, True), (False, True), (False, False))
"""Whether (formula, curve) are shown, in the order in which they leave."""


def choose(measure: Callable[[bool, bool], int], scale: float) -> tuple[bool, bool, int]:
    """Return (formula, curve, pixel): the first layout in which the pictures are comfortably large.

    Args:
        measure: Returns the pixel that a layout leaves room for, 0 where something else would be cut.
        scale: Interface scale.
    """
    enough = min(COMFORTABLE * scale, measure(*LAYOUTS[-1]))
    formula, curve, pixel = True, True, 0
    for formula, curve in LAYOUTS:
        pixel = measure(formula, curve)
        if pixel >= enough:
            break
    return formula, curve, max(pixel, fitting.SMALLEST)
