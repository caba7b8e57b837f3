import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from genplay.families.dcgan import PAINTS
from genplay.ui.tabs.dcgan.paint_box import PaintBox
from tests.ui.tabs.painted import has, rgb


@pytest.fixture
def box(show):
    return show(PaintBox(PAINTS), 60, 140)


def test_a_click_takes_a_colour(box, qtbot):
    with qtbot.waitSignal(box.chosen) as chosen:
        QTest.mouseClick(box.buttons[4], Qt.MouseButton.LeftButton)
    assert chosen.args == [4]


def test_the_colour_is_seen_and_the_one_that_is_taken_has_a_ring(box):
    box.set_current(3)
    assert [button.isChecked() for button in box.buttons].index(True) == 3
    assert has(box.buttons[3], "accent")
    assert not has(box.buttons[5], "accent")
    for button, paint in zip(box.buttons, PAINTS, strict=True):
        seen = button.grab().toImage().pixelColor(button.rect().center())
        assert rgb(seen) == paint.rgb
        assert button.accessibleName() == paint.name
