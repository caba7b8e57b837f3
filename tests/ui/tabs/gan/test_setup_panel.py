"""The left column: what is learnt, the tools of a drawing, and what a hand can ask for."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from genplay.families.gan import DATA, GanLive, GanState
from genplay.ui import theme
from genplay.ui.tabs.gan.scene import Scene
from genplay.ui.tabs.gan.setup_panel import SetupPanel
from tests.ui.tabs.gan.made_sides import POINTS, planned
from tests.ui.tabs.painted import has
from tests.ui.tabs.painted import seen as seen_pixels

LEFT = Qt.MouseButton.LeftButton
SIGNALS = (
    "data_chosen",
    "draw_pressed",
    "tool_chosen",
    "brush_chosen",
    "clear_pressed",
    "cancel_pressed",
    "apply_pressed",
    "tuned",
    "begun",
    "reset_pressed",
)


def seen(**values):
    return Scene(GanState(live=GanLive(plan=planned(**values))))


def drawing(points, **values):
    shown = seen()
    return replace(shown, state=replace(shown.state, drawing=points, **values))


@pytest.fixture
def panel(show):
    made = show(SetupPanel(), 192, 444)
    made.set_room(444)
    made.show_scene(seen())
    return made


@pytest.fixture
def told(panel):
    """All that the panel reports, as (signal, values)."""
    reports = []
    for name in SIGNALS:
        getattr(panel, name).connect(lambda *values, name=name: reports.append((name, *values)))
    return reports


def button(panel, words):
    (found,) = [
        b
        for b in panel.findChildren(QAbstractButton)
        if b.isVisible() and words in (b.text(), b.accessibleName())
    ]
    return found


def press(panel, words):
    QTest.mouseClick(button(panel, words), LEFT)


def test_data_are_chosen_by_a_click_on_their_picture(panel, told):
    press(panel, "Spiral")
    assert told == [("data_chosen", "spiral")]


@pytest.mark.parametrize("data", [name for name in DATA if name != "drawn"])
def test_the_picture_of_what_is_learnt_is_chosen(panel, told, data):
    panel.show_scene(seen(data=data))
    chosen = [b.text() for b in panel.tiles.findChildren(QAbstractButton) if b.isChecked()]
    assert len(chosen) == 1
    assert chosen[0].lower() == data
    assert panel.draw.text() == "Draw your own"
    assert not panel.draw.isChecked()
    assert told == []


def test_what_was_drawn_is_a_tile_of_its_own(panel, told):
    panel.show_scene(seen(data="drawn", points=POINTS))
    assert not [b for b in panel.tiles.findChildren(QAbstractButton) if b.isChecked()]
    assert panel.draw.isChecked()
    before = seen_pixels(panel.draw)
    panel.show_scene(seen(data="drawn", points=POINTS[1:]))
    assert (seen_pixels(panel.draw) != before).any()
    press(panel, "Drawn by hand")
    assert told == [("draw_pressed",)]


def test_without_a_drawing_one_can_be_begun(panel, told):
    press(panel, "Draw your own")
    assert told == [("draw_pressed",)]


def test_while_something_is_drawn_the_tools_are_there_instead(panel, told):
    panel.show_scene(drawing(POINTS, tool="eraser", brush=4))
    assert not panel.tiles.isVisible()
    assert [name for name, b in panel.drawing.tools.items() if b.isChecked()] == ["eraser"]
    assert [size for size, b in panel.drawing.brushes.items() if b.isChecked()] == [4]
    for words in ("Pen", "Brush 1 of 5", "Clear", "Cancel", "Apply"):
        press(panel, words)
    assert told == [
        ("tool_chosen", "pen"),
        ("brush_chosen", 1),
        ("clear_pressed",),
        ("cancel_pressed",),
        ("apply_pressed",),
    ]


def test_a_tool_that_is_pressed_again_stays(panel, told):
    panel.show_scene(drawing(POINTS))
    press(panel, "Pen")
    assert panel.drawing.tools["pen"].isChecked()


def test_a_drawing_without_a_point_gets_a_sentence(panel, told, texts):
    panel.show_scene(drawing(()))
    assert not panel.drawing.apply.isEnabled()
    assert [said for said in texts(panel) if said.startswith("Nothing is drawn yet.")]
    press(panel, "Apply")
    assert told == []
    panel.show_scene(drawing(POINTS))
    assert panel.drawing.apply.isEnabled()
    assert [said for said in texts(panel) if said.startswith("3 points")]


def test_nothing_moves_when_something_is_drawn(panel):
    before = panel.settings.y()
    panel.show_scene(drawing(POINTS))
    assert panel.settings.y() == before


def test_what_is_set_is_told(panel, told, qtbot):
    panel.settings.loss.setFocus()
    QTest.keyClick(panel.settings.loss, Qt.Key.Key_Down)
    assert told == [("tuned", "loss", "leastsquares")]


def test_where_there_is_less_room_a_box_takes_the_place_of_the_pictures(panel, told):
    panel.set_room(330)
    assert panel.data.isVisible()
    assert not panel.tiles.isVisible()
    panel.data.setFocus()
    QTest.keyClick(panel.data, Qt.Key.Key_Down)
    assert told == [("data_chosen", "grid")]
    panel.show_scene(seen(data="drawn", points=POINTS))
    assert panel.data.currentText() == "Drawn by hand"
    panel.show_scene(seen())
    assert panel.data.findData("drawn") < 0


@pytest.mark.parametrize("look", ["dark", "contrast"])
def test_it_follows_theme_and_scale(panel, qapp, qtbot, look):
    before = panel.settings.y()
    theme.apply(qapp, theme.Theme(look, scale=1.5))
    panel.resize(288, 666)
    qtbot.waitUntil(lambda: panel.settings.y() > 1.3 * before)
    assert has(panel, "accent")
