"""Checkpoints: list them by their headers, load one strictly, save one atomically.

A checkpoint is ``<model>-<data>.safetensors``: weights in float16 or float32, besides them tensors named
``calibration.*`` in float32, and a header (see ``engine.header``). It can hold no code. The header's sum
covers everything, so that a damaged file is refused rather than believed; but anyone can compute a sum, so
that what it covers is checked as well.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import msgspec
import numpy as np
import safetensors
from numpy.typing import NDArray
from safetensors.numpy import save as serialized

from genplay import paths
from genplay.engine import header as headers
from genplay.engine.header import DataSource, Figure, Header, foreign
from genplay.errors import UserError
from genplay.families.base import Measured
from genplay.files import atomic_write
from genplay.models import BOUNDED, DENSITIES

if TYPE_CHECKING:
    from torch import Tensor, nn

__all__ = ["BadEntry", "DataSource", "Entry", "Figure", "Header", "Loaded"]
__all__ += ["find", "list_checkpoints", "load", "load_file", "save", "survey"]

LARGEST = 256 << 20  # bytes of a file; all of ours together have less than 80 MB
CALIBRATION = "calibration."
SCORES = CALIBRATION + "test_log_prob"
_OVER = re.compile(r"nll_(\d+)_orders_nats")  # the name of a figure: p averaged over so many orders
LOWEST_SCORE = -1e5  # nats; our worst model gives its worst digit -600
DENSITY_SCORES = (SCORES, CALIBRATION + "digits_log_prob")
LOWEST_DENSITY, HIGHEST_DENSITY = -1e8, 1e5  # nats
LARGEST_WEIGHT = 1e5  # in absolute value; counts reach 50,000, and absurd ones would overflow float32
CLASSES = 10  # that a probe of latents tells apart
_DTYPES = {"F16": np.dtype("<f2"), "F32": np.dtype("<f4")}


@dataclass(frozen=True, slots=True)
class Entry:
    """A checkpoint, by its header: where it is, what it says, how large it is in bytes."""

    path: Path
    header: Header
    bytes: int


@dataclass(frozen=True, slots=True)
class BadEntry:
    """A file among the checkpoints that is none, and why."""

    path: Path
    error: UserError


@dataclass(frozen=True, slots=True, eq=False)
class Loaded:
    """A checkpoint in memory: header, network (evaluation mode, float32) and the arrays that came with it."""

    header: Header
    network: "nn.Module"
    calibration: dict[str, NDArray[np.float32]]

    @property
    def architecture(self) -> str:
        """Stem of the network's module in ``genplay.models``."""
        return self.header.architecture

    @property
    def figures(self) -> dict[str, float]:
        """What the header says was measured, by name; of those of one name the first."""
        return {figure.name: figure.value for figure in reversed(self.header.figures)}

    @property
    def steps(self) -> int:
        """Steps of its training, up to these weights."""
        return self.header.steps

    @property
    def measured(self) -> Measured | None:
        """How good the model is on average, if the header says so."""
        figures = {figure.name: figure for figure in reversed(self.header.figures)}  # the first of a name
        if (first := figures.get("nll_nats")) is None:
            return None
        over = [(figures[name].value, int(found[1])) for name in figures if (found := _OVER.fullmatch(name))]
        return Measured(first.value, first.split, over[0] if over else None)


def list_checkpoints(folders: Sequence[Path] | None = None) -> list[Entry]:
    """Return the usable checkpoints by model name; see ``survey``."""
    return survey(folders)[0]


