"""``genplay data``: bring a data set to this computer."""

import argparse
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from genplay.data import fetch
from genplay.data.sources import named, user_folder


def data(options: argparse.Namespace) -> int:
    """Import a data set from a folder, or download what is lacking of it."""
    dataset = named(options.name)
    if options.folder is not None:
        return _import(options.name, options.folder)
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bars:
        folder = fetch.fetch(options.name, _Bars(bars).show)
    print(f"{dataset.title} is complete in {folder}.")
    return 0


def _import(name: str, folder: Path) -> int:
    dataset = named(name)
    imported = fetch.import_from(name, folder)
    print(f"{', '.join(imported.stored)} of {dataset.title} are now in {user_folder(dataset)}.")
    if imported.missing:
        print(f"Still missing: {', '.join(imported.missing)}; 'genplay data {name}' fetches them.")
    return 0


class _Bars:
    """A bar for each file that is on its way.

    Args:
        progress: Where they are drawn.
    """

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._files: dict[str, TaskID] = {}

    def show(self, file: str, done: int, total: int) -> None:
        """Show ``done`` of ``total`` bytes; 0 where it is not known how many there are."""
        if file not in self._files:
            self._files[file] = self._progress.add_task(file)
        self._progress.update(self._files[file], completed=done, total=total or None)
