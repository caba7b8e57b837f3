"""Save what a tab shows: ask where, write, and say how it went."""

from collections.abc import Callable
from pathlib import Path

from genplay.errors import UserError
from genplay.ui.tabs.base import Tab
from genplay.ui.translation import sentence, translate
from genplay.ui.window_files import ask_where


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
