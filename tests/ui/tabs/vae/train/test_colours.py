"""The colours of the classes are those of the digits, everywhere and in every theme."""

import pytest
from PySide6.QtGui import QColor

from genplay.ui import theme
from genplay.ui.tabs.vae.train.colours import class_colour
from genplay.ui.theme import DIGITS


@pytest.mark.parametrize("label", range(10))
def test_a_class_has_the_colour_of_its_digit(label):
    assert class_colour(label) == QColor(DIGITS[label])


def test_no_two_classes_have_the_same():
    assert len({class_colour(label).name() for label in range(10)}) == 10


def test_the_theme_leaves_them_as_they_are(qapp):
    before = class_colour(3)
    theme.apply(qapp, theme.Theme("dark"))
    assert class_colour(3) == before
