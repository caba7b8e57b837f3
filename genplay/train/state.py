"""The state of an interrupted training: one safetensors file whose metadata is JSON, never a pickle."""

from pathlib import Path

import msgspec
import safetensors
import safetensors.torch
from torch import Tensor

from genplay.errors import UserError
from genplay.files import atomic_write


class Progressed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a training must know, besides its tensors, to go on exactly.

    Args:
        recipe: The recipe's name and numbers, as the checkpoint's header states them.
        step: Steps done.
        steps: Steps planned, or 0 while a minutes' budget has not been turned into steps yet.
        seconds: Time spent so far, over all sessions.
        best_step: Step of the best validation so far.
        best: Its metrics; empty before the first validation.
        curve: All validations so far, as (step, nats).
        taken_up: Step of the checkpoint whose weights it began with; 0 if it began with fresh ones.
    """

    recipe: dict[str, str | int | float | bool]
    step: int
    steps: int
    seconds: float
    best_step: int
    best: dict[str, float]
    curve: tuple[tuple[int, float], ...] = ()
    taken_up: int = 0


def save(path: Path, progressed: Progressed, tensors: dict[str, Tensor]) -> None:
    """Write the state atomically.

    Raises:
        UserError: The folder is missing or not writable, or there is no space.
    """
    metadata = {"progress": msgspec.json.encode(progressed).decode()}
    with atomic_write(path) as stream:
        stream.write(safetensors.torch.save(tensors, metadata))


def load(path: Path) -> tuple[Progressed, dict[str, Tensor]]:
    """Read a state written by save.

    Raises:
        UserError: The file is missing, or is not such a state.
    """
    if not path.is_file():
        raise UserError("There is no interrupted training at {path} to resume.", path=str(path))
    try:
        with safetensors.safe_open(path, framework="pt") as file:
            progressed = msgspec.json.decode((file.metadata() or {})["progress"], type=Progressed)
            return progressed, {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
    except (
        OSError,
        KeyError,
        safetensors.SafetensorError,
        msgspec.MsgspecError,
        UnicodeDecodeError,
    ) as error:
        raise broken(path) from error


def broken(path: Path) -> UserError:
    """Return the refusal of a file that is no state, or a damaged one."""
    return UserError(
        "{path} is not the state of a training of this version; train without resuming.", path=str(path)
    )
