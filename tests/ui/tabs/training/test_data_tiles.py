"""What can be learnt, as tiles: which is framed, and how another is chosen."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from genplay.ui import theme
from genplay.ui.tabs.training.data_tiles import DataTiles, Tile
from tests.ui.tabs.painted import has, point_at, rgb, seen, where

LEFT = Qt.MouseButton.LeftButton
NAMES = ("digits", "ring", "moons", "spiral", "grid", "pinwheel")


def paint(painter, now, box):
    """Paint a square of 6 by 6."""
    middle = box.center().toPoint()
    painter.fillRect(QRectF(middle.x() - 3, middle.y() - 3, 6, 6), now.color("blue"))


@pytest.fixture
def tiles(show):
    made = show(DataTiles({name: Tile(name.title(), f"All {name}", paint) for name in NAMES}), 212, 130)
    made.set_current("digits")
    return made


@pytest.fixture
def tile(tiles):
    """Return a function that gives the tile of some data."""
    buttons = {button.text(): button for button in tiles.findChildren(QAbstractButton)}
    return lambda data: buttons[data.title()]


def edge(button):
    """The colour in the middle of the upper edge of a tile's frame."""
    return tuple(seen(button)[0, button.width() // 2])


def test_there_is_a_tile_for_all_that_can_be_learnt(tiles):
    buttons = tiles.findChildren(QAbstractButton)
    assert [button.text() for button in buttons] == [name.title() for name in NAMES]
    assert buttons[1].toolTip() == "All ring"


def test_a_tile_is_chosen_by_mouse(tiles, tile, qtbot):
    with qtbot.waitSignal(tiles.chosen) as signal:
        QTest.mouseClick(tile("spiral"), LEFT)
    assert signal.args == ["spiral"]


@pytest.mark.parametrize(("key", "data"), [("Right", "moons"), ("Left", "digits"), ("Down", "grid")])
def test_the_arrow_keys_choose_the_neighbour(tiles, tile, qtbot, key, data):
    tiles.set_current("ring")
    tile("ring").setFocus()
    with qtbot.waitSignal(tiles.chosen) as signal:
        QTest.keyClick(tile("ring"), getattr(Qt.Key, f"Key_{key}"))
    assert signal.args == [data]


def test_to_show_a_choice_is_none(tiles, qtbot):
    with qtbot.assertNotEmitted(tiles.chosen):
        tiles.set_current("moons")


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_the_chosen_one_is_framed_by_the_accent(tiles, tile, qapp, look):
    theme.apply(qapp, theme.Theme(look))
    for chosen in ("digits", "grid"):
        tiles.set_current(chosen)
        tile(chosen).clearFocus()  # which has a frame of its own
        framed = [data for data in NAMES if edge(tile(data)) == rgb("accent")]
        assert framed == [chosen]
        assert has(tile(chosen), "accent")


def test_the_frame_of_the_focus_goes_with_the_choice(tiles, tile):
    tile("digits").setFocus()
    tiles.set_current("ring")
    assert tile("ring").hasFocus()
    tile("ring").clearFocus()
    tiles.set_current("moons")
    assert not tile("moons").hasFocus()  # which was elsewhere, and stays there


def test_the_pointer_shows_what_can_be_pressed(tiles, tile):
    point_at(tile("ring"), QPoint(20, 20))  # wherever it was left
    plain = seen(tile("moons"))
    point_at(tile("moons"), QPoint(20, 20))
    hovered = seen(tile("moons"))
    assert (hovered[0] != plain[0]).any()
    assert np.abs(hovered[0] - rgb("control")).sum() < np.abs(plain[0] - rgb("control")).sum()
    point_at(tile("ring"), QPoint(20, 20))
    assert (seen(tile("moons")) == plain).all()


def test_tab_stops_at_the_choice_only(tiles, tile):
    tiles.set_current("ring")
    stops = [data for data in NAMES if tile(data).focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["ring"]


def test_each_picture_is_painted_into_its_frame(tile):
    for name in NAMES:
        inside = where(tile(name), "blue")
        assert inside.sum() == 36  # of the square alone, and ...
        assert not inside[40:].any()  # ... above the name


def test_none_may_be_chosen(tiles, tile):
    tiles.set_current("other")
    assert not any(tile(name).isChecked() for name in NAMES)
    stops = [name for name in NAMES if tile(name).focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["digits"]
    tiles.set_current("moons")
    assert tile("moons").isChecked()


def test_tiles_grow_with_the_scale(tiles, tile, qapp):
    before = tile("digits").sizeHint()
    theme.apply(qapp, theme.Theme(scale=1.5))
    after = tile("digits").sizeHint()
    assert (after.width(), after.height()) == (1.5 * before.width(), 1.5 * before.height())
    assert tiles.sizeHint().height() >= 2 * after.height()
