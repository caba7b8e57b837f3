"""Any picture -> 28x28 ink on paper: read, fitted, thresholded, placed as MNIST's are; or coloured."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from genplay.data.bits import SIDE
from genplay.files import read_whole

BOX = 20  # MNIST's digits fill a box of 20x20 pixels ...
CENTRE = 14  # ... and have their centre of mass on pixel 14, 14 (measured: all 70,000 within half a pixel)
THRESHOLD = 128  # as MNIST's digits are thresholded everywhere in genplay
SOLID = 224  # lines with ink as strong as this somewhere are as wide as a pixel
FAINT = 8
SPECKS = 0.05  # of a border's pixels: what a generator leaves on it


@dataclass(frozen=True, slots=True)
class Grey:
    """A picture as ink on paper: ``ink`` is (H, W) uint8, 0 paper to 255 full ink."""

    ink: np.ndarray
    inverted: bool  # dark ink on light paper was read: black became 255
    animated: bool  # only the first frame was taken
    transparent: bool  # some of it was see-through and laid on white paper


def read_picture(path: Path, *, invert: bool | None = None) -> Grey:
    """Return the picture in a PNG, JPEG, WebP, BMP or GIF file as ink on paper.

    Args:
        path: The file.
        invert: True if dark is ink, False if light is ink; None asks the picture's border, which is paper.

    Raises:
        UserError: The file cannot be read, is not a picture, damaged, or too large.
    """
    return decode_picture(content(path), path.name, invert=invert)


def content(path: Path) -> bytes:
    """Return the bytes of a picture's file.

    Raises:
        UserError: It cannot be read, or is too large.
    """
    from genplay.data.decoding import MAX_BYTES  # Pillow: the window shows before it is needed

    return read_whole(path, limit=MAX_BYTES)


def decode_picture(content: bytes, name: str, *, invert: bool | None = None) -> Grey:
    """Return the picture in a file's bytes (the clipboard's, say) as ``read_picture`` does."""
    from genplay.data.decoding import decode

    decoded = decode(content, name)
    inverted = _border_is_light(decoded.light) if invert is None else invert
    ink = 255 - decoded.light if inverted else decoded.light
    return Grey(ink, inverted, decoded.animated, decoded.transparent)


def decode_colours(content: bytes, name: str) -> np.ndarray:
    """Return the colours of the picture in a file's bytes, (H, W, 3) uint8.

    Raises:
        UserError: It is not a picture, damaged, or too large.
    """
    from genplay.data import decoding

    return decoding.decode_colours(content, name)


def _border_is_light(light: np.ndarray) -> bool:
    border = np.concatenate([light[0], light[-1], light[:, 0], light[:, -1]])
    return bool(np.median(border) >= 128)


def without_border(ink: np.ndarray, rows: int, columns: int, border: int) -> np.ndarray:
    """Return a picture that a model has made, perhaps enlarged, without the paper around it; others whole.

    Args:
        ink: The picture, (H, W) uint8.
        rows: Of the model's pictures, without the border.
        columns: Likewise.
        border: Pixels around it; H and W are the same whole multiple of the sides with it, and it is paper
            but for specks.
    """
    zoom = len(ink) // (rows + 2 * border)
    edge = zoom * border
    if not edge or ink.shape != (zoom * (rows + 2 * border), zoom * (columns + 2 * border)):
        return ink
    inner = ink[edge:-edge, edge:-edge]
    ring = np.concatenate([ink[:edge], ink[-edge:], ink[:, :edge].T, ink[:, -edge:].T], axis=None)
    return inner if (ring > FAINT).mean() <= SPECKS else ink


def fit(grey: np.ndarray, rows: int = SIDE, columns: int = SIDE) -> np.ndarray:
    """Return (H, W) uint8 ink as (rows, columns) uint8: nothing cropped, aspect kept, centred on paper.

    Each pixel is the exact average of the area it covers; a picture of that size passes through unchanged.
    """
    height, width = _fitting(grey.shape, rows, columns)
    averaged = _averaged(grey, height, width)
    return _placed(averaged, (rows - height) // 2, (columns - width) // 2, rows, columns)


def fit_colours(rgb: np.ndarray, rows: int, columns: int) -> np.ndarray:
    """Return (H, W, 3) uint8 as (rows, columns, 3) uint8, as ``fit`` does; what it leaves free is white."""
    return np.stack([255 - fit(255 - rgb[..., channel], rows, columns) for channel in range(3)], -1)


def background(rgb: np.ndarray) -> np.ndarray:
    """Return the commonest colour, (3,), along the border of a picture, (H, W, 3) uint8."""
    border = np.concatenate([rgb[0], rgb[-1], rgb[1:-1, 0], rgb[1:-1, -1]])
    colours, counts = np.unique(border, axis=0, return_counts=True)
    return colours[counts.argmax()]


def binarize(grey: np.ndarray, threshold: int = THRESHOLD) -> np.ndarray:
    """Return 1 where uint8 ink is at least ``threshold``, else 0, as uint8 of the same shape."""
    return (grey >= threshold).astype(np.uint8)


def suggested_threshold(fitted: np.ndarray) -> int:
    """Return the threshold at which a fitted uint8 picture keeps its lines: 128, less where they are thin.

    A line thinner than one of the 28 pixels greys each of them only in part: a third of the strongest ink
    then keeps it in one piece (tried on pens of 1/30 to 1 pixel). Less than ``FAINT`` is a page's noise.
    """
    strongest = int(fitted.max())
    return THRESHOLD if strongest >= SOLID or strongest < FAINT else -(-strongest // 3)


def centre_and_scale(picture: np.ndarray) -> np.ndarray:
    """Return a drawing placed as MNIST's digits are: in a 20x20 box, centre of mass at the centre of 28x28.

    MNIST's own grey digits come back unchanged, and so does a blank page. What would be pushed over the edge
    stays inside it.

    Args:
        picture: (H, W) uint8, ink 0 to 255, or bits 0 and 1; bits come back as bits.

    Source: LeCun, Cortes, Burges, "The MNIST database of handwritten digits".
    """
    rows, columns = np.flatnonzero(picture.any(axis=1)), np.flatnonzero(picture.any(axis=0))
    if not len(rows):
        return np.zeros((SIDE, SIDE), np.uint8)
    box = picture[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    shape = _fitting(box.shape, BOX, BOX)
    ink = _averaged(box, *shape)
    if picture.max() > 1:
        return _centred(ink)
    # Shrunk, one pixel may be shared by four, and at half ink a line one pixel wide would fall apart. At this
    # level it seldom does (6 of 176 scribbles), and the outermost pixels, and so the box, are never lost.
    shares = [min(1.0, after / before) for after, before in zip(shape, box.shape, strict=True)]
    return _centred(ink >= 0.499 * shares[0] * shares[1])


def _centred(ink: np.ndarray) -> np.ndarray:
    ink = ink.astype(np.float64)
    top = CENTRE - ink.sum(axis=1) @ np.arange(ink.shape[0]) / ink.sum()
    left = CENTRE - ink.sum(axis=0) @ np.arange(ink.shape[1]) / ink.sum()
    return _placed(ink, _inside(top, ink.shape[0]), _inside(left, ink.shape[1]), SIDE, SIDE)


def _inside(offset: float, length: int) -> int:
    return min(max(round(offset), 0), SIDE - length)


def _fitting(shape: tuple[int, ...], rows: int, columns: int) -> tuple[int, int]:
    """Return the height and width of a picture of that shape, as large as there is room for it."""
    height, width = shape
    if height * columns >= width * rows:
        return rows, max(1, round(width * rows / height))
    return max(1, round(height * columns / width)), columns


def _placed(ink: np.ndarray, top: int, left: int, rows: int, columns: int) -> np.ndarray:
    field = np.zeros((rows, columns), np.uint8)
    field[top : top + ink.shape[0], left : left + ink.shape[1]] = np.rint(ink)
    return field


def _averaged(grey: np.ndarray, height: int, width: int) -> np.ndarray:
    """Return (height, width) float32, each pixel the average of the area that it covers in ``grey``."""
    down, across = _coverage(grey.shape[0], height), _coverage(grey.shape[1], width)
    return down @ grey.astype(np.float32) @ across.T


def _coverage(source: int, target: int) -> np.ndarray:
    """Return (target, source) float32: the share of target pixel i that lies on source pixel j."""
    edges = np.arange(target + 1)[:, None] * (source / target)
    pixels = np.arange(source)
    overlap = np.minimum(edges[1:], pixels + 1) - np.maximum(edges[:-1], pixels)
    return (np.clip(overlap, 0, None) * (target / source)).astype(np.float32)
