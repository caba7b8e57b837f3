"""The strip says how often the chain rule is shown, and in what its models differ; never half a sentence."""

import pytest
from PySide6.QtWidgets import QLabel

from genplay.ui import theme
from genplay.ui.tabs.autoregressive.compare.strip import ChainStrip
from genplay.ui.widgets.formula import FormulaLabel


@pytest.fixture
def strip(show):
    return show(ChainStrip(), 1200, 44)


def said(strip):
    return strip.findChild(QLabel).text()


@pytest.mark.parametrize(("models", "times"), [(2, "twice"), (3, "three times"), (4, "four times")])
def test_it_counts_the_models_and_names_the_pixel(strip, models, times):
    strip.show_count(models, "407")
    assert said(strip) == (
        f"The same chain rule {times}. The models differ in what pixel <b>407</b> may see."
    )
    strip.show_count(models, "")
    assert said(strip) == (
        f"The same chain rule {times}. The models differ in what a pixel may see: point at one."
    )


@pytest.mark.parametrize(("models", "times"), [(1, "once"), (2, "twice"), (3, "three times")])
def test_beside_a_vae_it_says_that_it_has_no_chain_rule(strip, models, times):
    strip.show_count(models, "", bounded=True)
    assert said(strip) == f"The chain rule {times}; the VAE has none and bounds p(x) as a whole."
    strip.show_count(models, "407", bounded=True)
    differ = f"The same chain rule {times}. The models differ in what pixel <b>407</b> may see."
    assert (said(strip) == differ) == (models > 1)


@pytest.mark.parametrize(
    ("pixel", "short"),
    [("407", "They differ in what pixel <b>407</b> sees."), ("", "Point at a pixel: what it sees differs.")],
)
def test_in_less_width_it_says_less_and_then_nothing_and_is_never_cut(strip, pixel, short):
    strip.show_count(3, pixel)
    whole, seen = said(strip), []
    for width in (*range(1200, 300, -20), 1200):
        strip.resize(width, 44)
        strip.layout().activate()
        label = strip.findChild(QLabel)
        assert not said(strip) or label.sizeHint().width() <= label.width()
        seen.append(said(strip))
    assert list(dict.fromkeys(seen)) == [whole, short, ""]
    assert seen[-1] == whole


def test_what_is_said_next_is_fitted_too(strip):
    strip.resize(640, 44)
    strip.show_count(4, "")
    assert said(strip) == "Point at a pixel: what it sees differs."
    strip.show_count(4, "407")
    assert said(strip) == "They differ in what pixel <b>407</b> sees."


def test_the_formula_always_stays(strip):
    strip.show_count(3, "407")
    strip.resize(300, 44)
    formula = strip.findChild(FormulaLabel)
    assert formula.isVisible()
    assert formula.width() >= formula.sizeHint().width()


def test_it_follows_the_scale(strip, qapp):
    strip.resize(900, 44)
    strip.show_count(3, "407")
    whole = said(strip)
    for scale, height in ((2.0, 88), (1.0, 44)):
        theme.apply(qapp, theme.Theme("light", scale))
        strip.show_count(3, "407")  # as its page does once all parts have followed
        assert strip.height() == height
        assert (said(strip) == whole) == (scale == 1.0)
