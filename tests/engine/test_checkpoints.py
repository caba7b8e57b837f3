"""A checkpoint comes back as it was saved, and everything else is refused by one sentence."""

import json
import pickle
from pathlib import Path

import msgspec
import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from safetensors.torch import save as serialized

from genplay import paths
from genplay.engine import checkpoints, header
from genplay.engine.checkpoints import DataSource, Figure, Header
from genplay.errors import UserError
from genplay.families.base import Measured
from genplay.models import nade
from genplay.models.nade import Config, Nade

SCORES = np.array([-9, -4.5, -1], np.float32)


def some_header(**changes: object) -> Header:
    plain = Header(
        model="tiny",
        architecture="nade",
        config={"dims": 6, "hidden": 3},
        data=DataSource(
            name="mnist", split="train", checksum="sha256:0", licence="none", attribution="nobody"
        ),
        recipe={"name": "nade", "lr": 0.01},
        seed=3,
        steps=7,
        minutes=0.5,
        machine="a test's",
        genplay_version="0.1.0",
        figures=(Figure(name="nll_nats", value=4.25, unit="nats", split="made up", note="tiny"),),
    )
    return msgspec.structs.replace(plain, **changes)


def network() -> Nade:
    torch.manual_seed(0)
    return nade.build(Config(dims=6, hidden=3))


def write(path: Path, head: Header | None = None, **tensors: torch.Tensor) -> Path:
    checkpoints.save(path, head or some_header(), network().state_dict() | tensors, {"test_log_prob": SCORES})
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write(tmp_path / "tiny-mnist.safetensors")


def refused(path: Path, *words: str) -> None:
    with pytest.raises(UserError) as caught:
        checkpoints.load_file(path)
    sentence = str(caught.value)
    assert path.name in sentence
    assert sentence.count("\n") == 0
    for word in words:
        assert word in sentence


def test_what_was_saved_comes_back(path: Path):
    loaded = checkpoints.load_file(path)
    assert msgspec.structs.replace(loaded.header, sha256="") == some_header()
    assert loaded.architecture == "nade"
    assert not loaded.network.training
    for name, value in network().state_dict().items():
        assert torch.equal(loaded.network.state_dict()[name], value)
    assert np.array_equal(loaded.calibration["test_log_prob"], SCORES)


def test_half_precision_weights_become_single(tmp_path: Path):
    halves = {name: value.half() for name, value in network().state_dict().items()}
    loaded = checkpoints.load_file(write(tmp_path / "half.safetensors", **halves))
    for name, value in loaded.network.state_dict().items():
        assert value.dtype == torch.float32
        assert torch.equal(value, halves[name].float())


def test_loading_leaves_the_random_state_alone(path: Path):
    torch.manual_seed(5)
    expected = torch.rand(1)
    torch.manual_seed(5)
    checkpoints.load_file(path)
    assert torch.equal(torch.rand(1), expected)


def test_saving_replaces_as_a_whole(path: Path):
    before = path.read_bytes()
    with pytest.raises(ValueError, match="deliberate"):
        checkpoints.save(path, some_header(), Failing(), {})
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


class Failing(dict):
    def items(self):
        raise ValueError("deliberate")


def test_an_unwritable_destination_is_refused(tmp_path: Path):
    with pytest.raises(UserError, match="does not exist"):
        write(tmp_path / "missing" / "tiny.safetensors")


def test_the_user_s_checkpoint_wins_and_broken_files_are_reported(tmp_path: Path):
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    ours.mkdir()
    theirs.mkdir()
    write(ours / "tiny-mnist.safetensors", some_header(note="ours"))
    write(ours / "big-mnist.safetensors", some_header(model="big"))
    write(theirs / "tiny-mnist.safetensors", some_header(note="theirs"))
    (theirs / "bad-mnist.safetensors").write_bytes(b"no")
    (theirs / "notes.txt").write_text("not looked at")
    good, bad = checkpoints.survey([ours, theirs, tmp_path / "missing"])
    assert [(entry.header.model, entry.header.note) for entry in good] == [("big", ""), ("tiny", "theirs")]
    assert [entry.bytes for entry in good] == [entry.path.stat().st_size for entry in good]
    assert [entry.path.name for entry in bad] == ["bad-mnist.safetensors"]
    assert checkpoints.list_checkpoints([ours, theirs]) == good


