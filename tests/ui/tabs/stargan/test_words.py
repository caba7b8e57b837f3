"""What the tab says."""

from dataclasses import replace

import pytest

from genplay.families.base import Note
from genplay.families.stargan import Face
from genplay.ui.tabs.stargan import words
from tests.ui.tabs.stargan import made


def test_attributes_have_names_of_their_own_or_those_of_their_table():
    assert words.attribute("Long_Hair") == "Long hair"
    assert words.attribute("5_o_Clock_Shadow") == "5 o Clock Shadow"
    assert words.short("Red_Hair") == "Red"
    assert words.short("Hat") == "Hat"
    assert words.group(made.NAMES[:4]) == ("Hair colour", ["Black", "Blond", "Brown", "Red"])
    assert words.group(["Dark_Red_Coat", "Blue_Coat"]) == ("Coat", ["Dark Red", "Blue"])
    assert words.group(["Old", "Young"]) == ("One of these", ["Old", "Young"])


def test_an_edit_says_what_changes_and_of_a_group_what_holds_then():
    assert words.edit(made.NAMES, made.OWN, made.BLOND, made.GROUPS) == "+ Blond hair"
    target = tuple(1 - value if at in (4, 8) else value for at, value in enumerate(made.OWN))
    assert words.edit(made.NAMES, made.OWN, target, made.GROUPS) == "− Long hair, + Hat"
    assert words.edit(made.NAMES, made.OWN, made.OWN, made.GROUPS) == "nothing asked"


@pytest.mark.parametrize(
    ("face", "said"),
    [
        (Face(number=4), "Unseen avatar 5"),
        (Face(kind="seed", seed=1234), "Avatar of seed 1,234"),
        (Face(kind="composed", code=made.CODE), "Avatar composed by hand"),
        (made.PICTURE, "Opened picture, 64 × 64"),
    ],
)
def test_faces_say_where_they_come_from(face, said):
    assert words.face(face) == said


def test_strangers_are_told_by_whose_world_it_is():
    assert "avatars only" in words.world(made.NAMES)
    assert "avatars" not in words.world(("Old", "Young"))


def test_strangers_on_the_wall_are_told_by_whose_world_it_is():
    assert "avatars only" in words.world_of_wall(made.NAMES)
    assert "avatars" not in words.world_of_wall(("Old", "Young"))


def test_why_there_is_no_truth():
    note = Note("Needs {what}.", {"what": "ink"})
    assert words.untrue(made.met(), made.edited(true=False, note=note)) == "Needs ink."
    assert (
        words.untrue(made.met(made.PICTURE, held=None), None) == "Nobody knows the true edit of this picture."
    )
    assert "Between 0 and 1" in words.untrue(made.met(), made.edited(true=False))
    others = made.met(made.PICTURE, own=(1.0, 0.0), held=None, names=("Old", "Young"), groups=())
    assert "Only avatars" in words.untrue(others, None)


def test_numbers_have_signs_and_shares():
    assert words.source((0.5, -1.0, 0.25, 0.5)) == "+0.25"
    assert words.source((-1.0, -0.5)) == "−1.50"
    assert words.share(made.truth(0.34)) == "34 %"
    assert words.share(made.truth(None)) == ""
    assert words.elsewhere(made.truth(outside=1.25)) == ("Elsewhere 1.2 levels off", "Elsewhere 1.2")
    assert words.moved(4.94) == ("4.9 levels on average", "4.9 on average")


def test_what_d_misreads_is_named():
    held = tuple(1 - value if at == 6 else value for at, value in enumerate(made.OWN))
    assert words.reads(made.met()) == "D reads the face right."
    assert words.reads(made.met(held=held)) == "D misreads: Beard."
    assert words.reads(made.met(held=None)) == ""
    assert words.reads(None) == ""


def test_ledgers_add_up():
    (judge, first), (forger, second) = words.ledgers(made.returned())
    assert [row[2] for row in judge] == ["1.500", "0.500", "0.125"]
    assert first == pytest.approx(2.125)
    assert [row[2] for row in forger] == ["2.250", "0.750", "0.625"]
    assert second == pytest.approx(3.625)
    assert judge[1][1] == "Gradient penalty × 2"
    (paper, total), _ = words.ledgers(made.returned(hinge=None))
    assert paper[0][1:] == ("−D(x) + D(y)", "−2.750")
    assert total == pytest.approx(-2.125)


NAN = float("nan")


def with_table(held):
    told = replace(made.PICTURE, name="a.png", told=(("Hat", True),))
    return made.met(told, held=held)


def test_what_d_reads_is_compared_with_what_the_table_tells():
    assert words.face(with_table(None).face) == "a.png"
    other = "The table names other attributes than this model: nothing to compare."
    assert words.reads(with_table(None)) == other
    assert words.untold(with_table(None)) == ""
    partly = (NAN, NAN, NAN, NAN, *made.OWN[4:])
    said = "D reads the face right. The table tells 6 of the 10 attributes."
    assert words.reads(with_table(partly)) == said
    missing = "The table tells nothing of: Black hair, Blond hair, Brown hair, Red hair."
    assert words.untold(with_table(partly)) == missing
    wrong = (*partly[:6], 1.0, *partly[7:])
    assert words.misread(with_table(wrong)) == (6,)
    assert words.reads(with_table(wrong)) == "D misreads: Beard. The table tells 6 of the 10 attributes."
    assert words.reads(with_table(made.OWN)) == "D reads the face right."
    assert words.untold(with_table(made.OWN)) == ""


def test_a_folder_says_which_of_its_faces_are_shown():
    assert words.folder(made.FOLDER) == "First 3 of 200 faces of celeba"
    assert words.folder(replace(made.FOLDER, count=3)) == "All 3 faces of celeba"
    assert words.folder(replace(made.FOLDER, count=202599)) == "First 3 of 202,599 faces of celeba"
