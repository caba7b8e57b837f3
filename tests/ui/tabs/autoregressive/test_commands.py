import pytest
from PySide6.QtWidgets import QAbstractButton

from genplay import paths
from genplay.families.base import Drawing
from genplay.ui.tabs.autoregressive import commands as table
from genplay.ui.window_commands import menus


@pytest.fixture
def own(screen):
    return {command.id: command for command in table.commands(screen.tab)}


def test_each_has_an_id_of_its_family_words_and_a_menu(own):
    known = {menu for menu, _ in menus()}
    for command in own.values():
        assert command.id.startswith("autoregressive.")
        assert command.text.strip()
        assert command.menu in known


def test_buttons_are_made_of_commands_that_there_are(own):
    assert {*table.TOOLBOX, *table.EXPORT} <= own.keys()
    for icon in table.TOOLBOX.values():
        assert (paths.assets() / "icons" / f"{icon}.svg").is_file()


def test_the_keys_of_the_convention(own):
    expected = {
        "paste": "Ctrl+V",
        "copy": "Ctrl+C",
        "smaller_brush": "[",
        "larger_brush": "]",
        "play": "Space",
        "reset": "Home",
        "end": "End",
        "end_flip": "Esc",
    }
    assert {name: own[f"autoregressive.{name}"].shortcut for name in expected} == expected


def enabled(own):
    return {name.removeprefix("autoregressive.") for name, command in own.items() if command.enabled()}


@pytest.mark.parametrize(
    ("changes", "name", "possible"),
    [
        ({"cursor": 408}, "complete", True),
        ({"cursor": 784}, "complete", False),
        ({"cursor": 0}, "complete", False),
        ({"flip": 4}, "end_flip", True),
        ({"flip": None}, "end_flip", False),
        ({"sample_from": 0}, "close_samples", True),
        ({"sample_from": None}, "close_samples", False),
    ],
)
def test_what_can_be_done_follows_from_the_state(screen, own, changes, name, possible):
    screen.tab.edit(**changes)
    assert (name in enabled(own)) is possible
    assert screen.window.commands.action(f"autoregressive.{name}").isEnabled() is possible


def test_what_needs_an_answer_waits_for_it(screen, own):
    assert {"save_maps", "save_trace"} <= enabled(own)
    screen.tab.show_waiting("score")
    assert not {"save_maps", "save_trace"} & enabled(own)


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("hide", {"hide_future": True}),
        ("slow", {"slow": True}),
        ("eraser", {"tool": "eraser"}),
        ("fill", {"tool": "fill"}),
    ],
)
def test_what_is_on_is_ticked(screen, own, name, changes):
    command, action = own[f"autoregressive.{name}"], screen.window.commands.action(f"autoregressive.{name}")
    assert not command.checked()
    screen.tab.edit(**changes)
    assert command.checked()
    assert action.isChecked()


def test_one_tool_is_ticked(screen, own):
    for tool in ("pen", "eraser", "fill"):
        screen.window.commands.run(f"autoregressive.{tool}")
        ticked = [name for name in ("pen", "eraser", "fill") if own[f"autoregressive.{name}"].checked()]
        assert ticked == [tool]


def test_what_the_page_of_grey_pictures_does_not_know_is_not_offered(screen, own):
    unknown = {"centre", "region", "flip", "reset", "play", "end", "hide", "slow"}
    assert unknown <= enabled(own)
    screen.turn_to_grey()
    assert not unknown & enabled(own)
    assert {"clear", "invert", "next_example", "step", "back", "sample", "complete", "grey"} <= enabled(own)
    assert own["autoregressive.grey"].checked()
    assert own["autoregressive.grey"].shortcut == "Ctrl+G"


WALKING = {"reset", "play", "end"}
STEPPING = {"step", "back"}
PAINTING = {"pen", "eraser", "fill", "smaller_brush", "larger_brush"}
CLOSELY = {"hide", "slow", "region", "clear_region", "flip", "end_flip"}
SAMPLING = {"sample", "complete", "close_samples"}


@pytest.mark.parametrize(
    ("page", "seen"),
    [
        ("one", WALKING | STEPPING | PAINTING | CLOSELY | SAMPLING),
        ("compare", WALKING | STEPPING | PAINTING),
        ("anomaly", set()),
    ],
)
def test_a_key_acts_only_where_what_it_does_is_seen(screen, own, page, seen):
    region = Drawing.blank().flipped(3)
    screen.tab.edit(page=page, cursor=400, region=region, flip=3, sample_from=0)
    screen.settle()
    assert (WALKING | STEPPING | PAINTING | CLOSELY | SAMPLING) & enabled(own) == seen


def test_the_keys_of_time_and_samples_change_nothing_on_the_page_of_anomalies(screen):
    screen.tab.edit(page="anomaly", cursor=400)
    screen.settle()
    before = screen.state
    for keys in ("Space", "H", "Home", ".", "Ctrl+R", "Ctrl+Return", "F", "R"):
        screen.key(keys)
        assert screen.state == before, keys
    assert not screen.tab.playing


def test_no_region_is_painted_where_nothing_is_completed(screen):
    region = Drawing.blank().flipped(3)
    screen.tab.edit(page="compare", tool="region", region=region)
    screen.settle()
    assert not screen.all(QAbstractButton, "Region to be completed (R)")
    screen.stroke(100, 101)
    assert screen.state.region == region
    assert screen.state.drawing.flat()[100] == 1


def test_the_pages_follow_one_another_as_in_the_header(own):
    pages = [name.removeprefix("autoregressive.") for name in own]
    first = pages.index("compare")
    assert pages[first : first + 3] == ["compare", "anomaly", "grey"]
    assert [own[f"autoregressive.{page}"].section for page in pages[first : first + 4]] == [
        True,
        False,
        False,
        True,
    ]
