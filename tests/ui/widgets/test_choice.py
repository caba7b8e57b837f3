import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from genplay.ui.widgets.choice import Choice


@pytest.fixture
def choice(show):
    return show(Choice({"raster": "Row by row", "spiral": "Spiral inwards", "random": "Random"}))


def test_it_shows_the_words_of_its_choice(choice, qtbot):
    with qtbot.assertNotEmitted(choice.chosen):
        choice.set_current("spiral")
    assert (choice.current(), choice.currentText()) == ("spiral", "Spiral inwards")


def test_the_keyboard_chooses(choice, qtbot):
    with qtbot.waitSignal(choice.chosen) as signal:
        QTest.keyClick(choice, Qt.Key.Key_Down)
    assert signal.args == ["spiral"]
    assert choice.current() == "spiral"
