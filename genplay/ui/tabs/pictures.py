"""Pictures from files and the clipboard, and those of whole pixels back to them."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import QFileDialog

from genplay.families.base import Drawing
from genplay.ui.tabs.base import Tab
from genplay.ui.translation import translate
from genplay.ui.window_files import as_png, save_pixmap

_ZOOM = 10  # screen pixels a pixel of the picture


def ask(tab: Tab) -> None:
    """Ask for a picture and open it in a tab."""
    kinds = translate("files", "Pictures") + " (*.png *.jpg *.jpeg *.webp *.bmp *.gif)"
    name, _ = QFileDialog.getOpenFileName(tab, translate("files", "Open a picture"), "", kinds)
    if name:
        tab.open_picture(Path(name))


def paste(tab: Tab) -> None:
    """Give a tab the clipboard's picture, or the file that it names."""
    board = QGuiApplication.clipboard().mimeData()
    files = [url.toLocalFile() for url in board.urls() if url.isLocalFile()]
    if board.hasImage():
        tab.paste_picture(as_png(QGuiApplication.clipboard().image()))
    elif files:
        tab.open_picture(Path(files[0]))
    else:
        tab.said.emit("info", translate("files", "There is no picture in the clipboard."))


def light(drawing: Drawing) -> NDArray[np.uint8]:
    """Return how light each pixel is, (H, W): black ink on white paper, in every theme."""
    return np.where(drawing.pixels(), 0, 255).astype(np.uint8)


def copy(pixels: NDArray[np.uint8]) -> None:
    """Put a picture, (H, W) or (H, W, 3), 255 = white, into the clipboard, ten screen pixels a pixel."""
    QGuiApplication.clipboard().setImage(image(pixels))


def save(path: Path, pixels: NDArray[np.uint8]) -> None:
    """Write a picture, (H, W) or (H, W, 3), 255 = white, as PNG, one pixel a pixel.

    Raises:
        UserError: The file cannot be written.
    """
    save_pixmap(path, QPixmap.fromImage(image(pixels, zoom=1)))


def image(pixels: NDArray[np.uint8], zoom: int = _ZOOM) -> QImage:
    """Return a picture, (H, W) or (H, W, 3), 255 = white, with so many screen pixels a pixel."""
    large = np.ascontiguousarray(pixels.repeat(zoom, 0).repeat(zoom, 1))
    height, width = large.shape[:2]
    kind = QImage.Format.Format_Grayscale8 if large.ndim == 2 else QImage.Format.Format_RGB888
    # .copy(): the QImage must not look into memory that NumPy will free.
    return QImage(large.data, width, height, large.strides[0], kind).copy()
