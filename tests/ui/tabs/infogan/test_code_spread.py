"""A number's mean and deviation on its scale."""

import pytest

from genplay.ui.tabs.infogan.code_spread import CodeSpread


@pytest.fixture
def spread(show):
    return show(CodeSpread("info_c2", "c₂"), 204, 18)


def test_mean_and_deviation_are_said(spread):
    spread.set_told((0.78, 0.31))
    assert spread.accessibleName() == "c₂ 0.78 ± 0.31"
    spread.set_told(None)
    assert spread.accessibleName() == "c₂ –"


def test_the_scale_is_that_of_the_sliders(spread):
    scale = spread.scale()
    assert spread.place(-2) == scale.left()
    assert spread.place(0) == pytest.approx(scale.center().x())
    assert spread.place(2) == spread.place(7) == scale.right()


def test_a_scale_below_has_the_whole_width(spread):
    before, high = spread.scale(), spread.sizeHint().height()
    spread.set_below(True)
    assert spread.sizeHint().height() > high
    spread.resize(100, spread.sizeHint().height())
    assert spread.scale().width() > before.width() - 30
    assert spread.scale().top() > high / 2
    assert spread.place(2) + 4 <= spread.width()


def test_the_mean_is_a_dot_where_it_is(spread):
    spread.set_told((1.0, 0.1))
    there = spread.grab().toImage()
    x, y = round(spread.place(1.0)), spread.height() // 2
    spread.set_told((-1.0, 0.1))
    assert there.pixelColor(x, y) != spread.grab().toImage().pixelColor(x, y)
