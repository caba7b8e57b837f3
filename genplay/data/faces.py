"""Faces of one's own: a folder of pictures with a table of their attributes in CelebA's own format.

The table is ``list_attr_celeba.txt``: how many pictures, the attributes' names, then a line for each picture
with its name and 1 or -1 for each attribute (Liu et al. 2015). The pictures stand beside it, or in
``img_align_celeba`` or ``images``. Each is cut to its middle square and shrunk to 64 by 64.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from genplay.errors import UserError
from genplay.files import read_whole

TABLE: Final = "list_attr_celeba.txt"
PLACES: Final = ("", "img_align_celeba", "images")
SIDE: Final = 64
FEWEST: Final = 20  # faces of a folder
LARGEST: Final = 100_000_000  # bytes of a table; CelebA's has 25 million
_VALUES: Final = {"1": 1, "-1": 0}
_PIECE: Final = 1000  # lines of a table between two breaths: some 15 ms

Progress = Callable[[int, int], None]  # pictures read, pictures in all


@dataclass(frozen=True, slots=True)
class Row:
    """A picture of a table: its name, its attributes, and the line that says so, counted from 1."""

    name: str
    values: tuple[int, ...]  # 0 or 1
    line: int


@dataclass(frozen=True, slots=True)
class Table:
    """Attributes by name, and the pictures that have them or not."""

    attributes: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, eq=False)
class OwnFaces:
    """Faces with their attributes, in the order of their table."""

    attributes: tuple[str, ...]
    images: np.ndarray  # (N, 64, 64, 3) uint8 RGB
    values: np.ndarray  # (N, K) uint8 of 0 and 1


def parsed(text: str, name: str = TABLE) -> Table:
    """Return what a table in CelebA's format says.

    Args:
        text: The table.
        name: What to call it in a sentence.

    Raises:
        UserError: It is no such table; the sentence names the line.
    """
    attributes, rows = _begun(text, name)
    return Table(attributes, tuple(rows))


def _begun(text: str, name: str) -> tuple[tuple[str, ...], Iterator[Row]]:
    """Return the attributes, and the rows, each of which is checked when it is asked for."""
    lines = text.splitlines()
    if not lines or not lines[0].strip().isdecimal():
        raise UserError(
            "Line 1 of {name} does not say how many pictures there are, as one number.", name=name
        )
    attributes = tuple(lines[1].split()) if len(lines) > 1 else ()
    if not attributes:
        raise UserError("Line 2 of {name} does not name the attributes, with spaces between.", name=name)
    if twice := _twice(attributes):
        raise UserError("Line 2 of {name} names the attribute {value} twice.", name=name, value=twice)
    return attributes, _rows(lines[2:], int(lines[0]), attributes, name)


def _rows(lines: list[str], count: int, attributes: tuple[str, ...], name: str) -> Iterator[Row]:
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, 3):
        if line.strip():
            yield _row(line, number, attributes, seen, name)
    if len(seen) != count:
        sentence = "{name} says in line 1 that there are {count:,} pictures, but has lines for {found:,}."
        raise UserError(sentence, name=name, count=count, found=len(seen))


def _row(line: str, number: int, attributes: tuple[str, ...], seen: dict[str, int], name: str) -> Row:
    """Return a line of a picture; ``seen`` has the lines of the names so far and gets this one."""
    picture, *values = line.split()
    if len(values) != len(attributes):
        sentence = "Line {line} of {name} has {found} values, and there are {wanted} attributes."
        raise UserError(sentence, line=number, name=name, found=len(values), wanted=len(attributes))
    odd = next((place for place, value in enumerate(values) if value not in _VALUES), None)
    if odd is not None:
        sentence = "Line {line} of {name} has {value} for {attribute}, which may be 1 or -1."
        raise UserError(sentence, line=number, name=name, value=values[odd], attribute=attributes[odd])
    if picture in seen:
        sentence = "Line {line} of {name} has {picture} again, which is in line {other}."
        raise UserError(sentence, line=number, name=name, picture=picture, other=seen[picture])
    if Path(picture).name != picture or picture in {".", ".."}:
        raise UserError(
            "Line {line} of {name} has no file name: {value}.", line=number, name=name, value=picture
        )
    seen[picture] = number
    return Row(picture, tuple(_VALUES[value] for value in values), number)


def check_groups(table: Table, groups: tuple[tuple[str, ...], ...], name: str = TABLE) -> None:
    """Refuse a table in which a face has none, or more than one, of the attributes of a group.

    Args:
        table: The table.
        groups: Names of attributes that exclude one another.
        name: What to call it in a sentence.

    Raises:
        UserError: A name is none of the table's, is in two groups, or a face has not exactly one of a group.
    """
    named = [attribute for group in groups for attribute in group]
    if unknown := [attribute for attribute in named if attribute not in table.attributes]:
        sentence = "{name} has no attribute {value}, which is in a group; it has {known}."
        raise UserError(sentence, name=name, value=unknown[0], known=", ".join(table.attributes))
    if _twice(tuple(named)) or any(len(group) < 2 for group in groups):
        sentence = "A group has two attributes or more, each in no other group; there are {groups}."
        said = " | ".join(" ".join(group) for group in groups)
        raise UserError(sentence, groups=said)
    for group in groups:
        places = [table.attributes.index(attribute) for attribute in group]
        for row in table.rows:
            if (held := sum(row.values[place] for place in places)) != 1:
                sentence = "Line {line} of {name} has {held} of {group}, and exactly one must hold."
                raise UserError(sentence, line=row.line, name=name, held=held, group=", ".join(group))


def load(
    folder: Path, groups: tuple[tuple[str, ...], ...] = (), progress: Progress = lambda done, total: None
) -> OwnFaces:
    """Return the faces of a folder.

    Args:
        folder: Holds the table, and the pictures as the module says.
        groups: Names of attributes that exclude one another.
        progress: Called after each picture.

    Raises:
        UserError: Table or pictures are missing, wrong or too few; the sentence names the line.
    """
    table = parsed(_text(folder))
    check_groups(table, groups)
    if len(table.rows) < FEWEST:
        sentence = "{name} has {found} pictures; a training wants at least {fewest}."
        raise UserError(sentence, name=TABLE, found=len(table.rows), fewest=FEWEST)
    found = {row.name: _place(folder, row) for row in table.rows}  # all of them before the first is read
    images = np.empty((len(table.rows), SIDE, SIDE, 3), np.uint8)
    for number, row in enumerate(table.rows):
        images[number] = _read(found[row.name], row)
        progress(number + 1, len(table.rows))
    return OwnFaces(table.attributes, images, np.array([row.values for row in table.rows], np.uint8))


@dataclass(frozen=True, slots=True, eq=False)
class First:
    """The first faces of a folder, as far as they have been read.

    Attributes:
        attributes: Of the table.
        rows: What it says of the wanted faces; () until it has been read.
        images: (N, 64, 64, 3) uint8 RGB, one for each row that has been read so far.
        count: Faces of the table, as far as it has been read.
    """

    attributes: tuple[str, ...]
    rows: tuple[Row, ...]
    images: tuple[np.ndarray, ...]
    count: int

    @property
    def complete(self) -> bool:
        """Whether all are there that are wanted."""
        return 0 < len(self.rows) == len(self.images)


def first(folder: Path, most: int) -> Iterator[First]:
    """Yield the first faces of a folder, after each piece of the work; the last one has all that are wanted.

    The whole table is checked, as for a training, but of its rows only the first are kept, and of its
    pictures only theirs are looked for: CelebA has 202,599.

    Args:
        folder: Holds the table, and the pictures as the module says.
        most: How many faces are wanted.

    Raises:
        UserError: The table is missing or wrong, has no faces, or one of the wanted pictures is missing or
            wrong; the sentence names the line.
    """
    attributes, lines = _begun(_text(folder), TABLE)
    rows: list[Row] = []
    count = 0
    for count, row in enumerate(lines, 1):
        if count <= most:
            rows.append(row)
        if count % _PIECE == 0:
            yield First(attributes, (), (), count)
    if not rows:
        raise UserError("{name} has no pictures.", name=TABLE)
    found = [_place(folder, row) for row in rows]
    images: list[np.ndarray] = []
    for path, row in zip(found, rows, strict=True):
        images.append(_read(path, row))
        yield First(attributes, tuple(rows), tuple(images), count)


def _text(folder: Path) -> str:
    """Return the table of a folder."""
    if not folder.is_dir():
        raise UserError("There is no folder {folder}.", folder=str(folder))
    if not (folder / TABLE).is_file():
        sentence = "There is no {name} in {folder}: the table of the faces’ attributes, as CelebA has it."
        raise UserError(sentence, name=TABLE, folder=str(folder))
    try:
        return read_whole(folder / TABLE, limit=LARGEST).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError("{name} is no text in UTF-8.", name=TABLE) from error


def _place(folder: Path, row: Row) -> Path:
    paths = (folder / place / row.name for place in PLACES)
    path = next((path for path in paths if path.is_file()), None)
    if path is None:
        sentence = "Line {line} of {name} has the picture {picture}, which is not in {folder}."
        raise UserError(sentence, line=row.line, name=TABLE, picture=row.name, folder=str(folder))
    return path


def _read(path: Path, row: Row) -> np.ndarray:
    from genplay.data.decoding import MAX_BYTES, decode_colours

    try:
        return squared(decode_colours(read_whole(path, limit=MAX_BYTES), row.name))
    except UserError as error:
        raise UserError("Line {line} of {name}: {reason}", line=row.line, name=TABLE, reason=error) from error


def squared(rgb: np.ndarray, side: int = SIDE) -> np.ndarray:
    """Return a picture's middle square, (side, side, 3) uint8, of (H, W, 3) uint8.

    Each pixel is the average of the area that it covers; a picture of that size passes through unchanged.
    """
    from PIL import Image

    height, width = rgb.shape[:2]
    edge = min(height, width)
    top, left = (height - edge) // 2, (width - edge) // 2
    cut = Image.fromarray(np.ascontiguousarray(rgb[top : top + edge, left : left + edge]))
    return np.asarray(cut.resize((side, side), Image.Resampling.BOX))


def _twice(names: tuple[str, ...]) -> str:
    """Return the first name that is there twice, or ""."""
    return next((name for place, name in enumerate(names) if name in names[:place]), "")
