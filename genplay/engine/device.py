"""Where tensors live: the best device this machine has, and how many threads to use on a CPU."""

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import torch


@dataclass(frozen=True, slots=True)
class Device:
    """A place to compute.

    Attributes:
        kind: torch's name: "cpu", "cuda", "mps" or "xpu".
        label: Its name for people.
    """

    kind: str
    label: str


def prepare() -> None:
    """Set what must be set before NumPy and torch are imported.

    Idle OpenMP threads spin by default; beside any other busy process that made small operations 190 times
    slower. NumPy's own threads would do the same to the single pictures that it answers.
    """
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def pick() -> Device:
    """Return the best device of this machine; imports torch. One thread on a CPU, see ``prepare``."""
    prepare()
    import torch

    torch.set_num_threads(1)
    if torch.cuda.is_available():
        return Device("cuda", torch.cuda.get_device_name())
    if torch.backends.mps.is_available():
        return Device("mps", "Apple GPU")
    if torch.xpu.is_available():
        return Device("xpu", torch.xpu.get_device_name())
    return CPU


def is_out_of_memory(error: BaseException) -> bool:
    """Tell whether ``error`` says that a device has no memory left."""
    import torch

    return isinstance(error, torch.OutOfMemoryError)


def to_device(network: "torch.nn.Module", device: Device) -> "tuple[torch.nn.Module, Device]":
    """Move a network to ``device``, or to the CPU where the device has no memory left for it."""
    try:
        return network.to(device.kind), device
    except Exception as error:
        if device is CPU or not is_out_of_memory(error):
            raise
        return network.to("cpu"), CPU


CPU = Device("cpu", "CPU")
