from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QObject, Signal

from genplay.data.avatars.examples import examples
from genplay.families.dcgan import DcganState
from genplay.families.pictures import Imported
from genplay.ui.tabs.dcgan.paint_column import PaintColumn
from genplay.ui.tabs.dcgan.painting_pen import PaintingPen, painting

AVATARS = examples().images[:3]


class Desk(QObject):
    """What a pen needs of a tab: a state that it edits at once."""

    gesture_ended = Signal()
    said = Signal(str, str)

    def __init__(self):
        super().__init__()
        self.state = DcganState(model="dcgan_avatars")
        self.gestures: list[str] = []
        self.stops = 0

    def edit(self, gesture="", **values):
        self.state = replace(self.state, **values)
        self.gestures.append(gesture)

    def stop(self):
        self.stops += 1


@pytest.fixture
def column(show):
    return show(PaintColumn([(str(at), image) for at, image in enumerate(AVATARS)]), 260, 190)


@pytest.fixture
def desk(column):
    made = Desk()
    made.pen = PaintingPen(made, column, AVATARS)
    return made


def test_before_anything_was_painted_it_is_the_first_example(desk):
    assert (painting(desk.state) == AVATARS[0]).all()


def test_a_stroke_is_one_gesture(desk, column, qtbot):
    half, whole = np.full((64, 64, 3), 1, np.uint8), np.full((64, 64, 3), 2, np.uint8)
    column.painted.emit(half, False)
    with qtbot.waitSignal(desk.gesture_ended):
        column.painted.emit(whole, True)
    assert desk.gestures == ["stroke", "stroke"]
    assert desk.stops == 2
    assert (painting(desk.state) == 2).all()


def test_examples_go_round(desk, column):
    desk.pen.next_example()
    assert (painting(desk.state) == AVATARS[1]).all()
    column.example_chosen.emit(2)
    column.next_pressed.emit()
    assert (painting(desk.state) == AVATARS[0]).all()


def test_clear_leaves_the_background_and_invert_is_its_own_inverse(desk):
    desk.pen.invert()
    assert (painting(desk.state) == 255 - AVATARS[0]).all()
    desk.pen.invert()
    desk.pen.clear()
    assert (painting(desk.state) == AVATARS[0][0, 0]).all()


def test_an_opened_picture_is_taken_in_colours(desk, qtbot):
    rgb = np.random.default_rng(0).integers(0, 256, (64, 64, 3)).astype(np.uint8)
    one = Imported(bytes(4096), 128, False, True, 64, 64, rgb.tobytes())
    with qtbot.waitSignal(desk.said):
        desk.pen.take_import(one)
    assert (painting(desk.state) == rgb).all()


def test_a_colour_takes_the_pen_from_the_eraser(desk, column):
    column.tool_chosen.emit("eraser")
    column.brush_chosen.emit(4)
    column.paint_chosen.emit(6)
    assert (desk.state.tool, desk.state.brush, desk.state.paint) == ("pen", 4, 6)
    column.tool_chosen.emit("fill")
    column.paint_chosen.emit(1)
    assert (desk.state.tool, desk.state.paint) == ("fill", 1)
