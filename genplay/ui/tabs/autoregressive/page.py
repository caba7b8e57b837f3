"""What every page of the tab is."""

from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """A page below the header."""

    @property
    def front(self) -> QWidget:
        """What has the keyboard when the page is turned to."""
        raise NotImplementedError

    def set_projector(self, on: bool) -> None:
        """Show only what a class in the last row can read, or everything."""
        raise NotImplementedError
