"""PixelRNN: Row LSTM and Diagonal BiLSTM over binary pictures, read row by row.

An LSTM whose time runs through the picture (van den Oord, Kalchbrenner & Kavukcuoglu 2016). A first 7 x 7
convolution sees the pixels before each pixel only (mask A); then come residual blocks, in each of which an
LSTM layer of h units reads 2h feature maps, and a 1 x 1 convolution brings its states back to 2h maps that
are added to the input; then two times "ReLU, 1 x 1 convolution" give the logit (table 1). The LSTM is (their
equation 3, K_is and K_ss being the input-to-state and the state-to-state convolution)::

    i, f, o = sigmoid(K_is * x + K_ss * h'),   g = tanh(K_is * x + K_ss * h')
    c = f c' + i g,   h = o tanh(c)

**Row LSTM**: time runs down the rows. K_is covers the pixel and its left neighbour (three wide, mask B), K_ss
the three neighbours of the row above, all of them past; c' is the cell above. Each layer sees a triangle.

**Diagonal BiLSTM**: time runs along the diagonals. K_is is 1 x 1, K_ss reads the left neighbour and the one
above, c' is the cell to the left. A second LSTM with weights of its own runs from right to left over the
mirrored picture; its map is mirrored back and, since it saw what lies to the right, shifted down by one row
before it is added. Together they see every earlier pixel but one: x(i-1, W-1), which the first convolution
leaves out at its own place, reaches no output (i, j) with j <= W-5.

States outside the picture are learned: h0 and c0 of each layer and direction. Features outside are zero.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, cast

import torch
from torch import Tensor, nn
from torch.nn.functional import linear, pad

REACH = 3  # pixels that the first convolution reaches to each side and up: 7 x 7
TAPS = (
    REACH * (2 * REACH + 1) + REACH
)  # those of them that mask A leaves: three rows above, three at the left
GATES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The size of a PixelRNN.

    Args:
        kind: Which LSTM.
        height: Rows of a picture.
        width: Columns.
        hidden: LSTM units h of each layer and direction; there are 2h feature maps.
        layers: Number of residual blocks.
        head: Maps between the two last convolutions.

    Raises:
        ValueError: A number is outside its range or the kind is unknown.
    """

    kind: Literal["row", "diagonal"] = "diagonal"
    height: int = 28
    width: int = 28
    hidden: int = 16
    layers: int = 7
    head: int = 64

    def __post_init__(self) -> None:
        if self.kind not in ("row", "diagonal"):
            raise ValueError(f"a PixelRNN is row or diagonal, not {self.kind}")
        numbers = (self.height, self.width, self.hidden, self.layers, self.head)
        if min(numbers) < 1 or max(numbers) > 1024:
            raise ValueError("height, width, hidden, layers and head are 1 to 1,024")

    @property
    def dims(self) -> int:
        """Number of pixels."""
        return self.height * self.width

    @property
    def directions(self) -> int:
        """LSTMs a layer."""
        return 2 if self.kind == "diagonal" else 1


class Lstm(nn.Module):
    """The weights of one LSTM layer in one direction; gates stand in the order i, f, o, g.

    Args:
        features: Maps that K_is reads.
        hidden: Units h.
        taps: Neighbours whose states K_ss reads: above left, above, above right, or side, above.
    """

    def __init__(self, features: int, hidden: int, taps: int) -> None:
        super().__init__()
        self.K_is = nn.Parameter(torch.randn(GATES * hidden, features) / math.sqrt(features))
        self.K_ss = nn.Parameter(torch.randn(taps, hidden, GATES * hidden) / math.sqrt(taps * hidden))
        self.bias = nn.Parameter(torch.zeros(GATES, hidden).index_fill(0, torch.tensor(1), 1.0).flatten())
        self.h0 = nn.Parameter(torch.zeros(hidden))
        self.c0 = nn.Parameter(torch.zeros(hidden))


Scan = Callable[[str, Tensor, list[Lstm]], list[Tensor]]
"""A way to run the LSTMs of a layer over the picture: see ``scan``."""


class Block(nn.Module):
    """A residual block: an LSTM layer in one or two directions, and the way back to 2h maps."""

    def __init__(self, config: Config) -> None:
        super().__init__()
        h, maps = config.hidden, 2 * config.hidden
        features, taps = (2 * maps, 3) if config.kind == "row" else (maps, 2)
        self.lstms = nn.ModuleList(Lstm(features, h, taps) for _ in range(config.directions))
        self.up = nn.Linear(h, maps)

    def forward(self, kind: str, f: Tensor, scan: Scan) -> Tensor:
        """Return the next feature maps of maps f, both (H, W, B, 2h)."""
        seen = torch.cat((pad(f[:, :-1], (0, 0, 0, 0, 1, 0)), f), -1) if kind == "row" else f
        h = scan(kind, seen, cast("list[Lstm]", list(self.lstms)))  # (H, W, B, h) each
        total = h[0] if kind == "row" else h[0] + pad(h[1][:-1], (0, 0, 0, 0, 0, 0, 1, 0))
        return f + self.up(total)


