from hypothesis import given
from hypothesis import strategies as st

from genplay.ui.tabs.autoregressive.compare import fitting
from genplay.ui.tabs.autoregressive.compare.fitting import Fit

rooms = st.fixed_dictionaries(
    {
        "width": st.integers(900, 3600),
        "height": st.integers(300, 2000),
        "drawing": st.integers(150, 1200),
        "below": st.integers(0, 250),
        "columns": st.integers(2, 4),
        "rows": st.integers(0, 4),
        "scale": st.sampled_from([1.0, 1.25, 1.5, 2.0]),
        "frame": st.integers(2, 4),
    }
)


@given(rooms)
def test_maps_that_fit_are_as_high_as_their_rows(room):
    found = fitting.Room(**room).fit()
    if room["rows"] and found.fits:
        assert room["rows"] * (found.picture * 28 + room["frame"]) <= room["height"] + room["frame"]


@given(rooms)
def test_drawing_words_and_maps_are_no_wider_than_the_page(room):
    found = fitting.Room(**room).fit()
    left = max(found.canvas * 28 + room["frame"], room["below"]) + round(fitting.BESIDE * room["scale"])
    maps = room["columns"] * (found.column + found.between) + round(fitting.LABELS * room["scale"])
    if found.picture > 3:  # the smallest is shown even where it is too large
        assert left + maps <= room["width"]


@given(rooms)
def test_models_never_run_into_each_other_where_they_fit(room):
    found = fitting.Room(**room).fit()
    if found.fits:
        assert found.between >= round(fitting.LEAST_BETWEEN * room["scale"])


def test_four_models_at_150_percent_on_a_small_screen_stand_apart():
    room = {"height": 430, "drawing": 300, "below": 100, "columns": 4, "rows": 3, "scale": 1.5, "frame": 4}
    found = fitting.Room(width=1100, **room).fit()
    assert found.fits
    assert found.between >= 18
    assert found.picture == 4


def test_the_drawing_shrinks_where_numbers_would_have_no_room():
    room = {"height": 430, "drawing": 300, "below": 0, "columns": 4, "rows": 3, "scale": 1.5, "frame": 4}
    roomy, tight = (fitting.Room(width=width, **room).fit() for width in (1100, 980))
    assert tight.fits
    assert tight.canvas < roomy.canvas
    assert tight.column >= 135


def test_more_room_never_makes_the_maps_smaller():
    room = {"height": 900, "drawing": 300, "below": 160, "columns": 3, "rows": 3, "scale": 1.0, "frame": 2}
    sizes = [fitting.Room(width=width, **room).fit().picture for width in range(900, 2000, 20)]
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[-1]


def test_strip_and_switches_leave_only_for_larger_pictures():
    small, large = Fit(3, 3, 112, 12), Fit(9, 5, 142, 26)
    assert fitting.choose(lambda _strip, _switches: large, 1.0) == (True, True, large)
    found = fitting.choose(lambda strip, _switches: small if strip else large, 1.0)
    assert found == (False, True, large)
    assert fitting.choose(lambda _strip, _switches: small, 1.0) == (True, True, small)


def test_what_does_not_fit_is_not_chosen():
    tight = Fit(3, 3, 112, 12, fits=False)
    fits = Fit(3, 3, 112, 12)
    assert fitting.choose(lambda strip, _switches: tight if strip else fits, 1.0) == (False, True, fits)


ROOM = {"height": 770, "drawing": 900, "below": 0, "columns": 2, "rows": 3, "scale": 1.5, "frame": 4}


def test_before_a_class_the_drawing_is_larger_where_the_maps_cannot_be():
    usual, projected = (
        fitting.Room(width=1850, **ROOM).fit(),
        fitting.Room(width=1850, words=280, **ROOM).fit(),
    )
    assert projected.picture == usual.picture
    assert projected.canvas > usual.canvas
    assert projected.column + projected.between >= 280 + 18


def test_before_a_class_the_drawing_makes_room_for_large_numbers_if_it_stays_large():
    for width in range(1000, 1800, 20):
        found = fitting.Room(width=width, words=280, **ROOM).fit()
        assert found.column + found.between >= 298 or found.canvas * 28 >= 252
        assert found.canvas >= 9
