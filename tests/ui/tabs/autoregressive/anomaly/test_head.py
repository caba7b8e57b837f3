"""The scores to choose from."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from genplay import paths
from genplay.families.autoregressive import SCORES
from genplay.ui import theme
from genplay.ui.tabs.autoregressive.anomaly import words
from genplay.ui.tabs.autoregressive.anomaly.head import Head


def test_a_choice_is_reported_and_not_made(show, qtbot):
    head = Head()
    head.show_score("density")
    show(head, 1000, 56)
    typicality = next(b for b in head.findChildren(QPushButton) if b.text() == "Typicality")
    with qtbot.waitSignal(head.chosen) as told:
        qtbot.mouseClick(typicality, Qt.MouseButton.LeftButton)
    assert told.args == ["typicality"]


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("score", SCORES)
def test_no_idea_is_cut_in_a_narrow_strip(show, qapp, scale, score):
    theme.apply(qapp, theme.Theme("light", scale))
    head = Head()
    head.show_score(score)
    show(head, 1130 if scale > 1 else 1084, 84)
    idea = next(label for label in head.findChildren(QLabel) if label.wordWrap())
    assert idea.text() in words.ideas(score)
    assert idea.toolTip() == words.ideas(score)[0]
    assert idea.heightForWidth(idea.width()) <= head.height()
    assert idea.geometry().right() < head.seed.geometry().left()
    assert head.seed.geometry().right() < head.width()


def test_with_room_the_idea_is_told_at_length_and_the_seed_named(show):
    head = show(Head(), 1200, 56)
    for score in SCORES:
        head.show_score(score)
        assert {words.ideas(score)[0], "Seed"} <= {
            label.text() for label in head.findChildren(QLabel) if label.isVisible()
        }


def test_each_score_has_its_formula_and_its_idea(show):
    head, ideas = Head(), set()
    show(head, 1000, 56)
    for name in SCORES:
        assert (paths.assets() / "formulas" / f"score_{name}.svg").is_file()
        head.show_score(name)
        ideas |= {label.text() for label in head.findChildren(QLabel) if label.wordWrap()}
        assert head.grab().height() == 56
    assert len(ideas) == len(SCORES)