def test_the_user_s_folder_is_looked_at_by_default():
    folder = paths.user_checkpoints()
    folder.mkdir(parents=True)
    write(folder / "mine-mnist.safetensors", some_header(model="mine"))
    assert checkpoints.find("mine").path.parent == folder
    assert checkpoints.load("mine").header.model == "mine"


def test_an_unknown_model_is_refused_with_the_known_ones(tmp_path: Path):
    write(tmp_path / "tiny-mnist.safetensors")
    with pytest.raises(UserError, match=r"no trained model huge; there are: tiny"):
        checkpoints.load("huge", [tmp_path])
    with pytest.raises(UserError, match="none"):
        checkpoints.find("huge", [])


def test_a_model_whose_file_is_broken_is_refused_for_that_reason(tmp_path: Path):
    (tmp_path / "tiny-mnist.safetensors").write_bytes(b"\x10\0\0\0\0\0\0\0{")
    with pytest.raises(UserError, match=r"tiny-mnist\.safetensors is not a checkpoint"):
        checkpoints.load("tiny", [tmp_path])


def test_a_missing_file_is_refused(tmp_path: Path):
    refused(tmp_path / "none.safetensors", "does not exist")


def test_a_folder_is_refused(tmp_path: Path):
    refused(tmp_path, "cannot be read")


def test_a_pickle_renamed_is_refused_and_not_run(tmp_path: Path):
    class Bomb:
        def __reduce__(self):
            return (Path(tmp_path / "ran").write_text, ("boom",))

    path = tmp_path / "evil.safetensors"
    path.write_bytes(pickle.dumps(Bomb()))
    refused(path, "not a checkpoint")
    torch.save(network().state_dict(), path)
    refused(path, "not a checkpoint")
    assert not (tmp_path / "ran").exists()


def test_a_foreign_safetensors_file_is_refused(tmp_path: Path):
    path = tmp_path / "foreign.safetensors"
    path.write_bytes(serialized(network().state_dict()))
    refused(path, "another program")
    path.write_bytes(serialized(network().state_dict(), {"format": "pt"}))
    refused(path, "another program")


@pytest.mark.parametrize("missing", [1, 40, 200])
def test_a_truncated_file_is_refused(path: Path, missing: int):
    path.write_bytes(path.read_bytes()[:-missing])
    refused(path, "damaged or cut off")


def test_trailing_bytes_are_refused(path: Path):
    path.write_bytes(path.read_bytes() + b"more")
    refused(path, "damaged")


@pytest.mark.parametrize(
    ("tensors", "word"),
    [
        ({"W": torch.zeros(3, 6)}, "W is missing, unknown or of the wrong shape"),
        ({"extra": torch.zeros(1)}, "extra is"),
        ({"b": torch.zeros(6, 1)}, "b is"),
        ({"V": torch.full((6, 3), float("nan"))}, "V holds values that are not finite"),
        ({"c": torch.tensor([0, 1, float("inf")])}, "c holds values that are not finite"),
        ({"b": torch.zeros(6, dtype=torch.float64)}, "float16 or float32, not F64"),
        ({"b": torch.zeros(6, dtype=torch.int64)}, "float16 or float32, not I64"),
        ({"W": torch.full((6, 3), 1e38)}, "W holds weights beyond 100000"),
        ({"V": torch.full((6, 3), -100001.0)}, "V holds weights beyond 100000"),
        ({"c": torch.full((3,), 200_000.0)}, "c holds weights beyond 100000"),
    ],
)
def test_wrong_weights_are_refused(tmp_path: Path, tensors: dict, word: str):
    refused(write(tmp_path / "wrong.safetensors", **tensors), word)


def test_the_largest_weights_are_accepted_and_give_finite_scores(tmp_path: Path):
    tensors = {name: torch.full_like(tensor, 1e5) for name, tensor in network().state_dict().items()}
    loaded = checkpoints.load_file(write(tmp_path / "large.safetensors", **tensors))
    assert loaded.network(torch.ones(2, 6)).isfinite().all()


@pytest.mark.parametrize(
    ("scores", "word"),
    [
        ([-3e38, 3e38], "scores from -100000 to 0 nats"),
        ([-100_001, -5], "scores from"),
        ([-5, 0.5], "scores from"),
        ([-5, np.nan], "not finite"),
        ([-np.inf, -5], "not finite"),
        ([], "at least two"),
        ([-5], "at least two"),
        (-5, "a row of"),
        ([[-9, -5], [-4, -1]], "a row of"),
    ],
)
def test_absurd_scores_are_refused(tmp_path: Path, scores: object, word: str):
    path = tmp_path / "absurd.safetensors"
    # as a tensor, since what is saved as calibration becomes a row of float32 at least
    tensors = network().state_dict() | {
        "calibration.test_log_prob": torch.tensor(scores, dtype=torch.float32)
    }
    checkpoints.save(path, some_header(), tensors, {})
    refused(path, "calibration.test_log_prob", word)


