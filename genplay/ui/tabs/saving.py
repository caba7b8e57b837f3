"""Save what a tab shows: ask where, write, and say how it went."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QPoint
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from genplay.errors import UserError
from genplay.files import atomic_write
from genplay.ui import theme
from genplay.ui.tabs.base import Tab
from genplay.ui.translation import sentence, translate
from genplay.ui.window_files import ask_where


def save_svg(path: Path, plot: QWidget) -> None:
    """Write what a plot shows as SVG, in the colours of the theme, as a whole or not at all.

    Raises:
        UserError: The file cannot be written.
    """
    buffer = QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(plot.size())
    generator.setViewBox(plot.rect())
    generator.setTitle(plot.accessibleName())
    generator.setDescription(plot.accessibleDescription())
    with QPainter(generator) as painter:
        painter.fillRect(plot.rect(), theme.current().color("surface"))
        plot.render(painter, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    with atomic_write(path) as stream:
        stream.write(buffer.data().data())


def save(tab: Tab, title: str, name: str, write: Callable[[Path], None]) -> None:
    """Ask where to save, and write there.

    Args:
        tab: Whose it is; it says how it went.
        title: Of the dialog, translated.
        name: The file name that is offered.
        write: Writes to the path; raises UserError where that cannot be.
    """
    offered = Path(name)
    path = ask_where(tab, title, offered.stem, offered.suffix, translate("files", "Files"))
    if path is None:
        return
    try:
        write(path)
    except UserError as error:
        tab.said.emit("error", sentence(error))
    else:
        tab.said.emit("info", translate("files", "{name} is saved.").format(name=path.name))
