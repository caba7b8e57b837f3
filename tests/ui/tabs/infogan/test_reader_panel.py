"""The right column."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from genplay.families.base import Drawing
from genplay.families.infogan import InfoGanState
from genplay.ui.tabs.infogan.reader_panel import ReaderPanel
from genplay.ui.tabs.levels_pen import greys
from tests.ui.tabs.conftest import Hand
from tests.ui.tabs.infogan import made

GREY = (255 * made.GREYS).astype(np.uint8)


@pytest.fixture
def panel(show):
    found = show(ReaderPanel([("Digit 0", GREY), ("Digit 1", GREY.T)]), 204, 440)
    found.show_scene(made.scene())
    return found


def test_what_is_read_stands_in_the_order_of_the_digits(panel):
    assert panel.bars.likeliest() == 2  # the digit of category 4
    assert "2: 0.910" in panel.bars.accessibleDescription()
    assert [spread.accessibleName() for spread in panel.spreads] == ["c₂ 0.50 ± 0.25", "c₃ −1.25 ± 0.50"]


def test_no_number_stands_while_it_is_late(panel, button):
    panel.show_scene(made.scene(waiting=frozenset({"read"})))
    assert panel.bars.likeliest() is None
    assert panel.spreads[0].accessibleName() == "c₂ –"
    assert not button(panel, "Use these codes").isEnabled()


def test_codes_are_taken_over(panel, button, qtbot):
    with qtbot.waitSignal(panel.told):
        QTest.mouseClick(button(panel, "Use these codes"), Qt.MouseButton.LeftButton)


def test_an_empty_page_says_what_to_do(panel):
    key = panel._read
    assert not key.isVisible()
    panel.show_scene(made.scene(answered=False, drawing=Drawing.blank()))
    assert (key.isVisible(), key.accessibleName()) == (True, "draw here")


def test_a_stroke_is_reported(panel):
    drawn = []
    panel.drawn.connect(lambda bits, finished: drawn.append((int(bits[1, 1:5].min()), finished)))
    Hand(panel.canvas).stroke((1, 1), (1, 5))
    assert drawn[-1] == (255, True)


def test_examples_leave_where_there_is_no_room(panel):
    panel.set_parts(6, strip=True, small=3, abreast=False)
    assert panel._examples.isVisible()
    assert panel.canvas.width() == 28 * 6 + 2
    assert panel.again.width() == 28 * 3 + 2
    panel.set_parts(4, strip=False, small=2, abreast=False)
    assert not panel._examples.isVisible()
    assert panel.again.width() == 28 * 2 + 2


def test_where_it_is_low_the_numbers_stand_beside_the_drawing_and_bars_and_scales_are_long(panel, qtbot):
    panel.resize(264, 292)
    panel.set_parts(4, strip=False, small=2, abreast=True)
    qtbot.waitUntil(lambda: left(panel) > panel.canvas.width())
    qtbot.waitUntil(lambda: panel.bars.width() == panel.width())
    assert min(spread.scale().width() for spread in panel.spreads) > 80
    panel.set_parts(4, strip=False, small=2, abreast=False)
    qtbot.waitUntil(lambda: left(panel) == 0)


def left(panel):
    """Return where the numbers begin."""
    return panel.spreads[0].mapTo(panel, panel.rect().topLeft()).x()


def test_a_picture_is_shown_with_its_greys():
    assert np.array_equal(greys(InfoGanState(levels=GREY.tobytes())), GREY)
    assert set(greys(InfoGanState(drawing=made.CROSS)).flat) == {0, 255}
