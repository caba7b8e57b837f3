import numpy as np
import pytest

from genplay.ui import maps
from genplay.ui.tokens import DARK, HIGH_CONTRAST, LIGHT

THEMES = {"light": LIGHT, "dark": DARK, "contrast": HIGH_CONTRAST}
NAMES = ("probability", "surprise", "signed")
EVENNESS = {"light": 1.2, "dark": 1.9}


def channels(table):
    packed = np.array(table)
    return np.stack([packed >> 16 & 255, packed >> 8 & 255, packed & 255], axis=1) / 255


def lightness(rgb):
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    y = linear @ np.array([0.2126, 0.7152, 0.0722])
    return np.where(y > 216 / 24389, 116 * np.cbrt(y) - 16, 24389 / 27 * y)


@pytest.mark.parametrize("tokens", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("name", [*NAMES, "grey", "context"])
def test_table_has_256_opaque_colours(name, tokens):
    table = maps.table(name, tokens)
    assert len(table) == 256
    assert all(0xFF000000 <= colour <= 0xFFFFFFFF for colour in table)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("kind", ["probability", "surprise", "grey", "context"])
def test_nothing_happening_is_paper(name, kind):
    tokens = THEMES[name]
    assert maps.table(kind, tokens)[0] == 0xFF000000 + int(tokens.paper[1:], 16)


def test_ends_and_middle_are_the_stops():
    assert maps.table("probability", LIGHT)[255] == 0xFF0A2450
    assert maps.table("surprise", DARK)[255] == 0xFFFFF4E4
    assert maps.table("signed", LIGHT)[0] == 0xFF8F3206
    assert maps.table("signed", LIGHT)[255] == 0xFF123F88
    assert maps.table("grey", DARK)[255] == 0xFFECEFF5


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("kind", ["probability", "surprise"])
def test_lightness_runs_one_way(name, kind):
    steps = np.diff(lightness(channels(maps.table(kind, THEMES[name]))))
    towards = -1 if name == "light" else 1
    assert (towards * steps > 0).all()


@pytest.mark.parametrize("name", ["light", "dark"])
def test_signed_map_leaves_paper_both_ways(name):
    levels = lightness(channels(maps.table("signed", THEMES[name])))
    away = -1 if name == "light" else 1
    assert (away * np.diff(levels[:128]) < 0).all()
    assert (away * np.diff(levels[128:]) > 0).all()


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("kind", ["probability", "surprise"])
def test_lightness_is_even_from_stop_to_stop(name, kind):
    # Single entries are rounded to 8 bits; the evenness is that of the map, so it is taken over 32 of them.
    levels = lightness(channels(maps.table(kind, THEMES[name])))
    steps = np.abs(np.diff(levels[np.linspace(0, 255, 9).round().astype(int)]))
    assert steps.max() / steps.min() <= EVENNESS[name]


def test_high_contrast_takes_the_dark_maps():
    assert maps.table("probability", HIGH_CONTRAST) == maps.table("probability", DARK)
