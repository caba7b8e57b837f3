import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from genplay.ui.tabs.dcgan.drawn_column import DrawnColumn
from genplay.ui.widgets.thumbnails import ThumbnailStrip

ITEMS = [(f"item {at}", np.full((28, 28), 40 * at, np.uint8)) for at in range(5)]


@pytest.fixture
def column(show):
    made = DrawnColumn(ITEMS)
    made.show_drawing(ITEMS[2][1])
    made.show_tool("pen", 1)
    made.set_pixel(4, strip=True)
    return show(made, 240, 180)


def test_a_stroke_keeps_the_greys_around_it(column):
    seen = []
    column.drawn.connect(lambda pixels, finished: seen.append((pixels, finished)))
    place = column.canvas.pixel_rect(28 * 9 + 7).center().toPoint()
    QTest.mouseClick(column.canvas, Qt.MouseButton.LeftButton, pos=place)
    pixels, finished = seen[-1]
    assert finished
    assert pixels[9, 7] == 255
    assert int((pixels == 80).sum()) == 783


def test_examples_are_offered_where_there_is_room(column):
    strip = column.findChild(ThumbnailStrip)
    assert strip.accessibleDescription() == "item 2"
    column.set_pixel(5.9, strip=False)
    assert not strip.isVisible()
    assert column.canvas.maximumHeight() == 28 * 5 + 2
    assert column.strip_height() == 34
