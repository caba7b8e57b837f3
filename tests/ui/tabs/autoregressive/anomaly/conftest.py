"""Made-up answers, and how widgets look."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from genplay.families.autoregressive import SETS, Anomalies, Scored
from genplay.families.autoregressive.anomaly import ordinary_scores
from genplay.families.base import Drawing
from genplay.families.outliers import code_lengths
from genplay.ui.tabs.autoregressive.anomaly import Page

NAMES = {"nade": "NADE", "row_lstm": "Row LSTM", "diagonal_bilstm": "Diagonal BiLSTM", "arn": "AR-8"}
LEVELS = {"items": -300.0, "letters": -95.0, "noise": -900.0, "sparse": -500.0, "blank": -20.0}
COUNT = 40


def scored(level: float, spread: float, done: float, seed: int) -> Scored:
    """Return pictures with log p about a level, of which a share is scored; every one looks different."""
    rng = np.random.default_rng(seed)
    bits = (rng.random((COUNT, 784)) < 0.1).astype(np.uint8)
    names = tuple(f"Picture {seed}.{index}" for index in range(COUNT))
    log_probs = level + spread * np.sin(np.arange(COUNT))
    return Scored(bits, names, code_lengths(bits), log_probs[: round(done * COUNT)])


def anomalies(model: str, done: float = 1.0) -> Anomalies:
    """Return an answer: all sets are told from the digits but nearly blank pages, which seem less strange."""
    shift = 3.0 * list(NAMES).index(model)
    digits = scored(-80 - shift, 15, done, 100)
    sets = {name: scored(LEVELS[name] - shift, 20, done, seed) for seed, name in enumerate(SETS)}
    reference = None if done < 1 else np.linspace(-110 - shift, -50 - shift, 1000)
    entropy, ordinary = ordinary_scores(reference, digits)
    return Anomalies(model, digits, sets, entropy, ordinary)


@pytest.fixture
def answer() -> Callable[..., Anomalies]:
    """Return the function that makes an answer from a model's name and how much of it is done."""
    return anomalies


@pytest.fixture
def page() -> Callable[..., Page]:
    """Return a function that makes a page of the first so many models."""

    def make(models: int = 2, done: float = 1.0, **values: object) -> Page:
        chosen = list(NAMES)[:models]
        results = {model: anomalies(model, done) for model in chosen}
        drawing = Drawing.of(np.eye(28))
        parts: dict[str, object] = {"drawing": drawing, "log_probs": dict.fromkeys(chosen, -70.0), **values}
        return Page(**{"results": results, "names": NAMES, **parts})  # type: ignore[arg-type]

    return make


@pytest.fixture
def look() -> Callable[[QWidget], Callable[[float, float], str]]:
    """Return a function that draws a widget and gives the colour "#rrggbb" of each of its pixels."""

    def draw(widget: QWidget) -> Callable[[float, float], str]:
        image = widget.grab().toImage()
        return lambda x, y: image.pixelColor(int(x), int(y)).name()

    return draw


@pytest.fixture
def leave() -> Callable[[QWidget], None]:
    """Return a function that takes the pointer off a widget."""
    return lambda widget: QApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))
