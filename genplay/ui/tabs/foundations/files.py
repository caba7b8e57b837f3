"""What leaves the tab: the picture, and the numbers of the page that is on."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from genplay.files import save_csv
from genplay.ui.tabs import pictures
from genplay.ui.tabs.foundations import export
from genplay.ui.tabs.saving import save
from genplay.ui.translation import translate

if TYPE_CHECKING:
    from genplay.ui.tabs.foundations.tab import FoundationsTab


def copy_drawing(tab: "FoundationsTab") -> None:
    """Put the picture into the clipboard."""
    pictures.copy(pictures.light(tab.state.drawing))
    tab.said.emit("info", translate("files", "The drawing is in the clipboard."))


def save_drawing(tab: "FoundationsTab") -> None:
    """Ask where and save the picture."""
    grey = pictures.light(tab.state.drawing)
    title = translate("files", "Save the drawing")
    save(tab, title, "picture.png", lambda path: pictures.save(path, grey))


def save_numbers(tab: "FoundationsTab") -> None:
    """Ask where and export what the page is about."""
    scene, title = tab.scene, translate("files", "Export the numbers")
    rows: Iterable[export.Row]
    if tab.state.page == "count":
        name, rows = "counts.csv", export.counts(tab.state)
    elif tab.state.page == "bayes" and scene.answer is not None:
        name, rows = "bayes.csv", export.bayes(scene.answer)
    elif scene.factors is not None:
        name, rows = "chain rule.csv", export.chain(scene.factors)
    else:
        tab.said.emit("info", translate("files", "The answer to this drawing is not there yet."))
        return
    save(tab, title, name, lambda path: save_csv(path, rows))
