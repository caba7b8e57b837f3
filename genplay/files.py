"""Write a file as a whole or not at all; read one as a whole or say in a sentence why not."""

import csv
import errno
import io
import os
import stat
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from genplay.errors import UserError

_SENTENCES = {
    errno.ENOSPC: "There is no space left to write {name}; the file that was there is untouched.",
    errno.EDQUOT: "There is no space left to write {name}; the file that was there is untouched.",
    errno.EFBIG: "{name} would be larger than this system allows; the file that was there is untouched.",
    errno.EACCES: "{name} cannot be written: you may not write to {folder}.",
    errno.EPERM: "{name} cannot be written: you may not write to {folder}.",
    errno.EROFS: "{name} cannot be written: {folder} is read-only.",
    errno.ENOENT: "{name} cannot be written: the folder {folder} does not exist.",
    errno.ENOTDIR: "{name} cannot be written: {folder} is not a folder.",
    errno.EISDIR: "{name} cannot be written: a folder of that name is there.",
}


@contextmanager
def atomic_write(path: Path) -> Iterator[BinaryIO]:
    """Yield a binary handle whose content replaces ``path`` when the block ends well.

    The content goes to a temporary file beside ``path``, is flushed to the disk and then renamed, so that a
    crash, a full disk or an error in the block leaves what was there.

    Raises:
        UserError: The folder is missing or not writable, or there is no space.
    """
    temporary = None
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
        temporary = None
    except OSError as error:
        raise _sentence(error, path) from error
    finally:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink()


def read_whole(path: Path, *, limit: int) -> bytes:
    """Return the content of a file that is not empty and has at most ``limit`` bytes.

    Raises:
        UserError: The file is missing, a folder, a device, unreadable, empty or too large.
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UserError("{path} is a folder, not a file.", path=str(path))
        if not stat.S_ISREG(status.st_mode):  # a pipe or a device may never end
            raise UserError("{path} is not an ordinary file.", path=str(path))
        if status.st_size == 0:
            raise UserError("{name} is empty.", name=path.name)
        if status.st_size > limit:
            values = {"name": path.name, "size": status.st_size / 1e6, "limit": limit // 10**6}
            raise UserError("{name} has {size:,.0f} MB; at most {limit} MB are accepted.", **values)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UserError("There is no file {path}.", path=str(path)) from error
    except PermissionError as error:
        raise UserError("{path} cannot be read: its permissions forbid it.", path=str(path)) from error
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the path
        raise UserError("{path} cannot be read: {reason}.", path=str(path), reason=str(error)) from error


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _sentence(error: OSError, path: Path) -> UserError:
    code = error.errno or 0
    if code == errno.ENOENT and path.parent.is_dir():  # a folder of the system's that takes no files
        code = 0
    template = _SENTENCES.get(code, "{name} cannot be written: {reason}.")
    return UserError(template, name=path.name, folder=str(path.parent), reason=error.strerror or str(error))


def save_csv(path: Path, rows: Iterable[Sequence[object]]) -> None:
    """Write rows as comma-separated values, the first of them the names of the columns.

    Raises:
        UserError: The file cannot be written.
    """
    written = io.StringIO(newline="")
    csv.writer(written).writerows(rows)
    with atomic_write(path) as stream:
        stream.write(written.getvalue().encode())
