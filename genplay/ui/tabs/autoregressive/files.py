"""What leaves the tab: to files and to the clipboard."""

from typing import TYPE_CHECKING

from genplay.families.autoregressive import GreyPicture
from genplay.families.base import Drawing
from genplay.ui.tabs.autoregressive import export
from genplay.ui.tabs.autoregressive.anomaly.export import save_scores
from genplay.ui.tabs.saving import save
from genplay.ui.translation import translate

if TYPE_CHECKING:
    from genplay.ui.tabs.autoregressive.tab import AutoregressiveTab


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
