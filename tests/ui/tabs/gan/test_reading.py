"""What is known of a place."""

import pytest

from genplay.ui.tabs.gan import reading
from tests.ui.tabs.gan.made import scene


def test_above_the_middle_all_is_known():
    assert reading.parts(scene().result, 0.5, 1.25) == (
        "x 0.50",
        "y 1.25",
        "D 0.000",
        "D* 0.500",
        "p 0.250",
        "q 0.250",
    )


def test_without_mass_there_is_no_optimum():
    assert reading.parts(scene().result, 0.5, -1.25)[2:4] == ("D 1.000", "D* –")


def test_a_critic_has_a_value_and_no_optimum():
    assert reading.parts(scene(loss="wasserstein").result, 0, 1)[2:] == ("f 0.00", "p 0.250", "q 0.250")


def test_without_a_result_only_the_place_is_known():
    assert reading.parts(None, -1, 2) == ("x −1.00", "y 2.00")


@pytest.mark.parametrize(
    ("place", "cell"),
    [((-2.99, 2.99), (0, 0)), ((2.99, -2.99), (47, 47)), ((0.01, 2.99), (0, 24)), ((9, 9), (0, 47))],
)
def test_rows_go_down_and_columns_to_the_right(place, cell):
    assert reading.cell(*place) == cell
