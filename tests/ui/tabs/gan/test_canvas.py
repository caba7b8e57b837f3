"""The canvas: kernels where the points are, and the brush as large as it reaches."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from genplay.families.gan import BRUSH
from genplay.ui import theme
from genplay.ui.tabs.gan import canvas
from genplay.ui.widgets.axes import Axes, around_zero

AXES, NOW = Axes.fit(300, 300, 0, 1.0, around_zero(3.0)), theme.Theme()


def painted(paint):
    image = QImage(300, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter)
    return image


def test_a_kernel_is_a_bell_about_its_point_row_0_at_the_top():
    found = canvas.kernels(((1.5, 1.5),))
    side = len(found)
    row, column = np.unravel_index(found.argmax(), found.shape)
    assert (row / side, column / side) == pytest.approx((0.25, 0.75), abs=0.02)
    assert found.max() == pytest.approx(1, abs=0.1)
    assert found.sum() * (6 / side) ** 2 == pytest.approx(2 * np.pi * BRUSH**2, rel=0.02)


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_where_there_are_points_it_is_blue_and_elsewhere_paper(look):
    now = theme.Theme(look)
    image = canvas.picture(((1.5, 1.5), (1.6, 1.5), (1.5, 1.6)), 300, now)
    there, elsewhere = image.pixelColor(226, 74), image.pixelColor(75, 225)
    assert there.blue() > there.red() + 60
    assert elsewhere.rgba() == now.table("probability")[0]


def test_each_point_has_a_dot():
    image = painted(lambda p: canvas.paint_points(p, AXES, ((1.0, -1.0), (-2.0, 2.0)), theme.Theme(scale=2)))
    assert image.pixelColor(200, 200) == NOW.color("blue")
    assert image.pixelColor(50, 50) == NOW.color("blue")
    assert image.pixelColor(150, 150) == QColor("white")


def test_the_brush_is_a_circle_and_dashed_where_it_erases():
    def around(erases):
        image = painted(lambda p: canvas.paint_brush(p, QPointF(150, 150), 60, NOW, erases=erases))
        angles = np.linspace(0, 2 * np.pi, 400)
        ring = [image.pixelColor(round(150 + 60 * np.cos(a)), round(150 + 60 * np.sin(a))) for a in angles]
        return np.mean([colour.lightness() < 245 for colour in ring]), image.pixelColor(150, 150)

    drawn, middle = around(False)
    assert drawn > 0.95
    assert middle == QColor("white")
    assert around(True)[0] < 0.85


def test_the_mark_is_a_cross():
    image = painted(lambda p: canvas.paint_mark(p, QPointF(150, 150), NOW))
    for right, down in ((4, 0), (-4, 0), (0, 4), (0, -4)):
        assert image.pixelColor(150 + right, 150 + down).lightness() < 200
    assert image.pixelColor(154, 154) == QColor("white")
