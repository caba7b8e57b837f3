"""The key below a plane: marks with words, of which the last give way."""

import numpy as np
import pytest

from genplay.ui import theme
from genplay.ui.tabs.vae.train.colours import class_colour
from genplay.ui.tabs.vae.train.marks import Marks
from tests.ui.tabs.painted import has, inked, seen

ALL = [("dots", "data"), ("line", "the net"), ("diamond", "samples")]


@pytest.fixture
def marks(show):
    made = show(Marks(), 400, 20)
    made.set_marks(ALL)
    return made


def test_marks_give_way_from_the_right(marks):
    assert marks.fitting() == tuple(ALL)
    marks.resize(150, 20)
    assert marks.fitting() == tuple(ALL[:2])
    marks.resize(70, 20)
    assert marks.fitting() == (("dots", "data"),)
    marks.resize(10, 20)
    assert marks.fitting() == (("dots", "data"),)  # something is said in any room


def test_what_has_no_room_is_still_named(marks):
    marks.resize(70, 20)
    assert marks.accessibleName() == "data, the net, samples"
    assert marks.toolTip() == marks.accessibleName()


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_each_mark_is_drawn_as_in_the_plane(marks, qapp, look):
    theme.apply(qapp, theme.Theme(look))
    assert all(has(marks, class_colour(label)) for label in range(3))
    assert inked(marks, "orange", 0.8).any()
    marks.set_marks([("", "words alone")])
    assert not any(has(marks, class_colour(label)) for label in range(3))
    assert len(np.unique(seen(marks).reshape(-1, 3), axis=0)) > 2


def test_a_dash_is_broken_and_a_line_is_not(marks):
    spans = []
    for kind in ("line", "dash"):
        marks.set_marks([(kind, "")])
        spans.append(inked(marks, "text" if kind == "line" else "text2")[8:12].any(0)[:16])
    assert spans[0].all()
    assert not spans[1].all()
    assert spans[1].any()
