"""Two plain windows: what genplay is and whose work is in it, and every shortcut."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from genplay import __version__, paths
from genplay.ui import theme
from genplay.ui.commands import Commands
from genplay.ui.translation import translate


def show_about(parent: QWidget) -> None:
    """Show version, licence and attributions."""
    dialog, column = _dialog(parent, translate("about", "About genplay"))
    title = QLabel(f"genplay {__version__}")
    title.setFont(theme.current().font("title"))
    column.addWidget(title)
    column.addWidget(
        QLabel(
            translate("about", "A playground for deep generative models. MIT licence. It uses no network.")
        )
    )
    notice = QPlainTextEdit(paths.notice().read_text(encoding="utf-8"))
    notice.setReadOnly(True)
    notice.setMinimumSize(theme.current().px(760), theme.current().px(400))
    notice.setAccessibleName(translate("about", "Attributions"))
    column.addWidget(notice)
    _close_with(dialog, column)
    dialog.open()


def show_shortcuts(parent: QWidget, commands: Commands) -> None:
    """Show every command that has a shortcut, in the order of the menus."""
    dialog, column = _dialog(parent, translate("about", "Keyboard shortcuts"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.current().px(24))
    rows = [command for command in commands.offered() if command.shortcut]
    height = (len(rows) + 1) // 2
    for index, command in enumerate(rows):
        keys = QLabel(commands.action(command.id).shortcut().toString())
        keys.setProperty("role", "keys")
        grid.addWidget(QLabel(command.text), index % height, 2 * (index // height))
        grid.addWidget(keys, index % height, 2 * (index // height) + 1)
    column.addLayout(grid)
    _close_with(dialog, column)
    dialog.open()


def _dialog(parent: QWidget, title: str) -> tuple[QDialog, QVBoxLayout]:
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog, QVBoxLayout(dialog)


def _close_with(dialog: QDialog, column: QVBoxLayout) -> None:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.close)
    column.addWidget(buttons)
