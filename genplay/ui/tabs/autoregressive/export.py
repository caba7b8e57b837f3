"""What leaves the tab: pictures to the clipboard and to files, the chain rule as CSV."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import QWidget

from genplay.families.autoregressive import Conditionals, trace
from genplay.families.base import Drawing
from genplay.files import atomic_write
from genplay.ui.window_files import save_pixmap

_ZOOM = 10  # screen pixels a pixel of the picture


def picture(drawing: Drawing) -> QImage:
    """Return the drawing as black ink on white paper, ten screen pixels a pixel."""
    return _image(np.where(drawing.pixels(), 0, 255).astype(np.uint8))


def copy_picture(drawing: Drawing) -> None:
    """Put the drawing into the clipboard."""
    QGuiApplication.clipboard().setImage(picture(drawing))


def save_picture(path: Path, drawing: Drawing) -> None:
    """Write the drawing as PNG, one pixel a pixel, so that opening it gives the same drawing.

    Raises:
        UserError: The file cannot be written.
    """
    save_pixmap(path, QPixmap.fromImage(_image(np.where(drawing.pixels(), 0, 255).astype(np.uint8), zoom=1)))


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
    text = io.StringIO(newline="")
    csv.writer(text).writerows(trace(*results))
    with atomic_write(path) as stream:
        stream.write(text.getvalue().encode())


def _image(grey: NDArray[np.uint8], zoom: int = _ZOOM) -> QImage:
    large = np.ascontiguousarray(grey.repeat(zoom, 0).repeat(zoom, 1))
    height, width = large.shape
    # .copy(): the QImage must not look into memory that NumPy will free.
    return QImage(large.data, width, height, width, QImage.Format.Format_Grayscale8).copy()
