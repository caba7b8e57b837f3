"""What a VAE can learn, as pictures."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractButton

from genplay.families.vae.live import DATA
from genplay.ui import theme
from genplay.ui.tabs.training.data_tiles import DataTiles
from genplay.ui.tabs.vae.train import data_pictures
from genplay.ui.tabs.vae.train.colours import class_colour
from tests.ui.tabs.painted import has, where


@pytest.fixture
def tile(show):
    """Return a function that gives the tile of some data."""
    tiles = show(DataTiles(data_pictures.tiles()), 212, 130)
    buttons = {button.text(): button for button in tiles.findChildren(QAbstractButton)}

    def find(data):
        assert tiles.isVisible()  # kept by this, for Qt owns no window
        return buttons[data_pictures.tiles()[data].words]

    return find


def test_there_is_a_tile_for_all_that_can_be_learnt():
    assert list(data_pictures.tiles()) == list(DATA)
    assert [tile.tip for tile in data_pictures.tiles().values()] == list(DATA.values())


def test_the_pictures_are_of_the_data(tile):
    assert has(tile("digits"), "ink")
    for data in ("ring", "moons", "spiral", "grid", "pinwheel"):
        inside = QRect(2, 2, tile(data).width() - 4, 36)
        assert where(tile(data), class_colour(0), inside).any()
        assert not where(tile(data), "ink", inside).any()


def test_the_digits_turn_with_the_theme(tile, qapp):
    light = where(tile("digits"), "ink").sum()
    theme.apply(qapp, theme.Theme("dark"))
    assert where(tile("digits"), "ink").sum() == pytest.approx(light, rel=0.2)
