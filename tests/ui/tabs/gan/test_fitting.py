"""What there is room for; nothing is wider or higher than the tab."""

import pytest

from genplay.ui.tabs.gan import fitting
from genplay.ui.tabs.gan.fitting import fit

ALL = frozenset({"formula", "setup", "surfaces", "numbers", "phases"})
SIZES = [
    (400, 300),
    (560, 420),
    (721, 420),
    (800, 600),
    (911, 500),
    (1084, 611),
    (1400, 700),
    (1724, 970),
    (2400, 900),
]


def test_everything_fits_a_window_of_1280_by_720():
    found = fit(1084, 611, projector=False)
    assert found.parts == ALL
    assert found.field >= 350
    assert found.surface >= 150


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("projector", [False, True])
def test_nothing_is_wider_or_higher_than_the_tab(size, projector):
    found = fit(*size, projector=projector)
    wide = {"setup": found.setup, "surfaces": found.surface, "numbers": found.numbers}
    beside = [wide[part] for part in wide if part in found.parts]
    assert found.field + sum(beside) + 16 * len(beside) <= size[0] + 1
    least = fitting.HEAD + fitting.FOOT
    assert found.field + least <= found.columns + 1 or found.field == 200


def test_pictures_grow_with_the_window():
    small, large = fit(1084, 611, projector=False), fit(1724, 970, projector=False)
    assert large.field > 1.3 * small.field
    assert large.surface > small.surface
    assert large.numbers > small.numbers


def test_what_a_class_cannot_read_leaves_in_projector_mode():
    assert "setup" not in fit(1800, 1000, projector=True).parts
    assert "formula" in fit(1800, 1000, projector=True).parts


def test_the_field_stays_to_the_last():
    assert fit(400, 300, projector=False).parts == frozenset()
    assert fit(400, 300, projector=False).field == 200


def test_in_slow_motion_the_acts_are_told_in_low_windows_too():
    for projector in (False, True):
        assert "phases" not in fit(800, 430, projector=projector).parts
        assert "phases" in fit(800, 430, projector=projector, slow=True).parts
