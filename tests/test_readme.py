"""The README is held to what it says: its commands, its tables, its pictures."""

import gc
import re
import shlex
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from genplay import paths
from genplay.cli.arguments import parser
from genplay.data.sources import DATASETS
from genplay.engine import session as sessions
from genplay.engine.checkpoints import list_checkpoints
from genplay.engine.system import APT_LINE
from genplay.families import FAMILIES

PROJECT = Path(__file__).resolve().parent.parent
README = (PROJECT / "README.md").read_text(encoding="utf-8")


def block(mark):
    """Return the lines of the fenced block after a mark."""
    found = re.search(rf"<!-- {mark} -->\n```sh\n(.*?)\n```", README, re.DOTALL)
    assert found, mark
    return found[1].splitlines()


def test_two_commands_do_everything():
    assert block("open") == [
        "python3 -m venv .venv && .venv/bin/python -m pip install . && .venv/bin/genplay"
    ]
    assert block("test") == [
        "python3 -m venv .venv && .venv/bin/python -m pip install -e '.[test]' "
        "&& .venv/bin/python -m pytest -n auto"
    ]


@pytest.mark.skipif(not (PROJECT / ".ci" / "run").exists(), reason="Only a checkout has .ci/run.")
def test_what_lands_is_tested_with_the_readmes_own_command():
    """The lines of .ci/run that read the README, run here without what they would do."""
    script = (PROJECT / ".ci" / "run").read_text()
    (reading,) = re.findall(r"^test_command=.*$", script, re.MULTILINE)
    (install,) = re.findall(r'^eval "(.*-m pytest.*)"$', script, re.MULTILINE)
    program = f'{reading}\nprintf "%s\\n" "$test_command" "{install}"'
    done = subprocess.run(["bash", "-c", program], check=True, capture_output=True, text=True, cwd=PROJECT)
    whole, installing = done.stdout.splitlines()
    assert [whole] == block("test")
    assert installing.strip() == whole.partition("&& .venv/bin/python -m pytest")[0].strip()


def test_the_apt_line_is_the_one_that_doctor_prints():
    assert block("apt") == [APT_LINE]


def test_the_torch_that_is_chosen_is_one_that_genplay_takes():
    wanted = re.findall(r'"(torch>[^"]*)"', (PROJECT / "pyproject.toml").read_text())
    assert set(re.findall(r"'(torch>=[^']*)'", README)) == set(wanted)


def test_the_models_table_is_what_the_headers_say(genplay_checkpoints):
    """Mend it with `genplay checkpoints --markdown`."""
    table = re.search(r"<!-- models -->\n(.*?)<!-- /models -->", README, re.DOTALL)
    assert table
    assert table[1] == genplay_checkpoints


@pytest.fixture
def genplay_checkpoints(capsys):
    from genplay.cli import main

    assert {entry.path.parent for entry in list_checkpoints()} == {paths.checkpoints()}
    assert main(["checkpoints", "--markdown"]) == 0
    return capsys.readouterr().out


def calls():
    lines = re.search(r"```sh\n(genplay score.*?)\n```", README, re.DOTALL)
    assert lines
    return [shlex.split(line, comments=True)[1:] for line in lines[1].splitlines()]


@pytest.mark.parametrize("call", calls(), ids=" ".join)
def test_every_command_line_can_be_typed(call):
    assert callable(parser().parse_args(call).run)


def test_every_command_is_shown():
    shown = {call[0] for call in calls()}
    everything = {
        "score",
        "sample",
        "checkpoints",
        "evaluate",
        "train",
        "data",
        "screenshot",
        "doctor",
        "--smoke",
    }
    assert shown == everything


def test_every_data_set_is_there_with_its_licence():
    for name, dataset in DATASETS.items():
        assert f"| `{name}` | {dataset.licence} |" in README


def test_pictures_and_files_that_it_points_to_are_there():
    targets = [target for target in re.findall(r"\]\(([^)]*)\)", README) if "://" not in target]
    assert len([target for target in targets if target.endswith(".png")]) == 10
    assert all((PROJECT / target).is_file() for target in targets)


@pytest.mark.parametrize(
    ("name", "tab"),
    [("dark", "autoregressive"), ("compare", "autoregressive"), ("grey", "autoregressive"), ("gan", "gan")],
)
def test_the_sessions_of_its_pictures_open(name, tab):
    assert sessions.read(PROJECT / "assets" / "readme" / f"{name}.genplay").tab == tab


@pytest.mark.parametrize("tab", [one.id for one in FAMILIES])
def test_every_key_is_that_commands(qtbot, monkeypatch, tab):
    monkeypatch.setattr(gc, "freeze", lambda: None)  # or the window could not be collected
    from genplay.ui.app import application
    from genplay.ui.appearance import Appearance
    from genplay.ui.main_window import MainWindow
    from genplay.ui.settings import Settings

    look = Appearance(application(), Settings(theme="light"), remember=False)
    window = MainWindow(look, replace(sessions.fresh(), tab=tab))
    try:
        window.show()
        qtbot.waitUntil(
            lambda: any(command.id.startswith(f"{tab}.") for command in window.commands.offered())
        )
        keys = {command.shortcut: command.text for command in window.commands.offered() if command.shortcut}
    finally:
        window.close()
    rows = [row for mark in ("window", tab) for row in keys_of(mark)]
    assert len(rows) >= 30
    assert len({key for key, _ in rows}) == len(rows)
    assert dict(rows) == keys  # all that it shows is true, and all that there is is shown


def keys_of(mark):
    table = README[README.index(f"<!-- keys {mark} -->") :].split("\n\n")[0]
    return re.findall(r"`([^`]+)` \| ([^|]+) \|", table)
