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


@pytest.mark.parametrize(("nats", "best"), [(-1.0, "vae"), (-1e4, "nade")])
def test_a_bound_is_the_best_where_it_is_above_the_scores(score, bound, nats, best):
    state = AutoregressiveState(drawing=BLANK, compared=("nade", "row_lstm", "vae"), page="compare")
    ours = score("nade", BLANK, simpler=False)
    worse = replace(ours, running=2.0 * ours.running, surprises=2.0 * ours.surprises)
    results, vae = {"nade": ours, "row_lstm": worse}, replace(bound("vae", BLANK), bound=nats)
    assert Compared(Scene(state), results).best is None
    all_of_them = Compared(Scene(state), results, bounds={"vae": vae})
    assert all_of_them.best == best
    assert set(all_of_them.answers) == {"nade", "row_lstm", "vae"}
    # Pixel by pixel, the others are behind the best of those that expect any.
    assert not np.any(all_of_them.lead("nade"))
    assert all_of_them.lead("row_lstm").sum() == pytest.approx(ours.log_prob)
    assert all_of_them.lead("vae") is None


def test_a_bound_on_another_drawing_is_not_compared(compared, score, bound):
    state = AutoregressiveState(drawing=BLANK, compared=("nade", "vae"), page="compare")
    results = {"nade": score("nade", BLANK, simpler=False)}
    for drawing, best in ((BLANK, "nade"), (BLANK.flipped(3), None)):
        vae = replace(bound("vae", drawing), bound=-1e4)
        assert Compared(Scene(state), results, bounds={"vae": vae}).best == best


def test_answers_to_different_drawings_are_not_compared(compared):
    mixed = compared(nade=BLANK, row_lstm=BLANK.flipped(3), arn=BLANK)
    assert mixed.best is None
    assert [mixed.lead(model) for model in MODELS] == [None] * 3
