"""Samples grow at a pace, never further than they are done, and at once where motion is reduced."""

import numpy as np
import pytest
from PySide6.QtCore import QObject

from genplay.families.autoregressive import Samples
from genplay.ui import theme
from genplay.ui.tabs.autoregressive.reveal import Reveal


def samples(done, start=0):
    return Samples(np.arange(784), start, done, np.zeros((8, 784), np.uint8), 1.0)


@pytest.fixture
def seen(qapp):
    owner = QObject()
    reveal = Reveal(owner)
    reveal.owner = owner
    reveal.counts = []
    reveal.shown.connect(lambda shown: reveal.counts.append(shown.done))
    yield reveal
    reveal.clear()


def test_it_grows_to_what_is_done_and_waits_there(seen, qtbot):
    seen.take(samples(100))
    qtbot.waitUntil(lambda: seen.counts[-1:] == [100])
    assert seen.counts == sorted(seen.counts)
    assert seen.running
    with qtbot.waitSignal(seen.ended):
        seen.take(samples(784))
    assert seen.counts[-1] == 784
    assert len(set(seen.counts)) > 4


def test_a_sampling_begins_where_its_given_pixels_end(seen, qtbot):
    seen.take(samples(784, start=400))
    qtbot.waitUntil(lambda: not seen.running)
    assert 400 < seen.counts[0] < 784


def test_another_sampling_begins_anew(seen, qtbot):
    seen.take(samples(784))
    qtbot.waitUntil(lambda: not seen.running)
    seen.take(samples(28))
    qtbot.waitUntil(lambda: seen.counts[-1] == 28)


def test_where_motion_is_reduced_samples_are_there_at_once(qapp, qtbot):
    theme.apply(qapp, theme.Theme(still=True))
    owner = QObject()
    reveal = Reveal(owner)
    seen = []
    reveal.shown.connect(lambda samples: seen.append(samples.done))
    reveal.take(Samples(np.arange(784), 100, 784, np.zeros((8, 784), np.uint8), 1.0))
    qtbot.waitUntil(lambda: not reveal.running)
    assert seen == [784]
