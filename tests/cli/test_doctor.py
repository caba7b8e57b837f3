"""``genplay doctor`` looks at everything that can be lacking, and says how to get it."""

import pytest
import torch

from genplay import paths
from genplay.cli import doctor, training
from genplay.data.avatars import render
from genplay.data.sources import DATASETS, user_folder
from genplay.engine import device, system
from genplay.engine.system import Lack


def line(outcome, word):
    """Return the finding that mentions ``word``, with its further lines."""
    findings = outcome.out.replace("\n    ", "\t").splitlines()
    (found,) = [finding for finding in findings if word in finding and finding.startswith("[")]
    return found.replace("\t", "\n")


@pytest.fixture(autouse=True)
def machine(monkeypatch):
    """A machine with a screen and without GPU that lacks nothing necessary."""
    monkeypatch.setattr(system, "lacks", list)
    monkeypatch.setattr(device, "pick", lambda: device.CPU)


def test_a_machine_in_order_is_0(genplay):
    outcome = genplay("doctor")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("genplay 0.")
    assert "LACKING" not in outcome.out
    assert line(outcome, "PyTorch").startswith(f"[ok] PyTorch {torch.__version__} on CPU")
    assert "nade" in line(outcome, "checkpoints")


def test_missing_libraries_come_with_the_apt_line(genplay, monkeypatch):
    monkeypatch.setattr(system, "lacks", lambda: [Lack("libGL.so.1 is missing.", system.APT_LINE)])
    outcome = genplay("doctor")
    assert outcome.code == 1
    assert line(outcome, "libGL") == f"[LACKING] libGL.so.1 is missing.\n{system.APT_LINE}"


def test_a_gpu_is_named(genplay, monkeypatch):
    monkeypatch.setattr(device, "pick", lambda: device.Device("cuda", "Some GPU"))
    assert line(genplay("doctor"), "PyTorch").endswith("on Some GPU")


def test_a_gpu_that_this_build_cannot_use_is_no_fault(genplay, monkeypatch, tmp_path):
    monkeypatch.setattr(doctor, "_DRIVER", tmp_path)
    monkeypatch.setattr(torch.version, "cuda", None)
    outcome = genplay("doctor")
    assert outcome.code == 0
    assert line(outcome, "PyTorch").startswith("[optional]")
    assert "NVIDIA" in line(outcome, "PyTorch")


def test_a_torch_that_cannot_be_imported_is_told_how(genplay, monkeypatch):
    def fail():
        raise ImportError("no torch here")

    monkeypatch.setattr(device, "pick", fail)
    outcome = genplay("doctor")
    assert outcome.code == 1
    assert "no torch here" in line(outcome, "PyTorch")
    assert "-m pip install 'torch>=2.10,<2.14'" in line(outcome, "PyTorch")


def test_no_checkpoints_at_all_are_told_how(genplay, monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "checkpoints", lambda: tmp_path)
    outcome = genplay("doctor")
    assert outcome.code == 1
    said = line(outcome, "checkpoint")
    assert "There is no checkpoint of nade, " in said
    assert str(tmp_path) in said


def test_data_sets_are_optional_and_each_is_looked_for(genplay):
    outcome = genplay("doctor")
    assert outcome.code == 0
    assert line(outcome, "data sets").startswith("[optional]")
    assert all(name in line(outcome, "data sets") for name in DATASETS)
    for dataset in DATASETS.values():
        folder = user_folder(dataset)
        folder.mkdir(parents=True)
        (folder / dataset.files[0].name).touch()
    assert line(genplay("doctor"), "data sets").startswith("[ok]")


def test_drawing_avatars_is_optional(genplay, monkeypatch):
    monkeypatch.setattr(render, "find_spec", lambda name: None if name == "resvg_py" else object())
    outcome = genplay("doctor")
    assert outcome.code == 0
    assert line(outcome, "drawing") == f"[optional] drawing avatars needs resvg_py: {render.remedy()}"


def test_the_train_extra_is_optional(genplay, monkeypatch):
    monkeypatch.setattr(training, "find_spec", lambda name: None if name == "numba" else object())
    outcome = genplay("doctor")
    assert outcome.code == 0
    found = line(outcome, "training needs")
    assert found.startswith("[optional] training needs numba: ")
    assert found.endswith(training.remedy())
