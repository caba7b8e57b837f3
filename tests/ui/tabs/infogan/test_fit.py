"""The numbers of a layout, and what they promise each other."""

from typing import get_args

import pytest

from genplay.ui.tabs.infogan.fit import Place
from genplay.ui.tabs.infogan.fitting import fit


@pytest.mark.parametrize("place", get_args(Place))
@pytest.mark.parametrize("width", [656, 769, 876, 1084, 1404])
def test_of_what_shares_a_place_exactly_one_is_there(width, place):
    for height in range(361, 963, 43):
        found = fit(width, height, projector=False, place=place, dots=1.5)
        assert len(found.choices) != 1
        assert len(found.parts & set(found.choices)) == bool(found.choices)
        if place in found.choices:
            assert place in found.parts


@pytest.mark.parametrize("projector", [False, True])
def test_what_has_a_place_of_its_own_has_a_width(projector):
    seen = 0
    for width in range(600, 2300, 61):
        found = fit(width, 603, projector=projector)
        assert ("lower" in found.parts) == (found.lower > 0)
        if not found.choices:
            seen += 1
            for part in ("codes", "wall", "reader"):
                assert (part in found.parts) == (getattr(found, part) > 0)
    assert seen
