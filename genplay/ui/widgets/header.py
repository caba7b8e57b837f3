"""A tab's header: title, models, badge; pages, undo, redo, export and help at the right."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QMenu, QToolButton, QWidget

from genplay.families.base import Density
from genplay.ui import icons, theme
from genplay.ui.widgets.badge import Badge
from genplay.ui.widgets.buttons import Button, IconButton
from genplay.ui.widgets.chips import Chips
from genplay.ui.widgets.choice import Choice
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.focus import in_turn
from genplay.ui.widgets.segmented import Segmented
from genplay.ui.widgets.words import label

_HEIGHT = 32


class _Level(NamedTuple):
    """What is shown at some width, besides the options and buttons, which always are."""

    note: bool
    badge: bool
    said: bool  # the badge's words, beside its icon
    words: bool  # of the pages
    side_by_side: bool  # the models, rather than in a box or a menu
    title: bool


_LEVELS = (
    _Level(note=True, badge=True, said=True, words=True, side_by_side=True, title=True),
    _Level(note=False, badge=True, said=True, words=True, side_by_side=True, title=True),
    _Level(note=False, badge=True, said=True, words=False, side_by_side=True, title=True),
    _Level(note=False, badge=True, said=False, words=False, side_by_side=True, title=True),
    _Level(note=False, badge=True, said=True, words=False, side_by_side=False, title=True),
    _Level(note=False, badge=True, said=False, words=False, side_by_side=False, title=True),
    _Level(note=False, badge=True, said=False, words=False, side_by_side=False, title=False),
    _Level(note=False, badge=False, said=False, words=False, side_by_side=False, title=False),
)
"""In the order in which parts make room; models in a box leave some again, for the badge's words."""
_CHIPS = _Level(note=False, badge=False, said=False, words=False, side_by_side=True, title=True)
"""Several models stand side by side for as long as can be: the badge, which the rail repeats, makes room."""
_CHIPS_LEVELS = (*_LEVELS[:4], _CHIPS, *_LEVELS[4:])


