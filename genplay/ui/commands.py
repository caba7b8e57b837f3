"""The table of commands, from which menus, palette and shortcut sheet are made."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QMenu, QMenuBar, QWidget

_OWN_KEYS: dict[type[QWidget], tuple[Qt.Key, ...]] = {
    QAbstractButton: (Qt.Key.Key_Space,),
    QAbstractSlider: (Qt.Key.Key_Home, Qt.Key.Key_End),
}
"""Keys that a control has a use for while it has the focus; for all others they may be shortcuts."""


def always() -> bool:
    """Say yes: the default of ``Command.enabled``."""
    return True


@dataclass(frozen=True, slots=True)
class Command:
    """Something the user can do.

    Attributes:
        id: Unique name, such as "edit.undo".
        text: What it is called, translated.
        run: Does it.
        menu: Id of the menu it stands in.
        shortcut: Keys in Qt's portable notation ("Ctrl+Z"), or "".
        enabled: Tells whether it can be done now.
        checked: Tells whether it is on, for commands that switch something; None for the others.
        section: Whether a line separates it from the command above.
    """

    id: str
    text: str
    run: Callable[[], object]
    menu: str
    shortcut: str = ""
    enabled: Callable[[], bool] = always
    checked: Callable[[], bool] | None = None
    section: bool = False


class Commands(QObject):
    """The commands of a window as actions, kept in step with what can be done.

    Args:
        window: Owns the actions, and has their shortcuts.
    """

    triggered = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._table: dict[str, tuple[Command, QAction]] = {}
        self._scopes: dict[str, str] = {}
        self._scope = ""
        self._menus: list[tuple[str, QMenu]] = []
        window.installEventFilter(self)

    def add(self, commands: Iterable[Command], scope: str = "") -> None:
        """Add commands to the table.

        Args:
            commands: What can be done.
            scope: Id of the tab that they belong to, "" for the window's own. Those of other tabs than the
                one on top (see ``show``) are in no menu, and their shortcuts are free for it.
        """
        for command in commands:
            if command.id in self._table:
                raise ValueError(f"the command {command.id!r} is there twice")
            action = QAction(command.text, self._window)
            action.setObjectName(command.id)
            action.setShortcut(QKeySequence(command.shortcut))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.setCheckable(command.checked is not None)
            action.triggered.connect(self._trigger)
            self._window.addAction(action)
            self._table[command.id] = (command, action)
            self._scopes[command.id] = scope

    def offered(self) -> list[Command]:
        """Return the window's commands and those of the tab on top, in the order they were added."""
        return [command for command, _ in self._table.values() if self._is_offered(command)]

    def action(self, command_id: str) -> QAction:
        """Return a command's action, for a button."""
        return self._table[command_id][1]

    def run(self, command_id: str) -> None:
        """Do a command if it can be done now."""
        command, _ = self._table[command_id]
        if command.enabled():
            command.run()
        self.refresh()

    def refresh(self) -> None:
        """Bring every action in step with what can be done and what is on."""
        for command, action in self._table.values():
            offered = self._is_offered(command)
            action.setEnabled(offered and command.enabled())
            if offered and command.checked is not None:
                action.setChecked(command.checked())

    def fill(self, bar: QMenuBar, menus: Iterable[tuple[str, str]]) -> None:
        """Make the menus, (id, title) pairs in order; one without commands is not shown."""
        self._menus = [(menu_id, bar.addMenu(title)) for menu_id, title in menus]
        self.show(self._scope)

    def show(self, scope: str) -> None:
        """Offer the commands of the tab on top beside the window's own."""
        self._scope = scope
        for menu_id, menu in self._menus:
            menu.clear()
            for command in self.offered():
                if command.menu == menu_id:
                    if command.section:
                        menu.addSeparator()
                    menu.addAction(self.action(command.id))
            menu.menuAction().setVisible(not menu.isEmpty())
        self.refresh()

    def _is_offered(self, command: Command) -> bool:
        return self._scopes[command.id] in ("", self._scope)

    def _trigger(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self.run(sender.objectName())
            self.triggered.emit(sender.objectName())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave a key to the control that has the focus, if it has a use for it."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            focused, key = self._window.focusWidget(), event.key()
            if any(isinstance(focused, kind) and key in keys for kind, keys in _OWN_KEYS.items()):
                event.accept()
                return True
        return super().eventFilter(watched, event)
