"""The test pictures that a model of latents is shown, as drawings are: ink and paper, with their classes."""

from functools import lru_cache
from typing import Literal

import numpy as np

from genplay import paths
from genplay.data import examples
from genplay.data.bits import unpack
from genplay.data.examples import Thresholded
from genplay.errors import UserError

Kind = Literal["digits", "clothes"]


@lru_cache(maxsize=2)
def held_out(kind: Kind) -> Thresholded:
    """Return the test pictures of a kind, from memory after the first time.

    Raises:
        UserError: They did not come with this genplay.
    """
    if kind == "digits":
        return examples.test_digits()
    path = paths.assets() / "fashion" / "test.npz"
    if not path.is_file():
        raise UserError("The test pictures of Fashion-MNIST do not come with this genplay.")
    with np.load(path, allow_pickle=False) as stored:
        return Thresholded(unpack(stored["bits"]), stored["labels"])
