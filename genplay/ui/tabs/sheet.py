"""A tab that is its header over one view: what both keep from the edges, in either mode."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from genplay.ui import theme
from genplay.ui.tabs.base import Tab

MARGINS = (17, 12, 15, 11)
PROJECTED_MARGINS = (26, 20, 26, 16)
"""Left, top, right, bottom, px at 100 %."""
SPACING = 10
"""Between header and view."""


class SheetTab(Tab):
    """A tab of a header over one view. A subclass calls ``lay_out`` once both are made."""

    def lay_out(self, view: QWidget) -> None:
        """Put the header over the view."""
        self._sheet = QVBoxLayout(self)
        self._sheet.addWidget(self.header)
        self._sheet.addWidget(view, 1)
        self._restyle()

    def set_projector(self, on: bool) -> None:
        """Show no header to a class in the last row; what the view shows is the subclass's to say."""
        self.header.setVisible(not on)
        self._restyle()

    def _restyle(self) -> None:
        now = theme.current()
        margins = PROJECTED_MARGINS if now.projector else MARGINS
        self._sheet.setContentsMargins(*(now.px(margin) for margin in margins))
        self._sheet.setSpacing(now.px(SPACING))
