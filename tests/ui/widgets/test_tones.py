import pytest

from genplay.ui.theme import Theme
from genplay.ui.widgets.tones import mix, tone


def test_a_token_is_its_own_tone():
    assert tone(Theme("dark"), "blue").name() == "#7fb4f8"


@pytest.mark.parametrize(("name", "expected"), [("light", (0x99, 0xB7, 0xE3)), ("dark", (0x47, 0x62, 0x85))])
def test_the_pale_tone_lies_between_hue_and_sheet(name, expected):
    assert tone(Theme(name), "blue_pale").getRgb()[:3] == pytest.approx(expected, abs=1)


def test_a_mix_reaches_from_ground_to_token():
    assert mix(Theme(), "ink", 0.0, "paper").name() == "#ffffff"
    assert mix(Theme(), "ink", 1.0, "paper").name() == "#161b26"
    assert mix(Theme(), "ink", 0.3, "paper").alpha() == 255
