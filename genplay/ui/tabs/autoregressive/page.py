"""What every page of the tab is."""

from PySide6.QtCore import QEvent, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from genplay.ui import theme
from genplay.ui.tabs.autoregressive import fitting
from genplay.ui.widgets.dressed import Dressed


class Page(Dressed):
    """A page below the header, whose parts are fitted to its room, to theme and scale, and to each other.

    A page puts its parts into ``_page``, and says in ``_show_parts`` which of them projector mode leaves, in
    ``_fit_all`` how much room each has, in ``_asked`` what that depends on, and in ``_restyle`` what else
    follows the theme.
    """

    def __init__(self) -> None:
        super().__init__()
        self._page = QVBoxLayout(self)
        self._projector = False
        # A part may ask for another room at any time: it may follow the theme when it is next shown.
        self._fitted_for: object = None
        self._fitting = False
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._fit)

    @property
    def front(self) -> QWidget:
        """What has the keyboard when the page is turned to."""
        raise NotImplementedError

    def set_projector(self, on: bool) -> None:
        """Show only what a class in the last row can read, or everything."""
        self._projector = on
        self._show_parts()
        self._restyle()

    @Slot()
    def _fit(self) -> None:
        """Fit once: what is shown on the way may give the page another size, and ask for another fit within.

        A part that is hidden while it is being shown would stay on screen, and have no room.
        """
        if self._fitting:
            self._again.start()
            return
        self._fitting = True
        try:
            self._fitted_for = self._asked()
            self._fit_all()
        finally:
            self._fitting = False

    def _show_parts(self) -> None:
        """Show the parts that the mode has: all of them, or what projector mode leaves."""

    def _fit_all(self) -> None:
        """Give every part its room, where the layout alone would not."""

    def _asked(self) -> object:
        """Return all that the room of the parts depends on, besides the page's own size."""
        return None

    def _margins(self) -> tuple[int, int, int, int]:
        left, top, right, bottom = fitting.PROJECTED_MARGINS if self._projector else fitting.MARGINS
        top = top if self._projector else fitting.SPACING  # below the header
        now = theme.current()
        return now.px(left), now.px(top), now.px(right), now.px(bottom)

    def _frame(self) -> int:
        """Return the width of a picture's frame, both sides together."""
        return 2 * round(theme.current().line("frame"))

    def _restyle(self) -> None:
        """Follow theme, scale and projector mode."""
        self._page.setContentsMargins(*self._margins())
        self._fit()
        self._again.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new room."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Fit again when a part asks for another room."""
        if event.type() == QEvent.Type.LayoutRequest and self._asked() != self._fitted_for:
            self._again.start()
        return super().event(event)
