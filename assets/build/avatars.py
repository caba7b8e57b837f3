"""Make assets/avatars/examples.npz: python assets/build/avatars.py

It holds the first avatars of the test split as numbers and pictures, and what each of the ten edits changes, modulo
256. It needs what drawing needs (the extra `train`) and depends on nothing else, so that running it again changes no
byte.
"""

from pathlib import Path

import numpy as np

from genplay.data.avatars import cache
from genplay.data.avatars.examples import COUNT
from genplay.data.avatars.render import render
from genplay.data.avatars.spec import ATTRIBUTES, code, edited

TARGET = Path(__file__).resolve().parent.parent / "avatars"


def main() -> None:
    """Write the file."""
    chosen = cache.splits(1)["test"][:COUNT]
    images = np.stack([render(spec) for spec in chosen])
    edits = np.stack([np.stack([render(edited(spec, name)) for name in ATTRIBUTES]) for spec in chosen])
    TARGET.mkdir(exist_ok=True)
    codes = np.stack([code(spec) for spec in chosen])
    np.savez_compressed(TARGET / "examples.npz", codes=codes, images=images, changes=edits - images[:, None])


if __name__ == "__main__":
    main()
