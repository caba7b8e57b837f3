"""Whether all that a view shows can be seen: nothing is cut, and nothing lies on anything else."""

import time
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from genplay.ui import theme
from genplay.ui.widgets.formula import FormulaLabel

SLACK = 1  # px: the bearings of a font's letters
PATIENCE = 10.0  # seconds in which a layout settles, on a busy machine too
WORDS = (QLabel, QAbstractButton)

ROOMS: Mapping[str, tuple[float, int, int]] = {
    "1280 x 720": (1.0, 1116, 668),
    "the least window": (1.0, 908, 588),
    "1920 x 1080": (1.0, 1756, 1028),
    "3840 x 2160": (1.0, 3676, 2108),
    "1280 x 720 at 150 %": (1.5, 1202, 642),
    "1920 x 1080 at 150 %": (1.5, 1674, 1002),
    "the least window at 150 %": (1.5, 1102, 622),
    "the least window at 200 %": (2.0, 1076, 596),
}
"""What a window leaves to a tab: scale, width and height, without menu, status line and rail."""


class Layout:
    """Looks at a view.

    Args:
        view: What is looked at.
        qtbot: Lets the layout settle.
        painted: Widgets that say something besides words and buttons.
        special: Whether widgets of a kind are cut, where their minimum size does not tell.
    """

    def __init__(
        self,
        view: QWidget,
        qtbot: QtBot,
        painted: Sequence[type[QWidget]],
        special: Mapping[type[QWidget], Callable[[QWidget], bool]] | None = None,
    ) -> None:
        self._view, self._qtbot = view, qtbot
        self._kinds = (*WORDS, *painted)
        self._special = special or {}

    def check(self) -> None:
        """Assert that all can be seen once the layout has settled."""
        given_up = time.monotonic() + PATIENCE
        while (found := self.faults()) and time.monotonic() < given_up:
            self._qtbot.wait(10)
        assert found == [], (self._view.size().toTuple(), *found)

    def faults(self) -> list[str]:
        """Return what is wrong with what can be seen, in words."""
        shown = self.leaves()
        found = [f"cut: {name(w)} {self._place(w).getRect()}" for w in shown if self._cut(w)]
        for one, other in combinations(shown, 2):
            both = self._place(one) & self._place(other)
            if min(both.width(), both.height()) > SLACK:
                found.append(f"{name(one)} lies on {name(other)}")
        return found

    def leaves(self) -> list[QWidget]:
        """Return the widgets that have something to say, those that are part of another left out."""
        found = [w for kind in self._kinds for w in self._view.findChildren(kind) if w.isVisible()]
        whole = [w for w in dict.fromkeys(found) if not isinstance(w, QLabel) or w.text()]
        return [w for w in whole if not any(o is not w and o.isAncestorOf(w) for o in whole)]

    def _place(self, widget: QWidget) -> QRect:
        return QRect(widget.mapTo(self._view, QPoint()), widget.size())

    def _cut(self, widget: QWidget) -> bool:
        """Tell whether something of a widget cannot be seen: outside, behind a parent, for want of room."""
        seen, parent = self._place(widget), widget.parentWidget()
        while parent is not None and parent is not self._view:
            seen &= self._place(parent)
            parent = parent.parentWidget()
        if seen & self._view.rect() != self._place(widget):
            return True
        for kind, is_cut in self._special.items():
            if isinstance(widget, kind):
                return is_cut(widget)
        if isinstance(widget, QLabel) and widget.wordWrap():
            return widget.height() + 2 * SLACK < widget.heightForWidth(widget.width())
        if isinstance(widget, QAbstractButton):
            return QFontMetrics(widget.font()).horizontalAdvance(widget.text()) > widget.width()
        need = widget.sizeHint() if isinstance(widget, QLabel | FormulaLabel) else widget.minimumSizeHint()
        return widget.width() + SLACK < need.width() or widget.height() + 2 * SLACK < need.height()


def name(widget: QWidget) -> str:
    """Return what a widget is, for a message."""
    return f"{type(widget).__name__} {getattr(widget, 'text', str)() or widget.accessibleName()!r}"


def within(parent: QWidget, view: QWidget, qtbot: QtBot) -> QWidget:
    """Show a view in a window that gives it what it has, however little it asks for."""
    view.setParent(parent)
    view.resize(*ROOMS["1280 x 720"][1:])
    with qtbot.waitExposed(view):
        view.show()
    return view


def dress(
    view: QWidget, qapp: QApplication, scale: float, width: int, height: int, *, projector: bool = False
) -> None:
    """Give a view a scale and a size."""
    theme.apply(qapp, theme.Theme(scale=scale, projector=projector))
    view.set_projector(projector)  # type: ignore[attr-defined]
    view.resize(width, height)


def stops(widget: QWidget) -> list[QWidget]:
    """Return where Tab stops in a widget, in its order, from the first that it comes to."""
    found, at = list[QWidget](), widget.nextInFocusChain()
    while at is not widget:
        if widget.isAncestorOf(at) and at.isVisible() and at.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(at)
        at = at.nextInFocusChain()
    return found
