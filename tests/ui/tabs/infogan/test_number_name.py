"""The name of a number."""

import numpy as np
import pytest

from genplay.ui import theme
from genplay.ui.tabs.infogan.number_name import NumberName
from genplay.ui.widgets.formula import FormulaLabel


def test_a_meaning_stands_behind_the_name_and_takes_no_room_before_it_is_known(show, texts):
    name = show(NumberName("info_c2"), 120, 20)
    narrow = name.sizeHint().width()
    assert not [said for said in texts(name) if said]
    name.set_meaning(["leans right"])
    assert "leans right" in texts(name)
    assert name.sizeHint().width() > narrow + 10
    name.set_meaning([])
    assert name.sizeHint().width() == narrow


def test_two_changes_stand_below_one_another(show):
    name = show(NumberName("info_c2"), 120, 28)
    name.set_meaning(["leans right"])
    one = name.needed()
    name.set_meaning(["wider", "leans right"])
    assert name.needed() == one
    assert name.sizeHint().height() <= theme.current().px(28)


@pytest.mark.parametrize("formula", ["info_c2", "info_c3"])
def test_the_foot_of_a_lowered_number_is_whole(show, formula):
    name = show(NumberName(formula), 120, 28)
    image = name.grab().toImage()
    grey = np.array(
        [[image.pixelColor(x, y).lightness() for x in range(image.width())] for y in range(image.height())]
    )
    assert grey.min() < 160
    assert (grey[-1] == grey[0, 0]).all()
    assert name.findChild(FormulaLabel).height() == name.height()
