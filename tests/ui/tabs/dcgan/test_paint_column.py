import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from genplay.data.avatars.examples import examples
from genplay.families.dcgan import PAINTS
from genplay.ui.tabs.dcgan.paint_column import PaintColumn
from genplay.ui.widgets.thumbnails import ThumbnailStrip

AVATARS = [(f"avatar {at}", image) for at, image in enumerate(examples().images[:6])]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def column(show):
    made = PaintColumn(AVATARS)
    made.show_painting(AVATARS[1][1])
    made.show_tool("pen", 1, 8)
    made.set_pixel(2, strip=True)
    return show(made, 260, 190)


def test_a_stroke_of_the_chosen_colour_is_told(column):
    seen = []
    column.painted.connect(lambda pixels, finished: seen.append((pixels, finished)))
    QTest.mouseClick(column.canvas, LEFT, pos=column.canvas.pixel_rect(64 * 9 + 7).center().toPoint())
    pixels, finished = seen[-1]
    assert finished
    assert tuple(pixels[9, 7]) == PAINTS[8].rgb
    assert int((pixels != AVATARS[1][1]).any(-1).sum()) == 1


def test_the_example_that_is_shown_is_framed(column, qtbot):
    strip = column.findChild(ThumbnailStrip)
    assert strip.accessibleDescription() == "avatar 1"
    column.show_painting(np.zeros((64, 64, 3), np.uint8))
    assert strip.accessibleDescription() == ""
    with qtbot.waitSignal(column.example_chosen) as chosen:
        QTest.mouseClick(strip, LEFT, pos=strip.box(2).center())
    assert chosen.args == [2]


def test_examples_are_seen_in_their_colours(column):
    strip = column.findChild(ThumbnailStrip)
    box = strip.box(1)
    shown = strip.grab().toImage().pixelColor(box.left() + 4, box.top() + 5)
    wanted = AVATARS[1][1][1, 1].tolist()
    assert np.abs(np.array([shown.red(), shown.green(), shown.blue()]) - wanted).max() < 12


def test_tools_and_colours_are_told(column, qtbot, button):
    with qtbot.waitSignal(column.tool_chosen) as tool:
        button(column, "Fill (G)").click()
    with qtbot.waitSignal(column.paint_chosen) as paint:
        QTest.mouseClick(column.colours.buttons[5], LEFT)
    assert (tool.args, paint.args) == (["fill"], [5])


def test_it_does_without_examples(column):
    column.set_pixel(1.5, strip=False)
    assert not column.findChild(ThumbnailStrip).isVisible()
    assert column.canvas.maximumWidth() == 64 + 2
    assert column.strip_height() == 34
