"""Many avatars in one file: drawn once, with the numbers of each, and checked whenever they are read.

The file is an ``.npz``; for each split it holds ``codes`` (N, 20), ``images`` (N, 64, 64, 3) and ``digests``,
the SHA-256 of each 500 of them, so that a training that wants fewer reads no more than these.
"""

import hashlib
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final, Literal

import numpy as np
from numpy.lib import format as npy

from genplay.data.avatars import render
from genplay.data.avatars import spec as specs
from genplay.data.avatars.spec import Spec
from genplay.data.sources import named, path_of, user_folder
from genplay.errors import UserError
from genplay.files import atomic_write

Split = Literal["train", "valid", "test"]
Progress = Callable[[int, int], None]  # avatars drawn, avatars in all

VERSION: Final = 2  # of drawings and splits: one more whenever a pixel or an avatar of them changes
COUNT: Final = 60_000  # to train on
MOST: Final = 1_000_000
HELD_OUT: Final[dict[Split, int]] = {
    "test": 5_000,
    "valid": 2_000,
}  # unseen: no training avatar looks the same
_SEED: Final = 20_180  # of the splits
_BLOCK: Final = 500  # avatars with one checksum
_SHAPES: Final = {"codes": (len(specs.FIELDS),), "images": (render.SIDE, render.SIDE, 3), "digests": (32,)}
_DAMAGED = "{path} is damaged; 'genplay data avatars' draws the avatars again."
_OTHER = "{path} was drawn by another version of genplay; 'genplay data avatars' draws the avatars again."
_FEWER = (
    "There are {count:,} avatars in {path} and {wanted:,} are wanted: "
    "'genplay data avatars --count {wanted}' draws as many."
)


@dataclass(frozen=True, slots=True)
class Avatars:
    """Avatars, each with its picture."""

    images: np.ndarray  # (N, 64, 64, 3) uint8 RGB
    codes: np.ndarray  # (N, 20) uint8, as ``spec.from_code`` reads them

    @property
    def attributes(self) -> np.ndarray:
        """(N, 10) uint8 of 0 and 1, in the order of ``spec.ATTRIBUTES``."""
        return specs.attributes_of(self.codes)


def splits(count: int = COUNT) -> dict[Split, tuple[Spec, ...]]:
    """Return the avatars of each split, ``count`` of them to train on; no two of all look alike.

    A smaller ``count`` gives the first of the same avatars.
    """
    seen: set[Spec] = set()
    found: dict[Split, tuple[Spec, ...]] = {}
    sizes: dict[Split, int] = {**HELD_OUT, "train": count}
    for number, (split, size) in enumerate(sizes.items()):
        rng, drawn = np.random.default_rng([_SEED, number]), []
        while len(drawn) < size:
            one = specs.random(rng)
            if (look := specs.visible(one)) not in seen:
                seen.add(look)
                drawn.append(one)
        found[split] = tuple(drawn)
    return found


def make(count: int = COUNT, progress: Progress = lambda done, total: None) -> Path:
    """Draw the avatars into the user's folder, as a whole or not at all; return the file.

    What is there is kept if it is intact, of this version, and holds as many or more.

    Args:
        count: How many to train on at least, 1 to ``MOST``.
        progress: Called after each block.

    Raises:
        UserError: What drawing needs is not installed, or the file cannot be written.
    """
    path = _own()
    if _holds(path, count):
        return path
    render.style()  # refuses before anything is written
    _made(path.parent)
    drawn = splits(count)
    total, done = sum(map(len, drawn.values())), 0
    with (
        atomic_write(path) as stream,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file,
    ):
        _write(file, "version", np.array(VERSION))
        for split, avatars in drawn.items():
            for size in _write_split(file, split, avatars):
                done += size
                progress(done, total)
    return path


def import_from(folder: Path) -> Path:
    """Copy avatars that were drawn on another computer into the user's folder, checked; return the file.

    Args:
        folder: Holds ``avatars.npz``.

    Raises:
        UserError: It does not, or the file is damaged or of another version.
    """
    source = path_of("avatars", "avatars", folder)
    check(source)
    target = _own()
    _made(target.parent)
    if not target.exists() or not target.samefile(source):
        with source.open("rb") as content, atomic_write(target) as stream:
            while piece := content.read(1 << 20):
                stream.write(piece)
    return target


def load(split: Split, count: int | None = None, folder: Path | None = None) -> Avatars:
    """Return avatars of a split, its first ``count`` or all.

    Args:
        split: "train", "valid" or "test".
        count: None for all.
        folder: Where ``avatars.npz`` is, as ``sources.locate`` takes it; None is the user's own.

    Raises:
        UserError: The file is missing, damaged, of another version, or holds fewer.
    """
    path = path_of("avatars", "avatars", folder)
    there = _size(path, split)
    wanted = there if count is None else count
    if wanted > there:
        raise UserError(_FEWER, path=str(path), count=there, wanted=wanted)
    images = np.empty((wanted, *_SHAPES["images"]), np.uint8)
    codes = np.empty((wanted, *_SHAPES["codes"]), np.uint8)
    start = 0
    for block in _blocks(path, split, wanted):
        taken = min(len(block.codes), wanted - start)
        images[start : start + taken], codes[start : start + taken] = (
            block.images[:taken],
            block.codes[:taken],
        )
        start += taken
    return Avatars(images, codes)


