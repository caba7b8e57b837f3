"""Pictures of whole pixels to the clipboard and to files."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QGuiApplication, QImage, QPixmap

from genplay.families.base import Drawing
from genplay.ui.window_files import save_pixmap

_ZOOM = 10  # screen pixels a pixel of the picture


def light(drawing: Drawing) -> NDArray[np.uint8]:
    """Return how light each pixel is, (H, W): black ink on white paper, in every theme."""
    return np.where(drawing.pixels(), 0, 255).astype(np.uint8)


def copy(grey: NDArray[np.uint8]) -> None:
    """Put a picture, (H, W), 255 = white, into the clipboard, ten screen pixels a pixel."""
    QGuiApplication.clipboard().setImage(image(grey))


def save(path: Path, grey: NDArray[np.uint8]) -> None:
    """Write a picture, (H, W), 255 = white, as PNG, one pixel a pixel.

    Raises:
        UserError: The file cannot be written.
    """
    save_pixmap(path, QPixmap.fromImage(image(grey, zoom=1)))


def image(grey: NDArray[np.uint8], zoom: int = _ZOOM) -> QImage:
    """Return a picture, (H, W), 255 = white, with so many screen pixels a pixel."""
    large = np.ascontiguousarray(grey.repeat(zoom, 0).repeat(zoom, 1))
    height, width = large.shape
    # .copy(): the QImage must not look into memory that NumPy will free.
    return QImage(large.data, width, height, width, QImage.Format.Format_Grayscale8).copy()
