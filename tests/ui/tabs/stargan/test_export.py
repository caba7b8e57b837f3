"""Numbers as rows."""

from genplay.ui.tabs.stargan import export
from tests.ui.tabs.stargan import made


def test_measures_are_attributes_sources_and_the_miss():
    rows = list(export.measures(made.met(), made.edited()))
    assert rows[0] == ("measure", "own", "asked", "truth", "face", "edited")
    assert rows[1] == ("Black_Hair", "1", "0", 1.0, "0.25", "0.75")
    assert rows[2][:3] == ("Blond_Hair", "0", "1")
    assert [row[0] for row in rows[11:15]] == ["source_0", "source_1", "source_2", "source_3"]
    assert rows[15] == ("mask_mean", "", "", "", "", "0.125")
    assert rows[16:] == [("missed_inside", *[""] * 4, "0.34"), ("levels_outside", *[""] * 4, "1.25")]


def test_of_a_picture_nothing_is_true():
    rows = list(export.measures(made.met(made.PICTURE, held=None), made.edited(made.PICTURE, true=False)))
    assert rows[1][3] == ""
    assert rows[-1][0] == "mask_mean"


def test_losses_have_weights_and_those_of_the_paper_no_hinge():
    rows = {row[0]: row[1:] for row in export.ledger(made.returned())}
    assert rows["hinge"] == ("1.5", 1.0)
    assert rows["reconstruction"] == ("0.0625", 10.0)
    assert rows["gradient_penalty"] == ("0.25", 2.0)
    assert "hinge" not in {row[0] for row in export.ledger(made.returned(hinge=None))}


def test_a_chain_is_a_row_a_picture():
    rows = list(export.chain(made.NAMES, made.chained(made.BLOND, made.OWN)))
    assert len(rows) == 4
    assert rows[0][:2] == ("step", "asked_Black_Hair")
    assert rows[2][:3] == (1, "0", "1")
    assert len(rows[0]) == 21


def test_of_a_face_with_a_table_what_it_tells_is_true():
    held = (float("nan"),) * 4 + made.OWN[4:]
    rows = list(export.measures(made.met(held=held), made.edited()))
    assert [row[3] for row in rows[1:6]] == ["", "", "", "", 1.0]
