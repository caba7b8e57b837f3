"""A recipe, by its name, ends in a checkpoint that loads, with its figure and its calibration."""

import dataclasses
import gzip
from pathlib import Path

import msgspec
import numpy as np
import pytest
import torch

pytest.importorskip("lightning_fabric", reason="needs the train extra")
pytest.importorskip("numba", reason="needs the train extra")

from genplay import paths
from genplay.data.avatars import cache, render
from genplay.data.bits import pack
from genplay.engine import checkpoints
from genplay.errors import UserError
from genplay.models import infogan, nade, pixelrnn, rnade, vae
from genplay.train import bounds, clothes, dcgan_exam, exams, run
from genplay.train import dcgan as dcgan_recipes
from genplay.train import infogan as infogan_recipes
from genplay.train import pixelrnn as recipes
from genplay.train.digits import Digits
from genplay.train.evaluate import VALID, evaluate
from genplay.train.recipe import GameSchedule, Schedule


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with 60 digits that are blots, 20 test digits, their fixed binarization, and clothes."""
    draw = np.random.default_rng(0)
    for stem, count in (("train", 60), ("t10k", 20)):
        images = np.zeros((count, 28, 28), np.uint8)
        images[:, 8:20, 8:20] = draw.integers(0, 256, (count, 12, 12))
        for name, shown in (("mnist", images), ("fashion-mnist", 255 - images)):
            write_idx(tmp_path / name / f"{stem}-images-idx3-ubyte.gz", shown)
            write_idx(tmp_path / name / f"{stem}-labels-idx1-ubyte.gz", np.zeros(count, np.uint8))
        if stem == "train":
            bits = (draw.random((count, 784)) < images.reshape(count, 784) / 255).astype(np.uint8)
    (tmp_path / "binarized-mnist").mkdir()
    np.savez(tmp_path / "binarized-mnist" / "train.npz", bits=pack(bits[:50]))
    np.savez(tmp_path / "binarized-mnist" / "valid.npz", bits=pack(bits[50:]))
    return tmp_path


def write_idx(path: Path, array: np.ndarray) -> None:
    path.parent.mkdir(exist_ok=True)
    head = bytes((0, 0, 8, array.ndim)) + b"".join(size.to_bytes(4, "big") for size in array.shape)
    path.write_bytes(gzip.compress(head + array.tobytes()))


def shrink(monkeypatch: pytest.MonkeyPatch, name: str, **numbers) -> None:
    """Make the recipe of a model a tiny one."""
    whole = run.TRAINED[name]

    def tiny(pictures: run.Pictures) -> run.ExplicitRecipe:
        return dataclasses.replace(whole.recipe(pictures), **numbers)

    monkeypatch.setitem(run.TRAINED, name, dataclasses.replace(whole, recipe=tiny))


def few_avatars(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw few avatars into a folder of data sets."""
    if render.missing():
        pytest.skip("Drawing avatars needs the extra `train`.")
    monkeypatch.setattr(cache, "HELD_OUT", {"test": 20, "valid": 20})
    monkeypatch.setattr(dcgan_exam, "JUDGED", 120)
    path = cache.make(120)
    (folder / "avatars").mkdir()
    path.rename(folder / "avatars" / path.name)


