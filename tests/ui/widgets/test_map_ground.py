import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from genplay.ui.theme import Theme
from genplay.ui.widgets import map_ground
from genplay.ui.widgets.axes import Axes, around_zero
from genplay.ui.widgets.cloud import Cloud
from genplay.ui.widgets.map_ground import Ground
from genplay.ui.widgets.mosaic import Mosaic

AXES = Axes(344, 1, 1.0, around_zero(3.1))
CLOUD = Cloud(np.array([[0.5, 0.5]]), np.array([3], np.uint8), tuple("0123456789"))
INK = Mosaic(np.full((2, 2, 4, 4), 255, np.uint8), np.array([-1.5, 1.5]), np.array([-1.5, 1.5]))


@pytest.fixture
def draw(qapp):
    def on(ground, now=None, axes=AXES):
        side = axes.side + 2 * axes.frame
        image = QImage(side, side, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        with QPainter(image) as painter:
            ground.paint(painter, axes, now or Theme(), vector=False)
        return image

    return on


def at(image, a, b):
    return image.pixelColor(AXES.point(a, b).toPoint()).name()


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_grid_is_a_hairline_at_whole_numbers(draw, name):
    now = Theme(name)
    image = draw(Ground(), now)
    assert {at(image, k, 0.5) for k in (-3, -2, -1, 0, 1, 2, 3)} == {now.tokens.line.lower()}
    assert at(image, 0.5, 0.45) == now.tokens.paper.lower()


def test_in_high_contrast_the_grid_is_no_white_fence(draw):
    assert at(draw(Ground(), Theme("contrast")), 1, 0.5) == "#4d4d4d"


def test_the_axes_have_their_names_at_their_ends(draw):
    plain, named = draw(Ground()), draw(Ground(across="z₁", up="z₂"))
    assert plain != named
    assert plain.copy(0, 0, 300, 30) != named.copy(0, 0, 300, 30)
    assert plain.copy(300, 310, 44, 34) != named.copy(300, 310, 44, 34)
    assert plain.copy(60, 40, 220, 260) == named.copy(60, 40, 220, 260)


@pytest.mark.parametrize(
    ("mode", "pictures", "points"),
    [("points", False, True), ("manifold", True, False), ("both", True, True)],
)
def test_modes(draw, mode, pictures, points):
    whole = draw(Ground(CLOUD, INK, mode=mode))
    bare = draw(Ground(mosaic=INK, mode=mode))
    assert (at(whole, -1.5, 1.5) != "#ffffff") == pictures
    assert (whole != bare) == points


def test_under_points_pictures_are_paler(draw):
    alone, both = (draw(Ground(CLOUD, INK, mode=mode)) for mode in ("manifold", "both"))
    assert at(alone, -1.5, 1.5) == "#161b26"
    assert at(both, -1.5, 1.5) not in ("#161b26", "#ffffff")


def test_classes_are_all_or_those_shown():
    assert Ground(CLOUD).classes() == tuple(range(10))
    assert list(Ground(CLOUD, shown=(3, 11)).names_shown()) == ["3"]
    assert Ground().classes() == ()


def test_grounds_that_look_alike_are_equal():
    assert Ground(CLOUD) == Ground().having(cloud=CLOUD)
    assert Ground(CLOUD) != Ground(CLOUD, shown=(1,))


@pytest.mark.parametrize("side", [1, 3, 20, 60])
def test_tiny_maps_are_drawn(draw, side):
    draw(Ground(CLOUD, INK, mode="both", across="z₁", up="z₂"), axes=Axes(side, 1, 1.0, around_zero(3.1)))


def test_on_pictures_the_numbers_stand_on_paper_and_can_be_read(draw, monkeypatch):
    def colours():
        image, now = draw(Ground(mosaic=INK, mode="manifold")), Theme()
        rows = range(int(AXES.point(0, 1.4).y()), int(AXES.point(0, -1.4).y()))
        seen = [image.pixelColor(x, y).name() for x in range(4, 24) for y in rows]  # at the left edge
        return seen.count(now.tokens.paper.lower()), seen.count(now.tokens.text3.lower())

    paper, pale = colours()
    monkeypatch.setattr(map_ground, "_WIDE_HALO", 0)
    assert paper > colours()[0] + 200
    assert pale == 0
