"""Pictures become ink on paper, fitted by area, and placed as MNIST's digits are."""

import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from PIL import Image

from genplay.data.pictures import (
    background,
    binarize,
    centre_and_scale,
    decode_picture,
    fit,
    fit_colours,
    read_picture,
    suggested_threshold,
    without_border,
)
from genplay.errors import UserError

greys = arrays.arrays(np.uint8, st.tuples(st.integers(1, 70), st.integers(1, 70)))
drawings = arrays.arrays(np.uint8, (28, 28), elements=st.integers(0, 1), fill=st.just(0))


def stroke(light_on_dark: bool) -> np.ndarray:
    light = np.full((28, 28), 0 if light_on_dark else 255, np.uint8)
    light[4:24, 13:15] = 255 - light[0, 0]
    return light


def saved(light: np.ndarray) -> bytes:
    stream = io.BytesIO()
    Image.fromarray(light).save(stream, "PNG")
    return stream.getvalue()


def test_reads_a_file(tmp_path: Path):
    path = tmp_path / "a.png"
    path.write_bytes(saved(stroke(light_on_dark=True)))
    np.testing.assert_array_equal(read_picture(path).ink, stroke(light_on_dark=True))


def test_refuses_what_cannot_be_read(tmp_path: Path):
    (tmp_path / "empty.png").touch()
    (tmp_path / "text.png").write_text("hello")
    cases = (
        ("missing.png", "no file"),
        (".", "is a folder"),
        ("empty.png", "is empty"),
        ("text.png", "accepted"),
    )
    for name, word in cases:
        with pytest.raises(UserError, match=word):
            read_picture(tmp_path / name)


@pytest.mark.parametrize("light_on_dark", [True, False])
def test_the_border_is_paper(light_on_dark: bool):
    grey = decode_picture(saved(stroke(light_on_dark)), "a")
    np.testing.assert_array_equal(grey.ink, stroke(light_on_dark=True))
    assert grey.inverted is not light_on_dark


def test_the_user_may_say_which_is_ink():
    light = stroke(light_on_dark=True)
    np.testing.assert_array_equal(decode_picture(saved(light), "a", invert=True).ink, 255 - light)
    np.testing.assert_array_equal(decode_picture(saved(255 - light), "a", invert=False).ink, 255 - light)


@pytest.mark.parametrize("light", [0, 255])
def test_a_blank_page_is_blank_in_black_as_in_white(light: int):
    assert not decode_picture(saved(np.full((50, 40), light, np.uint8)), "a").ink.any()


@given(arrays.arrays(np.uint8, (28, 28)))
def test_a_picture_of_that_size_passes_through_fit(grey: np.ndarray):
    np.testing.assert_array_equal(fit(grey), grey)


@given(arrays.arrays(np.uint8, (28, 28)), st.integers(2, 6))
def test_fit_undoes_enlargement(grey: np.ndarray, times: int):
    np.testing.assert_array_equal(fit(grey.repeat(times, 0).repeat(times, 1)), grey)


@pytest.mark.parametrize("zoom", [1, 16])
def test_a_border_that_a_model_has_is_taken_off(zoom: int):
    picture = np.random.default_rng(0).integers(0, 256, (28, 28), np.uint8)
    page = np.pad(picture, 2)
    page[0, 3] = 40  # a speck, as a generator leaves
    found = without_border(page.repeat(zoom, 0).repeat(zoom, 1), 28, 28, 2)
    assert (fit(found) == picture).all()


@pytest.mark.parametrize("page", [np.full((32, 32), 200, np.uint8), np.zeros((33, 33), np.uint8)])
def test_what_is_not_bordered_stays_whole(page: np.ndarray):
    assert without_border(page, 28, 28, 2) is page
    assert without_border(page, 28, 28, 0) is page


@given(greys, st.sampled_from([8, 28]))
def test_fit_keeps_the_ink_of_the_whole_picture(grey: np.ndarray, size: int):
    fitted = fit(grey, size, size)
    assert fitted.shape == (size, size)
    height, width = (max(1, round(side * size / max(grey.shape))) for side in grey.shape)
    assert abs(fitted.sum() / (height * width) - grey.mean()) <= 0.51  # each pixel was rounded


def test_fit_keeps_the_aspect_and_centres():
    fitted = fit(np.full((10, 40), 200, np.uint8))
    np.testing.assert_array_equal(np.flatnonzero(fitted.any(axis=1)), np.arange(10, 17))
    np.testing.assert_array_equal(fitted[10:17], 200)


def test_fit_averages_areas_that_cut_through_pixels():
    np.testing.assert_array_equal(fit(np.uint8([[90, 0, 60]] * 3), 2, 2), [[60, 40]] * 2)


@given(greys, st.sampled_from([(3, 4), (4, 5), (28, 7)]))
def test_fit_takes_the_largest_place_of_a_page_that_is_no_square(grey: np.ndarray, page: tuple[int, int]):
    fitted = fit(np.maximum(grey, 200), *page)
    assert fitted.shape == page
    height, width = fitted.any(axis=1).sum(), fitted.any(axis=0).sum()
    assert height == page[0] or width == page[1]
    scale = min(page[0] / grey.shape[0], page[1] / grey.shape[1])
    assert abs(height - grey.shape[0] * scale) <= 1
    assert abs(width - grey.shape[1] * scale) <= 1


