"""The generated picture's column."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from genplay.ui.tabs.dcgan.picture_panel import PicturePanel
from tests.ui.tabs.dcgan import made
from tests.ui.tabs.dcgan.test_fitting import fit
from tests.ui.tabs.painted import has

LEFT = Qt.MouseButton.LeftButton
LATE = frozenset({"picture"})


@pytest.fixture
def panel(show):
    found = show(PicturePanel(), 258, 360)
    found.set_parts(fit(1084, 603))
    found.show_scene(made.scene())
    return found


def test_it_shows_the_picture_and_what_d_says(panel, texts):
    assert has(panel.picture, "ink")
    assert panel.picture.grid().pixel == 7
    assert "D(G(z)) = 0.375, no density." in texts(panel)


def test_a_picture_of_twice_the_side_has_pixels_of_half_the_size(panel):
    panel.show_scene(made.scene(colour=True))
    assert panel.picture.grid().pixel == 3
    assert panel.picture.width() == 3 * 64 + 2


def test_only_greys_are_explained(panel):
    assert panel._legend.isVisible()
    panel.show_scene(made.scene(colour=True))
    assert not panel._legend.isVisible()
    panel.show_scene(made.scene())
    assert panel._legend.isVisible()


def test_what_is_late_is_pale_and_says_no_number(panel, texts):
    panel.show_scene(made.scene(waiting=LATE))
    assert not has(panel.picture, "ink")
    assert not any("D says" in said for said in texts(panel))


def test_what_is_missing_is_told(panel, button):
    panel.show_scene(made.scene(answered=False, waiting=LATE))
    assert panel.picture.accessibleDescription() == "Loading Fashion-MNIST"
    panel.show_scene(made.scene(answered=False, failures={"picture": "It is gone."}))
    assert panel.picture._error.isVisible()
    assert not button(panel, "Save the generated picture").isEnabled()


def test_a_narrow_column_says_less(panel, texts):
    panel.set_parts(fit(769, 363, dots=1.5))
    panel.show_scene(made.scene())
    assert "Picture" in texts(panel)
    assert "D(G(z)) = 0.375" in texts(panel)


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("Pin", "pin_pressed"),
        ("Copy the generated picture", "copy_pressed"),
        ("Save the generated picture", "save_pressed"),
    ],
)
def test_what_can_be_done_with_it(panel, qtbot, name, signal):
    found = panel.findChildren(type(panel._pin)) + panel.findChildren(type(panel._copy))
    (act,) = [one for one in found if name in (one.text(), one.accessibleName())]
    with qtbot.waitSignal(getattr(panel, signal)):
        QTest.mouseClick(act, LEFT)


def test_a_walk_is_pinned_once_it_is_seen(panel):
    panel.show_scene(made.scene(walk=0.5, shown=None))
    assert not panel._pin.isEnabled()
    panel.show_scene(made.scene(walk=0.5))
    assert panel._pin.isEnabled()


def test_a_preview_says_that_it_is_one(panel, texts):
    pointed = made.shown(verdict=0.875, shade=0)
    panel.show_scene(made.scene(pointed=pointed, waiting=frozenset({"picture"})))
    assert {"under the pointer", "D(G(z)) = 0.875, no density."} <= set(texts(panel))
    assert not has(panel.picture, "ink")
    panel.show_scene(made.scene())
    assert "under the pointer" not in texts(panel)
    assert has(panel.picture, "ink")


def point_at(panel, pixel):
    """Move the pointer onto a pixel, from another one."""
    for at in (pixel + 1, pixel):
        QTest.mouseMove(panel.picture, panel.picture.pixel_rect(at).center().toPoint())


def test_the_pixel_under_the_pointer_is_read(panel, texts):
    point_at(panel, 32 * 3 + 6)
    assert "row 4, column 7: 1.00" in texts(panel)
    panel.show_scene(made.scene(colour=True))
    point_at(panel, 64 * 2 + 1)
    assert "row 3, column 2: 200, 30, 60" in texts(panel)
    panel.picture.hovered.emit(None)
    assert "D(G(z)) = 0.375, no density." in texts(panel)


def test_where_nothing_is_said_below_the_pixel_stands_above(panel, texts):
    panel.set_parts(replace(fit(1084, 603), parts=frozenset({"above"})))
    point_at(panel, 32 * 3 + 6)
    assert "(4, 7): 1.00" in texts(panel)


def test_what_normalisation_does_to_the_verdict_is_said_where_there_is_one(panel):
    panel.show_scene(made.scene(shown=replace(made.shown(), normed=True)))
    assert "averages of real pictures" in panel._said.toolTip()
    panel.show_scene(made.scene())
    assert "D is no density" in panel._said.toolTip()
    assert "averages" not in panel._said.toolTip()


def test_where_there_is_room_again_d_is_said_to_be_no_density(panel, texts):
    panel.set_parts(fit(876, 523, dots=1.5))
    assert "D(G(z)) = 0.375" in texts(panel)
    panel.set_parts(fit(1084, 603))
    assert "D(G(z)) = 0.375, no density." in texts(panel)
