"""Data sets brought into the user's folder: imported, or downloaded and resumed; always checked."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np

from genplay.data.amat import from_amat, read_amat, to_amat
from genplay.data.bits import pack
from genplay.data.download import NetworkError, StorageError, download
from genplay.data.idx import SLACK, unpacked
from genplay.data.sources import Dataset, File, find, named, user_folder
from genplay.errors import UserError
from genplay.files import atomic_write

Progress = Callable[[str, int, int], None]  # file, bytes there, bytes in all (0: unknown)

_OFFLINE = (
    "{title} could not be downloaded ({reasons}): connect to the internet and run 'genplay data {dataset}' "
    "again, or run 'genplay data {dataset} --from DIR' with a folder that holds its files."
)
_FULL = "{title} cannot be stored in {folder} ({reason}); what has arrived is kept for the next try."
_NO_FOLDER = "{title} cannot be stored: the folder {folder} cannot be made ({reason})."
_ALTERED = "{path} is not a file of {title} as it was published: its checksum differs."
_NONE_HERE = "{folder} holds no file of {title}; looked for were {names}."


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import found: names of files, as genplay keeps them."""

    stored: tuple[str, ...]
    missing: tuple[str, ...]


def import_from(name: str, folder: Path) -> Imported:
    """Copy the files of a data set that are in ``folder`` into the user's folder, each checked.

    Args:
        name: The data set.
        folder: Holds its files as they were published, packed or unpacked, or as genplay keeps them.

    Raises:
        UserError: ``folder`` holds none of them, or one is damaged or altered.
    """
    dataset = named(name)
    if not folder.is_dir():
        raise UserError("There is no folder {folder}.", folder=str(folder))
    found = {file: path for file in dataset.files if (path := find(file, folder)) is not None}
    if not found:
        names = ", ".join(file.others[0] for file in dataset.files)
        raise UserError(_NONE_HERE, folder=str(folder), title=dataset.title, names=names)
    target = _made(dataset)
    for file, path in found.items():
        _store(_content(dataset, file, path), target / file.name)
    missing = (file.name for file in dataset.files if find(file, target) is None)
    return Imported(tuple(file.name for file in found), tuple(missing))


def fetch(name: str, progress: Progress = lambda file, done, total: None) -> Path:
    """Download the files of a data set that the user's folder lacks, or has damaged; return that folder.

    What has arrived is kept when a download stops, and the next one goes on from there.

    Args:
        name: The data set.
        progress: Called after each piece.

    Raises:
        UserError: No mirror gave the right file, or it cannot be stored.
    """
    dataset = named(name)
    folder = _made(dataset)
    for file in dataset.files:
        path = find(file, folder)
        if path is None or _intact(dataset, file, path) is None:
            _fetch_file(dataset, file, folder, progress)
    return folder


def _fetch_file(dataset: Dataset, file: File, folder: Path, progress: Progress) -> None:
    reasons = []
    for mirror in dataset.mirrors:
        try:
            if _from_mirror(dataset, file, mirror, folder, progress):
                return
            reason = f"{file.remote} has another checksum there"
        except NetworkError as error:
            reason = str(error)
        except StorageError as error:
            cause = getattr(error.__cause__, "strerror", None) or str(error.__cause__)
            raise UserError(_FULL, title=dataset.title, folder=str(folder), reason=cause) from error
        reasons.append(f"{urlsplit(mirror).hostname}: {reason}")
    raise UserError(_OFFLINE, title=dataset.title, reasons="; ".join(reasons), dataset=dataset.name)


def _from_mirror(dataset: Dataset, file: File, mirror: str, folder: Path, progress: Progress) -> bool:
    """Download and install a file; return False, and leave nothing, if it is not the right one."""
    part, whole = folder / f"{file.remote}.part", folder / file.remote
    for _ in range(
        2 if part.exists() else 1
    ):  # what another mirror began may not go together with this one's
        download(
            mirror + file.remote,
            part,
            file.size + SLACK,
            lambda done, total: progress(file.name, done, total),
        )
        part.replace(whole)
        content = _intact(dataset, file, whole)
        if content is not None:
            _store(content, folder / file.name)
        whole.unlink()
        if content is not None:
            return True
    return False


def _intact(dataset: Dataset, file: File, path: Path) -> bytes | None:
    try:
        return _content(dataset, file, path)
    except UserError:
        return None


def _content(dataset: Dataset, file: File, path: Path) -> bytes:
    """Return the content of a file that is as it was published, in whatever form it is at ``path``."""
    is_text = file.remote.endswith(".amat")
    content = to_amat(read_amat(path)) if is_text else unpacked(path, limit=file.size)
    if hashlib.sha256(content).hexdigest() != file.sha256:
        raise UserError(_ALTERED, path=str(path), title=dataset.title)
    return content


def _store(content: bytes, target: Path) -> None:
    with atomic_write(target) as stream:
        if target.suffix == ".npz":
            bits = from_amat(content)
            np.savez_compressed(stream, bits=pack(bits), shape=np.array(bits.shape))
        else:
            stream.write(content)


def _made(dataset: Dataset) -> Path:
    """Return the data set's folder, made if need be."""
    folder = user_folder(dataset)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        values = {"title": dataset.title, "folder": str(folder), "reason": error.strerror}
        raise UserError(_NO_FOLDER, **values) from error
    return folder