def test_binarize_takes_the_threshold_itself_as_ink():
    np.testing.assert_array_equal(binarize(np.uint8([[0, 127, 128, 255]])), [[0, 0, 1, 1]])
    np.testing.assert_array_equal(binarize(np.uint8([[0, 9, 10]]), 10), [[0, 0, 1]])


def test_solid_ink_is_thresholded_as_mnist_is():
    assert suggested_threshold(np.uint8([[0, 254]])) == 128
    assert suggested_threshold(np.uint8([[0, 3]])) == 128  # nothing but noise on a blank page


@pytest.mark.parametrize("pen", [2, 4, 10, 16, 30, 60])
def test_lines_thinner_than_a_pixel_stay_in_one_piece(pen: int):
    angles = np.linspace(0, 2 * np.pi, 4000)
    ring = np.zeros((560, 560), np.uint8)
    for radius in np.linspace(180, 180 + pen, 2 * pen + 1):
        ring[(280 + radius * np.sin(angles)).astype(int), (280 + radius * np.cos(angles)).astype(int)] = 255
    fitted = fit(ring)
    bits = binarize(fitted, suggested_threshold(fitted))
    assert bits.any()
    assert pieces(bits) == 1


def pieces(bits: np.ndarray) -> int:
    """Count the 8-connected pieces by letting the smallest number of each piece spread over it."""
    numbers = np.where(bits, np.arange(1, bits.size + 1).reshape(bits.shape), 0)
    while True:
        padded = np.pad(numbers, 1)
        shifts = [np.roll(padded, (i, j), (0, 1))[1:-1, 1:-1] for i in (-1, 0, 1) for j in (-1, 0, 1)]
        spread = np.where(bits, np.max(shifts, axis=0), 0)
        if (spread == numbers).all():
            return len(np.unique(numbers[numbers > 0]))
        numbers = spread


def test_pieces_counts():
    assert [pieces(np.uint8(rows)) for rows in ([[0, 0]], [[1, 0], [0, 1]], [[1, 0, 1]])] == [0, 1, 2]


@given(drawings)
def test_centred_bits_are_bits_in_a_box(bits: np.ndarray):
    assume(bits.any())
    placed = centre_and_scale(bits)
    assert set(np.unique(placed)) == {0, 1}
    assert max(np.ptp(axis) + 1 for axis in np.nonzero(placed)) == 20


@given(drawings)
def test_the_centre_of_mass_is_at_the_centre_unless_the_edge_is_in_the_way(bits: np.ndarray):
    assume(bits.any())
    for positions in np.nonzero(centre_and_scale(bits)):
        at_edge = positions.min() == 0 or positions.max() == 27
        assert abs(positions.mean() - 14) <= 0.5 + 1e-9 or at_edge


@given(st.integers(-4, 4), st.integers(-4, 4))
def test_where_it_was_drawn_does_not_matter(down: int, across: int):
    drawing = np.zeros((28, 28), np.uint8)
    drawing[5:22, 8:18] = np.random.default_rng(1).integers(0, 2, (17, 10))
    moved = np.roll(drawing, (down, across), (0, 1))
    np.testing.assert_array_equal(centre_and_scale(moved), centre_and_scale(drawing))


def test_shrinking_does_not_break_a_thin_line():
    for slope in np.linspace(0, 1, 12):
        drawing = np.zeros((28, 28), np.uint8)
        columns = np.arange(28)
        drawing[np.rint(columns * slope).astype(int), columns] = 1
        assert pieces(centre_and_scale(drawing)) == 1


def test_a_blank_page_stays_blank():
    assert not centre_and_scale(np.zeros((28, 28), np.uint8)).any()


def test_specks_on_a_large_page_do_no_harm():
    page = np.zeros((2000, 1500), np.uint8)
    page[0, 0] = page[-1, -1] = 1
    placed = centre_and_scale(page)
    assert placed.sum() == 2
    assert np.ptp(np.nonzero(placed)[0]) == 19
    assert not centre_and_scale(page * np.uint8(200)).any()  # as grey, they are fainter than one level


def test_grey_stays_grey():
    grey = np.zeros((28, 28), np.uint8)
    grey[2:12, 3:8] = 77
    placed = centre_and_scale(grey)
    assert set(np.unique(placed)) == {0, 77}
    assert (placed > 0).sum() == 20 * 10


def test_mnist_digits_are_where_they_should_be(full_data: Callable[[str], Path]):
    import gzip

    packed = gzip.decompress((full_data("mnist") / "t10k-images-idx3-ubyte.gz").read_bytes())
    digits = np.frombuffer(packed, np.uint8, offset=16).reshape(-1, 28, 28)[:1000]
    unmoved = [np.array_equal(centre_and_scale(digit), digit) for digit in digits]
    assert np.mean(unmoved) > 0.99


def test_a_coloured_picture_is_fitted_on_white():
    rgb = np.random.default_rng(0).integers(0, 256, (64, 64, 3)).astype(np.uint8)
    np.testing.assert_array_equal(fit_colours(rgb, 64, 64), rgb)
    tall = np.zeros((20, 10, 3), np.uint8)
    tall[..., 2] = 100
    fitted = fit_colours(tall, 8, 8)
    assert (fitted[:, 2:6] == (0, 0, 100)).all()
    assert (fitted[:, :2] == 255).all()


def test_the_background_is_the_commonest_colour_of_the_border():
    rgb = np.full((9, 9, 3), 7, np.uint8)
    rgb[2:7, 2:7] = 200
    rgb[8, 3:8] = (1, 2, 3)
    assert background(rgb).tolist() == [7, 7, 7]
