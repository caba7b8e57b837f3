"""What may be asked for as an animation."""

import pytest

from genplay.families.animation import MOST, Animate, Pictured
from genplay.families.base import Drawing
from genplay.families.pictures import Import
from tests.ui.tabs.vae import made


@pytest.mark.parametrize(
    ("frames", "more"), [(0, {}), (MOST + 1, {}), (1, {"milliseconds": 10}), (1, {"zoom": 0})]
)
def test_no_frames_too_many_or_too_fast_ones_are_refused(frames, more):
    with pytest.raises(ValueError, match="frame"):
        Animate((Import(path="a.png"),) * frames, "a.gif", **more)


def test_a_decoded_picture_can_be_a_frame_and_a_drawing_cannot():
    assert isinstance(made.decoded(), Pictured)
    assert not isinstance(Drawing.blank(), Pictured)
