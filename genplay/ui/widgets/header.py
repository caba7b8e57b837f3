"""A tab's header: title, models, badge; undo, redo, export and help at the right."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from genplay.families.base import Density
from genplay.ui import theme
from genplay.ui.widgets.badge import Badge
from genplay.ui.widgets.buttons import IconButton
from genplay.ui.widgets.segmented import Segmented
from genplay.ui.widgets.words import label


class Header(QWidget):
    """The first line of a sheet.

    Args:
        title: Name of the family, translated.
        density: What the family can say about p(x).
        models: Names of its models with the names shown.
    """

    model_chosen = Signal(str)

    def __init__(self, title: str, density: Density, models: Mapping[str, str]) -> None:
        super().__init__()
        self._title = label("title", title)
        self._models = Segmented()
        self._models.setAccessibleName(self.tr("Model"))
        self._models.set_choices(list(models.items()))
        self._models.chosen.connect(self.model_chosen)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for widget in (self._title, self._models, Badge(density.value)):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._last: QWidget = self._models.findChildren(QPushButton)[-1]  # in the order of Tab
        self._restyle()

    def set_model(self, name: str) -> None:
        """Show which model is chosen."""
        self._models.set_current(name)

    def add_option(self, widget: QWidget) -> None:
        """Put a widget that says how the model works after the models."""
        self._row.insertWidget(self._row.indexOf(self._models) + 1, widget)

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
        self.setTabOrder(self._last, button)
        self._last = button

    def _restyle(self) -> None:
        now = theme.current()
        self.setFixedHeight(now.px(32))
        self._row.setSpacing(now.px(8))

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and scale."""
        if event.type() == QEvent.Type.StyleChange:
            self._restyle()
        super().changeEvent(event)
