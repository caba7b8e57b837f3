"""What leaves the GAN tab: its picture, and its numbers as CSV."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from genplay.families.gan import GanStep
from genplay.files import save_csv
from genplay.ui.tabs.gan import export
from genplay.ui.tabs.gan.export import Row
from genplay.ui.tabs.saving import save, save_svg
from genplay.ui.translation import translate

if TYPE_CHECKING:
    from genplay.ui.tabs.gan.tab import GanTab


def copy_field(tab: "GanTab") -> None:
    """Put the playing field, as it is on screen, into the clipboard."""
    QGuiApplication.clipboard().setPixmap(tab.view.field.grab())
    tab.said.emit("info", translate("files", "The playing field is in the clipboard."))


def save_field(tab: "GanTab") -> None:
    """Ask where and save the playing field."""
    title = translate("files", "Save the playing field")
    save(tab, title, "gan.svg", lambda path: save_svg(path, tab.view.field))


def save_curves(tab: "GanTab") -> None:
    """Ask where and export what the players paid, and how far apart p and q were."""
    _save(tab, translate("files", "Export the losses and JS"), "losses.csv", export.curves)


def save_points(tab: "GanTab") -> None:
    """Ask where and export the points on screen."""
    _save(tab, translate("files", "Export the points"), "points.csv", export.points)


def _save(tab: "GanTab", title: str, name: str, rows: Callable[[GanStep], Iterable[Row]]) -> None:
    if (result := tab.page.scene.current) is None:
        tab.said.emit("info", translate("files", "The step of the training is not there yet."))
    else:
        save(tab, title, name, lambda path: save_csv(path, rows(result)))
