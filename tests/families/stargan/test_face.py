"""Faces to edit, and their attributes: colours of hair exclude one another, switches do not."""

import math

import pytest

from genplay.families.stargan import (
    LEVELS,
    MOST_OPENED,
    Face,
    Folder,
    changes,
    toggled,
    towards,
)

GROUPS = ((0, 1),)
OWN = (1.0, 0.0, 0.0, 1.0)


def test_a_colour_takes_the_others_away_and_a_switch_turns_over():
    assert toggled(OWN, 1, GROUPS) == (0.0, 1.0, 0.0, 1.0)
    assert toggled(OWN, 0, GROUPS) == OWN  # there is always one
    assert toggled(OWN, 3, GROUPS) == (1.0, 0.0, 0.0, 0.0)
    assert toggled(toggled(OWN, 2, GROUPS), 2, GROUPS) == OWN


def test_strength_goes_from_the_own_to_the_target():
    target = toggled(OWN, 1, GROUPS)
    assert towards(OWN, target, 0.0) == OWN
    assert towards(OWN, target, 1.0) == target
    assert towards(OWN, target, 0.25) == (0.75, 0.25, 0.0, 1.0)
    assert changes(OWN, target) == (0, 1)


@pytest.mark.parametrize(
    "wrong", [{"number": 36}, {"seed": -1}, {"kind": "composed"}, {"kind": "picture", "levels": b"12"}]
)
def test_impossible_faces_are_refused(wrong):
    with pytest.raises(ValueError, match=r"\d"):
        Face(**wrong)


TOLD = Face(
    kind="picture", levels=bytes(LEVELS), name="a.png", told=(("Dark", False), ("Fair", True), ("Hat", True))
)
NAN = math.nan


@pytest.mark.parametrize(
    ("names", "groups", "held"),
    [
        (("Hat", "Dark"), (), (1, 0)),
        (("Hat", "Old"), (), (1, NAN)),
        (("Old", "Tall"), (), (NAN, NAN)),
        # Of a group one, by which the rest is known; none; two.
        (("Dark", "Fair", "Red", "Hat"), ((0, 1, 2),), (0, 1, 0, 1)),
        (("Dark", "Red", "Hat"), ((0, 1),), (NAN, NAN, 1)),
        (("Fair", "Hat", "Dark"), ((0, 1),), (NAN, NAN, 0)),
    ],
)
def test_a_table_tells_what_it_has_in_common_with_a_model(names, groups, held):
    assert TOLD.held(names, groups) == pytest.approx(held, nan_ok=True)


def test_a_folder_has_pictures_and_no_more_than_its_table():
    assert Folder("a", 5, (TOLD,)).faces == (TOLD,)
    for count, faces in [(5, ()), (0, (TOLD,)), (99, (TOLD,) * (MOST_OPENED + 1)), (5, (Face(),))]:
        with pytest.raises(ValueError, match="folder"):
            Folder("a", count, faces)
