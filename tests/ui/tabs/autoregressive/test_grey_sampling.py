from types import SimpleNamespace

import numpy as np
import pytest

from genplay.families.autoregressive import PIXELS, GreySamples, GreyState
from genplay.ui.tabs.autoregressive.grey_pen import GreyPen
from genplay.ui.tabs.autoregressive.grey_sampling import GreySampling


@pytest.fixture
def sampling(desk):
    desk.shading = SimpleNamespace(pen=GreyPen(desk, []))
    desk.begin(page="grey", sample_from=3, grey=GreyState(pixel=400))
    return GreySampling(desk)


def test_it_begins_with_the_pixel_in_view_and_leaves_the_drawing_of_bits_alone(desk, sampling):
    sampling.complete()
    assert desk.state.grey.sample_from == 400
    assert desk.state.sample_from == 3
    sampling.complete()
    assert desk.state.seed == 1
    sampling.close()
    assert desk.state.grey.sample_from is None


def test_whole_pictures_are_sampled_from_nothing(desk, sampling):
    sampling.sample()
    assert desk.state.grey.sample_from == 0


def test_a_sample_becomes_the_grey_picture(desk, sampling, qtbot):
    pixels = np.tile(np.arange(PIXELS) % 256, (8, 1)).astype(np.uint8)
    with qtbot.waitSignal(sampling.reveal.ended):
        sampling.reveal.take(GreySamples(0, PIXELS, pixels, 1.0))
    sampling.take(2)
    assert (desk.state.grey.picture.levels().ravel() == pixels[2]).all()
