"""A checkpoint that is broken, foreign or hostile is one sentence; every other model goes on working."""

import json
import pickle

import msgspec
import numpy as np
import pytest
import safetensors.torch
import torch

from genplay import paths
from genplay.engine import checkpoints
from genplay.models import nade, tabular

MARK = "pickle was loaded"


class Hostile:
    """Does something when it is unpickled."""

    def __reduce__(self):
        return print, (MARK,)


def good(**changes):
    """Return header and tensors of a small model named "own" that is in order."""
    network = nade.build(nade.Config(hidden=3))
    header = checkpoints.load("nade").header
    header = msgspec.structs.replace(header, model="own", config={"dims": 784, "hidden": 3}, **changes)
    return header, network.state_dict()


def saved(path, header, tensors, calibration=None):
    scores = np.linspace(-200, -50, 9, dtype=np.float32)
    checkpoints.save(path, header, tensors, {"test_log_prob": scores} if calibration is None else calibration)
    return path


def truncated(path):
    saved(path, *good())
    path.write_bytes(path.read_bytes()[:-100])


def flipped_bit(path):
    saved(path, *good())
    content = bytearray(path.read_bytes())
    content[-100] ^= 1
    path.write_bytes(content)


def foreign(path):
    path.write_bytes(safetensors.torch.save({"layer.weight": torch.zeros(3, 3)}))


def wrong_shapes(path):
    header, tensors = good()
    saved(path, header, tensors | {"W": torch.zeros(784, 4)})


def unknown_tensor(path):
    header, tensors = good()
    saved(path, header, tensors | {"backdoor": torch.zeros(1)})


def missing_tensor(path):
    header, tensors = good()
    saved(path, header, {name: tensor for name, tensor in tensors.items() if name != "V"})


def nan_weights(path):
    header, tensors = good()
    saved(path, header, tensors | {"b": torch.full((784,), float("nan"))})


def wrong_header(path):
    saved(path, *good())
    content = path.read_bytes()
    assert content.count(b"genplay_version") == 1
    path.write_bytes(content.replace(b"genplay_version", b"genplay_vexsion"))


def unknown_architecture(path):
    saved(path, *good(architecture="os"))


def wrong_config(path):
    header, tensors = good()
    saved(path, msgspec.structs.replace(header, config={"dims": 784, "hidden": -3}), tensors)


def huge_config(path):
    header, tensors = good()
    saved(path, msgspec.structs.replace(header, config={"dims": 10**9, "hidden": 10**9}), tensors)


def no_hidden_units(path):
    header, tensors = good()
    header = msgspec.structs.replace(header, config={"dims": 784, "hidden": 0})
    none = {"W": torch.zeros(784, 0), "V": torch.zeros(784, 0), "c": torch.zeros(0)}
    saved(path, header, tensors | none)


def no_pixels(path):
    header, tensors = good()
    header = msgspec.structs.replace(header, config={"dims": 0, "hidden": 3})
    none = {"W": torch.zeros(0, 3), "V": torch.zeros(0, 3), "b": torch.zeros(0)}
    saved(path, header, tensors | none)


def endless_table(path):
    header, _ = good(architecture="tabular")
    header = msgspec.structs.replace(header, config={"dims": 10**12, "shared": True})
    saved(path, header, {"logits": torch.zeros(1, 1)})


def whole_numbers(path):
    header, tensors = good()
    saved(path, header, tensors | {"b": torch.zeros(784, dtype=torch.int64)})


def huge_weights(path):
    header, tensors = good()
    saved(path, header, tensors | {"W": torch.full((784, 3), 1e38)})


def wild_scores(path):
    saved(path, *good(), calibration={"test_log_prob": np.array([-3e38, 3e38], np.float32)})


def one_score(path):
    saved(path, *good(), calibration={"test_log_prob": np.array([-90], np.float32)})


def nan_scores(path):
    saved(path, *good(), calibration={"test_log_prob": np.array([-90, np.nan], np.float32)})


def not_text(path):
    saved(path, *good())
    content = path.read_bytes()
    assert content.count(b'"W":') == 1
    path.write_bytes(content.replace(b'"W":', b'"\xff":'))


def pickled(path):
    path.write_bytes(pickle.dumps(Hostile()))


def torch_saved(path):
    torch.save({"own": Hostile()}, path)


def empty(path):
    path.touch()


def folder(path):
    path.mkdir()


def other_size(path):
    header, _ = good()
    config = nade.Config(dims=12, hidden=3)
    header = msgspec.structs.replace(header, config={"dims": 12, "hidden": 3})
    saved(path, header, nade.build(config).state_dict())


def no_scores(path):
    saved(path, *good(), calibration={"test_log_prob": np.zeros((2, 2), np.float32)})


