"""The test pictures that a model of latents is shown, as drawings are: ink and paper, with their classes."""

from functools import lru_cache
from typing import Literal

from genplay.data import examples
from genplay.data.examples import Thresholded

Kind = Literal["digits", "clothes"]


@lru_cache(maxsize=2)
def held_out(kind: Kind) -> Thresholded:
    """Return the 10,000 test pictures of a kind, from memory after the first time."""
    found = examples.test_digits() if kind == "digits" else examples.test_items()
    return Thresholded(found.bits, found.labels)
