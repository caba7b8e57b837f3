"""A scene to show, and a desk to draw on without a window."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget

from genplay.families.autoregressive import PIXELS, AutoregressiveState, Comparison, Conditionals, Samples
from genplay.families.base import Drawing
from genplay.ui.tabs.autoregressive.scene import Scene

PIXEL = 28 * 7 + 12  # row 8, column 13
DRAWING = Drawing.of((np.arange(PIXELS) % 28 == 12).reshape(28, 28))  # a line down column 13


@pytest.fixture
def scene(score: Callable[..., Conditionals]) -> Callable[..., Scene]:
    """Return a function that makes a scene in which a line is drawn and answered.

    Its arguments are the state's values, ``answered`` False for a scene that waits, ``sampled`` for the
    number of pixels of the completions that are there, and those of ``Scene``.
    """

    def make(answered: bool = True, sampled: int | None = None, **values: object) -> Scene:
        parts = {name: values.pop(name) for name in ("hovered", "phase", "playing") if name in values}
        state = AutoregressiveState(**{"drawing": DRAWING, **values})  # type: ignore[arg-type]
        result = score("nade", state.drawing) if answered else None
        if result is not None and state.flip is not None:
            flipped = score("nade", state.drawing.flipped(state.flip))
            parts["comparison"] = Comparison(state.flip, result, flipped)
        if sampled is not None:
            pixels = np.tile(state.drawing.flat(), (8, 1))
            parts["samples"] = Samples(
                np.arange(PIXELS), state.sample_from or 0, sampled, pixels, state.temperature
            )
        return Scene(state, result, **parts)  # type: ignore[arg-type]

    return make


@pytest.fixture
def desk(make_desk: Callable[[AutoregressiveState], QWidget]) -> QWidget:
    """Return a desk with nothing drawn."""
    return make_desk(AutoregressiveState())
