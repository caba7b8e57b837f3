"""Binary 28x28 pictures: packed eight pixels to a byte in files, one pixel to a byte in memory."""

import io
import zipfile
from pathlib import Path
from typing import BinaryIO

import numpy as np

from genplay.errors import UserError
from genplay.files import read_whole

SIDE = 28
PIXELS = SIDE * SIDE
MAX_BYTES = 2_000_000_000  # of a file's array, unpacked: 2.5 million pictures, 40 times MNIST

_DAMAGED = (
    "{name} cannot be read; accepted is an .npz file with 'bits' (N x 98 bytes, eight pixels each) "
    "or 'x' (N x 784, values 0 and 1)."
)
_NO_KEY = (
    "{name} holds neither 'bits' nor 'x'; accepted is an .npz file with 'bits' (N x 98 bytes, eight pixels "
    "each) or 'x' (N x 784, values 0 and 1)."
)
_WRONG_SHAPE = (
    "'{key}' in {name} is {dtype} of shape {shape}; accepted is 'bits' as uint8 of shape N x 98, eight "
    "pixels a byte, or 'x' of shape N x 784 or N x 28 x 28."
)


def pack(bits: np.ndarray) -> np.ndarray:
    """Return (N, D) bits of 0 and 1 as (N, ceil(D / 8)) uint8, the first pixel in the highest bit."""
    return np.packbits(bits, axis=1)


def unpack(packed: np.ndarray, dims: int = PIXELS) -> np.ndarray:
    """Return the (N, dims) uint8 bits that ``pack`` made into (N, ceil(dims / 8)) uint8."""
    return np.unpackbits(packed, axis=1, count=dims)


def read_bits(path: Path) -> np.ndarray:
    """Return the binary pictures in an .npz file as (N, 784) uint8 of 0 and 1, N > 0.

    Args:
        path: An .npz file with ``bits``, (N, 98) uint8 as ``pack`` makes them, or ``x``, (N, 784) or
            (N, 28, 28) of any number type with values 0 and 1.

    Raises:
        UserError: The file is missing, damaged, foreign or holds something else.
    """
    key, array = _read_array(path)
    if key == "bits":
        fits = array.dtype == np.uint8 and array.shape[1:] == (PIXELS // 8,)
    else:
        fits = array.dtype.kind in "buif" and array.shape[1:] in ((PIXELS,), (SIDE, SIDE))
    if not fits:
        shape = " x ".join(map(str, array.shape)) or "a single value"
        raise UserError(_WRONG_SHAPE, key=key, name=path.name, dtype=array.dtype.name, shape=shape)
    if not len(array):
        raise UserError("{name} holds no picture.", name=path.name)
    if key == "bits":
        return unpack(array)
    if not np.isin(array, (0, 1)).all():
        raise UserError(
            "'x' in {name} has values other than 0 and 1: threshold its pictures first.", name=path.name
        )
    return array.reshape(len(array), PIXELS).astype(np.uint8)


def _read_array(path: Path) -> tuple[str, np.ndarray]:
    """Return ("bits" or "x", that array of the file), never by way of a pickle."""
    content = read_whole(path, limit=MAX_BYTES)
    try:
        return _array_in(io.BytesIO(content), path.name)
    except UserError:
        raise
    except Exception as error:  # damaged bytes make NumPy and zipfile raise a dozen kinds
        raise UserError(_DAMAGED, name=path.name) from error


def _array_in(stream: BinaryIO, name: str) -> tuple[str, np.ndarray]:
    with zipfile.ZipFile(stream) as archive:
        sizes = {info.filename.removesuffix(".npy"): info.file_size for info in archive.infolist()}
    key = next((key for key in ("bits", "x") if key in sizes), None)
    if key is None:
        raise UserError(_NO_KEY, name=name)
    if sizes[key] > MAX_BYTES:
        limit = MAX_BYTES // 10**9
        raise UserError("'{key}' in {name} unpacks to more than {limit} GB.", key=key, name=name, limit=limit)
    stream.seek(0)
    with np.load(stream, allow_pickle=False) as arrays:
        return key, arrays[key]
