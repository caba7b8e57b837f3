"""How large the three pictures can be in a given room. Constants are pixels at 100 % interface scale."""

from collections.abc import Callable

SIDES = 28  # a picture's pixels a side
PICTURES = 3
GAP, MAP_GAP, PROJECTED_GAP = 21, 14, 34  # between frames
SCORE, SCORE_MOST = 226, 300  # the right column
SUMS, SUMS_MOST, PROJECTED_SUMS = 128, 180, 60  # the lower row
SUMS_SHARE = 0.3  # of the page, which it may take too where the width is what limits the pictures
MARGINS, PROJECTED_MARGINS = (16, 11, 15, 10), (22, 7, 22, 6)  # left, top, right, bottom
SPACING, PROJECTED_SPACING = 8, 5
SMALLEST, LARGEST = 3, 60  # actual pixels
ROOMY = 220  # from this side on, labels have room for what stands beside them
COMFORTABLE = 5  # below this pixel, at 100 %, the lower row and then the formula make room

LAYOUTS = ((True, True), (True, False), (False, False))
"""Whether (formula, lower row) are shown, in the order in which they leave."""


def largest(width: float, height: float) -> int:
    """Return the pixel, a whole number, of the largest pictures that fit.

    Args:
        width: Room for the pictures alone, side by side, in actual pixels.
        height: Room for one of them.
    """
    return min(max(int(min(width / PICTURES, height) / SIDES), SMALLEST), LARGEST)


def choose(measure: Callable[[bool, bool], int], scale: float) -> tuple[bool, bool, int]:
    """Return (formula, lower row, pixel): the first layout in which pictures are comfortably large.

    Nothing leaves in vain: where the width is what limits the pictures, all rows stay.

    Args:
        measure: Returns the pixel that a layout leaves room for.
        scale: Interface scale.
    """
    enough = min(COMFORTABLE * scale, measure(*LAYOUTS[-1]))
    formula, sums, pixel = True, True, 0
    for formula, sums in LAYOUTS:
        pixel = measure(formula, sums)
        if pixel >= enough:
            break
    return formula, sums, pixel
