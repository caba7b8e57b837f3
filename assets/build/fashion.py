"""Make assets/fashion from Fashion-MNIST's own files: python assets/build/fashion.py DIR

DIR holds t10k-images-idx3-ubyte and t10k-labels-idx1-ubyte, gzipped or not. Written are
  test.npz  the 10,000 test items thresholded at 128, packed, with their labels and the class names
  grey.npz  the first six grey test items of each class, in the order of the classes, with labels and class names
The result depends on nothing else, so that running it again changes no byte.
"""

import sys
from pathlib import Path

import numpy as np

from genplay.data import fashion
from genplay.data.binarized import threshold
from genplay.data.bits import pack

TARGET = Path(__file__).resolve().parent.parent / "fashion"
EACH = 6


def main(folder: Path) -> None:
    """Write the two files."""
    test = fashion.load("test", folder)
    bits, names = pack(threshold(test.images)), np.array(fashion.CLASSES)
    some = np.concatenate([np.flatnonzero(test.labels == label)[:EACH] for label in range(len(fashion.CLASSES))])
    TARGET.mkdir(exist_ok=True)
    np.savez_compressed(TARGET / "test.npz", bits=bits, labels=test.labels, names=names)
    np.savez_compressed(TARGET / "grey.npz", images=test.images[some], labels=test.labels[some], names=names)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