def survey(folders: Sequence[Path] | None = None) -> tuple[list[Entry], list[BadEntry]]:
    """Read the headers of all checkpoints.

    Args:
        folders: Where to look; the later wins where two have a model of one name. By default genplay's own
            folder, then the user's.

    Returns:
        The checkpoints by model name, and the files that are none.
    """
    good: dict[str, Entry] = {}
    bad: list[BadEntry] = []
    for folder in _folders(folders):
        for path in sorted(folder.glob("*.safetensors")):
            try:
                entry = Entry(path, headers.read(path), path.stat().st_size)
                good[entry.header.model] = entry
            except (UserError, OSError) as error:
                bad.append(
                    BadEntry(path, error if isinstance(error, UserError) else foreign(path, str(error)))
                )
    return sorted(good.values(), key=lambda entry: entry.header.model), bad


def _folders(folders: Sequence[Path] | None) -> list[Path]:
    return list(folders) if folders is not None else [paths.checkpoints(), paths.user_checkpoints()]


def find(model: str, folders: Sequence[Path] | None = None) -> Entry:
    """Return the checkpoint of a model.

    Raises:
        UserError: There is none, or the file that would be taken is broken: another is no substitute for it.
    """
    places = _folders(folders)
    good, bad = survey(folders)
    found = next((entry for entry in good if entry.header.model == model), None)
    for broken in bad:
        named = broken.path.stem.partition("-")[0] == model
        later = found is None or places.index(broken.path.parent) > places.index(found.path.parent)
        if named and later:
            raise broken.error
    if found is not None:
        return found
    known = ", ".join(entry.header.model for entry in good) or "none"
    raise UserError("There is no trained model {model}; there are: {known}.", model=model, known=known)


def load(model: str, folders: Sequence[Path] | None = None) -> Loaded:
    """Return a model's network and what came with it.

    Raises:
        UserError: There is no such checkpoint, or it is not exactly what its header says.
    """
    return load_file(find(model, folders).path)


def load_file(path: Path) -> Loaded:
    """Return the network in a file and what came with it; nothing in the file is believed unchecked.

    Raises:
        UserError: The file is missing, too large, damaged, foreign, or does not fit its architecture.
    """
    content = headers.content(path, LARGEST + 1)
    if len(content) > LARGEST:
        raise foreign(path, f"it is larger than {LARGEST >> 20} MB")
    header = headers.parse(path, content)
    arrays = _arrays(path, content)
    if header.sha256 != _sum(header, arrays):
        raise foreign(path, "it is damaged (its checksum does not match)")
    for name, array in arrays.items():
        if fault := _fault(name, array, header):
            raise foreign(path, f"{name} {fault}")
    calibration = {
        name.removeprefix(CALIBRATION): array
        for name, array in arrays.items()
        if name.startswith(CALIBRATION)
    }
    weights = {name: array for name, array in arrays.items() if not name.startswith(CALIBRATION)}
    return Loaded(header, _network(path, header, weights), calibration)


def save(
    path: Path,
    header: Header,
    tensors: "Mapping[str, Tensor]",
    calibration: Mapping[str, NDArray[np.float32]],
) -> None:
    """Write a checkpoint as a whole or not at all; its checksum is filled in.

    Args:
        path: Ends in .safetensors.
        header: What it says of itself.
        tensors: The network's state, float16 or float32.
        calibration: Arrays to go with it, stored as float32.

    Raises:
        UserError: The folder is missing or not writable, or there is no space.
    """
    arrays = {name: tensor.detach().cpu().contiguous().numpy() for name, tensor in tensors.items()}
    arrays |= {CALIBRATION + name: np.ascontiguousarray(a, np.float32) for name, a in calibration.items()}
    header = headers.normal(header)
    whole = msgspec.structs.replace(header, sha256=_sum(header, arrays))
    content = serialized(arrays, metadata={headers.KEY: headers.encode(whole).decode()})
    with atomic_write(path) as stream:
        stream.write(content)


def _arrays(path: Path, content: bytes) -> dict[str, NDArray[Any]]:
    try:
        parts: list[tuple[str, dict[str, Any]]] = cast(Any, safetensors).deserialize(content)
        return {
            name: np.frombuffer(part["data"], _DTYPES[part["dtype"]]).reshape(part["shape"])
            for name, part in parts
        }
    except KeyError as error:
        raise foreign(path, f"weights are float16 or float32, not {error.args[0]}") from error
    except (safetensors.SafetensorError, ValueError) as error:
        raise foreign(path, "it is damaged or cut off") from error


