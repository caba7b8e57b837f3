"""The numbers of the tab."""

import pytest

from genplay.ui.tabs.stargan.miss_panel import ElsewherePanel, MissPanel
from tests.ui.tabs.stargan import made


@pytest.fixture
def panel(show):
    return show(MissPanel(), 250, 90)


def test_it_is_the_share_of_the_change_that_is_missing(panel):
    panel.show_scene(made.scene())
    assert panel.number.text() == "34 %"


def test_where_nothing_is_to_change_it_is_what_changed_all_the_same(panel, texts):
    known = made.edited()
    object.__setattr__(known, "truth", made.truth(None, 1.25))
    panel.show_scene(made.scene(edited=known))
    assert panel.number.text() == "1.2"
    assert any("nothing is to change" in said for said in texts(panel)) or panel.unit.words()


def test_without_a_truth_there_is_none(panel):
    for scene in (made.scene(edited=made.edited(true=False)), made.stranger(), made.scene(answered=False)):
        panel.show_scene(scene)
        assert panel.number.text() == "–"
    panel.show_scene(made.scene(waiting=frozenset({"picture"})))
    assert panel.number.text() == "–"


def test_beside_it_stands_what_is_wrong_elsewhere(show):
    panel = show(ElsewherePanel(), 250, 90)
    known = made.edited()
    object.__setattr__(known, "truth", made.truth(0.2, 1.25))
    panel.show_scene(made.scene(edited=known))
    assert (panel.number.text(), panel.unit.words()) == ("1.2", "levels of 255 off")


def test_where_that_is_the_only_number_or_there_is_none_nothing_stands_there(show):
    panel = show(ElsewherePanel(), 250, 90)
    known = made.edited()
    object.__setattr__(known, "truth", made.truth(None, 1.25))
    for scene in (made.scene(edited=known), made.scene(edited=made.edited(true=False)), made.stranger()):
        panel.show_scene(scene)
        assert (panel.name.text(), panel.number.text(), panel.unit.words()) == ("", "", "")
