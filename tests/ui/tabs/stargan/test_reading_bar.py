"""What D reads, as a bar and a mark."""

import pytest

from genplay.ui.tabs.stargan.reading_bar import ReadingBar
from tests.ui.tabs.painted import where


@pytest.fixture
def bar(show):
    return show(ReadingBar("Hat"), 160, 16)


def test_bar_and_mark_are_as_long_and_as_far_as_they_say(bar):
    bar.set_reading(0.25, 0.75)
    track = bar.track()
    assert bar.bar().width() == pytest.approx(0.75 * track.width(), abs=1)
    assert bar.mark().left() == pytest.approx(0.25 * track.width(), abs=2)
    assert where(bar, "blue").any()
    assert where(bar, "text", bar.mark().toRect()).all()
    assert bar.accessibleName() == "D reads Hat"
    assert bar.accessibleDescription() == "face 0.250, edited 0.750"


def test_what_is_not_known_has_neither(bar):
    bar.set_reading(0.25, None)
    assert bar.bar().width() == 0
    assert not where(bar, "blue").any()
    bar.set_reading(None, None)
    assert bar.mark().isEmpty()
    assert bar.accessibleDescription() == "face –, edited –"


def test_the_mark_stays_within_the_track(bar):
    bar.set_reading(1.0, 1.0)
    assert bar.mark().right() <= bar.track().right()
    assert bar.bar().width() == bar.track().width()
