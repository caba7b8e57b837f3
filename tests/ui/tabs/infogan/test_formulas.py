"""The strip: which game is played, and numbers that add up."""

from dataclasses import replace

import pytest

from genplay import paths
from genplay.families.infogan import PLAIN
from genplay.ui.tabs.infogan import formulas
from tests.ui.tabs.infogan import made


@pytest.mark.parametrize("model", ["infogan", PLAIN])
def test_every_term_is_typeset(model):
    for group in formulas.layout(model):
        for term in group:
            assert (paths.assets() / "formulas" / f"{term.formula}.svg").is_file()


def test_a_plain_gan_plays_without_the_bound():
    terms = {term.formula for term in formulas.layout(PLAIN)[0]}
    assert "info_bound" not in terms
    assert "info_bound" in {term.formula for term in formulas.layout("infogan")[0]}


def number(written):
    return float(written.replace("−", "-"))


@pytest.mark.parametrize("plain", [False, True])
def test_the_numbers_add_up_as_they_are_written(plain):
    shown = formulas.values(made.scene(plain=plain))
    parts = number(shown["entropy"]) + number(shown["told"])
    assert number(shown["information"]) == pytest.approx(parts, abs=1e-9)
    assert shown["information"] == ("−0.0074" if plain else "2.2410")
    assert shown["ceiling"] == "2.3026"


def test_what_is_not_counted_yet_is_a_dash():
    shown = formulas.values(made.scene(answered=False))
    assert (shown["information"], shown["told"], shown["entropy"]) == ("–", "–", "2.3026")


def test_the_game_is_valued_where_d_is_known_at_real_digits():
    shown = formulas.values(made.scene())
    assert (shown["value"], shown["weight"]) == ("−1.294", "1")
    assert formulas.values(made.scene(ledger=None))["value"] == "–"
    unknown = replace(made.ledger(), value=None)
    assert formulas.values(made.scene(ledger=unknown))["value"] == "–"
