"""The field with its title, its choice of a surface and its legend."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from genplay.ui.tabs.gan.field_panel import FieldPanel
from tests.ui.tabs.gan.made import scene, slowed


@pytest.fixture
def panel(show):
    made = FieldPanel()
    made.set_side(372)
    show(made, 372, 430)
    made.show_scene(scene())
    return made


def texts(panel):
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_title_and_noise_are_named(panel):
    assert texts(panel) == ["The playing field", "1 fixed noise points"]
    assert panel.field.size().toTuple() == (372, 372)


def test_in_slow_motion_the_noise_is_that_of_the_minibatch(panel):
    shown = slowed("d", "sample")
    panel.show_scene(shown)
    assert texts(panel) == ["The playing field", f"minibatch of {len(shown.moved.fake)}"]


@pytest.mark.parametrize("surface", ["optimal", "gap"])
def test_a_surface_is_chosen_above_the_field(panel, qtbot, surface):
    words = {"optimal": "D*", "gap": "D − D*"}[surface]
    button = next(one for one in panel.findChildren(QPushButton) if one.text() == words)
    with qtbot.waitSignal(panel.surface_chosen) as asked:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked.args == [surface]


def test_the_choice_is_that_of_the_state(panel):
    panel.show_scene(scene(surface="gap"))
    assert panel.surface.current() == "gap"


@pytest.mark.parametrize(
    "shown",
    [scene(answered=False), scene(loss="wasserstein"), scene(drawing=()), slowed("d", "sample")],
    ids=["awaited", "critic", "canvas", "slow"],
)
def test_where_there_is_nothing_to_choose_no_choice_is_offered(panel, shown):
    assert panel.surface.isVisible()
    panel.show_scene(shown)
    assert not panel.surface.isVisible()


def test_a_canvas_has_another_title(panel):
    panel.show_scene(scene(drawing=()))
    assert texts(panel) == ["Your distribution"]
    assert not panel.layers.isEnabled()


@pytest.mark.parametrize(
    ("side", "noise", "choice"), [(372, True, True), (270, False, True), (180, False, False)]
)
def test_what_has_no_room_beside_the_title_is_left_out(panel, qtbot, side, noise, choice):
    panel.set_side(side)
    assert (len(texts(panel)) == 2) is noise
    assert panel.surface.isVisible() is choice
    qtbot.waitUntil(lambda: panel.minimumSizeHint().width() <= side)
