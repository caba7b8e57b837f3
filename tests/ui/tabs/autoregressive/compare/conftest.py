"""Answers of made-up models to one drawing, and the columns of two of them beside each other."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtWidgets import QGridLayout, QWidget

from genplay.families.autoregressive import BOUNDED, AutoregressiveState, Conditionals, Seen
from genplay.families.base import Drawing, Measured
from genplay.families.vae import LowerBound
from genplay.ui.tabs.autoregressive.compare.column import Column
from genplay.ui.tabs.autoregressive.compare.rows import TABLES
from genplay.ui.tabs.autoregressive.compare.scene import Compared
from genplay.ui.tabs.autoregressive.scene import Scene

MODELS = ("nade", "row_lstm")
WORSE = 1.2  # times as many nats as the model before it: what a model needs
LINE = Drawing.of((np.arange(784) % 28 == 12).reshape(28, 28))  # down column 13


@pytest.fixture
def compared(
    score: Callable[..., Conditionals], bound: Callable[[str, Drawing], LowerBound]
) -> Callable[..., Compared]:
    """Return a function that makes what is compared: two models of which the first is the best.

    Its arguments are which models there are and which have answered, the drawing, the pixel that is pointed
    at, what it sees, and the values of the state and of ``Compared``.
    """

    def make(
        models=MODELS,
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
        wanted = models if answered is None else answered
        bounds = {model: bound(model, drawing) for model in wanted if model in BOUNDED}
        results = {
            model: replace(
                best,
                model=model,
                surprises=WORSE ** models.index(model) * best.surprises,
                running=WORSE ** models.index(model) * best.running,
                measured=Measured(80.5, "mnist/test"),
            )
            for model in wanted
            if model not in BOUNDED
        }
        seen = {}
        if weights is not None:
            seen = {model: Seen(asked, weights) for model, asked in state.contexts(pixel).items()}
        scene = Scene(state, hovered=pixel)
        return Compared(scene, results, seen, failures or {}, frozenset(late), drawn, bounds)

    return make


@pytest.fixture
def columns(show: Callable[..., QWidget]) -> Iterator[list[Column]]:
    """Return a column for each of the two models, side by side on a page."""
    page, rows = QWidget(), tuple(TABLES)
    grid = QGridLayout(page)
    made = [Column(page) for _ in MODELS]
    for at, column in enumerate(made):
        column.place(grid, at, {row: 1 + place for place, row in enumerate(rows)}, len(rows) + 1)
        column.set_size(5 * 28 + 2, 160)
        column.set_shown(rows, on=True)
    show(page, 400, 800)
    yield made
    page.close()  # which they do not own: it has lived until here


@pytest.fixture
def tell(columns: list[Column]) -> Callable[[Compared], Column]:
    """Return a function that shows both columns what is compared, and returns the first."""

    def show_both(compared: Compared) -> Column:
        for model, column in zip(compared.state.compared, columns, strict=True):
            column.show_model(model, compared)
        return columns[0]

    return show_both


@pytest.fixture
def said(columns: list[Column], texts: Callable[[QWidget], list[str]]) -> Callable[[int], list[str]]:
    """Return a function that gives the words of a column's head, by its place."""
    return lambda at: texts(columns[at].head)


@pytest.fixture
def tips() -> Callable[[QWidget], list[str]]:
    """Return a function that gives what the visible words of a widget say where the pointer rests."""

    def read(widget: QWidget) -> list[str]:
        labels = [child for child in widget.findChildren(QWidget) if child.isVisible()]
        return [label.toolTip() for label in labels if label.toolTip()]

    return read
