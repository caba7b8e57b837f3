"""The command palette: every command by a few letters of its name."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from genplay.ui import theme
from genplay.ui.fuzzy import score

Row = tuple[str, str, str, bool]
"""Id, words, shortcut and whether it can be run now."""

Index = QModelIndex | QPersistentModelIndex
_ID, _SHORTCUT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_WIDTH, _TOP, _ROW, _MOST = 520, 56, 30, 10
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _MOST, Qt.Key.Key_PageUp: -_MOST}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEYS = (*_STEPS, *_ENTER, Qt.Key.Key_Escape)


class CommandPalette(QFrame):
    """A list under a line of text, near the top of its window; ``chosen`` gives a command's id.

    Up and Down move, Enter chooses, Escape closes; so does a click elsewhere.
    """

    chosen = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self._rows: list[Row] = []
        self._before: QWidget | None = None
        self._line = QLineEdit()
        self._line.setPlaceholderText(self.tr("Search commands"))
        self._line.setAccessibleName(self.tr("Search commands"))
        self._line.textChanged.connect(self._filter)
        self._line.installEventFilter(self)
        self._model = QStandardItemModel(self)
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(_RowDelegate(self))
        self._list.setAccessibleName(self.tr("Commands"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.clicked.connect(self._run)
        self._none = QLabel(self.tr("No command of that name"))
        self._none.setProperty("role", "caption")
        self._column = QVBoxLayout(self)
        for widget in (self._line, self._list, self._none):
            self._column.addWidget(widget)
        window.installEventFilter(self)
        self.hide()

    def open(self, rows: Sequence[Row]) -> None:
        """Open over the window with these commands."""
        self._rows = list(rows)
        if not self.isVisible():
            self._before = self.window().focusWidget()
        self._line.clear()
        self._filter("")
        self.show()
        self.raise_()
        self._line.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def close_palette(self) -> None:
        """Close and give the focus back."""
        self.hide()
        if self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None

    @Slot(str)
    def _filter(self, typed: str) -> None:
        scored = [(score(typed, row[1]), place, row) for place, row in enumerate(self._rows)]
        found = sorted((-points, place, row) for points, place, row in scored if points is not None)
        self._model.clear()
        for _, _, row in found:
            self._model.appendRow(_item(row))
        self._list.setVisible(bool(found))
        self._none.setVisible(not found)
        self._step(0)
        self._place()

    def _step(self, steps: int) -> None:
        """Go up or down among the rows that can be run."""
        rows = [row for row in range(self._model.rowCount()) if self._model.item(row).isEnabled()]
        if rows:
            now = self._list.currentIndex().row()
            place = rows.index(now) + steps if now in rows else 0
            row = rows[min(max(place, 0), len(rows) - 1)]
            self._list.setCurrentIndex(self._model.index(row, 0))

    @Slot(QModelIndex)
    def _run(self, index: QModelIndex) -> None:
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.close_palette()
            self.chosen.emit(index.data(_ID))

    def _place(self) -> None:
        now = theme.current()
        pad = now.px(8)
        self._column.setContentsMargins(now.px(14), now.px(6), now.px(14), pad)
        self._column.setSpacing(now.px(4))
        self._list.setFixedHeight(now.px(_ROW) * min(max(self._model.rowCount(), 1), _MOST))
        window = self.window()
        self.setFixedWidth(min(now.px(_WIDTH), window.width() - 2 * now.px(16)))
        self.adjustSize()
        self.move((window.width() - self.width()) // 2, now.px(_TOP))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the line, close with its focus, stay centred."""
        if watched is self._line:
            if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
                if event.key() in _KEYS:  # ours, whatever commands there are for them
                    event.accept()
                    return True
            elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._take(event)
            elif event.type() == QEvent.Type.FocusOut and self.isVisible() and self._left(event):
                self.hide()
        elif event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _take(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key in _ENTER:
            self._run(self._list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.close_palette()
        else:
            return False
        return True

    def _left(self, event: QEvent) -> bool:
        away = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
        return isinstance(event, QFocusEvent) and event.reason() not in away

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.isVisible():
            self._place()


class _RowDelegate(QStyledItemDelegate):
    """Draws a command's words at the left and its shortcut at the right."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of a row."""
        return QSize(0, theme.current().px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        now = theme.current()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        enabled = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.color("accent_soft"))
            painter.drawRoundedRect(option.rect, now.px(6), now.px(6))
        box = option.rect.adjusted(now.px(8), 0, -now.px(8), 0)
        self._write(painter, box, index, "text3" if not enabled else "accent" if selected else "text")
        painter.restore()

    def _write(self, painter: QPainter, box: QRect, index: Index, color: str) -> None:
        now = theme.current()
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(now.font("body"))
        painter.setPen(now.color(color))
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignLeft, index.data())
        painter.setFont(now.font("caption"))
        painter.setPen(now.color("text3"))
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, index.data(_SHORTCUT))


def _item(row: Row) -> QStandardItem:
    name, text, shortcut, enabled = row
    item = QStandardItem(text)
    item.setData(name, _ID)
    item.setData(shortcut, _SHORTCUT)
    item.setEnabled(enabled)
    item.setData(f"{text} {shortcut}".strip(), Qt.ItemDataRole.AccessibleTextRole)
    return item
