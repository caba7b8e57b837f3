import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from genplay.families.autoregressive import SETS
from genplay.ui import theme
from genplay.ui.tabs.autoregressive.anomaly.sheet import AnomalySheet
from genplay.ui.theme import Theme

USUAL, PROJECTED = (16, 8, 15, 10), (22, 7, 22, 6)


@pytest.fixture
def sheet(show, page):
    made = AnomalySheet()
    made.view.show_page(page(2))
    return show(made, 1120, 600)


def margins(sheet):
    sheet.layout().activate()
    place = sheet.view.geometry()
    right, bottom = sheet.width() - place.right() - 1, sheet.height() - place.bottom() - 1
    return place.left(), place.top(), right, bottom


def seen(sheet):
    return {child for child in sheet.findChildren(QWidget) if child.isVisible()}


def test_the_view_has_the_room_within_the_margins(sheet):
    assert margins(sheet) == USUAL
    sheet.set_projector(True)
    assert margins(sheet) == PROJECTED
    sheet.set_projector(False)
    assert margins(sheet) == USUAL


@pytest.mark.parametrize(("projector", "expected"), [(False, USUAL), (True, PROJECTED)])
def test_the_margins_follow_the_scale(sheet, qapp, projector, expected):
    sheet.set_projector(projector)
    theme.apply(qapp, Theme("light", 1.5))
    assert margins(sheet) == pytest.approx([1.5 * margin for margin in expected], abs=0.5)


def test_before_a_class_all_of_it_stays(sheet):
    before = seen(sheet)
    assert sheet.view in before
    sheet.set_projector(True)
    assert seen(sheet) == before


def test_the_keyboard_begins_at_the_sets(sheet, qtbot):
    sheet.activateWindow()
    qtbot.waitUntil(sheet.isActiveWindow)
    sheet.front.setFocus()
    with qtbot.waitSignal(sheet.view.set_chosen) as signal:
        QTest.keyClick(sheet.focusWidget(), Qt.Key.Key_Up)
    assert signal.args[0] in SETS
