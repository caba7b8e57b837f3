"""Where the face comes from."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from genplay.families.stargan import Face
from genplay.ui.tabs.stargan.source_row import SourceRow
from tests.ui.tabs.stargan import made

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def row(show):
    found = show(SourceRow(made.AVATARS, ""), 800, 40)
    found.heard = []
    names = ("example_chosen", "seed_chosen", "next_pressed", "redrawn", "composed", "open_pressed")
    for name in names:
        getattr(found, name).connect(lambda *values, name=name: found.heard.append((name, *values)))
    return found


def test_each_source_is_asked_for(row):
    QTest.mouseClick(row.strip, LEFT, pos=row.strip.box(2).center())
    row.seed.setValue(5)
    for button in (row.dice, row.compose, row.opens):
        QTest.mouseClick(button, LEFT)
    assert row.heard == [
        ("example_chosen", 2),
        ("seed_chosen", 5),
        ("redrawn",),
        ("composed",),
        ("open_pressed",),
    ]


def test_the_chosen_avatar_is_framed_and_the_seed_is_shown(row):
    row.show_face(Face(number=3))
    assert row.strip.accessibleDescription() == "Avatar 3"
    row.show_face(Face(kind="seed", seed=42))
    assert row.strip.accessibleDescription() == ""
    assert row.seed.value() == 42
    assert row.heard == []


def test_where_nothing_can_be_drawn_it_is_said_how_it_could(show):
    row = show(SourceRow(made.AVATARS, "Drawing avatars needs resvg"), 800, 40)
    for widget in (row.seed, row.dice, row.compose):
        assert not widget.isEnabled()
        assert widget.toolTip() == "Drawing avatars needs resvg"
    assert row.opens.isEnabled()


def test_words_leave_where_it_is_narrow_and_then_the_buttons(row):
    row.set_terse(terse=True, narrow=False)
    assert row.compose.text() == ""
    assert row.compose.accessibleName() == "Compose"
    assert row.seed.isVisible()
    row.set_terse(terse=True, narrow=True)
    assert not row.seed.isVisible()
    assert row.opens.isVisible()
    row.set_terse(terse=False, narrow=False)
    assert row.compose.text() == "Compose"
