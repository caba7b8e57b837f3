"""Dialogs for the window's files: sessions and screenshots. They add the file ending themselves."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QWidget

from genplay.engine import session as sessions
from genplay.errors import UserError
from genplay.files import atomic_write
from genplay.ui.translation import translate

if TYPE_CHECKING:
    from genplay.ui.main_window import MainWindow


def open_session(window: "MainWindow") -> None:
    """Ask for a session or a picture and open it."""
    name, _ = QFileDialog.getOpenFileName(
        window,
        translate("files", "Open"),
        "",
        translate("files", "Sessions and pictures")
        + f" (*{sessions.SUFFIX} *.png *.jpg *.jpeg *.webp *.bmp *.gif);;"
        + translate("files", "All files")
        + " (*)",
    )
    if name:
        window.open_path(Path(name))


def save_session(window: "MainWindow") -> None:
    """Ask where, and write the session there."""
    path = ask_where(
        window,
        translate("files", "Save session"),
        "session",
        sessions.SUFFIX,
        translate("files", "genplay sessions"),
    )
    if path is None:
        return
    try:
        sessions.save(path, window.session())
        window.say("info", translate("files", "{name} is saved.").format(name=path.name))
    except UserError as error:
        window.say_error(error)


def save_screenshot(window: "MainWindow") -> None:
    """Ask where, and write a picture of the window there."""
    pixmap = window.grab()
    path = ask_where(
        window, translate("files", "Save a screenshot"), "genplay", ".png", translate("files", "PNG pictures")
    )
    if path is None:
        return
    try:
        save_pixmap(path, pixmap)
        window.say("info", translate("files", "{name} is saved.").format(name=path.name))
    except UserError as error:
        window.say_error(error)


def ask_where(parent: QWidget, title: str, stem: str, suffix: str, kind: str) -> Path | None:
    """Ask where to save; returns the path with ``suffix``, or None if the user changed their mind."""
    name, _ = QFileDialog.getSaveFileName(parent, title, stem + suffix, f"{kind} (*{suffix})")
    if not name:
        return None
    path = Path(name)
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)


def save_pixmap(path: Path, pixmap: QPixmap) -> None:
    """Write a picture as PNG, as a whole or not at all.

    Raises:
        UserError: The file cannot be written.
    """
    with atomic_write(path) as stream:
        stream.write(as_png(pixmap.toImage()))


def as_png(image: QImage) -> bytes:
    """Return a picture as the bytes of a PNG file; an empty one as none."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # pyright: ignore[reportArgumentType, reportCallIssue]  # bytes are refused
    return bytes(buffer.data().data())
