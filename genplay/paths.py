"""Where genplay's own files are, in a checkout as in an installed wheel, and where the user's are."""

from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent


def assets() -> Path:
    """Return the folder of icons, fonts, formulas and example pictures."""
    return _bundled("assets")


def checkpoints() -> Path:
    """Return the folder of the checkpoints that came with genplay."""
    return _bundled("checkpoints")


def notice() -> Path:
    """Return the file that names whose work is in genplay."""
    inside = assets() / "NOTICE"  # an installed wheel
    return inside if inside.is_file() else _PACKAGE.parent / "NOTICE"


def user_data() -> Path:
    """Return the user's folder for data sets and own checkpoints (it may not exist yet)."""
    return Path(platformdirs.user_data_dir("genplay", appauthor=False))


def user_checkpoints() -> Path:
    """Return the folder of the user's own checkpoints (it may not exist yet)."""
    return user_data() / "checkpoints"


def user_state() -> Path:
    """Return the folder where the window keeps its last session (it may not exist yet)."""
    return Path(platformdirs.user_state_dir("genplay", appauthor=False))


def _bundled(name: str) -> Path:
    inside = _PACKAGE / name  # an installed wheel
    return inside if inside.is_dir() else _PACKAGE.parent / name  # a checkout, or an editable install
