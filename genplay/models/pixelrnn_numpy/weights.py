"""What the fast paths of PixelRNN share: its weights, a cell's step, a pixel's logit.

The gates are kept as tanh of half their input, sigmoid(a) = (1 + tanh(a / 2)) / 2, so that all four are one
vectorised call; the halves of i, f and o go into the weights once.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from genplay.models.pixelrnn import GATES, Config, PixelRnn

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


def logits(weights: Weights, f: Floats) -> Floats:
    """Return the logits (...) of feature maps (..., 2h)."""
    hidden = np.maximum(f, 0) @ weights.head[0] + weights.head[1]
    return np.maximum(hidden, 0) @ weights.out[0] + np.float32(weights.out[1])


class Gates:
    """A cell's step: i, f, o, of which half the input is kept, and g.

    Args:
        inputs: The gates' inputs, (..., 4h), which a step uses up: others can be written there for the next.
    """

    def __init__(self, inputs: Floats) -> None:
        size = inputs.shape[-1] // GATES
        self.all = inputs
        self._sigmoids = inputs[..., : 3 * size]
        self._i, self._f, self._o, self._g = (inputs[..., at * size : (at + 1) * size] for at in range(GATES))

    def advance(self, c: Floats, h: Floats) -> None:
        """Advance the cells c in place and write the states h, (..., h)."""
        np.tanh(self.all, out=self.all)
        self._sigmoids *= _HALF
        self._sigmoids += _HALF
        c *= self._f
        self._i *= self._g
        c += self._i
        np.tanh(c, out=h)
        h *= self._o
