"""Data sets come into the user's folder whole and as they were published, or not at all."""

import errno
import gzip
import hashlib
import os
import struct
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
import pytest

from genplay.data import binarized, download, fetch, mnist, sources
from genplay.data.amat import to_amat
from genplay.data.bits import pack
from genplay.data.sources import DATASETS, locate, user_folder
from genplay.errors import UserError

RNG = np.random.default_rng(0)
IMAGES = RNG.integers(0, 256, (6, 28, 28), dtype=np.uint8)
BITS = RNG.integers(0, 2, (5, 784), dtype=np.uint8)
CONTENTS = {
    "train-images-idx3-ubyte": struct.pack(">4I", 0x0803, 6, 28, 28) + IMAGES.tobytes(),
    "train-labels-idx1-ubyte": struct.pack(">2I", 0x0801, 6) + bytes(range(6)),
    "t10k-images-idx3-ubyte": struct.pack(">4I", 0x0803, 6, 28, 28) + IMAGES[::-1].tobytes(),
    "t10k-labels-idx1-ubyte": struct.pack(">2I", 0x0801, 6) + bytes(range(5, -1, -1)),
    "train.npz": to_amat(BITS),
    "valid.npz": to_amat(BITS[:2]),
    "test.npz": to_amat(BITS[2:]),
}


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Keep the test's output clean."""


