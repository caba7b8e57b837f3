"""The plane's column."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from genplay.families.dcgan import Latent, blended
from genplay.ui.tabs.dcgan.plane_panel import PlanePanel
from genplay.ui.widgets.track import Track
from tests.ui.tabs.dcgan import made
from tests.ui.tabs.dcgan.test_fitting import fit
from tests.ui.tabs.painted import at, rgb

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(show):
    found = show(PlanePanel(), 226, 350)
    found.set_parts(fit(1084, 603))
    found.show_scene(made.scene(latent=Latent(x=3.25, y=4.0), truncation=0.7))
    return found


@pytest.fixture
def wide(show):
    """The column with room for all its words."""
    found = show(PlanePanel(), 420, 560)
    found.set_parts(fit(1700, 900))
    found.show_scene(made.scene(latent=Latent(x=3.25, y=4.0), truncation=0.7))
    return found


def test_it_says_where_the_point_is(panel, wide, texts):
    assert "(3.25, 4.00)" in texts(panel)
    assert "x 0 to 4, y 0 to 4" in texts(wide)
    assert [spin.value() for spin in panel.seeds] == [3, 4]
    assert panel.truncation.value() == pytest.approx(0.7)


def test_pictures_are_those_of_the_part_that_is_shown(panel):
    spot = panel.plane.place(4.0, 4.0).toPoint()
    assert at(panel.plane, spot) == rgb("ink")
    panel.show_scene(made.scene(page=(2, 0), walled=made.walled()))
    assert at(panel.plane, spot) == rgb("paper")


def test_on_a_walk_no_point_is_marked(panel, texts):
    panel.show_scene(made.scene(walk=0.5))
    assert "walk 1 to 2" in texts(panel)
    assert panel.plane.accessibleDescription() == ""
    assert not any(spin.isEnabled() for spin in panel.seeds)
    panel.show_scene(made.scene(walk=0.3, tour=True))
    assert "walk 2 to 3" in texts(panel)


@pytest.mark.parametrize(
    ("name", "way"),
    [
        ("Seeds to the left", [-1, 0]),
        ("Seeds to the right", [1, 0]),
        ("Seeds above", [0, -1]),
        ("Seeds below", [0, 1]),
    ],
)
def test_other_parts_of_the_plane_are_asked_for(panel, qtbot, button, name, way):
    with qtbot.waitSignal(panel.turned) as caught:
        QTest.mouseClick(button(panel, name), LEFT)
    assert caught.args == way


def test_seeds_and_truncation_are_chosen(panel, qtbot, button):
    with qtbot.waitSignal(panel.seed_chosen) as caught:
        panel.seeds[1].stepUp()
    assert caught.args == [1, 5]
    with qtbot.waitSignal(panel.truncation_moved) as caught:
        QTest.keyClick(panel.truncation.findChild(Track), Qt.Key.Key_Right)
    assert caught.args == pytest.approx([0.75])
    with qtbot.waitSignal(panel.redrawn):
        QTest.mouseClick(button(panel, "Other noise: a seed elsewhere in the plane"), LEFT)


def test_a_sum_of_seeds_is_nowhere_in_the_plane(wide, texts):
    panel = wide
    summed = blended([(0.5, Latent(x=1.5)), (0.5, Latent(x=2.0))])
    panel.show_scene(made.scene(latent=summed, pins=(summed, Latent(x=4.0, y=4.0))))
    assert "a sum of 2 seeds" in texts(panel)
    assert not any(spin.isEnabled() for spin in panel.seeds)
    assert panel.plane.accessibleDescription() == ""
    spots = [panel.plane.pin_at(panel.plane.place(float(at), float(at))) for at in (0, 4)]
    assert spots == [None, 1]
    panel.show_scene(made.scene())
    assert all(spin.isEnabled() for spin in panel.seeds)


def test_the_place_under_the_pointer_is_said(panel, texts):
    panel.show_scene(made.scene(walk=0.5, pointed=made.shown(latent=Latent(x=1.25, y=-2.0))))
    assert "(1.25, −2.00)" in texts(panel)
    panel.show_scene(made.scene(walk=0.5))
    assert "walk 1 to 2" in texts(panel)


def test_where_it_is_narrow_truncation_goes_by_its_letter(panel):
    track = panel.truncation.findChild(Track)
    panel.set_parts(fit(1084, 603))
    assert track.accessibleName() == "Truncation"
    panel.set_parts(fit(876, 523))
    assert track.accessibleName() == "τ"
    assert "Truncation" in panel.truncation.toolTip()
