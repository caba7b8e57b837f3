import pytest

from genplay.families import FAMILIES
from genplay.ui import theme, window_commands

OWN = {"file", "edit", "view", "tab", "help"}


@pytest.fixture
def own(screen):
    """The window's own commands, without those of the tab."""
    return {command.id: command for command in window_commands.commands(screen.window)}


def test_each_stands_in_a_menu_that_there_is(own):
    menus = [menu for menu, _ in window_commands.menus()]
    assert menus == ["file", "edit", "view", "model", "time", "help"]
    assert {command.menu for command in own.values()} <= set(menus)
    assert {name.partition(".")[0] for name in own} == OWN


def test_every_tab_has_a_command_and_a_key(own):
    for number, family in enumerate(FAMILIES[:9], start=1):
        assert own[f"tab.{family.id}"].shortcut == f"Ctrl+{number}"
        assert family.name in own[f"tab.{family.id}"].text


def test_what_every_desktop_user_tries_works(own):
    expected = {
        "file.open": "Ctrl+O",
        "file.save": "Ctrl+S",
        "file.quit": "Ctrl+Q",
        "edit.undo": "Ctrl+Z",
        "edit.redo": "Ctrl+Shift+Z",
        "view.larger": "Ctrl+=",
        "view.smaller": "Ctrl+-",
        "view.normal": "Ctrl+0",
        "view.projector": "F11",
        "view.palette": "Ctrl+Shift+P",
        "help.keys": "F1",
    }
    assert {name: own[name].shortcut for name in expected} == expected


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_one_theme_is_ticked(screen, name):
    screen.window.commands.run(f"view.theme.{name}")
    themes = [c for c in screen.window.commands.offered() if c.id.startswith("view.theme.")]
    ticked = [c.id for c in themes if screen.window.commands.action(c.id).isChecked()]
    assert ticked == [f"view.theme.{name}"]
    assert theme.current().name == name


def test_undo_and_redo_are_offered_when_there_is_something_to_undo(screen):
    undo, redo = (screen.window.commands.action(f"edit.{name}") for name in ("undo", "redo"))
    assert (undo.isEnabled(), redo.isEnabled()) == (False, False)
    screen.key("H")
    assert (undo.isEnabled(), redo.isEnabled()) == (True, False)
    screen.key("Ctrl+Z")
    assert (undo.isEnabled(), redo.isEnabled()) == (False, True)
    screen.key("Ctrl+Shift+Z")
    assert (undo.isEnabled(), redo.isEnabled()) == (True, False)


def test_the_menus_entries_do_what_they_say(screen):
    """By the menu itself, as a mouse user does."""
    bar = screen.window.menuBar()
    (view,) = [action.menu() for action in bar.actions() if action.text() == "&View"]
    (dark,) = [action for action in view.actions() if action.text() == "Theme: dark"]
    dark.trigger()
    assert theme.current().name == "dark"
