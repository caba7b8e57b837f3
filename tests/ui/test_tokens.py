import re
from dataclasses import fields

import pytest

from genplay.ui.tokens import DARK, DIGITS, HIGH_CONTRAST, LIGHT, Tokens

THEMES = {"light": LIGHT, "dark": DARK, "contrast": HIGH_CONTRAST}
BACKGROUNDS = ("window", "surface", "sunken", "strip")
TEXTS = ("text", "text2", "text3", "accent", "blue", "orange", "good", "warn", "error")
LEAST = {  # measured when the colours were chosen: least contrast on window, surface and sunken
    "text": (14.8, 14.5, 21.0),
    "text2": (6.9, 8.9, 21.0),
    "text3": (5.0, 6.3, 15.9),
    "accent": (5.8, 6.8, 14.9),
    "blue": (5.2, 7.8, 10.8),
    "orange": (4.7, 8.1, 11.7),
    "good": (4.6, 8.2, 13.1),
    "warn": (5.1, 8.7, 14.9),
    "error": (5.7, 7.3, 10.4),
}


def luminance(colour: str) -> float:
    channels = [value / 255 for value in bytes.fromhex(colour[1:])]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(tokens: Tokens, front: str, back: str) -> float:
    high, low = sorted((luminance(getattr(tokens, front)), luminance(getattr(tokens, back))), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("text", TEXTS)
def test_text_is_legible_on_every_background(name, text):
    least = min(contrast(THEMES[name], text, back) for back in BACKGROUNDS)
    assert least >= 4.5
    assert least == pytest.approx(LEAST[text][list(THEMES).index(name)], abs=0.06)


@pytest.mark.parametrize("tokens", THEMES.values(), ids=THEMES)
def test_text_on_coloured_fills_is_legible(tokens):
    assert contrast(tokens, "on_accent", "accent") >= 4.5
    assert contrast(tokens, "on_accent", "accent_hover") >= 4.5
    assert contrast(tokens, "accent", "accent_soft") >= 4.5
    assert contrast(tokens, "ink", "paper") >= 7


@pytest.mark.parametrize("tokens", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("back", ["window", "surface"])
def test_borders_of_controls_and_pictures_are_seen(tokens, back):
    assert contrast(tokens, "control", back) >= 3
    assert contrast(tokens, "frame", back) >= 3


@pytest.mark.parametrize("tokens", THEMES.values(), ids=THEMES)
def test_every_token_is_an_opaque_colour(tokens):
    assert all(re.fullmatch("#[0-9A-F]{6}", getattr(tokens, field.name)) for field in fields(tokens))


def test_digit_classes_have_ten_different_colours():
    assert len(set(DIGITS)) == 10