def games(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> dict[str, object]:
    """Make data and recipe of a game tiny; return how its recipe then is."""
    draw = np.random.default_rng(1)
    for stem, count in (("train", 160), ("t10k", 20)):
        labels = np.arange(count, dtype=np.uint8) % 10
        images = draw.integers(0, 256, (count, 28, 28)).astype(np.uint8)
        for data in ("mnist", "fashion-mnist"):
            write_idx(folder / data / f"{stem}-images-idx3-ubyte.gz", images)
            write_idx(folder / data / f"{stem}-labels-idx1-ubyte.gz", labels)
    if name == "dcgan_avatars":
        few_avatars(folder, monkeypatch)
    if name.startswith("dcgan"):
        config = dataclasses.replace(dcgan_recipes.CONFIGS[name], noise=10, width=2)
    else:
        config = dataclasses.replace(infogan_recipes.CONFIGS[name], noise=4, width=2, hidden=8, reader=6)
    for module in (dcgan_recipes, infogan_recipes):
        monkeypatch.setattr(module, "KEPT", 20)
        monkeypatch.setattr(module, "_SETTLED", 1)
    schedule = GameSchedule(steps=6, batch=8, lr=1e-3, forger_lr=1e-3, validate_every=2)
    shrink(monkeypatch, name, config=config, schedule=schedule)
    return {"config": config}


@pytest.mark.parametrize(
    "name", ["infogan", "infogan_paper", "infogan_plain", "dcgan_fashion", "dcgan_avatars"]
)
def test_games_are_trained_interrupted_resumed_and_published(folder, monkeypatch, name):
    shrunk = games(folder, monkeypatch, name)
    out = folder / "out"
    training = run.run(name, folder=folder, out=out)
    next(training)
    training.close()
    last = list(run.run(name, folder=folder, out=out, resume=True))[-1]
    assert last.step == 6
    loaded = checkpoints.load_file(run.checkpoint_path(name, out))
    figures = {figure.name: figure.value for figure in loaded.header.figures}
    assert {"frechet", "frechet_real", "classes_covered", "judge_accuracy"} <= set(figures)
    assert ("code_error" in figures) == (name in {"infogan", "infogan_paper"})
    assert ("linear_features" in figures) == name.startswith("dcgan")
    assert loaded.network.config == shrunk["config"]
    assert loaded.header.steps == 6
    for key, value in last.best.items():
        torch.testing.assert_close(loaded.network.state_dict()[key], value, atol=2e-3, rtol=2e-3)


def test_a_published_checkpoint_is_measured_anew(folder, monkeypatch):
    games(folder, monkeypatch, "infogan")
    out = folder / "out"
    list(run.run("infogan", folder=folder, out=out))
    path = run.checkpoint_path("infogan", out)
    before = checkpoints.load_file(path)
    images = np.random.default_rng(5).integers(0, 99, (20, 28, 28)).astype(np.uint8)
    write_idx(folder / "mnist" / "t10k-images-idx3-ubyte.gz", images)
    run.measure_anew("infogan", path, folder=folder, out=folder / "again")
    after = checkpoints.load_file(run.checkpoint_path("infogan", folder / "again"))
    for key, value in before.network.state_dict().items():
        assert torch.equal(value, after.network.state_dict()[key])
    assert after.header.figures != before.header.figures  # of other digits
    kept = [msgspec.structs.replace(one.header, figures=(), sha256="") for one in (before, after)]
    assert kept[0] == kept[1]


def test_what_is_counted_or_of_another_size_is_not_measured_anew(folder, monkeypatch):
    with pytest.raises(UserError, match="counted in no time"):
        run.measure_anew("bernoulli", folder / "none.safetensors", folder=folder)
    games(folder, monkeypatch, "infogan")
    list(run.run("infogan", folder=folder, out=folder))
    shrink(monkeypatch, "infogan", config=infogan.Config(noise=5, width=2, hidden=8, reader=6))
    with pytest.raises(UserError, match="of this recipe’s size"):
        run.measure_anew("infogan", run.checkpoint_path("infogan", folder), folder=folder)


@pytest.mark.parametrize("name", ["bernoulli", "independent", "ar1", "arn"])
def test_counted_models_are_published(folder: Path, name: str):
    (progress,) = run.run(name, folder=folder)
    loaded = checkpoints.load_file(run.checkpoint_path(name))
    architecture = "markov" if name == "arn" else "tabular"
    assert (loaded.header.model, loaded.header.architecture) == (name, architecture)
    assert loaded.header.figures[0].value == progress.metrics["valid"]
    assert loaded.calibration["test_log_prob"].shape == (20,)
    assert (np.diff(loaded.calibration["test_log_prob"]) >= 0).all()


def test_nade_is_trained_interrupted_resumed_and_published(folder: Path, monkeypatch: pytest.MonkeyPatch):
    schedule = Schedule(
        steps=8, batch=4, lr=0.01, warmup=2, weight_decay=0, ema=0.9, clip=10, validate_every=4
    )
    shrink(monkeypatch, "nade", config=nade.Config(hidden=4), schedule=schedule)
    training = run.run("nade", folder=folder)
    assert next(training).step == 4
    training.close()
    assert not run.checkpoint_path("nade").exists()
    *_, progress = run.run("nade", folder=folder, resume=True)
    assert progress.step == 8
    loaded = checkpoints.load("nade")
    assert loaded.header.steps == progress.best_step
    assert loaded.header.figures[0].value == pytest.approx(progress.metrics["best"], abs=0.01)
    assert loaded.header.recipe["hidden"] == 4
    assert loaded.header.data.checksum.startswith("sha256:")


def test_another_seed_is_a_training_of_its_own(folder: Path, monkeypatch: pytest.MonkeyPatch):
    schedule = Schedule(
        steps=4, batch=4, lr=0.01, warmup=1, weight_decay=0, ema=0.9, clip=10, validate_every=2
    )
    shrink(monkeypatch, "nade", config=nade.Config(hidden=4), schedule=schedule)
    first = list(run.run("nade", folder=folder))[-1]
    other = run.run("nade", folder=folder, seed=7)
    next(other)
    other.close()
    last = list(run.run("nade", folder=folder, resume=True, seed=7))[-1]
    assert run.state_path("nade", 7) != run.state_path("nade")
    assert checkpoints.load("nade").header.seed == 7
    assert any(not torch.equal(value, first.best[name]) for name, value in last.best.items())


def test_an_interrupted_training_is_not_forgotten_unasked(folder: Path, monkeypatch: pytest.MonkeyPatch):
    schedule = Schedule(
        steps=8, batch=4, lr=0.01, warmup=2, weight_decay=0, ema=0.9, clip=10, validate_every=4
    )
    shrink(monkeypatch, "nade", config=nade.Config(hidden=4), schedule=schedule)
    training = run.run("nade", folder=folder)
    next(training)
    training.close()
    with pytest.raises(UserError, match="interrupted training of nade, at step 4: --resume"):
        next(run.run("nade", folder=folder))
    *_, again = run.run("nade", folder=folder, restart=True)
    assert again.step == 8
    *_, last = run.run("nade", folder=folder)  # a finished one is no loss
    assert last.step == 8


@pytest.mark.parametrize("name", ["row_lstm", "diagonal_bilstm"])
def test_a_pixelrnn_can_be_published_before_its_end(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str):
    config = pixelrnn.Config(kind="row" if name == "row_lstm" else "diagonal", hidden=4, layers=1, head=4)
    schedule = Schedule(
        steps=4, batch=4, lr=0.01, warmup=1, weight_decay=0, ema=0.5, clip=10, validate_every=2
    )
    shrink(monkeypatch, name, config=config, schedule=schedule)
    training = run.run(name, folder=folder)
    assert next(training).step == 2
    training.close()
    (reached,) = run.run(name, folder=folder, publish_only=True)
    header = checkpoints.load(name).header
    assert (header.architecture, header.config["kind"]) == ("pixelrnn", config.kind)
    assert header.stopped == "published after 2 of 4 steps; the training can go on"
    assert header.curve == ((2, pytest.approx(reached.metrics["valid"], abs=1e-4)),)
    assert header.figures[0].value == pytest.approx(reached.metrics["valid"], abs=0.01)
    note, shipped = header.figures[0].note, recipes.CONFIGS[name]
    assert note.startswith("The best of the validated averages, on this split. The paper's ")
    assert note.endswith(f"This one has {shipped.layers} layers of {shipped.hidden} units.")
    *_, last = run.run(name, folder=folder, resume=True)
    header = checkpoints.load(name).header
    assert last.step == 4
    assert [step for step, _ in header.curve] == [2, 4]
    assert header.stopped == "the end of the schedule"


def test_a_training_whose_state_is_lost_goes_on_from_its_checkpoint(
    folder: Path, monkeypatch: pytest.MonkeyPatch
):
    config = pixelrnn.Config(kind="row", hidden=4, layers=1, head=4)
    schedule = Schedule(
        steps=4, batch=4, lr=0.01, warmup=1, weight_decay=0, ema=0.5, clip=10, validate_every=2
    )
    shrink(monkeypatch, "row_lstm", config=config, schedule=schedule)
    training = run.run("row_lstm", folder=folder)
    next(training)
    training.close()
    list(run.run("row_lstm", folder=folder, publish_only=True))
    begin = run.checkpoint_path("row_lstm")
    with pytest.raises(
        UserError, match="--resume goes on with it"
    ):  # the state is better, where there is one
        next(run.run("row_lstm", folder=folder, begin=begin))
    run.state_path("row_lstm").unlink()
    before = checkpoints.load("row_lstm").header
    *_, last = run.run("row_lstm", folder=folder, begin=begin)
    header = checkpoints.load("row_lstm").header
    assert (last.step, last.taken_up) == (4, 2)
    assert header.curve[0] == (2, pytest.approx(before.figures[0].value, abs=0.01))
    assert header.stopped.endswith("a fresh optimiser went on from a checkpoint's weights at step 2")


def test_rnade_learns_clothes_and_is_interrupted_resumed_longer_and_published(
    folder: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(clothes, "KEPT", 10)
    schedule = Schedule(
        steps=4, batch=10, lr=0.01, warmup=1, weight_decay=0, ema=0.5, clip=1000, validate_every=2
    )
    config = rnade.Config(hidden=4, components=3)
    shrink(monkeypatch, "rnade", config=config, schedule=schedule)
    assert run.checkpoint_path("rnade").name == "rnade-fashion.safetensors"
    training = run.run("rnade", folder=folder)
    assert next(training).step == 2
    training.close()
    (reached,) = run.run("rnade", folder=folder, publish_only=True)
    loaded = checkpoints.load("rnade")
    header, first = loaded.header, loaded.header.figures[0]
    assert (header.architecture, header.data.name, header.data.licence) == ("rnade", "fashion-mnist", "MIT")
    assert "Zalando" in header.data.attribution
    assert header.stopped.startswith("published after 2 of 4 steps")
    assert (first.name, first.split) == ("nll_nats", clothes.VALID)
    assert first.value == pytest.approx(reached.metrics["valid"], abs=0.5)
    assert evaluate("rnade", folder=folder).nll_nats == pytest.approx(first.value, abs=1e-3)
    assert evaluate("rnade", folder=folder).bits_per_pixel == pytest.approx(header.figures[1].value, abs=1e-4)
    assert {name: len(scores) for name, scores in loaded.calibration.items()} == {
        "test_log_prob": 20,
        "digits_log_prob": 20,
    }
    longer = dataclasses.replace(schedule, steps=6, decay=0.5, validate_every=3)
    shrink(monkeypatch, "rnade", config=config, schedule=longer)
    *_, last = run.run("rnade", folder=folder, resume=True)
    assert last.step == 6
    assert [step for step, _ in checkpoints.load("rnade").header.curve] == [2, 3, 6]


@pytest.mark.parametrize(
    ("name", "stem", "splits"),
    [
        ("vae", "mnist", (VALID, bounds.TEST)),
        ("vae_2d", "mnist", (VALID, bounds.TEST)),
        ("vae_fashion", "fashion", (bounds.FASHION_VALID, bounds.FASHION_TEST)),
    ],
)
def test_a_vae_is_interrupted_resumed_and_published(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, stem: str, splits: tuple[str, str]
):
    monkeypatch.setattr(clothes, "KEPT", 10)
    monkeypatch.setattr(exams, "CALIBRATED", 10)
    latent = 2 if name == "vae_2d" else 3
    schedule = Schedule(
        steps=4, batch=10, lr=0.01, warmup=1, weight_decay=0, ema=0.5, clip=100, validate_every=2
    )
    config = vae.Config(latent=latent, hidden=4, layers=2)
    shrink(monkeypatch, name, config=config, schedule=schedule, samples=2)
    training = run.run(name, folder=folder)
    assert next(training).step == 2
    training.close()
    *_, last = run.run(name, folder=folder, resume=True)
    assert (last.step, run.checkpoint_path(name).name) == (4, f"{name}-{stem}.safetensors")
    loaded = checkpoints.load(name)
    header = loaded.header
    assert (header.architecture, header.config["latent"], header.recipe["samples"]) == ("vae", latent, 2)
    assert [step for step, _ in header.curve] == [2, 4]
    figures = {figure.name: figure for figure in header.figures}
    many = "nll_is5000_nats" if name == "vae" else "nll_is10_nats"  # no paper has a figure of the others
    closing = ["nll_quadrature_nats", "sandwich_residual_nats"] if name == "vae_2d" else []
    bounded, others = ["nll_is64_nats", "nelbo_nats", many], ["active_units", "probe_accuracy"]
    assert list(figures) == bounded + others + closing
    assert tuple(figures[key].split for key in ("nll_is64_nats", many)) == splits
    assert figures["nelbo_nats"].value > figures["nll_is64_nats"].value
    # L_2 lies between L_1 and L_64; untrained, they are far from tight.
    assert figures["nelbo_nats"].value > last.metrics["best"] - 0.5
    assert last.metrics["best"] > figures["nll_is64_nats"].value
    assert {key: array.shape for key, array in loaded.calibration.items()} == {
        "test_log_prob": (20,),
        "latent.kl": (latent,),
        "latent.activity": (latent,),
        "probe.weight": (10, latent),
        "probe.bias": (10,),
        "probe.confusion": (10, 10),
    }
    assert figures["probe_accuracy"].value == 100  # all are blots, and are called 0
    assert "50 labelled" in figures["probe_accuracy"].note


def test_digits_that_gave_validation_pictures_are_left_out(folder: Path):
    digits = Digits.load(folder)
    assert len(digits.grey) == 50  # ten validation pictures, each with one digit that it can have come from
    assert len(digits.valid) == 10


def test_an_unknown_recipe_is_refused_with_the_known_ones():
    with pytest.raises(UserError, match=", ".join(run.RECIPES)):
        next(run.run("gpt"))


def test_missing_data_is_a_sentence():
    with pytest.raises(UserError, match="genplay data"):
        next(run.run("nade"))
    assert not paths.user_checkpoints().exists()
