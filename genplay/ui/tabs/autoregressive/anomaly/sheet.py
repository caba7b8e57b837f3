"""The anomaly view as a page of the tab."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from genplay.ui import theme
from genplay.ui.tabs.autoregressive import fitting
from genplay.ui.tabs.autoregressive.anomaly.view import AnomalyView
from genplay.ui.tabs.autoregressive.page import Page


class AnomalySheet(Page):
    """The view within the sheet's margins."""

    def __init__(self) -> None:
        super().__init__()
        self.view = AnomalyView()
        self._projector = False
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.view)
        self._restyle()

    @property
    def front(self) -> QWidget:
        """What has the keyboard first."""
        return self.view.sets

    def set_projector(self, on: bool) -> None:
        """All of it stays: it is one picture."""
        self._projector = on
        self._restyle()

    def _restyle(self) -> None:
        now = theme.current()
        left, top, right, bottom = fitting.PROJECTED_MARGINS if self._projector else fitting.MARGINS
        top = top if self._projector else fitting.SPACING
        self._column.setContentsMargins(now.px(left), now.px(top), now.px(right), now.px(bottom))

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and scale."""
        if event.type() == QEvent.Type.StyleChange:
            self._restyle()
        super().changeEvent(event)
