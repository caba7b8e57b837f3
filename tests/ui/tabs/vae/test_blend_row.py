import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from genplay.families.base import Drawing
from genplay.ui import theme
from genplay.ui.tabs.vae.blend_row import BlendRow
from genplay.ui.widgets.thumb import Thumb
from genplay.ui.widgets.track import Track

LEFT = Qt.MouseButton.LeftButton
FIRST, SECOND = Drawing.of(np.eye(28)), Drawing.of(1 - np.eye(28))


@pytest.fixture
def row(show):
    made = BlendRow()
    made.show_blend(FIRST, SECOND, 0.25)
    return show(made, 198, 34)


@pytest.fixture
def track(row):
    return row.findChild(Track)


def test_it_goes_from_the_one_drawing_to_the_other(row, track, texts):
    first, second = row.findChildren(Thumb)
    assert first.geometry().right() < track.mapTo(row, QPoint()).x() < second.x()
    assert track.value() == 25
    assert texts(row) == ["Blend 0.25"]


def test_what_the_hand_does_is_told_and_what_is_set_is_not(row, track):
    told = []
    row.moved.connect(told.append)
    row.settled.connect(lambda share: told.append(("settled", share)))
    row.show_blend(FIRST, SECOND, 0.5)
    assert not told
    track.setFocus()
    QTest.keyClick(track, Qt.Key.Key_Right)
    assert told == [0.51, ("settled", 0.51)]


def test_a_double_click_takes_half_of_each(row, track, texts, qtbot):
    with qtbot.waitSignal(row.settled) as settled:
        QTest.mouseDClick(track, LEFT)
    assert settled.args == [0.5]
    assert texts(row) == ["Blend 0.50"]


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("The drawing: click for another example", "first_pressed"),
        ("What it is blended with: click for another", "second_pressed"),
        ("End the blend", "ended"),
    ],
)
def test_its_buttons_ask(row, qtbot, button, name, signal):
    with qtbot.waitSignal(getattr(row, signal)):
        QTest.mouseClick(button(row, name), LEFT)


def test_everything_has_a_name(row, track):
    assert track.accessibleName() == "Blend"
    assert all(button.accessibleName() for button in row.findChildren(QAbstractButton))


def test_where_the_words_have_no_room_the_number_remains(row, texts, qapp):
    row.resize(150, 34)
    assert texts(row) == ["0.25"]
    row.resize(198, 34)
    assert texts(row) == ["Blend 0.25"]


def test_it_is_as_high_as_its_pictures(row, qapp):
    for scale in (1.0, 1.5, 2.0):
        theme.apply(qapp, theme.Theme("dark", scale))
        assert row.height() == row.findChild(Thumb).height()
