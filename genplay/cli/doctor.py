"""``genplay doctor``: what this machine lacks, and how to get it."""

import argparse
import platform
import sys
from pathlib import Path

from genplay import __version__, paths
from genplay.cli import training
from genplay.engine import system
from genplay.errors import UserError
from genplay.families import FAMILIES

_GOOD, _LACKING, _OPTIONAL = "ok", "LACKING", "optional"
_DRIVER = Path("/proc/driver/nvidia/version")

Finding = tuple[str, str]


def doctor(options: argparse.Namespace) -> int:
    """Print a line for each thing that was looked at; 1 if something necessary is lacking."""
    print(f"genplay {__version__}, Python {platform.python_version()}, {platform.platform()}")
    code = 0
    for look in (_libraries, _torch, _checkpoints, _data, _training, _drawing):
        mark, text = look()
        print(f"[{mark}] " + text.replace("\n", "\n    "), flush=True)
        code = 1 if mark == _LACKING else code
    return code


def _libraries() -> Finding:
    found = system.lacks()
    if not found:
        return _GOOD, "system libraries and display"
    return _LACKING, "\n".join(line for lack in found for line in (lack.what, lack.remedy))


def _torch() -> Finding:
    try:
        from genplay.engine.device import CPU, pick

        device = pick()
        import torch
    except (ImportError, OSError) as error:
        remedy = f"{sys.executable} -m pip install 'torch>=2.10,<2.14'"
        return _LACKING, f"PyTorch cannot be imported ({error}).\n{remedy}"
    report = f"PyTorch {torch.__version__} on {device.label}"
    if device is not CPU:
        return _GOOD, report
    if _DRIVER.exists() and torch.version.cuda is None:
        return _OPTIONAL, f"{report}: this build cannot use your NVIDIA GPU; the README says how to get one."
    return _GOOD, f"{report}, 1 thread; no GPU was found, and none is needed"


def _checkpoints() -> Finding:
    from genplay.engine.checkpoints import load_file, survey

    entries, broken = survey()
    wrong = [str(bad.error) for bad in broken]
    for entry in entries:
        try:
            load_file(entry.path)
        except UserError as error:
            wrong.append(str(error))
        except Exception as error:  # whatever one file does, the others are still looked at
            wrong.append(f"{entry.path} cannot be loaded ({error}).")
    there = {entry.header.model for entry in entries}
    lacking = [model for family in FAMILIES for model in family.models if model not in there]
    if lacking:
        wrong.append(f"There is no checkpoint of {', '.join(lacking)} in {paths.checkpoints()}.")
    if wrong:
        own = f"Remove your own from {paths.user_checkpoints()}; install genplay again to get its own back."
        return _LACKING, "\n".join([*wrong, own])
    return _GOOD, f"{len(entries)} checkpoints: {', '.join(entry.header.model for entry in entries)}"


def _data() -> Finding:
    from genplay.data.sources import DATASETS, locate

    lacking: list[str] = []
    for name in DATASETS:
        try:
            locate(name)
        except UserError:
            lacking.append(name)
    if not lacking:
        return _GOOD, f"data sets: {', '.join(DATASETS)}"
    return _OPTIONAL, f"data sets to train with: 'genplay data NAME' fetches {', '.join(lacking)}"


def _training() -> Finding:
    lacking = training.missing()
    if not lacking:
        return _GOOD, "training"
    return _OPTIONAL, f"training needs {' and '.join(lacking)}: {training.remedy()}"


def _drawing() -> Finding:
    from genplay.data.avatars import render

    lacking = render.missing()
    if not lacking:
        return _GOOD, "drawing avatars"
    return _OPTIONAL, f"drawing avatars needs {', '.join(lacking)}: {render.remedy()}"
