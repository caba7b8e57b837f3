"""The page of grey pictures as a whole: what is shown and told, and what has room."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from genplay.families.autoregressive import GreyPicture, GreySamples
from genplay.ui import text
from genplay.ui.pace import Pace
from genplay.ui.tabs.autoregressive.grey import words
from genplay.ui.tabs.autoregressive.grey.bar import GreyBar
from genplay.ui.tabs.autoregressive.grey.head import GreyHead
from genplay.ui.tabs.autoregressive.grey.score import GreyScorePanel
from genplay.ui.tabs.autoregressive.grey.view import GreyView
from genplay.ui.widgets.density_curve import DensityCurve
from genplay.ui.widgets.formula import FormulaStrip
from genplay.ui.widgets.ledger import Ledger
from genplay.ui.widgets.reading import ReadingLine
from genplay.ui.widgets.sample_grid import SampleGrid

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
EXAMPLES = [("Blank", np.zeros((28, 28), np.uint8)), ("Full", np.full((28, 28), 255, np.uint8))]
SIZE = 1280, 660  # as in a window of 1280 x 720


@pytest.fixture
def view(show, scene):
    frame = QWidget()  # as in a window, a page is given its size, whatever it asks for
    made = GreyView(EXAMPLES)
    made.setParent(frame)
    made.resize(*SIZE)
    show(frame, 3000, 1100)
    made.show_scene(scene)
    yield made
    frame.close()  # which it does not own: it has lived until here


@pytest.fixture
def other(scene, grey_score):
    """Another picture, answered, with the same pixel pinned."""
    picture = GreyPicture(bytes(range(195, -1, -1)) * 4)
    grey = replace(scene.state.grey, picture=picture)
    return replace(scene, state=replace(scene.state, grey=grey), result=grey_score(picture))


def pictures(view):
    return view.canvas, *view.maps.maps


def visible(view, kind):
    return [found for found in view.findChildren(kind) if found.isVisible()]


def hero(view):
    return [label.text() for label in visible(view, QLabel) if label.property("role") == "hero"]


def reading(view):
    line = view.findChild(ReadingLine)
    return f"{line.accessibleName()} | {line.accessibleDescription()}"


def pixel_numbers(view):
    return view.density.findChild(Ledger).accessibleDescription()


def rests(view):
    return not any(pace.resting for pace in view.findChildren(Pace))


def point(view, pixel):
    return view.pixel_rect(pixel).center().toPoint()


def settle(view, qtbot):
    """Wait until every picture stands where the layout wants it and nothing is still to be shown."""
    seen = []

    def still():
        seen.append([picture.geometry().getRect() for picture in pictures(view)] + [view.grab().toImage()])
        return len(seen) > 2 and seen[-1] == seen[-2] == seen[-3] and rests(view)

    qtbot.waitUntil(still)


# -- what is told ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("at", [0, 1, 2])
def test_it_tells_what_is_pointed_at_and_whether_that_is_drawn_on(view, qtbot, at):
    settle(view, qtbot)
    told, picture = [], pictures(view)[at]
    view.hovered.connect(lambda pixel, draws: told.append((pixel, draws)))
    QTest.mouseMove(picture, point(picture, 3))
    QTest.mouseMove(picture, point(picture, 407))
    QApplication.sendEvent(picture, QEvent(QEvent.Type.Leave))
    draws = at == 0
    assert told == [(3, draws), (407, draws), (None, draws)]


@pytest.mark.parametrize(("at", "button"), [(0, MIDDLE), (1, LEFT), (2, LEFT)])
def test_every_picture_tells_the_pixel_that_is_picked(view, qtbot, at, button):
    settle(view, qtbot)
    picture = pictures(view)[at]
    with qtbot.waitSignal(view.picked) as told:
        QTest.mouseClick(picture, button, pos=point(picture, 407))
    assert told.args == [407]


def test_the_canvas_has_the_keyboard_first(view):
    assert view.front is view.canvas is view.drawing.canvas


# -- what is shown -----------------------------------------------------------------------------------------


def test_every_part_shows_the_scene(view, scene):
    assert hero(view) == [text.nats(scene.result.log_prob)]
    assert "pixel 101" in view.formula.accessibleDescription()
    assert words.formula(scene)["term"] in view.formula.accessibleDescription()
    assert text.nats(float(scene.result.terms[100])) in pixel_numbers(view)
    assert reading(view).startswith("Row 4, column 17, grey 100")
    assert view.bar.sample.text() == "Sample from this pixel"


def test_the_numbers_of_the_last_of_many_answers_are_shown(view, scene, other, qtbot):
    for shown in (other, scene, other):  # faster than numbers are read
        view.show_scene(shown)
    number = text.nats(float(other.result.terms[100]))
    qtbot.waitUntil(lambda: number in pixel_numbers(view))
    assert number in view.formula.accessibleDescription()


def test_numbers_that_are_no_longer_true_leave_at_once_and_do_not_come_back(view, other, qtbot):
    view.show_scene(other)  # whose numbers wait for their time
    view.show_scene(replace(other, result=None))
    empty = pixel_numbers(view)
    assert not any(digit in empty for digit in "0123456789")
    qtbot.waitUntil(lambda: rests(view))
    assert pixel_numbers(view) == empty
    assert hero(view) == ["–"]


def test_another_pixel_is_read_at_once(view, scene):
    shown = replace(scene, hovered=407)
    view.show_focus(shown)
    assert reading(view).startswith("Row 15, column 16, grey 15")
    assert "pixel 408" in view.formula.accessibleDescription()
    assert text.nats(float(scene.result.terms[407])) in pixel_numbers(view)
    view.show_focus(replace(scene, state=replace(scene.state, grey=replace(scene.grey, pixel=None))))
    assert "pixel –" in view.formula.accessibleDescription()
    assert reading(view).startswith("Point at a pixel")


def test_samples_grow_and_nothing_else_is_shown_again(view, scene, other):
    grey = replace(scene.grey, sample_from=0)
    asked = replace(scene, state=replace(scene.state, grey=grey))
    view.show_scene(asked)
    grid, before = view.findChild(SampleGrid), pixel_numbers(view)
    blank = grid.grab().toImage()
    samples = GreySamples(0, 784, np.full((8, 784), 200, np.uint8), 1.0)
    view.show_samples(replace(other, state=replace(other.state, grey=grey), samples=samples))
    assert grid.grab().toImage() != blank
    assert pixel_numbers(view) == before
    assert hero(view) == [text.nats(scene.result.log_prob)]


# -- reading the curve -------------------------------------------------------------------------------------


def curve_at(view, x):
    curve = view.density.curve
    return curve, QPoint(
        round(curve.plot().left() + x * curve.plot().width()), round(curve.plot().center().y())
    )


def test_a_grey_that_is_pointed_at_on_the_curve_is_read_until_the_pointer_leaves(view, qtbot):
    settle(view, qtbot)
    before = reading(view)
    curve, middle = curve_at(view, 0.5)
    QTest.mouseMove(curve, middle + QPoint(30, 0))
    QTest.mouseMove(curve, middle)
    assert reading(view).startswith("grey 12")
    assert "density" in reading(view)
    QApplication.sendEvent(curve, QEvent(QEvent.Type.Leave))
    assert reading(view) == before


def test_it_is_read_of_a_newer_answer_too(view, other, qtbot):
    settle(view, qtbot)
    curve, middle = curve_at(view, 0.5)
    QTest.mouseMove(curve, middle + QPoint(30, 0))
    QTest.mouseMove(curve, middle)
    before = reading(view)
    view.show_scene(other)
    qtbot.waitUntil(lambda: reading(view).startswith("grey 12"))
    assert reading(view) != before


# -- what has room -----------------------------------------------------------------------------------------


def test_the_three_pictures_are_alike_and_of_whole_pixels_and_grow_with_the_page(view, qtbot):
    sides = []
    for size in ((960, 580), SIZE, (1920, 1020)):
        view.resize(*size)
        settle(view, qtbot)
        ((width, height),) = {picture.size().toTuple() for picture in pictures(view)}
        assert width == height
        assert len({picture.mapTo(view, QPoint()).y() for picture in pictures(view)}) == 1
        assert {picture.grid().picture.width() % 28 for picture in pictures(view)} == {0}
        sides.append(width)
    assert sides == sorted(set(sides))


def test_in_less_height_the_formula_leaves_first_then_the_numbers_then_the_curve(view):
    missing = {"formula": 0, "numbers": 0, "curve": 0}
    for height in range(340, 700, 12):
        view.resize(1280, height)
        there = (view.formula, view.density.left, view.density.curve)
        missing |= {part: height for part, one in zip(missing, there, strict=True) if not one.isVisible()}
    assert 340 <= missing["curve"] < missing["numbers"] < missing["formula"] < 690


def test_a_wider_page_gives_its_width_to_the_score_up_to_a_limit(view):
    widths = []
    for width in (1280, 1330, 3000):
        view.resize(width, 500)
        widths.append(view.score.width())
    assert widths == sorted(widths)
    assert widths[-1] == 300


def test_projector_mode_leaves_head_pictures_and_curve(view, qtbot):
    view.canvas.setFocus()
    settle(view, qtbot)
    before = view.grab().toImage()
    view.set_projector(True)
    assert visible(view, GreyHead)
    assert visible(view, DensityCurve)
    assert all(picture.isVisible() for picture in pictures(view))
    assert not visible(view, GreyScorePanel)
    assert not visible(view, GreyBar)
    assert view.formula not in visible(view, FormulaStrip)
    view.set_projector(False)
    assert not visible(view, GreyHead)
    settle(view, qtbot)
    assert view.grab().toImage() == before


def test_the_pictures_are_larger_in_projector_mode(view, qtbot):
    settle(view, qtbot)
    before = view.canvas.width()
    view.set_projector(True)
    settle(view, qtbot)
    assert view.canvas.width() > before
