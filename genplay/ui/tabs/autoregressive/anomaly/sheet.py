"""The anomaly view as a page of the tab."""

from PySide6.QtWidgets import QWidget

from genplay.ui.tabs.autoregressive.anomaly.view import AnomalyView
from genplay.ui.tabs.autoregressive.page import Page


class AnomalySheet(Page):
    """The view within the sheet's margins; in projector mode all of it stays: it is one picture."""

    def __init__(self) -> None:
        super().__init__()
        self.view = AnomalyView()
        self._page.addWidget(self.view)
        self._restyle()

    @property
    def front(self) -> QWidget:
        """What has the keyboard first."""
        return self.view.sets
