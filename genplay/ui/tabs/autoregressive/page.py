"""What every page of the tab is."""

from PySide6.QtWidgets import QWidget

from genplay.ui.widgets.pixel_canvas import PixelCanvas


class Page(QWidget):
    """A page below the header."""

    @property
    def canvas(self) -> PixelCanvas:
        """What is drawn on."""
        raise NotImplementedError

    def set_projector(self, on: bool) -> None:
        """Show only what a class in the last row can read, or everything."""
        raise NotImplementedError
