"""Picture files of every accepted kind are read right; everything else is refused with one sentence."""

import io
import struct
import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from genplay.data import decoding
from genplay.data.decoding import decode, decode_colours
from genplay.errors import UserError

LIGHT = np.random.default_rng(0).integers(0, 256, (20, 30), dtype=np.uint8)
RGB = np.stack([LIGHT] * 3, axis=2)


def encode(image: Image.Image, kind: str, **options: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def png(width: int, height: int, depth: int, colour: int, rows: bytes, extra: bytes = b"") -> bytes:
    """Write a PNG by hand, of kinds that Pillow does not write."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    start = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + extra
    return start + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def png_16(values: np.ndarray, colour: int) -> bytes:
    height, width = values.shape[:2]
    return png(width, height, 16, colour, b"".join(b"\0" + row.astype(">u2").tobytes() for row in values))


def test_lossless_kinds_keep_every_grey():
    for kind, options in (("PNG", {}), ("BMP", {}), ("GIF", {}), ("WEBP", {"lossless": True})):
        decoded = decode(encode(Image.fromarray(LIGHT), kind, **options), "a")
        np.testing.assert_array_equal(decoded.light, LIGHT)
        assert (decoded.animated, decoded.transparent) == (False, False)


def test_jpeg_is_near_enough():
    smooth = np.add.outer(np.arange(40), np.arange(40)).astype(np.uint8) * 3
    decoded = decode(encode(Image.fromarray(smooth), "JPEG", quality=95), "a")
    assert np.abs(decoded.light.astype(int) - smooth).max() <= 4


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA"])
def test_every_mode_shows_black_and_white(mode: str):
    image = Image.fromarray(np.repeat(np.uint8([[0, 255]]), 3, axis=0)).convert(mode)
    np.testing.assert_array_equal(decode(encode(image, "PNG"), "a").light, [[0, 255]] * 3)


def test_colours_become_grey_by_their_lightness():
    image = Image.new("RGB", (3, 1))
    for column, colour in enumerate([(255, 0, 0), (0, 255, 0), (0, 0, 255)]):
        image.putpixel((column, 0), colour)
    np.testing.assert_array_equal(decode(encode(image, "PNG"), "a").light, [[76, 150, 29]])


def test_cmyk_black_is_black_and_its_paper_white():
    image = Image.new("CMYK", (32, 16), (0, 0, 0, 0))
    image.paste((0, 0, 0, 255), (0, 0, 16, 16))
    light = decode(encode(image, "JPEG", quality=100), "a").light
    assert light[:, :12].max() <= 5
    assert light[:, 20:].min() >= 250


def test_16_bits_are_scaled_not_clipped():
    values = np.array([[0, 128, 129, 257, 300, 32768, 65535]], np.uint16)
    expected = np.rint(values / 257)
    np.testing.assert_array_equal(decode(png_16(values, colour=0), "a").light, expected)
    colours = np.repeat(values[:, :, None], 3, axis=2)
    assert (
        np.abs(decode(png_16(colours, colour=2), "a").light - expected).max() <= 1
    )  # Pillow drops the low byte


def test_transparent_parts_are_white_paper():
    alpha = np.tile(np.uint8([0, 51, 255]), (2, 1))
    black = Image.fromarray(np.dstack([np.zeros((2, 3, 3), np.uint8), alpha]))
    decoded = decode(encode(black, "PNG"), "a")
    np.testing.assert_array_equal(decoded.light, [[255, 204, 0]] * 2)
    assert decoded.transparent


def test_white_ink_on_nothing_is_not_lost():
    alpha = np.tile(np.uint8([0, 255]), (2, 1))
    white = Image.fromarray(np.dstack([np.full((2, 2, 3), 255, np.uint8), alpha]))
    np.testing.assert_array_equal(decode(encode(white, "PNG"), "a").light, [[0, 255]] * 2)


def test_opaque_alpha_is_not_called_transparent():
    assert not decode(encode(Image.new("RGBA", (2, 2), (9, 9, 9, 255)), "PNG"), "a").transparent


def test_transparent_palette_entry_is_paper():
    image = Image.fromarray(np.uint8([[0, 1]]), "L").convert("P")
    assert decode(encode(image, "GIF", transparency=0), "a").light[0, 0] == 255


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_the_first_frame_of_an_animation_is_taken(kind: str):
    frames = [Image.fromarray(np.full((8, 8), value, np.uint8)) for value in (40, 90, 200)]
    options = {"lossless": True} if kind == "WEBP" else {}
    decoded = decode(encode(frames[0], kind, save_all=True, append_images=frames[1:], **options), "a")
    assert decoded.animated
    np.testing.assert_array_equal(decoded.light, 40)


def test_a_photograph_is_turned_upright():
    image = Image.fromarray(LIGHT)
    exif = image.getexif()
    exif[0x0112] = 6  # the camera was turned by 90 degrees
    np.testing.assert_array_equal(decode(encode(image, "PNG", exif=exif), "a").light, np.rot90(LIGHT, -1))


def test_a_note_of_the_camera_that_cannot_be_read_does_no_harm():
    content = encode(Image.fromarray(LIGHT), "PNG", exif=b"Exif\0\0garbage")
    np.testing.assert_array_equal(decode(content, "a").light, LIGHT)


@pytest.mark.parametrize("content", [b"", b"hello", b"%PDF-1.7 ...", b"\x80\x04\x95pickle", bytes(1000)])
def test_refuses_what_is_not_a_picture(content: bytes):
    with pytest.raises(UserError, match=r"^a\.png is not a picture"):
        decode(content, "a.png")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "BMP", "GIF"])
def test_refuses_a_truncated_picture(kind: str):
    content = encode(Image.fromarray(RGB), kind)
    with pytest.raises(UserError, match=r"damaged or incomplete|not a picture"):
        decode(content[: len(content) // 2], "a")


def test_refuses_a_tiff_though_pillow_reads_it():
    with pytest.raises(UserError, match="accepted are PNG"):
        decode(encode(Image.fromarray(LIGHT), "TIFF"), "a")


@pytest.mark.parametrize("side", [4001, 10_000, 20_000])  # Pillow is silent, warns, refuses
def test_refuses_a_huge_picture_before_unpacking_it(side: int, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(Image.Image, "load", lambda self: pytest.fail("unpacked"))
    with pytest.raises(UserError, match="too large: pictures of up to 16 million"):
        decode(png(side, side, 1, 0, b""), "a")


def test_the_largest_picture_is_accepted(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(decoding, "MAX_PIXELS", LIGHT.size)
    assert decode(encode(Image.fromarray(LIGHT), "PNG"), "a").light.shape == LIGHT.shape


SAMPLES = [
    encode(Image.fromarray(LIGHT), "PNG"),
    encode(Image.fromarray(RGB).convert("P"), "PNG", transparency=3),
    encode(Image.fromarray(RGB), "JPEG", exif=Image.Exif()),
    encode(Image.fromarray(RGB).convert("CMYK"), "JPEG"),
    encode(Image.fromarray(RGB), "WEBP"),
    encode(Image.fromarray(RGB), "BMP"),
    encode(Image.fromarray(LIGHT), "GIF", save_all=True, append_images=[Image.fromarray(255 - LIGHT)]),
    encode(Image.fromarray(LIGHT), "PNG", save_all=True, append_images=[Image.fromarray(255 - LIGHT)]),
    png_16(LIGHT.astype(np.uint16) * 257, colour=0),
]


@given(data=st.data())
def test_damaged_bytes_are_refused_or_read(data: st.DataObject):
    damaged = bytearray(data.draw(st.sampled_from(SAMPLES)))
    for _ in range(data.draw(st.integers(1, 6))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    try:
        decoded = decode(bytes(damaged[: data.draw(st.integers(0, len(damaged)))]), "a")
    except UserError:
        return
    assert decoded.light.ndim == 2
    assert decoded.light.dtype == np.uint8


@pytest.mark.parametrize("mode", ["RGB", "P", "RGBA"])
def test_colours_are_kept(mode: str):
    rgb = np.array([[[255, 0, 0], [0, 255, 0]], [[0, 0, 255], [255, 255, 0]]], np.uint8)
    content = encode(Image.fromarray(rgb).convert(mode), "PNG")
    np.testing.assert_array_equal(decode_colours(content, "a"), rgb)


def test_see_through_colours_lie_on_white_and_greys_have_three_channels():
    rgba = np.array([[[255, 0, 0, 255], [0, 0, 255, 0], [0, 0, 0, 51]]], np.uint8)
    found = decode_colours(encode(Image.fromarray(rgba), "PNG"), "a")
    np.testing.assert_array_equal(found, [[[255, 0, 0], [255, 255, 255], [204, 204, 204]]])
    grey = decode_colours(png_16(np.uint16([[0, 65535]]), 0), "a")
    np.testing.assert_array_equal(grey, [[[0] * 3, [255] * 3]])


def test_colours_of_no_picture_are_refused():
    with pytest.raises(UserError, match="words is not a picture"):
        decode_colours(b"words", "words")
