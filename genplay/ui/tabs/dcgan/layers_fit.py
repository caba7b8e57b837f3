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


def tiled(side: int, count: int, zoom: int, width: int, gap: int) -> Block | None:
    """Return as many columns as the width allows; None where not even one map has that width."""
    columns = min((width + gap) // (side * zoom + gap), count)
    return Block(side, count, zoom, columns, gap) if columns >= 1 else None


def fit(layers: Sequence[tuple[int, int]], width: int, height: int, gap: int, least: int = 1) -> list[Block]:
    """Return where all maps are, each time the lowest block enlarged, as far as there is room.

    Args:
        layers: Maps of each layer and their side.
        width: Of each block.
        height: For all blocks together, without what is between them.
        gap: Between two maps.
        least: Side that every map should have; where it is more than 1, larger maps are worth more than all.
    """
    while least > 1 and sum(max(side, least) for _, side in layers) > height:
        least //= 2
    blocks = _fewer([_smallest(count, side, width, gap, least) for count, side in layers], height)
    growing = set(range(len(blocks)))
    while growing:
        # Of equal ones that which is nearer to the picture comes first: there is more to be seen in it.
        at = min(growing, key=lambda index: (blocks[index].height, -index))
        old = blocks[at]
        new = tiled(old.side, old.count, old.zoom + 1, width, gap) if old.zoom < _MOST else None
        if new is not None and least > 1:
            new = replace(new, count=min(new.count, old.rows * new.columns))
        if new is not None and _high([*blocks[:at], new, *blocks[at + 1 :]]) <= height:
            blocks[at] = new
        else:
            growing.discard(at)
    return blocks


def _smallest(count: int, side: int, width: int, gap: int, least: int) -> Block:
    zoom = max(-(-least // side), 1)
    return tiled(side, count, zoom, width, gap) or Block(side, count, 1, 1, gap)


def _high(blocks: Sequence[Block]) -> int:
    return sum(block.height for block in blocks)


def _fewer(blocks: list[Block], height: int) -> list[Block]:
    """Leave maps out, a row of the highest block at a time, until there is room."""
    blocks = list(blocks)
    while _high(blocks) > height and any(block.rows > 1 for block in blocks):
        at = max(range(len(blocks)), key=lambda index: (blocks[index].rows > 1, blocks[index].height))
        old = blocks[at]
        blocks[at] = replace(old, count=(old.rows - 1) * old.columns)
    return blocks
