"""Buttons: with words, with an icon only, links, and chips that are on or off."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from genplay.ui import icons, theme


class Button(QPushButton):
    """A button 30 high with words, and perhaps an icon before them.

    It takes the keyboard focus by the keyboard only, so that a click leaves no ring behind.

    Args:
        text: The words, translated.
        kind: "outlined", "primary" (one a view) or "quiet".
        icon: An icon's name, or "".
        parent: The parent widget.
    """

    def __init__(
        self, text: str, kind: str = "outlined", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", kind)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if icon:
            self.setIcon(icons.icon(icon, _ICON_COLOURS[kind]))
        self._restyle()

    def set_words(self, text: str) -> None:
        """Say something else, or nothing beside the icon."""
        self.setText(text)
        self._restyle()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._restyle()

    def _restyle(self) -> None:
        now = theme.current()
        self.setIconSize(QSize(now.px(16 + _GAP * bool(self.text())), now.px(16)))


_GAP = 3  # beside what the style leaves between icon and words
_ICON_COLOURS = {"outlined": "text", "primary": "on_accent", "quiet": "text2"}


class IconButton(QToolButton):
    """A button with an icon only, 30 by 30 as a rule.

    Args:
        icon: The icon's name.
        text: What it does, translated; for the tooltip and for screen readers.
        width: Its width at 100 %.
        height: Its height; the icon is smaller in a low one.
        parent: The parent widget.
    """

    def __init__(
        self, icon: str, text: str, width: int = 30, height: int = 30, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._width, self._height = width, height
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_icon(icon)
        self.set_text(text)
        self._restyle()

    def set_icon(self, icon: str, color: str = "text2") -> None:
        """Show another icon, in a token's colour."""
        self.setIcon(icons.icon(icon, color))

    def set_text(self, text: str) -> None:
        """Say what the button does."""
        self.setToolTip(text)
        self.setAccessibleName(text)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._restyle()

    def _restyle(self) -> None:
        now = theme.current()
        side = now.px(min(18, self._height - 8))
        self.setIconSize(QSize(side, side))
        self.setFixedSize(now.px(self._width), now.px(self._height))


class Link(QToolButton):
    """Words beside a label that are clicked, such as "Reset"; with a menu or a state where one is set.

    Args:
        text: The words, translated.
        flush: Whether nothing is left beside the words, which end, or begin, a column then.
        parent: The parent widget.
    """

    def __init__(self, text: str, *, flush: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flush = flush
        self.setProperty("kind", "link")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_words(text)

    def set_words(self, text: str) -> None:
        """Say something else."""
        self.setText(text)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        """Ask for room around the words."""
        now, words = theme.current(), super().sizeHint()
        wide = words.width() + now.px(_AROUND)
        if self._flush:
            wide = QFontMetrics(now.font("caption")).horizontalAdvance(self.text()) + 2 * now.px(_RING)
        return QSize(wide, max(words.height(), now.px(_LINK)))

    def minimumSizeHint(self) -> QSize:
        """Accept no less: words are never cut."""
        return self.sizeHint()


_AROUND, _LINK, _RING = 8, 22, 2  # px beside the words of a link, its height, the ring of its focus


class Chip(QPushButton):
    """A choice among several that may be on together: a tick when on, a plus when off."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", "chip")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.toggled.connect(self._restyle)
        self._restyle()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._restyle()

    def _restyle(self) -> None:
        self.setIcon(icons.icon("check" if self.isChecked() else "plus"))
        side = theme.current().px(14)
        self.setIconSize(QSize(side, side))
