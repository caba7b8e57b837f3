"""Where gestures lead to."""

import pytest

from genplay.families.dcgan import DIRECTIONS, MOST, MOST_PAGE, Latent, blended
from genplay.ui.tabs.dcgan import places

RAW = ((3, 1.5),)
SUM = blended([(0.5, Latent(x=1.0)), (0.5, Latent(x=2.0))])


def test_another_place_is_in_the_plane_and_what_is_moved_stays_moved():
    point = Latent(x=1.0, raw=RAW)
    assert places.over(point, 2 * MOST, -2.5) == Latent(x=float(MOST), y=-2.5, raw=RAW)
    assert places.over(SUM, 2.0, 3.0) == Latent(x=2.0, y=3.0)


def test_elsewhere_is_a_seed_that_depends_on_where_one_is():
    found = places.elsewhere(Latent(x=1.0, raw=RAW))
    assert found == places.elsewhere(Latent(x=1.2, raw=RAW))
    assert (found.x, found.y, found.raw) == (round(found.x), round(found.y), RAW)
    assert found != places.elsewhere(found)


def test_a_slider_at_zero_moves_nothing():
    along = places.moved(Latent(), 2, 1.5, raw=False)
    assert along.along == (0.0, 0.0, 1.5) + (0.0,) * (DIRECTIONS - 3)
    assert places.moved(along, 2, 0.0, raw=False) == Latent()
    raw = places.moved(places.moved(Latent(raw=RAW), 1, 2.0, raw=True), 3, 0.0, raw=True)
    assert raw.raw == ((1, 2.0),)


@pytest.mark.parametrize(
    ("point", "now", "page"),
    [
        (Latent(x=4.5), (0, 0), (0, 0)),
        (Latent(x=4.5), (1, 0), (1, 0)),
        (Latent(x=25.0, y=-1.0), (0, 0), (5, -1)),
        (Latent(x=float(MOST)), (0, 0), (MOST_PAGE, 0)),
        (SUM, (4, -7), (4, -7)),
    ],
)
def test_the_part_of_the_plane_is_that_of_the_point(point, now, page):
    assert places.page(point, now) == page