class Header(Dressed):
    """The first line of a sheet. Where it is narrow, its parts make room one after the other.

    Args:
        title: Name of the family, translated.
        density: What the family can say about p(x).
        models: Names of its models with the names shown; a family may have none.
    """

    model_chosen = Signal(str)
    page_pressed = Signal(str)

    def __init__(self, title: str, density: Density, models: Mapping[str, str]) -> None:
        super().__init__()
        self._title = label("title", title)
        self._models = Segmented()
        self._models.setAccessibleName(self.tr("Model"))
        self._models.set_choices(list(models.items()))
        self._models.chosen.connect(self.model_chosen)
        self._listed = Choice(models)
        self._listed.setAccessibleName(self.tr("Model"))
        self._listed.chosen.connect(self.model_chosen)
        self._badge = Badge(density.value)
        self._chips: Chips | None = None
        self._several, self._mixed = False, False
        self._only = label("label")
        self._note = label("caption")
        self._pages: dict[str, tuple[Button, str]] = {}
        self._widths: dict[QWidget, tuple[int, int]] = {}  # of a page's button, without and with its words
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # what is too wide makes room
        for widget in (self._title, self._models, self._listed, self._only, self._badge, self._note):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._options: list[QWidget] = []
        self._buttons: list[QWidget] = []
        self._restyle()

    def set_model(self, name: str) -> None:
        """Show which model is chosen."""
        self._models.set_current(name)
        self._listed.set_current(name)

    def set_note(self, words: str) -> None:
        """Say beside the badge what the numbers are of; it leaves first where it is narrow."""
        if words != self._note.text():
            self._note.setText(words)
            self._fit()

    def set_tip(self, words: str) -> None:
        """Say more where the pointer rests on the note."""
        self._note.setToolTip(words)

    def add_option(self, widget: QWidget) -> None:
        """Put a widget that says how the model works after the models."""
        self._row.insertWidget(self._row.indexOf(self._listed) + 1, widget)
        self._options.append(widget)
        self._set_turns()

    def add_chips(self, chips: Chips) -> None:
        """Take chips that stand in the place of the models where several are chosen."""
        self._chips = chips
        self._row.insertWidget(self._row.indexOf(self._models), chips)
        self._set_turns()
        self._fit()

    def add_page(self, name: str, words: str, icon: str) -> None:
        """Add a button, at the right, for another page of the tab."""
        button = Button(words, icon=icon)
        button.setIcon(icons.icon(icon))
        button.setCheckable(True)
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.clicked.connect(partial(self.page_pressed.emit, name))
        self._pages[name] = button, words
        self._append(button)
        self._measure()

    def set_page(self, name: str, *, several: bool, only: str = "", mixed: bool = False) -> None:
        """Show which page is on, and which models can be chosen there.

        Args:
            name: The page, "" for the first one.
            several: Whether several models are chosen rather than one.
            only: The name of a page's only model, where there is no choice.
            mixed: Whether the models differ in what they can say about p(x), so that no badge holds for all.
        """
        for page, (button, _) in self._pages.items():
            button.setChecked(page == name)
        if (several, only, mixed) != (self._several, self._only.text(), self._mixed):
            self._several, self._mixed = several, mixed
            self._only.setText(only)
            self._fit()

    def add_action(self, action: QAction, icon: str) -> None:
        """Add a button for an action, at the right; it is enabled when the action is."""
        button = IconButton(icon, action.text())
        button.clicked.connect(action.trigger)
        action.enabledChanged.connect(button.setEnabled)
        button.setEnabled(action.isEnabled())
        self._append(button)

    def add_menu(self, name: str, icon: str, actions: Iterable[QAction]) -> None:
        """Add a button that opens a menu of actions, at the right."""
        button = IconButton(icon, name)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.addActions(list(actions))
        button.setMenu(menu)
        self._append(button)

    def _append(self, button: QWidget) -> None:
        self._row.addWidget(button)
        self._buttons.append(button)
        self._set_turns()

    def _set_turns(self) -> None:
        """Let Tab go from the models to the options and the buttons, whichever was added first."""
        chips = [] if self._chips is None else [self._chips]
        in_turn(*chips, self._models, self._listed, *self._options, *self._buttons)

    def _fit(self) -> None:
        """Show as much as fits: the words of the pages go first, those of the badge, then all models but one.

        The title goes next: the rail says it too. That the density is exact is said as long as can be.
        """
        room = self.width()
        levels = _CHIPS_LEVELS if self._several else _LEVELS
        level = next((level for level in levels if self._needed(level) <= room), levels[-1])
        for widget, shown in self._choosing(level).items():
            widget.setVisible(shown)
        for button, words in self._pages.values():
            button.set_words(words if level.words else "")
        self._badge.set_terse(not level.said)
        if self._chips is not None:
            self._chips.set_boxed(not level.side_by_side)

    def _measure(self) -> None:
        """Find how wide the pages' buttons are; anew only when the looks change."""
        for button, words in self._pages.values():
            shown, found = button.text(), []
            for said in ("", words):
                button.set_words(said)
                found.append(button.sizeHint().width())
            button.set_words(shown)
            self._widths[button] = found[0], found[1]

    def _choosing(self, level: _Level) -> dict[QWidget, bool]:
        only = bool(self._only.text())
        one = bool(self._listed.count()) and not self._several and not only
        parts: dict[QWidget, bool] = {
            self._title: level.title,
            self._badge: level.badge and not self._mixed,
            self._note: level.note and bool(self._note.text()),
            self._only: only,
            self._models: level.side_by_side and one,
            self._listed: not level.side_by_side and one,
        }
        if self._chips is not None:
            parts[self._chips] = self._several
        return parts

    def _needed(self, level: _Level) -> int:
        """Return the width that a level takes; nothing is shown or hidden for it."""
        choosing, pages = self._choosing(level), [button for button, _ in self._pages.values()]
        widgets = [item.widget() for at in range(self._row.count()) if (item := self._row.itemAt(at))]
        shown = [w for w in widgets if w is not None and choosing.get(w, not w.isHidden())]
        changing: dict[QWidget, int] = {button: self._widths[button][level.words] for button in pages}
        changing[self._badge] = self._badge.needed(terse=not level.said)
        if self._chips is not None:
            changing[self._chips] = self._chips.needed(boxed=not level.side_by_side)
        widths = [changing.get(w, max(w.sizeHint().width(), w.minimumWidth())) for w in shown]
        return sum(widths) + self._row.spacing() * len(widths)  # one more: the stretch has a place of its own

    def _restyle(self) -> None:
        now = theme.current()
        self.setFixedHeight(now.px(_HEIGHT))
        self._row.setSpacing(now.px(8))
        self._measure()
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Accept any width."""
        return QSize(0, theme.current().px(_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new width."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Fit again when a part asks for another room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)
