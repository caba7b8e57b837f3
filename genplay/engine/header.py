"""What a checkpoint says of itself: one JSON string in the metadata of a safetensors file.

A safetensors file is eight bytes (the length of what follows, little-endian), a JSON object with the
tensors' names, types, shapes and places, then the tensors' bytes. Only the first two are read here, so that
listing is quick and needs no torch.
"""

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from genplay.errors import UserError

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Config = TypeVar("Config", bound="DataclassInstance")

KEY = "genplay"  # in the file's metadata
LARGEST_HEADER = 1 << 20  # bytes; ours have a few thousand

_FOREIGN = (
    "{name} is not a checkpoint of genplay: {reason}. Accepted are .safetensors files written by genplay."
)


class Figure(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One measured number.

    Args:
        name: Such as "nll_nats".
        value: The number, in ``unit``.
        unit: Such as "nats".
        split: The pictures it was measured on, and which binarization or dequantisation.
        note: Anything that the number needs to be read rightly.
    """

    name: str
    value: float
    unit: str
    split: str
    note: str = ""


class DataSource(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a model was trained on.

    Args:
        name: The data set.
        split: Which part of it, and how it was made binary or dequantised.
        checksum: "sha256:" and the sum of the pictures' bytes.
        licence: Of the data.
        attribution: Of the data.
    """

    name: str
    split: str
    checksum: str
    licence: str
    attribution: str


class Header(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """All that is known of a trained model besides its weights.

    Args:
        model: Its name, such as "nade".
        architecture: Stem of its module in ``genplay.models``.
        config: The fields of that module's ``Config``.
        data: What it was trained on.
        recipe: Name and numbers of its recipe.
        seed: Of its training.
        steps: Steps up to these weights.
        minutes: Time of its training.
        machine: Processor of its training.
        genplay_version: That wrote the file.
        figures: What was measured.
        note: Anything else worth saying.
        curve: The validation loss along the training, as (step, value) pairs in the figures' unit.
        stopped: Why the training ended, or how far it is.
        sha256: Sum over the rest of the header and all tensors; filled in by ``checkpoints.save``.
    """

    model: str
    architecture: str
    config: dict[str, str | int | float | bool]
    data: DataSource
    recipe: dict[str, str | int | float | bool]
    seed: int
    steps: int
    minutes: float
    machine: str
    genplay_version: str
    figures: tuple[Figure, ...]
    note: str = ""
    curve: tuple[tuple[int, float], ...] = ()
    stopped: str = ""
    sha256: str = ""


class _Outer(msgspec.Struct):
    metadata: dict[str, str] = msgspec.field(name="__metadata__", default_factory=dict[str, str])


class _Tensor(msgspec.Struct):
    data_offsets: tuple[int, int] = (0, 0)


def read(path: Path) -> Header:
    """Return a checkpoint's header without reading its tensors.

    Raises:
        UserError: There is no such file, it is no checkpoint of genplay, or its end is missing.
    """
    start = content(path, 8 + LARGEST_HEADER)
    header = parse(path, start)
    if path.stat().st_size != _size(start):  # else it would stand for the model that it spoils
        raise foreign(path, "it is damaged or cut off")
    return header


def _size(start: bytes) -> int:
    """Return the bytes that a file with this start must have, 0 if its start makes no sense."""
    length = int.from_bytes(start[:8], "little")
    try:
        parts = msgspec.json.decode(start[8 : 8 + length], type=dict[str, _Tensor])
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return 0
    return 8 + length + max(part.data_offsets[1] for part in parts.values())


def content(path: Path, limit: int) -> bytes:
    """Return the first ``limit`` bytes of a file.

    Raises:
        UserError: It is missing or cannot be read.
    """
    try:
        with path.open("rb") as stream:
            return stream.read(limit)
    except FileNotFoundError as error:
        raise UserError("The checkpoint {name} does not exist.", name=str(path)) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError("{name} cannot be read: {reason}.", name=str(path), reason=reason) from error


def parse(path: Path, start: bytes) -> Header:
    """Return the header in a checkpoint's first bytes.

    Args:
        path: For the sentence that refuses it.
        start: The file, or at least its first two parts.

    Raises:
        UserError: It is not a checkpoint of genplay.
    """
    length = int.from_bytes(start[:8], "little")
    if len(start) < 8 or not 2 <= length <= LARGEST_HEADER:
        raise foreign(path, "it does not begin like a safetensors file")
    try:
        metadata = msgspec.json.decode(start[8 : 8 + length], type=_Outer).metadata
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise foreign(path, "its first part is damaged or cut off") from error
    if KEY not in metadata:
        raise foreign(path, "it is a safetensors file of another program")
    try:
        return msgspec.json.decode(metadata[KEY], type=Header)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise foreign(path, f"its header is wrong ({error})") from error


def foreign(path: Path, reason: str) -> UserError:
    """Return the refusal of a file that is no checkpoint, for a reason that completes the sentence."""
    return UserError(_FOREIGN, name=str(path), reason=reason)


def encode(header: Header) -> bytes:
    """Return the header as JSON; the same header gives the same bytes."""
    return msgspec.json.encode(header)


def normal(header: Header) -> Header:
    """Return the header as it will be read: a float field given as an integer becomes a float."""
    return msgspec.json.decode(encode(header), type=Header)


def as_config(path: Path, header: Header, config: type[Config]) -> Config:
    """Return the header's configuration as the architecture's ``Config``.

    Args:
        path: For the sentence that refuses it.
        header: The header.
        config: The architecture's frozen dataclass.

    Raises:
        UserError: A field is unknown, of the wrong type or, as ``Config`` itself says, out of range.
    """
    try:
        if unknown := set(header.config) - {field.name for field in dataclasses.fields(config)}:
            raise msgspec.ValidationError(f"unknown: {', '.join(sorted(unknown))}")
        return msgspec.convert(header.config, config)
    except msgspec.ValidationError as error:
        raise foreign(path, f"its configuration does not fit {header.architecture} ({error})") from error
