"""What leaves the tab: pictures to the clipboard and to files, the chain rule as CSV."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import QWidget

from genplay.families.autoregressive import Conditionals, GreyPicture, Mixtures, grey_trace, trace
from genplay.families.base import Drawing
from genplay.files import atomic_write
from genplay.ui.window_files import save_pixmap

_ZOOM = 10  # screen pixels a pixel of the picture


def picture(drawing: Drawing | GreyPicture) -> QImage:
    """Return the drawing as black ink on white paper, ten screen pixels a pixel."""
    return _image(_light(drawing))


def copy_picture(drawing: Drawing | GreyPicture) -> None:
    """Put the drawing into the clipboard."""
    QGuiApplication.clipboard().setImage(picture(drawing))


def save_picture(path: Path, drawing: Drawing | GreyPicture) -> None:
    """Write the drawing as PNG, one pixel a pixel, so that opening it gives the same drawing.

    Raises:
        UserError: The file cannot be written.
    """
    save_pixmap(path, QPixmap.fromImage(_image(_light(drawing), zoom=1)))


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
    _save_rows(path, trace(*results))


def save_grey_trace(path: Path, result: Mixtures) -> None:
    """Write order, pixel, grey, log p and running sum of a grey picture as CSV.

    Raises:
        UserError: The file cannot be written.
    """
    _save_rows(path, grey_trace(result))


def _save_rows(path: Path, rows: Iterable[Sequence[object]]) -> None:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    with atomic_write(path) as stream:
        stream.write(text.getvalue().encode())


def _light(drawing: Drawing | GreyPicture) -> NDArray[np.uint8]:
    if isinstance(drawing, GreyPicture):
        return 255 - drawing.levels()
    return np.where(drawing.pixels(), 0, 255).astype(np.uint8)


def _image(grey: NDArray[np.uint8], zoom: int = _ZOOM) -> QImage:
    large = np.ascontiguousarray(grey.repeat(zoom, 0).repeat(zoom, 1))
    height, width = large.shape
    # .copy(): the QImage must not look into memory that NumPy will free.
    return QImage(large.data, width, height, width, QImage.Format.Format_Grayscale8).copy()
