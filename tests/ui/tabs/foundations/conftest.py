"""Scenes answered by the true pipeline, panels shown alone, and patches to count by hand."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from genplay.data.patches import patches
from genplay.families.base import Drawing
from genplay.families.foundations import FoundationsState
from genplay.pipelines.foundations import run
from genplay.ui.tabs.foundations.scene import Scene

_NAMES = {"models": "fitted", "chain": "factors", "bayes": "answer"}


@pytest.fixture
def scene() -> Callable[..., Scene]:
    """Return a function that makes a scene whose questions are answered.

    Its arguments are the state's values, ``answered`` False for a scene that waits, and those of ``Scene``.
    """

    def make(answered: bool = True, **values: object) -> Scene:
        parts = {name: values.pop(name) for name in ("hovered", "phase", "playing") if name in values}
        state = FoundationsState(**values)  # type: ignore[arg-type]
        made = Scene(state, **parts)  # type: ignore[arg-type]
        if not answered:
            return made
        asked = state.requests().items()
        answers = {_NAMES[name]: list(run(None, request))[-1] for name, request in asked}  # type: ignore[arg-type]
        return replace(made, **answers)  # type: ignore[arg-type]

    return make


@pytest.fixture
def data() -> NDArray[np.uint8]:
    """Return the patches of 3 x 4, (60000, 12), to be counted by hand."""
    return patches(3, 4)


@pytest.fixture
def checkerboard() -> Callable[[int, int], Drawing]:
    """Return a function that makes a checkerboard of a size: no stroke of a pen begins like a large one."""

    def make(rows: int, columns: int) -> Drawing:
        return Drawing.of(np.add.outer(np.arange(rows), np.arange(columns)) % 2)

    return make
