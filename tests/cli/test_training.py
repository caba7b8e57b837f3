"""``genplay train``: by name, with progress, to a checkpoint that every other command uses."""

import gzip
import json
import tomllib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("lightning_fabric", reason="needs the train extra")
pytest.importorskip("numba", reason="needs the train extra")

from genplay import paths
from genplay.cli import training
from genplay.data.avatars import render
from genplay.data.bits import pack
from genplay.models import nade
from genplay.train import run
from genplay.train.recipe import Schedule
from genplay.train.training import Progress


def write_idx(path, array):
    path.parent.mkdir(exist_ok=True)
    head = bytes((0, 0, 8, array.ndim)) + b"".join(size.to_bytes(4, "big") for size in array.shape)
    path.write_bytes(gzip.compress(head + array.tobytes()))


@pytest.fixture
def folder(tmp_path):
    """A data folder with 60 digits that are blots, 20 test digits, and their fixed binarization."""
    draw = np.random.default_rng(0)
    for stem, count in (("train", 60), ("t10k", 20)):
        images = np.zeros((count, 28, 28), np.uint8)
        images[:, 8:20, 8:20] = draw.integers(0, 256, (count, 12, 12))
        write_idx(tmp_path / "mnist" / f"{stem}-images-idx3-ubyte.gz", images)
        write_idx(tmp_path / "mnist" / f"{stem}-labels-idx1-ubyte.gz", np.zeros(count, np.uint8))
        if stem == "train":
            bits = (draw.random((count, 784)) < images.reshape(count, 784) / 255).astype(np.uint8)
    (tmp_path / "binarized-mnist").mkdir()
    np.savez(tmp_path / "binarized-mnist" / "train.npz", bits=pack(bits[:50]))
    np.savez(tmp_path / "binarized-mnist" / "valid.npz", bits=pack(bits[50:]))
    return tmp_path


@pytest.fixture(autouse=True)
def little(monkeypatch):
    """Make NADE's recipe one of a moment."""
    schedule = Schedule(
        steps=8, batch=4, lr=0.01, warmup=2, weight_decay=0, ema=0.9, clip=10, validate_every=4
    )
    whole = run.TRAINED["nade"]

    def tiny(digits):
        return replace(whole.recipe(digits), config=nade.Config(hidden=4), schedule=schedule)

    monkeypatch.setitem(run.TRAINED, "nade", replace(whole, recipe=tiny))


def files(genplay):
    return {row["model"]: row["file"] for row in json.loads(genplay("checkpoints", "--json").out)}


def test_a_trained_model_is_used_by_every_command(genplay, folder, digit, tmp_path):
    outcome = genplay("train", "nade", "--data", folder)
    assert outcome.code == 0
    path = paths.user_checkpoints() / "nade-mnist.safetensors"
    assert outcome.out.startswith("nade: nll ")
    assert outcome.out.endswith(f"The checkpoint is {path}.\n")
    assert files(genplay)["nade"] == str(path)
    (row,) = genplay("score", digit, "--json").rows
    assert row["model"] == "nade"
    assert genplay("sample", "nade", "--out", tmp_path / "grid.png").code == 0
    valid = folder / "binarized-mnist" / "valid.npz"
    (row,) = genplay("evaluate", "nade", "--data", valid, "--json").rows
    assert row["n"] == 10
    assert f"nll {row['nll_nats']:.1f}" in outcome.out


def test_each_validation_is_a_line(genplay, folder):
    err = genplay("train", "nade", "--data", folder).err
    lines = [line for line in err.splitlines() if line.startswith("step")]
    assert [line.split(":")[0] for line in lines] == ["step 4", "step 8"]
    assert all("validation" in line and line.endswith("nats") for line in lines)


@pytest.mark.parametrize("name", ["bernoulli", "independent", "ar1"])
def test_counted_models_are_trained_by_name_too(genplay, folder, name):
    assert genplay("train", name, "--data", folder).code == 0
    assert files(genplay)[name] == str(paths.user_checkpoints() / f"{name}-mnist.safetensors")


def test_another_folder_may_be_meant(genplay, folder, tmp_path):
    outcome = genplay("train", "ar1", "--data", folder, "--out", tmp_path / "new" / "checkpoints")
    assert outcome.code == 0
    assert (tmp_path / "new" / "checkpoints" / "ar1-mnist.safetensors").is_file()
    assert not paths.user_checkpoints().exists()


