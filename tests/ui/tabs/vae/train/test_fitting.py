"""Which parts there is room for, and how large the pictures grow."""

from itertools import pairwise

import pytest

from genplay.ui.tabs.vae.train.fitting import fit


def test_a_usual_window_shows_everything_and_its_columns_fill_it():
    made = fit(1084, 603, projector=False)
    assert made.parts == {"formula", "setup", "costs", "curves"}
    assert made.wide
    assert made.left + made.right + 2 * made.side + 2 * made.gap <= 1084
    assert made.side + 28 + 20 <= made.columns


@pytest.mark.parametrize(
    ("width", "height", "missing"),
    [(1084, 479, "curves"), (1084, 329, "formula"), (699, 603, "costs"), (539, 603, "setup")],
)
def test_less_room_leaves_out_what_matters_less(width, height, missing):
    assert missing not in fit(width, height, projector=False).parts
    assert missing in fit(width + (height == 603), height + (height != 603), projector=False).parts


def test_a_class_sees_formula_and_pictures_alone():
    made = fit(1228, 600, projector=True)
    assert made.parts == {"formula"}
    assert made.side > fit(1228, 600, projector=False).side


@pytest.mark.parametrize("projector", [False, True])
def test_pictures_never_shrink_as_the_page_grows(projector):
    sides = [fit(500 + 40 * step, 300 + 20 * step, projector=projector).side for step in range(80)]
    jumps = [after - before for before, after in pairwise(sides)]
    assert min(sides) >= 96
    assert max(sides) > 1000
    assert sum(jump < 0 for jump in jumps) <= 6  # where another part gets its room
