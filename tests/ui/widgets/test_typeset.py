import re

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from genplay import paths
from genplay.ui.widgets.typeset import EM, formula_size, paint_formula

NAMES = sorted(path.stem for path in (paths.assets() / "formulas").glob("*.svg"))


def ink(name, pixels, colour="#000000", baseline=60):
    """The coordinates that a formula darkens, drawn from x = 20 on a baseline of y = 60."""
    image = QImage(800, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    paint_formula(painter, name, QPointF(20, baseline), pixels, colour)
    painter.end()
    dark = [(x, y) for x in range(800) for y in range(100) if image.pixelColor(x, y).lightness() < 250]
    return image, dark


def test_the_terms_of_the_chain_rule_are_there():
    terms = {"h_i", "W_x", "c", "p_i", "V_h", "b_i", "log_p_i", "log_p_i_1", "log_p_i_0", "log_p", "log_p_j"}
    assert terms | {"p_i_1", "surprise_i", "equals_sigma", "equals_sum", "plus", "close"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_is_plain_and_takes_its_colour(name):
    drawing = (paths.assets() / "formulas" / f"{name}.svg").read_text(encoding="utf-8")
    assert set(re.findall(r'fill="([^"]*)"', drawing)) == {"currentColor"}
    assert not re.search("<use|<symbol|<style|stroke|xlink", drawing)


@pytest.mark.parametrize("name", NAMES)
def test_its_ink_fills_the_size_that_it_says(name):
    _, dark = ink(name, 32)
    size = formula_size(name, 32)
    assert min(x for x, _ in dark) == pytest.approx(20, abs=1.5)
    assert max(x for x, _ in dark) + 1 == pytest.approx(20 + size.width(), abs=1.5)
    assert min(y for _, y in dark) == pytest.approx(60 + size.top(), abs=1.5)
    assert max(y for _, y in dark) + 1 == pytest.approx(60 + size.bottom(), abs=1.5)


def test_letters_stand_on_the_baseline():
    _, dark = ink("c", 32)
    assert max(y for _, y in dark) == pytest.approx(60, abs=1.5)
    assert formula_size("p_i", EM).bottom() > 2


def test_the_colour_is_the_one_asked_for():
    image, dark = ink("plus", 48, "#1c5fc0")
    assert "#1c5fc0" in {image.pixelColor(x, y).name() for x, y in dark}
    assert "#000000" not in {image.pixelColor(x, y).name() for x, y in dark}


def test_values_of_ink_and_paper_take_the_same_room():
    assert formula_size("log_p_i_1", EM).width() == pytest.approx(
        formula_size("log_p_i_0", EM).width(), abs=0.5
    )
