import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from genplay.ui.theme import DIGITS, Theme
from genplay.ui.widgets.axes import Axes, around_zero
from genplay.ui.widgets.cloud import Cloud, colour_of

AXES = Axes(200, 1, 1.0, around_zero(2))
NAMES = tuple("0123456789")
POINTS = np.array([[-1, 0], [1, 0], [0, 1], [5, 5]], np.float32)
LABELS = np.array([0, 1, 9, 9], np.uint8)


@pytest.fixture
def draw(qapp):
    def on(paint, ratio=1.0):
        image = QImage(round(202 * ratio), round(202 * ratio), QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        with QPainter(image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(ratio, ratio)
            paint(painter)
        return image

    return on


def at(image, a, b, axes=AXES):
    return image.pixelColor((axes.point(a, b) * axes.ratio).toPoint()).name()


@pytest.mark.parametrize("vector", [False, True])
def test_points_land_at_their_places_in_their_colours(draw, vector):
    cloud = Cloud(POINTS, LABELS, NAMES)
    image = draw(lambda p: cloud.paint(p, AXES, Theme(), range(10), small=False, vector=vector))
    assert [at(image, *point) for point in POINTS[:3]] == [colour_of(label).lower() for label in (0, 1, 9)]
    assert at(image, 0, 0) == "#ffffff"


def test_at_150_percent_a_device_pixel_is_the_unit(draw):
    axes = Axes(300, 1, 1.5, around_zero(2))
    cloud = Cloud(POINTS, LABELS, NAMES)
    image = draw(lambda p: cloud.paint(p, axes, Theme(), range(10), small=False, vector=False), 1.5)
    assert at(image, -1, 0, axes) == DIGITS[0].lower()


def test_copies_of_dots_look_like_circles(draw):
    r = np.random.default_rng(0)
    cloud = Cloud(r.uniform(-2, 2, (300, 2)), r.integers(0, 10, 300).astype(np.uint8), NAMES)
    images = [
        draw(lambda p, v=vector: cloud.paint(p, AXES, Theme(), range(10), small=False, vector=v))
        for vector in (False, True)
    ]
    first, second = (np.array(image.constBits(), np.int32).reshape(202, 202, 4) for image in images)
    assert np.abs(first - second)[..., :3].mean() < 4  # of 255
    assert (first != 255).mean() > 0.02


def test_classes_that_are_not_shown_are_not_drawn(draw):
    cloud = Cloud(POINTS, LABELS, NAMES)
    image = draw(lambda p: cloud.paint(p, AXES, Theme(), (1,), small=False, vector=False))
    assert at(image, -1, 0) == "#ffffff"
    assert at(image, 1, 0) == DIGITS[1].lower()


def test_small_points_are_paler(draw):
    cloud = Cloud(POINTS, LABELS, NAMES)
    image = draw(lambda p: cloud.paint(p, AXES, Theme(), range(10), small=True, vector=False))
    assert at(image, -1, 0) not in (DIGITS[0].lower(), "#ffffff")


def test_many_points_are_smaller():
    sizes = [Cloud(np.zeros((n, 2)), np.zeros(n, np.uint8), NAMES).radius() for n in (0, 100, 5000, 10**6)]
    assert sizes == [2.1, 2.1, pytest.approx(1.766, abs=1e-3), 1.4]


def test_medians_are_of_the_classes_shown_that_have_points():
    points = np.array([[0, 0], [1, 3], [9, 4], [7, 7]])
    cloud = Cloud(points, np.array([2, 2, 2, 5], np.uint8), NAMES)
    assert cloud.medians((2, 3)) == {2: (1.0, 3.0)}


def test_names_stand_at_the_medians_and_not_on_each_other(draw):
    names = ("Ankle boot", "Sneaker")
    cloud = Cloud(np.zeros((2, 2)), np.array([0, 1], np.uint8), names)
    both = draw(lambda p: cloud.paint_names(p, AXES, Theme(), (0, 1)))
    dark = (np.array(both.constBits(), np.uint8).reshape(202, 202, 4)[..., 0] < 100).any(1)
    rows = np.flatnonzero(dark)
    assert abs(rows.min() - 101) < 10
    assert rows.max() - rows.min() > 18  # two lines
    assert not dark[rows.min() : rows.max()].all()  # with air between


def test_a_name_whose_median_is_out_of_view_is_left_out(draw):
    cloud = Cloud(np.full((1, 2), 9.0), np.zeros(1, np.uint8), NAMES)
    assert draw(lambda p: cloud.paint_names(p, AXES, Theme(), (0,))) == draw(lambda p: None)


def test_points_that_are_no_numbers_are_left_out(draw):
    cloud = Cloud(np.array([[np.nan, 0], [np.inf, 1]]), np.array([0, 1], np.uint8), NAMES)
    assert draw(lambda p: cloud.paint(p, AXES, Theme(), (0, 1), small=False, vector=False)) == draw(
        lambda p: None
    )
