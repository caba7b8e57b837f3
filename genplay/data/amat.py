"""The fixed binarization as it was published: text, one picture of 784 digits 0 and 1 a line."""

from pathlib import Path

import numpy as np

from genplay.data.bits import PIXELS, read_bits
from genplay.errors import UserError
from genplay.files import read_whole

MAX_BYTES = 1_000_000_000
_FOREIGN = "{name} is not a text of 784 digits 0 and 1 a picture, separated by white space, or is incomplete."


def read_amat(path: Path) -> np.ndarray:
    """Return the (N, 784) uint8 bits in an .amat text file, or in an .npz file as ``read_bits`` reads it.

    Raises:
        UserError: The file cannot be read or holds something else.
    """
    if path.suffix == ".npz":
        return read_bits(path)
    try:
        return from_amat(read_whole(path, limit=MAX_BYTES))
    except ValueError as error:
        raise UserError(_FOREIGN, name=path.name) from error


def from_amat(text: bytes) -> np.ndarray:
    """Return the (N, 784) uint8 bits in an .amat file's text; ``ValueError`` if it is something else."""
    bits = np.frombuffer(text.translate(None, b" \t\r\n"), np.uint8) - ord("0")
    if not bits.size or bits.max() > 1:
        raise ValueError("not a text of digits 0 and 1")
    return bits.reshape(-1, PIXELS)


def to_amat(bits: np.ndarray) -> bytes:
    """Return (N, 784) bits as the text that was published, byte for byte."""
    text = np.full((*bits.shape, 2), ord(" "), np.uint8)
    text[:, :, 0] = bits + ord("0")
    text[:, -1, 1] = ord("\n")
    return text.tobytes()
