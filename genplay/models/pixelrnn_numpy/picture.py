"""All conditionals of one picture under a PixelRNN, and an update after an edit.

A row of pixels needs of the rows above nothing but the states of the row just before it (and, by the first
convolution, the pixels of three rows), so the states of every row are kept, and an edit is computed from its
row on.
"""

from dataclasses import dataclass

import numpy as np

from genplay.models.pixelrnn import GATES, REACH, TAPS
from genplay.models.pixelrnn_numpy.weights import Bits, Floats, Gates, Lstm, Weights, logits


@dataclass(frozen=True, slots=True, eq=False)
class Conditionals:
    """What a PixelRNN says of one picture, and what makes the next edit cheap.

    Args:
        logits: Of p(x_i = 1 | x_<i), (D,).
        x: The picture, (D,).
        h: States of each layer and direction, (L, directions, H, W, h).
        c: Cells of each layer, (L, H, W, h); of a Row LSTM only, whose cells come from the row above.
    """

    logits: Floats
    x: Bits
    h: Floats
    c: Floats


def conditionals(weights: Weights, x: Bits) -> Conditionals:
    """Return all conditionals of a picture.

    Args:
        weights: The model.
        x: Pixels, (D,), 0 or 1.
    """
    config = weights.config
    size = config.height, config.width, config.hidden
    h = np.empty((config.layers, config.directions, *size), np.float32)
    c = np.empty((config.layers if config.kind == "row" else 0, *size), np.float32)
    blank = Conditionals(np.empty(config.dims, np.float32), np.zeros(config.dims, np.uint8), h, c)
    return _from_row(weights, blank, x.astype(np.uint8), 0)


def update(weights: Weights, previous: Conditionals, x: Bits) -> Conditionals:
    """Return all conditionals of an edited picture, from those before the edit: its row and those below.

    Args:
        weights: The model.
        previous: What was returned for the picture before; it is left as it was.
        x: Pixels, (D,), 0 or 1; any number of them changed.
    """
    changed = (x != previous.x).nonzero()[0]
    if not len(changed):
        return previous
    kept = Conditionals(previous.logits.copy(), x, previous.h.copy(), previous.c.copy())
    return _from_row(weights, kept, x.astype(np.uint8), int(changed[0]) // weights.config.width)


def _from_row(weights: Weights, kept: Conditionals, x: Bits, row: int) -> Conditionals:
    """Compute everything from a row on; what is above in ``kept`` is right already."""
    config = weights.config
    f = neighbours(x.reshape(config.height, config.width), row) @ weights.first[0] + weights.first[1]
    for layer, lstms in enumerate(weights.lstms):
        states = kept.h[layer]
        if config.kind == "row":
            _scan_rows(lstms[0], f, states[0], kept.c[layer], row)
            total = states[0, row:]
        else:
            _scan_diagonals(lstms, f, states, row)
            total = states[0, row:].copy()
            if row:
                total += states[1, row - 1 : -1]
            else:
                total[1:] += states[1, :-1]
        f = f + total @ weights.up[layer][0] + weights.up[layer][1]
    kept.logits.reshape(config.height, config.width)[row:] = logits(weights, f)
    return Conditionals(kept.logits, x, kept.h, kept.c)


def neighbours(x: Bits, row: int) -> Floats:
    """Return what the first convolution sees of a picture (H, W) from a row on, (H - row, W, 24)."""
    around = np.pad(x, ((REACH, 0), (REACH, REACH))).astype(np.float32)
    windows = np.lib.stride_tricks.sliding_window_view(around[row:], (REACH + 1, 2 * REACH + 1))
    return windows.reshape(*windows.shape[:2], -1)[:, :, :TAPS]


def _scan_rows(lstm: Lstm, f: Floats, h: Floats, c: Floats, first: int) -> None:
    """Run a Row LSTM from a row on, reading the features (H - first, W, 2h) and the states above."""
    width, size = f.shape[1], h.shape[2]
    seen = np.concatenate((np.pad(f[:, :-1], ((0, 0), (1, 0), (0, 0))), f), -1)
    gates = seen @ lstm.K_is + lstm.bias
    around = np.empty((width + 2, size), np.float32)
    around[:] = lstm.h0
    taps = np.empty((width, 3, size), np.float32)
    cells = np.broadcast_to(lstm.c0, (width, size)).copy() if not first else c[first - 1].copy()
    if first:
        around[1:-1] = h[first - 1]
    for row in range(first, len(h)):
        taps[:, 0], taps[:, 1], taps[:, 2] = around[:-2], around[1:-1], around[2:]
        now = gates[row - first]
        now += taps.reshape(width, -1) @ lstm.K_ss
        Gates(now).advance(cells, h[row])
        around[1:-1] = h[row]
        c[row] = cells


def _scan_diagonals(lstms: tuple[Lstm, ...], f: Floats, h: Floats, first: int) -> None:
    """Run a Diagonal BiLSTM from a row on, both directions at once, along the skewed diagonals.

    Args:
        lstms: Left to right and right to left.
        f: Features from the row on, (H - first, W, 2h).
        h: States of both in the picture, (2, H, W, h); those above the row are read, the others written.
        first: The row.
    """
    rows, width = f.shape[:2]
    size = h.shape[3]
    steps = rows + width - 1
    # Cell (r, j) stands at (r, r + j): its side is the step before in its own row, above it one row up.
    skewed = np.empty((2, rows, steps, GATES * size), np.float32)
    for way, lstm in enumerate(lstms):
        gates = (f if way == 0 else f[:, ::-1]) @ lstm.K_is + lstm.bias
        for r in range(rows):
            skewed[way, r, r : r + width] = gates[r]
    weights = np.stack([lstm.K_ss for lstm in lstms])  # (2, 2h, 4h): side, above
    h0 = np.stack([lstm.h0 for lstm in lstms])[:, None]
    states = np.empty((2, rows + 1, size), np.float32)  # of the step before; the first row is that above
    states[:] = h0
    cells = np.empty((2, rows, size), np.float32)
    cells[:] = np.stack([lstm.c0 for lstm in lstms])[:, None]
    above = None if not first else np.stack((h[0, first - 1], h[1, first - 1, ::-1]))  # (2, W, h)
    before = np.empty((2, rows, 2 * size), np.float32)
    now = np.empty((2, rows, size), np.float32)
    for step in range(steps):
        low, high = max(0, step - width + 1), min(rows, step + 1)  # the rows that this diagonal crosses
        if above is not None and step < width:
            states[:, 0] = above[:, step]
        part = before[:, low:high]
        part[:, :, :size], part[:, :, size:] = states[:, low + 1 : high + 1], states[:, low:high]
        gates = part @ weights
        gates += skewed[:, low:high, step]
        Gates(gates).advance(cells[:, low:high], now[:, low:high])
        states[:, low + 1 : high + 1] = now[:, low:high]
        inside = np.arange(low, high)
        h[0, first + inside, step - inside] = now[0, low:high]
        h[1, first + inside, width - 1 - step + inside] = now[1, low:high]
