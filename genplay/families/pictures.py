"""Pictures that are opened, pasted or dropped in any tab: what is asked about them, and what comes back.

No family: its stem finds ``pipelines/pictures.py``, as those of the families do. Nothing of it needs torch.
"""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from genplay.families.base import Drawing, Request

SIDE = 28
"""Rows and columns of a picture unless said."""


@dataclass(frozen=True, slots=True)
class Import(Request):
    """An opened, dropped or pasted picture, fitted to a size.

    Attributes:
        path: The file, or "" when ``content`` has the picture.
        content: A file's bytes, as from the clipboard.
        invert: True if dark is ink, False if light is ink; None lets the picture's border tell.
        rows: Of the fitted picture.
        columns: Likewise.
        in_colours: Whether its colours are wanted, too.
        border: Pixels of paper that a model has around such a picture: they are taken off what has them.
    """

    family: ClassVar[str] = "pictures"
    torch: ClassVar[bool] = False
    path: str = ""
    content: bytes = b""
    invert: bool | None = None
    rows: int = SIDE
    columns: int = SIDE
    in_colours: bool = False
    border: int = 0


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of it.

    Attributes:
        source: Grey levels in raster order, one byte a pixel, 255 = ink.
        threshold: Grey level from which a pixel is best taken for ink, 1 to 255: 128 unless lines are thin.
        inverted: Whether dark ink on light paper was read.
        animated: Whether only the first of several frames was taken.
        rows: Of the picture.
        columns: Likewise.
        colours: Red, green and blue in raster order, three bytes a pixel; None unless they were wanted.
    """

    source: bytes
    threshold: int
    inverted: bool
    animated: bool
    rows: int = SIDE
    columns: int = SIDE
    colours: bytes | None = None

    def drawing(self, threshold: int | None = None) -> Drawing:
        """Return the drawing whose ink is where the grey level reaches ``threshold``; its own for None."""
        return drawing_of(self.source, threshold or self.threshold, self.rows, self.columns)


def drawing_of(source: bytes, threshold: int, rows: int = SIDE, columns: int = SIDE) -> Drawing:
    """Return the drawing whose ink is where ``source`` reaches ``threshold``, 1 to 255."""
    return Drawing.of((np.frombuffer(source, np.uint8) >= threshold).reshape(rows, columns))
