"""What leaves the VAE tab: pictures to the clipboard and to files, numbers as CSV."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from genplay.families.vae.live import LiveStep
from genplay.files import save_csv
from genplay.ui.tabs import pictures
from genplay.ui.tabs.saving import save, save_svg
from genplay.ui.tabs.vae import export
from genplay.ui.tabs.vae.train import export as live
from genplay.ui.tabs.vae.train.export import Row
from genplay.ui.translation import translate

if TYPE_CHECKING:
    from genplay.ui.tabs.vae.tab import VaeTab


def copy_drawing(tab: "VaeTab") -> None:
    """Put the drawing into the clipboard."""
    pictures.copy(pictures.light(tab.state.drawing))
    tab.said.emit("info", translate("files", "The drawing is in the clipboard."))


def copy_decoded(tab: "VaeTab") -> None:
    """Put the decoded picture into the clipboard."""
    if (grey := _decoded(tab)) is not None:
        pictures.copy(grey)
        tab.said.emit("info", translate("files", "The decoded picture is in the clipboard."))


def save_decoded(tab: "VaeTab") -> None:
    """Ask where and save the decoded picture."""
    grey = _decoded(tab)
    if grey is not None:
        title = translate("files", "Save the decoded picture")
        save(tab, title, "decoded.png", lambda path: pictures.save(path, grey))


def save_animation(tab: "VaeTab") -> None:
    """Ask where and save what the transport plays, a frame a step."""
    state = tab.state
    frames = [tab.moves.frame(cursor) for cursor in range(tab.moves.length() + 1)]
    name = {"walk": "walk", "prior": "prior to posterior", "improve": "improved q"}[state.motion]
    tab.animation.save(name, frames, kind=state.decoded, speed=state.speed)


def save_map(tab: "VaeTab") -> None:
    """Ask where and save the latent map."""
    title = translate("files", "Save the latent map")
    save(tab, title, "latent map.svg", lambda path: save_svg(path, tab.view.map.map))


def save_numbers(tab: "VaeTab") -> None:
    """Ask where and export the numbers of the panel below the pictures."""
    scene, title = tab.scene, translate("files", "Export the numbers")
    if (rows := export.rows(scene)) is None:
        tab.said.emit("info", translate("files", "The answer to this drawing is not there yet."))
    else:
        save(tab, title, f"{scene.state.lower}.csv", lambda path: save_csv(path, rows))


def save_losses(tab: "VaeTab") -> None:
    """Ask where and export what each step of the training paid."""
    _save_training(tab, translate("files", "Export the losses"), "losses.csv", live.losses)


def save_kl(tab: "VaeTab") -> None:
    """Ask where and export what each latent of the training costs."""
    _save_training(tab, translate("files", "Export the KL of each latent"), "latents.csv", live.latents)


def _save_training(tab: "VaeTab", title: str, name: str, rows: Callable[[LiveStep], Iterable[Row]]) -> None:
    if (result := tab.live.scene.current) is None:
        tab.said.emit("info", translate("files", "The step of the training is not there yet."))
    else:
        save(tab, title, name, lambda path: save_csv(path, rows(result)))


def _decoded(tab: "VaeTab") -> NDArray[np.uint8] | None:
    shown = tab.scene.shown
    if shown is None:
        tab.said.emit("info", translate("files", "The answer to this drawing is not there yet."))
        return None
    return shown.picture(tab.state.decoded)
