"""The application's start and end, and what becomes of errors that nobody expected."""

import gc
import os
import signal
import sys
import threading
from functools import partial

import pytest
from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from genplay.engine import session as sessions
from genplay.engine.session import Session
from genplay.engine.worker import Worker
from genplay.families.autoregressive import AutoregressiveState
from genplay.ui import app, settings, theme
from genplay.ui.app import Faults, application
from genplay.ui.main_window import MainWindow
from genplay.ui.settings import Settings
from genplay.ui.widgets.toast import Toast


@pytest.fixture
def hooks(monkeypatch):
    """Give Python's hooks and the interrupt back after the test."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    before = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, before)


def test_there_is_one_application(qapp):
    assert application() is application() is qapp
    assert qapp.applicationName() == "genplay"


def test_the_window_gets_its_share_of_the_interpreter(qapp):
    application()
    assert sys.getswitchinterval() == pytest.approx(0.001)
    assert os.environ["OMP_WAIT_POLICY"] == "PASSIVE"


# -- unexpected errors -------------------------------------------------------------------------------------


class Clumsy(QObject):
    pressed = Signal()

    def __init__(self, message="boom"):
        super().__init__()
        self.message = message
        self.pressed.connect(self.stumble)

    @Slot()
    def stumble(self):
        raise ZeroDivisionError(self.message)


@pytest.fixture
def guarded(open_window, hooks):
    """A window in which unexpected errors are caught; not a shared one, or ``run`` would wait for its end."""
    screen = open_window()
    faults = Faults(screen.window)
    faults.install()
    yield screen
    faults.deleteLater()


def test_an_error_in_a_slot_is_said_and_the_window_lives(guarded, capsys):
    clumsy = Clumsy()
    clumsy.pressed.emit()
    guarded.until(lambda: guarded.toasts)
    assert guarded.toasts == ["Something went wrong in genplay (ZeroDivisionError: boom)."]
    (toast,) = guarded.window.findChildren(Toast)
    guarded.click("Details")
    assert "in stumble" in toast.findChild(QPlainTextEdit).toPlainText()
    assert "ZeroDivisionError: boom" in capsys.readouterr().err
    before = guarded.state
    guarded.key("I")
    assert guarded.state != before


def test_an_error_in_a_thread_is_said_too(guarded, capsys):
    thread = threading.Thread(target=Clumsy("in a thread").stumble)
    thread.start()
    thread.join()
    assert guarded.toasts == []  # said by the window's own thread, and not before it comes to it
    guarded.until(lambda: guarded.toasts)
    assert guarded.toasts == ["Something went wrong in genplay (ZeroDivisionError: in a thread)."]
    assert "in stumble" in capsys.readouterr().err


def test_the_same_error_at_sixty_hertz_is_one_notice(guarded, capsys):
    clumsy, another = Clumsy(), Clumsy("another")
    for _ in range(60):
        clumsy.pressed.emit()
    another.pressed.emit()
    guarded.until(lambda: len(guarded.toasts) == 2)
    QTest.qWait(1)
    assert len(guarded.toasts) == 2
    assert capsys.readouterr().err.count("ZeroDivisionError: boom") == 60


def test_leaving_is_no_error(guarded, capsys):
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    QTest.qWait(1)
    assert guarded.toasts == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


# -- from start to end -------------------------------------------------------------------------------------


@pytest.fixture
def begin(qapp, engine, hooks, monkeypatch):
    """Return a function that runs the application until ``act(window)`` has closed it."""

    def run(act, file=None):
        def wait():
            for window in QApplication.topLevelWidgets():
                if isinstance(window, MainWindow) and window.stages and not window.stage.busy:
                    clock.stop()
                    act(window)

        clock = QTimer(interval=5)
        clock.timeout.connect(wait)
        clock.start()
        return app.run(file)

    monkeypatch.setattr(app, "MainWindow", partial(MainWindow, engine=engine))
    yield run
    engine.release()


def test_it_runs_until_the_window_is_closed(begin):
    seen = []

    def act(window):
        seen.append((window.width(), window.height(), window.stage.state))
        window.close()

    assert begin(act) == 0
    assert seen == [(1280, 720, sessions.fresh().states["foundations"])]


def test_it_begins_as_it_was_left(begin):
    settings.save(Settings(theme="dark", width=1400, height=800))
    seen = []

    def act(window):
        seen.append((window.width(), window.height(), theme.current().name))
        window.resize(1450, 850)
        window.close()

    begin(act)
    assert seen == [(1400, 800, "dark")]
    assert (settings.read().width, settings.read().height) == (1450, 850)


def test_a_file_is_opened_at_the_start(begin, tmp_path):
    state = AutoregressiveState(drawing=sessions.first_drawing(), cursor=3)
    sessions.save(tmp_path / "a.genplay", Session("autoregressive", {"autoregressive": state}))
    seen = []

    def act(window):
        seen.append(window.stage.state)
        window.close()

    begin(act, tmp_path / "a.genplay")
    assert seen == [state]


def test_an_interrupt_closes_the_window(begin):
    def act(window):
        threading.Timer(0.01, os.kill, (os.getpid(), signal.SIGINT)).start()

    assert begin(act) == 0


class Knot:
    """What only Python's collector can free."""

    def __init__(self, freed):
        self.me = self
        self.freed = freed

    def __del__(self):
        self.freed.append(threading.current_thread())


@pytest.fixture
def collecting():
    """Collect as Python does by itself."""
    gc.enable()
    yield
    gc.disable()


def test_what_is_left_of_a_window_is_collected_in_its_own_thread(begin, collecting):
    before, freed, wait = [], [], QTimer(interval=5)

    def act(window):
        Knot(freed)
        busy = threading.Thread(target=lambda: [[] for _ in range(20 * gc.get_threshold()[0])])
        busy.start()
        busy.join()
        before.extend(freed)
        wait.timeout.connect(lambda: freed and window.close())
        wait.start()

    begin(act)
    wait.stop()
    assert before == []
    assert freed == [threading.main_thread()]


def test_a_worker_that_does_not_end_does_not_keep_the_process(begin, engine, monkeypatch):
    monkeypatch.setattr(Worker.close, "__defaults__", (0.01,))
    ended = []

    def leave(
        code,
    ):  # in truth nothing lives on; here the thread must not deliver to a window that is taken down
        ended.append(code)
        engine.release()
        for thread in threading.enumerate():
            if thread.name == "genplay-worker":
                thread.join()

    monkeypatch.setattr(os, "_exit", leave)

    def act(window):
        engine.hold()
        window.stage.tab.clear()
        QTest.qWait(1)
        window.close()

    assert begin(act) == 0
    assert ended == [0]
