import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from genplay.ui.theme import Theme
from genplay.ui.widgets.axes import Axes, around_zero
from genplay.ui.widgets.mosaic import Mosaic, edges

AXES = Axes(90, 1, 1.0, around_zero(3))
PLACES = np.array([-2.0, 0.0, 2.0])


@pytest.fixture
def draw(qapp):
    def on(mosaic, axes=AXES, theme=None):
        image = QImage(92, 92, QImage.Format.Format_RGB32)
        image.fill(QColor("#ff0000"))
        with QPainter(image) as painter:
            mosaic.paint(painter, axes, theme or Theme())
        return lambda a, b: image.pixelColor(axes.point(a, b).toPoint()).name()

    return on


def tiles():
    """Nine pictures of one grey each; the grey tells row and column."""
    levels = np.arange(9, dtype=np.uint8).reshape(3, 3) * 20
    return np.broadcast_to(levels[:, :, None, None], (3, 3, 4, 4)).copy()


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_each_picture_is_at_its_place_the_first_row_below(draw, name):
    now = Theme(name)
    seen = draw(Mosaic(tiles(), PLACES, PLACES), theme=now)
    table = [QColor(colour).name() for colour in now.table("grey")]
    for row, b in enumerate(PLACES):
        for column, a in enumerate(PLACES):
            assert seen(a - 0.9, b + 0.9) == seen(a + 0.9, b - 0.9) == table[20 * (3 * row + column)]


def test_a_picture_is_upright(draw):
    picture = np.zeros((1, 1, 2, 2), np.uint8)
    picture[0, 0, 0, 0] = 255  # its upper left
    seen = draw(Mosaic(picture, np.zeros(1), np.zeros(1)), axes=Axes(90, 1, 1.0, around_zero(0.5)))
    assert seen(-0.2, 0.2) == "#161b26"
    assert seen(0.2, 0.2) == seen(-0.2, -0.2) == "#ffffff"


def test_places_may_be_uneven():
    assert edges(np.array([0.0, 1.0, 3.0])).tolist() == [-0.5, 0.5, 2.0, 4.0]
    assert edges(np.array([2.0])).tolist() == [1.5, 2.5]


def test_outside_the_pictures_nothing_is_drawn(draw):
    seen = draw(Mosaic(tiles(), PLACES / 2, PLACES / 2))
    assert seen(-2, 2) == "#ff0000"


def test_pictures_smaller_than_a_pixel_are_left_out(draw):
    draw(Mosaic(tiles(), PLACES / 1e3, PLACES / 1e3))
