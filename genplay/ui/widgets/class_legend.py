"""What the classes' colours mean, and which of them are shown: a grid of dots with names."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from genplay.ui import theme
from genplay.ui.widgets.cloud import colour_of
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.focus import in_turn

_DOT, _GAP, _ROW, _AIR = 10, 8, 26, 10  # px
_MOST = 5  # columns
_TEN = tuple("0123456789")
_ALONE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ClassLegend(Dressed):
    """Dots with names, up to five a row, fewer where names are long; each shows or hides its class.

    A double click, a click with Alt, or Enter shows one class alone, or all again. The tab key stops at the
    legend once, the arrow keys move within it, Space toggles. ``set_shown`` emits nothing.
    """

    changed = Signal(tuple)
    """The classes that are shown after a gesture, ascending."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self._shown: tuple[int, ...] = ()
        self._before: tuple[int, ...] = ()
        # A fixed height would be that of the hint's width, whatever the rows need at another.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(self.tr("Classes shown"))
        self.set_classes(_TEN, [self.tr("Digit {digit}").format(digit=digit) for digit in _TEN])

    def set_classes(self, names: Sequence[str], spoken: Sequence[str] | None = None) -> None:
        """Name the classes, all of them shown.

        Args:
            names: What is written beside each dot.
            spoken: What a screen reader says, as in "Digit 3"; None for the names.
        """
        for entry in self._entries:
            entry.hide()
            entry.deleteLater()
        told = names if spoken is None else spoken
        self._entries = [
            Entry(label, name, said, self) for label, (name, said) in enumerate(zip(names, told, strict=True))
        ]
        for entry in self._entries:
            entry.show()
        in_turn(self, *self._entries)
        self._show(tuple(range(len(names))))
        self._take_tab(0)
        self._arrange()
        self.updateGeometry()

    def set_shown(self, classes: Collection[int] | None) -> None:
        """Show which classes are shown; None for all."""
        self._show(tuple(range(len(self._entries))) if classes is None else tuple(sorted(classes)))

    def shown(self) -> tuple[int, ...]:
        """Return the classes that are shown."""
        return self._shown

    def entry(self, label: int) -> "Entry":
        """Return the button of a class."""
        return self._entries[label]

    def columns(self, width: int) -> int:
        """Return how many names stand side by side in so much room."""
        most = max(min(_MOST, len(self._entries)), 1)
        return min(max((width + theme.current().px(_AIR)) // self._pitch(), 1), most)

    def toggle(self, label: int) -> None:
        """Show or hide a class, as a click does."""
        self._choose(tuple(sorted(set(self._shown) ^ {label})))

    def show_alone(self, label: int, before: tuple[int, ...] | None = None) -> None:
        """Show a class alone, or all if it was alone before."""
        alone = (self._shown if before is None else before) == (label,)
        self._choose(tuple(range(len(self._entries))) if alone else (label,))

    def go(self, label: int, step: tuple[int, int]) -> None:
        """Take the focus from a class to the one so many rows below and columns to the right."""
        to = label + step[0] * self.columns(self.width()) + step[1]
        if 0 <= to < len(self._entries):
            self._take_tab(to)
            self._entries[to].setFocus(Qt.FocusReason.TabFocusReason)

    def shown_before(self) -> tuple[int, ...]:
        """Return the classes that were shown before the last gesture."""
        return self._before

    def _choose(self, classes: tuple[int, ...]) -> None:
        self._before = self._shown
        if classes != self._shown:
            self._show(classes)
            self.changed.emit(classes)

    def _show(self, classes: tuple[int, ...]) -> None:
        self._shown = classes
        for label, entry in enumerate(self._entries):
            entry.set_shown(label in classes)

    def _take_tab(self, label: int) -> None:
        for index, entry in enumerate(self._entries):
            entry.setFocusPolicy(Qt.FocusPolicy.StrongFocus if index == label else Qt.FocusPolicy.ClickFocus)

    def _pitch(self) -> int:
        """Return the width of the widest entry and the air after it."""
        widest = max((entry.sizeHint().width() for entry in self._entries), default=1)
        return max(widest + theme.current().px(_AIR), 1)

    def _arrange(self) -> None:
        now, count = theme.current(), self.columns(self.width())
        pitch = max((self.width() + now.px(_AIR)) // count, 1)
        for label, entry in enumerate(self._entries):
            row, column = divmod(label, count)
            wide = min(entry.sizeHint().width(), max(self.width() - column * pitch, 1))
            entry.setGeometry(QRect(column * pitch, row * now.px(_ROW), wide, now.px(_ROW)))

    def hasHeightForWidth(self) -> bool:
        """Say that fewer columns take more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the rows."""
        return -(-len(self._entries) // self.columns(width)) * theme.current().px(_ROW)

    def sizeHint(self) -> QSize:
        """Ask for rows of five."""
        width = self._pitch() * min(_MOST, max(len(self._entries), 1)) - theme.current().px(_AIR)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Accept one column's width, and the height that the rows have now."""
        height = self.heightForWidth(max(self.width(), 1))
        return QSize(self._pitch() - theme.current().px(_AIR), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the rows."""
        super().resizeEvent(event)
        self._arrange()
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def _restyle(self) -> None:
        """Follow the theme's scale."""
        self._arrange()
        self.updateGeometry()


class Entry(QAbstractButton):
    """One class: a full dot and its name; hidden, a ring and its name struck out in grey."""

    def __init__(self, label: int, name: str, spoken: str, legend: ClassLegend) -> None:
        super().__init__(legend)
        self._legend, self._label, self._spoken = legend, label, spoken
        self._alone_asked = False
        self.setText(name)
        self.setCheckable(True)
        self.setChecked(True)
        self.setToolTip(self.tr("Click: show or hide. Double click or Alt+click: this one alone, or all."))
        self.set_shown(True)

    def set_shown(self, shown: bool) -> None:
        """Show whether the class is shown."""
        said = self.tr("{name}, shown") if shown else self.tr("{name}, hidden")
        self.setAccessibleName(said.format(name=self._spoken))
        self.setChecked(shown)
        self.update()

    def nextCheckState(self) -> None:
        """Let the legend decide what a click does."""
        if self._alone_asked:
            self._legend.show_alone(self._label)
        else:
            self._legend.toggle(self._label)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Toggle, or with Alt show alone."""
        self._alone_asked = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        super().mouseReleaseEvent(event)
        self._alone_asked = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show alone, or all again: by what was shown before the first of the two clicks."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._legend.show_alone(self._label, self._legend.shown_before())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by the arrow keys, show alone by Enter, toggle by Space."""
        steps = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
        }
        key = Qt.Key(event.key())
        if key in steps:
            self._legend.go(self._label, steps[key])
        elif key in _ALONE:
            self._legend.show_alone(self._label)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Ask for dot, gap and name."""
        now = theme.current()
        words = QFontMetrics(now.font("body")).horizontalAdvance(self.text())
        return QSize(now.px(1 + _DOT + _GAP) + words + now.px(_GAP / 2), now.px(_ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw dot, name and focus."""
        now = theme.current()
        colour, on = QColor(colour_of(self._label)), self.isChecked()
        radius, ring = now.px(_DOT) / 2, now.line("data")
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            middle = QPointF(now.px(1) + radius, self.height() / 2)
            painter.setPen(Qt.PenStyle.NoPen if on else QPen(colour, ring))
            painter.setBrush(colour if on else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, *[radius if on else radius - ring / 2] * 2)
            font = now.font("body")
            font.setStrikeOut(not on)
            painter.setFont(font)
            painter.setPen(now.color("text2" if on else "text3"))
            room = self.rect().adjusted(now.px(1 + _DOT + _GAP), 0, 0, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
            if self.hasFocus():
                self._paint_focus(painter)

    def _paint_focus(self, painter: QPainter) -> None:
        now = theme.current()
        half, inset, left = now.line("data") / 2, now.px(3), now.px(1 + _DOT + _GAP / 2)
        box = QRectF(self.rect()).adjusted(left + half, inset + half, -half, -inset - half)
        painter.setPen(QPen(now.color("accent"), now.line("data")))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, now.px(4), now.px(4))
