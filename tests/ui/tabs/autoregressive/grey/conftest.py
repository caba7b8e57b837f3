"""A grey picture under a made-up model, with one pixel pinned."""

import pytest

from genplay.families.autoregressive import AutoregressiveState, GreyPicture, GreyState
from genplay.ui.tabs.autoregressive.grey.scene import GreyScene


@pytest.fixture
def scene(grey_score):
    """Every grey to 195 four times, answered; pixel 100 is pinned."""
    picture = GreyPicture(bytes(range(196)) * 4)
    state = AutoregressiveState(page="grey", grey=GreyState(picture=picture, pixel=100))
    return GreyScene(state, grey_score(picture))