def test_a_folder_that_cannot_be_is_refused_before_the_training(genplay, folder, digit):
    outcome = genplay("train", "nade", "--data", folder, "--out", digit / "checkpoints")
    assert outcome.code == 1
    assert str(digit / "checkpoints") in outcome.sentence
    assert not run.state_path("nade").exists()


@pytest.mark.parametrize(
    ("unit", "metrics", "said"),
    [
        ("nats", {"loss": 1.234, "valid": 2.0, "best": 1.5}, "loss 1.23, validation 2.00, best 1.50 nats"),
        ("nats", {}, ""),
        ("d", {"loss": 1.0, "valid": 2.0, "best": 1.5}, "loss 1.00 nats, validation 2.00, best 1.50 (d)"),
        ("d", {"loss": 1.0}, "loss 1.00 nats"),
        ("d", {"valid": 2.0}, "validation 2.00 (d)"),
    ],
)
def test_only_what_is_in_nats_is_said_to_be(unit, metrics, said):
    progress = Progress(step=1, steps=2, seconds=0.0, metrics=metrics, best=None, best_step=0, unit=unit)
    assert training._detail(progress) == said


def test_an_interruption_says_how_to_go_on_and_that_works(genplay, folder, monkeypatch):
    shown = training._detail

    def interrupted(progress):
        if progress.step == 4:
            raise KeyboardInterrupt
        return shown(progress)

    monkeypatch.setattr(training, "_detail", interrupted)
    outcome = genplay("train", "nade", "--data", folder)
    assert outcome.code == 130
    assert outcome.err.endswith("Stopped; the same call with --resume goes on with nade.\n")
    again = genplay("train", "nade", "--data", folder)
    assert again.code == 1
    assert "interrupted training of nade, at step 4" in again.sentence
    assert "nade" not in [path.name.split("-")[0] for path in paths.user_checkpoints().glob("*")]
    monkeypatch.setattr(training, "_detail", shown)
    outcome = genplay("train", "nade", "--data", folder, "--resume")
    assert outcome.code == 0
    assert "step 8" in outcome.err
    assert "step 4" not in outcome.err


def test_nothing_to_resume_is_a_sentence(genplay, folder):
    outcome = genplay("train", "nade", "--data", folder, "--resume")
    assert outcome.code == 1
    assert "no interrupted training" in outcome.sentence


def test_an_unknown_recipe_is_refused_with_the_known_ones(genplay):
    outcome = genplay("train", "gpt")
    assert outcome.code == 1
    assert outcome.sentence == f"genplay: There is no recipe gpt; there are {', '.join(run.RECIPES)}."


def test_missing_data_says_how_to_get_it(genplay):
    outcome = genplay("train", "nade")
    assert outcome.code == 1
    assert "genplay data mnist" in outcome.sentence


def test_missing_packages_are_named_with_their_remedy(genplay, monkeypatch):
    monkeypatch.setattr(training, "find_spec", lambda name: None)
    outcome = genplay("train", "nade")
    assert outcome.code == 1
    assert "lightning_fabric and numba" in outcome.sentence
    assert outcome.sentence.endswith("-m pip install 'lightning-fabric>=2.6,<3' 'numba>=0.63'")


def test_the_remedy_is_the_extra():
    project = Path(__file__).resolve().parents[2] / "pyproject.toml"
    with project.open("rb") as stream:
        extras = tomllib.load(stream)["project"]["optional-dependencies"]
    assert [*training.NEEDED.values(), *render.NEEDED.values()] == extras["train"]


def test_a_checkpoint_of_another_model_is_no_beginning(genplay, folder):
    assert genplay("train", "ar1", "--data", folder).code == 0
    outcome = genplay(
        "train", "nade", "--data", folder, "--from", paths.user_checkpoints() / "ar1-mnist.safetensors"
    )
    assert outcome.code == 1
    assert "holds no nade of this recipe’s size" in outcome.sentence


def test_what_is_published_is_measured_anew(genplay, folder, tmp_path):
    assert genplay("train", "nade", "--data", folder).code == 0
    path = paths.user_checkpoints() / "nade-mnist.safetensors"
    outcome = genplay("train", "nade", "--data", folder, "--measure", path, "--out", tmp_path / "again")
    assert outcome.code == 0
    again = tmp_path / "again" / path.name
    assert outcome.out.startswith("nade: nll ")
    assert outcome.out.rstrip().endswith(f"The checkpoint is {again}.")
    assert again.read_bytes() == path.read_bytes()
    refused = genplay("train", "nade", "--data", folder, "--measure", tmp_path / "none.safetensors")
    assert refused.code != 0
    assert "none.safetensors" in refused.err
