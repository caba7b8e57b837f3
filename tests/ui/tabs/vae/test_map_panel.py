"""What lies on the map is where the plane has it, and what a hand does there is told as codes."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from genplay.families.vae import Plane, Sheet, between
from genplay.ui.tabs.vae.map_panel import MapPanel

PLANE = Plane.along((0, 1), (0.0, 0.0))


@pytest.fixture
def panel(show):
    return show(MapPanel(), 360, 390)


def test_the_code_is_marked_where_it_is(panel, scene):
    panel.show_scene(scene(z=(0.5, -1.0)))
    assert panel.map.z() == pytest.approx((0.5, -1.0))
    panel.show_scene(scene())
    assert panel.map.z() == pytest.approx((-0.637, 0.278))  # q's mean, which is decoded


def test_of_many_latents_the_map_shows_the_chosen_axes(panel, scene):
    z = tuple(float(k) / 10 for k in range(50))
    panel.show_scene(scene(model="vae", view="axes", axes=(7, 3), z=z))
    assert panel.map.z() == pytest.approx((0.7, 0.3))


def test_what_a_hand_does_is_told_as_codes_of_the_plane(panel, scene):
    z = tuple(float(k) / 10 for k in range(50))
    panel.show_scene(scene(model="vae", view="axes", axes=(7, 3), z=z))
    told = []
    panel.moved.connect(lambda code: told.append(("moved", code)))
    panel.clicked.connect(lambda code: told.append(("clicked", code)))
    panel.pointed.connect(lambda code: told.append(("pointed", code)))
    panel.map.moved.emit(1.0, -2.0)
    panel.map.clicked.emit(0.5, 0.25)
    panel.map.hovered.emit((0.0, 1.0))
    panel.map.hovered.emit(None)
    for (_, code), place in zip(told[:3], ((1.0, -2.0), (0.5, 0.25), (0.0, 1.0)), strict=True):
        assert (code[7], code[3]) == pytest.approx(place)
        others = [k for k in range(50) if k not in (3, 7)]
        assert [code[k] for k in others] == pytest.approx([z[k] for k in others])
    assert [name for name, _ in told] == ["moved", "clicked", "pointed", "pointed"]
    assert told[3][1] is None


def test_pins_and_the_way_between_them(panel, scene):
    pins = ((1.0, 0.0), (0.0, 1.0))
    panel.show_scene(scene(pins=pins, walk=0.5, way="arc"))
    assert [tuple(pin) for pin in panel.map.pins()] == [pytest.approx(pin) for pin in pins]
    assert panel.map._walker == pytest.approx(between(*pins, 0.5, "arc"))
    assert panel.map._path[0] == pytest.approx(pins[0])
    assert panel.map._path[-1] == pytest.approx(pins[1])
    assert np.hypot(*panel.map._path.T) == pytest.approx(np.ones(len(panel.map._path)))
    panel.show_scene(scene(pins=pins[:1]))
    assert panel.map._path is None


def test_q_is_outlined_at_one_and_two_deviations(panel, scene):
    made = scene()
    panel.show_scene(made)
    q = made.q
    for deviations, outline in enumerate(panel.map._outlines, start=1):
        apart = (outline - np.array(q.mu)) / np.array(q.sigma)
        assert np.hypot(*apart.T) == pytest.approx(np.full(len(outline), deviations))


def test_modes_and_planes_are_chosen_by_hand(panel, scene, qtbot):
    panel.show_scene(scene(model="vae"))
    assert panel._views.isVisible()
    with qtbot.waitSignal(panel.view_chosen) as signal:
        panel._views.chosen.emit("pins")
    assert signal.args == ["pins"]
    panel.show_scene(scene())
    assert not panel._views.isVisible()
    button = next(one for one in panel.findChildren(QAbstractButton) if one.text() == "Both")
    with qtbot.waitSignal(panel.mode_chosen) as signal:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert signal.args == ["both"]


def test_while_the_principal_plane_is_awaited_nothing_lies_on_the_map(panel, scene):
    panel.show_scene(scene(model="vae", view="pca"))  # its points have no plane yet
    assert panel.map.z() is None
    told = []
    panel.clicked.connect(told.append)
    panel.map.clicked.emit(0.0, 0.0)
    assert told == []


def test_pictures_come_and_go(panel, scene):
    places = np.linspace(-1, 1, 3)
    sheet = Sheet("vae_2d", PLANE, places, places, np.full((3, 3, 28, 28), 255, np.uint8), 3)
    panel.show_scene(scene(map="manifold", sheet=sheet))
    inked = panel.map.grab().toImage()
    panel.show_scene(scene(map="manifold"))
    assert panel.map.grab().toImage() != inked
