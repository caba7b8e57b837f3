"""What leaves the InfoGAN tab: pictures, the animation of a sweep, and numbers as CSV."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtGui import QPixmap

from genplay.files import save_csv
from genplay.ui.tabs import pictures
from genplay.ui.tabs.infogan import export
from genplay.ui.tabs.saving import save, save_svg
from genplay.ui.translation import translate
from genplay.ui.window_files import save_pixmap

if TYPE_CHECKING:
    from genplay.ui.tabs.infogan.tab import InfoGanTab


def copy_picture(tab: "InfoGanTab") -> None:
    """Put the generated picture into the clipboard."""
    if (made := tab.scene.made) is None:
        _missing(tab)
    else:
        pictures.copy(made.picture())
        tab.said.emit("info", translate("files", "The generated picture is in the clipboard."))


def save_picture(tab: "InfoGanTab") -> None:
    """Ask where and save the generated picture."""
    if (made := tab.scene.made) is None:
        _missing(tab)
    else:
        title = translate("files", "Save the generated picture")
        save(tab, title, "generated.png", lambda path: pictures.save(path, made.picture()))


def save_wall(tab: "InfoGanTab") -> None:
    """Ask where and save the wall of every code."""
    walled = tab.scene.walled
    if walled is None or not walled.complete:
        _missing(tab)
    else:
        picture = QPixmap.fromImage(tab.view.wall.wall.picture())
        title = translate("files", "Save the wall of every code")
        save(tab, title, "every code.png", lambda path: save_pixmap(path, picture))


def save_animation(tab: "InfoGanTab") -> None:
    """Ask where and save the sweep as an animation, a frame a step."""
    name = translate("files", "sweep of {code}").format(code=tab.state.swept)
    tab.animation.save(name, tab.sweep.frames(), kind="", speed=tab.state.speed)


def save_reading(tab: "InfoGanTab") -> None:
    """Ask where and export what Q reads in the drawing."""
    found = tab.scene.read
    title = translate("files", "Export what is read in the drawing")
    _save(tab, title, "reading.csv", None if found is None else export.reading(found))


def save_ledger(tab: "InfoGanTab") -> None:
    """Ask where and export how much the pictures tell of their category."""
    ledger, plain = tab.scene.ledger, tab.scene.plain
    title = translate("files", "Export the information")
    _save(tab, title, "information.csv", None if ledger is None else export.ledgers(ledger, plain))


def save_bars(tab: "InfoGanTab") -> None:
    """Ask where and save the bars of the information as they are seen."""
    title = translate("files", "Save the bars of the information")
    save(tab, title, "information.svg", lambda path: save_svg(path, tab.view.ledger.bars))


def save_confusion(tab: "InfoGanTab") -> None:
    """Ask where and export the categories against the digits."""
    confusion = tab.scene.confusion
    title = translate("files", "Export categories against digits")
    _save(tab, title, "confusion.csv", None if confusion is None else export.confusion(confusion))


def _save(tab: "InfoGanTab", title: str, name: str, rows: Iterable[export.Row] | None) -> None:
    if rows is None:
        _missing(tab)
    else:
        save(tab, title, name, lambda path: save_csv(path, rows))


def _missing(tab: "InfoGanTab") -> None:
    tab.said.emit("info", translate("files", "The answer is not there yet."))
