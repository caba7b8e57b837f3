"""The window: a rail with a tab per family, the sheet, the status bar, and what joins them."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from genplay.engine import session as sessions
from genplay.engine.answer import Engine
from genplay.engine.session import Session
from genplay.engine.worker import Reply, Worker
from genplay.errors import UserError
from genplay.families import FAMILIES, family
from genplay.families.base import Density, Family
from genplay.ui import theme, window_commands
from genplay.ui.appearance import Appearance
from genplay.ui.bridge import Bridge
from genplay.ui.commands import Commands
from genplay.ui.stage import Stage
from genplay.ui.translation import sentence, translate
from genplay.ui.widgets.palette import CommandPalette
from genplay.ui.widgets.rail import Rail
from genplay.ui.widgets.search import CommandSearch
from genplay.ui.widgets.status import Status
from genplay.ui.widgets.toast import Toaster

_LEAST = (788, 468)  # px at 100 %: in less something would be cut or lie on something else
_ENDLESS = 1 << 20  # px
_NARROW = 1180  # below this width, at 100 %, the rail shows icons only
_ICONS = {"edit.undo": "undo", "edit.redo": "redo", "help.keys": "help"}


class MainWindow(QMainWindow):
    """genplay's window.

    Args:
        appearance: Theme, scale and projector mode.
        session: What to show first.
        engine: Answers requests, in the window's worker thread.

    Attributes:
        stuck: Whether the worker did not end when the window was closed.
    """

    def __init__(self, appearance: Appearance, session: Session, engine: Engine | None = None) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle("genplay")
        self.setAcceptDrops(True)
        self.appearance = appearance
        self.engine = engine or Engine()
        self.stages: dict[str, Stage] = {}
        self.stuck = False
        self._painted = False
        # A single shot of QTimer's own would keep a window alive that is deleted before it.
        self._first = QTimer(self, singleShot=True, interval=0)
        self._first.timeout.connect(self._show_first_tab)
        self._bridge = Bridge(self)
        self._bridge.replied.connect(self._receive)
        self._worker = Worker(self.engine.answer, self._bridge.deliver)
        self.commands = Commands(self)
        self._current = session.tab
        self._unseen = dict(session.states)  # states of tabs that have not been opened yet
        self._build()
        self._add_commands()
        appearance.changed.connect(self._restyle)
        appearance.failed.connect(self.say_error)
        self.show_tab(session.tab)
        self._restyle()

    @property
    def stage(self) -> Stage:
        """The stage of the tab on top; the tab is made when it is first asked for."""
        if self._current not in self.stages:
            self._open_tab(family(self._current))
        return self.stages[self._current]

    @property
    def can_undo(self) -> bool:
        """Whether the tab on top has something to undo."""
        return self._current in self.stages and self.stage.history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether the tab on top has something to redo."""
        return self._current in self.stages and self.stage.history.can_redo

    def session(self) -> Session:
        """Return what the window shows."""
        seen = {name: stage.state for name, stage in self.stages.items()}
        return Session(self._current, {**self._unseen, **seen})

    def show_session(self, session: Session) -> None:
        """Show a session; each tab can be undone to what it was."""
        for name, state in session.states.items():
            if name in self.stages:
                self.stages[name].tab.stop()
                self.stages[name].edit(state)
            else:
                self._unseen[name] = state
        self.show_tab(session.tab)

    def open_path(self, path: Path) -> None:
        """Open a session file, or hand a picture to the tab on top."""
        if path.suffix.lower() != sessions.SUFFIX:
            self.stage.tab.open_picture(path)
            return
        with self.errors_said():
            self.show_session(sessions.read(path))

    @contextmanager
    def errors_said(self) -> Iterator[None]:
        """Show a UserError raised in the block in the corner; nothing is lost."""
        try:
            yield
        except UserError as error:
            self.say_error(error)

    @Slot(str, str)
    def say(self, kind: str, text: str, details: str = "") -> None:
        """Show a sentence in the corner, "info", "warn" or "error", with details that can be copied."""
        self._toaster.show(kind, text, details or None)

    @Slot(object)
    def say_error(self, error: UserError) -> None:
        """Show an error's sentence in the corner."""
        self.say("error", sentence(error))

    @Slot(str)
    def show_tab(self, family_id: str) -> None:
        """Bring a tab to the top."""
        self._current = family_id
        self._rail.set_current(family_id)
        if self._painted:  # the window is there before its tabs are
            self._sheet.setCurrentWidget(self.stage.tab)
            self.commands.show(family_id)
            self.stage.tab.setFocus()
            self.stage.wake()
        self._refresh()

    @Slot()
    def undo(self) -> None:
        """Undo the last step of the tab on top."""
        self.stage.undo()

    @Slot()
    def redo(self) -> None:
        """Redo what was undone last."""
        self.stage.redo()

    @Slot()
    def open_palette(self) -> None:
        """Open the command palette."""
        rows = [
            (
                command.id,
                command.text,
                self.commands.action(command.id).shortcut().toString(),
                command.enabled(),
            )
            for command in self.commands.offered()
            if command.id != "view.palette"
        ]
        self._palette.open(rows)

    @Slot()
    def toggle_projector(self) -> None:
        """Enter or leave projector mode: larger, thicker, without chrome."""
        on = not self.appearance.projector
        for widget in (self.menuBar(), self._rail, self._status):
            widget.setVisible(not on)
        for stage in self.stages.values():
            stage.tab.set_projector(on)
        self.appearance.set_projector(on)
        self.stage.tab.setFocus()

    def room(self) -> QSize:
        """Return how large the window can be: as the screen, if there is one."""
        if QGuiApplication.platformName() in ("offscreen", "minimal"):
            return QSize(_ENDLESS, _ENDLESS)
        return self.screen().availableSize()

    def has_room_for(self, scale: float) -> bool:
        """Tell whether the screen can show the window at an interface scale; without a screen any will do."""
        room, (width, height) = self.room(), _LEAST
        fits = scale * width <= room.width() and scale * height <= room.height()
        return fits or self.appearance.projector

    def _build(self) -> None:
        self._rail = Rail()
        self._rail.set_groups(_groups())
        self._rail.chosen.connect(self.show_tab)
        self._sheet = QStackedWidget()
        self._sheet.setObjectName("sheet")
        self._status = Status()
        self._status.stop_pressed.connect(self._stop)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._rail)
        middle.addWidget(self._sheet, 1)
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self._status)
        self.setCentralWidget(central)
        self._toaster = Toaster(self)
        self._palette = CommandPalette(self)
        self._palette.chosen.connect(self.commands.run)

    def _open_tab(self, opened: Family) -> None:
        tab = import_module(f"genplay.ui.tabs.{opened.id}").TAB()
        stage = Stage(opened, tab, self._worker, self._unseen.pop(opened.id))
        stage.changed.connect(self._refresh)
        stage.activity.connect(self._refresh)
        stage.retrying.connect(self._forget_failures)
        tab.activity.connect(self._refresh)
        tab.said.connect(self.say)
        self.commands.add(tab.commands(), scope=opened.id)
        tab.adopt_actions(self.commands.action)
        for name, icon in _ICONS.items():
            tab.header.add_action(self.commands.action(name), icon)
        tab.set_projector(self.appearance.projector)
        self.stages[opened.id] = stage
        self._sheet.addWidget(tab)

    def _add_commands(self) -> None:
        self.commands.add(window_commands.commands(self))
        self.commands.fill(self.menuBar(), window_commands.menus())
        shortcut = self.commands.action("view.palette").shortcut().toString()
        search = CommandSearch(translate("commands", "Search commands"), shortcut, self.menuBar())
        search.pressed.connect(self.open_palette)
        self.menuBar().setCornerWidget(search)

    @Slot()
    def _refresh(self) -> None:
        self.commands.refresh()
        self._show_activity()

    @Slot()
    def _show_activity(self) -> None:
        stage = self.stages.get(self._current)
        if stage is None:
            return
        self._status.set_device(stage.tab.device())
        self._status.set_seconds(stage.last_seconds)
        answering = translate("status", "Answering") if stage.late else ""
        self._status.set_work(stage.tab.work() or answering)

    @Slot()
    def _forget_failures(self) -> None:
        self.engine.models.retry()

    @Slot()
    def _show_first_tab(self) -> None:
        self.show_tab(self._current)

    @Slot()
    def _stop(self) -> None:
        self.stage.stop()
        self.stage.tab.stop()

    @Slot(object)
    def _receive(self, reply: Reply) -> None:
        self.stages[reply.slot.partition("/")[0]].receive(reply)

    @Slot()
    def _restyle(self) -> None:
        now = theme.current()
        least = (0, 0) if now.projector else (now.px(_LEAST[0]), now.px(_LEAST[1]))
        self.setMinimumSize(max(min(now.px(960), 1180), least[0]), max(min(now.px(640), 700), least[1]))
        self.menuBar().setFixedHeight(now.px(28))
        self._status.set_scale(self.appearance.scale)
        self._fit_rail()
        self.commands.refresh()

    def _fit_rail(self) -> None:
        self._rail.set_compact(self.width() < theme.current().px(_NARROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Open the first tab when the window has been seen: plots and torch take their time to import."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self._first.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the rail in step with the width."""
        super().resizeEvent(event)
        self._fit_rail()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open a dropped picture or session."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.open_path(Path(paths[0]))
        else:
            self.say("warn", translate("files", "Only files of this computer can be dropped here."))

    def closeEvent(self, event: QCloseEvent) -> None:
        """End the worker and keep the size."""
        for stage in self.stages.values():
            stage.tab.stop()
        self.stuck = not self._worker.close()
        self.appearance.remember_size(self.width(), self.height())
        super().closeEvent(event)


def _groups() -> list[tuple[str, list[tuple[str, str, str]]]]:
    titles = {
        Density.EXACT: translate("rail", "Exact likelihood"),
        Density.BOUND: translate("rail", "Lower bound"),
        Density.NONE: translate("rail", "Implicit, no density"),
    }
    return [
        (title, [_row(family) for family in FAMILIES if family.density is density])
        for density, title in titles.items()
        if any(family.density is density for family in FAMILIES)
    ]


def _row(family: Family) -> tuple[str, str, str]:
    return family.id, translate("families", family.name), family.icon
