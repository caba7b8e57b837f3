"""All that the page of grey pictures shows, as one value."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from genplay.families.autoregressive import AutoregressiveState, GreySamples, GreyState, Mixtures
from genplay.ui.widgets.density_curve import Density

_POINTS = 385  # evenly over all greys; around each mean there are more
_AROUND = np.linspace(-3.5, 3.5, 29)  # in standard deviations
_START = AutoregressiveState()


@dataclass(frozen=True, slots=True, eq=False)
class GreyScene:
    """What is to be shown.

    Attributes:
        state: What the user has set.
        result: The picture's conditionals, or None while they are awaited.
        samples: The samples so far, or None.
        hovered: Index of the pixel under the pointer, or None.
        draws: Whether the pointer is over the picture that is drawn on, rather than over a map.
    """

    state: AutoregressiveState = _START
    result: Mixtures | None = None
    samples: GreySamples | None = None
    hovered: int | None = None
    draws: bool = False

    @property
    def grey(self) -> GreyState:
        """What the user has set on this page."""
        return self.state.grey

    @property
    def focus(self) -> int | None:
        """Index of the pixel that the numbers speak of: the hovered one, else the pinned one."""
        return self.grey.pixel if self.hovered is None else self.hovered

    @property
    def leading(self) -> int | None:
        """The component that has the greatest part in the density of the focus' own grey."""
        pixel, result = self.focus, self.result
        if pixel is None or result is None:
            return None
        _, parts = result.density(pixel, result.x[pixel : pixel + 1])
        return int(parts[:, 0].argmax())

    def density(self) -> Density | None:
        """Return the density of the pixel in focus, or None where it is not known."""
        pixel, result = self.focus, self.result
        if pixel is None or result is None:
            return None
        grid = _grid(result, pixel)
        whole, parts = result.density(pixel, grid)
        shares, _, _ = result.mixture_of(pixel)
        return Density(grid, whole, parts, shares, float(result.x[pixel]), float(np.exp(result.terms[pixel])))


def _grid(result: Mixtures, pixel: int) -> NDArray[np.float64]:
    """Return greys from 0 to 1, closer where a component is narrow."""
    _, mu, sigma = result.mixture_of(pixel)
    near = (mu[:, None] + sigma[:, None] * _AROUND).ravel()
    return np.unique(np.concatenate([np.linspace(0, 1, _POINTS), near[(near >= 0) & (near <= 1)]]))
