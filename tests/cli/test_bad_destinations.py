"""Where nothing can be written: one sentence, the old file untouched, nothing left lying about."""

import errno
import os
import subprocess
import sys

import pytest

OLD = b"the one before"


def calls(out):
    """Return the commands that write to ``out``."""
    return {
        "sample": ("sample", "ar1", "--n", 4, "--out", out),
        "screenshot": ("screenshot", "autoregressive", "--out", out),
    }


writing = pytest.mark.parametrize("command", ["sample", "screenshot"])


@pytest.fixture
def target(tmp_path):
    """Return a file with content, alone in its folder."""
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "a.png").write_bytes(OLD)
    return folder / "a.png"


def untouched(target):
    return target.read_bytes() == OLD and list(target.parent.iterdir()) == [target]


@writing
def test_a_folder_in_its_place(genplay, tmp_path, command):
    folder = tmp_path / "grid.png"
    folder.mkdir()
    outcome = genplay(*calls(folder)[command])
    assert outcome.code == 1
    assert outcome.sentence == ("genplay: grid.png cannot be written: a folder of that name is there.")
    assert list(folder.iterdir()) == []
    assert list(tmp_path.glob(".*")) == []


@writing
def test_a_folder_that_does_not_exist(genplay, tmp_path, command):
    outcome = genplay(*calls(tmp_path / "none" / "a.png")[command])
    assert outcome.code == 1
    assert outcome.sentence.endswith(f"the folder {tmp_path / 'none'} does not exist.")
    assert not (tmp_path / "none").exists()


@writing
def test_a_file_in_the_folders_place(genplay, target, command):
    outcome = genplay(*calls(target / "b.png")[command])
    assert outcome.code == 1
    assert outcome.sentence.endswith(f"{target} is not a folder.")
    assert untouched(target)


@writing
@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EROFS, "is read-only."),
        (errno.EACCES, "you may not write to"),
        (errno.ENOSPC, "There is no space left to write a.png; the file that was there is untouched."),
    ],
)
def test_a_disk_that_takes_no_new_file(genplay, target, monkeypatch, command, number, words):
    def refuse(*_, **__):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("genplay.files.tempfile.mkstemp", refuse)
    outcome = genplay(*calls(target)[command])
    assert outcome.code == 1
    assert words in outcome.sentence
    assert untouched(target)


@writing
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_disk_that_fills_up_on_the_way(genplay, target, monkeypatch, command, step):
    def fail(*_, **__):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("genplay.files.os.fsync" if step == "fsync" else "pathlib.Path.replace", fail)
    outcome = genplay(*calls(target)[command])
    assert outcome.code == 1
    assert "no space left to write a.png" in outcome.sentence
    assert untouched(target)


@pytest.mark.skipif(sys.platform != "linux", reason="Only Linux limits the size of files like this.")
@writing
def test_a_real_limit_on_the_size_of_files(target, command):
    """The kernel itself refuses the bytes: nothing here is pretended."""
    words = [str(word) for word in calls(target)[command]]
    program = (
        "import resource, signal, sys; from genplay.cli import main;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (200, 200));"
        f"sys.exit(main({words}))"
    )
    done = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True, text=True)
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert (
        line
        == "genplay: a.png would be larger than this system allows; the file that was there is untouched."
    )
    assert untouched(target)