def test_scores_in_other_orders_are_looked_at_too(tmp_path: Path):
    path = tmp_path / "absurd.safetensors"
    scores = {"test_log_prob": np.array([-9.0, -5.0]), "test_log_prob.spiral": np.array([-9.0, 5.0])}
    checkpoints.save(path, some_header(), network().state_dict(), scores)
    refused(path, "calibration.test_log_prob.spiral", "scores from")


def test_what_was_measured_is_told_with_its_split(tmp_path: Path):
    def measured(*figures: Figure) -> Measured | None:
        path = tmp_path / "measured.safetensors"
        header = msgspec.structs.replace(some_header(), figures=figures)
        checkpoints.save(path, header, network().state_dict(), {})
        return checkpoints.load_file(path).measured

    first, second, averaged = (
        Figure(name=name, value=value, unit="nats", split=split)
        for name, value, split in (
            ("nll_nats", 4.5, "here"),
            ("nll_nats", 3.5, "there"),
            ("nll_16_orders_nats", 3.25, "here"),
        )
    )
    assert measured() is None
    assert measured(averaged) is None
    assert measured(first, second) == Measured(4.5, "here", None)
    assert measured(first, averaged) == Measured(4.5, "here", (3.25, 16))


def test_the_bounds_of_scores_are_accepted(tmp_path: Path):
    path = tmp_path / "bounds.safetensors"
    bounds = np.array([-1e5, 0], np.float32)
    checkpoints.save(path, some_header(), network().state_dict(), {"test_log_prob": bounds})
    assert np.array_equal(checkpoints.load_file(path).calibration["test_log_prob"], bounds)


@pytest.mark.parametrize("dtype", [torch.float16, torch.int64])
def test_calibration_that_is_not_single_precision_is_refused(tmp_path: Path, dtype: torch.dtype):
    extra = {"calibration.test_log_prob": torch.tensor([-9, -5], dtype=dtype)}
    path = tmp_path / "half.safetensors"
    checkpoints.save(path, some_header(), network().state_dict() | extra, {})
    refused(path, "float32")


@pytest.mark.parametrize("failing", ["build", "load_state_dict"])
def test_whatever_a_network_raises_is_one_sentence(path: Path, monkeypatch, failing: str):
    def fail(*_: object, **__: object) -> None:
        raise ArithmeticError("anything")

    monkeypatch.setattr(*((nade, failing) if failing == "build" else (Nade, failing)), fail)
    refused(path, "is not a checkpoint of genplay")


def test_a_header_that_is_not_text_is_reported(tmp_path: Path, path: Path):
    content = path.read_bytes()
    assert content.count(b'"W":') == 1
    path.write_bytes(content.replace(b'"W":', b'"\xff":'))
    good, bad = checkpoints.survey([tmp_path])
    assert (good, [entry.path for entry in bad]) == ([], [path])
    refused(path, "damaged")


def test_missing_weights_are_refused(tmp_path: Path):
    path = tmp_path / "less.safetensors"
    checkpoints.save(path, some_header(), {"W": network().W}, {})
    refused(path, "missing")


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"architecture": "transformer"}, "no architecture 'transformer'"),
        ({"architecture": "nade_numpy"}, "no architecture"),
        ({"architecture": "../../evil"}, "no architecture"),
        ({"config": {"dims": 6, "hidden": 3, "depth": 2}}, "unknown: depth"),
        ({"config": {"dims": 6, "hidden": "three"}}, "does not fit"),
        ({"config": {"dims": 6, "hidden": -3}}, "at least 1"),
        ({"config": {"dims": 6, "hidden": 0}}, "at least 1"),
        ({"config": {"dims": 0, "hidden": 3}}, "at least 1"),
        ({"config": {"dims": -6, "hidden": 3}}, "at least 1"),
        ({"architecture": "tabular", "config": {"dims": 0}}, "dims is 1 to 65536"),
        ({"architecture": "tabular", "config": {"dims": 10**12, "shared": True}}, "dims is 1 to 65536"),
        ({"architecture": "tabular", "config": {"order": 21}}, "0 to 20"),
        ({"config": {"dims": 10**12, "hidden": 10**12}}, "impossible"),
        ({"config": {"dims": 10**6, "hidden": 10**6}}, "wrong shape"),
    ],
)
def test_wrong_headers_are_refused(tmp_path: Path, changes: dict, word: str):
    refused(write(tmp_path / "wrong.safetensors", some_header(**changes)), word)


