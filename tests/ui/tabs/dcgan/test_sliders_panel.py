"""The sliders."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from genplay.families.dcgan import Latent
from genplay.ui.tabs.dcgan.sliders_panel import SlidersPanel, far
from genplay.ui.widgets.track import Track
from tests.ui.tabs.dcgan import made
from tests.ui.tabs.dcgan.test_fitting import fit

LEFT = Qt.MouseButton.LeftButton
MOVED = Latent(along=(0.0, 1.5) + (0.0,) * 6, raw=((9, -2.0),))


@pytest.fixture
def panel(show):
    found = show(SlidersPanel(), 690, 140)
    found.show_scene(made.scene(latent=MOVED))
    found.set_parts(fit(1084, 603))
    return found


def shown(panel):
    return [slider for slider in panel.sliders if slider.isVisible()]


def press(panel, words):
    (piece,) = [one for one in panel.findChildren(QPushButton) if one.text() == words]
    QTest.mouseClick(piece, LEFT)


def test_directions_are_called_by_where_they_lead(panel):
    names = [slider.findChild(Track).accessibleName() for slider in shown(panel)]
    assert names == [f"{number} · Trousers to Bag" for number in range(1, 9)]
    assert "of its variance" in panel.sliders[0].toolTip()
    assert [slider.value() for slider in shown(panel)][:3] == pytest.approx([0.0, 1.5, 0.0])
    assert not panel.on.isVisible()


def test_it_says_what_is_moved_by_sliders_that_are_not_there(panel, texts):
    assert "numbers moved too: 1" in texts(panel)
    panel.show_scene(made.scene(latent=MOVED, every=True))
    assert "moved along directions, too" in texts(panel)
    panel.show_scene(made.scene(latent=Latent()))
    assert "named by what a classifier reads" in texts(panel)


def test_raw_numbers_come_a_page_at_a_time(panel, button, texts):
    panel.show_scene(made.scene(latent=MOVED, every=True))
    count = len(shown(panel))
    assert 8 <= count < 20  # never a slider for each of a hundred
    assert shown(panel)[9].value() == pytest.approx(-2.0)
    assert f"1 to {count} of 100" in texts(panel)
    assert not panel.back.isEnabled()
    QTest.mouseClick(panel.on, LEFT)
    assert shown(panel)[0].findChild(Track).accessibleName() == f"z{chr(0x2081)}{chr(0x2083)}"
    while panel.on.isEnabled():
        QTest.mouseClick(panel.on, LEFT)
    assert panel.numbers.stop == 100
    assert len(shown(panel)) == len(panel.numbers)
    QTest.mouseClick(panel.back, LEFT)
    assert panel.on.isEnabled()


def test_a_slider_tells_which_number_it_moves(panel, qtbot):
    panel.show_scene(made.scene(every=True))
    QTest.mouseClick(panel.on, LEFT)
    first = panel.numbers.start
    with qtbot.waitSignal(panel.moved) as caught:
        QTest.keyClick(shown(panel)[1].findChild(Track), Qt.Key.Key_Right)
    assert caught.args == [first + 1, 0.1]
    with qtbot.waitSignal(panel.settled):
        QTest.keyClick(shown(panel)[1].findChild(Track), Qt.Key.Key_Right)


def test_where_there_is_little_room_directions_have_pages_too(panel):
    panel.set_parts(fit(769, 363, dots=1.5))
    assert len(shown(panel)) == 2
    QTest.mouseClick(panel.on, LEFT)
    assert shown(panel)[0].findChild(Track).accessibleName().startswith("3 ")


def test_kinds_are_chosen_and_all_is_reset(panel, qtbot, button):
    with qtbot.waitSignal(panel.every_chosen) as caught:
        press(panel, "All 100")
    assert caught.args == [True]
    with qtbot.waitSignal(panel.reset_pressed):
        QTest.mouseClick(button(panel, "Reset"), LEFT)
    panel.show_scene(made.scene())
    assert not button(panel, "Reset").isEnabled()


def test_what_is_not_moved_is_at_zero():
    assert far(MOVED, 1, raw=False) == 1.5
    assert far(MOVED, 9, raw=True) == -2.0
    assert far(MOVED, 3, raw=True) == far(Latent(), 3, raw=False) == 0.0
