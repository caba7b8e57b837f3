"""How the InfoGAN tab is laid out, as numbers in px at 100 %."""

from dataclasses import dataclass
from typing import Literal

Place = Literal["wall", "reader", "facts"]
"""What can stand at the right, where not all of it has a place of its own."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How the tab is laid out.

    Attributes:
        parts: Those shown beside the picture and the transport: "formula", "codes", "wall", "reader",
            "lower", "note", and "facts", what else is below, at the right; in the left column "noise" and
            "trained", with the picture "legend", "acts" and "said", and where what stands below is not
            there "figure", the error, with "paper" beside the paper's; with the wall "caption", and
            beside the map of categories "reading", what the pointer is on.
        choices: Those that share a place, of which a switch above it chooses one; none where none do.
        codes: Width of the left column.
        box: Of a category's picture.
        apart: Between its three groups.
        pixel: Of the generated picture.
        picture: Width of its column.
        wall: Width of the wall's column.
        reader: Width of the right column, of the reader or of the facts.
        canvas: A pixel of the drawing there.
        strip: Whether there are examples below it.
        small: A pixel of the picture made of what was read.
        abreast: Whether the numbers read stand beside the drawing, where it is low, not below the bars.
        stacked: Whether the figures stand below the map of categories rather than beside it, among the facts.
        cell: A pixel of the map of categories.
        table: Width of the map of categories with its figures.
        note: Width of the note.
        lower: Height of what stands below the columns.
        between: Between what stands below: the columns' gap, so that the map stands under the wall and the
            note under the reader, where there is one.
        gap: Between columns.
    """

    parts: frozenset[str]
    choices: tuple[Place, ...]
    codes: int
    box: int
    apart: int
    pixel: int
    picture: int
    wall: int
    reader: int
    canvas: int
    strip: bool
    small: int
    abreast: bool
    stacked: bool
    cell: int
    table: int
    note: int
    lower: int
    between: int
    gap: int