BAD = {
    truncated: "is not a checkpoint of genplay",
    flipped_bit: "checksum does not match",
    foreign: "of another program",
    wrong_shapes: "W is missing, unknown or of the wrong shape",
    unknown_tensor: "backdoor is missing, unknown or of the wrong shape",
    missing_tensor: "V is missing, unknown or of the wrong shape",
    nan_weights: "b holds values that are not finite numbers",
    wrong_header: "its header is wrong",
    unknown_architecture: "knows no architecture 'os'",
    wrong_config: "its configuration does not fit nade",
    no_hidden_units: "its configuration does not fit nade",
    no_pixels: "its configuration does not fit nade",
    endless_table: "its configuration does not fit tabular",
    whole_numbers: "weights are float16 or float32, not I64",
    huge_weights: "W holds weights beyond 100000 in absolute value",
    wild_scores: "is not a row of at least two scores",
    one_score: "is not a row of at least two scores",
    nan_scores: "calibration.test_log_prob holds values that are not finite numbers",
    not_text: "is damaged",
    huge_config: "of the wrong shape",
    pickled: "does not begin like a safetensors file",
    torch_saved: "does not begin like a safetensors file",
    empty: "does not begin like a safetensors file",
    folder: "cannot be read",
    other_size: "own reads pictures of 12 pixels",
    no_scores: "is not a row of at least two scores",
}


SOUND = (other_size,)
"""As a checkpoint it is in order; only drawings cannot be scored with it."""


@pytest.fixture(params=list(BAD), ids=lambda make: make.__name__)
def broken(request, own):
    """Put a broken checkpoint of a model named "own" among the user's, and return how it was made."""
    request.param(own / "own-mnist.safetensors")
    return request.param


def test_it_is_refused_by_one_sentence_whatever_is_asked_of_it(genplay, broken, digit, tmp_path):
    out, data = tmp_path / "grid.png", tmp_path / "data.npz"
    np.savez(data, x=np.zeros((2, 784)))
    outcomes = [
        genplay("score", digit, "--model", "own"),
        genplay("sample", "own", "--out", out),
        genplay("evaluate", "own", "--data", data, "--json"),
    ]
    assert [outcome.code for outcome in outcomes] == [1, 1, 1]
    for outcome in outcomes[: 2 if broken in SOUND else 3]:
        assert BAD[broken] in outcome.sentence
        assert MARK not in outcome.out
    assert not out.exists()


def test_the_others_are_still_listed_and_still_work(genplay, broken, digit):
    outcome = genplay("checkpoints", "--json")
    models = {row["model"] for row in json.loads(outcome.out)}
    assert {"nade", "ar1", "independent", "bernoulli"} <= models
    (row,) = genplay("score", digit, "--json").rows
    assert row["percentile"] > 50
    assert MARK not in outcome.out


@pytest.mark.parametrize("make", [make for make in BAD if make not in SOUND], ids=lambda make: make.__name__)
def test_doctor_finds_it(genplay, own, make):
    make(own / "own-mnist.safetensors")
    outcome = genplay("doctor")
    assert outcome.code == 1
    assert BAD[make] in outcome.out
    assert str(own) in outcome.out


def test_doctor_goes_on_after_a_checkpoint_that_fails_in_an_unforeseen_way(genplay, own, monkeypatch):
    path = saved(own / "own-mnist.safetensors", *good())
    truncated(own / "zero-mnist.safetensors")
    load_file = checkpoints.load_file

    def fail(file):
        if file == path:
            raise ArithmeticError("unforeseen")
        return load_file(file)

    monkeypatch.setattr(checkpoints, "load_file", fail)
    outcome = genplay("doctor")
    assert outcome.code == 1
    assert f"{path} cannot be loaded (unforeseen)." in outcome.out
    assert "zero-mnist.safetensors is not a checkpoint" in outcome.out
    assert "drawing avatars" in outcome.out.splitlines()[-1]  # what it looks at last


def test_a_missing_checkpoint_is_named_with_those_there_are(genplay, digit, monkeypatch, tmp_path):
    bundled = tmp_path / "bundled"
    bundled.mkdir()
    for name in ("ar1", "bernoulli", "independent"):
        file = f"{name}-mnist.safetensors"
        (bundled / file).write_bytes((paths.checkpoints() / file).read_bytes())
    monkeypatch.setattr(paths, "checkpoints", lambda: bundled)
    outcome = genplay("score", digit)
    assert outcome.code == 1
    assert outcome.sentence == (
        "genplay: There is no trained model nade; there are: ar1, bernoulli, independent."
    )


def test_ones_own_model_is_used_like_any_other(genplay, own, digit, tmp_path):
    saved(own / "own-mnist.safetensors", *good())
    (row,) = genplay("score", digit, "--model", "own", "--json").rows
    assert (row["model"], row["percentile"]) == ("own", 0.0)
    assert genplay("sample", "own", "--out", tmp_path / "grid.png").code == 0
    np.savez(tmp_path / "data.npz", x=np.zeros((2, 784)))
    assert genplay("evaluate", "own", "--data", tmp_path / "data.npz").code == 0


def test_a_model_that_brings_no_scores_has_no_percentile(genplay, own, digit):
    header, _ = good()
    config = {"dims": 784, "order": 0, "shared": True}
    header = msgspec.structs.replace(header, architecture="tabular", config=config)
    tensors = tabular.build(tabular.Config(shared=True)).state_dict()
    saved(own / "own-mnist.safetensors", header, tensors, calibration={})
    (row,) = genplay("score", digit, "--model", "own", "--json").rows
    assert row["percentile"] is None
    assert row["bits_per_pixel"] == pytest.approx(1.0)
    assert genplay("score", digit, "--model", "own").out.splitlines()[1].split()[-1] == "-"
