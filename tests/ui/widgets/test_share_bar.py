import pytest

from genplay.ui import theme
from genplay.ui.widgets.share_bar import ShareBar


@pytest.fixture
def bar(show):
    shown = show(ShareBar("blue"))
    shown.resize(200, 8)
    return shown


def filled(bar, look, token="blue"):
    """How many pixels along the middle have the colour of a token."""
    picture, colour = look(bar), theme.current().color(token).name()
    return [x for x in range(bar.width()) if picture(x, bar.height() // 2) == colour]


@pytest.mark.parametrize(("share", "long"), [(0.0, 0), (0.25, 50), (0.5, 100), (1.0, 200), (None, 0)])
def test_the_share_is_filled_from_the_left_and_the_rest_is_track(bar, look, share, long):
    bar.set_share(share)
    assert filled(bar, look) == list(range(long))
    assert filled(bar, look, "sunken") == list(range(long, 200))


def test_what_is_not_nothing_is_seen_however_small(bar, look):
    bar.set_share(1e-9)
    assert filled(bar, look) == [0]


def test_a_share_that_goes_leaves_an_empty_track(bar, look):
    bar.set_share(0.7)
    bar.set_share(None)
    assert filled(bar, look) == []


def test_a_cost_has_another_colour_than_a_probability(show, look):
    cost = show(ShareBar("orange"))
    cost.set_share(1.0)
    assert len(filled(cost, look, "orange")) == cost.width()
    assert filled(cost, look, "blue") == []


@pytest.mark.parametrize("name", ["dark", "contrast"])
def test_it_follows_the_theme(bar, look, qapp, name):
    bar.set_share(0.5)
    light = [look(bar)(x, 4) for x in (10, 190)]
    theme.apply(qapp, theme.Theme(name))
    now = [look(bar)(x, 4) for x in (10, 190)]
    assert now == [theme.current().color(token).name() for token in ("blue", "sunken")]
    assert (look(bar)(190, 0) != now[1]) == (name == "contrast")  # which frames what is left
    assert now != light
    assert now[0] != now[1]


def test_it_grows_with_the_scale_and_stays_in_the_middle(bar, look, qapp):
    assert (bar.sizeHint().height(), bar.minimumSizeHint().width()) == (8, 40)
    theme.apply(qapp, theme.Theme(scale=1.5))
    assert (bar.sizeHint().height(), bar.minimumSizeHint().width()) == (12, 60)
    bar.set_share(1.0)
    bar.setFixedHeight(32)
    picture, blue = look(bar), theme.current().color("blue").name()
    assert [y for y in range(32) if picture(100, y) == blue] == list(range(10, 22))
