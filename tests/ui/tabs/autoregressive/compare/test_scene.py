"""Which model is the best, and when that is not known."""

from dataclasses import replace

import numpy as np
import pytest

from genplay.families.autoregressive import AutoregressiveState
from genplay.families.base import Drawing
from genplay.ui.tabs.autoregressive.compare.scene import Compared
from genplay.ui.tabs.autoregressive.scene import Scene

MODELS = ("nade", "row_lstm", "arn")
BLANK = Drawing.blank()


@pytest.fixture
def compared(score):
    """Return a function that makes what is compared: of each model the drawing that it has answered."""

    def make(failed=(), **drawings):
        state = AutoregressiveState(drawing=BLANK, compared=MODELS, page="compare")
        results = {}
        for model, drawing in drawings.items():
            result = score(model, drawing, simpler=False)
            worse = 1.0 + MODELS.index(model)
            results[model] = replace(
                result, running=worse * result.running, surprises=worse * result.surprises
            )
        return Compared(Scene(state), results, failures=dict.fromkeys(failed, "No."))

    return make


def test_the_best_is_known_once_all_have_answered(compared):
    assert compared(nade=BLANK, row_lstm=BLANK, arn=BLANK).best == "nade"
    assert compared(nade=BLANK, row_lstm=BLANK).best is None


def test_a_model_that_failed_takes_nothing_from_the_others(compared):
    two = compared(failed=("nade",), row_lstm=BLANK, arn=BLANK)
    assert two.best == "row_lstm"
    assert two.lead("nade") is None
    assert not np.any(two.lead("row_lstm"))
    assert two.lead("arn").sum() < 0


def test_one_model_alone_is_not_the_best(compared):
    assert compared(failed=("nade", "arn"), row_lstm=BLANK).best is None


def test_answers_to_different_drawings_are_not_compared(compared):
    mixed = compared(nade=BLANK, row_lstm=BLANK.flipped(3), arn=BLANK)
    assert mixed.best is None
    assert [mixed.lead(model) for model in MODELS] == [None] * 3
