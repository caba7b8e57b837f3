"""A picture that is opened: asked for, and given to what draws."""

import pytest
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from genplay.engine.worker import Failure
from genplay.families.pictures import Import, Imported
from genplay.ui.tabs.opening import Opening

IMPORTED = Imported(source=bytes(784), threshold=128, inverted=False, animated=False)


class FakeTab(QWidget):
    asked = Signal(str, object)


@pytest.fixture
def tab(qtbot):
    made = FakeTab()
    qtbot.addWidget(made)
    return made


def test_a_picture_is_read_in_the_worker(tab, qtbot):
    request = Import(path="a.png")
    with qtbot.waitSignal(tab.asked) as asked:
        Opening(tab, pytest.fail, lambda: None).open(request)
    assert asked.args == ["import", request]


def test_it_goes_to_what_draws_when_it_comes(tab):
    taken = []
    Opening(tab, taken.append, lambda: None).show_result("import", IMPORTED)
    assert taken == [IMPORTED]


def test_what_was_drawn_while_a_picture_was_read_stays(tab):
    taken, drawing = [], ["blank"]
    opening = Opening(tab, taken.append, lambda: drawing[0])
    said = []
    opening.said.connect(lambda *words: said.append(words))
    opening.open(Import(path="a.png"))
    drawing[0] = "a stroke"
    for _ in range(2):  # what is read in steps is refused once
        opening.show_result("import", IMPORTED)
    assert taken == []
    assert said == [("info", "Not taken: the picture was changed meanwhile.")]
    opening.open(Import(path="a.png"))
    opening.show_result("import", IMPORTED)
    assert taken == [IMPORTED]


def test_a_picture_that_cannot_be_read_is_said(tab, qtbot):
    taken = []
    opening = Opening(tab, taken.append, lambda: None)
    with qtbot.waitSignal(opening.said) as said:
        opening.show_failure("import", Failure("a.png is no picture.", {}, "Traceback", expected=True))
    assert said.args == ["error", "a.png is no picture."]
    assert not taken
