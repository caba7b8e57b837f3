"""What every test stands on: no display, one thread, a home of its own, full data sets if there are any."""

import os

# Before anything imports Qt, NumPy or torch: all three read these once.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import gc
import sys
import threading
from collections.abc import Callable, Generator, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

from genplay import paths
from genplay.data import sources

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget
    from torch import nn

    from genplay.engine.header import Header

PROJECT = Path(__file__).resolve().parent.parent
DATA_FOLDERS = (paths.user_data() / "data", PROJECT.parent / "shared" / "data")  # before the home is replaced
GARBAGE = 100_000  # new objects until the collector comes by
PATIENCE = 20.0  # seconds for a thread that was told to end
HOME_VARIABLES = (
    "XDG_DATA_HOME",
    "XDG_STATE_HOME",
    "XDG_CONFIG_HOME",
    "XDG_CACHE_HOME",
    "WIN_PD_OVERRIDE_LOCAL_APPDATA",
)

# The private home is one for all examples of a test, and that is meant.
settings.register_profile(
    "genplay", deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
settings.load_profile("genplay")


@pytest.fixture(autouse=True)
def private_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test, and the processes it starts, an empty user folder; return the folder above it."""
    home = tmp_path_factory.mktemp("home")
    for variable in HOME_VARIABLES:
        monkeypatch.setenv(variable, str(home / variable.lower()))
    return home


@pytest.fixture(scope="session")
def qapp() -> "QApplication":
    """Return the application as genplay makes it."""
    from genplay.ui.app import application

    return application()


_failed = pytest.StashKey[bool]()

# As in the application, no thread but this one destroys what is left of a window: see ``leaves_nothing``.
gc.disable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember whether a test has failed: its traceback then keeps alive whatever it names."""
    report = yield
    item.stash[_failed] = item.stash.get(_failed, False) or report.failed
    return report


@pytest.fixture(autouse=True)
def leaves_nothing(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a window or one of genplay's threads behind."""
    before, running = set(_top_levels()), threading.enumerate()
    yield
    if request.node.stash.get(_failed, False):
        return
    left = [t for t in threading.enumerate() if t.name.startswith("genplay") and t not in running]
    for thread in left:  # one that was told to end may still be about to
        thread.join(PATIENCE)
    threads = [thread.name for thread in left if thread.is_alive()]
    assert not threads, f"threads left running: {threads}"
    windows = _top_levels().keys() - before
    if windows or gc.get_count()[0] > GARBAGE:  # the collector is too slow to be called every time
        gc.collect()
        windows = _top_levels().keys() - before
    assert not windows, f"windows left behind: {[_top_levels()[window] for window in windows]}"


def _top_levels() -> "dict[int, QWidget]":
    """Return the windows by their place in memory: Python's halves of them come and go."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    application = widgets.QApplication.instance() if widgets else None
    if application is None:
        return {}
    core = sys.modules["PySide6.QtCore"]
    application.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)
    return {
        sys.modules["shiboken6"].getCppPointer(widget)[0]: widget
        for widget in application.topLevelWidgets()
        if not widget.inherits("QTipLabel")  # Qt keeps the label of its tooltips itself
    }


@pytest.fixture
def head_of() -> "Callable[..., Header]":
    """Return a function that makes the header of a network: it says no more than the values given."""
    from genplay.engine.header import DataSource, Header

    def make(model: str, network: "nn.Module", **values: object) -> Header:
        nothing = {"recipe": {}, "seed": 0, "steps": 1, "minutes": 0, "machine": "", "genplay_version": ""}
        said: dict[str, Any] = {
            "architecture": type(network).__module__.rpartition(".")[2],
            "config": asdict(network.config),
            "data": DataSource(name="made up", split="", checksum="", licence="", attribution=""),
            "figures": (),
        }
        return Header(**{"model": model, **nothing, **said, **values})

    return make


@pytest.fixture
def full_data() -> Callable[[str], Path]:
    """Return a function from a data set's name to its folder; it skips the test where there is none."""

    def find(name: str) -> Path:
        for folder in DATA_FOLDERS:
            if any(sources.find(file, folder / name) for file in sources.named(name).files):
                return folder / name
        pytest.skip(f"The full data set {name} is not on this machine (genplay data {name}).")

    return find
