import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from genplay.ui import theme
from genplay.ui.widgets.density_curve import Density, DensityCurve, written


def bell(grid, mu, sigma):
    return np.exp(-0.5 * ((grid - mu) / sigma) ** 2) / (sigma * np.sqrt(2 * np.pi))


def mixture(x, mus=(0.25, 0.75), sigmas=(0.05, 0.1), shares=(0.7, 0.3)):
    grid = np.linspace(0, 1, 401)
    components = list(zip(mus, sigmas, shares, strict=True))
    parts = np.stack([share * bell(grid, mu, sigma) for mu, sigma, share in components])
    at = sum(share * bell(x, mu, sigma) for mu, sigma, share in components)
    return Density(grid, parts.sum(0), parts, np.array(shares), x, float(at))


@pytest.fixture
def curve(show):
    made = DensityCurve()
    made.resize(500, 160)
    return show(made)


@pytest.mark.parametrize(("sigma", "top"), [(0.4, 4.0), (0.05, 16.0), (0.01, 64.0), (0.001, 1024.0)])
def test_the_axis_ends_at_the_next_power_of_four(curve, sigma, top):
    curve.set_density(mixture(0.5, (0.5,), (sigma,), (1.0,)))
    assert curve.top() == top


def test_greys_run_from_paper_to_ink_and_heights_are_roots(curve):
    curve.set_density(mixture(0.5))
    plot = curve.plot()
    assert curve.point(0, 0) == plot.bottomLeft()
    assert curve.point(1, curve.top()) == plot.topRight()
    assert curve.point(0.5, curve.top() / 4).y() == pytest.approx(plot.center().y())
    assert curve.point(0.5, 100 * curve.top()).y() == plot.top()


def test_the_value_is_marked_and_said(curve, look):
    density = mixture(0.4)
    curve.set_density(density)
    x = curve.point(0.4, 0).x()
    colours = {look(curve)(x + aside, curve.plot().bottom() - 20) for aside in (-1, 0, 1)}
    assert theme.current().tokens.accent.lower() in colours
    assert curve.accessibleDescription() == f"density {written(density.at_x)} at grey 102"


def test_the_whole_is_drawn_in_blue(curve, look):
    density = mixture(0.9)
    curve.set_density(density)
    at = curve.point(0.5, float(density.whole[200]))
    colours = {look(curve)(at.x(), at.y() + aside) for aside in (-1, 0, 1)}
    assert theme.current().tokens.blue.lower() in colours


def test_words_stand_where_there_is_no_density(curve):
    curve.set_density(mixture(0.4))
    curve.set_density(None, "Point at a pixel")
    assert curve.accessibleDescription() == "Point at a pixel"
    assert curve.top() == 4.0
    curve.grab()


@pytest.mark.parametrize("x", [0.001, 0.3, 0.999])
@pytest.mark.parametrize("size", [(200, 84), (500, 130), (1200, 400)])
def test_any_size_and_value_can_be_drawn(curve, x, size):
    curve.resize(*size)
    curve.set_density(mixture(x, (0.0, 1.02), (0.0005, 0.002), (0.5, 0.5)))
    assert not curve.grab().isNull()


@pytest.mark.parametrize(
    ("density", "words"),
    [(351.6, "352"), (14.26, "14.3"), (3.917, "3.92"), (0.0941, "0.0941"), (0.0, "0.0000")],
)
def test_a_density_has_the_decimals_that_it_needs(density, words):
    assert written(density) == words


def test_the_grey_under_the_pointer_is_told_and_dotted_on_the_curve(curve, look):
    density = mixture(0.9)
    curve.set_density(density)
    heard = []
    curve.hovered.connect(heard.append)
    at = curve.point(0.5, float(density.whole[200])).toPoint()
    QTest.mouseMove(curve, at + QPoint(40, -9))
    QTest.mouseMove(curve, at)
    assert heard[-1] == pytest.approx(0.5, abs=0.005)
    colours = {look(curve)(at.x() + aside, at.y() + down) for aside in (-1, 0, 1) for down in (-1, 0, 1)}
    assert theme.current().tokens.text.lower() in colours
    for beside, end in ((QPoint(0, 50), 0.0), (QPoint(curve.width() - 1, 50), 1.0)):
        QTest.mouseMove(curve, beside)
        assert heard[-1] == pytest.approx(end, abs=0.005)
    QApplication.sendEvent(curve, QEvent(QEvent.Type.Leave))
    assert heard[-1] is None
