"""Files are written as a whole or not at all, and read as a whole or refused with a sentence."""

import csv
import errno
import os
from pathlib import Path

import pytest

from genplay.errors import UserError
from genplay.files import atomic_write, read_whole, save_csv


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


def test_rows_are_read_back_as_they_were_written(tmp_path: Path):
    rows = [
        ("name", "p"),
        ("I(A;B|C=c), bits", 0.1),
        ('a "quote"', ""),
        ("2^784", 2**784),
        ("먹", "line\nbreak"),
    ]
    save_csv(tmp_path / "a.csv", iter(rows))
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as stream:
        assert list(csv.reader(stream)) == [[str(value) for value in row] for row in rows]
    assert (tmp_path / "a.csv").read_bytes().startswith(b"name,p\r\n")


def test_a_row_that_fails_leaves_the_file_that_was_there(tmp_path: Path):
    path = tmp_path / "a.csv"
    path.write_text("old")
    with pytest.raises(ZeroDivisionError):
        save_csv(path, ((1, 1 // left) for left in (2, 1, 0)))
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_rows_that_cannot_be_written_are_a_sentence(tmp_path: Path):
    with pytest.raises(UserError, match="does not exist"):
        save_csv(tmp_path / "none" / "a.csv", [("a", "b")])
