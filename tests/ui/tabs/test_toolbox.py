from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton

from genplay.ui.settings import Settings
from genplay.ui.tabs.toolbox import Toolbox


def names(box):
    return [b.accessibleName() for b in box.findChildren(QAbstractButton) if b.isVisible()]


def test_it_has_the_tools_that_a_page_knows(show):
    box = show(Toolbox(("pen", "fill")), 40, 400)
    assert names(box) == ["Pen (P)", "Fill (G)", "Brush size ([ and ], or the wheel)"]


def test_its_buttons_can_be_lower_where_there_is_little_room(show):
    low, usual = show(Toolbox(("pen",), high=25), 40, 400), show(Toolbox(("pen",)), 40, 400)
    for box in (low, usual):
        box.set_acts([(QAction("Clear", box), "trash")])
    assert {b.height() for b in low.findChildren(QAbstractButton)} == {25}
    assert usual.least() - low.least() == 3 * 5


def test_the_tool_that_is_taken_is_on(show):
    box = show(Toolbox(), 40, 400)
    box.show_tool("fill", 3)
    on = [b.accessibleName() for b in box.findChildren(QAbstractButton) if b.isChecked()]
    assert on == ["Fill (G)"]


def test_acts_stand_in_a_menu_where_there_is_no_room(show):
    box = show(Toolbox(("pen",)), 40, 400)
    box.set_acts([(QAction(name, box), "trash") for name in ("Invert", "Clear")])
    tall = box.least()
    assert "More tools" not in names(box)
    box.set_terse(True)
    assert names(box)[-1] == "More tools"
    assert not {"Invert", "Clear"} & set(names(box))
    assert box.least(terse=True) < tall
    box.set_terse(False)
    assert names(box)[-2:] == ["Invert", "Clear"]


def test_acts_that_come_later_stand_in_the_menu_too(show):
    box = show(Toolbox(("pen",)), 40, 400)
    box.set_terse(True)
    assert "More tools" not in names(box)
    box.set_acts([(QAction("Clear", box), "trash")])
    assert names(box)[-1] == "More tools"


def test_the_acts_on_a_grey_picture_are_within_reach_of_the_mouse_at_150_percent_on_a_small_screen(screen):
    appearance = screen.window.appearance
    appearance.settings = Settings(theme="light", scale=1.5)
    appearance.set_theme("light")
    screen.turn_to_grey()
    before = screen.state.grey.picture
    assert not screen.all(QAbstractButton, "Clear")
    acts = {act.text(): act for act in screen.one(QAbstractButton, "More tools").menu().actions()}
    assert [*acts] == ["Invert", "Clear", "Open a picture…"]
    acts["Clear"].trigger()
    assert not screen.state.grey.picture.levels().any()
    screen.key("Ctrl+Z")
    assert screen.state.grey.picture == before
