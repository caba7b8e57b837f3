import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from genplay.ui import theme
from genplay.ui.tabs.autoregressive.map_pair import MapPair
from genplay.ui.theme import Theme
from genplay.ui.widgets.formula import FormulaLabel
from genplay.ui.widgets.legend import Legend

VALUES = np.tile(np.arange(28, dtype=np.uint8) * 9, (28, 1))


@pytest.fixture
def pair(show):
    made = MapPair()
    for view in made.maps:
        view.setFixedSize(view.size_for(8))
    return show(made, 540, 420)


def name(widget):
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def seen(pair, kind):
    """The visible ones from left to right."""
    pair.layout().activate()
    found = [child for child in pair.findChildren(kind) if child.isVisible()]
    return sorted(found, key=lambda child: child.x())


def colour(view, pixel):
    return view.grab().toImage().pixelColor(view.pixel_rect(pixel).center().toPoint()).name()


def looks(pair):
    return [view.grab().toImage() for view in pair.maps]


def test_each_map_has_its_name_its_formula_and_the_ends_of_its_colours(pair, texts):
    pair.name(0, "Expected ink", "p_i_1", "probability", "0", "1")
    pair.name(1, "Surprise", "surprise_i", "surprise", "0", "4 nats or more")
    assert texts(pair) == ["Expected ink", "Surprise"]
    assert [name(view) for view in pair.maps] == ["Expected ink", "Surprise"]
    assert [name(legend) for legend in seen(pair, Legend)] == [
        "Legend: from 0 to 1",
        "Legend: from 0 to 4 nats or more",
    ]
    sizes = [formula.size() for formula in seen(pair, FormulaLabel)]
    assert sizes == [FormulaLabel(formula).sizeHint() for formula in ("p_i_1", "surprise_i")]


def test_the_name_of_one_map_leaves_the_other(pair, texts):
    pair.name(0, "Expected ink", "p_i_1", "probability", "0", "1")
    pair.name(1, "Surprise", "surprise_i", "surprise", "0", "4 nats")
    before = looks(pair)[0]
    pair.name(1, "Score moves", "", "signed", "−1", "+1 nat")
    assert texts(pair) == ["Expected ink", "Score moves"]
    assert name(pair.expected) == "Expected ink"
    assert looks(pair)[0] == before


@pytest.mark.parametrize("at", [0, 1])
@pytest.mark.parametrize("table", ["probability", "surprise", "signed"])
def test_a_map_and_its_legend_have_the_colours_that_were_named(pair, at, table):
    pair.name(at, "Map", "", table, "", "")
    view, legend = pair.maps[at], seen(pair, Legend)[at]
    view.set_values(VALUES)
    shown = [f"#{entry & 0xFFFFFF:06x}" for entry in theme.current().table(table)]
    assert [colour(view, column) for column in (3, 27)] == [shown[27], shown[243]]
    image = legend.grab().toImage()
    bar = [image.pixelColor(x, image.height() // 2).name() for x in range(image.width())]
    assert shown[128] in bar
    assert len(set(bar) & set(shown)) > 60


def test_the_expected_stands_left_and_the_reading_line_below_both(pair):
    expected, surprise = (view.geometry() for view in pair.maps)
    assert expected.right() < surprise.left()
    assert expected.top() == surprise.top()
    line = pair.line.geometry()
    assert line.top() > expected.bottom()
    assert line.left() <= expected.left()
    assert line.right() >= surprise.right()


# -- what stands where the answer would have been -----------------------------------------------------------


def test_while_a_newer_answer_is_awaited_both_pictures_are_pale(pair):
    for view in pair.maps:
        view.set_values(VALUES)
    before = looks(pair)
    pair.set_waiting(True)
    assert all(now != then for now, then in zip(looks(pair), before, strict=True))
    pair.set_waiting(False)
    assert looks(pair) == before


def test_loading_is_said_in_both(pair):
    before = looks(pair)
    pair.set_loading("Loading NADE")
    assert [view.accessibleDescription() for view in pair.maps] == ["Loading NADE"] * 2
    assert all(now != then for now, then in zip(looks(pair), before, strict=True))
    pair.set_loading(None)
    assert [view.accessibleDescription() for view in pair.maps] == ["", ""]
    assert looks(pair) == before


def test_an_error_is_said_once_and_no_older_picture_stays_beside_it(pair, texts):
    empty = looks(pair)
    for view in pair.maps:
        view.set_values(VALUES)
    pair.set_error("There is no answer", "The checkpoint is missing.")
    assert sorted(texts(pair)) == ["The checkpoint is missing.", "There is no answer"]
    assert pair.expected.isAncestorOf(seen(pair, QPushButton)[0])
    assert looks(pair)[1] == empty[1]
    pair.set_error(None)
    assert texts(pair) == []
    assert seen(pair, QPushButton) == []


def test_without_an_error_the_pictures_stay(pair):
    for view in pair.maps:
        view.set_values(VALUES)
    before = looks(pair)
    pair.set_error(None)
    assert looks(pair) == before


@pytest.mark.parametrize(
    ("words", "told"), [("Try again", "retry_pressed"), ("Copy details", "copy_pressed")]
)
def test_the_buttons_of_an_error_are_told_of(pair, qtbot, words, told):
    pair.set_error("There is no answer", "No.")
    (button,) = [button for button in seen(pair, QPushButton) if button.text() == words]
    with qtbot.waitSignal(getattr(pair, told)):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


# -- room --------------------------------------------------------------------------------------------------


def test_before_a_class_the_reading_line_leaves(pair):
    pair.set_projector(True)
    assert not pair.line.isVisible()
    assert len(seen(pair, Legend)) == 2
    assert all(view.isVisible() for view in pair.maps)
    pair.set_projector(False)
    assert pair.line.isVisible()


def test_formulas_leave_where_there_is_no_room(pair, texts):
    for at in (0, 1):
        pair.name(at, "Map", "p_i_1", "probability", "0", "1")
    pair.set_roomy(False)
    assert seen(pair, FormulaLabel) == []
    assert texts(pair) == ["Map", "Map"]
    pair.set_roomy(True)
    assert len(seen(pair, FormulaLabel)) == 2


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("projector", [False, True])
def test_what_it_says_of_its_room_is_what_it_takes(pair, qapp, scale, projector):
    for at in (0, 1):
        pair.name(at, "Map", "", "probability", "0", "1")
    pair.set_projector(projector)
    theme.apply(qapp, Theme("light", scale))
    pair.set_gap(17)
    side = 300
    for view in pair.maps:
        view.setFixedSize(side, side)
    around = pair.around()
    assert around.width() == 17
    pair.layout().activate()
    pair.resize(2 * side + around.width(), side + around.height())
    pair.layout().activate()
    assert pair.height() == side + around.height()  # it is no higher than it said
    expected, surprise = (view.geometry() for view in pair.maps)
    assert surprise.left() - expected.right() - 1 == 17
    lowest = seen(pair, Legend)[0] if projector else pair.line
    assert lowest.geometry().bottom() == pair.rect().bottom()  # nor lower
    assert pair.layout().verticalSpacing() == 7 * scale
