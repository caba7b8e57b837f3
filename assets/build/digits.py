"""Make assets/digits from MNIST's own files: python assets/build/digits.py DIR

DIR holds t10k-images-idx3-ubyte and t10k-labels-idx1-ubyte, gzipped or not. Written are
  test.npz      the 10,000 test digits thresholded at 128, packed, with their labels
  grey.npz      four grey test digits of each class
  examples.npz  what the window offers to begin with: digits, a blank page, noise, a shifted digit, a letter
The result depends on nothing else, so that running it again changes no byte.
"""

import sys
from pathlib import Path

import numpy as np

from genplay.data import mnist
from genplay.data.binarized import threshold
from genplay.data.bits import pack

TARGET = Path(__file__).resolve().parent.parent / "digits"
FIRST = (34, 102, 32, 61)  # 7 5 3 8: chosen by eye, as are the others, for being well written and unlike each other
MORE = (56, 1, 9, 11, 10, 5, 221, 127, 90, 17, 134, 24, 88, 16, 71, 37, 35, 23, 30, 110)
SHIFTED = 0
SHIFT = (-5, 6)  # pixels down, across
NOISE_SEED = 1


def letter() -> np.ndarray:
    """Draw an A: all pixels within 1.25 of one of three strokes."""
    pixels = np.stack(np.mgrid[0:28, 0:28], axis=-1) + 0.5
    strokes = [((4.5, 14), (23, 6)), ((4.5, 14), (23, 22)), ((17, 9), (17, 19))]
    near = np.zeros((28, 28), bool)
    for start, end in np.array(strokes, float):
        along = np.clip((pixels - start) @ (end - start) / ((end - start) @ (end - start)), 0, 1)
        near |= np.linalg.norm(pixels - start - along[..., None] * (end - start), axis=-1) <= 1.25
    return near.astype(np.uint8).ravel()


def shifted(bits: np.ndarray) -> np.ndarray:
    """Move a digit, all of it, away from the centre."""
    moved = np.roll(bits.reshape(28, 28), SHIFT, (0, 1))
    padded = np.pad(bits.reshape(28, 28), 28)
    kept = padded[28 - SHIFT[0] : 56 - SHIFT[0], 28 - SHIFT[1] : 56 - SHIFT[1]]
    assert np.array_equal(moved, kept), "it would fall over the edge"
    return moved.ravel()


def examples(bits: np.ndarray, labels: np.ndarray) -> dict[str, np.ndarray]:
    """Return names and packed pictures in the order in which the window offers them."""
    digits = lambda chosen: [(f"Digit {labels[i]}", bits[i]) for i in chosen]  # noqa: E731
    noise = np.random.default_rng(NOISE_SEED).integers(0, 2, 784, dtype=np.uint8)
    others = [
        ("Blank page", np.zeros(784, np.uint8)),
        ("Noise", noise),
        (f"Shifted {labels[SHIFTED]}", shifted(bits[SHIFTED])),
        ("Letter A", letter()),
    ]
    chosen = digits(FIRST) + others + digits(MORE)
    return {"names": np.array([name for name, _ in chosen]), "bits": pack(np.stack([bits for _, bits in chosen]))}


def main(folder: Path) -> None:
    """Write the three files."""
    test = mnist.load("test", folder)
    bits = threshold(test.images)
    some = np.sort(np.concatenate([np.flatnonzero(test.labels == digit)[:4] for digit in range(10)]))
    TARGET.mkdir(exist_ok=True)
    np.savez_compressed(TARGET / "test.npz", bits=pack(bits), labels=test.labels)
    np.savez_compressed(TARGET / "grey.npz", images=test.images[some], labels=test.labels[some])
    np.savez_compressed(TARGET / "examples.npz", **examples(bits, test.labels))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
