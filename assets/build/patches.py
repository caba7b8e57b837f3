"""Make assets/patches from MNIST's own files: python assets/build/patches.py DIR

DIR holds train-images-idx3-ubyte and train-labels-idx1-ubyte, gzipped or not. Written is
  patches.npz  a patch of 4 rows and 5 columns of each of the 60,000 training digits, ink from 128 of 255, packed
A smaller patch is the top left corner of it, so that all sizes are counted on the same places.

Each patch lies at a random place within the middle 12 x 12 pixels, at full resolution. Measured on the 3 x 4 corner:
anywhere within MNIST's 20 x 20 box 35 % of the patches are blank, and a third of the data says nothing; here 22 %. On
digits halved in size 10 % are blank, but a stroke is then one or two pixels wide, neighbours tell less of each other,
and independence costs 2.3 bits instead of 5.1: the lesson is that it costs much.

The result depends on nothing else, so that running it again changes no byte.
"""

import sys
from pathlib import Path

import numpy as np

from genplay.data import mnist
from genplay.data.binarized import threshold
from genplay.data.bits import pack

TARGET = Path(__file__).resolve().parent.parent / "patches"
SEED = 0
ROWS, COLUMNS = 4, 5
FIRST, END = 8, 20  # of the middle rows and columns, in which all of a patch lies


def cut(pictures: np.ndarray) -> np.ndarray:
    """Return a patch of each (28, 28) picture, (N, 20)."""
    random = np.random.default_rng(SEED)
    top = random.integers(FIRST, END - ROWS, len(pictures), endpoint=True)
    left = random.integers(FIRST, END - COLUMNS, len(pictures), endpoint=True)
    rows = top[:, None, None] + np.arange(ROWS)[:, None]
    columns = left[:, None, None] + np.arange(COLUMNS)
    return pictures[np.arange(len(pictures))[:, None, None], rows, columns].reshape(len(pictures), -1)


def main(folder: Path) -> None:
    """Write the file."""
    pictures = threshold(mnist.load("train", folder).images).reshape(-1, 28, 28)
    TARGET.mkdir(exist_ok=True)
    np.savez_compressed(TARGET / "patches.npz", bits=pack(cut(pictures)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
