from dataclasses import replace

import numpy as np
import pytest

from genplay.families.autoregressive import PIXELS, Samples
from genplay.families.base import Drawing
from genplay.ui.tabs.autoregressive.pen import Pen
from genplay.ui.tabs.autoregressive.sampling import Sampling

REGION = Drawing.blank().flipped(5)


@pytest.fixture
def sampling(desk):
    desk.pen = Pen(desk, [])
    return Sampling(desk)


def samples(done=PIXELS):
    pixels = np.zeros((8, PIXELS), np.uint8)
    pixels[3, 7] = 1
    return Samples(np.arange(PIXELS), 0, done, pixels, 1.0)


def test_a_completion_begins_at_the_pixel_at_hand(desk, sampling):
    desk.begin(cursor=408)
    sampling.complete()
    assert desk.state.sample_from == 407
    assert desk.undo().sample_from is None


def test_asked_again_it_draws_with_the_next_seed(desk, sampling):
    desk.begin(cursor=408, sample_from=407, seed=2**31 - 1)
    sampling.complete()
    assert (desk.state.sample_from, desk.state.seed) == (407, 0)


def test_whole_pictures_know_of_no_region(desk, sampling):
    desk.begin(region=REGION, sample_from=0)
    sampling.sample()
    assert desk.state.sample_from == 0
    assert not any(desk.state.region.bits)
    assert desk.undo().region == REGION


def test_samples_can_be_put_away(desk, sampling):
    desk.begin(sample_from=0)
    sampling.close()
    assert desk.state.sample_from is None


def test_a_sample_becomes_the_drawing_once_it_is_whole(desk, sampling, qtbot):
    desk.begin(sample_from=0)
    blank = desk.state.drawing
    sampling.take(3)  # there are none yet
    with qtbot.waitSignal(sampling.reveal.ended):
        sampling.show_result("samples", samples())
    sampling.take(3)
    assert desk.state.drawing == blank.flipped(7)
    assert desk.undo() == replace(desk.state, drawing=blank, sample_from=0)


def test_half_a_sample_is_not_taken(desk, sampling, qtbot):
    desk.begin(sample_from=0)
    with qtbot.waitSignal(sampling.shown):
        sampling.show_result("samples", samples(done=8))
    sampling.take(3)
    assert not any(desk.state.drawing.bits)
    sampling.show_nothing("samples")


def test_what_was_forgotten_is_not_taken(desk, sampling, qtbot):
    desk.begin(sample_from=0)
    with qtbot.waitSignal(sampling.reveal.ended):
        sampling.show_result("samples", samples())
    sampling.show_nothing("samples")
    sampling.take(3)
    assert not any(desk.state.drawing.bits)
