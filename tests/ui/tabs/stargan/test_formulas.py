"""The formula strip."""

import pytest

from genplay import paths
from genplay.families.stargan import PAPER
from genplay.ui.tabs.stargan import formulas
from tests.ui.tabs.stargan import made


@pytest.mark.parametrize("model", ["stargan", PAPER, "stargan_faces"])
def test_every_term_is_typeset_and_has_its_value(model):
    known = formulas.values(made.scene())
    for group in formulas.layout(model):
        for term in group:
            assert (paths.assets() / "formulas" / f"{term.formula}.svg").is_file()
            assert term.key is None or term.key in known


def test_the_values_are_of_this_face_and_edit():
    found = formulas.values(made.scene(returned=None))
    assert found["mask"] == "12.5 %"
    assert (found["source"], found["fooled"]) == ("0.25", "2.25")
    assert found["back"] == "0.625"
    scene = made.scene()
    read = scene.met.heads.loss(scene.own, scene.groups)
    assert found["read"] == f"{read:.2f}"


def test_what_is_awaited_or_hidden_is_a_dash():
    found = formulas.values(made.scene(answered=False))
    assert set(found.values()) == {"–"}
    hidden = formulas.values(made.stranger())
    assert (hidden["mask"], hidden["fooled"], hidden["asked"], hidden["back"]) == ("–",) * 4
    assert hidden["source"] == "0.25"
    late = formulas.values(made.scene(waiting=frozenset({"picture"})))
    assert (late["mask"], late["back"]) == ("–", "–")
