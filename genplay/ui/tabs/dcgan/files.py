"""What leaves the DCGAN tab: pictures, the animation of a walk, and numbers as CSV."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtGui import QPixmap

from genplay.files import save_csv
from genplay.ui.tabs import pictures
from genplay.ui.tabs.dcgan import export
from genplay.ui.tabs.saving import save, save_svg
from genplay.ui.translation import translate
from genplay.ui.window_files import save_pixmap

if TYPE_CHECKING:
    from genplay.ui.tabs.dcgan.tab import DcganTab


def copy_picture(tab: "DcganTab") -> None:
    """Put the generated picture into the clipboard."""
    if (shown := tab.made) is None:
        missing(tab)
    else:
        pictures.copy(shown.picture())
        tab.said.emit("info", translate("files", "The generated picture is in the clipboard."))


def save_picture(tab: "DcganTab") -> None:
    """Ask where and save the generated picture."""
    if (shown := tab.made) is None:
        missing(tab)
    else:
        title = translate("files", "Save the generated picture")
        save(tab, title, "generated.png", lambda path: pictures.save(path, shown.picture()))


def save_wall(tab: "DcganTab") -> None:
    """Ask where and save the wall of samples."""
    walled = tab.scene.walled
    if walled is None or not walled.complete or "wall" in tab.scene.waiting or not tab.scene.is_here(walled):
        missing(tab)
    else:
        title = translate("files", "Save the wall of samples")
        save(tab, title, "samples.png", lambda path: pictures.save(path, walled.picture()))


def save_arithmetic(tab: "DcganTab") -> None:
    """Ask where and save the result of the arithmetic with its neighbours."""
    if tab.scene.fresh_sum is None:
        missing(tab)
    else:
        picture = QPixmap.fromImage(tab.view.side.arithmetic.wall.picture())
        title = translate("files", "Save the result and its neighbours")
        save(tab, title, "arithmetic.png", lambda path: save_pixmap(path, picture))


def save_animation(tab: "DcganTab") -> None:
    """Ask where and save the walk as an animation, a frame a step."""
    frames = tab.trip.frames()
    if not frames:
        tab.trip.ask_for_pins()
    else:
        tab.animation.save(translate("files", "walk"), frames, kind="", speed=tab.state.speed)


def save_noise(tab: "DcganTab") -> None:
    """Ask where and export the noise of the picture that is shown."""
    shown = tab.made
    title = translate("files", "Export the noise")
    _save(tab, title, "noise.csv", None if shown is None else export.noise(shown))


def save_pins(tab: "DcganTab") -> None:
    """Ask where and export the pins."""
    title = translate("files", "Export the pins")
    _save(tab, title, "pins.csv", export.pins(tab.state.pins))


def save_directions(tab: "DcganTab") -> None:
    """Ask where and export what the directions change."""
    explained = tab.scene.explained
    title = translate("files", "Export the directions")
    _save(tab, title, "directions.csv", None if explained is None else export.directions(explained))


def save_layers(tab: "DcganTab") -> None:
    """Ask where and export what the layers return."""
    maps = None if "layers" in tab.scene.waiting else tab.scene.maps
    title = translate("files", "Export the feature maps")
    _save(tab, title, "feature maps.csv", None if maps is None else export.layers(maps))


def save_scale(tab: "DcganTab") -> None:
    """Ask where and save the scale of D's logits as it is seen."""
    title = translate("files", "Save the scale of D’s logits")
    save(tab, title, "logits.svg", lambda path: save_svg(path, tab.view.side.critic.scale))


def save_linear(tab: "DcganTab") -> None:
    """Ask where and save the bars of the linear classifiers as they are seen."""
    title = translate("files", "Save the bars of the linear classifiers")
    save(tab, title, "linear classifiers.svg", lambda path: save_svg(path, tab.view.side.critic.bars))


def _save(tab: "DcganTab", title: str, name: str, rows: Iterable[export.Row] | None) -> None:
    if rows is None:
        missing(tab)
    else:
        save(tab, title, name, lambda path: save_csv(path, rows))


def missing(tab: "DcganTab") -> None:
    """Say that what is to be taken is awaited."""
    tab.said.emit("info", translate("files", "The answer is not there yet."))
