"""Samples of a PixelRNN, pixel by pixel, by the same recurrences as a picture's conditionals.

What comes from the row above is one matrix product a row, and the right-to-left LSTMs run once a row, all
layers together, when the row is finished, since their map is only read one row further down.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from genplay.models.pixelrnn import GATES, REACH, TAPS
from genplay.models.pixelrnn_numpy.picture import Conditionals, conditionals
from genplay.models.pixelrnn_numpy.weights import Bits, Floats, Gates, Weights, logits


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
    sampler = Sampler(weights, len(uniforms))
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


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """Views of a sampler's arrays at one column, for one layer: to make a view costs as much as to use it.

    Args:
        maps: The layer's input at the column, (N, 2h).
        seen: Its input there and at the column before, (N, 4h).
        left: The state at the column before, (N, h).
        h: The state at the column, (N, h).
        cells: The cells that the column advances, (N, h).
        moved: What the row above brings, (N, 4h).
        right: The mirrored LSTM's state at the column, one row further up, (N, h).
    """

    maps: Floats
    seen: Floats
    left: Floats
    h: Floats
    cells: Floats
    moved: Floats
    right: Floats


class Sampler:
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
        self._gates = Gates(np.empty((count, GATES * h), np.float32))
        forward = [lstms[0] for lstms in weights.lstms]
        # Of the row above and of the row that grows, by turns; with the states outside at both ends.
        self._states = np.empty((2, layers, count, width + 2, h), np.float32)
        self._states[:] = np.stack([lstm.h0 for lstm in forward])[:, None, None]
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
        self._places = [[self._place(row, column) for column in range(width)] for row in range(2)]

    def take_rows(self, known: Conditionals, row: int) -> None:
        """Begin at a row of a picture whose conditionals are known."""
        x = known.x.reshape(self.config.height, self.config.width)
        self._pixels[:, REACH : REACH + row, REACH:-REACH] = x[:row]
        self._states[(row - 1) % 2, :, :, 1:-1] = known.h[:, 0, row - 1][:, None]
        if self.config.kind == "row":
            self._cells[:] = known.c[:, row - 1][:, None]
        else:
            self._right[:] = self._mirrored_above[:] = known.h[:, 1, row - 1][:, None]

    def put(self, pixel: int, values: Bits) -> None:
        """Settle a pixel of all pictures, (N,)."""
        row, column = divmod(pixel, self.config.width)
        self._pixels[:, row + REACH, column + REACH] = values
        if column == self.config.width - 1 and self.config.kind == "diagonal":
            self._run_mirrored()

    def logits(self, pixel: int) -> Floats:
        """Return the pixel's logit in all pictures, (N,); all pixels before it are settled."""
        row, column = divmod(pixel, self.config.width)
        if column == 0:
            self._begin_row(row)
        window = self._pixels[:, row : row + REACH + 1, column : column + 2 * REACH + 1]
        f = window.reshape(len(window), -1)[:, :TAPS].dot(self.weights.first[0])
        f += self.weights.first[1]
        rows, gates = self.config.kind == "row", self._gates
        for place, K, (up, bias) in zip(self._places[row % 2][column], self._K, self.weights.up, strict=True):
            place.maps[:] = f
            if rows:
                place.seen.dot(K, gates.all)
            else:
                np.concatenate((f, place.left), 1).dot(K, gates.all)  # outside, the state at the left is h0
            gates.all += place.moved
            gates.advance(place.cells, place.h)
            f += (place.h if rows else place.h + place.right).dot(up)
            f += bias
        return logits(self.weights, f)

    def _place(self, row: int, column: int) -> list[Place]:
        """Return what each layer reads and writes at a column of an even (0) or odd (1) row."""
        states, at = self._states[row], column if self.config.kind == "row" else 0
        return [
            Place(
                maps=self._maps[layer, :, column + 1],
                seen=self._maps[layer, :, column : column + 2].reshape(states.shape[1], -1),
                left=states[layer, :, column],
                h=states[layer, :, column + 1],
                cells=self._cells[layer, :, at],
                moved=self._moved[layer, :, column],
                right=self._right[layer, :, column],
            )
            for layer in range(self.config.layers)
        ]

    def _begin_row(self, row: int) -> None:
        """Compute what the row above brings to all pixels of a row."""
        h = self.config.hidden
        for layer, lstms in enumerate(self.weights.lstms):
            above = self._states[(row - 1) % 2, layer]
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
            Gates(gates[:, :, column]).advance(cells, states)
            self._right[:, :, column] = states
        self._mirrored_above[:] = self._right
