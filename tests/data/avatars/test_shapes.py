"""The parts that were drawn for genplay: what a specification may name, within the canvas, without masks."""

import re

import pytest

from genplay.data.avatars import shapes
from genplay.data.avatars.definition import SIZE
from genplay.data.avatars.spec import FIELDS

EVERY = {
    "glasses": shapes.glasses(),
    "earrings": shapes.earrings(),
    "hat": shapes.hats(),
    "mouth": shapes.mouths(),
    "hair": shapes.hair(),
    "pressed": {"hair": [shapes.pressed_hair()]},
}


def test_they_are_what_a_specification_names():
    assert tuple(EVERY["glasses"]) == FIELDS["glasses_kind"]
    assert tuple(EVERY["hat"]) == FIELDS["hat_kind"]
    assert set(EVERY["mouth"]) == {*FIELDS["smile_kind"], *FIELDS["plain_kind"]}
    assert set(EVERY["hair"]) <= set(FIELDS["shape"])


@pytest.mark.parametrize("part", EVERY)
def test_they_are_plain_shapes_within_the_canvas(part: str):
    for drawn in EVERY[part].values():
        for element in drawn:
            assert element["name"] in ("path", "circle", "ellipse", "rect")
            assert not {"mask", "clip-path", "filter"} & element["attributes"].keys()
            numbers = re.findall(r"-?\d+(?:\.\d+)?", element["attributes"].get("d", ""))
            assert all(-SIZE <= float(number) <= SIZE for number in numbers)


def test_an_attribute_is_written_as_svg_writes_it():
    inner = shapes.circle(1, 2.5, 3, stroke_width="4")
    outer = shapes.element("g", inner, clip_path="url(#a)")
    assert inner["attributes"] == {"cx": "1", "cy": "2.5", "r": "3", "stroke-width": "4"}
    assert outer["children"] == [inner]
    assert outer["attributes"] == {"clip-path": "url(#a)"}
    assert "children" not in inner
