"""The wall's column."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from genplay.ui.tabs.infogan.wall_panel import WallPanel, nearest
from tests.ui.tabs.infogan import made

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(show):
    shown = show(WallPanel(), 320, 380)
    shown.show_scene(made.scene(numbers=(0.5, 1.25)))
    return shown


def click(panel, row, column):
    QTest.mouseClick(panel.wall, LEFT, pos=panel.wall.cell_rect(row, column).center().toPoint())


@pytest.mark.parametrize(("axis", "numbers"), [("c2", (2.0, 1.25)), ("c3", (0.5, 2.0))])
def test_a_picture_stands_for_its_codes(panel, axis, numbers):
    panel.show_scene(made.scene(numbers=(0.5, 1.25), axis=axis))
    found = []
    panel.code_chosen.connect(lambda category, codes: found.append((category, codes)))
    click(panel, 0, 8)
    assert found == [(made.walled().categories[0], numbers)]


def test_the_other_number_is_chosen(panel, qtbot):
    (c3,) = (one for one in panel.axes.findChildren(QPushButton) if one.text() == "c₃")
    with qtbot.waitSignal(panel.axis_chosen) as caught:
        QTest.mouseClick(c3, LEFT)
    assert caught.args == ["c3"]


def test_rows_come_one_by_one_and_a_wall_of_another_number_is_pale(panel):
    panel.show_scene(made.scene(answered=False))
    panel.show_scene(made.scene(walled=made.walled(rows=3)))
    assert panel.wall.count() == 27
    fresh = panel.wall.grab().toImage()
    panel.show_scene(made.scene(axis="c3", walled=made.walled(rows=3, axis="c2")))
    assert panel.wall.grab().toImage() != fresh


def test_it_is_empty_while_nothing_is_answered(panel):
    panel.show_scene(made.scene(answered=False))
    assert panel.wall.count() == 0
    assert panel.numbers(0) == (0.5, 0.0)


def test_rows_of_the_wall_before_stay_pale_until_they_are_replaced(panel):
    whole = panel.wall.grab().toImage()
    panel.show_scene(made.scene(numbers=(0.5, 1.0), walled=made.walled(rows=3)))
    assert panel.wall.count() == 90
    partly = panel.wall.grab().toImage()
    fresh, stale = (panel.wall.cell_rect(row, 8).bottomRight().toPoint() - QPoint(3, 3) for row in (1, 7))
    assert partly.pixelColor(fresh) == whole.pixelColor(fresh)
    assert partly.pixelColor(stale).lightness() > whole.pixelColor(stale).lightness()
    panel.show_scene(made.scene(axis="c3", walled=made.walled(rows=3, axis="c3")))
    assert panel.wall.count() == 27  # of another number none is kept


def test_the_picture_under_the_pointer_is_named(panel, texts):
    QTest.mouseMove(panel.wall, panel.wall.cell_rect(4, 1).center().toPoint())
    assert "digit 4, c₂ = −1.50" in texts(panel)
    QTest.mouseMove(panel.wall, QPoint(2, 2))
    assert "same noise, c₁ down" in texts(panel)


@pytest.mark.parametrize(("value", "column", "exact"), [(-2.0, 0, True), (0.45, 5, False), (1.5, 7, True)])
def test_the_nearest_column(value, column, exact):
    assert nearest(np.linspace(-2, 2, 9, dtype=np.float32), value) == (column, exact)
