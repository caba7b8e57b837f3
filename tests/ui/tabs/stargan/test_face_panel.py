"""A large picture, and what is said before a stranger's."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from genplay.ui.tabs.stargan.face_panel import FacePanel, StrangerNote
from tests.ui.tabs.painted import where
from tests.ui.tabs.stargan import made

BLACK = QColor("black")


@pytest.fixture
def panel(show):
    return show(FacePanel("The face", "star_x"), 220, 280)


def test_a_picture_is_of_whole_pixels_with_lines_below(panel, texts):
    panel.set_size(3, 2)
    panel.set_picture(made.pictures(shade=120), late=False)
    panel.set_lines("Unseen avatar 1", "D(x) = +0.25")
    assert panel.picture.width() == 194
    assert texts(panel)[-2:] == ["Unseen avatar 1", "D(x) = +0.25"]
    panel.set_size(1, 0)
    assert panel.picture.width() == 66
    assert texts(panel) == ["The face"]


def test_a_difference_ends_at_its_limit(show):
    panel = show(FacePanel("Missed", surprise=True), 220, 280)
    panel.set_size(3, 2)
    half = np.zeros((64, 64), np.float32)
    half[:, 32:] = 200.0
    panel.set_difference(half, late=False)
    assert panel.picture._image.pixelIndex(0, 0) == 0
    assert panel.picture._image.pixelIndex(40, 0) == 255
    assert panel._legend.isVisible()
    panel.set_difference(None, late=False)
    assert panel.picture._image.isNull()


def test_what_is_late_is_pale(panel):
    panel.set_picture(made.pictures(shade=0), late=False)
    dark = where(panel.picture, BLACK).sum()
    assert dark > 1000
    panel.set_picture(made.pictures(shade=0), late=True)
    assert where(panel.picture, BLACK).sum() < dark / 10


def test_a_note_says_less_where_there_is_little_room(show, texts):
    note = show(StrangerNote(), 200, 200)
    note.set_words("G was trained on these avatars only.", "No face that G knows.")
    assert texts(note) == ["G was trained on these avatars only."]
    note.resize(120, 120)
    assert texts(note) == ["No face that G knows."]
    assert note.accessibleDescription() == "G was trained on these avatars only."
    heard = []
    note.accepted.connect(lambda: heard.append(1))
    QTest.mouseClick(note.button, Qt.MouseButton.LeftButton)
    assert heard == [1]
