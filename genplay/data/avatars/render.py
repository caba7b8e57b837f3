"""Draw avatars: each part is rasterised once for each size; an avatar is its parts laid over each other.

Laying pictures over each other is associative, so the result is that of drawing the whole avatar at once, but
for rounding (a test compares the two), and takes a twentieth of the time.
"""

import io
import sys
from functools import cache, lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from genplay.data.avatars.definition import UNDER_HAT, definition
from genplay.data.avatars.spec import COLOURS, Spec, covered
from genplay.errors import UserError

if TYPE_CHECKING:
    from dicebear import Style

SIDE: Final = 64  # px, of the avatars that are kept and trained on
LARGEST: Final = 512  # px
NEEDED: Final = {
    "dicebear": "dicebear-core>=10.7,<11",
    "dicebear_styles": "dicebear-styles>=10.6,<10.7",  # the drawings, and so the pixels
    "resvg_py": "resvg-py>=0.5,<0.6",
}
"""What drawing imports, with what to install: part of the extra ``train``."""
_WITHOUT = "Drawing avatars needs {names}, which are not installed: {remedy}"

_PLACED: Final = {"seed": "genplay", "scale": 1.05, "translateY": 4.2}
"""The seed decides nothing, for every option is given; an afro and a bun end a pixel below the upper edge."""
_PARTS: Final = (
    *("rearHair", "body", "head", "clothes", "earrings", "mouth"),
    *("beard", "eyes", "eyebrows", "glasses", "hair", "hat"),
)
"""From the back to the front, as the style has them."""
_PAINTED: Final = {
    "rearHair": "hair",
    "body": "skin",
    "head": "skin",
    "clothes": "cloth",
    "beard": "hair",
    "eyebrows": "hair",
    "hair": "hair",
}
"""By which colour of a specification a part is painted, where it is."""
_OPTIONS: Final = {"hair": "hairColor", "skin": "skinColor", "cloth": "clothesColor"}


class _Layer(NamedTuple):
    """A part as it is seen, cut down to the box that it fills."""

    rows: slice
    columns: slice
    rgb: np.ndarray  # (h, w, 3) uint8
    alpha: np.ndarray  # (h, w, 1) uint8


def missing() -> list[str]:
    """Return which packages that drawing needs are not installed."""
    return [name for name in NEEDED if find_spec(name) is None]


def remedy() -> str:
    """Return the command that installs them."""
    return " ".join([sys.executable, "-m pip install", *(f"'{wanted}'" for wanted in NEEDED.values())])


def render(spec: Spec, side: int = SIDE) -> np.ndarray:
    """Return an avatar as (side, side, 3) uint8 RGB: always the same for the same specification.

    Args:
        spec: The avatar.
        side: Width and height in pixels, 8 to ``LARGEST``.

    Raises:
        UserError: What drawing needs is not installed.
    """
    if not 8 <= side <= LARGEST:
        raise ValueError(f"a side of {side} is not within 8 and {LARGEST}")
    shown = np.empty((side, side, 3), np.uint32)  # in 1/256 of a level: twelve roundings are then none
    shown[:] = [256 * level for level in bytes.fromhex(COLOURS["background"][spec.background][1:])]
    for part, variant in variants(spec).items():
        layer = _layer(part, variant, _colour(spec, part), side)
        box = shown[layer.rows, layer.columns]
        over = layer.rgb.astype(np.uint32) * 256
        opaque = layer.alpha.astype(np.uint32)
        box[:] = (over * opaque + box * (255 - opaque) + 127) // 255
    return ((shown + 128) >> 8).astype(np.uint8)


def variants(spec: Spec) -> dict[str, str]:
    """Return the parts that an avatar is made of, each with its variant, from the back to the front."""
    found = {
        "rearHair": spec.long_kind if spec.long else None,
        "body": "body",
        "head": "head",
        "clothes": spec.garment,
        "earrings": "hoop" if spec.earrings else None,
        "mouth": spec.smile_kind if spec.smile else spec.plain_kind,
        "beard": spec.beard_kind if spec.beard else None,
        "eyes": spec.eyes,
        "eyebrows": spec.brows,
        "glasses": spec.glasses_kind if spec.glasses else None,
        "hair": spec.shape + UNDER_HAT if covered(spec) else spec.shape,
        "hat": spec.hat_kind if spec.hat else None,
    }
    return {part: variant for part in _PARTS if (variant := found[part]) is not None}


def options(spec: Spec) -> dict[str, Any]:
    """Return an avatar as the options of its style: they leave nothing to chance."""
    parts = {part: (variant, _colour(spec, part)) for part, variant in variants(spec).items()}
    return {**_options(parts), "backgroundColor": COLOURS["background"][spec.background]}


def svg(spec: Spec) -> str:
    """Return an avatar as SVG.

    Raises:
        UserError: What drawing needs is not installed.
    """
    return _drawn(options(spec))


@cache
def style() -> "Style":
    """Return the style, read and checked once.

    Raises:
        UserError: What drawing needs is not installed.
    """
    if missing():
        raise UserError(_WITHOUT, names=", ".join(missing()), remedy=remedy())
    from dicebear import Style

    return Style(definition())


def rasterised(drawn: str, side: int) -> np.ndarray:
    """Return SVG as (side, side, 4) uint8 RGBA.

    resvg and not QtSvg, which silently leaves out what is masked or clipped.
    """
    import resvg_py
    from PIL import Image

    content = resvg_py.svg_to_bytes(svg_string=drawn, width=side, height=side, skip_system_fonts=True)
    with Image.open(io.BytesIO(content), formats=("PNG",)) as picture:
        return np.asarray(picture.convert("RGBA"))


def _colour(spec: Spec, part: str) -> tuple[str, str] | None:
    """Return the option that paints a part, with its value, where there is one: ("hairColor", "#231f20")."""
    name = _PAINTED.get(part)
    return (_OPTIONS[name], COLOURS[name][getattr(spec, name)]) if name else None


def _options(parts: dict[str, tuple[str, tuple[str, str] | None]]) -> dict[str, Any]:
    """Return the options by which just these parts are drawn."""
    found: dict[str, Any] = dict(_PLACED)
    for part in _PARTS:
        found[f"{part}Probability"] = 100 if part in parts else 0
    for part, (variant, colour) in parts.items():
        found[f"{part}Variant"] = variant
        if colour:
            found[colour[0]] = colour[1]
    return found


def _drawn(chosen: dict[str, Any]) -> str:
    style_there = style()  # refuses first where the packages are missing
    from dicebear import Avatar

    return Avatar(style_there, chosen).to_string()


@lru_cache(maxsize=1024)
def _layer(part: str, variant: str, colour: tuple[str, str] | None, side: int) -> _Layer:
    pixels = rasterised(_drawn(_options({part: (variant, colour)})), side)
    seen = pixels[..., 3] > 0
    rows, columns = (np.flatnonzero(seen.any(axis=axis)) for axis in (1, 0))
    box = slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)
    return _Layer(*box, pixels[box][..., :3].copy(), pixels[box][..., 3:].copy())
