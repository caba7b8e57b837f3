"""Turn trained weights into a checkpoint: measure, calibrate, write."""

import copy
import hashlib
import platform
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray
from torch import nn

from genplay import __version__
from genplay.data import sources
from genplay.engine import checkpoints
from genplay.engine.header import DataSource, Header
from genplay.train.exams import Exam

_PART = 1000  # pictures


def data_source(name: str, split: str, pictures: NDArray[np.uint8]) -> DataSource:
    """Return what a header says of the training data.

    Args:
        name: The data set; of one that genplay does not know, licence and attribution are the user's affair.
        split: Which part of it, and how it was made binary or dequantised.
        pictures: The pictures themselves, for their checksum.
    """
    known, digest = sources.DATASETS.get(name), hashlib.sha256()
    for start in range(0, len(pictures), _PART):  # a part at a time: all may be most of the memory
        digest.update(pictures[start : start + _PART].tobytes())
    return DataSource(
        name=name,
        split=split,
        checksum="sha256:" + digest.hexdigest(),
        licence=known.licence if known else "your own",
        attribution=known.attribution if known else "your own",
    )


def machine() -> str:
    """Return the kind of machine this is."""
    return f"{platform.system()} {platform.machine()}"


def publish(path: Path, network: nn.Module, header: Header, exam: Exam, *, half: bool = False) -> Header:
    """Write a checkpoint, with its figures and its calibration, and return its header.

    Args:
        path: Where to.
        network: The trained network, float32.
        header: All of it but figures and version.
        exam: What it is measured on.
        half: Store the weights in float16, if that moves the exam's measure by no more than the exam
            tolerates.

    Raises:
        UserError: The checkpoint cannot be written.
    """
    measured = exam.measure(network)
    tensors = network.state_dict()
    if half:
        rounded = copy.deepcopy(network).half().float()
        again = exam.measure(rounded)
        if abs(again - measured) <= exam.tolerance:
            network, measured = rounded, again
            tensors = {name: tensor.half() for name, tensor in network.state_dict().items()}
    figures = exam.figures(network, measured)
    whole = msgspec.structs.replace(header, genplay_version=__version__, figures=figures)
    path.parent.mkdir(parents=True, exist_ok=True)
    checkpoints.save(path, whole, tensors, exam.calibration(network))
    return whole
