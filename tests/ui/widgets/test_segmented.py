from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from genplay.ui import theme
from genplay.ui.theme import Theme
from genplay.ui.widgets.segmented import Segmented

CHOICES = [("nade", "NADE"), ("row", "Row LSTM"), ("diag", "Diagonal BiLSTM")]


@pytest.fixture
def segmented(qtbot):
    widget = Segmented()
    widget.set_choices(CHOICES)
    widget.set_current("nade")
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


@pytest.fixture
def chosen(segmented):
    heard = []
    segmented.chosen.connect(heard.append)
    return heard


def pieces(segmented):
    return segmented.findChildren(QPushButton)


def test_click_chooses(segmented, chosen, qtbot):
    qtbot.mouseClick(pieces(segmented)[1], Qt.MouseButton.LeftButton)
    assert chosen == ["row"]
    assert segmented.current() == "row"
    assert [piece.isChecked() for piece in pieces(segmented)] == [False, True, False]


def test_setting_reports_nothing(segmented, chosen):
    segmented.set_current("diag")
    assert segmented.current() == "diag"
    assert chosen == []


def test_clicking_the_choice_again_reports_nothing(segmented, chosen, qtbot):
    qtbot.mouseClick(pieces(segmented)[0], Qt.MouseButton.LeftButton)
    assert chosen == []
    assert pieces(segmented)[0].isChecked()


def test_arrow_keys_choose_the_neighbour(segmented, chosen, qtbot):
    pieces(segmented)[0].setFocus()
    qtbot.keyClick(segmented.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(segmented.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(segmented.focusWidget(), Qt.Key.Key_Left)
    assert chosen == ["row", "diag", "row"]
    assert segmented.current() == "row"


def test_tab_stops_at_the_choice_only(segmented):
    segmented.set_current("diag")
    stops = [bool(piece.focusPolicy() & Qt.FocusPolicy.TabFocus) for piece in pieces(segmented)]
    assert stops == [False, False, True]


def test_nothing_shifts_with_the_choice(segmented):
    places = [piece.geometry() for piece in pieces(segmented)]
    segmented.set_current("diag")
    segmented.layout().activate()
    assert [piece.geometry() for piece in pieces(segmented)] == places
    assert all(
        piece.width() > piece.fontMetrics().horizontalAdvance(piece.text()) for piece in pieces(segmented)
    )


def test_new_choices_replace_the_old(segmented, chosen, qtbot):
    segmented.set_choices([("mean", "Mean"), ("sample", "Sample")])
    segmented.set_current("mean")
    live = [piece for piece in pieces(segmented) if piece.text() in ("Mean", "Sample")]
    qtbot.mouseClick(live[1], Qt.MouseButton.LeftButton)
    assert chosen == ["sample"]
    qtbot.waitUntil(lambda: len(pieces(segmented)) == 2)


@pytest.mark.parametrize(("small", "height"), [(False, 30), (True, 26)])
def test_height_follows_the_scale(qapp, qtbot, small, height):
    widget = Segmented(small=small)
    widget.set_choices(CHOICES)
    qtbot.addWidget(widget)
    widget.show()
    assert widget.height() == height
    theme.apply(qapp, Theme("dark", 1.5))
    assert widget.height() == height * 3 // 2
    widget.layout().activate()
    assert all(piece.height() <= widget.height() - 4 for piece in pieces(widget))


@pytest.fixture
def column(qtbot):
    widget = Segmented(small=True, column=True)
    widget.set_choices(CHOICES)
    widget.set_current("nade")
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_a_column_has_its_pieces_below_each_other_all_as_wide(column, qapp, qtbot, scale):
    theme.apply(qapp, Theme(scale=scale))
    qtbot.waitUntil(lambda: sum(piece.height() for piece in pieces(column)) <= column.height())
    qtbot.waitUntil(lambda: pieces(column)[0].y() == Theme(scale=scale).px(2))
    boxes = [piece.geometry() for piece in pieces(column)]
    assert column.height() == 3 * Theme(scale=scale).px(22) + 2 * Theme(scale=scale).px(2)
    assert {(box.left(), box.width()) for box in boxes} == {(boxes[0].left(), boxes[0].width())}
    assert all(below.top() > above.bottom() for above, below in pairwise(boxes)), boxes
    qtbot.waitUntil(lambda: all(column.rect().contains(piece.geometry()) for piece in pieces(column)))


def test_a_column_is_chosen_from_as_a_row_is(column, qtbot):
    heard = []
    column.chosen.connect(heard.append)
    qtbot.mouseClick(pieces(column)[2], Qt.MouseButton.LeftButton)
    assert (heard, column.current()) == (["diag"], "diag")


def test_an_empty_column_is_no_error(qtbot):
    widget = Segmented(column=True)
    qtbot.addWidget(widget)
    widget.set_choices([])
    assert widget.height() == 4


def test_choices_can_be_called_in_fewer_words_and_stay_what_they_are(show):
    made = Segmented()
    made.set_choices([("a", "A long name"), ("b", "Another long name")])
    made.set_current("b")
    show(made)
    wide = made.sizeHint().width()
    made.set_words({"a": "One", "b": "Two"})
    assert made.current() == "b"
    assert made.sizeHint().width() < wide


def test_pieces_of_a_column_may_be_wider_than_their_words(qtbot):
    widget = Segmented(column=True, least=140)
    widget.set_choices([("a", "A"), ("b", "B")])
    qtbot.addWidget(widget)
    widget.show()
    assert [piece.width() for piece in pieces(widget)] == [140, 140]
