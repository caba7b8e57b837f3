"""The scores to choose from."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from genplay import paths
from genplay.families.autoregressive import SCORES
from genplay.ui.tabs.autoregressive.anomaly.head import Head


def test_a_choice_is_reported_and_not_made(show, qtbot):
    head = Head()
    head.show_score("density")
    show(head, 1000, 56)
    typicality = next(b for b in head.findChildren(QPushButton) if b.text() == "Typicality")
    with qtbot.waitSignal(head.chosen) as told:
        qtbot.mouseClick(typicality, Qt.MouseButton.LeftButton)
    assert told.args == ["typicality"]


def test_each_score_has_its_formula_and_its_idea(show):
    head, ideas = Head(), set()
    show(head, 1000, 56)
    for name in SCORES:
        assert (paths.assets() / "formulas" / f"score_{name}.svg").is_file()
        head.show_score(name)
        ideas |= {label.text() for label in head.findChildren(QLabel)}
        assert head.grab().height() == 56
    assert len(ideas) == len(SCORES)
