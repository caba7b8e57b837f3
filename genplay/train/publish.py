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
from genplay.engine.header import DataSource, Figure, Header
from genplay.train.evaluate import VALID, log_probs

HALF_TOLERANCE = 0.01  # nats that float16 may cost


def data_source(name: str, split: str, pictures: NDArray[np.uint8]) -> DataSource:
    """Return what a header says of the training data.

    Args:
        name: The data set.
        split: Which part of it, and how it was made binary.
        pictures: The pictures themselves, for their checksum.
    """
    known = sources.named(name)
    return DataSource(
        name=name,
        split=split,
        checksum="sha256:" + hashlib.sha256(np.ascontiguousarray(pictures).tobytes()).hexdigest(),
        licence=known.licence,
        attribution=known.attribution,
    )


def machine() -> str:
    """Return the kind of machine this is."""
    return f"{platform.system()} {platform.machine()}"


def publish(
    path: Path,
    network: nn.Module,
    header: Header,
    *,
    valid: NDArray[np.uint8],
    digits: NDArray[np.uint8],
    half: bool = False,
    note: str = "",
) -> Header:
    """Write an explicit model's checkpoint, with its figure and its calibration, and return its header.

    Args:
        path: Where to.
        network: The trained network, float32.
        header: All of it but figures and version.
        valid: The fixed validation split, (N, D), 0 or 1.
        digits: MNIST's test digits, thresholded as a drawing is, (M, D), 0 or 1: percentiles are among them.
        half: Store the weights in float16, if that moves the figure by no more than 0.01 nats.
        note: Of the figure.

    Raises:
        UserError: The checkpoint cannot be written.
    """
    nll = -float(log_probs(network, valid).mean())
    tensors = network.state_dict()
    if half:
        rounded = copy.deepcopy(network).half().float()
        rounded_nll = -float(log_probs(rounded, valid).mean())
        if abs(rounded_nll - nll) <= HALF_TOLERANCE:
            network, nll = rounded, rounded_nll
            tensors = {name: tensor.half() for name, tensor in network.state_dict().items()}
    figure = Figure(name="nll_nats", value=round(nll, 4), unit="nats", split=VALID, note=note)
    whole = msgspec.structs.replace(header, genplay_version=__version__, figures=(figure,))
    calibration = {"test_log_prob": np.sort(log_probs(network, digits)).astype(np.float32)}
    path.parent.mkdir(parents=True, exist_ok=True)
    checkpoints.save(path, whole, tensors, calibration)
    return whole
