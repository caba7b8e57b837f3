import xml.etree.ElementTree as ElementTree

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from PySide6.QtSvg import QSvgRenderer

from genplay import paths
from genplay.families import FAMILIES
from genplay.ui import icons, theme
from genplay.ui.theme import DARK, LIGHT, Theme

FILES = sorted((paths.assets() / "icons").glob("*.svg"))
NAMES = [path.stem for path in FILES]


@pytest.fixture(autouse=True)
def begin_light(qapp):
    theme.apply(qapp, Theme())
    yield
    theme.apply(qapp, Theme())


def colours(pixmap):
    image = pixmap.toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name().upper() for pixel in pixels if pixel.alpha() == 255}


def ink(pixmap):
    image = pixmap.toImage()
    return sum(
        image.pixelColor(x, y).alpha() > 0 for x in range(image.width()) for y in range(image.height())
    )


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_icon_follows_the_house_style(path):
    root = ElementTree.fromstring(path.read_text())
    assert root.get("viewBox") == "0 0 24 24"
    assert root.get("stroke") == "currentColor"
    assert root.get("stroke-width") == "1.75"
    assert root.get("stroke-linecap") == root.get("stroke-linejoin") == "round"
    assert QSvgRenderer(str(path)).isValid()


@pytest.mark.parametrize("name", NAMES)
def test_icon_shows_something_within_its_box(name):
    pixmap = icons.pixmap(name, 48, "text", 1.0)
    image = pixmap.toImage()
    assert ink(pixmap) > 20
    assert all(image.pixelColor(x, y).alpha() == 0 for x in (0, 47) for y in (0, 47))


def test_every_family_has_its_icon():
    assert {family.icon for family in FAMILIES} <= set(NAMES)


def test_pixmap_is_crisp_at_the_screens_ratio():
    pixmap = icons.pixmap("stop", 18, "accent", 2.0)
    assert pixmap.size() == QSize(36, 36)
    assert pixmap.devicePixelRatio() == 2.0
    assert colours(pixmap) == {LIGHT.accent}


def test_pixmap_takes_any_colour():
    assert colours(icons.pixmap("stop", 18, "#123456", 1.0)) == {"#123456"}


@pytest.mark.parametrize(
    ("mode", "state", "token"),
    [
        (QIcon.Mode.Normal, QIcon.State.Off, "text2"),
        (QIcon.Mode.Normal, QIcon.State.On, "accent"),
        (QIcon.Mode.Disabled, QIcon.State.Off, "text3"),
    ],
)
def test_icon_tells_its_state(mode, state, token):
    assert colours(icons.icon("stop").pixmap(QSize(24, 24), 1.0, mode, state)) == {getattr(LIGHT, token)}


def test_icon_follows_the_theme(qapp):
    icon = icons.icon("stop", "on_accent")
    assert colours(icon.pixmap(24)) == {LIGHT.on_accent}
    theme.apply(qapp, Theme("dark"))
    assert colours(icon.pixmap(24)) == {DARK.on_accent}


def test_icon_leaves_room_before_words():
    image = icons.icon("stop").pixmap(QSize(40, 20), 1.0).toImage()
    right = [image.pixelColor(x, y) for x in range(20, 40) for y in range(20)]
    assert all(pixel == QColor(0, 0, 0, 0) or pixel.alpha() == 0 for pixel in right)
    assert image.pixelColor(10, 10).alpha() == 255
