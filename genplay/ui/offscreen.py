"""The window without a screen: the screenshot of a tab, and the smoke test."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from genplay.engine.session import Session
from genplay.engine.worker import Failure
from genplay.errors import UserError
from genplay.families import FAMILIES
from genplay.ui.app import application
from genplay.ui.appearance import Appearance
from genplay.ui.main_window import MainWindow
from genplay.ui.settings import Settings
from genplay.ui.window_files import save_pixmap

_PATIENCE_MS = 120_000
_LOOK_MS = 60  # between two looks at what no signal tells, as that what is paced has been shown
_ROUNDS, _ROUND_MS = 20, 60  # longer than what is paced waits


def screenshot(
    session: Session,
    out: Path,
    *,
    size: tuple[int, int] = (1280, 720),
    theme: str = "light",
    scale: float = 1.0,
    projector: bool = False,
    picture: Path | None = None,
) -> None:
    """Write a picture of the window as the session has it, once its first answer is there.

    Args:
        session: What to show.
        out: PNG file.
        size: Width and height of the window in pixels.
        theme: "light", "dark" or "contrast".
        scale: Interface scale, 1.0 to 2.5.
        projector: Whether in projector mode.
        picture: A picture to put on the canvas first.

    Raises:
        UserError: The answer was an error or did not come, the picture cannot be read, or ``out`` not
        written.
    """
    shown = {"projector_scale": max(1.25, scale)} if projector and scale > 1 else {}
    look = Settings(theme=theme, scale=scale, **shown)  # type: ignore[arg-type]
    with opened(look, session) as window:
        window.resize(*size)
        if window.size().toTuple() != size:
            least = {"width": window.minimumWidth(), "height": window.minimumHeight()}
            raise UserError("At this scale the window needs at least {width} x {height} pixels.", **least)
        window.show()
        if picture is not None:
            window.stage.tab.open_picture(picture)
        if projector:
            window.toggle_projector()
        _await_answers(window)
        save_pixmap(out, _at_rest(window))


def _at_rest(window: QWidget) -> QPixmap:
    """Return the window's picture once it has stood still: layouts settle in several rounds of events."""
    before, now = QImage(), window.grab()
    for _ in range(_ROUNDS):
        if now.toImage() == before:
            break
        loop = QEventLoop()
        QTimer.singleShot(_ROUND_MS, loop.quit)
        loop.exec()
        before, now = now.toImage(), window.grab()
    return now


def smoke(session: Session, report: Callable[[str], None]) -> None:
    """Open every tab and wait for its first answer.

    Args:
        session: What the tabs show.
        report: Is told each tab that has answered.

    Raises:
        UserError: A tab's answer was an error or did not come.
    """
    with opened(Settings(theme="light"), session) as window:
        window.show()
        for family in FAMILIES:
            window.show_tab(family.id)
            _await_answers(window)
            report(family.name)


@contextmanager
def opened(look: Settings, session: Session) -> Iterator[MainWindow]:
    """Make a window, and leave nothing of it behind."""
    window = MainWindow(Appearance(application(), look, remember=False), session)
    try:
        yield window
    finally:
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


def _await_answers(window: MainWindow) -> None:
    stage, tab = window.stage, window.stage.tab
    stage.wake()
    failures: list[Failure] = []
    loop = QEventLoop()

    def look() -> None:
        if stage.failure is not None:  # a later answer to something else would hide it
            failures.append(stage.failure)
        loop.quit()

    stage.activity.connect(look)
    patience = QTimer(singleShot=True, interval=_PATIENCE_MS)
    patience.timeout.connect(loop.quit)
    patience.start()
    tab.activity.connect(loop.quit)
    clock = QTimer(interval=_LOOK_MS)
    clock.timeout.connect(loop.quit)
    clock.start()
    while (not stage.awake or stage.busy or not tab.settled()) and patience.isActive():
        loop.exec()
    stage.activity.disconnect(look)
    if failures:
        raise UserError(failures[0].template, **failures[0].values)
    if stage.busy:
        raise UserError("The tab {tab} did not answer within two minutes.", tab=stage.family.name)
