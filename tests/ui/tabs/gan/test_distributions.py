"""The pictures of what can be learnt."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from genplay.families.gan import DATA
from genplay.ui import theme
from genplay.ui.tabs.gan import distributions


def painted(name, side=80):
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(theme.current().color("paper"))
    with QPainter(image) as painter:
        distributions.tiles()[name].paint(painter, theme.current(), QRectF(0, 0, side, side))
    return image


@pytest.mark.parametrize("name", [name for name in DATA if name != "drawn"])
def test_every_preset_has_a_picture_of_its_own_that_stays_the_same(name, qapp):
    assert painted(name) == painted(name)
    assert all(painted(name) != painted(other) for other in distributions.tiles() if other != name)
    assert distributions.tiles()[name].tip == DATA[name]


def test_the_ring_has_nothing_in_its_middle(qapp):
    image, paper = painted("ring"), theme.current().color("paper").rgb()
    assert all(image.pixel(x, y) == paper for x in range(30, 50) for y in range(30, 50))
    assert any(image.pixel(x, 40) != paper for x in range(80))
