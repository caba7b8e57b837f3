"""A direction is called by two labels of one group, once that moves enough."""

import numpy as np
import pytest

from genplay.families.dcgan.directions import LEAST_MOVE, ends, signs

GROUPS = (3, 2, 2)


def moved(*change):
    """Probabilities that change so from back to forth."""
    back = np.float32([0.4, 0.3, 0.3, 0.5, 0.5, 0.5, 0.5])
    return np.stack((back, back + np.float32(change)))


def test_both_ends_are_of_the_group_that_moves_most():
    assert ends(moved(-0.25, 0.05, 0.2, -0.3, 0.3, 0, 0), GROUPS) == (3, 4)
    assert ends(moved(-0.3, 0.05, 0.25, -0.2, 0.2, 0.4, -0.4), GROUPS) == (6, 5)
    assert ends(moved(-0.3, 0.05, 0.25, -0.2, 0.2, 0.1, -0.1), GROUPS) == (0, 2)


def test_a_group_moves_by_the_share_of_pictures_that_change():
    just, less = LEAST_MOVE + 0.001, LEAST_MOVE - 0.001
    assert ends(moved(-just / 2, -just / 2, just, 0, 0, 0, 0), GROUPS) == (0, 2)
    assert ends(moved(-less, less / 2, less / 2, less, -less, 0, 0), GROUPS) is None


@pytest.mark.parametrize("shape", [(2, 6), (2, 8), (1, 7)])
def test_other_labels_name_nothing(shape):
    assert ends(np.zeros(shape, np.float32), GROUPS) is None


def test_what_leads_forth_to_what_is_not_there_is_turned():
    to_it, from_it = moved(0, 0, 0, -0.4, 0.4, 0, 0), moved(0, 0, 0, 0.4, -0.4, 0, 0)
    colours, nothing = moved(0.5, -0.3, -0.2, 0, 0, 0, 0), moved(0, 0, 0, 0, 0, 0.1, -0.1)
    found = signs(np.stack((to_it, from_it, colours, nothing)), GROUPS)
    assert found.tolist() == [1, -1, 1, 1]