def check(path: Path) -> int:
    """Read the whole file and return how many of its avatars are there to train on.

    Raises:
        UserError: It is damaged or of another version.
    """
    sizes: dict[Split, int] = {split: _size(path, split) for split in (*HELD_OUT, "train")}
    for split, size in sizes.items():
        for _ in _blocks(path, split, size):
            pass
    if any(sizes[split] != size for split, size in HELD_OUT.items()):
        raise UserError(_DAMAGED, path=str(path))
    return sizes["train"]


def count(path: Path) -> int:
    """Return how many avatars there are to train on, as the file says; ``check`` reads them.

    Raises:
        UserError: It is damaged or of another version.
    """
    return _size(path, "train")


def _own() -> Path:
    """Return where the user's file is, or will be."""
    return user_folder(named("avatars")) / "avatars.npz"


def _made(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        values = {"folder": str(folder), "reason": error.strerror}
        raise UserError("The folder {folder} cannot be made: {reason}.", **values) from error


def _holds(path: Path, count: int) -> bool:
    try:
        return check(path) >= count
    except UserError:
        return False


def _write(file: zipfile.ZipFile, name: str, values: np.ndarray) -> None:
    with file.open(f"{name}.npy", "w") as entry:
        npy.write_array(entry, values, allow_pickle=False)


def _write_split(file: zipfile.ZipFile, split: Split, avatars: tuple[Spec, ...]) -> Iterator[int]:
    """Draw and write a split; yield after each block how many avatars it has."""
    codes = np.stack([specs.code(avatar) for avatar in avatars])
    digests = []
    _write(file, f"{split}_codes", codes)
    with file.open(f"{split}_images.npy", "w", force_zip64=True) as entry:
        shape = (len(avatars), *_SHAPES["images"])
        npy.write_array_header_1_0(entry, {"descr": "|u1", "fortran_order": False, "shape": shape})
        for start in range(0, len(avatars), _BLOCK):
            block = slice(start, start + _BLOCK)
            images = np.stack([render.render(avatar) for avatar in avatars[block]])
            entry.write(images.tobytes())
            digests.append(_digest(codes[block], images))
            yield len(images)
    _write(file, f"{split}_digests", np.stack(digests))


def _digest(codes: np.ndarray, images: np.ndarray) -> np.ndarray:
    return np.frombuffer(hashlib.sha256(codes.tobytes() + images.tobytes()).digest(), np.uint8)


def _size(path: Path, split: Split) -> int:
    """Return how many avatars a file of this version has in a split."""
    try:
        with zipfile.ZipFile(path) as file:
            with file.open("version.npy") as entry:
                version = int(npy.read_array(entry, allow_pickle=False))
            with _entry(file, f"{split}_codes") as (_, codes), _entry(file, f"{split}_images") as (_, images):
                sizes = codes[0], images[0]
    except Exception as error:  # whatever a file may hold
        raise UserError(_DAMAGED, path=str(path)) from error
    if version != VERSION:
        raise UserError(_OTHER, path=str(path))
    if sizes[0] != sizes[1]:
        raise UserError(_DAMAGED, path=str(path))
    return sizes[0]


def _blocks(path: Path, split: Split, wanted: int) -> Iterator[Avatars]:
    """Yield the blocks of a split until there are at least ``wanted`` avatars, each checked."""
    try:
        with zipfile.ZipFile(path) as file:
            codes = _read(file, f"{split}_codes")
            digests = _read(file, f"{split}_digests")
            most = [len(known) for known in specs.FIELDS.values()]
            if (codes >= most).any():
                raise ValueError("codes of no avatars")
            with _entry(file, f"{split}_images") as (entry, shape):
                for start in range(0, wanted, _BLOCK):
                    size = min(_BLOCK, shape[0] - start)
                    images = _array(entry, (size, *shape[1:]))
                    block = Avatars(images, codes[start : start + _BLOCK])
                    if not np.array_equal(_digest(block.codes, images), digests[start // _BLOCK]):
                        raise ValueError("another checksum")
                    yield block
    except Exception as error:  # whatever a file may hold
        raise UserError(_DAMAGED, path=str(path)) from error


def _read(file: zipfile.ZipFile, name: str) -> np.ndarray:
    with _entry(file, name) as (entry, shape):
        return _array(entry, shape)


@contextmanager
def _entry(file: zipfile.ZipFile, name: str) -> Iterator[tuple[IO[bytes], tuple[int, ...]]]:
    """Yield an array's entry, read up to its first value, and its shape, which is one that is expected."""
    with file.open(f"{name}.npy") as entry:
        npy.read_magic(entry)
        shape, fortran, kind = npy.read_array_header_1_0(entry)
        if fortran or kind != np.uint8 or shape[1:] != _SHAPES[name.partition("_")[2]]:
            raise ValueError("another array")
        if not 1 <= shape[0] <= MOST:
            raise ValueError("another number of avatars")
        yield entry, shape


def _array(entry: IO[bytes], shape: tuple[int, ...]) -> np.ndarray:
    size = int(np.prod(shape))
    content = entry.read(size)
    if len(content) != size:
        raise EOFError("the array ends early")
    return np.frombuffer(content, np.uint8).reshape(shape)