@pytest.mark.parametrize(
    "edit",
    [
        lambda head: head.pop("model"),
        lambda head: head.update(surprise=1),
        lambda head: head.update(figures="many"),
        lambda head: head["data"].pop("licence"),
        lambda head: head.update(minutes="long"),
    ],
)
def test_a_header_of_another_form_is_refused(path: Path, edit):
    head = json.loads(header.encode(checkpoints.load_file(path).header))
    edit(head)
    path.write_bytes(serialized(network().state_dict(), {header.KEY: json.dumps(head)}))
    refused(path, "its header is wrong")


def test_a_figure_that_was_tampered_with_is_refused(path: Path):
    path.write_bytes(path.read_bytes().replace(b"4.25", b"1.25"))
    refused(path, "checksum")


def test_an_oversized_file_is_refused_before_it_is_read(tmp_path: Path, path: Path, monkeypatch):
    monkeypatch.setattr(checkpoints, "LARGEST", path.stat().st_size - 1)
    refused(path, "larger than")


def test_an_oversized_header_is_refused(tmp_path: Path):
    path = tmp_path / "wide.safetensors"
    path.write_bytes((header.LARGEST_HEADER + 1).to_bytes(8, "little") + b" " * 100)
    refused(path, "begin like")


@settings(max_examples=300)
@given(data=st.data())
def test_mutated_bytes_are_refused_or_change_nothing(data, tmp_path_factory):
    folder = tmp_path_factory.getbasetemp() / "mutants"
    folder.mkdir(exist_ok=True)
    path = write(folder / "tiny-mnist.safetensors")
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 3))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(content[: data.draw(st.integers(0, len(content)) | st.just(len(content)))])
    try:
        loaded = checkpoints.load_file(path)
    except UserError:
        return
    for name, value in network().state_dict().items():
        assert torch.equal(loaded.network.state_dict()[name], value)
    assert np.array_equal(loaded.calibration["test_log_prob"], SCORES)
    assert msgspec.structs.replace(loaded.header, sha256="") == some_header()


def test_listing_reads_no_weights_and_needs_no_torch(tmp_path: Path):
    import subprocess
    import sys

    write(tmp_path / "tiny-mnist.safetensors")
    code = (
        "import sys; from pathlib import Path; from genplay.engine.checkpoints import list_checkpoints;"
        f"entries = list_checkpoints([Path({str(tmp_path)!r})]);"
        "assert [e.header.model for e in entries] == ['tiny']; assert 'torch' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_every_bundled_checkpoint_loads():
    good, bad = checkpoints.survey([paths.checkpoints()])
    assert bad == []
    for entry in good:
        loaded = checkpoints.load_file(entry.path)
        assert entry.path.name.startswith(loaded.header.model + "-")
        assert loaded.header.figures
        if "test_log_prob" in loaded.calibration:
            scores = loaded.calibration["test_log_prob"]
            assert scores.shape == (10_000,)
            assert (np.diff(scores) >= 0).all()


def test_a_broken_file_of_ones_own_is_not_replaced_by_the_bundled_one(tmp_path: Path):
    bundled, own = tmp_path / "bundled", tmp_path / "own"
    for folder in (bundled, own):
        folder.mkdir()
    write(bundled / "tiny-none.safetensors")
    (own / "tiny-none.safetensors").write_bytes(b"")
    with pytest.raises(UserError, match=r"own/tiny-none\.safetensors is not a checkpoint"):
        checkpoints.find("tiny", [bundled, own])
    write(own / "tiny-none.safetensors")
    (bundled / "tiny-none.safetensors").write_bytes(b"")
    assert checkpoints.find("tiny", [bundled, own]).path.parent == own


def test_figures_are_told_by_name_the_first_of_one_name(tmp_path: Path):
    path = tmp_path / "figures.safetensors"
    rows = [Figure(name=name, value=at, unit="", split="here") for at, name in enumerate(("a", "b", "a"))]
    header = msgspec.structs.replace(some_header(), figures=tuple(rows))
    checkpoints.save(path, header, network().state_dict(), {})
    loaded = checkpoints.load_file(path)
    assert loaded.figures == {"a": 0, "b": 1}
    assert loaded.steps == loaded.header.steps
