"""What comes into the tab and what leaves it: dialogs and the clipboard."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from genplay.families.autoregressive import GreyPicture, Import
from genplay.families.base import Drawing
from genplay.ui.tabs.autoregressive import export
from genplay.ui.tabs.autoregressive.anomaly.export import save_scores
from genplay.ui.tabs.saving import save
from genplay.ui.translation import translate
from genplay.ui.window_files import as_png

if TYPE_CHECKING:
    from genplay.ui.tabs.autoregressive.tab import AutoregressiveTab


def ask_for_picture(tab: "AutoregressiveTab") -> None:
    """Ask for a picture and open it."""
    kinds = translate("files", "Pictures") + " (*.png *.jpg *.jpeg *.webp *.bmp *.gif)"
    name, _ = QFileDialog.getOpenFileName(tab, translate("files", "Open a picture"), "", kinds)
    if name:
        tab.open_picture(Path(name))


def paste(tab: "AutoregressiveTab") -> None:
    """Take the clipboard's picture, or the file that it names."""
    board = QGuiApplication.clipboard().mimeData()
    files = [url.toLocalFile() for url in board.urls() if url.isLocalFile()]
    if board.hasImage():
        tab.opening.open(Import(content=as_png(QGuiApplication.clipboard().image())))
    elif files:
        tab.open_picture(Path(files[0]))
    else:
        tab.said.emit("info", translate("files", "There is no picture in the clipboard."))


def copy_drawing(tab: "AutoregressiveTab") -> None:
    """Put the drawing into the clipboard."""
    export.copy_picture(_drawing(tab))
    tab.said.emit("info", translate("files", "The drawing is in the clipboard."))


def save_drawing(tab: "AutoregressiveTab") -> None:
    """Ask where and save the drawing."""
    drawing = _drawing(tab)
    title = translate("files", "Save the drawing")
    save(tab, title, "drawing.png", lambda path: export.save_picture(path, drawing))


def save_maps(tab: "AutoregressiveTab") -> None:
    """Ask where and save the maps as they are shown."""
    title = translate("files", "Save the maps")
    save(tab, title, "maps.png", lambda path: export.save_view(path, tab.maps))


def save_trace(tab: "AutoregressiveTab") -> None:
    """Ask where and export the chain rule of all models shown, or what they found anomalous."""
    title = translate("files", "Export the chain rule")
    grey = tab.shading.result
    # Along a stroke some models answer an older drawing: their numbers are not those of the others.
    results = [result for result in tab.results.values() if result.drawing == tab.state.drawing]
    if tab.state.page == "anomaly":
        scores = translate("files", "Export the scores")
        save(tab, scores, "scores.csv", lambda path: save_scores(path, tab.judging.results))
    elif tab.state.page == "grey":
        if grey is not None:
            save(tab, title, "chain rule.csv", lambda path: export.save_grey_trace(path, grey))
    elif results:
        save(tab, title, "chain rule.csv", lambda path: export.save_trace(path, results))
    else:
        tab.said.emit("info", translate("files", "The answer to this drawing is not there yet."))


def _drawing(tab: "AutoregressiveTab") -> Drawing | GreyPicture:
    return tab.state.grey.picture if tab.state.page == "grey" else tab.state.drawing
