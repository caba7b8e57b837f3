"""The traits of strokes: right on bars whose slant, weight and width are known."""

import pytest
import torch

from genplay.families.infogan import TRAITS
from genplay.train.strokes import traits


def bar(left=10.0, wide=4, slant=0.0, high=20):
    """A bar in a picture of 28 by 28, its edges smooth where it is slanted."""
    rows, columns = torch.arange(28.0)[:, None], torch.arange(28.0)
    middle = left + wide / 2 - slant * (rows - 13.5)
    inside = (wide / 2 + 0.5 - (columns - middle + 0.5).abs()).clamp(0, 1)
    return (inside * ((rows >= 4) & (rows < 4 + high)))[None]


def of(*pictures):
    return dict(zip(TRAITS, traits(torch.stack(pictures)).T, strict=True))


def test_an_upright_bar_has_no_slant_and_its_own_weight_and_width():
    found = of(bar(wide=2), bar(wide=6))
    assert found["slant"].tolist() == pytest.approx([0, 0], abs=1e-5)
    for at, wide in enumerate((2, 6)):
        assert found["weight"][at] == pytest.approx(2 * wide * 20 / (2 * (wide + 20)), rel=0.05)
        assert found["width"][at] == pytest.approx(((wide**2 - 1) / 12) ** 0.5, rel=1e-4)


@pytest.mark.parametrize("slant", [-0.4, 0.25, 0.5])
def test_slant_is_columns_to_the_right_for_each_row_upwards(slant):
    assert of(bar(slant=slant))["slant"][0] == pytest.approx(slant, abs=0.02)


def test_slant_does_not_widen_and_place_changes_nothing():
    upright, leaning, moved = traits(torch.stack((bar(), bar(slant=0.4), bar(left=4))))
    assert leaning[2] == pytest.approx(float(upright[2]), rel=0.08)  # its edge is smooth
    assert moved.tolist() == pytest.approx(upright.tolist(), abs=1e-3)


def test_an_empty_picture_divides_nothing_by_zero():
    assert torch.isfinite(traits(torch.zeros(1, 1, 28, 28))).all()
