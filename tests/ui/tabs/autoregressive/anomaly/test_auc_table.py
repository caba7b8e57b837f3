"""Every area, and a click on one."""

import pytest
from PySide6.QtCore import QPoint, Qt

from genplay.families.autoregressive import SCORES, SETS
from genplay.ui.tabs.autoregressive.anomaly.auc_table import AucTable

LEFT = Qt.MouseButton.LeftButton
ORANGE, SOFT = "#b54708", "#ece9fb"


def areas(low=0.2):
    found = {(name, score): 0.9 for name in SETS for score in SCORES}
    return {**found, ("blank", "density"): low, ("noise", "density"): float("nan")}


@pytest.fixture
def table(show):
    widget = AucTable()
    widget.set_models([("NADE", areas()), ("AR-8", areas(0.6))])
    widget.set_current("letters", "density")
    widget.set_row(20)
    return show(widget, 900, widget.height())


def colours(table, look, box):
    picture = look(table)
    return {picture(x, y) for x in range(box.left(), box.right()) for y in range(box.top(), box.bottom())}


def test_cells_lie_side_by_side_and_below_one_another(table):
    boxes = [table.cell(name, model, score) for name in SETS for model in (0, 1) for score in SCORES]
    assert all(not one.intersects(two) for i, one in enumerate(boxes) for two in boxes[:i])
    assert all(table.rect().contains(box) for box in boxes)


def test_below_a_half_is_orange_with_words_and_nothing_else_is(table, look):
    assert ORANGE in colours(table, look, table.cell("blank", 0, "density"))
    for box in (table.cell("blank", 1, "density"), table.cell("items", 0, "density")):
        assert ORANGE not in colours(table, look, box)


def test_what_is_not_final_is_pale_and_said_to_be_about_that(table, look):
    table.set_models([("NADE", areas()), ("AR-8", areas())], {"NADE"})
    assert "NADE, Nearly blank, Density: ≈ 0.200" in table.accessibleDescription()
    assert "AR-8, Nearly blank, Density: 0.200" in table.accessibleDescription()
    assert ORANGE not in colours(table, look, table.cell("blank", 0, "density"))
    assert ORANGE in colours(table, look, table.cell("blank", 1, "density"))


def test_the_chosen_set_is_tinted(table, look):
    assert SOFT in colours(table, look, table.cell("letters", 1, "typicality"))
    assert SOFT not in colours(table, look, table.cell("items", 1, "typicality"))


def test_a_click_chooses_set_and_score(table, qtbot):
    with qtbot.waitSignal(table.chosen) as told:
        qtbot.mouseClick(table, LEFT, pos=table.cell("noise", 1, "complexity").center())
    assert told.args == ["noise", "complexity"]


def test_a_click_on_a_name_chooses_the_set(table, qtbot):
    with qtbot.waitSignal(table.chosen) as told:
        qtbot.mouseClick(table, LEFT, pos=QPoint(30, table.cell("sparse", 0, "density").center().y()))
    assert told.args == ["sparse", "density"]


def test_a_click_on_the_heads_chooses_nothing(table, qtbot):
    with qtbot.assertNotEmitted(table.chosen):
        qtbot.mouseClick(table, LEFT, pos=QPoint(30, 10))
        qtbot.mouseClick(table, LEFT, pos=QPoint(300, 30))


def test_the_keyboard_chooses_neighbours(table, qtbot):
    told = []
    table.chosen.connect(lambda *chosen: told.append(chosen))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(table, key)
    assert told == [("noise", "density"), ("items", "density"), ("letters", "typicality")]


def test_it_is_told_to_those_who_do_not_see(table):
    told = table.accessibleDescription()
    assert "NADE, Nearly blank, Density: 0.200" in told
    assert "AR-8, Noise, Density: –" in told


def test_without_models_there_are_sets_only(show):
    assert show(AucTable(), 400, 140).grab().width() == 400
