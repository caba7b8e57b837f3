"""Numbers as rows."""

from dataclasses import replace

from genplay.families.dcgan import Latent, blended
from genplay.ui.tabs.dcgan import export
from tests.ui.tabs.dcgan import made


def test_the_noise_is_a_row_a_number():
    rows = list(export.noise(made.shown()))
    assert rows[:2] == [("number", "z"), (1, "0.5")]
    assert len(rows) == 101


def test_directions_have_shares_and_classes():
    rows = list(export.directions(made.explained()))
    assert rows[0][:3] == ("direction", "share", "back_T-shirt")
    assert rows[0][-1] == "forth_Ankle boot"
    assert rows[1][:4] == (1, "0.200000003", "0", "0.75")
    assert {len(row) for row in rows} == {22}
    assert {len(row) for row in export.directions(made.explained(classes=False))} == {2}


def test_pins_are_where_they_are():
    along = (0.5,) + (0.0,) * 7
    rows = list(export.pins((Latent(x=1.5, y=-2.0), Latent(along=along, raw=((4, 1.25), (9, -1.0))))))
    half = "0.707106781"
    assert rows[1] == (1, "1.5", "-2", f"1:-2:{half} 2:-2:{half}", *("0",) * 8, "")
    assert rows[2][4] == "0.5"
    assert rows[2][-1] == "5:1.25 10:-1"
    assert {len(row) for row in rows} == {13}


def test_pins_that_are_sums_are_nowhere_in_the_plane():
    summed = blended([(0.25, Latent(x=1.0, raw=((4, 2.0),))), (-1.0, Latent(x=2.0))])
    _, row = export.pins((replace(summed, raw=((4, 1.0),)),))
    assert row == (1, "", "", "1:0:0.25 2:0:-1", *("0",) * 8, "5:1.5")


def test_layers_are_a_row_a_map():
    rows = list(export.layers(made.maps()))
    assert rows[0] == ("layer", "map", "side", "mean", "largest")
    assert rows[1] == (1, 1, 4, "1", "1")
    assert len(rows) == 1 + 16 + 8 + 4
