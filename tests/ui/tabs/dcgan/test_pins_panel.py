"""The column of pins."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from genplay.families.dcgan import Latent
from genplay.ui.tabs.dcgan.pins_panel import PinsPanel
from tests.ui.tabs.dcgan import made
from tests.ui.tabs.dcgan.test_fitting import fit

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(show):
    found = show(PinsPanel(), 200, 340)
    found.set_parts(fit(1084, 603))
    found.show_scene(made.scene(terms=((0, 1), (2,), ())))
    return found


def test_each_pin_has_a_tile_with_its_terms(panel, texts):
    shown = [tile for tile in panel.tiles if tile.isVisible()]
    assert len(shown) == 5
    assert [letter.isChecked() for letter in shown[1].letters] == [True, False, False]
    assert [letter.isChecked() for letter in shown[2].letters] == [False, True, False]
    assert "5 of 12" in texts(panel)


def test_tiles_stand_in_rows_of_three(panel, qtbot):
    qtbot.waitUntil(lambda: panel.tiles[3].y() > panel.tiles[0].y())
    assert panel.tiles[0].y() == panel.tiles[2].y()
    assert panel.tiles[3].x() == panel.tiles[0].x()


@pytest.mark.parametrize("colour", [False, True])
def test_pictures_of_both_sides_are_of_whole_pixels(panel, colour):
    panel.show_scene(made.scene(colour=colour))
    assert panel.tiles[0].picture.picture_rect().width() == 64


def test_a_pin_less_is_a_tile_less_and_none_is_told(panel, texts):
    panel.show_scene(made.scene(pins=made.PINS[:1]))
    assert [tile.isVisible() for tile in panel.tiles] == [True] + 4 * [False]
    panel.show_scene(made.scene(pins=()))
    assert any("Pin points" in said for said in texts(panel))


def test_the_pin_that_is_shown_is_framed_unless_somebody_walks(panel):
    panel.show_scene(made.scene(latent=made.PINS[1]))
    assert [tile.picture.isChecked() for tile in panel.tiles] == [False, True, False, False, False]
    panel.show_scene(made.scene(latent=made.PINS[1], walk=0.5))
    assert not any(tile.picture.isChecked() for tile in panel.tiles)


def test_gestures_are_told(panel, qtbot):
    for signal, act, args in (
        (panel.chosen, panel.tiles[3].picture, [3]),
        (panel.term_toggled, panel.tiles[3].letters[2], [2, 3]),
    ):
        with qtbot.waitSignal(signal) as caught:
            QTest.mouseClick(act, LEFT)
        assert caught.args == args


def test_a_new_pin_is_brought_into_sight(panel, qtbot):
    many = tuple(Latent(x=float(at)) for at in range(11))

    def seen(number):
        tile = panel.tiles[number]
        return tile.visibleRegion().boundingRect().height() == tile.height() > 0

    panel.resize(panel.width(), 180)
    for count in (9, 10, 11):
        panel.show_scene(made.scene(pins=many[:count]))
        qtbot.waitUntil(lambda count=count: seen(count - 1))
    bar, tile = panel._scroll.verticalScrollBar(), panel.tiles[0]
    qtbot.waitUntil(lambda: tile.height() == tile.sizeHint().height() and bar.value() == bar.maximum() > 0)
    bar.setValue(0)
    before = bar.maximum()
    panel.resize(panel.width(), panel.height() + tile.height() + 10)
    qtbot.waitUntil(lambda: bar.maximum() < before)
    assert bar.value() == 0
    panel.show_scene(made.scene(pins=many, latent=many[3]))
    qtbot.waitUntil(lambda: seen(0))
