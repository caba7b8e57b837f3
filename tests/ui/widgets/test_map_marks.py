import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from genplay.ui.theme import Theme
from genplay.ui.widgets import map_marks
from genplay.ui.widgets.axes import Axes, around_zero
from genplay.ui.widgets.map_marks import Pin

AXES = Axes(200, 1, 1.0, around_zero(2))
SQUARE = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]], np.float64)
THEMES = [Theme(name, 1.5) for name in ("light", "dark", "contrast")]


@pytest.fixture
def draw(qapp):
    def on(paint):
        image = QImage(202, 202, QImage.Format.Format_RGB32)
        image.fill(QColor("#ff00ff"))
        with QPainter(image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint(painter)
        return image

    return on


def colour(image, point):
    return image.pixelColor(point.toPoint()).name()


@pytest.mark.parametrize("now", THEMES, ids=lambda now: now.name)
def test_z_is_a_frame_that_shows_what_is_in_it(draw, now):
    image = draw(lambda painter: map_marks.paint_z(painter, AXES, (0, 0), now))
    middle = AXES.point(0, 0)
    assert colour(image, middle) == now.tokens.accent.lower()
    assert colour(image, middle + QPointF(8, 8)) == "#ff00ff"
    row = {image.pixelColor(int(middle.x()) + x, 101).name() for x in range(8, 24)}
    assert {now.tokens.accent.lower(), now.tokens.paper.lower()} <= row


def test_beyond_the_map_z_is_dashed_at_its_edge(draw):
    inside = draw(lambda painter: map_marks.paint_z(painter, AXES, (2, 0), Theme()))
    beyond = draw(lambda painter: map_marks.paint_z(painter, AXES, (7, 0), Theme()))
    assert inside != beyond
    assert colour(beyond, AXES.point(2, 0)) == Theme().tokens.accent.lower()


def test_the_outer_outline_is_dashed(draw):
    now = Theme()
    image = draw(lambda painter: map_marks.paint_outlines(painter, AXES, [SQUARE, 1.5 * SQUARE], now))

    def along(half):
        y = int(AXES.point(0, half).y())
        return [image.pixelColor(x, y).name() for x in range(55, 145)].count("#ffffff")  # the paper below

    assert along(1) == 0
    assert 20 < along(1.5) < 75


def test_the_path_and_its_walker_are_drawn(draw):
    now = Theme()
    image = draw(lambda painter: map_marks.paint_path(painter, AXES, SQUARE[:2], (1, 1), now))
    accent = now.tokens.accent.lower()
    assert colour(image, AXES.point(0, -1)) == colour(image, AXES.point(1, 1)) == accent
    assert colour(image, AXES.point(0, 1)) == "#ff00ff"
    assert draw(lambda painter: map_marks.paint_path(painter, AXES, None, None, now)) == draw(
        lambda painter: None
    )


@pytest.mark.parametrize("place", [(0, 0), (2, 2), (-2, 2), (2, -2), (-2, -2)])
def test_a_pins_flag_is_in_the_map_and_on_its_pole(place):
    pin = Pin.at(AXES, place, Theme())
    assert AXES.inner.adjusted(-1, -1, 1, 1).contains(pin.flag)
    assert pin.flag.left() <= pin.foot.x() <= pin.flag.right()


def test_a_pin_is_held_by_its_flag_and_by_its_foot():
    pin, now = Pin.at(AXES, (0, 0), Theme()), Theme()
    assert pin.holds(pin.flag.center(), now)
    assert pin.holds(pin.foot + QPointF(3, 3), now)
    assert not pin.holds(pin.foot + QPointF(12, 0), now)


@pytest.mark.parametrize("now", THEMES, ids=lambda now: now.name)
def test_a_pin_has_its_number_on_accent(draw, now):
    pin = Pin.at(AXES, (0, 0), now)
    images = [draw(lambda painter, n=number: pin.paint(painter, n, now)) for number in (1, 2)]
    assert images[0] != images[1]
    assert colour(images[0], pin.flag.topLeft() + QPointF(4, 4)) == now.tokens.accent.lower()
    assert colour(images[0], pin.foot) == now.tokens.accent.lower()
