from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLabel

from genplay.families.autoregressive import MODELS, AutoregressiveState
from genplay.ui import theme
from genplay.ui.tabs.autoregressive.compare import sees
from genplay.ui.tabs.autoregressive.compare.scene import Compared
from genplay.ui.tabs.autoregressive.compare.sees import Sees, may_see
from genplay.ui.tabs.autoregressive.scene import Scene
from genplay.ui.widgets.pixel_canvas import PixelCanvas

MANY = ("nade", "row_lstm", "diagonal_bilstm", "arn")
STATE = AutoregressiveState(page="compare", compared=MANY, cursor=408)


def seen(widget):
    return [label for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


def told(widget):
    return [label.text() for label in seen(widget)]


@pytest.fixture
def panel(show):
    made = show(Sees(), 500, 200)
    made.show_compared(Compared(scene=Scene(STATE)))
    return made


def test_it_says_which_pixel_and_what_each_model_may_see(panel):
    assert told(panel)[:2] == ["What pixel 408 may see", "Row 15, column 16: paper"]
    assert set(told(panel)[2:]) == {
        "NADE",
        "all 407 before it",
        "Row LSTM",
        "a triangle above it, a few at its left",
        "Diagonal BiLSTM",
        "nearly all 407 before it",
        "AR-8",
        "the 8 pixels before it",
    }


@pytest.mark.parametrize("place", [None, 0, 407])
def test_a_model_that_bounds_sees_no_pixel_before_another(place):
    assert may_see("vae", STATE, place) == ("none: it bounds the whole picture", "none")


def test_nothing_moves_with_the_pointer(panel):
    for width in range(200, 500, 10):
        panel.resize(width, 300)
        heights, boxes = set(), set()
        for cursor in (1, 2, 9, 408, 783, 784):
            panel.show_compared(Compared(scene=Scene(replace(STATE, cursor=cursor))))
            heights.add(panel.height_for(width, terse=False))
            boxes.add(tuple(label.geometry().getRect() for label in seen(panel)))
        assert len(heights) == len(boxes) == 1


def test_without_a_pixel_it_speaks_of_any(panel):
    panel.show_compared(Compared(scene=Scene(replace(STATE, cursor=784, compared=("nade", "ar1")))))
    assert told(panel)[0] == "What a pixel may see"
    assert {"all pixels before it", "the pixel before it"} < set(told(panel))
    assert "Row LSTM" not in told(panel)


def test_sentences_stand_below_the_names_and_are_shorter_where_it_is_narrow(panel):
    beside = panel.height_for(500, terse=False)
    panel.resize(250, 300)
    assert panel.height_for(250, terse=False) > beside
    assert panel.height_for(250, terse=True) < panel.height_for(250, terse=False)
    said = {label.text(): label.geometry() for label in seen(panel)}
    assert said["AR-8"].bottom() < said["the 8 pixels before it"].top()
    assert panel.height_for(40, terse=True) > 10_000  # its words would be cut
    panel.set_terse(True)
    assert "Row 15, column 16: paper" not in told(panel)


def test_what_a_model_may_see_near_the_start():
    assert {may_see(model, STATE, 0)[0] for model in MODELS} == {"nothing: it is the first"}
    assert may_see("arn", STATE, 3) == ("the 3 pixels before it",)
    assert may_see("arn", STATE, 1) == ("the pixel before it",)
    assert may_see("ar1", STATE, 700) == ("the pixel before it",)


def test_a_model_of_any_order_sees_what_is_before_in_its_order(monkeypatch):
    monkeypatch.setattr(sees, "ANY_ORDER", {"nade"})
    assert may_see("nade", STATE, 9) == ("all 9 before it in its order", "all 9 before it")


@pytest.mark.parametrize("count", [2, 3, 4])
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_a_class_is_told_below_the_drawing(screen, size, count):
    screen.stage.edit(replace(STATE, compared=MANY[:count]))
    screen.window.resize(*size)
    screen.window.toggle_projector()
    screen.picture()
    panel, canvas = screen.one(Sees), screen.one(PixelCanvas)
    box = QRect(panel.mapTo(screen.window, QPoint()), panel.size())
    picture = QRect(canvas.mapTo(screen.window, QPoint()), canvas.size())
    assert picture.bottom() < box.top()
    assert box.bottom() < screen.window.height()
    assert picture.width() >= theme.current().px(150)
    for label in seen(panel):
        assert label.sizeHint().width() <= label.width()
        assert label.sizeHint().height() <= label.height()
    screen.window.toggle_projector()
    assert not screen.all(Sees)


def test_width_that_is_left_stands_between_the_models(screen):
    screen.stage.edit(replace(STATE, compared=MANY[:3]))
    screen.window.resize(1920, 1080)
    screen.picture()
    columns = screen.tab.comparing.view.columns[:3]
    parts = [(column.head, column.maps["expected"]) for column in columns]
    boxes = [[QRect(w.mapTo(screen.window, QPoint()), w.size()) for w in pair] for pair in parts]
    for left, right in pairwise(boxes):
        assert right[0].left() - left[0].right() > 50  # between heads
    for head, drawn in boxes:
        assert head.left() == drawn.left()
        assert head.right() == drawn.right()  # what ends at the right ends with the map
