"""The rail at the left: a row for each family, in groups."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from genplay.ui import icons, theme
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.hairline import Hairline

Item = tuple[str, str, str]
"""Id, name and icon of a row."""

_WIDTH, _COMPACT, _MARGIN = 164, 52, 8
_BAR_WIDTH, _BAR_HEIGHT = 3, 20


class Rail(Dressed):
    """Rows of which one is current; ``chosen`` reports a click or an arrow key, never ``set_current``."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._rows: dict[str, QPushButton] = {}
        self._names: dict[str, str] = {}
        self._titles: list[QLabel] = []
        self._lines: list[Hairline] = []
        self._compact = False
        self._current = ""
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._restyle()

    def set_groups(self, groups: Sequence[tuple[str, Sequence[Item]]], foot: Sequence[Item] = ()) -> None:
        """Replace all rows.

        Args:
            groups: Each a title and its rows.
            foot: Rows at the foot, without a title.
        """
        self._clear()
        for title, items in groups:
            self._add_title(title)
            self._add_rows(items)
        self._column.addStretch(1)
        self._add_rows(foot)
        self._restyle()

    def set_current(self, name: str) -> None:
        """Show which row is current."""
        self._rows[name].setChecked(True)
        self._settle(name)

    def set_compact(self, compact: bool) -> None:
        """Show icons only, 52 wide, or names too, 164 wide."""
        if compact != self._compact:
            self._compact = compact
            self._restyle()

    def _clear(self) -> None:
        for widget in (*self._rows.values(), *self._titles, *self._lines):
            widget.deleteLater()
        self._rows, self._names, self._titles, self._lines = {}, {}, [], []
        while self._column.count():
            self._column.takeAt(0)

    def _add_title(self, title: str) -> None:
        label = QLabel(title)
        label.setProperty("role", "axis")
        line = Hairline(parent=self)
        self._titles.append(label)
        self._lines.append(line)
        self._column.addWidget(label)
        self._column.addWidget(line)

    def _add_rows(self, items: Sequence[Item]) -> None:
        for name, text, icon in items:
            self._names[name] = text
            self._rows[name] = self._row(name, text, icon)
            self._column.addWidget(self._rows[name])

    def _row(self, name: str, text: str, icon: str) -> QPushButton:
        row = QPushButton(self)
        row.setProperty("kind", "rail")
        row.setCheckable(True)
        row.setAutoExclusive(True)  # brings the arrow keys
        row.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row.setIcon(icons.icon(icon))
        row.setAccessibleName(text)
        row.clicked.connect(lambda: self._choose(name))
        return row

    def _choose(self, name: str) -> None:
        if name != self._current:
            self._settle(name)
            self.chosen.emit(name)

    def _settle(self, name: str) -> None:
        self._current = name
        for other, row in self._rows.items():  # Tab stops at the current row only
            row.setFocusPolicy(Qt.FocusPolicy.TabFocus if other == name else Qt.FocusPolicy.NoFocus)
        self.update()

    def _restyle(self) -> None:
        now = theme.current()
        margin = now.px(_MARGIN)
        self.setFixedWidth(now.px(_COMPACT if self._compact else _WIDTH))
        self._column.setContentsMargins(margin, 0, margin, now.px(5))
        side = now.px(18)
        for name, row in self._rows.items():
            row.setText("" if self._compact else " " + self._names[name])
            row.setToolTip(self._names[name] if self._compact else "")
            row.setIconSize(QSize(side, side))
        for index, (title, line) in enumerate(zip(self._titles, self._lines, strict=True)):
            title.setVisible(not self._compact)
            title.setFixedHeight(now.px(32 if index == 0 else 34))
            title.setContentsMargins(now.px(10), now.px(8 if index == 0 else 10), 0, 0)
            line.setVisible(self._compact and index > 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar beside the current row."""
        now = theme.current()
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), now.color("window"))
            row = self._rows.get(self._current)
            if row is None:
                return
            width, height = now.px(_BAR_WIDTH), now.px(_BAR_HEIGHT)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.color("accent"))
            top = row.geometry().center().y() + 1 - height / 2
            painter.drawRoundedRect(QRectF(-width, top, 2 * width, height), width / 2, width / 2)
