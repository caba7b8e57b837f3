import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from genplay.families.dcgan import Maps
from genplay.ui.tabs.dcgan.layers_panel import LayersPanel
from tests.ui.tabs.painted import point_at

DRAW = np.random.default_rng(0)


def made(shapes, picture):
    layers = tuple(DRAW.gamma(1, 1, (count, side, side)).astype(np.float32) for count, side in shapes)
    pixels = DRAW.integers(0, 256, picture).astype(np.uint8)
    return Maps("dcgan_fashion", layers, pixels, DRAW.normal(size=100).astype(np.float32))


GREY = made([(128, 4), (64, 8), (32, 16)], (32, 32, 1))
COLOUR = made([(256, 4), (128, 8), (64, 16), (32, 32)], (64, 64, 3))


@pytest.fixture
def panel(show):
    return show(LayersPanel(), 1084, 193)


def said(panel):
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible() and label.text()]


@pytest.mark.parametrize("maps", [GREY, COLOUR])
@pytest.mark.parametrize(("width", "height"), [(1084, 193), (1700, 330)])
def test_all_maps_have_room_from_noise_to_picture(panel, maps, width, height):
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
    places = [widget.mapTo(panel, QPoint()).x() for widget in (panel.noise, *seen, panel.picture)]
    assert places == sorted(places)


def test_the_pointer_reads_a_map_and_a_number(panel):
    panel.show_maps(GREY)
    mosaic = panel.mosaics[1]
    QTest.mouseMove(mosaic, mosaic.point_of(0))
    QTest.mouseMove(mosaic, mosaic.point_of(5))
    middle = GREY.layers[1].shape[1] // 2
    value = GREY.layers[1][5, middle, middle]
    assert f"Layer 2, map 6, row {middle + 1}, column {middle + 1}: {value:.2f}" in said(panel)
    QTest.mouseMove(panel.noise, panel.noise.pixel_rect(0).center().toPoint())
    QTest.mouseMove(panel.noise, panel.noise.pixel_rect(7).center().toPoint())
    assert any(words.startswith("z, number 8: ") for words in said(panel))


def test_before_there_are_maps_the_panel_says_what_is_awaited(panel):
    panel.show_maps(None)
    panel.show_loading("Loading DCGAN")
    assert panel.picture.accessibleDescription() == "Loading DCGAN"
    assert not any(mosaic.isVisible() for mosaic in panel.mosaics)
    panel.show_loading(None)


def test_a_failure_is_told_where_the_picture_was(panel):
    panel.show_failure("Try another point.")
    assert "There are no maps" in said(panel)


def test_a_narrow_room_shows_fewer_maps_and_says_so(panel):
    panel.set_room(500, 193)
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
    point_at(mosaic, mosaic.point_of(5))
    assert not any(words.startswith("Layer 2") for words in said(panel))
    panel.show_maps(GREY)
    assert mosaic.grab().toImage() != pale
