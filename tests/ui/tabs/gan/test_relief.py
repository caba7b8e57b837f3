"""Surfaces as colours: where they are, what the middle is, and what is paper."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QColor

from genplay.families.gan import GanPlan, Hyper, Setup
from genplay.ui import theme
from genplay.ui.tabs.gan import relief
from genplay.ui.tabs.gan.relief import Relief
from tests.ui.tabs.gan.made import halves, moved, scene, slowed, stepped

PLAN, CRITIC = GanPlan.of(Setup(), Hyper()), GanPlan.of(Setup(), Hyper(loss="wasserstein"))


def colours(shown, side=96, look=None):
    image = shown.picture(side, look or theme.Theme())
    return lambda x, y: QColor(image.pixel(int(x * side), int(y * side)))


def is_orange(colour):
    return colour.red() > colour.blue() + 60


def is_blue(colour):
    return colour.blue() > colour.red() + 60


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_row_0_is_at_the_top_low_is_orange_and_high_is_blue(look):
    at = colours(Relief(halves(0, 1)), look=theme.Theme(look))
    assert is_orange(at(0.5, 0.1))
    assert is_blue(at(0.5, 0.9))


def test_left_is_left():
    at = colours(Relief(halves(0, 1).T.copy()))
    assert is_orange(at(0.1, 0.5))
    assert is_blue(at(0.9, 0.5))


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_middle_and_nan_are_paper(look):
    at, paper = colours(Relief(halves(0.5, np.nan)), look=theme.Theme(look)), theme.Theme(look).color("paper")
    for y in (0.2, 0.8):
        found = at(0.5, y)
        assert [found.red(), found.green(), found.blue()] == pytest.approx(
            [paper.red(), paper.green(), paper.blue()], abs=3
        )


def test_a_flat_surface_has_one_colour_to_its_edges():
    image = Relief(halves(0.1, 0.1)).picture(100, theme.Theme())
    found = {image.pixel(x, y) for x in (0, 1, 33, 50, 99) for y in (0, 2, 47, 99)}
    assert len(found) == 1


def test_what_is_beyond_the_limit_has_the_last_colour():
    at, beyond = colours(Relief(halves(0, 1))), colours(Relief(halves(-3, 7)))
    for y in (0.1, 0.9):
        assert at(0.5, y) == beyond(0.5, y)


def test_d_is_about_one_half_and_a_critic_about_what_it_says_of_both():
    assert (relief.learned(stepped(PLAN)).middle, relief.learned(stepped(PLAN)).limit) == (0.5, 0.5)
    shown = relief.learned(stepped(CRITIC))  # 2 of real points, 0 of fake ones
    assert (shown.middle, shown.limit, shown.kind) == (1.0, 1.0, "critic")
    assert np.isnan(relief.optimal(stepped(CRITIC)).values).all()


def test_a_surface_is_pale_where_there_is_hardly_any_mass():
    result = stepped(PLAN)
    thin = replace(result.field, p=halves(0.0015, 0.5), q=halves(0.0015, 0.5), optimal=halves(0, 0))
    at = colours(relief.optimal(replace(result, field=thin)))
    assert is_orange(at(0.5, 0.9))
    assert not is_orange(at(0.5, 0.1))


def test_the_gap_is_learned_minus_optimal():
    shown = relief.gap(stepped(PLAN))
    assert shown.values[0, 0] == -0.5
    assert np.isnan(shown.values[-1, 0])
    assert (shown.middle, shown.limit) == (0, 1)


@pytest.mark.parametrize(("most", "limit"), [(0.06, 0.1), (0.1, 0.1), (0.14, 0.2), (0.3, 0.5), (1e-9, 1e-6)])
def test_a_change_is_shown_about_0_with_a_round_limit(most, limit):
    shown = relief.change(moved("d", after=halves(most, 1)))
    assert shown.limit == pytest.approx(limit)
    assert shown.values[0, 0] == pytest.approx(most)


def test_the_field_shows_what_is_chosen_but_of_a_critic_what_it_has_learnt():
    assert relief.shown(scene(answered=False)) is None
    kinds = {surface: relief.shown(scene(surface=surface)).kind for surface in ("learned", "optimal", "gap")}
    assert kinds == {"learned": "probability", "optimal": "probability", "gap": "gap"}
    assert np.isnan(relief.shown(scene(surface="optimal")).values).any()
    assert relief.shown(scene(surface="gap", loss="wasserstein")).kind == "critic"


def test_in_slow_motion_it_shows_what_the_act_is_about():
    assert relief.shown(slowed("d", "gradient")).kind == "change"
    assert relief.shown(slowed("d", "classify")).values[0, 0] == 0
    assert relief.shown(slowed("d", "update")).values[0, 0] == pytest.approx(0.06)
    assert relief.shown(slowed("g", "gradient")).kind == "probability"
