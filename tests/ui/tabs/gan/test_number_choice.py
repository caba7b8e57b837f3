import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from genplay.ui.tabs.gan.number_choice import NumberChoice


@pytest.fixture
def box(show):
    made = show(NumberChoice((0.1, 1, 10)), 100, 30)
    made.set_number(1)
    return made


def offered(box):
    return [box.itemText(place) for place in range(box.count())]


def test_a_number_is_chosen_by_the_keyboard(box, qtbot):
    box.setFocus()
    with qtbot.waitSignal(box.picked) as signal:
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert signal.args == [10.0]


def test_another_number_joins_while_it_is_shown(box, qtbot):
    with qtbot.assertNotEmitted(box.picked):
        box.set_number(3)
        assert offered(box) == ["0.1", "1", "3", "10"]
        assert box.number() == 3
        box.set_number(0.1)
    assert offered(box) == ["0.1", "1", "10"]
    assert box.number() == 0.1
