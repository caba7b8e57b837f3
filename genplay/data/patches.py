"""60,000 little binary pictures that come with genplay: one cut out of each training digit of MNIST.

They are made by ``assets/build/patches.py`` (see NOTICE), 4 rows of 5 pixels each. A smaller one is the top
left corner of the same patch.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from genplay import paths
from genplay.data.bits import unpack

ROWS, COLUMNS = 4, 5
"""Of the largest patch."""


@lru_cache(maxsize=5)
def patches(rows: int = ROWS, columns: int = COLUMNS) -> NDArray[np.uint8]:
    """Return the patches in the order of the training digits, (60000, rows * columns), 1 = ink; read-only.

    Raises:
        ValueError: A patch has not that many rows or columns.
    """
    if not (1 <= rows <= ROWS and 1 <= columns <= COLUMNS):
        raise ValueError(f"a patch has up to {ROWS} rows and {COLUMNS} columns, not {rows} and {columns}")
    if (rows, columns) != (ROWS, COLUMNS):
        corner = patches().reshape(-1, ROWS, COLUMNS)[:, :rows, :columns]
        return _shared(np.ascontiguousarray(corner).reshape(len(corner), -1))
    with np.load(paths.assets() / "patches" / "patches.npz", allow_pickle=False) as arrays:
        return _shared(unpack(arrays["bits"], ROWS * COLUMNS))


def _shared(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    pixels.setflags(write=False)
    return pixels
