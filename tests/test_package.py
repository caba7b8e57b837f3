"""What is installed: everything inside the wheel, and no import that is not needed."""

import json
import os
import pkgutil
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.version import Version

import genplay
from genplay import paths

PROJECT = Path(__file__).resolve().parent.parent
MEGABYTES = 80  # of all checkpoints together


def modules(*rooms):
    """Return the names of all modules in these rooms."""
    return [
        found.name
        for found in pkgutil.walk_packages(genplay.__path__, "genplay.")
        if found.name.split(".")[1] in rooms
    ]


def imported_by(names):
    """Return what a fresh Python has imported after these modules."""
    program = f"import sys, importlib\nfor name in {names}: importlib.import_module(name)\n"
    program += "print(*{name.partition('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def test_window_families_and_data_are_imported_without_torch():
    names = modules("ui", "families", "data")
    assert {"genplay.ui.main_window", "genplay.ui.tabs.autoregressive", "genplay.data.mnist"} <= set(names)
    found = imported_by(names)
    assert "PySide6" in found
    assert not found & {"torch", "numba", "lightning_fabric", "hypothesis", "pytest"}


def test_everything_below_the_window_is_imported_without_qt():
    names = modules("cli", "train", "engine", "pipelines", "data", "models", "families")
    assert {"genplay.cli.window", "genplay.engine.worker"} <= set(names)
    assert not imported_by(names) & {"PySide6", "pyqtgraph", "superqt", "shiboken6"}


def test_the_version_is_one():
    with (PROJECT / "pyproject.toml").open("rb") as stream:
        assert genplay.__version__ == tomllib.load(stream)["project"]["version"] == version("genplay")


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="Only below Python 3.12 is PySide6 6.12 at fault.")
def test_no_qt_that_loses_references_is_installed():
    """6.12.0 drops references of True and None below Python 3.12, and aborts within seconds."""
    assert Version("6.10") <= Version(version("PySide6-Essentials")) < Version("6.12")


def test_a_signal_costs_no_reference_of_true():
    from PySide6.QtCore import QObject, Signal

    class Sender(QObject):
        told = Signal(bool)

    sender, before = Sender(), sys.getrefcount(True)
    for _ in range(5000):
        sender.told.emit(True)
    assert sys.getrefcount(True) > before - 100


def test_the_checkpoints_are_small_enough_to_carry():
    assert sum(path.stat().st_size for path in paths.checkpoints().iterdir()) < MEGABYTES * 1e6


# -- the wheel ---------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Build the wheel and return its path."""
    pytest.importorskip("hatchling", reason="needs hatchling, which is in the test extra")
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, check=True, cwd=PROJECT, capture_output=True)
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """Unpack the wheel and return a function that runs genplay from there, in a folder of its own."""
    site, elsewhere = tmp_path_factory.mktemp("site"), tmp_path_factory.mktemp("elsewhere")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)

    def run(*words):
        environment = {**os.environ, "PYTHONPATH": str(site)}
        return subprocess.run(
            [sys.executable, *map(str, words)],
            check=False,
            capture_output=True,
            text=True,
            cwd=elsewhere,
            env=environment,
        )

    run.site = site
    return run


def test_the_wheel_holds_every_module_asset_and_checkpoint(wheel):
    with zipfile.ZipFile(wheel) as archive:
        packed = {info.filename: info.file_size for info in archive.infolist()}
    wanted = {path.relative_to(PROJECT).as_posix(): path for path in (PROJECT / "genplay").rglob("*.py")}
    for room in ("avatars", "digits", "fashion", "fonts", "formulas", "icons", "patches"):
        for path in (PROJECT / "assets" / room).rglob("*"):
            wanted[f"genplay/{path.relative_to(PROJECT).as_posix()}"] = path
    for path in (PROJECT / "checkpoints").iterdir():
        wanted[f"genplay/checkpoints/{path.name}"] = path
    missing = {
        name for name, path in wanted.items() if path.is_file() and packed.get(name) != path.stat().st_size
    }
    assert not missing


def test_the_wheel_holds_the_licences_and_nothing_else_at_the_top(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert {name.partition("/")[0] for name in names} == {
        "genplay",
        f"genplay-{genplay.__version__}.dist-info",
    }
    for licence in ("LICENSE", "NOTICE"):
        assert f"genplay-{genplay.__version__}.dist-info/licenses/{licence}" in names


def test_an_installed_genplay_scores_from_any_folder(installed, tmp_path):
    from PIL import Image

    from genplay.data.examples import grey_digits

    Image.fromarray(grey_digits().images[0]).save(tmp_path / "digit.png")
    where = installed("-c", "import genplay; print(genplay.__file__)")
    assert Path(where.stdout.strip()).is_relative_to(installed.site)
    done = installed("-m", "genplay", "score", tmp_path / "digit.png", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    row = json.loads(done.stdout)
    assert row["kind"] == "exact"
    assert row["percentile"] > 50


def test_an_installed_genplay_shows_its_window(installed):
    done = installed("-m", "genplay", "--smoke")
    assert (done.returncode, done.stderr) == (0, "")
