"""Points, arrows and the net of the noise are where they are to be."""

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from genplay.ui import theme
from genplay.ui.tabs.gan import field_marks
from genplay.ui.widgets.axes import Axes, around_zero

SIDE = 300
AXES = Axes.fit(SIDE, SIDE, 0, 1.0, around_zero(3.0))
NOW = theme.Theme()
PLACE = np.array([[1.0, -1.0]], np.float32)  # at 200, 200


def painted(paint):
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(QColor("#00ff00"))
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter)
    return lambda x, y: image.pixelColor(int(x), int(y))


def inked(paint):
    at = painted(paint)
    return np.array([[at(x, y) != QColor("#00ff00") for x in range(SIDE)] for y in range(SIDE)])


def test_real_points_are_blue_and_round_and_fake_ones_orange_and_pointed():
    for paint, token, fills in (
        (field_marks.paint_real, "blue", np.pi / 4),
        (field_marks.paint_fake, "orange", 0.5),
    ):
        at = painted(lambda painter, paint=paint: paint(painter, AXES, PLACE, NOW, 40))
        assert at(200, 200) == NOW.color(token)
        assert at(100, 100) == QColor("#00ff00")
        share = inked(lambda painter, paint=paint: paint(painter, AXES, PLACE, NOW, 40)).sum() / 42**2
        assert share == pytest.approx(fills, abs=0.09)


def test_points_have_a_rim_of_paper():
    at = painted(lambda painter: field_marks.paint_real(painter, AXES, PLACE, theme.Theme(scale=4.0)))
    row = [at(x, 200).name() for x in range(180, 201)]
    assert NOW.color("paper").name() in row


def test_an_arrow_goes_where_its_slope_does_and_begins_beside_its_point():
    for slope, right, down in (((2, 0), 1, 0), ((-2, 0), -1, 0), ((0, 2), 0, -1), ((0, -2), 0, 1)):
        ink = inked(
            lambda p, s=slope: field_marks.paint_arrows(p, AXES, PLACE, np.array([s], np.float32), NOW)
        )
        assert not ink[200, 200]
        assert ink[200 + 15 * down, 200 + 15 * right]
        assert not ink[200 - 10 * down, 200 - 10 * right]


def test_steep_slopes_reach_further_and_none_too_far():
    slopes = np.array([[0.1, 0], [0.5, 0], [5, 0], [500, 0]], np.float32)
    along = field_marks.reaches(slopes)[:, 0]
    assert (np.diff(along) > 0).all()
    assert along[-1] <= 28
    assert field_marks.reaches(np.zeros((1, 2), np.float32)).tolist() == [[0, 0]]


def test_a_flat_slope_has_no_arrow():
    flat = np.array([[0.01, 0]], np.float32)
    assert not inked(lambda painter: field_marks.paint_arrows(painter, AXES, PLACE, flat, NOW)).any()


def test_of_points_on_a_heap_the_first_is_taken():
    places = np.array([[0, 0], [5, 0], [20, 0], [22, 0], [40, 0]], np.float64)
    assert field_marks.apart(places, 13) == [0, 2, 4]
    assert field_marks.apart(np.zeros((0, 2)), 13) == []


def test_the_net_is_drawn_through_its_points_and_one_input_is_a_curve():
    net = np.stack(np.meshgrid(np.linspace(-1, 1, 5), np.linspace(1, -1, 5)), -1).astype(np.float32)
    ink = inked(lambda painter: field_marks.paint_sheet(painter, AXES, net, NOW))
    assert ink[100:201, 100:201].any(0).all()
    assert ink[100, 125]  # the upper edge
    assert not ink[112, 112]  # between lines
    assert not ink[:, :98].any()
    curve = inked(lambda painter: field_marks.paint_sheet(painter, AXES, net[:1], NOW))
    assert curve[100, 150]
    assert not curve[103:].any()


def test_a_trail_leads_from_where_a_point_was_to_where_it_is():
    ink = inked(lambda p: field_marks.paint_trails(p, AXES, PLACE, PLACE + np.float32([0, 1]), NOW))
    assert ink[155:196, 200].all()
    assert not ink[210:].any()


def test_toned_points_have_the_colour_of_what_is_said_of_them():
    shares = np.array([-1.0], np.float32)
    at = painted(lambda p: field_marks.paint_toned(p, AXES, PLACE, shares, NOW, real=True))
    assert at(200, 200).rgba() == NOW.table("signed")[0]
    at = painted(lambda p: field_marks.paint_toned(p, AXES, PLACE, -shares, NOW, real=False))
    assert at(200, 200).rgba() == NOW.table("signed")[255]


def test_a_point_that_is_misjudged_has_a_rim_of_ink():
    def darkest(share, real):
        shares, now = np.array([share], np.float32), theme.Theme(scale=3.0)
        at = painted(lambda p: field_marks.paint_toned(p, AXES, PLACE, shares, now, real=real))
        return min(at(x, 200).lightness() for x in range(180, 221))

    for real, wrong in ((True, -0.2), (False, 0.2)):
        assert darkest(wrong, real) < darkest(-wrong, real) - 40


def test_points_are_as_large_as_they_are_to_be():
    for real, area in ((True, np.pi / 4 * 400), (False, 200)):
        ink = inked(lambda p, r=real: field_marks.paint_sized(p, AXES, PLACE, np.array([20.0]), NOW, real=r))
        assert ink.sum() == pytest.approx(area, rel=0.25)
