"""PixelRNN on a single picture, fast: all conditionals, an update after an edit, samples. NumPy only.

A row of pixels needs of the rows above nothing but the states of the row just before it (and, by the first
convolution, the pixels of three rows), so the states of every row are kept, and an edit is computed from its
row on. Sampling runs the same recurrences pixel by pixel: what comes from the row above is one matrix
product a row, and the right-to-left LSTMs run once a row, all layers together, when the row is finished,
since their map is only read one row further down.

The gates are kept as tanh of half their input, sigmoid(a) = (1 + tanh(a / 2)) / 2, so that all four are one
vectorised call; the halves of i, f and o go into the weights once.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from genplay.models.pixelrnn import GATES, REACH, TAPS, Config, PixelRnn

Floats = NDArray[np.float32]
Bits = NDArray[np.uint8]

_HALF = np.float32(0.5)


@dataclass(frozen=True, slots=True, eq=False)
class Lstm:
    """The weights of one LSTM layer in one direction.

    Args:
        K_is: Input to state, (F, 4h).
        K_ss: State to state, its taps below one another, (taps * h, 4h).
        bias: (4h,).
        h0: The state outside the picture, (h,).
        c0: The cell outside the picture, (h,).
    """

    K_is: Floats
    K_ss: Floats
    bias: Floats
    h0: Floats
    c0: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """A PixelRNN's weights, those of i, f and o halved; matrices stand so that x @ K is what they do.

    Args:
        config: The size.
        first: The first convolution, (24, 2h), and its bias.
        lstms: Of each layer and direction.
        up: From states to maps, (h, 2h), of each layer, and its bias.
        head: (2h, head) and its bias.
        out: (head,) and its bias.
    """

    config: Config
    first: tuple[Floats, Floats]
    lstms: tuple[tuple[Lstm, ...], ...]
    up: tuple[tuple[Floats, Floats], ...]
    head: tuple[Floats, Floats]
    out: tuple[Floats, float]

    @classmethod
    def of(cls, model: PixelRnn) -> Self:
        """Return the weights of a network."""
        values = {
            name: np.asarray(p.detach().float().cpu().numpy()) for name, p in model.state_dict().items()
        }

        def linear(name: str) -> tuple[Floats, Floats]:
            return np.ascontiguousarray(values[f"{name}.weight"].T), values[f"{name}.bias"]

        config = model.config
        h = config.hidden
        halves = np.ones(GATES * h, np.float32)
        halves[: 3 * h] = _HALF

        def lstm(name: str) -> Lstm:
            K_is, K_ss, bias, h0, c0 = (
                values[f"{name}.{part}"] for part in ("K_is", "K_ss", "bias", "h0", "c0")
            )
            rows = K_ss.reshape(-1, GATES * h) * halves
            return Lstm(np.ascontiguousarray(K_is.T * halves), rows, bias * halves, h0, c0)

        head, out = linear("head"), linear("out")
        return cls(
            config=config,
            first=linear("first"),
            lstms=tuple(
                tuple(lstm(f"blocks.{layer}.lstms.{way}") for way in range(config.directions))
                for layer in range(config.layers)
            ),
            up=tuple(linear(f"blocks.{layer}.up") for layer in range(config.layers)),
            head=head,
            out=(np.ascontiguousarray(out[0][:, 0]), float(out[1][0])),
        )

    @property
    def dims(self) -> int:
        """Number of pixels."""
        return self.config.dims

    @property
    def hidden(self) -> int:
        """Number of hidden units of a layer and direction."""
        return self.config.hidden


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
    f = _neighbours(x.reshape(config.height, config.width), row) @ weights.first[0] + weights.first[1]
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
    kept.logits.reshape(config.height, config.width)[row:] = _logits(weights, f)
    return Conditionals(kept.logits, x, kept.h, kept.c)


def _logits(weights: Weights, f: Floats) -> Floats:
    """Return the logits (...) of feature maps (..., 2h)."""
    hidden = np.maximum(f, 0) @ weights.head[0] + weights.head[1]
    return np.maximum(hidden, 0) @ weights.out[0] + np.float32(weights.out[1])


def _neighbours(x: Bits, row: int) -> Floats:
    """Return what the first convolution sees of a picture (H, W) from a row on, (H - row, W, 24)."""
    around = np.pad(x, ((REACH, 0), (REACH, REACH))).astype(np.float32)
    windows = np.lib.stride_tricks.sliding_window_view(around[row:], (REACH + 1, 2 * REACH + 1))
    return windows.reshape(*windows.shape[:2], -1)[:, :, :TAPS]


def _cell(gates: Floats, c: Floats, h: Floats) -> None:
    """Advance the cells c in place and write the states h, (..., h); the gates' inputs are used up."""
    size = c.shape[-1]
    np.tanh(gates, out=gates)
    sigmoids = gates[..., : 3 * size]
    sigmoids *= _HALF
    sigmoids += _HALF
    c *= gates[..., size : 2 * size]
    i = gates[..., :size]
    i *= gates[..., 3 * size :]
    c += i
    np.tanh(c, out=h)
    h *= gates[..., 2 * size : 3 * size]


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
        _cell(now, cells, h[row])
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
        _cell(gates, cells[:, low:high], now[:, low:high])
        states[:, low + 1 : high + 1] = now[:, low:high]
        inside = np.arange(low, high)
        h[0, first + inside, step - inside] = now[0, low:high]
        h[1, first + inside, width - 1 - step + inside] = now[1, low:high]


