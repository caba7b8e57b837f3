"""A model of any order in the window: the order is chosen, walked along, averaged over, exported."""

import csv
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from genplay.families.autoregressive import Average, Sample, Score, WhatIf
from genplay.families.orders import Order
from genplay.ui import text
from genplay.ui.widgets.choice import Choice
from genplay.ui.widgets.ledger import Ledger
from genplay.ui.widgets.spin import Spin

SPIRAL = Order("spiral")


@pytest.fixture
def spiral(screen):
    """The window with the model of any order, which reads in a spiral."""
    screen.stage.edit(replace(screen.state, model="eonade", order="spiral"))
    screen.settle()
    return screen


def choice(screen, name):
    (found,) = [one for one in screen.all(Choice) if one.accessibleName() == name]
    return found


def test_the_order_is_chosen_is_a_step_and_changes_the_score(screen):
    screen.click("Any order")
    screen.settle()
    row_by_row = screen.hero
    QTest.keyClick(choice(screen, "Order of the pixels"), Qt.Key.Key_Down)
    screen.settle()
    backwards = Order("reversed")
    assert (screen.state.model, screen.state.order) == ("eonade", "reversed")
    assert screen.engine.asked[-1] == Score("eonade", screen.state.drawing, backwards)
    assert np.array_equal(screen.tab.result.order, backwards.sequence())
    assert screen.hero != row_by_row
    screen.canvas.setFocus()
    screen.key("Ctrl+Z")
    screen.settle()
    assert (screen.state.model, screen.state.order, screen.hero) == ("eonade", "raster", row_by_row)


def test_a_random_order_has_a_seed_and_another_gives_another(screen):
    screen.stage.edit(replace(screen.state, model="eonade", order="random"))
    screen.settle()
    first = screen.tab.result.order
    QTest.keyClick(screen.one(Spin, "Seed of the order"), Qt.Key.Key_Up)
    screen.settle()
    assert screen.state.order_seed == 1
    assert not np.array_equal(first, screen.tab.result.order)


def test_other_models_go_on_reading_row_by_row(spiral):
    spiral.window.commands.run("autoregressive.use_nade")
    spiral.settle()
    assert spiral.engine.asked[-1] == Score("nade", spiral.state.drawing)
    assert not [one for one in spiral.all(Choice) if one.accessibleName() == "Order of the pixels"]
    assert spiral.state.order == "spiral"  # and it reads so again when it is chosen again


def test_the_walk_follows_the_order(spiral):
    spiral.click("Back to the start")
    for _ in range(30):
        spiral.key(".")
    result, along = spiral.tab.result, SPIRAL.sequence()
    assert spiral.state.cursor == 30
    assert spiral.hero == text.nats(float(result.running[30]))
    assert result.running[30] == pytest.approx(-result.surprises[along[:30]].sum())
    assert (
        "Row 3, column 28," in spiral.reading
    )  # down the right border: row by row it would be row 2, column 2


def test_a_click_on_a_map_goes_to_the_pixels_place_in_the_order(spiral):
    pixel = 28 * 14 + 14
    QTest.mouseClick(spiral.maps[0], Qt.MouseButton.LeftButton, pos=spiral.at(spiral.maps[0], pixel))
    assert spiral.state.cursor == SPIRAL.ranks()[pixel] + 1


def test_a_flip_changes_what_is_read_later_only(spiral):
    pixel = 28 * 1 + 14  # read in the second turn, those below it and beside it later
    spiral.hover(spiral.maps[0], pixel)
    spiral.key("F")
    spiral.settle()
    assert spiral.engine.asked[-1] == WhatIf("eonade", spiral.state.drawing, SPIRAL, pixel=pixel)
    compared = spiral.tab.looking.scene.comparison
    moved = compared.before.logits != compared.after.logits
    assert moved.any()
    assert SPIRAL.ranks()[moved].min() > SPIRAL.ranks()[pixel]


def told(screen):
    """What stands in the ledgers."""
    return ", ".join(ledger.accessibleDescription() for ledger in screen.all(Ledger))


def test_the_average_over_orders_is_that_of_p_and_stands_beside_the_score(spiral):
    orders = spiral.one(Spin, "Orders to average over")
    for _ in range(3):
        QTest.keyClick(orders, Qt.Key.Key_Up)
    spiral.settle()
    assert spiral.engine.asked[-1] == Average("eonade", spiral.state.drawing, SPIRAL, count=4)
    log_probs = -90.0 - np.arange(4)  # as the made-up model has them
    expected = np.log(np.exp(log_probs - -90.0).mean()) - 90.0
    spiral.until(lambda: f"Average of 4 orders {text.nats(expected)}" in told(spiral))
    for _ in range(3):
        QTest.keyClick(orders, Qt.Key.Key_Down)
    spiral.settle()
    assert "Average" not in told(spiral)


def test_completions_keep_what_was_read_along_the_order(spiral):
    spiral.stage.edit(replace(spiral.state, cursor=300))
    spiral.key("Ctrl+Return")
    spiral.settle()
    asked = spiral.engine.asked[-1]
    assert isinstance(asked, Sample)
    assert (asked.order, asked.start) == (SPIRAL, 299)
    kept = SPIRAL.sequence()[:299]
    grown = spiral.tab.looking.scene.samples.pixels
    assert (grown[:, kept] == spiral.state.drawing.flat()[kept]).all()


def test_the_exported_trace_runs_along_the_order(spiral, tmp_path, monkeypatch):
    path = tmp_path / "trace.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    spiral.key("Ctrl+E")
    with path.open(newline="", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    places = [28 * (int(row["row"]) - 1) + int(row["column"]) - 1 for row in rows]
    assert places == SPIRAL.sequence().tolist()
    assert {row["reads"] for row in rows} == {"spiral"}
    assert float(rows[-1]["running_sum"]) == pytest.approx(spiral.tab.result.log_prob, abs=1e-4)
