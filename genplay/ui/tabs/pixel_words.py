"""What is said of the pixel under the pointer."""

from genplay.ui.translation import translate

_CONTEXT = "pixel"


def pixel(index: int, columns: int, value: str, *, terse: bool) -> str:
    """Return where a pixel is and what it has, as in "row 3, column 7: 0.50", or shortly "(3, 7): 0.50".

    Args:
        index: Counted from 0 in raster order.
        columns: Of the picture.
        value: What it has, written.
        terse: Whether there is little room.
    """
    row, column = divmod(index, columns)
    said = translate(_CONTEXT, "row {row}, column {column}: {value}")
    if terse:
        said = translate(_CONTEXT, "({row}, {column}): {value}")
    return said.format(row=row + 1, column=column + 1, value=value)
