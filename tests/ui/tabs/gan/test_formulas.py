"""The formula of each game, and whether its numbers add up."""

from dataclasses import replace
from typing import get_args

import pytest
from PySide6.QtGui import QFontMetricsF

from genplay import paths
from genplay.families.gan import Loss
from genplay.ui import theme
from genplay.ui.tabs.gan import formulas
from genplay.ui.widgets.formula import FormulaStrip
from tests.ui.tabs.gan.made_sides import scene

LOSSES = get_args(Loss)


def terms(loss):
    return [term for group in formulas.layout(loss) for term in group]


def read(values):
    return {key: float(value.replace("−", "-").replace(",", "")) for key, value in values.items()}


@pytest.mark.parametrize("loss", LOSSES)
def test_every_term_is_typeset(loss):
    for term in terms(loss):
        assert (paths.assets() / "formulas" / f"{term.formula}.svg").exists()


@pytest.mark.parametrize("loss", LOSSES)
def test_values_are_of_terms_that_are_there_and_fit(loss, qapp):
    values = formulas.values(scene(loss=loss))
    assert values.keys() == {term.key for term in terms(loss) if term.key}
    metrics = QFontMetricsF(theme.current().font("caption"))
    widest = {term.key: term.widest for term in terms(loss)}
    for key, value in values.items():
        assert "–" not in value
        assert metrics.horizontalAdvance(value) <= metrics.horizontalAdvance(widest[key]) * 1.2


@pytest.mark.parametrize("loss", ["minimax", "nonsaturating"])
def test_the_terms_of_the_game_add_up(loss):
    made = scene(loss=loss)
    values = read(formulas.values(made))
    assert values["value"] == pytest.approx(values["real"] + values["fake"], abs=1e-9)
    assert values["best"] == pytest.approx(values["log_4"] + values["js"], abs=1e-9)
    assert values["best"] == pytest.approx(made.result.game.best, abs=2e-3)
    assert values["value"] == pytest.approx(made.result.game.value, abs=2e-3)


def test_of_squares_the_terms_add_up():
    values = read(formulas.values(scene(loss="leastsquares")))
    assert values["value"] == pytest.approx(values["real"] + values["fake"], abs=1e-9)
    assert values["g"] > 0


def test_the_critic_is_of_a_difference():
    made = scene(loss="wasserstein", penalty=3)
    values = read(formulas.values(made))
    assert values["value"] == pytest.approx(values["real"] - values["fake"], abs=1e-9)
    assert values["fake"] == pytest.approx(-made.result.game.fake, abs=1e-3)
    assert values["penalty"] == 3


def test_what_is_not_to_be_read_is_a_dash():
    for made in (replace(scene(), stale=True), replace(scene(), result=None)):
        values = formulas.values(made)
        assert values.pop("log_4") == "−1.386"
        assert set(values.values()) == {"–"}


def test_before_the_first_step_only_the_critics_penalty_is_not_known():
    for loss in LOSSES:
        values = formulas.values(scene(step=0, loss=loss))
        assert [key for key, value in values.items() if value == "–"] == ["d"] * (loss == "wasserstein")


def test_what_g_minimises_is_of_the_same_points_as_the_game():
    made = scene(loss="nonsaturating")
    assert read(formulas.values(made))["g"] == pytest.approx(made.result.game.generator, abs=6e-4)


@pytest.mark.parametrize("loss", LOSSES)
def test_it_is_said_what_the_game_comes_to_or_what_the_generator_minimises(loss):
    assert bool(formulas.remark(scene(loss=loss))) != (loss == "nonsaturating")


@pytest.mark.parametrize("loss", LOSSES)
def test_all_fits_and_in_few_words_into_less(loss, show):
    strip = show(FormulaStrip(), 1084, 56)
    for terse, width in ((False, 1084), (True, 723)):
        strip.set_layout(formulas.layout(loss, terse=terse))
        strip.resize(width, 56)
        groups, _ = strip._fitting(theme.current())
        assert len(groups) >= 2 or len(groups) == len(formulas.LAYOUTS[loss])
    assert not [term for term in groups[0] if "min_max" in term.formula]
