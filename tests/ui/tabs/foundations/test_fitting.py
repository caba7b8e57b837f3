from itertools import pairwise

import pytest

from genplay.ui.tabs.foundations import fitting

PAGES = list(fitting.PARTS)
NEEDED = {
    "all": {"picture", "models"},
    "chain": {"picture", "chain", "transport"},
    "count": {"count"},
    "bayes": {"bayes"},
}


@pytest.mark.parametrize("page", PAGES)
def test_the_usual_window_shows_all_of_a_page(page):
    assert fitting.shown(page, 1084, 645, projector=False) == fitting.PARTS[page]


@pytest.mark.parametrize("page", PAGES)
def test_with_less_room_parts_leave_and_none_comes_back(page):
    for sizes in ([(w, 645) for w in range(1084, 0, -20)], [(1084, h) for h in range(645, 0, -5)]):
        parts = [fitting.shown(page, *size, projector=False) for size in sizes]
        assert all(less <= more for more, less in pairwise(parts))


@pytest.mark.parametrize("page", PAGES)
def test_what_the_page_is_about_never_leaves(page):
    assert fitting.shown(page, 1, 1, projector=False) >= NEEDED[page]
    assert fitting.shown(page, 1, 1, projector=True) >= NEEDED[page]


def test_a_small_window_gives_up_the_plot_first():
    lost = fitting.PARTS["all"] - fitting.shown("all", 1084, 629, projector=False)
    assert lost == {"plot"}
    assert fitting.shown("all", 899, 645, projector=False) == {"formula", "picture", "models"}


@pytest.mark.parametrize("projector", [False, True])
@pytest.mark.parametrize(("width", "height"), [(1084, 645), (876, 565), (769, 405), (702, 391), (506, 275)])
def test_every_subject_has_its_page_in_every_room(width, height, projector):
    shown = frozenset().union(*(fitting.shown(page, width, height, projector=projector) for page in PAGES))
    assert shown >= {"count", "chain", "bayes", "models", "picture", "transport"}


@pytest.mark.parametrize("page", PAGES)
def test_a_class_sees_less_whatever_the_room(page):
    few = fitting.shown(page, 4000, 3000, projector=True)
    assert few < fitting.PARTS[page]
    assert few == fitting.shown(page, 500, 300, projector=True)


def test_pictures_grow_with_the_shorter_way_up_to_an_end():
    assert fitting.grown(1084, 645) == fitting.grown(600, 400) == 1
    assert fitting.grown(2168, 645 * 1.2) == pytest.approx(1.2)
    assert fitting.grown(1084 * 1.3, 1290) == pytest.approx(1.3)
    assert fitting.grown(4000, 3000) == fitting.grown(9000, 9000) == pytest.approx(1.7)


def test_a_window_grown_a_pixel_at_a_time_never_makes_a_picture_smaller():
    grown = [fitting.grown(width, width * 0.6) for width in range(600, 3000)]
    assert all(less <= more for less, more in pairwise(grown))


def test_in_a_low_window_pictures_become_smaller_but_not_without_end():
    lows = [fitting.grown(1084, height) for height in range(340, 0, -10)]
    assert lows[0] == 1
    assert lows == sorted(lows, reverse=True)
    assert lows[-1] == pytest.approx(0.6)


def test_the_arithmetic_of_the_counts_has_its_width_beside_what_else_is_shown():
    """It takes 525 px; the columns beside it have their width and a gap."""
    beside = {"picture": fitting.PICTURE[0] + fitting.GAP, "models": fitting.MODELS + fitting.GAP}
    for width in range(560, 1300):
        shown = fitting.shown("count", width, 645, projector=False)
        assert width - sum(wide for part, wide in beside.items() if part in shown) >= 525


def test_the_plot_of_the_counts_leaves_the_picture_its_height():
    for height in range(480, 2000):
        picture = fitting.PICTURE[1] * fitting.grown(height * 1084 / 645, height)
        rest = height - fitting.plot(height, projector=False)
        assert rest >= picture + 200
    assert fitting.plot(2000, projector=False) == pytest.approx(720)


def test_the_plot_is_never_lower_than_it_is_beside_others():
    assert fitting.plot(100, projector=False) == fitting.PLOT
    assert fitting.plot(700, projector=True) == pytest.approx(189)
