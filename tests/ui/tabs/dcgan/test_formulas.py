"""The formula strip."""

import pytest

from genplay import paths
from genplay.families.dcgan import Blend, DcganState, Latent
from genplay.ui.tabs.dcgan import formulas
from tests.ui.tabs.dcgan import made

WALK = {"walk": 0.25, "ends": (0, 1)}


def keys(state):
    return {term.key for group in formulas.layout(state) for term in group if term.key}


MOVED = {"latent": Latent(raw=((3, 0.5),))}


@pytest.mark.parametrize("values", [{}, {"lower": "arithmetic"}, WALK, MOVED])
def test_every_term_is_typeset_and_has_its_value(values):
    scene = made.scene(**values)
    for group in formulas.layout(scene.state):
        for term in group:
            assert (paths.assets() / "formulas" / f"{term.formula}.svg").is_file()
    assert keys(scene.state) <= set(formulas.values(scene))


def test_where_the_noise_comes_from():
    assert "tau" in keys(DcganState())
    assert {"a", "b", "c"} <= keys(DcganState(lower="arithmetic"))
    of_the_sum = [term.formula for term in formulas.layout(DcganState(lower="arithmetic"))[-1]]
    assert "z" not in of_the_sum
    for latent, moved in (
        (Latent(x=0.5), False),
        (Latent(along=(0.0,) * 8), False),
        (Latent(along=(0.0, 0.5) * 4), True),
        (Latent(blend=Blend(seeds=(), raw=((3, 0.5),))), True),
    ):
        terms = [term.formula for term in formulas.layout(DcganState(latent=latent))[-1]]
        assert ("dcgan_moves" in terms) == moved, latent
    assert {"tau", "from", "to", "way"} <= keys(DcganState(pins=made.PINS, lower="arithmetic", **WALK))


def test_the_values_are_of_the_picture_that_is_shown():
    found = formulas.values(made.scene(truncation=0.7, terms=((0, 3), (1,), ())))
    assert (found["verdict"], found["loss"], found["length"]) == ("0.375", "0.98", "5.00")
    assert (found["tau"], found["a"], found["b"], found["c"]) == ("0.70", "1, 4", "2", "–")
    assert walked(**WALK) == ("1", "2", "0.25")
    assert walked(walk=0.3, tour=True) == ("2", "3", "0.50")


def walked(**state: object) -> tuple[str, ...]:
    found = formulas.values(made.scene(**state))
    return found["from"], found["to"], found["way"]


def test_no_number_is_left_of_what_is_awaited():
    for scene in (made.scene(answered=False), made.scene(waiting=frozenset({"picture"}))):
        found = formulas.values(scene)
        assert {found["verdict"], found["loss"], found["length"], found["way"]} == {"–"}


def test_the_numbers_are_of_the_picture_that_is_seen():
    pointed = made.shown(verdict=0.875)
    late = frozenset({"picture"})
    assert formulas.values(made.scene())["verdict"] == "0.375"
    assert formulas.values(made.scene(waiting=late))["verdict"] == "–"
    assert formulas.values(made.scene(waiting=late, pointed=pointed))["verdict"] == "0.875"
