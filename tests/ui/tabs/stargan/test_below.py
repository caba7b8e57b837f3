"""What stands below the pictures."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from genplay.ui.tabs.stargan.below import Below
from tests.ui.tabs.stargan import made

PANELS = ("singles", "faces", "chain", "back", "inside", "maker")


@pytest.fixture
def below(show):
    return show(Below("", made.CODE), 812, 216)


@pytest.mark.parametrize("lower", PANELS)
def test_the_panel_that_is_chosen_is_shown_with_its_head(below, lower):
    below.show_scene(made.scene(lower=lower))
    assert [name for name, panel in below.panels.items() if panel.isVisible()] == [lower]
    assert below.panels[lower].head.isVisible()
    assert below.choice.current() == lower


def test_a_panel_is_chosen_by_a_click(below):
    below.show_scene(made.scene())
    heard = []
    below.lower_chosen.connect(heard.append)
    QTest.mouseClick(below.choice._pieces["chain"], Qt.MouseButton.LeftButton)
    assert heard == ["chain"]


@pytest.mark.parametrize("lower", PANELS)
def test_nothing_that_comes_of_a_stranger_is_shown_before_it_is_asked_for(below, texts, lower):
    below.show_scene(made.stranger(lower=lower))
    silent = lower not in ("faces", "maker")
    assert below.panels[lower].isVisible() != silent
    assert any("avatars only" in said for said in texts(below)) == silent
    below.show_scene(made.stranger(lower=lower, anyway=True))
    assert below.panels[lower].isVisible()


def test_a_failure_stands_in_the_place_of_the_panel(below, texts):
    below.show_scene(made.scene(lower="chain", failures={"chain": "It broke."}))
    assert "It broke." in texts(below)
    assert not below.chain.isVisible()
    below.show_scene(made.scene(lower="singles", failures={"chain": "It broke."}))
    assert below.singles.isVisible()
    below.show_scene(made.scene(lower="maker", failures={"face": "It cannot be drawn."}))
    assert below.maker.isVisible()


def test_names_are_shorter_where_it_is_narrow(below):
    below.set_terse(terse=True)
    assert below.choice._pieces["back"].text() == "Back"
    below.set_terse(terse=False)
    assert below.choice._pieces["back"].text() == "Way back"


def test_strangers_on_the_wall_are_told_before_their_edits_are_shown(below, texts):
    strange = made.walled(strange=True)
    below.show_scene(made.scene(lower="faces", walled=strange))
    assert not below.faces.isVisible()
    assert any("some of these faces are none of them" in said for said in texts(below))
    assert below.faces.head.isVisible()  # other faces may be taken
    heard = []
    below.accepted.connect(lambda: heard.append(True))
    QTest.mouseClick(below.anyway, Qt.MouseButton.LeftButton)
    assert heard == [True]
    below.show_scene(made.scene(lower="faces", walled=strange, anyway=True))
    assert below.faces.isVisible()
    below.show_scene(made.stranger(lower="singles"))
    assert not below.anyway.isVisible()