def samples(
    weights: Weights, x: Bits, start: int, uniforms: NDArray[np.float64], temperature: float, stride: int
) -> Iterator[tuple[Bits, int]]:
    """Yield (pictures so far, (N, D), how many of their pixels are settled) every ``stride`` pixels.

    Args:
        weights: The model.
        x: Pixels, (D,), 0 or 1.
        start: The pixels before this one are kept exactly; the others of ``x`` don't matter.
        uniforms: (N, D) in [0, 1]: a pixel is ink where its uniform is below its probability.
        temperature: Divides the logits; only 1 is the model.
        stride: Pixels between two yields.
    """
    config = weights.config
    sampler = _Sampler(weights, len(uniforms))
    with np.errstate(divide="ignore"):  # a uniform of 0 is below any probability
        bars = temperature * (np.log(uniforms) - np.log1p(-uniforms))
    bars[:, :start] = np.where(x[:start], -np.inf, np.inf)
    if start >= config.width:
        sampler.take_rows(conditionals(weights, x), start // config.width)
    pictures = np.zeros((len(uniforms), config.dims), np.uint8)
    pictures[:, :start] = x[:start]
    due = {*range(start + stride, config.dims, stride), config.dims}
    if start == config.dims:
        yield pictures, start
        return
    for pixel in range(start // config.width * config.width, config.dims):
        pictures[:, pixel] = sampler.logits(pixel) > bars[:, pixel]
        sampler.put(pixel, pictures[:, pixel])
        if pixel + 1 in due:
            yield pictures.copy(), pixel + 1


class _Sampler:
    """Pictures that grow pixel by pixel, and the states that the next pixel's logit needs.

    Args:
        weights: The model.
        count: Number of pictures N.
    """

    def __init__(self, weights: Weights, count: int) -> None:
        config = weights.config
        self.weights, self.config = weights, config
        height, width, h, layers = config.height, config.width, config.hidden, config.layers
        self._pixels = np.zeros((count, height + REACH, width + 2 * REACH), np.float32)
        forward = [lstms[0] for lstms in weights.lstms]
        # Of the row above, with the states outside at both ends; then of the row that grows.
        self._above = np.empty((layers, count, width + 2, h), np.float32)
        self._above[:] = np.stack([lstm.h0 for lstm in forward])[:, None, None]
        self._here = self._above.copy()
        self._cells = np.empty((layers, count, width, h), np.float32)  # a Row LSTM's: of the row above
        self._cells[:] = np.stack([lstm.c0 for lstm in forward])[:, None, None]
        self._maps = np.zeros((layers, count, width + 1, 2 * h), np.float32)  # what each layer reads
        self._moved = np.empty((layers, count, width, GATES * h), np.float32)  # what comes from the row above
        self._right = np.zeros((layers, count, width, h), np.float32)  # the mirrored LSTMs', a row further up
        if config.kind == "diagonal":
            # The pixel's features and the state at its side are read at once.
            self._K = [np.concatenate((lstm.K_is, lstm.K_ss[:h])) for lstm in forward]
            mirrored = [lstms[1] for lstms in weights.lstms]
            self._mirrored_above = np.empty_like(self._right)
            self._mirrored_above[:] = np.stack([lstm.h0 for lstm in mirrored])[:, None, None]
            self._side = np.stack([lstm.K_ss[:h] for lstm in mirrored])  # (L, h, 4h)
        else:
            self._K = [lstm.K_is for lstm in forward]

    def take_rows(self, known: Conditionals, row: int) -> None:
        """Begin at a row of a picture whose conditionals are known."""
        x = known.x.reshape(self.config.height, self.config.width)
        self._pixels[:, REACH : REACH + row, REACH:-REACH] = x[:row]
        self._above[:, :, 1:-1] = known.h[:, 0, row - 1][:, None]
        if self.config.kind == "row":
            self._cells[:] = known.c[:, row - 1][:, None]
        else:
            self._right[:] = self._mirrored_above[:] = known.h[:, 1, row - 1][:, None]

    def put(self, pixel: int, values: Bits) -> None:
        """Settle a pixel of all pictures, (N,)."""
        row, column = divmod(pixel, self.config.width)
        self._pixels[:, row + REACH, column + REACH] = values
        if column == self.config.width - 1:
            if self.config.kind == "diagonal":
                self._run_mirrored()
            self._above, self._here = self._here, self._above

    def logits(self, pixel: int) -> Floats:
        """Return the pixel's logit in all pictures, (N,); all pixels before it are settled."""
        row, column = divmod(pixel, self.config.width)
        if column == 0:
            self._begin_row()
        window = self._pixels[:, row : row + REACH + 1, column : column + 2 * REACH + 1]
        f = window.reshape(len(window), -1)[:, :TAPS] @ self.weights.first[0] + self.weights.first[1]
        rows = self.config.kind == "row"
        for layer, (up, bias) in enumerate(self.weights.up):
            maps, here = self._maps[layer], self._here[layer]
            maps[:, column + 1] = f
            if rows:
                seen = maps[:, column : column + 2].reshape(len(f), -1)
            else:
                seen = np.concatenate((f, here[:, column]), 1)  # the state at the left, outside it is h0
            gates = np.matmul(seen, self._K[layer])
            gates += self._moved[layer, :, column]
            h = here[:, column + 1]
            _cell(gates, self._cells[layer, :, column if rows else 0], h)
            f += (h if rows else h + self._right[layer, :, column]) @ up
            f += bias
        return _logits(self.weights, f)

    def _begin_row(self) -> None:
        """Compute what the row above brings to all pixels of the next row."""
        h = self.config.hidden
        for layer, lstms in enumerate(self.weights.lstms):
            above = self._above[layer]
            if self.config.kind == "row":
                read = np.concatenate((above[:, :-2], above[:, 1:-1], above[:, 2:]), -1)
                self._moved[layer] = read @ lstms[0].K_ss + lstms[0].bias
            else:
                self._moved[layer] = above[:, 1:-1] @ lstms[0].K_ss[h:] + lstms[0].bias
                self._cells[layer, :, 0] = lstms[0].c0

    def _run_mirrored(self) -> None:
        """Run the right-to-left LSTMs over the finished row, all layers together."""
        h = self.config.hidden
        lstms = [lstms[1] for lstms in self.weights.lstms]
        gates: Floats = np.stack(
            [
                self._maps[layer, :, 1:] @ lstm.K_is + self._mirrored_above[layer] @ lstm.K_ss[h:] + lstm.bias
                for layer, lstm in enumerate(lstms)
            ]
        )  # (L, N, W, 4h)
        states = np.empty((len(lstms), gates.shape[1], h), np.float32)
        states[:] = np.stack([lstm.h0 for lstm in lstms])[:, None]
        cells = np.empty_like(states)
        cells[:] = np.stack([lstm.c0 for lstm in lstms])[:, None]
        for column in range(self.config.width - 1, -1, -1):
            gates[:, :, column] += states @ self._side
            _cell(gates[:, :, column], cells, states)
            self._right[:, :, column] = states
        self._mirrored_above[:] = self._right
