"""Faces to edit, and their attributes: colours of hair exclude one another, switches do not."""

import pytest

from genplay.families.stargan import Face, changes, toggled, towards

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
