"""What leaves the tab: pictures to the clipboard and to files, the chain rule as CSV."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from genplay.families.autoregressive import Conditionals, GreyPicture, Mixtures, grey_trace, trace
from genplay.families.base import Drawing
from genplay.files import save_csv
from genplay.ui.tabs import pictures
from genplay.ui.window_files import save_pixmap


def picture(drawing: Drawing | GreyPicture) -> QImage:
    """Return the drawing as black ink on white paper, ten screen pixels a pixel."""
    return pictures.image(_light(drawing))


def copy_picture(drawing: Drawing | GreyPicture) -> None:
    """Put the drawing into the clipboard."""
    pictures.copy(_light(drawing))


def save_picture(path: Path, drawing: Drawing | GreyPicture) -> None:
    """Write the drawing as PNG, one pixel a pixel, so that opening it gives the same drawing.

    Raises:
        UserError: The file cannot be written.
    """
    pictures.save(path, _light(drawing))


def save_view(path: Path, widget: QWidget) -> None:
    """Write what a widget shows as PNG.

    Raises:
        UserError: The file cannot be written.
    """
    save_pixmap(path, widget.grab())


def save_trace(path: Path, results: Sequence[Conditionals]) -> None:
    """Write order, pixel, p, log p and running sum as CSV; of several models one after the other.

    Raises:
        UserError: The file cannot be written.
    """
    save_csv(path, trace(*results))


def save_grey_trace(path: Path, result: Mixtures) -> None:
    """Write order, pixel, grey, log p and running sum of a grey picture as CSV.

    Raises:
        UserError: The file cannot be written.
    """
    save_csv(path, grey_trace(result))


def _light(drawing: Drawing | GreyPicture) -> NDArray[np.uint8]:
    if isinstance(drawing, GreyPicture):
        return 255 - drawing.levels()
    return pictures.light(drawing)
