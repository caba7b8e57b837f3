import re
from pathlib import Path

import pytest

from genplay.ui import stylesheet
from genplay.ui.theme import Theme

NAMES = ("light", "dark", "contrast")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("scale", [1.0, 1.25, 2.5])
def test_nothing_is_left_to_fill_in(name, scale):
    sheet = stylesheet.build(Theme(name, scale))
    assert "@" not in sheet
    assert sheet.count("{") == sheet.count("}")


@pytest.mark.parametrize("name", NAMES)
def test_every_picture_is_there_in_its_theme(name):
    pictures = [Path(path) for path in re.findall(r'url\("([^"]+)"\)', stylesheet.build(Theme(name)))]
    assert pictures
    assert all(picture.is_file() and picture.parent.name == name for picture in pictures)


@pytest.mark.parametrize("name", NAMES)
def test_arrows_have_the_colours_of_their_theme(name):
    """They are files: rerun assets/build/controls.py after a change of the tokens."""
    tokens = Theme(name).tokens
    folder = Path(re.findall(r'url\("([^"]+)"\)', stylesheet.build(Theme(name)))[0]).parent
    strokes = {
        path.stem: re.findall('stroke="(#[^"]+)"', path.read_text())[0] for path in folder.glob("*.svg")
    }
    assert strokes["check"] == tokens.accent
    assert strokes["up"] == strokes["down"] == strokes["right"] == tokens.control
    assert strokes["up-off"] == strokes["down-off"] != tokens.control


def test_colours_lengths_and_roles_are_the_themes():
    sheet = stylesheet.build(Theme("dark", 2.0))
    assert 'QLabel[role="hero"] { font-size: 68px;' in sheet
    assert "min-height: 56px" in sheet  # a button of 60 over all, less two borders of 2
    assert Theme("dark").tokens.accent in sheet
    assert "rgba(236, 239, 245, 8%)" in sheet


def test_disabled_controls_are_dashed_in_high_contrast_only():
    assert "dashed" in stylesheet.build(Theme("contrast"))
    assert "dashed" not in stylesheet.build(Theme("light"))
