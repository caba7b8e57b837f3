"""The two surfaces: each is itself, a click has the field show it, and they fit the room."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from genplay.ui import theme
from genplay.ui.tabs.gan.surfaces import FOOT, GAP, HEAD, Surfaces
from tests.ui.tabs.gan.made import scene
from tests.ui.tabs.painted import at, has, rgb, seen

ROOM = 2 * HEAD + FOOT + GAP


@pytest.fixture
def surfaces(show):
    made = Surfaces()
    made.set_room(174, 430)
    show(made, 174, 430)
    made.show_scene(scene())
    return made


def colour(plane, x, y):
    return at(plane, plane.place(x, y))


def test_the_learned_and_the_optimal_are_shown_top_row_first(surfaces):
    assert colour(surfaces.learned, 0.2, 2)[0] > colour(surfaces.learned, 0.2, 2)[2] + 60  # fake above
    assert colour(surfaces.learned, 0.2, -2)[2] > colour(surfaces.learned, 0.2, -2)[0] + 60
    for y in (2, -2):
        assert colour(surfaces.optimal, 0.2, y) == pytest.approx(rgb("paper"), abs=3)


@pytest.mark.parametrize("name", ["learned", "optimal"])
@pytest.mark.parametrize("how", ["click", "enter"])
def test_a_surface_asks_to_be_shown_on_the_field(surfaces, qtbot, name, how):
    plane = getattr(surfaces, name)
    with qtbot.waitSignal(surfaces.surface_chosen) as asked:
        if how == "click":
            QTest.mouseClick(plane, Qt.MouseButton.LeftButton)
        else:
            QTest.keyClick(plane, Qt.Key.Key_Return)
    assert asked.args == [name]


@pytest.mark.parametrize(
    ("surface", "chosen"), [("learned", "learned"), ("optimal", "optimal"), ("gap", None)]
)
def test_what_the_field_shows_has_a_frame_of_its_own(surfaces, surface, chosen):
    surfaces.show_scene(scene(surface=surface))
    for name in ("learned", "optimal"):
        plane = getattr(surfaces, name)
        assert has(plane, "accent") is (name == chosen)
        assert bool(plane.accessibleDescription()) is (name == chosen)
    surfaces.show_scene(scene(surface=surface, layers=("real",)))
    assert not has(surfaces.learned, "accent")


def test_a_critic_has_no_optimum_and_it_is_said(surfaces):
    asked = []
    surfaces.surface_chosen.connect(asked.append)
    surfaces.show_scene(scene(loss="wasserstein", surface="optimal"))
    assert "Critic" in [label.text() for label in surfaces.findChildren(QLabel)]
    picture = seen(surfaces.optimal)
    assert (picture[60:110, 20:150] != rgb("paper")).any()  # the sentence
    assert (picture[5:40, 5:-5] == rgb("paper")).all()
    assert has(surfaces.learned, "accent")
    QTest.mouseClick(surfaces.optimal, Qt.MouseButton.LeftButton)
    assert asked == []
    assert surfaces.scale.accessibleName() == "The colours go from 0 fake to +2 real"


def test_before_the_first_answer_nothing_is_painted(surfaces):
    surfaces.show_scene(scene(answered=False))
    for plane in (surfaces.learned, surfaces.optimal):
        assert (seen(plane)[5:50, 5:-5] == rgb("paper")).all()


def test_what_is_pointed_at_on_the_field_is_marked(surfaces):
    before = seen(surfaces.learned)
    surfaces.set_pointed((1.5, 1.5))
    marked = (seen(surfaces.learned) != before).any(-1)
    rows, columns = marked.nonzero()
    middle = surfaces.learned.place(1.5, 1.5)
    assert (columns.mean() + 0.5, rows.mean() + 0.5) == pytest.approx(middle.toTuple(), abs=0.5)
    surfaces.set_pointed(None)
    assert (seen(surfaces.learned) == before).all()


def test_while_something_is_drawn_they_are_pale(surfaces):
    clear = colour(surfaces.learned, 0.2, 2)
    surfaces.show_scene(scene(drawing=()))
    pale = colour(surfaces.learned, 0.2, 2)
    assert 255 - pale[2] < 0.4 * (255 - clear[2])
    assert not has(surfaces.learned, "accent")


@pytest.mark.parametrize(("height", "side"), [(ROOM + 348, 174), (ROOM + 300, 150), (ROOM + 1000, 174)])
def test_the_pictures_are_as_large_as_there_is_room_for(surfaces, height, side):
    surfaces.set_room(174, height)
    for plane in (surfaces.learned, surfaces.optimal):
        assert plane.size().toTuple() == (side, side)
        assert plane.isVisible()
    assert surfaces.sizeHint().height() <= height


def test_without_room_for_both_the_optimum_is_shown_alone(surfaces):
    surfaces.set_room(174, 200)
    assert not surfaces.learned.isVisible()
    assert surfaces.optimal.isVisible()
    assert surfaces.optimal.width() == 200 - HEAD - FOOT


@pytest.mark.parametrize("look", ["dark", "contrast"])
def test_colours_follow_the_theme(surfaces, qapp, look):
    theme.apply(qapp, theme.Theme(look))
    assert colour(surfaces.optimal, 0.2, 2) == pytest.approx(rgb("paper"), abs=22)
    assert has(surfaces.learned, "accent")
    assert has(surfaces.optimal, "frame")
