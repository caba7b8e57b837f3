"""What must be said of a training, in words."""

from dataclasses import replace
from typing import get_args

import numpy as np
import pytest

from genplay.families.gan import DATA, Loss
from genplay.ui.tabs.gan import words
from tests.ui.tabs.gan.made_sides import POINTS, collapsed, diverged, planned, scene, trained


def test_everything_that_can_be_chosen_has_a_name():
    assert list(words.data()) == list(DATA)
    assert set(words.losses()) == set(get_args(Loss))
    for loss in words.losses():
        assert words.loss_tip(loss)
        assert words.per_point_tip(loss)


@pytest.mark.parametrize(("data", "parts"), [("ring", "modes"), ("moons", "stretches"), ("drawn", "islands")])
def test_a_collapse_names_what_is_left(data, parts):
    points = POINTS if data == "drawn" else ()
    said = words.finding(collapsed(data=data, points=points).result)
    assert said == f"Mode collapse: 85\N{NO-BREAK SPACE}% of the fakes lie on 2 of 8 {parts}."


def test_where_nothing_is_wrong_nothing_is_said():
    assert words.finding(scene().result) == ""
    assert words.finding(None) == ""


def test_a_collapse_onto_one_spot_is_another_sentence():
    made = collapsed().result
    spot = replace(made, fake=made.fake * 0 + 1)
    assert spot.finding == "collapsed"
    assert words.finding(spot).endswith("all fakes lie on the same spot.")


def test_a_divergence_says_what_to_do():
    assert words.finding(diverged().result).endswith("Lower the rates, and reset.")


@pytest.mark.parametrize(("loss", "more"), [("minimax", True), ("nonsaturating", False)])
def test_saturation_names_the_way_out_where_there_is_one(loss, more):
    made = scene(loss=loss).result
    still = replace(made, step=300, arrows=np.zeros_like(made.arrows), game=replace(made.game, fake=-0.01))
    assert still.finding == "silent"
    said = words.finding(still)
    assert said.startswith("Saturation: D is sure of every fake")
    assert ("non-saturating" in said) == more


@pytest.mark.parametrize(
    ("share", "said"),
    [(0, "0"), (0.001, "<\N{NO-BREAK SPACE}1"), (0.5, "50"), (0.999, ">\N{NO-BREAK SPACE}99"), (1, "100")],
)
def test_a_share_is_never_rounded_to_all_or_nothing(share, said):
    assert words.percent(share) == f"{said}\N{NO-BREAK SPACE}%"


def test_what_was_paid_lately_is_of_those_who_moved():
    made = scene(step=30).result
    assert words.recent(made) == pytest.approx(float(made.curves.d[-25:].mean()))
    d = made.curves.d.copy()
    d[-3:] = np.nan
    idle = replace(made, curves=replace(made.curves, d=d))
    assert words.recent(idle) == pytest.approx(float(d[-25:-3].mean()))
    none = replace(made, curves=replace(made.curves, d=np.full_like(d, np.nan)))
    assert words.recent(none) is None
    assert words.recent(scene(step=0).result) is None


def test_what_was_paid_in_another_game_is_left_out():
    before = planned()
    after = before.changed(10, replace(before.at(0), loss="wasserstein"))
    made = trained(after, 30)
    for player in ("d", "g"):
        values = words.paid(made, player)
        assert np.isnan(values[:10]).all()
        np.testing.assert_array_equal(values[10:], getattr(made.curves, player)[10:])
    assert words.recent(made) == pytest.approx(float(made.curves.d[10:].mean()))
    assert np.isnan(words.paid(trained(after, 10), "d")).all(), "of the game that begins nothing was paid yet"
    np.testing.assert_array_equal(words.paid(trained(before, 30), "g"), trained(before, 30).curves.g)


def test_the_pace_is_told_once_steps_were_taken():
    made = scene()
    for milliseconds, said in ((0.0, ""), (2.5, "400 steps a second")):
        timed = replace(made, result=replace(made.result, milliseconds=milliseconds))
        assert words.pace(timed) == said
