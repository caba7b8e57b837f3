"""MNIST's own file format: a magic number, big-endian sizes, then one byte a value; often gzipped."""

import gzip
import io
import struct
from pathlib import Path

import numpy as np

from genplay.errors import UserError
from genplay.files import read_whole

MAX_BYTES = 1_000_000_000  # unpacked; 20 times MNIST
SLACK = 1_000_000  # bytes that a packed file may have more than its content
_MAGIC = 0x0800  # unsigned bytes; the last byte is the number of axes

_DAMAGED = "{name} cannot be unpacked: it is damaged or no gzip file."
_FOREIGN = "{name} is not an idx file of {axes} axes as MNIST’s are, or is incomplete."


def unpacked(path: Path, *, limit: int = MAX_BYTES) -> bytes:
    """Return the content of a file, gunzipped if its name ends in .gz.

    Raises:
        UserError: The file cannot be read, is damaged or has more than ``limit`` bytes unpacked.
    """
    content = read_whole(path, limit=limit + SLACK)
    if path.suffix == ".gz":
        try:
            with gzip.open(io.BytesIO(content)) as stream:
                content = stream.read(limit + 1)
        except Exception as error:  # OSError, EOFError, zlib.error
            raise UserError(_DAMAGED, name=path.name) from error
    if len(content) > limit:
        raise UserError("{name} holds more than {limit:,} bytes unpacked.", name=path.name, limit=limit)
    return content


def read_idx(path: Path, axes: int) -> np.ndarray:
    """Return the uint8 array, of that many axes, in an idx file or a gzipped one.

    Raises:
        UserError: The file cannot be read, is damaged or something else.
    """
    content = unpacked(path)
    header = 4 + 4 * axes
    if len(content) >= header:
        magic, *shape = struct.unpack(f">{1 + axes}I", content[:header])
        if magic == _MAGIC + axes and np.prod(shape, dtype=object) == len(content) - header:
            return np.frombuffer(content, np.uint8, offset=header).reshape(shape)
    raise UserError(_FOREIGN, name=path.name, axes=axes)
