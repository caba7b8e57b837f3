"""The avatar maker."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from genplay.data.avatars.spec import FIELDS
from genplay.families.stargan import Face
from genplay.ui.tabs.stargan.maker_panel import MakerPanel, start
from tests.ui.tabs.stargan import made

PLACES = tuple(FIELDS)
OTHER = tuple(1 if at < 7 else number for at, number in enumerate(made.CODE))


@pytest.fixture
def panel(show):
    found = show(MakerPanel("", made.CODE), 812, 172)
    found.heard = []
    found.composed.connect(lambda *values: found.heard.append(values))
    return found


def test_every_field_that_avatars_vary_in_can_be_set(panel):
    assert {*panel.boxes, *panel.switches} == {name for name in PLACES if not name.endswith("_kind")}
    for name, box in panel.boxes.items():
        assert box.count() == len(FIELDS[name])
        assert all(box.itemText(at) for at in range(box.count()))
    assert panel.boxes["skin"].itemText(0) == "Tone 1"  # never named


def test_it_shows_the_specification_of_the_face(panel):
    panel.show_scene(made.scene(lower="maker", face=Face(kind="composed", code=OTHER)))
    assert panel.boxes["hair"].current() == "1"
    assert all(switch.isChecked() for switch in panel.switches.values())
    panel.show_scene(made.scene(lower="maker"))
    assert panel.boxes["cloth"].current() == str(made.CODE[PLACES.index("cloth")])
    assert panel.heard == []


def test_a_field_is_set_by_hand(panel):
    panel.show_scene(made.scene(lower="maker"))
    panel.boxes["eyes"].activated.emit(4)
    QTest.mouseClick(panel.switches["hat"], Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert panel.heard[0] == (PLACES.index("eyes"), 4)
    assert panel.heard[1][0] == PLACES.index("hat")


def test_where_one_begins(panel):
    assert start(made.scene(), OTHER) == made.CODE
    assert start(made.stranger(), OTHER) == OTHER
    assert start(made.scene(face=Face(kind="composed", code=OTHER)), made.CODE) == OTHER


def test_where_nothing_can_be_drawn_it_says_so(show):
    panel = show(MakerPanel("Drawing avatars needs resvg", made.CODE), 812, 172)
    panel.show_scene(made.scene(lower="maker"))
    assert panel.caption.words() == "Drawing avatars needs resvg"
    assert not any(widget.isEnabled() for widget in (*panel.boxes.values(), *panel.switches.values()))
