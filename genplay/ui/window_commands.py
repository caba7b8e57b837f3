"""What the window itself can do: files, undo, view, tabs, help."""

from functools import partial
from typing import TYPE_CHECKING

from genplay.families import FAMILIES
from genplay.ui import window_files
from genplay.ui.about import show_about, show_shortcuts
from genplay.ui.appearance import STEPS
from genplay.ui.commands import Command
from genplay.ui.translation import translate

if TYPE_CHECKING:
    from genplay.ui.main_window import MainWindow


def menus() -> list[tuple[str, str]]:
    """Return the menus, (id, title), in order."""
    return [
        ("file", translate("commands", "&File")),
        ("edit", translate("commands", "&Edit")),
        ("view", translate("commands", "&View")),
        ("model", translate("commands", "&Model")),
        ("time", translate("commands", "&Time")),
        ("help", translate("commands", "&Help")),
    ]


def commands(window: "MainWindow") -> list[Command]:
    """Return the window's commands."""
    view = [*_themes(window), *_sizes(window), *_view(window)]
    return [*_file(window), *_edit(window), *view, *_tabs(window), *_help(window)]


def _file(window: "MainWindow") -> list[Command]:
    return [
        Command(
            "file.open",
            translate("commands", "Open session…"),
            partial(window_files.open_session, window),
            "file",
            "Ctrl+O",
        ),
        Command(
            "file.save",
            translate("commands", "Save session…"),
            partial(window_files.save_session, window),
            "file",
            "Ctrl+S",
        ),
        Command(
            "file.screenshot",
            translate("commands", "Save a screenshot…"),
            partial(window_files.save_screenshot, window),
            "file",
            "Ctrl+Shift+S",
        ),
        Command("file.quit", translate("commands", "Quit"), window.close, "file", "Ctrl+Q", section=True),
    ]


def _edit(window: "MainWindow") -> list[Command]:
    return [
        Command(
            "edit.undo",
            translate("commands", "Undo"),
            window.undo,
            "edit",
            "Ctrl+Z",
            lambda: window.can_undo,
        ),
        Command(
            "edit.redo",
            translate("commands", "Redo"),
            window.redo,
            "edit",
            "Ctrl+Shift+Z",
            lambda: window.can_redo,
        ),
    ]


def _themes(window: "MainWindow") -> list[Command]:
    names = [
        ("system", translate("commands", "Theme: as the system")),
        ("light", translate("commands", "Theme: light")),
        ("dark", translate("commands", "Theme: dark")),
        ("contrast", translate("commands", "Theme: high contrast")),
    ]
    return [
        Command(
            f"view.theme.{name}",
            text,
            partial(window.appearance.set_theme, name),
            "view",
            checked=partial(_is_theme, window, name),
        )
        for name, text in names
    ]


def _sizes(window: "MainWindow") -> list[Command]:
    look = window.appearance
    return [
        Command(
            "view.larger",
            translate("commands", "Larger interface"),
            partial(look.zoom, 1),
            "view",
            "Ctrl+=",
            lambda: window.has_room_for(look.zoomed(1)),
            section=True,
        ),
        Command(
            "view.smaller",
            translate("commands", "Smaller interface"),
            partial(look.zoom, -1),
            "view",
            "Ctrl+-",
        ),
        Command(
            "view.normal",
            translate("commands", "Interface at 100 %"),
            partial(look.set_scale, STEPS[0]),
            "view",
            "Ctrl+0",
        ),
    ]


def _view(window: "MainWindow") -> list[Command]:
    look = window.appearance
    return [
        Command(
            "view.projector",
            translate("commands", "Projector mode"),
            window.toggle_projector,
            "view",
            "F11",
            checked=lambda: look.projector,
            section=True,
        ),
        Command(
            "view.still",
            translate("commands", "Reduce motion"),
            look.toggle_motion,
            "view",
            checked=lambda: look.settings.reduced_motion,
        ),
        Command(
            "view.palette",
            translate("commands", "Search commands"),
            window.open_palette,
            "view",
            "Ctrl+Shift+P",
        ),
    ]


def _tabs(window: "MainWindow") -> list[Command]:
    return [
        Command(
            f"tab.{family.id}",
            translate("commands", "Go to {tab}").format(tab=translate("families", family.name)),
            partial(window.show_tab, family.id),
            "view",
            f"Ctrl+{number}" if number <= 9 else "",
            section=number == 1,
        )
        for number, family in enumerate(FAMILIES, start=1)
    ]


def _help(window: "MainWindow") -> list[Command]:
    return [
        Command(
            "help.keys",
            translate("commands", "Keyboard shortcuts"),
            partial(show_shortcuts, window, window.commands),
            "help",
            "F1",
        ),
        Command("help.about", translate("commands", "About genplay"), partial(show_about, window), "help"),
    ]


def _is_theme(window: "MainWindow", name: str) -> bool:
    return window.appearance.settings.theme == name
