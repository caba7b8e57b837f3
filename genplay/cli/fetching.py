"""``genplay data``: bring a data set to this computer."""

import argparse
from pathlib import Path

from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)

from genplay.data import fetch
from genplay.data.sources import named, user_folder
from genplay.errors import UserError


def data(options: argparse.Namespace) -> int:
    """Import a data set from a folder, download what is lacking of it, or draw it."""
    dataset = named(options.name)
    if not dataset.mirrors:
        return _draw(options)
    if options.count is not None:
        raise UserError("{title} is not drawn but fetched: --count is for avatars.", title=dataset.title)
    if options.folder is not None:
        return _import(options.name, options.folder)
    with _progress(DownloadColumn()) as bars:
        folder = fetch.fetch(options.name, _Bars(bars).show)
    print(f"{dataset.title} is complete in {folder}.")
    return 0


def _draw(options: argparse.Namespace) -> int:
    """Draw avatars, or import those that were drawn elsewhere."""
    from genplay.data.avatars import cache

    if options.folder is not None:
        if options.count is not None:
            raise UserError("--count says how many avatars to draw, and --from imports those that are there.")
        path = cache.import_from(options.folder)
    else:
        count = options.count or cache.COUNT
        with _progress(MofNCompleteColumn()) as bars:
            task = bars.add_task("drawing", total=None)
            path = cache.make(count, lambda done, total: bars.update(task, completed=done, total=total))
    count = cache.count(path)  # there may have been more
    held_out = sum(cache.HELD_OUT.values())
    print(f"{count:,} avatars to train on and {held_out:,} others are in {path}.")
    return 0


def _progress(column: ProgressColumn) -> Progress:
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), column, TimeRemainingColumn())
    return Progress(*columns, console=console, transient=True, disable=not console.is_terminal)


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
