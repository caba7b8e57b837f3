"""How the maps of a network's layers are laid out: all of them at whole multiples of their pixels."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

_MOST = 16  # screen pixels a pixel


@dataclass(frozen=True, slots=True)
class Block:
    """A layer's maps in rows, each map's pixels so large. All lengths are in device pixels.

    Attributes:
        side: Pixels along each side of a map.
        count: Maps that are shown.
        zoom: Length of a pixel.
        columns: Maps in a row.
        gap: Between two maps.
    """

    side: int
    count: int
    zoom: int
    columns: int
    gap: int

    @property
    def rows(self) -> int:
        """Rows of maps."""
        return -(-self.count // self.columns)

    @property
    def pitch(self) -> int:
        """From a map to the next."""
        return self.side * self.zoom + self.gap

    @property
    def width(self) -> int:
        """Of all."""
        return self.columns * self.pitch - self.gap

    @property
    def height(self) -> int:
        """Of all."""
        return self.rows * self.pitch - self.gap

    def place(self, number: int) -> tuple[int, int]:
        """Return where a map begins, across and down."""
        row, column = divmod(number, self.columns)
        return column * self.pitch, row * self.pitch

    def at(self, x: float, y: float) -> tuple[int, int, int] | None:
        """Return map, row and column of a point; None between maps and beyond them."""
        across, down = int(x // self.pitch), int(y // self.pitch)
        row, column = int((y - down * self.pitch) // self.zoom), int((x - across * self.pitch) // self.zoom)
        number = down * self.columns + across
        known = 0 <= across < self.columns and down >= 0 and number < self.count
        return (number, row, column) if known and max(row, column) < self.side else None


def tiled(side: int, count: int, zoom: int, height: int, gap: int) -> Block | None:
    """Return as few columns as the height allows; None where not even one map has that height."""
    rows = (height + gap) // (side * zoom + gap)
    return Block(side, count, zoom, -(-count // rows), gap) if rows >= 1 else None


def fit(
    layers: Sequence[tuple[int, int]], width: int, height: int, gap: int, words: Sequence[int] = ()
) -> list[Block]:
    """Return where all maps are, each time the narrowest block enlarged, as far as there is room.

    Args:
        layers: Maps of each layer and their side.
        width: For all blocks together, without what is between them.
        height: Of each.
        gap: Between two maps.
        words: Least width of each block, which that of its words is.
    """
    least = list(words) or [0] * len(layers)
    blocks = [_smallest(count, side, height, gap) for count, side in layers]
    blocks = _fewer(blocks, least, width, height)
    growing = set(range(len(blocks)))
    while growing:
        # Of equal ones that which is nearer to the picture comes first: there is more to be seen in it.
        at = min(growing, key=lambda index: (blocks[index].width, -index))
        old = blocks[at]
        new = tiled(old.side, old.count, old.zoom + 1, height, gap) if old.zoom < _MOST else None
        if new is not None and _wide([*blocks[:at], new, *blocks[at + 1 :]], least) <= width:
            blocks[at] = new
        else:
            growing.discard(at)
    return blocks


def _smallest(count: int, side: int, height: int, gap: int) -> Block:
    return tiled(side, count, 1, height, gap) or Block(side, count, 1, count, gap)


def _wide(blocks: Sequence[Block], least: Sequence[int]) -> int:
    return sum(max(block.width, words) for block, words in zip(blocks, least, strict=True))


def _fewer(blocks: list[Block], least: Sequence[int], width: int, height: int) -> list[Block]:
    """Leave maps out, a column of the widest block at a time, until there is room."""
    blocks = list(blocks)
    while _wide(blocks, least) > width:
        shrinks = [
            block.columns > 1 and block.width > words for block, words in zip(blocks, least, strict=True)
        ]
        if not any(shrinks):
            break
        at = max(range(len(blocks)), key=lambda index: shrinks[index] * blocks[index].width)
        old = blocks[at]
        rows = max((height + old.gap) // old.pitch, 1)
        blocks[at] = replace(old, columns=old.columns - 1, count=min(old.count, rows * (old.columns - 1)))
    return blocks
