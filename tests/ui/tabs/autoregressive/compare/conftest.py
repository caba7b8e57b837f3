"""Answers of made-up models to one drawing, as the side-by-side page is given them."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from genplay.families.autoregressive import AutoregressiveState, Conditionals, Seen
from genplay.families.base import Drawing, Measured
from genplay.ui.tabs.autoregressive.compare.rows import TABLES
from genplay.ui.tabs.autoregressive.compare.scene import Compared
from genplay.ui.tabs.autoregressive.scene import Scene

WORSE = 1.2  # times as many nats as the model before it: what a model needs
LINE = Drawing.of((np.arange(784) % 28 == 12).reshape(28, 28))  # down column 13


@pytest.fixture
def compared(score: Callable[..., Conditionals]) -> Callable[..., Compared]:
    """Return a function that makes what is compared: two models of which the first is the best.

    Its arguments are which models there are and which have answered, the drawing, the pixel that is pointed
    at, what it sees, and the values of the state and of ``Compared``.
    """

    def make(
        models=("nade", "row_lstm"),
        answered=None,
        drawing=LINE,
        pixel=None,
        weights=None,
        late=(),
        failures=None,
        drawn=False,
        **values,
    ):
        shown = {"rows": tuple(TABLES), **values}
        state = AutoregressiveState(drawing=drawing, compared=models, page="compare", **shown)
        best = score("nade", drawing, simpler=False)
        results = {
            model: replace(
                best,
                model=model,
                surprises=WORSE ** models.index(model) * best.surprises,
                running=WORSE ** models.index(model) * best.running,
                measured=Measured(80.5, "mnist/test"),
            )
            for model in (models if answered is None else answered)
        }
        seen = {}
        if weights is not None:
            seen = {model: Seen(asked, weights) for model, asked in state.contexts(pixel).items()}
        scene = Scene(state, hovered=pixel)
        return Compared(scene, results, seen, failures or {}, frozenset(late), drawn)

    return make
