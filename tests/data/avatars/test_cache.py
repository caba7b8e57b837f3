"""Avatars are kept whole, checked when they are read, and refused with a sentence if something is wrong."""

import io
import pickle
import zipfile
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from genplay.data.avatars import cache, render
from genplay.data.avatars import spec as specs
from genplay.data.avatars.cache import Avatars, check, import_from, load, make, splits
from genplay.data.sources import DATASETS, user_folder
from genplay.errors import UserError

COUNT = 11


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep few avatars, of few a block."""
    monkeypatch.setattr(cache, "HELD_OUT", {"test": 5, "valid": 4})
    monkeypatch.setattr(cache, "_BLOCK", 4)


@pytest.fixture(scope="module")
def drawn_once(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the content of a file of avatars."""
    if render.missing():
        pytest.skip("Drawing avatars needs the extra `train`.")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cache, "HELD_OUT", {"test": 5, "valid": 4})
        patch.setattr(cache, "_BLOCK", 4)
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("home")))
        patch.setenv("WIN_PD_OVERRIDE_LOCAL_APPDATA", str(tmp_path_factory.mktemp("home")))
        return make(COUNT).read_bytes()


@pytest.fixture
def path(drawn_once: bytes) -> Path:
    """Return the user's file of avatars."""
    own = user_folder(DATASETS["avatars"]) / "avatars.npz"
    own.parent.mkdir(parents=True)
    own.write_bytes(drawn_once)
    return own


def rewritten(path: Path, **arrays: np.ndarray) -> None:
    """Write the file again with other arrays in it."""
    with np.load(path) as stored:
        kept = dict(stored)
    np.savez(path, **{**kept, **arrays})


def test_no_two_avatars_look_alike_and_fewer_are_the_first_of_more():
    many, few = splits(60), splits(7)
    looks = [specs.visible(avatar) for part in many.values() for avatar in part]
    assert len(set(looks)) == len(looks) == 5 + 4 + 60
    assert few["train"] == many["train"][:7]
    assert (few["test"], few["valid"]) == (many["test"], many["valid"])


def test_no_training_avatar_looks_like_a_held_out_one(monkeypatch: pytest.MonkeyPatch):
    """Among so few it would happen all the time."""
    pool = splits(80)["train"]
    monkeypatch.setattr(specs, "random", lambda rng: pool[int(rng.random() * len(pool))])
    few = splits(60)
    assert {*few["test"], *few["valid"]}.isdisjoint(few["train"])
    assert len(set(few["train"])) == 60


def test_what_is_kept_is_what_is_drawn(path: Path):
    for split, avatars in splits(COUNT).items():
        kept = load(split)
        assert isinstance(kept, Avatars)
        assert tuple(map(specs.from_code, kept.codes)) == avatars
        np.testing.assert_array_equal(kept.images, np.stack([render.render(avatar) for avatar in avatars]))
        np.testing.assert_array_equal(
            kept.attributes, np.stack([specs.attributes(avatar) for avatar in avatars])
        )
    assert check(path) == COUNT


@pytest.mark.parametrize("count", [1, 4, 6, COUNT])
def test_a_part_of_them_is_the_first(path: Path, count: int):
    part, whole = load("train", count), load("train")
    np.testing.assert_array_equal(part.images, whole.images[:count])
    np.testing.assert_array_equal(part.codes, whole.codes[:count])


def test_another_folder_may_hold_them(path: Path, tmp_path: Path):
    path.rename(tmp_path / "avatars.npz")
    assert len(load("valid", folder=tmp_path).images) == 4
    with pytest.raises(UserError, match="run 'genplay data avatars', or"):
        load("valid")


def test_more_than_there_are_says_how_to_draw_them(path: Path):
    with pytest.raises(UserError, match=r"There are 11 avatars in .* 'genplay data avatars --count 12'"):
        load("train", 12)


def test_drawing_again_gives_the_same_bytes_and_is_not_needed(path: Path, monkeypatch: pytest.MonkeyPatch):
    before = path.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(render, "render", None)
        assert make(COUNT) == path
    path.write_bytes(before[:-1])
    steps: list[tuple[int, int]] = []
    assert make(COUNT, lambda done, total: steps.append((done, total))).read_bytes() == before
    assert steps[-1] == (20, 20)
    assert [done for done, _ in steps] == sorted(done for done, _ in steps)
    make(COUNT + 1)
    assert check(path) == COUNT + 1
    more = path.read_bytes()
    make(COUNT)  # which are the first of those that are there
    assert path.read_bytes() == more


def test_what_stops_leaves_what_was_there(path: Path):
    before = path.read_bytes()

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make(COUNT + 1, stop)
    assert [file.read_bytes() for file in path.parent.iterdir()] == [before]


