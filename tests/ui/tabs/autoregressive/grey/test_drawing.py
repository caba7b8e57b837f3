import numpy as np
import pytest

from genplay.ui.tabs.autoregressive.grey.drawing import GreyDrawing
from genplay.ui.widgets.buttons import IconButton
from genplay.ui.widgets.key import Key
from genplay.ui.widgets.thumbnails import ThumbnailStrip

SIDE = 170
EXAMPLES = [("Blank", np.zeros((28, 28), np.uint8)), ("Full", np.full((28, 28), 255, np.uint8))]


@pytest.fixture
def drawing(show):
    return show(GreyDrawing(EXAMPLES), 330, 380)


def seen(drawing, kind):
    return any(widget.isVisible() for widget in drawing.findChildren(kind))


def test_it_has_no_region_to_paint(drawing):
    names = {button.accessibleName() for button in drawing.findChildren(IconButton)}
    assert "Pen (P)" in names
    assert "Region to be completed (R)" not in names


def test_examples_and_then_the_caption_stay_in_a_small_window_where_there_is_room(drawing):
    strip, key = drawing.findChild(ThumbnailStrip), drawing.findChild(Key)
    around = drawing.around(compact=True).height()
    spacing = drawing._grid.verticalSpacing()
    examples = around + 2 * spacing + strip.sizeHint().height()
    for below, shown in ((0, (False, False)), (examples, (True, False)), (examples + 100, (True, True))):
        drawing.set_room(SIDE, below=below, roomy=False, compact=True)
        assert (strip.isVisible(), key.isVisible()) == shown


def test_with_room_everything_is_there(drawing):
    drawing.set_room(SIDE, below=0, roomy=True, compact=False)
    assert seen(drawing, ThumbnailStrip)
    assert seen(drawing, Key)
    assert drawing.width() == drawing.around().width() + SIDE
