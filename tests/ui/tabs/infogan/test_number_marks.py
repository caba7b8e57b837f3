"""The numbers below the tracks."""

import pytest
from PySide6.QtCore import QPoint

from genplay.families.infogan import REACH
from genplay.ui import theme
from genplay.ui.tabs.infogan.codes_panel import CodesPanel
from genplay.ui.tabs.infogan.number_marks import MARKS
from genplay.ui.widgets.track import Track
from tests.ui.tabs.infogan import made


@pytest.fixture(params=[1.0, 1.5])
def panel(show, qapp, request):
    theme.apply(qapp, theme.Theme(scale=request.param))
    shown = show(CodesPanel(), 400, 600)
    shown.show_scene(made.scene())
    return shown


def test_each_number_stands_where_the_handle_has_it(panel, qtbot):
    track, marks = panel.sliders[1].findChild(Track), panel._axis
    qtbot.waitUntil(lambda: marks.mapTo(panel, QPoint()).x() == track.mapTo(panel, QPoint()).x())
    for mark in MARKS:
        steps = round((mark + REACH) / (2 * REACH) * track.maximum())
        assert marks.place(mark) == pytest.approx(track._x(steps), abs=1)


def test_there_is_room_for_a_hand(panel, qtbot):
    panel.show_scene(made.scene(confusion=made.confusion(both=True)))
    qtbot.waitUntil(lambda: panel.sliders[0].findChild(Track).width() >= 100 * theme.current().scale)
