"""Opened pictures and folders."""

import pytest

from genplay.families.stargan import Fit, Fitted, Opened
from genplay.ui.tabs.base import Tab
from genplay.ui.tabs.stargan.fitted_face import Fitting
from tests.ui.tabs.stargan import made


@pytest.fixture
def part(qtbot):
    tab, taken, unfolded = Tab(), [], []
    qtbot.addWidget(tab)
    found = Fitting(tab, taken.append, unfolded.append, lambda: None)
    found.taken, found.unfolded, found.asked, found.heard = taken, unfolded, [], []
    found.tab = tab  # or it would be gone
    tab.asked.connect(lambda slot, request: found.asked.append((slot, request)))
    found.said.connect(lambda kind, words: found.heard.append((kind, words)))
    return found


def test_a_picture_is_asked_for_aside_and_taken_when_it_has_come(part):
    part.open(Fit(path="face.png"))
    assert part.asked == [("fit", Fit(path="face.png"))]
    part.show_result("fit", Fitted(made.PICTURE, cut=False))
    assert part.taken == [made.PICTURE]
    assert part.heard == []
    part.show_result("fit", Fitted(made.PICTURE, cut=True))
    assert part.heard == [("info", "Its middle square was taken: faces are square here.")]
    assert part.unfolded == []


def test_a_folder_is_shown_once_it_has_been_read(part):
    part.show_result("fit", Opened(None))
    assert part.unfolded == part.heard == []
    part.show_result("fit", Opened(made.FOLDER))
    assert part.unfolded == [made.FOLDER]
    assert part.heard == [("info", "First 3 of 200 faces of celeba")]
    assert part.taken == []
