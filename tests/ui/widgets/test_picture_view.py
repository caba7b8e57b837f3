"""A generated picture."""

import numpy as np
import pytest
from PySide6.QtGui import QColor

from genplay.ui import theme
from genplay.ui.widgets.picture_view import PictureView
from tests.ui.tabs.painted import has


@pytest.fixture
def view(qtbot):
    made = PictureView()
    qtbot.addWidget(made)
    made.resize(258, 258)
    return made


def test_greys_are_paper_to_ink_in_every_theme(view, qapp):
    view.set_picture(np.full((32, 32, 1), 255, np.uint8))
    assert view.grid().pixel == 8
    assert has(view, "ink")
    theme.apply(qapp, theme.Theme(name="dark"))
    assert has(view, "ink")
    view.set_picture(None)
    assert not has(view, "ink")


def test_colours_are_as_they_are_in_every_theme(view, qapp):
    view.set_picture(np.full((64, 64, 3), (200, 30, 60), np.uint8))
    assert (view.side, view.grid().pixel) == (64, 4)
    assert has(view, QColor(200, 30, 60))
    theme.apply(qapp, theme.Theme(name="dark"))
    assert has(view, QColor(200, 30, 60))
