"""The program as a whole: exit codes, one sentence a refusal, nothing imported that is not needed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import genplay.cli
from genplay import __version__

COMMANDS = ("open", "score", "sample", "evaluate", "checkpoints", "train", "data", "screenshot", "doctor")


def fails_with(error):
    def command(options):
        raise error

    return command


def test_the_version_is_said(genplay):
    outcome = genplay("--version")
    assert (outcome.code, outcome.out.strip()) == (0, f"genplay {__version__}")


def test_help_names_every_command(genplay):
    outcome = genplay("--help")
    assert outcome.code == 0
    assert all(f"\n    {command}" in outcome.out for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(genplay, command):
    outcome = genplay(command, "--help")
    assert outcome.code == 0
    assert outcome.out.startswith(f"usage: genplay {command}")


def test_a_refusal_is_its_sentence_and_1(genplay):
    outcome = genplay("data", "imagenet")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.sentence == (
        "genplay: There is no data set 'imagenet'; known are mnist, fashion-mnist, binarized-mnist, avatars."
    )


def test_an_interruption_is_130(genplay, monkeypatch):
    monkeypatch.setattr("genplay.cli.listing.checkpoints", fails_with(KeyboardInterrupt()))
    assert genplay("checkpoints").code == 130


def test_a_fault_of_ours_is_not_hidden(genplay, monkeypatch):
    monkeypatch.setattr("genplay.cli.listing.checkpoints", fails_with(ZeroDivisionError()))
    with pytest.raises(ZeroDivisionError):
        genplay("checkpoints")


def test_a_name_that_the_terminal_cannot_show_is_no_crash(genplay, tmp_path):
    outcome = genplay("score", tmp_path / "\udcff.png")
    assert outcome.code == 1
    assert "\\udcff.png" in outcome.sentence


def test_it_runs_as_a_module_from_any_folder(tmp_path):
    words = [sys.executable, "-m", "genplay", "checkpoints"]
    done = subprocess.run(words, check=False, capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 0
    assert "nade" in done.stdout
    assert done.stderr == ""


def printing_to(output):
    return subprocess.run(
        [sys.executable, "-m", "genplay", "checkpoints"],
        check=False,
        stdout=output,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_whoever_has_seen_enough_may_close_the_pipe():
    """As `genplay checkpoints | head -0` does."""
    reader, writer = os.pipe()
    os.close(reader)
    done = printing_to(writer)
    os.close(writer)
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="There is no /dev/full here.")
def test_a_full_disk_under_the_output_is_a_sentence():
    with Path("/dev/full").open("w") as full:
        done = printing_to(full)
    assert (done.returncode, done.stderr) == (1, "genplay: No space left on device.\n")


HEAVY = "{'numpy', 'torch', 'PySide6', 'PIL', 'rich', 'safetensors'} & set(sys.modules)"


@pytest.mark.parametrize("words", [[], ["--help"], ["train", "--minutes", "x"]], ids=str)
def test_a_wrong_call_costs_no_import(words):
    program = f"import sys, contextlib\nfrom genplay.cli import main\nif {words}:\n"
    program += (
        f"  with contextlib.suppress(SystemExit): main({words})\nsys.exit(str({HEAVY}) if {HEAVY} else 0)"
    )
    done = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_the_entry_point_is_main():
    from importlib.metadata import entry_points

    (script,) = entry_points(group="console_scripts", name="genplay")
    assert script.load() is genplay.cli.main
