"""The derivatives of one logit of a PixelRNN by all pixels, layer by layer, many times faster than by torch.

Both LSTMs are one recurrence over steps, in each of which many cells move at once: the cells of a row, or
those of a diagonal in both directions. Only the rows down to the pixel's take part.
"""

from abc import abstractmethod
from collections.abc import Iterator

import numpy as np

from genplay.models.pixelrnn import GATES, REACH
from genplay.models.pixelrnn_numpy.picture import neighbours
from genplay.models.pixelrnn_numpy.weights import Bits, Floats, Lstm, Weights


def gradient(weights: Weights, x: Bits, pixel: int) -> Iterator[Floats | None]:
    """Yield None between the layers, forwards and then backwards, and at last d logit / d x, (D,).

    Args:
        weights: The model.
        x: Pixels, (D,), 0 or 1.
        pixel: Whose logit.
    """
    config = weights.config
    row, column = divmod(pixel, config.width)
    picture = x.reshape(config.height, config.width)[: row + 1]
    f = neighbours(picture, 0) @ weights.first[0] + weights.first[1]  # (R, W, 2h)
    kind, layers = _RowLayer if config.kind == "row" else _DiagonalLayer, list[_Layer]()
    for lstms, (up, bias) in zip(weights.lstms, weights.up, strict=True):
        layer = kind(lstms, f)
        f = f + layer.forward(f) @ up + bias
        layers.append(layer)
        yield None
    d = np.zeros_like(f)
    d[row, column] = _through_head(weights, f[row, column])
    for layer, (up, _) in zip(reversed(layers), reversed(weights.up), strict=True):
        d = d + layer.back(np.matmul(d, up.T))
        if layer is not layers[0]:
            yield None
    found = np.zeros(config.dims, np.float32)
    found[: picture.size] = _to_pixels(np.matmul(d, weights.first[0].T)).ravel()
    yield found


def _through_head(weights: Weights, f: Floats) -> Floats:
    """Return the logit's derivatives by its pixel's last feature maps, (2h,)."""
    hidden = np.maximum(f, 0) @ weights.head[0] + weights.head[1]
    return ((weights.out[0] * (hidden > 0)) @ weights.head[0].T) * (f > 0)


def _to_pixels(taps: Floats) -> Floats:
    """Return the derivatives by the pixels, (R, W), of those by what the first convolution sees of them."""
    rows, width = taps.shape[:2]
    around = np.zeros((rows + REACH, width + 2 * REACH), np.float32)
    for tap in range(taps.shape[2]):
        down, right = divmod(tap, 2 * REACH + 1)
        around[down : down + rows, right : right + width] += taps[:, :, tap]
    return around[REACH:, REACH:-REACH]


class _Layer:
    """The LSTMs of a layer, run over a picture, and what the way back needs to know of that.

    Args:
        lstms: Of each direction.
        f: Feature maps, (R, W, 2h), for their shape.
    """

    def __init__(self, lstms: tuple[Lstm, ...], f: Floats) -> None:
        self.rows, self.width = f.shape[:2]
        self.lstms = lstms
        self.hidden = lstms[0].h0.size
        self._K_ss = np.stack([lstm.K_ss for lstm in lstms])  # (directions, taps * h, 4h)
        self._inside = self.along([np.ones((*f.shape[:2], 1), np.float32) for _ in lstms])
        """1 where a step's cell is one of the picture, (S, directions, cells, 1)."""

    @abstractmethod
    def forward(self, f: Floats) -> Floats:
        """Return what the layer's way up reads, (R, W, h), of feature maps (R, W, 2h)."""

    @abstractmethod
    def back(self, d: Floats) -> Floats:
        """Return the derivatives by the feature maps, (R, W, 2h), of those by what ``forward`` returned."""

    @abstractmethod
    def along(self, maps: list[Floats]) -> Floats:
        """Return maps of each direction, (R, W, F), as the steps go, (S, directions, cells, F)."""

    @abstractmethod
    def read(self, h: Floats, h0: Floats) -> Floats:
        """Return what K_ss reads, (directions, cells, taps * h), of the states of the step before."""

    @abstractmethod
    def unread(self, d: Floats) -> Floats:
        """Return the derivatives by those states of the derivatives by what was read."""

    def run(self, gates: Floats) -> Floats:
        """Return the states of all steps, (S, directions, cells, h); the gates' inputs are used up."""
        size = self.hidden
        states, tanh, before = (np.empty((*gates.shape[:3], size), np.float32) for _ in range(3))
        h0, c0 = (np.stack([getattr(lstm, name) for lstm in self.lstms])[:, None] for name in ("h0", "c0"))
        h, c = (np.broadcast_to(first, states.shape[1:]) for first in (h0, c0))
        for step, now in enumerate(gates):
            now += self.read(h, h0) @ self._K_ss
            np.tanh(now, out=now)  # of half the input for i, f and o: see ``weights``
            sigmoids = now[..., : 3 * size]
            sigmoids *= 0.5
            sigmoids += 0.5
            i, f, o, g = (now[..., gate * size : (gate + 1) * size] for gate in range(GATES))
            before[step] = c
            c = f * c + i * g
            np.tanh(c, out=tanh[step])
            h = states[step] = o * tanh[step]
            inside = self._inside[step] > 0
            h, c = np.where(inside, h, h0), np.where(inside, c, c0)
        self._keep(gates, before, tanh)
        return states

    def _keep(self, gates: Floats, before: Floats, tanh: Floats) -> None:
        """Keep what the chain rule multiplies d c and d h by, at all steps."""
        i, f, o, g = np.split(gates, GATES, -1)
        # With a = tanh(z / 2) and sigmoid = (1 + a) / 2: d sigmoid / d (z / 2) = 2 sigmoid (1 - sigmoid).
        by_c = 2 * i * (1 - i) * g, 2 * f * (1 - f) * before, np.zeros_like(o), i * (1 - g * g)
        self._gates_by_c = np.concatenate(by_c, -1)
        self._o_by_h = 2 * o * (1 - o) * tanh
        self._c_by_h = o * (1 - tanh * tanh)
        self._forget = f

    def run_back(self, d: Floats) -> Floats:
        """Return the derivatives by the gates' inputs of those by the states, both as the steps go."""
        size = self.hidden
        gates: Floats = np.empty(self._gates_by_c.shape, np.float32)
        transposed = np.ascontiguousarray(self._K_ss.swapaxes(1, 2))
        dh, dc = np.zeros_like(d[0]), np.zeros_like(d[0])
        for step in range(len(d) - 1, -1, -1):
            inside = self._inside[step]  # outside a state is h0, whatever came before
            dh = (dh + d[step]) * inside
            dc = dc * inside + dh * self._c_by_h[step]
            now = gates[step]
            np.multiply(np.tile(dc, GATES), self._gates_by_c[step], out=now)
            now[..., 2 * size : 3 * size] = dh * self._o_by_h[step]
            dc = dc * self._forget[step]
            dh = self.unread(now @ transposed)
        return gates


