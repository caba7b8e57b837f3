"""Scores that take minutes are kept: an exam that was cut off goes on, and is not sat twice."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from torch import nn

from genplay import paths
from genplay.files import atomic_write

Scores = NDArray[np.float64]


def folder() -> Path:
    """Return where scores are kept: beside the states of trainings."""
    return paths.user_data() / "runs" / "scores"


def remembered(kept: Path | None, name: str, compute: Callable[[], Scores]) -> Scores:
    """Return scores, computed once for a name.

    Args:
        kept: The folder in which they are kept; None keeps none.
        name: See ``digest``.
        compute: Computes them.

    Raises:
        UserError: They cannot be kept.
    """
    if kept is None:
        return compute()
    path = kept / f"{name}.npy"
    if not path.is_file():
        kept.mkdir(parents=True, exist_ok=True)
        found = compute()
        with atomic_write(path) as stream:
            np.save(stream, found)
    return np.load(path, allow_pickle=False)


def digest(network: nn.Module, bits: NDArray[np.uint8], said: str) -> str:
    """Return what the scores of pictures depend on, in 32 digits.

    Args:
        network: What scores them, by its weights.
        bits: The pictures.
        said: How it does.
    """
    found = hashlib.sha256(f"{said} {bits.shape}".encode())
    found.update(np.ascontiguousarray(bits).tobytes())
    for name, tensor in sorted(network.state_dict().items()):
        found.update(name.encode() + tensor.cpu().contiguous().numpy().tobytes())
    return found.hexdigest()[:32]
