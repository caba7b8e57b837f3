"""Start the application: one QApplication, the window before torch, every error said."""

import os
import signal
import sys
import threading
import time
from pathlib import Path
from types import TracebackType

from pyqtgraph.util.garbage_collector import GarbageCollector
from PySide6.QtCore import QEvent, QObject, QSize, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from genplay.engine import session as sessions
from genplay.engine.device import prepare
from genplay.engine.worker import Failure
from genplay.ui import settings
from genplay.ui.appearance import Appearance
from genplay.ui.main_window import MainWindow
from genplay.ui.translation import sentence

_QUIET_SECONDS = 2.0  # the same fault at 60 Hz is one notice


def application() -> QApplication:
    """Return the process's QApplication, made if there is none."""
    # At Python's own 5 ms a loop in the worker could hold the window up for 74 ms (measured).
    sys.setswitchinterval(0.001)
    prepare()
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    made = QApplication(["genplay"])
    made.setApplicationName("genplay")
    made.setApplicationDisplayName("genplay")
    return made


def run(file: Path | None = None) -> int:
    """Open the window and stay until it is closed; returns the exit code."""
    app = application()
    window = MainWindow(Appearance(app, settings.read()), sessions.fresh())
    faults = Faults(window)
    faults.install()
    remembered = window.appearance.settings
    while not window.has_room_for(window.appearance.scale) and window.appearance.scale > 1:
        window.appearance.zoom(-1)  # kept on a larger screen than this
    window.resize(QSize(remembered.width, remembered.height).boundedTo(window.room()))
    window.show()
    if file is not None:
        QTimer.singleShot(0, window, lambda: window.open_path(file))
    # Not at once: Python may be in the middle of a paint event.
    signal.signal(signal.SIGINT, lambda *_: QTimer.singleShot(0, window.close))
    # Python sees signals only between its own instructions: give it some.
    heartbeat = QTimer(window, interval=500)
    heartbeat.timeout.connect(faults.beat)
    heartbeat.start()
    # Python's own collector runs in whichever thread allocates. In the worker's it would destroy what is left
    # of dialogs and menus there, which Qt does not survive: this one runs in the window's thread alone.
    collector = GarbageCollector()
    code = app.exec()
    collector.timer.stop()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    faults.remove()
    if window.stuck:  # its step may never end, and Python would wait for it; all that is kept is written
        os._exit(code)
    # Now, while Python's half of each widget is whole: Qt goes on calling them until they are gone.
    window.appearance.deleteLater()
    window.deleteLater()
    app.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    return code


class Faults(QObject):
    """Catches exceptions that nobody expected, in any thread, and says them in the window's corner.

    Args:
        window: Where they are said.
    """

    _happened = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._said: dict[str, float] = {}
        self._happened.connect(self._say)

    def install(self) -> None:
        """Take over Python's two hooks."""
        sys.excepthook = self._hook
        threading.excepthook = lambda fault: self._hook(fault.exc_type, fault.exc_value, fault.exc_traceback)

    def remove(self) -> None:
        """Give them back."""
        sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__

    @Slot()
    def beat(self) -> None:
        """Do nothing, in Python."""

    def _hook(
        self, kind: type[BaseException], error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        sys.__excepthook__(kind, error or kind(), traceback)
        if isinstance(error, Exception):
            self._happened.emit(Failure.of(error))

    @Slot(object)
    def _say(self, failure: Failure) -> None:
        text, now = sentence(failure), time.monotonic()
        if now - self._said.get(text, -_QUIET_SECONDS) >= _QUIET_SECONDS:
            self._said[text] = now
            self._window.say("error", text, failure.details)