def test_without_the_packages_nothing_is_written(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(render, "find_spec", lambda name: None)
    render.style.cache_clear()
    with pytest.raises(UserError, match="needs dicebear"):
        make(COUNT)
    assert not user_folder(DATASETS["avatars"]).exists()


def test_a_folder_that_cannot_be_made_is_told(drawn_once: bytes, tmp_path: Path):
    (tmp_path / "avatars.npz").write_bytes(drawn_once)
    folder = user_folder(DATASETS["avatars"])
    folder.parent.parent.mkdir(parents=True)
    folder.parent.touch()
    for write in (lambda: make(COUNT), lambda: import_from(tmp_path)):
        with pytest.raises(UserError, match="cannot be made"):
            write()


def test_avatars_that_were_drawn_elsewhere_are_imported(path: Path, tmp_path: Path):
    before = path.read_bytes()
    path.rename(tmp_path / "avatars.npz")
    assert import_from(tmp_path) == path
    assert path.read_bytes() == before
    assert import_from(path.parent) == path
    (tmp_path / "avatars.npz").write_bytes(before[:-100])
    with pytest.raises(UserError, match="damaged"):
        import_from(tmp_path)
    assert path.read_bytes() == before
    with pytest.raises(UserError, match="no folder"):
        import_from(tmp_path / "none")


def test_another_version_is_refused(path: Path):
    rewritten(path, version=np.array(cache.VERSION + 1))
    for read in (lambda: load("test"), lambda: check(path)):
        with pytest.raises(UserError, match="another version of genplay; 'genplay data avatars' draws"):
            read()


@pytest.mark.parametrize(
    "arrays",
    [
        {"test_images": np.zeros((5, 64, 64, 3), np.uint8)},
        {"test_codes": np.zeros((5, 20), np.uint8)},
        {"test_codes": np.full((5, 20), 99, np.uint8)},
        {"test_codes": np.zeros((6, 20), np.uint8)},
        {"test_codes": np.zeros((5, 19), np.uint8)},
        {"test_codes": np.zeros((5, 20), np.int16)},
        {"test_digests": np.zeros((1, 32), np.uint8)},
        {"test_images": np.zeros((5, 64, 64), np.uint8)},
        {"test_images": np.zeros((0, 64, 64, 3), np.uint8), "test_codes": np.zeros((0, 20), np.uint8)},
        {"test_images": np.asfortranarray(np.zeros((5, 64, 64, 3), np.uint8))},
        {"version": np.array("one")},
    ],
)
def test_other_content_is_refused(path: Path, arrays: dict[str, np.ndarray]):
    rewritten(path, **arrays)
    for read in (lambda: load("test"), lambda: check(path)):
        with pytest.raises(UserError, match=r"avatars\.npz is damaged; 'genplay data avatars' draws"):
            read()


def test_a_split_of_another_size_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(cache, "HELD_OUT", {"test": 6, "valid": 4})
    with pytest.raises(UserError, match="damaged"):
        check(path)


@pytest.mark.parametrize("content", [b"", b"PK", b"no zip at all" * 100, pickle.dumps([1, 2, 3])])
def test_other_files_are_refused(path: Path, content: bytes):
    path.write_bytes(content)
    with pytest.raises(UserError, match="damaged"):
        load("train")


def test_pickles_are_not_opened(path: Path):
    class Bomb:
        def __reduce__(self):
            return pytest.fail, ("a pickle was opened",)

    inner = io.BytesIO()
    np.save(inner, np.array([Bomb()], dtype=object), allow_pickle=True)
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("version.npy", inner.getvalue())
    with pytest.raises(UserError, match="damaged"):
        load("train")


def test_a_size_that_is_only_claimed_takes_no_memory(path: Path):
    with np.load(path) as stored:
        kept = dict(stored)
    np.savez(path, **{name: array for name, array in kept.items() if name != "train_images"})
    with zipfile.ZipFile(path, "a") as file, file.open("train_images.npy", "w") as entry:
        shape = (10**12, 64, 64, 3)
        np.lib.format.write_array_header_1_0(entry, {"descr": "|u1", "fortran_order": False, "shape": shape})
    with pytest.raises(UserError, match="damaged"):
        load("train")


@settings(max_examples=150)
@given(st.data())
def test_no_damaged_file_gives_another_picture(path: Path, drawn_once: bytes, data: st.DataObject):
    content = bytearray(drawn_once)
    for _ in range(data.draw(st.integers(1, 3))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(drawn_once)
    whole = load("train")
    path.write_bytes(content)
    with suppress(UserError):  # any other exception fails
        kept = load("train")
        np.testing.assert_array_equal(kept.images, whole.images)
        np.testing.assert_array_equal(kept.codes, whole.codes)
