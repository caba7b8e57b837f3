"""A picture file's bytes -> its lightness, or its colours; anything else is refused with a sentence."""

import io
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from PIL import Image, ImageOps

from genplay.errors import UserError

FORMATS = ("PNG", "JPEG", "WEBP", "BMP", "GIF")  # Pillow's other readers are rarer, and a larger target
MAX_BYTES = 64_000_000
MAX_PIXELS = 16_000_000

_NOT_A_PICTURE = "{name} is not a picture that genplay can read; accepted are PNG, JPEG, WebP, BMP and GIF."
_DAMAGED = "{name} is a damaged or incomplete picture; accepted are whole PNG, JPEG, WebP, BMP and GIF files."
_TOO_LARGE = "{name} is too large: pictures of up to {limit} million pixels (4000 x 4000, say) are accepted."


@dataclass(frozen=True, slots=True)
class Decoded:
    """What a picture file shows: ``light`` is (H, W) uint8, 0 black to 255 white."""

    light: np.ndarray
    animated: bool  # only the first frame was taken
    transparent: bool  # some of it was see-through and laid on paper


Read = TypeVar("Read")


def decode(content: bytes, name: str) -> Decoded:
    """Return the lightness of a picture file's first frame, upright.

    Colours become grey by Rec. 601, 16 bits are scaled to 8, transparent parts are laid on white paper.

    Args:
        content: The bytes of a PNG, JPEG, WebP, BMP or GIF file.
        name: What to call it in a sentence.

    Raises:
        UserError: It is not a picture, damaged, or larger than ``MAX_PIXELS``.
    """
    return _opened(content, name, _decoded)


def decode_colours(content: bytes, name: str) -> np.ndarray:
    """Return the colours of a picture file's first frame, upright, as (H, W, 3) uint8.

    What is see-through is laid on white.

    Args:
        content: The bytes of a PNG, JPEG, WebP, BMP or GIF file.
        name: What to call it in a sentence.

    Raises:
        UserError: It is not a picture, damaged, or larger than ``MAX_PIXELS``.
    """
    return _opened(content, name, _coloured)


def _opened(content: bytes, name: str, read: Callable[[Image.Image], Read]) -> Read:
    """Return what is read of a picture that is not too large."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # doubts about metadata, and about sizes checked here
            with Image.open(io.BytesIO(content), formats=FORMATS) as image:
                if image.width * image.height > MAX_PIXELS:
                    raise Image.DecompressionBombError
                return read(image)
    except Image.UnidentifiedImageError as error:
        raise UserError(_NOT_A_PICTURE, name=name) from error
    except Image.DecompressionBombError as error:
        raise UserError(_TOO_LARGE, name=name, limit=MAX_PIXELS // 10**6) from error
    except Exception as error:  # damaged bytes make Pillow raise a dozen kinds
        raise UserError(_DAMAGED, name=name) from error


def _first_frame(image: Image.Image) -> tuple[Image.Image, bool]:
    """Return the first frame, upright, and whether there are others."""
    animated = getattr(image, "is_animated", False)  # before loading: asking moves to the next and back
    image.load()
    return _upright(image), animated


def _coloured(image: Image.Image) -> np.ndarray:
    image, _ = _first_frame(image)
    if image.mode.startswith("I"):
        return np.stack([_from_16_bits(image)] * 3, -1)
    if image.has_transparency_data:
        image = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image)
    return np.asarray(image.convert("RGB"))


def _decoded(image: Image.Image) -> Decoded:
    image, animated = _first_frame(image)
    if image.mode.startswith("I"):
        return Decoded(_from_16_bits(image), animated, transparent=False)
    if not image.has_transparency_data:
        return Decoded(_grey(image), animated, transparent=False)
    coloured = image.convert("RGBA")
    alpha = np.asarray(coloured.getchannel("A"))
    return Decoded(_on_paper(_grey(coloured), alpha), animated, transparent=bool((alpha < 255).any()))


def _upright(image: Image.Image) -> Image.Image:
    try:
        return ImageOps.exif_transpose(image)
    except Exception:  # a camera's note that cannot be read turns nothing
        return image


def _from_16_bits(image: Image.Image) -> np.ndarray:
    """Scale 0..65535 to 0..255; Pillow's own conversion would clip."""
    return ((np.asarray(image).astype(np.uint32) + 128) // 257).astype(np.uint8)


def _grey(image: Image.Image) -> np.ndarray:
    return np.asarray(image.convert("RGB").convert("L"))  # by way of RGB: the only way that every mode has


def _on_paper(light: np.ndarray, alpha: np.ndarray) -> np.ndarray:
    """Lay a see-through picture on white paper, or on black where white would hide all of it."""
    light, alpha = light.astype(np.uint16), alpha.astype(np.uint16)
    on_white = (light * alpha + 255 * (255 - alpha) + 127) // 255
    if on_white.min() < on_white.max() or alpha.min() == alpha.max():
        return on_white.astype(np.uint8)
    return ((light * alpha + 127) // 255).astype(np.uint8)
