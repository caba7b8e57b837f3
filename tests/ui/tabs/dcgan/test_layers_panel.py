import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from genplay.families.dcgan import Maps
from genplay.ui.tabs.dcgan.layer_mosaic import frame
from genplay.ui.tabs.dcgan.layers_panel import LayersPanel
from tests.ui.tabs.dcgan import made as scenes
from tests.ui.tabs.painted import point_at

LEFT = Qt.MouseButton.LeftButton
DRAW = np.random.default_rng(0)


def made(shapes, picture):
    layers = tuple(DRAW.gamma(1, 1, (count, side, side)).astype(np.float32) for count, side in shapes)
    pixels = DRAW.integers(0, 256, picture).astype(np.uint8)
    return Maps("dcgan_fashion", layers, pixels, DRAW.normal(size=100).astype(np.float32))


GREY = made([(128, 4), (64, 8), (32, 16)], (32, 32, 1))
COLOUR = made([(256, 4), (128, 8), (64, 16), (32, 32)], (64, 64, 3))


@pytest.fixture
def panel(show):
    return show(LayersPanel(), 374, 451)


def said(panel):
    texts = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    return [words.replace("\u00a0", " ") for words in texts if words]


def middle(panel, layer, number):
    """The middle of a map in the mosaic of a layer, counted from 0."""
    block, ratio = panel.blocks()[layer], panel.devicePixelRatioF()
    x, y = block.place(number)
    half = frame(ratio) + block.side * block.zoom / 2
    return QPoint(int((x + half) / ratio), int((y + half) / ratio))


@pytest.mark.parametrize("maps", [GREY, COLOUR])
@pytest.mark.parametrize(("width", "height"), [(374, 451), (723, 800)])
def test_all_maps_have_room_from_the_noise_downwards(panel, maps, width, height):
    panel.resize(width, height)
    panel.set_room(width, height)
    panel.show_maps(maps)
    seen = [mosaic for mosaic in panel.mosaics if mosaic.isVisible()]
    assert len(seen) == len(maps.layers)
    assert [block.count for block in panel.blocks()] == [len(layer) for layer in maps.layers]
    panel.layout().activate()
    least = panel.layout().minimumSize()
    assert least.width() <= width
    assert least.height() <= height
    for layer in maps.layers:
        assert f"{len(layer)} maps of {layer.shape[1]} × {layer.shape[1]}" in said(panel)
    places = [widget.mapTo(panel, QPoint()).y() for widget in (panel.noise, *seen)]
    assert places == sorted(places)


def test_the_pointer_reads_a_map_and_a_number(panel):
    panel.show_maps(GREY)
    mosaic = panel.mosaics[1]
    QTest.mouseMove(mosaic, middle(panel, 1, 0))
    QTest.mouseMove(mosaic, middle(panel, 1, 5))
    at = GREY.layers[1].shape[1] // 2
    value = GREY.layers[1][5, at, at]
    assert f"Layer 2, map 6, row {at + 1}, column {at + 1}: {value:.2f}" in said(panel)
    QTest.mouseMove(panel.noise, panel.noise.pixel_rect(0).center().toPoint())
    QTest.mouseMove(panel.noise, panel.noise.pixel_rect(7).center().toPoint())
    assert any(words.startswith("z, number 8: ") for words in said(panel))


def test_a_map_that_is_clicked_has_all_the_room_until_it_is_clicked_again(panel, qtbot):
    panel.show_maps(GREY)
    mosaic, before = panel.mosaics[2], panel.blocks()[2]
    QTest.mouseClick(mosaic, LEFT, pos=middle(panel, 2, 4))
    assert [one for one in panel.mosaics if one.isVisible()] == [mosaic]
    assert not panel.noise.isVisible()
    assert "Layer 3, map 5 of 32, 16 × 16" in said(panel)
    assert panel.blocks()[0].zoom >= 10 * before.zoom
    QTest.keyClick(mosaic, Qt.Key.Key_Right)
    assert "Layer 3, map 6 of 32, 16 × 16" in said(panel)
    QTest.mouseClick(mosaic, LEFT)
    assert panel.blocks()[2] == before
    assert panel.noise.isVisible()


def test_a_map_alone_goes_where_another_model_has_no_such_layer(panel):
    panel.show_maps(COLOUR)
    panel.mosaics[3].show_single(0)
    panel.show_maps(None)
    panel.show_maps(GREY)
    assert panel.noise.isVisible()
    assert len(panel.blocks()) == len(GREY.layers)


def test_no_number_of_the_noise_is_read_while_another_is_awaited(panel):
    panel.show_maps(GREY)
    panel.noise.hovered.emit(7)
    assert any(words.startswith("z, number 8") for words in said(panel))
    panel.show_maps(GREY, late=True)
    panel.noise.hovered.emit(7)
    assert not any(words.startswith("z, number 8") for words in said(panel))


def test_where_it_is_wide_captions_stand_beside_the_maps(panel, qtbot):
    panel.show_maps(GREY)
    panel.resize(650, 294)
    panel.set_room(650, 294)
    qtbot.waitUntil(lambda: panel.mosaics[0].x() > 100)
    panel.resize(374, 451)
    panel.set_room(374, 451)
    qtbot.waitUntil(lambda: panel.mosaics[0].x() == 0)


def test_before_there_are_maps_the_panel_says_what_is_awaited(panel):
    panel.show_scene(scenes.scene(answered=False, lower="layers", waiting=frozenset({"layers"})))
    assert panel.picture.accessibleDescription() == "Loading Fashion-MNIST"
    assert not any(mosaic.isVisible() for mosaic in panel.mosaics)
    panel.show_maps(GREY)
    assert not panel.picture.isVisible()


def test_a_failure_is_told_where_the_picture_was(panel):
    failed = scenes.scene(answered=False, lower="layers", failures={"layers": "Try another point."})
    panel.show_scene(failed)
    assert "There are no maps" in said(panel)


def test_a_low_room_shows_fewer_maps_and_says_so(panel):
    panel.set_room(260, 280)
    panel.show_maps(COLOUR)
    assert any(" of 32 maps of 32 × 32" in words for words in said(panel))


def test_each_layer_is_named_for_who_cannot_see_it(panel):
    panel.show_maps(GREY)
    first = panel.mosaics[0]
    count, side = GREY.layers[0].shape[:2]
    assert first.accessibleName() == f"Layer 1, {count} maps of {side} × {side}"
    assert "Escape" in first.accessibleDescription()


def test_maps_that_are_late_are_pale_and_not_read(panel):
    panel.show_maps(GREY, late=True)
    mosaic = panel.mosaics[1]
    pale = mosaic.grab().toImage()
    point_at(mosaic, middle(panel, 1, 5))
    assert not any(words.startswith("Layer 2") for words in said(panel))
    panel.show_maps(GREY)
    assert mosaic.grab().toImage() != pale
