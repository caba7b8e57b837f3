"""Files are written as a whole or not at all, and read as a whole or refused with a sentence."""

import errno
import os
from pathlib import Path

import pytest

from genplay.errors import UserError
from genplay.files import atomic_write, read_whole


def test_atomic_write_replaces_the_content(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    with atomic_write(path) as stream:
        stream.write(b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_an_error_in_the_block_leaves_what_was_there(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    with pytest.raises(TypeError), atomic_write(path) as stream:
        stream.writelines([b"half", None])  # the second is no bytes
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_no_space_left_is_a_sentence_and_loses_nothing(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    with pytest.raises(UserError, match="no space left"), atomic_write(path):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert path.read_bytes() == b"old"


def test_destinations_that_cannot_be_written(tmp_path: Path):
    (tmp_path / "file").touch()
    for name, word in ((".", "a folder"), ("missing/a", "does not exist"), ("file/a", "not a folder")):
        with pytest.raises(UserError, match=word), atomic_write(tmp_path / name) as stream:
            stream.write(b"x")


def test_read_whole_returns_the_content(tmp_path: Path):
    path = tmp_path / "a.bin"
    path.write_bytes(b"abc")
    assert read_whole(path, limit=3) == b"abc"


def test_read_whole_refuses_with_a_sentence(tmp_path: Path):
    (tmp_path / "empty").touch()
    (tmp_path / "large").write_bytes(b"abcd")
    cases = [("missing", "no file"), (".", "is a folder"), ("empty", "is empty"), ("large", "at most")]
    for name, word in [*cases, ("large/a", "cannot be read"), ("a\0b", "cannot be read")]:
        with pytest.raises(UserError, match=word):
            read_whole(tmp_path / name, limit=3)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="This system has no named pipes.")
def test_read_whole_does_not_wait_for_a_pipe(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UserError, match="not an ordinary file"):
        read_whole(tmp_path / "pipe", limit=3)


def test_read_whole_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "secret"
    path.write_bytes(b"abc")

    def refuse(self: Path) -> bytes:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(self))

    monkeypatch.setattr(Path, "read_bytes", refuse)  # chmod does not stop an administrator
    with pytest.raises(UserError, match="permissions"):
        read_whole(path, limit=3)
