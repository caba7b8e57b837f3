"""A drawing with greys, made and changed by hand."""

import numpy as np
import pytest

from genplay.families.base import Drawing
from genplay.families.infogan import InfoGanState
from genplay.families.pictures import Imported
from genplay.ui.tabs.infogan.reader_panel import ReaderPanel
from genplay.ui.tabs.levels_pen import LevelsPen, greys
from tests.ui.tabs.conftest import Hand
from tests.ui.tabs.infogan import made

GREY = (255 * made.GREYS).astype(np.uint8)
EXAMPLES = [("Digit 0", GREY), ("Digit 1", np.eye(28, dtype=np.uint8) * 255)]


@pytest.fixture
def panel(show):
    return show(ReaderPanel(EXAMPLES), 204, 420)


@pytest.fixture
def desk(make_desk, panel):
    desk = make_desk(InfoGanState())
    desk.views.append(
        lambda state: panel.show_scene(made.scene(answered=False, drawing=state.drawing, levels=state.levels))
    )
    desk.pen = LevelsPen(desk, panel, [picture for _, picture in EXAMPLES])
    return desk


def test_a_stroke_is_one_step_and_stops_a_sweep(desk, panel):
    Hand(panel.canvas).stroke((3, 3), (3, 9))
    assert desk.state.drawing.pixels()[3, 3:10].all()
    assert desk.state.levels is None
    assert desk.pauses
    assert desk.undo().is_blank


def test_a_stroke_over_greys_keeps_them(desk, panel):
    desk.pen.choose_example(0)
    assert np.array_equal(greys(desk.state), GREY)
    Hand(panel.canvas).stroke((0, 3), (0, 9))
    after = greys(desk.state)
    assert (after[0, 3:10] == 255).all()
    assert np.array_equal(after[10:], GREY[10:])
    assert desk.state.drawing == Drawing.of(after >= 128)


def test_examples_go_round(desk):
    for expected in (0, 1, 0):
        desk.pen.next_example()
        assert np.array_equal(greys(desk.state), EXAMPLES[expected][1])


def test_what_has_no_greys_is_a_drawing(desk):
    desk.pen.choose_example(1)
    assert desk.state.levels is None
    desk.pen.invert()
    assert greys(desk.state)[0, 1] == 255
    desk.pen.clear()
    assert desk.state.is_blank


def test_an_opened_picture_keeps_its_greys(desk):
    desk.pen.take_import(Imported(GREY.tobytes(), 128, inverted=False, animated=True))
    assert desk.state.levels == GREY.tobytes()
    assert "first frame" in desk.notices[0][1]
