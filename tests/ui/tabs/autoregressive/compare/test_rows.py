import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from genplay.families.autoregressive import AutoregressiveState
from genplay.ui import theme
from genplay.ui.tabs.autoregressive.compare.rows import (
    CONTEXT_DECADES,
    LIMITS,
    TABLES,
    RowLabel,
    names,
    switches,
)
from genplay.ui.theme import Theme
from genplay.ui.widgets.formula import FormulaLabel
from genplay.ui.widgets.legend import Legend

ENDS = {
    "expected": "Legend: from 0 to 1",
    "surprise": "Legend: from 0 to 4 nats",
    "context": "Legend: from 1/1000 to most",
    "difference": "Legend: from −1 to +1 nat",
}
each_row = pytest.mark.parametrize("row", TABLES)


@pytest.fixture
def said(show):
    """Return a function that shows the words of a row."""
    return lambda row: show(RowLabel(row), 104, 200)


def legend(label):
    return QAccessible.queryAccessibleInterface(label.findChild(Legend)).text(QAccessible.Text.Name)


def formulas(label):
    return [child for child in label.findChildren(FormulaLabel) if child.isVisible()]


def test_every_row_of_the_state_has_a_map_a_name_and_a_switch():
    rows = AutoregressiveState(rows=tuple(TABLES)).rows
    assert list(names()) == list(switches()) == list(rows)
    assert set(AutoregressiveState().rows) <= set(TABLES)
    assert len(set(names().values())) == len(set(switches().values())) == len(TABLES)


def test_what_a_switch_says_is_short():
    assert all(names()[row].startswith(short) for row, short in switches().items())
    assert max(map(len, switches().values())) < max(map(len, names().values()))


@each_row
def test_the_colours_of_a_row_are_a_map_of_the_theme(row):
    assert len(theme.current().table(TABLES[row])) == 256


@each_row
def test_a_row_says_its_name_and_what_the_ends_of_its_colours_mean(said, texts, row):
    label = said(row)
    assert texts(label)[0] == names()[row]
    assert legend(label) == ENDS[row]


def test_the_ends_that_are_said_are_those_of_the_maps():
    (_, one), (_, four), (low, high) = (LIMITS[row] for row in ("expected", "surprise", "difference"))
    assert (one, four, low, high) == (1, 4, -1, 1)
    assert 10**CONTEXT_DECADES == 1000
    assert all(low < high for low, high in LIMITS.values())


def test_only_what_a_pixel_sees_has_words_in_place_of_a_formula(said, texts):
    for row in TABLES:
        label = said(row)
        assert len(formulas(label)) == (row != "context")
        assert ("gradient of its logit, log scale" in texts(label)) == (row == "context")


def test_the_legend_has_the_colours_of_its_row(said):
    label = said("difference")
    image = label.findChild(Legend).grab().toImage()
    bar = {image.pixelColor(x, image.height() // 2).rgb() for x in range(image.width())}
    table = theme.current().table(TABLES["difference"])
    assert len(bar & set(table)) > 20
    assert not bar <= set(theme.current().table(TABLES["expected"]))


def test_the_pixel_whose_context_is_shown_is_named(said, texts):
    label = said("context")
    label.set_pixel("407")
    assert texts(label)[0] == "What pixel 407 sees"
    label.set_pixel("")
    assert texts(label)[0] == "What the pixel sees"


@each_row
def test_beside_low_maps_name_and_legend_stay(said, texts, row):
    label = said(row)
    before = texts(label)
    label.set_terse(True)
    assert len(texts(label)) == 1
    assert len(texts(label)[0]) <= len(names()[row])
    assert formulas(label) == []
    assert label.findChild(Legend).isVisible()
    label.set_terse(False)
    assert texts(label) == before
    assert len(formulas(label)) == (row != "context")


def test_beside_low_maps_the_name_stays_short_whatever_the_pixel(said, texts):
    label = said("context")
    label.set_terse(True)
    label.set_pixel("407")
    assert texts(label) == ["What it sees"]
    label.set_terse(False)
    assert texts(label)[0] == "What pixel 407 sees"


@each_row
def test_beside_low_maps_less_height_is_needed(said, row):
    label = said(row)
    roomy = label.layout().sizeHint().height()
    label.set_terse(True)
    assert label.layout().sizeHint().height() < roomy
    label.set_terse(False)
    assert label.layout().sizeHint().height() == roomy


def test_the_gaps_follow_the_scale_and_are_small_beside_low_maps(said, qapp):
    label = said("surprise")
    label.resize(300, 400)
    formula, (name, *_) = formulas(label)[0], label.findChildren(QLabel)
    gaps = []
    for terse, above in ((False, formula), (True, name)):
        label.set_terse(terse)
        for scale in (1.0, 2.0):
            theme.apply(qapp, Theme("light", scale))
            label.layout().activate()
            gaps.append(label.findChild(Legend).y() - above.geometry().bottom() - 1)
    assert gaps == [5, 10, 1, 2]


@pytest.mark.parametrize("terse", [False, True])
def test_empty_frames_say_that_a_pixel_is_to_be_pointed_at(said, texts, terse):
    label = said("context")
    label.set_terse(terse)
    label.set_pixel("")
    assert "Point at a pixel" in texts(label)
    label.set_pixel("407")
    assert "Point at a pixel" not in texts(label)
    assert ("gradient of its logit, log scale" in texts(label)) != terse


def test_of_a_model_without_a_gradient_it_says_what_stands_for_it(said, texts):
    label = said("context")
    label.set_pixel("407")
    label.set_flipped("AR-8")
    assert "gradient of its logit (of AR-8: a flip), log scale" in texts(label)
    label.set_flipped("AR-1, AR-8")
    assert "gradient of its logit (of AR-1, AR-8: a flip), log scale" in texts(label)
    label.set_flipped("")
    assert "gradient of its logit, log scale" in texts(label)
