"""The best device there is, and the CPU where its memory runs out."""

import os
import subprocess
import sys

import pytest
import torch
from torch import nn

from genplay.engine import device
from genplay.engine.device import CPU, Device

GPU = Device("cuda", "A GPU")


class Fussy(nn.Module):
    """A network that fails to go anywhere but to the CPU."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error
        self.went: list[str] = []

    def to(self, kind):
        self.went.append(kind)
        if kind != "cpu":
            raise self.error
        return self


def available(monkeypatch, *names):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: "cuda" in names)
    monkeypatch.setattr(torch.cuda, "get_device_name", lambda: "Some GPU")
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: "mps" in names)
    monkeypatch.setattr(torch.xpu, "is_available", lambda: "xpu" in names)
    monkeypatch.setattr(torch.xpu, "get_device_name", lambda: "Some XPU")


@pytest.mark.parametrize(
    ("names", "picked"),
    [
        ((), CPU),
        (("cuda",), Device("cuda", "Some GPU")),
        (("mps",), Device("mps", "Apple GPU")),
        (("xpu",), Device("xpu", "Some XPU")),
        (("xpu", "cuda"), Device("cuda", "Some GPU")),
    ],
)
def test_the_best_device_is_picked(monkeypatch, names, picked):
    available(monkeypatch, *names)
    assert device.pick() == picked


def test_one_thread_on_the_cpu(monkeypatch):
    available(monkeypatch)
    torch.set_num_threads(2)
    device.pick()
    assert torch.get_num_threads() == 1


def test_idle_threads_are_told_to_wait(monkeypatch):
    monkeypatch.delenv("OMP_WAIT_POLICY", raising=False)
    device.prepare()
    assert os.environ["OMP_WAIT_POLICY"] == "PASSIVE"


def test_what_the_user_has_set_is_left(monkeypatch):
    monkeypatch.setenv("OMP_WAIT_POLICY", "ACTIVE")
    device.prepare()
    assert os.environ["OMP_WAIT_POLICY"] == "ACTIVE"


def test_a_network_goes_where_there_is_room():
    network = nn.Linear(1, 1)
    assert device.to_device(network, CPU) == (network, CPU)


def test_out_of_memory_means_the_cpu():
    network = Fussy(torch.OutOfMemoryError("full"))
    assert device.to_device(network, GPU) == (network, CPU)
    assert network.went == ["cuda", "cpu"]


def test_other_errors_are_not_hidden():
    with pytest.raises(RuntimeError, match="no driver"):
        device.to_device(Fussy(RuntimeError("no driver")), GPU)


def test_only_a_lack_of_memory_counts_as_one():
    assert device.is_out_of_memory(torch.OutOfMemoryError("full"))
    assert not device.is_out_of_memory(RuntimeError("full"))
    assert not device.is_out_of_memory(MemoryError())


def test_importing_it_leaves_torch_out():
    program = "import sys, genplay.engine.device, genplay.engine.answer; sys.exit('torch' in sys.modules)"
    subprocess.run([sys.executable, "-c", program], check=True)
