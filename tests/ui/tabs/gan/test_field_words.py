"""What is to be seen, in words."""

import pytest

from genplay.families.gan import ACTS
from genplay.ui.tabs.gan import field_words, relief
from genplay.ui.tabs.gan.relief import Relief
from tests.ui.tabs.gan.made import halves, moved, scene, slowed


def test_the_points_and_the_surface_are_told():
    assert field_words.told(scene()) == "1 real points, 1 fake points; D is 0.00 to 1.00"
    assert field_words.told(scene(loss="wasserstein")).endswith("the critic says 0.00 to 1.00")
    assert field_words.told(scene(answered=False)) == ""


def test_a_canvas_is_told():
    assert field_words.told(scene(drawing=((0, 0), (1, 1)))) == "A canvas with 2 brush points"
    assert field_words.told(scene(drawing=())) == field_words.empty()


@pytest.mark.parametrize("player", ["d", "g"])
def test_every_act_is_told_in_its_own_words(player):
    told = [field_words.told(slowed(player, act)) for act in ACTS]
    assert len(set(told)) == len(ACTS)
    assert not any("{" in said for said in told)
    assert "0.700" in told[2]


def test_the_largest_change_is_told():
    assert "by 0.1 at most" in field_words.told(slowed("d", "gradient"))


@pytest.mark.parametrize(
    ("shown", "ends"),
    [
        (None, ("0 fake", "1 real")),
        (Relief(halves(0, 1)), ("0 fake", "1 real")),
        (Relief(halves(0, 1), middle=0.0, limit=1.0, kind="gap"), ("−1 D too low", "+1 too high")),
        (Relief(halves(0, 1), middle=-0.75, limit=2.0, kind="critic"), ("−2.8 fake", "+1.2 real")),
        (relief.change(moved("d")), ("−0.1 more fake", "+0.1 more real")),
        (Relief(halves(0, 1), middle=0.0, limit=0.02, kind="change"), ("−0.02 more fake", "+0.02 more real")),
    ],
)
def test_the_ends_of_the_colours_are_named(shown, ends):
    assert field_words.ends(shown) == ends
