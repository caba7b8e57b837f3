import pytest

from genplay.ui.tabs.autoregressive.grey.fitting import COMFORTABLE, LAYOUTS, Lower, choose


def measured(*pixels):
    """What each layout leaves room for, in their order."""
    return lambda formula, lower: pixels[LAYOUTS.index((formula, lower))]


@pytest.mark.parametrize(
    ("pixels", "expected"),
    [
        ((8, 9, 11, 14), (True, Lower.ALL, 8)),
        ((2, 5, 7, 9), (False, Lower.ALL, 5)),
        ((0, 2, 4, 9), (False, Lower.CURVE, 4)),
        ((0, 0, 2, 9), (False, Lower.NOTHING, 9)),
        ((3, 3, 3, 3), (True, Lower.ALL, 3)),  # where the width is the limit nothing leaves in vain
        ((0, 0, 0, 2), (False, Lower.NOTHING, 3)),
    ],
)
def test_the_first_comfortable_layout(pixels, expected):
    assert choose(measured(*pixels), 1.0) == expected


def test_comfort_grows_with_the_scale():
    enough = int(COMFORTABLE * 2) + 1
    assert choose(measured(enough - 1, enough, 9, 9), 2.0) == (False, Lower.ALL, enough)