class _RowLayer(_Layer):
    """A Row LSTM: a step is a row."""

    def forward(self, f: Floats) -> Floats:
        (lstm,) = self.lstms
        seen = np.concatenate((np.pad(f[:, :-1], ((0, 0), (1, 0), (0, 0))), f), -1)
        return self.run(self.along([seen @ lstm.K_is + lstm.bias]))[:, 0]

    def back(self, d: Floats) -> Floats:
        seen = np.matmul(self.run_back(self.along([d]))[:, 0], self.lstms[0].K_is.T)
        maps = seen.shape[2] // 2
        found = seen[:, :, maps:].copy()
        found[:, :-1] += seen[:, 1:, :maps]
        return found

    def along(self, maps: list[Floats]) -> Floats:
        return maps[0][:, None]

    def read(self, h: Floats, h0: Floats) -> Floats:
        around = np.concatenate((h0, h, h0), 1)
        return np.concatenate((around[:, :-2], h, around[:, 2:]), -1)

    def unread(self, d: Floats) -> Floats:
        left, found, right = np.split(d, 3, -1)
        found = found.copy()
        found[:, :-1] += left[:, 1:]
        found[:, 1:] += right[:, :-1]
        return found


class _DiagonalLayer(_Layer):
    """A Diagonal BiLSTM: a step is a diagonal, in which row r is r cells behind row 0."""

    def forward(self, f: Floats) -> Floats:
        left, right = self.lstms
        gates = [f @ left.K_is + left.bias, f[:, ::-1] @ right.K_is + right.bias]
        found, mirrored = self._straight(self.run(self.along(gates)))
        found[1:] += mirrored[:-1, ::-1]
        return found

    def back(self, d: Floats) -> Floats:
        below = np.concatenate((d[1:], np.zeros_like(d[:1])))  # what is read of a row, one further down
        found, mirrored = self._straight(self.run_back(self.along([d, below[:, ::-1]])))
        left, right = self.lstms
        return np.matmul(found, left.K_is.T) + np.matmul(mirrored, right.K_is.T)[:, ::-1]

    def along(self, maps: list[Floats]) -> Floats:
        steps = np.zeros((self.rows + self.width - 1, 2, self.rows, maps[0].shape[2]), np.float32)
        for way, of_way in enumerate(maps):
            for row in range(self.rows):
                steps[row : row + self.width, way, row] = of_way[row]
        return steps

    def _straight(self, steps: Floats) -> tuple[Floats, Floats]:
        """Return the maps, (R, W, F), of both directions."""
        left, right = (
            np.stack([steps[row : row + self.width, way, row] for row in range(self.rows)])
            for way in range(2)
        )
        return left, right

    def read(self, h: Floats, h0: Floats) -> Floats:
        return np.concatenate((h, np.concatenate((h0, h[:, :-1]), 1)), -1)

    def unread(self, d: Floats) -> Floats:
        found, above = np.split(d, 2, -1)
        found = found.copy()
        found[:, :-1] += above[:, 1:]
        return found
