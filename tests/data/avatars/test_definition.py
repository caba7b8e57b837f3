"""The style: ToonHead with more parts, in an order that is right."""

import json
from importlib.resources import files

import pytest

from genplay.data.avatars.definition import UNDER_HAT, definition

pytestmark = pytest.mark.usefixtures("drawing")


def original() -> dict:
    return json.loads(files("dicebear_styles").joinpath("toon-head.json").read_text("utf-8"))


def test_what_toonhead_has_is_there_unchanged():
    ours, theirs = definition(), original()
    for name, part in theirs["components"].items():
        assert part["variants"].items() <= ours["components"][name]["variants"].items()
    assert ours["meta"] == theirs["meta"]  # who made it, and under which licence


def test_parts_are_painted_in_order():
    painted = [element["name"] for element in definition()["canvas"]["elements"]]
    theirs = [element["name"] for element in original()["canvas"]["elements"]]
    assert [name for name in painted if name in theirs] == theirs
    for below, above in (("rearHair", "earrings"), ("eyes", "glasses"), ("glasses", "hair"), ("hair", "hat")):
        assert painted.index(below) < painted.index(above)


def test_every_shape_of_hair_has_one_for_hats():
    shapes = definition()["components"]["hair"]["variants"]
    bare = {name for name in shapes if not name.endswith(UNDER_HAT)}
    assert bare == {"bun", "sideComed", "spiky", "undercut", "afro", "bangs"}
    assert {name + UNDER_HAT for name in bare} == shapes.keys() - bare


def test_each_definition_is_a_new_one():
    definition()["components"].clear()
    assert definition()["components"]
