import numpy as np
import pytest

from genplay.families.orders import NAMES


@pytest.mark.parametrize("kind", NAMES)
def test_ranks_and_sequence_are_each_other_s_inverse(scene, kind):
    made = scene(answered=False, order=kind, order_seed=5)
    assert (made.ranks[made.sequence] == np.arange(12)).all()
    assert (made.sequence[made.ranks] == np.arange(12)).all()


def test_the_seed_counts_only_in_a_random_order(scene):
    def read(**values):
        return scene(answered=False, **values).sequence.tolist()

    assert read(order="random", order_seed=1) != read(order="random", order_seed=2)
    assert read(order="spiral", order_seed=1) == read(order="spiral", order_seed=2)


@pytest.mark.parametrize(("cursor", "last"), [(0, None), (1, 11), (5, 7), (12, 0)])
def test_the_pixel_read_last_is_that_before_the_cursor(scene, cursor, last):
    made = scene(answered=False, order="reversed", cursor=cursor)
    assert made.last == last
    assert made.focus == last


def test_the_pointer_takes_the_focus_even_on_the_first_pixel(scene):
    assert scene(answered=False, cursor=5, hovered=0).focus == 0
    assert scene(answered=False, cursor=0, hovered=3).focus == 3
