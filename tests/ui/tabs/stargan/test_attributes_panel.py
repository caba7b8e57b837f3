"""The attributes of a face."""

from itertools import groupby

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from genplay.families.stargan import Face
from genplay.ui.tabs.stargan.attribute_rows import GroupRow, SwitchRow
from genplay.ui.tabs.stargan.attributes_panel import AttributesPanel
from genplay.ui.widgets.track import Track
from tests.ui.tabs.layout import stops
from tests.ui.tabs.stargan import made

HELD = tuple(1 - value if at == 6 else value for at, value in enumerate(made.OWN))


@pytest.fixture
def panel(show):
    found = show(AttributesPanel(), 260, 560)
    found.show_scene(made.scene())
    return found


def test_there_is_a_row_for_each_unit(panel):
    assert [type(row) for row in panel.rows] == [GroupRow, *[SwitchRow] * 6]
    assert panel.row(2) is panel.rows[0]
    assert panel.row(8).switch.accessibleName() == "Hat"


def test_rows_show_own_target_and_readings(panel):
    assert panel.row(0).choice.current() == "1"
    assert [mark.isChecked() for mark in panel.row(0).marks] == [True, False, False, False]
    assert panel.row(7).switch.isChecked()
    assert panel.row(8).bars[0].accessibleDescription() == "face 0.250, edited 0.750"
    panel.show_scene(made.stranger())
    assert panel.row(8).bars[0].accessibleDescription() == "face 0.250, edited –"


def test_what_is_awaited_is_not_to_be_changed(panel):
    panel.show_scene(made.scene(met=None))
    assert not any(row.isEnabled() for row in panel.rows)
    panel.show_scene(made.scene())
    assert all(row.isEnabled() for row in panel.rows)


def test_other_attributes_have_other_rows_and_any_number_scrolls(panel, qtbot):
    own = (0.0,) * len(made.MANY)
    known = made.met(own=own, held=None, names=made.MANY, groups=((3, 30),))
    panel.show_scene(made.scene(met=known, edited=None, target=None))
    assert len(panel.rows) == 39
    assert panel.rows[3].numbers == (3, 30)
    bar = panel.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    panel.show_scene(made.scene())
    assert len(panel.rows) == 7


def test_what_d_misreads_is_said_and_corrected_by_a_link(panel, texts):
    assert "D reads the face right." in texts(panel)
    panel.show_scene(made.scene(met=made.met(held=HELD)))
    assert "D misreads: Beard." in texts(panel)
    heard = []
    panel.truth_pressed.connect(lambda: heard.append(1))
    QTest.mouseClick(panel._correct, Qt.MouseButton.LeftButton)
    assert heard == [1]
    panel.show_scene(made.scene(met=made.met(held=HELD), own=HELD))
    assert not panel._correct.isVisible()


def test_strength_says_what_training_saw(panel, texts):
    assert "Training saw only 0 and 1." in texts(panel)
    heard = []
    panel.strength_moved.connect(heard.append)
    QTest.keyClick(panel.strength.findChild(Track), Qt.Key.Key_Left)
    assert heard == [pytest.approx(0.95)]
    panel.show_scene(made.scene(strength=0.4, target=None))
    assert panel._reset.isEnabled()
    panel.show_scene(made.scene(target=None))
    assert not panel._reset.isEnabled()


def test_a_table_of_other_attributes_is_told_and_corrects_nothing(panel, texts):
    face = Face(kind="picture", levels=bytes(64 * 64 * 3), name="a.png", told=(("Old", True),))
    panel.show_scene(made.scene(face=face, met=made.met(face, held=None), edited=made.edited(face)))
    assert any(said.startswith("The table names other attributes") for said in texts(panel))
    assert not panel._correct.isVisible()


def test_what_the_table_does_not_tell_stays_as_d_reads(panel, texts):
    held = tuple(float("nan") if at == 0 else value for at, value in enumerate(HELD))
    panel.show_scene(made.scene(met=made.met(held=held)))
    assert "D misreads: Beard. The table tells 9 of the 10 attributes." in texts(panel)
    assert panel._correct.isVisible()
    panel.show_scene(made.scene(met=made.met(held=held), own=HELD))
    assert not panel._correct.isVisible()


def test_a_class_in_the_last_row_sees_no_link_without_its_words(panel):
    panel.show_scene(made.scene(met=made.met(held=HELD)))
    panel.set_terse(terse=True)
    assert not panel._correct.isVisible()
    panel.show_scene(made.scene(met=made.met(held=HELD)))
    assert not panel._correct.isVisible()
    panel.set_terse(terse=False)
    assert panel._correct.isVisible()


def test_tab_goes_on_as_one_reads(panel):
    found = stops(panel)
    assert found[0] is panel._reset or not panel._reset.isEnabled()
    rows = [next((row for row in panel.rows if row.isAncestorOf(stop)), None) for stop in found]
    assert [row for row, _ in groupby(rows) if row is not None] == panel.rows
    assert panel.strength.isAncestorOf(found[-1])
