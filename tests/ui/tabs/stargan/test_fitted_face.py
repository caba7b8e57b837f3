"""Opened pictures."""

from genplay.families.stargan import Fit, Fitted
from genplay.ui.tabs.base import Tab
from genplay.ui.tabs.stargan.fitted_face import Fitting
from tests.ui.tabs.stargan import made


def test_a_picture_is_asked_for_aside_and_taken_when_it_has_come(qtbot):
    tab, taken, asked, said = Tab(), [], [], []
    qtbot.addWidget(tab)
    tab.asked.connect(lambda slot, request: asked.append((slot, request)))
    part = Fitting(tab, taken.append)
    part.said.connect(lambda kind, words: said.append((kind, words)))
    part.open(Fit(path="face.png"))
    assert asked == [("fit", Fit(path="face.png"))]
    part.show_result("fit", Fitted(made.PICTURE, cut=False))
    assert taken == [made.PICTURE]
    assert said == []
    part.show_result("fit", Fitted(made.PICTURE, cut=True))
    assert said == [("info", "Its middle square was taken: faces are square here.")]
