"""``genplay data``: what has come is said, what is missing too, and how to do without a network."""

import gzip
import hashlib
from dataclasses import replace

import pytest

from genplay.data import sources
from genplay.data.avatars import cache, render
from genplay.data.download import NetworkError

CONTENT = {"train-images-idx3-ubyte": b"pictures" * 500, "train-labels-idx1-ubyte": b"labels" * 100}


@pytest.fixture(autouse=True)
def small(monkeypatch):
    """Replace MNIST by two small files on a mirror that is not there."""
    whole = sources.DATASETS["mnist"]
    files = tuple(
        replace(file, size=len(content), sha256=hashlib.sha256(content).hexdigest())
        for file in whole.files
        if (content := CONTENT.get(file.name))
    )
    monkeypatch.setitem(
        sources.DATASETS, "mnist", replace(whole, files=files, mirrors=("https://mirror.invalid/",))
    )


def packed(name):
    return gzip.compress(CONTENT[name], mtime=0)


@pytest.fixture
def online(monkeypatch):
    """Serve the files without a network, a kilobyte at a time."""

    def download(url, part, limit, advance):
        content = packed(url.rsplit("/", 1)[1].removesuffix(".gz"))
        for end in range(0, len(content) + 1024, 1024):
            part.write_bytes(content[:end])
            advance(min(end, len(content)), len(content))

    monkeypatch.setattr("genplay.data.fetch.download", download)


@pytest.fixture
def offline(monkeypatch):
    def download(url, part, limit, advance):
        raise NetworkError("the name cannot be resolved")

    monkeypatch.setattr("genplay.data.fetch.download", download)


def home():
    return sources.user_folder(sources.DATASETS["mnist"])


def test_a_data_set_is_fetched(genplay, online):
    outcome = genplay("data", "mnist")
    assert outcome.code == 0
    assert outcome.out == f"MNIST is complete in {home()}.\n"
    assert {path.name: path.read_bytes() for path in home().iterdir()} == CONTENT


def test_what_is_there_is_not_fetched_again(genplay, online, monkeypatch):
    genplay("data", "mnist")
    monkeypatch.setattr("genplay.data.fetch.download", None)
    assert genplay("data", "mnist").code == 0


def test_without_a_network_it_says_what_to_do(genplay, offline):
    outcome = genplay("data", "mnist")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.sentence == (
        "genplay: MNIST could not be downloaded (mirror.invalid: the name cannot be resolved): connect to "
        "the internet and run 'genplay data mnist' again, or run 'genplay data mnist --from DIR' with a "
        "folder that holds its files."
    )


def test_files_that_are_here_are_imported(genplay, offline, tmp_path):
    for name in CONTENT:
        (tmp_path / f"{name}.gz").write_bytes(packed(name))
    outcome = genplay("data", "mnist", "--from", tmp_path)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == f"{', '.join(CONTENT)} of MNIST are now in {home()}.\n"
    assert {path.name: path.read_bytes() for path in home().iterdir()} == CONTENT


def test_what_is_still_missing_is_said(genplay, tmp_path):
    name = "train-labels-idx1-ubyte"
    (tmp_path / f"{name}.gz").write_bytes(packed(name))
    outcome = genplay("data", "mnist", "--from", tmp_path)
    assert outcome.code == 0
    assert "Still missing: train-images-idx3-ubyte; 'genplay data mnist' fetches them." in outcome.out


def test_an_altered_file_is_refused(genplay, tmp_path):
    (tmp_path / "train-labels-idx1-ubyte").write_bytes(b"something else" * 40)
    outcome = genplay("data", "mnist", "--from", tmp_path)
    assert outcome.code == 1
    assert "train-labels-idx1-ubyte" in outcome.sentence
    assert not list(home().glob("*"))


@pytest.mark.parametrize("folder", ["empty", "none"])
def test_a_folder_without_them_is_refused(genplay, tmp_path, folder):
    (tmp_path / "empty").mkdir()
    outcome = genplay("data", "mnist", "--from", tmp_path / folder)
    assert outcome.code == 1
    assert str(tmp_path / folder) in outcome.sentence


def test_an_unknown_data_set_is_refused_with_the_known_ones(genplay):
    outcome = genplay("data", "imagenet", "--from", ".")
    assert outcome.code == 1
    assert "known are mnist, fashion-mnist, binarized-mnist, avatars" in outcome.sentence


@pytest.fixture
def few(monkeypatch):
    """Keep few avatars; skip where they cannot be drawn."""
    if render.missing():
        pytest.skip("Drawing avatars needs the extra `train`.")
    monkeypatch.setattr(cache, "HELD_OUT", {"test": 2, "valid": 3})


def avatars():
    return sources.user_folder(sources.DATASETS["avatars"]) / "avatars.npz"


def test_avatars_are_drawn(genplay, few):
    outcome = genplay("data", "avatars", "--count", 4)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == f"4 avatars to train on and 5 others are in {avatars()}.\n"
    assert [len(cache.load(split).images) for split in ("train", "valid", "test")] == [4, 3, 2]
    assert genplay("data", "avatars", "--count", 3).out == outcome.out  # there are more already


def test_as_many_are_drawn_as_a_training_wants(genplay, few, monkeypatch):
    wanted = []
    monkeypatch.setattr(cache, "make", lambda count, progress: wanted.append(count))
    genplay("data", "avatars")
    assert wanted == [cache.COUNT] == [60_000]


def test_avatars_that_were_drawn_elsewhere_are_imported(genplay, few, tmp_path):
    genplay("data", "avatars", "--count", 4)
    avatars().rename(tmp_path / "avatars.npz")
    outcome = genplay("data", "avatars", "--from", tmp_path)
    assert (outcome.code, outcome.out) == (0, f"4 avatars to train on and 5 others are in {avatars()}.\n")
    assert len(cache.load("train").images) == 4
    (tmp_path / "avatars.npz").write_bytes(b"something else")
    assert "damaged" in genplay("data", "avatars", "--from", tmp_path).sentence


def test_what_drawing_needs_is_said(genplay, monkeypatch):
    monkeypatch.setattr(render, "find_spec", lambda name: None)
    render.style.cache_clear()
    outcome = genplay("data", "avatars")
    assert outcome.code == 1
    assert outcome.sentence.startswith("genplay: Drawing avatars needs dicebear, ")
    assert not avatars().exists()


def test_a_count_is_for_drawing_only(genplay, tmp_path):
    for words in (("mnist",), ("mnist", "--from", tmp_path), ("avatars", "--from", tmp_path)):
        outcome = genplay("data", *words, "--count", 5)
        assert outcome.code == 1
        assert "--count" in outcome.sentence