def _fault(name: str, array: NDArray[Any], header: Header) -> str | None:
    """Return what is wrong with an array's values, to follow its name, or None."""
    if not np.isfinite(array).all():
        return "holds values that are not finite numbers"
    if not name.startswith(CALIBRATION):
        small = bool((np.abs(array.astype(np.float32)) <= LARGEST_WEIGHT).all())
        return None if small else f"holds weights beyond {LARGEST_WEIGHT:g} in absolute value"
    if array.dtype != np.float32:
        return "is not float32"
    if (
        header.architecture in BOUNDED
        and (wanted := _of_latents(header).get(name, array.shape)) != array.shape
    ):
        return f"is not of shape {wanted}"
    if header.architecture in DENSITIES:
        known, low, high = name in DENSITY_SCORES, LOWEST_DENSITY, HIGHEST_DENSITY
    else:
        known, low, high = name.startswith(SCORES), LOWEST_SCORE, 0.0  # row by row, and in other orders
    if known and not _are_scores(array, low, high):
        return f"is not a row of at least two scores from {low:g} to {high:g} nats"
    return None


def _of_latents(header: Header) -> dict[str, tuple[object, ...]]:
    """Return the shapes of what is measured of latents and of the classes in them, by name."""
    latent = header.config.get("latent")
    shapes = {
        "latent.kl": (latent,),
        "latent.activity": (latent,),
        "probe.weight": (CLASSES, latent),
        "probe.bias": (CLASSES,),
        "probe.confusion": (CLASSES, CLASSES),
    }
    return {CALIBRATION + name: shape for name, shape in shapes.items()}


def _are_scores(array: NDArray[Any], low: float, high: float) -> bool:
    return array.ndim == 1 and len(array) >= 2 and bool(((array >= low) & (array <= high)).all())


def _sum(header: Header, arrays: Mapping[str, NDArray[Any]]) -> str:
    digest = hashlib.sha256(headers.encode(msgspec.structs.replace(header, sha256="")))
    for name in sorted(arrays):
        array = np.ascontiguousarray(arrays[name])
        digest.update(f"\n{name} {array.dtype.str} {array.shape}\n".encode())
        digest.update(array.tobytes())
    return digest.hexdigest()


def _network(path: Path, header: Header, weights: Mapping[str, NDArray[Any]]) -> "nn.Module":
    import torch

    module = _architecture(path, header.architecture)
    config = headers.as_config(path, header, module.Config)
    try:
        with torch.device("meta"):  # no memory is taken yet: the header may ask for any amount
            network = module.build(config)
    except Exception as error:
        raise foreign(path, "its configuration is impossible") from error
    wanted = {name: tuple(tensor.shape) for name, tensor in network.state_dict().items()}
    found = {name: array.shape for name, array in weights.items()}
    if found != wanted:
        odd = min(set(found.items()) ^ set(wanted.items()))[0]
        raise foreign(path, f"{odd} is missing, unknown or of the wrong shape")
    try:
        # Whoever asks may be in inference mode, and tensors made there give no derivatives.
        with torch.inference_mode(False):
            values = {name: torch.tensor(array) for name, array in weights.items()}
            network.load_state_dict(values, assign=True)
            return network.float().eval()
    except Exception as error:
        raise foreign(path, "its weights do not fit its architecture") from error


def _architecture(path: Path, name: str) -> Any:  # noqa: ANN401 - a module
    if name.isidentifier() and find_spec(f"genplay.models.{name}"):
        module = import_module(f"genplay.models.{name}")
        if hasattr(module, "Config") and hasattr(module, "build"):
            return module
    raise foreign(path, f"this version of genplay knows no architecture {name!r}")
