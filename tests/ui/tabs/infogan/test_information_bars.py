"""Bars of L_I below the ceiling."""

import math

import pytest

from genplay.ui import theme
from genplay.ui.tabs.infogan.information_bars import InformationBars, Told

CEILING = math.log(10)


@pytest.fixture
def bars(show):
    made = show(InformationBars(), 560, 80)
    rows = [Told("InfoGAN", 2.2, "2.200", marked=True), Told("Plain GAN", -0.01, "−0.010")]
    made.set_rows(rows, CEILING, "log 10 = 2.303")
    return made


def test_a_bar_ends_before_the_ceiling_by_what_is_missing(bars):
    bar = bars.bar(0)
    whole = bars.ceiling_x() - bar.left()
    assert bar.width() / whole == pytest.approx(2.2 / CEILING, abs=0.01)


def test_nothing_is_told_by_a_bar_of_next_to_nothing(bars):
    assert bars.bar(1).left() == bars.bar(0).left()
    assert bars.bar(1).width() == theme.current().px(3)
    assert bars.bar(1).top() > bars.bar(0).bottom()


def test_names_and_numbers_stand_above_where_it_is_narrow_and_bars_have_the_width(bars):
    bars.set_stacked(True)
    bars.resize(216, bars.minimumSizeHint().height())
    assert bars.minimumSizeHint().width() <= 216
    assert bars.bar(0).left() == 0
    assert bars.ceiling_x() > 210
    assert bars.bar(1).top() - bars.bar(0).bottom() > theme.current().px(18)
    assert bars.bar(0).width() / bars.ceiling_x() == pytest.approx(2.2 / CEILING, abs=0.01)


def test_what_is_not_known_has_no_bar(bars):
    bars.set_rows([Told("InfoGAN", None, "–")], CEILING, "log 10")
    assert bars.bar(0).width() == 0


def test_the_model_of_the_tab_has_the_accent(bars):
    image = bars.grab().toImage()
    assert image.pixelColor(bars.bar(0).center().toPoint()) == theme.current().color("accent")
    assert image.pixelColor(bars.bar(1).center().toPoint()) == theme.current().color("control")


def test_it_is_read_aloud(bars):
    assert bars.accessibleDescription() == "InfoGAN 2.200, Plain GAN −0.010, log 10 = 2.303"
