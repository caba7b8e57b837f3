"""Fashion-MNIST: 60,000 + 10,000 pieces of clothing in MNIST's format."""

from pathlib import Path

from genplay.data.mnist import Digits, Split, load_named

CLASSES = (
    "T-shirt",
    "Trousers",
    "Pullover",
    "Dress",
    "Coat",
    "Sandal",
    "Shirt",
    "Sneaker",
    "Bag",
    "Ankle boot",
)  # by label


def load(split: Split, folder: Path | None = None) -> Digits:
    """Return a split of Fashion-MNIST from the user's folder, or from ``folder``; see ``mnist.load``."""
    return load_named("fashion-mnist", split, folder)
