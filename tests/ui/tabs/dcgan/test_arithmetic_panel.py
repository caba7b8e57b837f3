"""The arithmetic."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from genplay.ui.tabs.dcgan.arithmetic_panel import ArithmeticPanel
from tests.ui.tabs.dcgan import made
from tests.ui.tabs.painted import at, has, rgb

LEFT = Qt.MouseButton.LeftButton
TERMS = ((0, 1), (2,), (3,))


@pytest.fixture
def panel(show):
    found = show(ArithmeticPanel(), 374, 453)
    found.show_scene(made.scene(terms=TERMS))
    return found


def press_of(panel, words):
    (found,) = [one for one in panel.findChildren(QPushButton) if one.text() == words]
    return found


def test_terms_stand_above_their_pins(panel, texts):
    assert {"A: 1, 2", "B: 3", "C: 4", "|z′| 9.25"} <= set(texts(panel))
    assert all(has(view, "ink") for view in panel.terms)


def test_the_result_is_in_the_middle_of_its_neighbours(panel):
    assert panel.wall.count() == 9
    middle, beside = (panel.wall.cell_rect(1, column).center() for column in (1, 2))
    assert at(panel.wall, middle) == rgb("ink")
    assert at(panel.wall, beside) == rgb("paper")
    assert panel.wall.cell(1, 1).width() == 96


@pytest.mark.parametrize(("cell", "point"), [((0, 0), 1), ((1, 1), 0), ((1, 2), 5), ((2, 2), 8)])
def test_a_click_leads_to_the_result_or_a_neighbour(panel, qtbot, cell, point):
    with qtbot.waitSignal(panel.chosen) as heard:
        QTest.mouseClick(panel.wall, LEFT, pos=panel.wall.cell_rect(*cell).center().toPoint())
    assert heard.args == [point]
    found = made.reckoned()
    panel.show_scene(made.scene(terms=TERMS, reckoned=found, latent=found.points[point]))
    assert panel.wall._current == cell


def test_no_frame_says_that_another_picture_is_the_result(panel):
    found = made.reckoned()
    panel.show_scene(made.scene(terms=TERMS, reckoned=found, latent=found.points[2]))
    assert panel.wall._current is not None
    panel.show_scene(made.scene(terms=TERMS, reckoned=found, latent=found.points[2], walk=0.5))
    assert panel.wall._current is None
    panel.show_scene(made.scene(terms=TERMS, reckoned=found, latent=made.HERE))
    assert panel.wall._current is None


def test_the_buttons_stand_beside_what_they_act_on(panel, qtbot):
    button = press_of(panel, "Other neighbours")
    panel.resize(374, 800)
    qtbot.waitUntil(lambda: panel.wall.height() > 500)
    assert 0 <= panel.wall.y() - button.geometry().bottom() <= 12


def test_the_neighbours_go_by_a_seed(panel, qtbot):
    panel.show_scene(made.scene(terms=TERMS, seed=7))
    assert panel.seed.value() == 7
    with qtbot.waitSignal(panel.seed_chosen) as heard:
        QTest.keyClick(panel.seed, Qt.Key.Key_Up)
    assert heard.args == [8]


def test_colours_fit_the_same_room(panel):
    panel.show_scene(made.scene(terms=TERMS, colour=True))
    assert panel.terms[0].width() == 66
    assert panel.wall.cell(0, 0).width() >= 96


def test_it_says_what_is_missing(panel, texts, button):
    panel.show_scene(made.scene(pins=()))
    assert any("Pin a few pictures first" in said for said in texts(panel))
    panel.show_scene(made.scene(terms=((0,), (), ())))
    assert any("Press B, C below a pin" in said for said in texts(panel))
    assert panel.wall.count() == 0
    assert not press_of(panel, "Other neighbours").isEnabled()
    assert button(panel, "Clear terms").isEnabled()


def test_what_is_late_is_pale(panel):
    panel.show_scene(made.scene(terms=TERMS, waiting=frozenset({"arithmetic"})))
    assert not any(has(view, "ink") for view in panel.terms)


def test_a_low_column_has_small_terms(panel):
    panel.set_room(374, 260)
    assert panel.terms[0].width() == 34


def test_acts_are_told(panel, qtbot, button):
    with qtbot.waitSignal(panel.redrawn):
        QTest.mouseClick(press_of(panel, "Other neighbours"), LEFT)
    with qtbot.waitSignal(panel.cleared):
        QTest.mouseClick(button(panel, "Clear terms"), LEFT)
    with qtbot.waitSignal(panel.pin_pressed):
        QTest.mouseClick(button(panel, "Pin the result, to walk and to reckon on with it"), LEFT)


def test_how_long_the_sum_is_is_told_with_what_is_usual(panel, texts):
    assert any(said.startswith("Usual |z|: 10. Around z′") for said in texts(panel))
    panel.show_scene(made.scene(terms=TERMS, waiting=frozenset({"arithmetic"})))
    assert "|z′| 9.25" not in texts(panel)
    assert "result" in texts(panel)


@pytest.mark.parametrize(("width", "said"), [(374, "Other neighbours"), (310, "Others"), (240, "")])
def test_the_button_says_what_it_has_room_for(panel, width, said):
    panel.set_room(width, 453)
    assert press_of(panel, said).accessibleName() == "Other neighbours"


def test_where_it_is_wide_and_low_the_pictures_stand_beside_the_sum(panel, qtbot):
    panel.resize(650, 294)
    panel.set_room(650, 294)
    qtbot.waitUntil(lambda: panel.wall.x() > panel.terms[-1].x())
    assert panel.terms[0].width() >= 64
    panel.resize(374, 451)
    panel.set_room(374, 451)
    qtbot.waitUntil(lambda: panel.wall.x() == 0 and panel.wall.y() > panel.terms[0].y())