@pytest.fixture
def mirror(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """Serve an empty folder; yield it with its address."""
    folder = tmp_path / "mirror"
    folder.mkdir()
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as http:
        thread = threading.Thread(target=http.serve_forever, args=(0.01,))
        thread.start()
        yield folder, f"http://127.0.0.1:{http.server_port}/"
        http.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Replace the data sets by small ones of the same form; return a function that sets their mirrors."""

    def use(*mirrors: str) -> None:
        for name, dataset in DATASETS.items():
            if dataset.files[0].name not in CONTENTS:  # it is drawn
                continue
            files = tuple(
                replace(file, size=len(content), sha256=hashlib.sha256(content).hexdigest())
                for file in dataset.files
                for content in [CONTENTS[file.name]]
            )
            monkeypatch.setitem(sources.DATASETS, name, replace(dataset, files=files, mirrors=mirrors))

    use()
    return use


def publish(folder: Path, name: str = "mnist") -> None:
    """Put a data set's files into a folder as its mirrors have them."""
    for file in DATASETS[name].files:
        content = CONTENTS[file.name]
        (folder / file.remote).write_bytes(gzip.compress(content) if file.remote.endswith("gz") else content)


def content_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_fetches_checks_and_unpacks(mirror: tuple[Path, str], small: Callable[..., None]):
    publish(mirror[0])
    small(mirror[1])
    steps: list[tuple[str, int, int]] = []
    folder = fetch.fetch("mnist", lambda *step: steps.append(step))
    assert folder == locate("mnist")
    assert content_of(folder) == {name: body for name, body in CONTENTS.items() if "ubyte" in name}
    np.testing.assert_array_equal(mnist.load("train").images, IMAGES)
    assert {name for name, done, total in steps if done == total} == set(content_of(folder))


def test_fetches_the_fixed_binarization_as_text_and_keeps_it_packed(
    mirror: tuple[Path, str], small: Callable[..., None]
):
    publish(mirror[0], "binarized-mnist")
    small(mirror[1])
    folder = fetch.fetch("binarized-mnist")
    assert sorted(content_of(folder)) == ["test.npz", "train.npz", "valid.npz"]
    np.testing.assert_array_equal(binarized.fixed("train"), BITS)
    np.testing.assert_array_equal(binarized.fixed("test"), BITS[2:])


def test_fetches_only_what_is_lacking_or_damaged(mirror: tuple[Path, str], small: Callable[..., None]):
    publish(mirror[0])
    small(mirror[1])
    folder = fetch.fetch("mnist")
    (folder / "t10k-labels-idx1-ubyte").write_bytes(b"damaged")
    (folder / "train-labels-idx1-ubyte").unlink()
    steps: list[str] = []
    fetch.fetch("mnist", lambda file, done, total: steps.append(file))
    assert set(steps) == {"t10k-labels-idx1-ubyte", "train-labels-idx1-ubyte"}
    assert content_of(folder)["t10k-labels-idx1-ubyte"] == CONTENTS["t10k-labels-idx1-ubyte"]


def test_the_next_mirror_is_asked_when_one_has_another_file(
    mirror: tuple[Path, str], small: Callable[..., None]
):
    (mirror[0] / "bad").mkdir()
    publish(mirror[0])
    publish(mirror[0] / "bad")
    for path in (mirror[0] / "bad").iterdir():
        path.write_bytes(gzip.compress(b"something else"))
    small(mirror[1] + "nothing/", mirror[1] + "bad/", mirror[1])
    assert content_of(fetch.fetch("mnist"))["train-images-idx3-ubyte"] == CONTENTS["train-images-idx3-ubyte"]


def test_a_wrong_checksum_everywhere_leaves_nothing(mirror: tuple[Path, str], small: Callable[..., None]):
    publish(mirror[0])
    (mirror[0] / "train-images-idx3-ubyte.gz").write_bytes(gzip.compress(b"something else"))
    small(mirror[1])
    with pytest.raises(UserError, match="another checksum there"):
        fetch.fetch("mnist")
    assert content_of(user_folder(DATASETS["mnist"])) == {}


def test_a_part_of_another_packing_is_thrown_away(mirror: tuple[Path, str], small: Callable[..., None]):
    publish(mirror[0])
    small(mirror[1])
    folder = user_folder(DATASETS["mnist"])
    folder.mkdir(parents=True)
    (folder / "train-images-idx3-ubyte.gz.part").write_bytes(b"begun elsewhere")
    fetch.fetch("mnist")
    assert content_of(folder)["train-images-idx3-ubyte"] == CONTENTS["train-images-idx3-ubyte"]
    assert not list(folder.glob("*.part"))


def test_offline_says_what_to_do(mirror: tuple[Path, str], small: Callable[..., None]):
    small("http://127.0.0.1:9/")
    with pytest.raises(UserError) as caught:
        fetch.fetch("mnist")
    sentence = str(caught.value)
    assert "127.0.0.1: " in sentence
    assert "'genplay data mnist --from DIR'" in sentence
    assert sentence.count(". ") == 0


def test_a_full_disk_keeps_what_has_arrived(
    mirror: tuple[Path, str], small: Callable[..., None], monkeypatch: pytest.MonkeyPatch
):
    publish(mirror[0])
    small(mirror[1])
    monkeypatch.setattr(download, "_CHUNK", 1000)
    write = download._store
    budget = iter(range(2))

    def store(stream: object, chunk: bytes) -> None:
        if next(budget, None) is None:
            try:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            except OSError as error:
                raise download.StorageError from error
        write(stream, chunk)

    with monkeypatch.context() as patch:
        patch.setattr(download, "_store", store)
        with pytest.raises(UserError, match=os.strerror(errno.ENOSPC)):
            fetch.fetch("mnist")
    part = user_folder(DATASETS["mnist"]) / "train-images-idx3-ubyte.gz.part"
    assert part.stat().st_size == 2000
    assert fetch.fetch("mnist") == part.parent


def test_a_folder_that_cannot_be_made_is_told(small: Callable[..., None]):
    folder = user_folder(DATASETS["mnist"])
    folder.parent.parent.mkdir(parents=True)
    folder.parent.touch()
    with pytest.raises(UserError, match="cannot be made"):
        fetch.fetch("mnist")


@pytest.mark.parametrize("packed", [True, False])
def test_imports_packed_and_unpacked_files(tmp_path: Path, packed: bool):
    if packed:
        publish(tmp_path)
    else:
        for file in DATASETS["mnist"].files:
            (tmp_path / file.others[1]).write_bytes(CONTENTS[file.name])
    imported = fetch.import_from("mnist", tmp_path)
    assert (len(imported.stored), imported.missing) == (4, ())
    np.testing.assert_array_equal(mnist.load("test").images, IMAGES[::-1])


def test_imports_packed_bits_or_text_and_names_what_is_missing(tmp_path: Path):
    np.savez(tmp_path / "train.npz", bits=pack(BITS), shape=np.array(BITS.shape))
    (tmp_path / "binarized_mnist_valid.amat").write_bytes(to_amat(BITS[:2]))
    imported = fetch.import_from("binarized-mnist", tmp_path)
    assert imported == fetch.Imported(("train.npz", "valid.npz"), ("test.npz",))
    np.testing.assert_array_equal(binarized.fixed("train"), BITS)
    np.testing.assert_array_equal(binarized.fixed("valid"), BITS[:2])


def test_refuses_altered_files_and_keeps_the_good_ones_that_are_there(tmp_path: Path):
    publish(tmp_path)
    folder = fetch.import_from("mnist", tmp_path)
    assert folder.stored
    np.savez(tmp_path / "train.npz", bits=pack(1 - BITS))
    with pytest.raises(UserError, match=r"train\.npz is not a file of Binarized MNIST .* checksum differs"):
        fetch.import_from("binarized-mnist", tmp_path)
    (tmp_path / "train-images-idx3-ubyte.gz").write_bytes(b"damaged")
    with pytest.raises(UserError, match="damaged"):
        fetch.import_from("mnist", tmp_path)
    np.testing.assert_array_equal(mnist.load("train").images, IMAGES)


def test_refuses_a_folder_without_the_files(tmp_path: Path):
    with pytest.raises(UserError, match=r"looked for were train-images-idx3-ubyte\.gz, "):
        fetch.import_from("mnist", tmp_path)
    with pytest.raises(UserError, match="no folder"):
        fetch.import_from("mnist", tmp_path / "none")
    with pytest.raises(UserError, match="no data set"):
        fetch.import_from("nist", tmp_path)


def test_a_user_may_import_from_genplays_own_folder(tmp_path: Path):
    publish(tmp_path)
    fetch.import_from("mnist", tmp_path)
    before = content_of(locate("mnist"))
    fetch.import_from("mnist", locate("mnist"))
    assert content_of(locate("mnist")) == before
