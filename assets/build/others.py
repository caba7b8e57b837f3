"""Make assets/others, pictures that are no digits: python assets/build/others.py DIR

DIR holds Fashion-MNIST's t10k-images-idx3-ubyte and t10k-labels-idx1-ubyte, gzipped or not. Written are
  fashion.npz   50 test items of each class, thresholded at 128 as a drawing is, packed, with their labels
  letters.npz   20 of each letter A to Z from the bundled fonts, rotated, sheared, widened, made thicker or thinner,
                placed as MNIST places digits, thresholded, packed, with their labels (0 = A)
The classes take turns (T-shirt, trousers, ..., T-shirt, ...), so that the first pictures of a set stand for all of it.
The result depends on nothing else but the FreeType inside Pillow (13.0 was used), so that running it again changes
no byte.
"""

import sys
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from genplay.data import fashion
from genplay.data.binarized import threshold
from genplay.data.bits import pack
from genplay.data.pictures import binarize, centre_and_scale

ASSETS = Path(__file__).resolve().parent.parent
TARGET = ASSETS / "others"
WEIGHTS = ("Regular", "Medium", "SemiBold")  # stems of 2.5 to 3.7 of MNIST's 20 pixels: digits have about as much ink
EACH_ITEM, EACH_LETTER = 50, 20
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
SIZE, SIDE = 220, 400  # of the type and of the page that a letter is drawn on, in pixels: 8 a pixel of MNIST's
SEED = 1


def items(images: np.ndarray, labels: np.ndarray) -> dict[str, np.ndarray]:
    """Return the first items of each class."""
    chosen = np.stack([np.flatnonzero(labels == label)[:EACH_ITEM] for label in range(len(fashion.CLASSES))], 1).ravel()
    return {"bits": pack(threshold(images[chosen])), "labels": labels[chosen]}


def letter(character: str, weight: str, rng: np.random.Generator) -> np.ndarray:
    """Draw one letter, (28, 28) bits."""
    font = ImageFont.truetype(str(ASSETS / "fonts" / f"Inter-{weight}.ttf"), SIZE, layout_engine=ImageFont.Layout.BASIC)
    page = Image.new("L", (SIDE, SIDE))
    ImageDraw.Draw(page).text((SIDE / 2, SIDE / 2), character, fill=255, font=font, anchor="mm")
    thicker = int(rng.integers(-3, 4))  # pixels at both sides of a stroke: up to 3/4 of one of MNIST's in all
    if thicker:
        page = page.filter((ImageFilter.MaxFilter if thicker > 0 else ImageFilter.MinFilter)(2 * abs(thicker) + 1))
    angle, shear = np.radians(rng.uniform(-12, 12)), rng.uniform(-0.25, 0.25)
    wide, high = rng.uniform(0.8, 1.15), rng.uniform(0.9, 1.1)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    back = np.linalg.inv(turn @ np.array([[wide, shear], [0, high]]))  # Pillow asks where a pixel comes from
    shift = SIDE / 2 - back @ np.full(2, SIDE / 2)
    coefficients = (*back[0], shift[0], *back[1], shift[1])
    page = page.transform(page.size, Image.Transform.AFFINE, coefficients, Image.Resampling.BILINEAR)
    return binarize(centre_and_scale(np.asarray(page)))


def letters() -> dict[str, np.ndarray]:
    """Return all letters."""
    rng = np.random.default_rng(SEED)
    labels = np.tile(np.arange(len(LETTERS), dtype=np.uint8), EACH_LETTER)
    drawn = [letter(LETTERS[label], WEIGHTS[turn % len(WEIGHTS)], rng) for turn, label in enumerate(labels)]
    return {"bits": pack(np.stack(drawn).reshape(len(drawn), -1)), "labels": labels}


def main(folder: Path) -> None:
    """Write the two files."""
    test = fashion.load("test", folder)
    TARGET.mkdir(exist_ok=True)
    np.savez_compressed(TARGET / "fashion.npz", **items(test.images, test.labels))
    np.savez_compressed(TARGET / "letters.npz", **letters())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
