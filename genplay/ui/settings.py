"""What the window remembers from one start to the next."""

from pathlib import Path
from typing import Annotated, Literal

import msgspec

from genplay import paths
from genplay.errors import UserError
from genplay.files import atomic_write

LEAST_WIDTH, LEAST_HEIGHT, LARGEST = 640, 480, 16384
"""Between these, in logical pixels, a window's size is remembered."""

Scale = Annotated[float, msgspec.Meta(ge=1.0, le=2.5)]


class Settings(msgspec.Struct, frozen=True):
    """How the user likes the window.

    Attributes:
        theme: "system" follows the system's light or dark.
        scale: Interface scale, 1.0 to 2.5.
        projector_scale: Interface scale in projector mode, 1.25 to 2.5.
        width: Width of the window in logical pixels.
        height: Its height.
        reduced_motion: Whether nothing moves by itself.
    """

    theme: Literal["system", "light", "dark", "contrast"] = "system"
    scale: Scale = 1.0
    projector_scale: Annotated[float, msgspec.Meta(ge=1.25, le=2.5)] = 1.5
    width: Annotated[int, msgspec.Meta(ge=LEAST_WIDTH, le=LARGEST)] = 1280
    height: Annotated[int, msgspec.Meta(ge=LEAST_HEIGHT, le=LARGEST)] = 720
    reduced_motion: bool = False


def read() -> Settings:
    """Return the settings; the defaults where there are none or they cannot be used."""
    try:
        return msgspec.json.decode(_path().read_bytes(), type=Settings)
    except (OSError, msgspec.DecodeError, RecursionError):
        return Settings()


def save(settings: Settings) -> None:
    """Remember the settings.

    Raises:
        UserError: They cannot be written.
    """
    path = _path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError("The settings cannot be kept: {reason}.", reason=str(error)) from error
    with atomic_write(path) as stream:
        stream.write(msgspec.json.format(msgspec.json.encode(settings), indent=1))


def _path() -> Path:
    return paths.user_state() / "settings.json"