class PixelRnn(nn.Module):
    """A Row LSTM or Diagonal BiLSTM network.

    Args:
        config: The size.
    """

    def __init__(self, config: Config) -> None:
        super().__init__()
        self.config = config
        maps = 2 * config.hidden
        self.first = nn.Linear(TAPS, maps)
        self.blocks = nn.ModuleList(Block(config) for _ in range(config.layers))
        self.head = nn.Linear(maps, config.head)
        self.out = nn.Linear(config.head, 1)

    def forward(self, x: Tensor) -> Tensor:
        """Return the logits of all conditionals p(x_i = 1 | x_<i) in raster order.

        Args:
            x: Pixels, (B, D), 0 or 1, of the parameters' dtype and device.

        Returns:
            Logits, (B, D).
        """
        return self.logits(x, scan)

    def logits(self, x: Tensor, scan: Scan) -> Tensor:
        """Return the logits with another way to run an LSTM over the picture.

        Args:
            x: Pixels, (B, D), or only those of the first rows: no row depends on one below it.
            scan: Runs the LSTMs of a layer.

        Returns:
            Logits of the pixels given.
        """
        f = self.first(neighbours(x.reshape(len(x), -1, self.config.width)))  # (H, W, B, 2h)
        for block in self.blocks:
            f = block(self.config.kind, f, scan)
        logits = self.out(self.head(f.relu()).relu())  # (H, W, B, 1)
        return logits.reshape(-1, len(x)).T


def neighbours(x: Tensor) -> Tensor:
    """Return what the first convolution sees of pictures (B, H, W): (H, W, B, 24), zero outside.

    The taps are the three rows above, seven pixels each from left to right and from the top, then the three
    pixels at the left.
    """
    height, width = x.shape[1:]
    around = pad(x, (REACH, REACH, REACH, 0))
    taps = [
        around[:, down : down + height, right : right + width]
        for down in range(REACH + 1)
        for right in range(2 * REACH + 1 if down < REACH else REACH)
    ]
    return torch.stack(taps, -1).permute(1, 2, 0, 3)


def cell(gates: Tensor, c: Tensor) -> tuple[Tensor, Tensor]:
    """Return the next (h, c), (..., h), from the gates' pre-activations (..., 4h) and the cell before."""
    i, f, o, g = gates.chunk(GATES, -1)
    c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
    return torch.sigmoid(o) * torch.tanh(c), c


def scan(kind: str, seen: Tensor, lstms: list[Lstm]) -> list[Tensor]:
    """Return the states of each LSTM of a layer, (H, W, B, h), from what its K_is reads, (H, W, B, F)."""
    gates = [linear(seen, lstm.K_is, lstm.bias) for lstm in lstms]  # (H, W, B, 4h) each
    return [scan_rows(gates[0], lstms[0])] if kind == "row" else scan_diagonals(gates, lstms)


def scan_rows(gates: Tensor, lstm: Lstm) -> Tensor:
    """Run a Row LSTM down the rows, a whole row at once.

    Args:
        gates: K_is * x + bias, (H, W, B, 4h).
        lstm: The layer.

    Returns:
        h, (H, W, B, h).
    """
    width, batch = gates.shape[1:3]
    weights = lstm.K_ss.flatten(0, 1)  # (3h, 4h)
    edge = lstm.h0.expand(1, batch, -1)
    h, c = lstm.h0.expand(width, batch, -1), lstm.c0.expand(width, batch, -1)
    rows = []
    for gate in gates:
        around = torch.cat((edge, h, edge))  # (W + 2, B, h)
        h, c = cell(gate + torch.cat((around[:-2], around[1:-1], around[2:]), -1) @ weights, c)
        rows.append(h)
    return torch.stack(rows)


def scan_diagonals(gates: list[Tensor], lstms: list[Lstm]) -> list[Tensor]:
    """Run a Diagonal BiLSTM along the diagonals, a diagonal of both directions at once.

    Row r of the picture is skewed r to the right, so that a diagonal becomes a column, whose states need
    those of the column before only: of the same row (at the side) and of the row above.

    Args:
        gates: K_is * x + bias of left-to-right and right-to-left, (H, W, B, 4h).
        lstms: Both layers.

    Returns:
        h of both, (H, W, B, h), where they belong in the picture.
    """
    height, width, batch = gates[0].shape[:3]
    weights = torch.stack([lstm.K_ss.flatten(0, 1) for lstm in lstms])  # (2, 2h, 4h)
    h0, c0 = (torch.stack([getattr(lstm, name) for lstm in lstms])[:, None, None] for name in ("h0", "c0"))
    skewed = _skewed(torch.stack((gates[0], gates[1].flip(1))))  # (2, H, H + W - 1, B, 4h)
    column = torch.arange(height + width - 1) - torch.arange(height)[:, None]
    inside = ((column >= 0) & (column < width)).to(gates[0].device)[:, :, None, None]  # (H, H + W - 1, 1, 1)
    h, c = h0.expand(2, height, batch, -1), c0.expand(2, height, batch, -1)
    top, states = h[:, :1], []
    for at in range(height + width - 1):
        before = torch.cat((h, torch.cat((top, h[:, :-1]), 1)), -1)  # (2, H, B, 2h): side, above
        moved = (before.flatten(1, 2) @ weights).unflatten(1, (height, batch))
        h, c = cell(skewed[:, :, at] + moved, c)
        h, c = torch.where(inside[:, at], h, h0), torch.where(inside[:, at], c, c0)
        states.append(h)
    whole = torch.stack(states, 2)  # (2, H, H + W - 1, B, h)
    straight = torch.stack([whole[:, row, row : row + width] for row in range(height)], 1)
    return [straight[0], straight[1].flip(1)]


def _skewed(x: Tensor) -> Tensor:
    """Return (2, H, W, ...) as (2, H, H + W - 1, ...) with row r moved r to the right, zero elsewhere."""
    height = x.shape[1]
    return torch.stack([pad(x[:, r], (0, 0, 0, 0, r, height - 1 - r)) for r in range(height)], 1)


def build(config: Config) -> PixelRnn:
    """Return a freshly initialised PixelRNN of this size."""
    return PixelRnn(config)
