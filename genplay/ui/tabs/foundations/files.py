"""What leaves the tab: the picture, and the numbers of the page that is on."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from genplay.files import save_csv
from genplay.ui.tabs import pictures
from genplay.ui.tabs.foundations import export
from genplay.ui.tabs.saving import save, save_svg
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


def save_plot(tab: "FoundationsTab") -> None:
    """Ask where and save the plot of the numbers against n."""
    title = translate("files", "Save the plot")
    save(tab, title, "numbers.svg", lambda path: save_svg(path, tab.view.plot))


def save_numbers(tab: "FoundationsTab") -> None:
    """Ask where and export what the page is about."""
    scene, title = tab.scene, translate("files", "Export the numbers")
    rows: Iterable[export.Row] | None = None
    match tab.state.page:
        case "count":
            name, rows = "counts.csv", export.counts(tab.state)
        case "bayes":
            name, rows = "bayes.csv", export.bayes(scene.answer) if scene.answer else None
        case _:
            name, rows = "chain rule.csv", export.chain(scene.factors) if scene.factors else None
    _save_rows(tab, title, name, rows)


def save_models(tab: "FoundationsTab") -> None:
    """Ask where and export what the four models say and cost."""
    fitted = tab.scene.fitted
    rows = export.models(fitted) if fitted else None
    _save_rows(tab, translate("files", "Export the four models"), "models.csv", rows)


def _save_rows(tab: "FoundationsTab", title: str, name: str, rows: Iterable[export.Row] | None) -> None:
    if rows is None:
        tab.said.emit("info", translate("files", "The answer to this drawing is not there yet."))
    else:
        save(tab, title, name, lambda path: save_csv(path, rows))
