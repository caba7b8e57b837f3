"""What enters the StarGAN tab as a folder, and what leaves it: pictures, and numbers as CSV."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog

from genplay.families.stargan import Levels
from genplay.files import save_csv
from genplay.ui.tabs import pictures
from genplay.ui.tabs.saving import save
from genplay.ui.tabs.stargan import export
from genplay.ui.tabs.stargan.singles_panel import SinglesPanel
from genplay.ui.translation import translate
from genplay.ui.widgets.picture_wall import PictureWall
from genplay.ui.window_files import save_pixmap

if TYPE_CHECKING:
    from genplay.ui.tabs.stargan.tab import StarGanTab


def open_folder(tab: "StarGanTab") -> None:
    """Ask for a folder of faces with a table of their attributes, and open it."""
    name = QFileDialog.getExistingDirectory(tab, translate("files", "Open a folder of faces"))
    if name:
        tab.open_picture(Path(name))


def copy_picture(tab: "StarGanTab") -> None:
    """Put the edited face into the clipboard."""
    if (seen := tab.scene.fresh) is None:
        _missing(tab)
    else:
        pictures.copy(seen.picture)
        tab.said.emit("info", translate("files", "The edited face is in the clipboard."))


def save_picture(tab: "StarGanTab") -> None:
    """Ask where and save the edited face."""
    if (seen := tab.scene.fresh) is None:
        _missing(tab)
    else:
        title = translate("files", "Save the edited face")
        save(tab, title, "edited.png", lambda path: pictures.save(path, seen.picture))


def save_beside(tab: "StarGanTab") -> None:
    """Ask where and save the face, the edited face and, where there is one, the true edit side by side."""
    seen, met = tab.scene.fresh, tab.scene.known
    if seen is None or met is None:
        _missing(tab)
        return
    parts: list[Levels] = [met.picture, seen.picture]
    if seen.truth is not None:
        parts.append(seen.truth.picture)
    title = translate("files", "Save face, edit and truth")
    beside = np.concatenate(parts, axis=1)
    save(tab, title, "edit and truth.png", lambda path: pictures.save(path, beside))


def save_wall(tab: "StarGanTab") -> None:
    """Ask where and save what stands below: the single edits, the wall of faces, or the chain."""
    scene, below = tab.scene, tab.view.below
    walls: dict[str, tuple[object, PictureWall | SinglesPanel, str]] = {
        "singles": (scene.singles, below.singles, translate("files", "single edits")),
        "faces": (scene.walled, below.faces.wall, translate("files", "faces")),
        "chain": (scene.chained, below.chain.wall, translate("files", "chain")),
    }
    lower = scene.state.lower
    found, wall, name = walls[lower]
    if not scene.has(lower) or scene.hides(lower) or not getattr(found, "complete", False):
        _missing(tab)
    else:
        picture = QPixmap.fromImage(wall.picture())
        save(tab, translate("files", "Save the wall"), f"{name}.png", lambda p: save_pixmap(p, picture))


def save_measures(tab: "StarGanTab") -> None:
    """Ask where and export what was asked of the face, and what came of it."""
    seen, met = tab.scene.fresh, tab.scene.known
    rows = None if seen is None or met is None else export.measures(met, seen)
    _save(tab, translate("files", "Export the measures"), "measures.csv", rows)


def save_ledger(tab: "StarGanTab") -> None:
    """Ask where and export the losses of this face."""
    found = tab.scene.returned if tab.scene.has("back") else None
    rows = None if found is None else export.ledger(found)
    _save(tab, translate("files", "Export the losses"), "losses.csv", rows)


def save_chain(tab: "StarGanTab") -> None:
    """Ask where and export the path of the chain."""
    found = tab.scene.chained if tab.scene.has("chain") else None
    rows = None if found is None or not found.complete else export.chain(tab.scene.names, found)
    _save(tab, translate("files", "Export the chain"), "chain.csv", rows)


def _save(tab: "StarGanTab", title: str, name: str, rows: Iterable[export.Row] | None) -> None:
    if rows is None:
        _missing(tab)
    else:
        save(tab, title, name, lambda path: save_csv(path, rows))


def _missing(tab: "StarGanTab") -> None:
    tab.said.emit("info", translate("files", "The answer is not there yet."))
