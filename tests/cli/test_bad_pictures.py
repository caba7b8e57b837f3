"""Every picture of the unwelcome kinds gets a sentence, and no command loses anything over it."""

import io
import zlib

import numpy as np
import pytest
from PIL import Image

from genplay.data.examples import grey_digits

TAKEN_FOR = {
    "animated": "gif",
    "animated webp": "webp",
    "16-bit": "png",
    "alpha": "png",
    "CMYK": "jpg",
    "palette": "png",
    "bits": "bmp",
}
"""Pictures that are unusual and taken all the same, with the format in which each is made."""


def unusual(kind, path):
    """Write a digit as an unusual picture and return the path."""
    grey = grey_digits().images[0]
    image = Image.fromarray(grey)
    if kind.startswith("animated"):
        frames = [Image.new("L", (28, 28), shade) for shade in (9, 99)]
        image.save(
            path, save_all=True, append_images=frames, **({"lossless": True} if "webp" in kind else {})
        )
    elif kind == "16-bit":
        Image.fromarray(grey.astype(np.uint16) * 257).save(path)
    elif kind == "alpha":  # black ink, the rest see-through
        Image.merge("LA", [Image.new("L", (28, 28)), image]).save(path)
    elif kind == "CMYK":
        zero = Image.new("L", (224, 224))
        black = Image.fromarray(grey.repeat(8, 0).repeat(8, 1))
        Image.merge("CMYK", [zero, zero, zero, black]).save(path, quality=95)
    else:
        image.convert({"palette": "P", "bits": "1"}[kind]).save(path)
    return path


def test_a_bad_picture_is_an_error_row_and_the_next_is_scored(genplay, bad, digit):
    path, words = bad
    outcome = genplay("score", path, digit, "--json")
    assert (outcome.code, outcome.err) == (1, "")
    wrong, right = outcome.rows
    assert list(wrong) == ["file", "model", "error"]
    assert wrong["file"] == str(path)
    assert words in wrong["error"]
    assert wrong["error"].count("\n") == 0
    assert right["file"] == str(digit)
    assert "error" not in right


def test_a_bad_picture_makes_no_screenshot(genplay, bad, tmp_path):
    path, words = bad
    out = tmp_path / "shot.png"
    out.write_bytes(b"the one before")
    outcome = genplay("screenshot", "autoregressive", "--input", path, "--out", out)
    assert outcome.code == 1
    assert words in outcome.sentence
    assert out.read_bytes() == b"the one before"


@pytest.mark.parametrize("kind", [kind for kind in TAKEN_FOR if kind != "bits"])
def test_an_unusual_picture_is_the_digit_it_shows(genplay, digit, tmp_path, kind):
    path = unusual(kind, tmp_path / f"odd.{TAKEN_FOR[kind]}")
    outcome = genplay("score", digit, path, "--json")
    assert outcome.code == 0
    plain, odd = outcome.rows
    assert odd["log_prob"] == pytest.approx(plain["log_prob"], abs=0 if kind != "CMYK" else 8)
    if kind.startswith("animated"):
        assert outcome.sentence == f"{path}: the picture moves; its first frame was taken."
    else:
        assert outcome.err == ""


def test_one_bit_a_pixel_is_taken(genplay, tmp_path):
    path = unusual("bits", tmp_path / "odd.bmp")
    assert genplay("score", path, "--json").code == 0


def test_a_small_file_that_unpacks_to_much_is_refused_unread(genplay, tmp_path):
    """A header that promises 60,000 x 60,000 pixels is not believed far enough to make room for them."""

    def chunk(kind, body):
        return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")

    head = (60_000).to_bytes(4, "big") * 2 + bytes([8, 0, 0, 0, 0])
    path = tmp_path / "bomb.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 99)))
    (row,) = genplay("score", path, "--json").rows
    assert "is too large" in row["error"]


def test_a_name_with_a_zero_byte_is_refused(genplay):
    (row,) = genplay("score", "a\0b.png", "--json").rows
    assert "cannot be read" in row["error"]


def test_any_damage_is_an_error_row_or_a_score(genplay, tmp_path):
    """Bytes changed at random never end the list."""
    stream = io.BytesIO()
    Image.fromarray(grey_digits().images[0]).save(stream, "PNG")
    rng = np.random.default_rng(0)
    paths = []
    for number in range(60):
        content = bytearray(stream.getvalue())
        for place in rng.integers(0, len(content), 3):
            content[place] = rng.integers(0, 256)
        paths.append(tmp_path / f"{number:02}.png")
        paths[-1].write_bytes(content)
    outcome = genplay("score", *paths, "--json")
    assert outcome.code == 1
    assert [row["file"] for row in outcome.rows] == [str(path) for path in paths]
    assert all(("error" in row) != ("log_prob" in row) for row in outcome.rows)
