"""From request to result, one module per family: ``run(models, request)`` yields the steps of the answer.

The only room that turns tensors into pictures and back. A step should take no more than 30 ms.
"""

from collections.abc import Callable
from typing import Protocol, TypeVar

from genplay.families.base import Loaded

Prepared = TypeVar("Prepared")

CPU = "CPU, 1 thread"
"""Where what is too small for another device is computed."""


class Models(Protocol):
    """Where a pipeline gets its models."""

    def get(self, name: str, prepare: Callable[[str, Loaded], Prepared]) -> Prepared:
        """Return the model ``name`` as ``prepare(name, loaded)`` makes it; prepared once, then remembered."""
        ...

    def has(self, name: str, prepare: Callable[[str, Loaded], object]) -> bool:
        """Tell whether ``get`` would return at once."""
        ...
