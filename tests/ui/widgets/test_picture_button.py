"""A button with a picture."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from genplay.ui import theme
from genplay.ui.widgets.picture_button import PictureButton
from tests.ui.tabs.painted import has


@pytest.fixture
def button(qtbot):
    made = PictureButton(exclusive=False)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    return made


def test_greys_are_paper_to_ink_and_pale_while_they_are_late(button):
    button.set_picture(np.full((28, 28, 1), 255, np.uint8))
    assert has(button, "ink")
    button.set_stale(True)
    assert not has(button, "ink")


def test_colours_are_as_they_are_and_a_large_picture_is_made_smaller(button):
    button.set_picture(np.full((64, 64, 3), (200, 30, 60), np.uint8))
    assert has(button, QColor(200, 30, 60))
    assert button.picture_rect().width() == 44
    button.set_side(70)
    button.resize(button.sizeHint())
    assert button.picture_rect().width() == 64


def test_what_is_chosen_is_framed(button):
    assert not has(button, "accent")
    button.setChecked(True)
    assert has(button, "accent")


def test_words_have_a_line_of_their_own(button, qtbot):
    bare = PictureButton(exclusive=False, worded=False)
    qtbot.addWidget(bare)
    assert bare.sizeHint().height() == theme.current().px(48)
    assert button.sizeHint().height() == theme.current().px(64)


def test_the_arrow_keys_are_left_to_others(button, qtbot):
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Left)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)
