"""Categories against digits."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from genplay.families.forged import Forged
from genplay.ui.tabs.infogan.confusion_panel import ConfusionMap, ConfusionPanel, figures, shares
from tests.ui.tabs.infogan import made


@pytest.fixture
def panel(show):
    shown = show(ConfusionPanel(), 300, 150)
    shown.set_pixel(7)
    shown.show_scene(made.scene())
    return shown


def test_rows_are_in_the_order_of_the_digits_and_sum_to_1():
    found = shares(made.confusion())
    np.testing.assert_allclose(found.sum(1), 1, rtol=1e-6)
    assert (found.argmax(1) == np.arange(10)).all()
    assert found[2, 8] == pytest.approx(50 / 145)


def test_the_figures(panel, texts):
    assert figures(made.confusion()) == ("5.00 %", "5 %", "8 as 2")
    assert figures(None) == ("–", "5 %", "–")
    assert {"Error, one-to-one", "5.00 %", "8 as 2", "1,000 test digits"} <= set(texts(panel))


def test_beside_the_plain_gan_each_figure_says_whose_it_is(panel, texts):
    panel.show_scene(made.scene(plain=True))
    assert {"InfoGAN’s error", "InfoGAN’s mix-up", "Plain GAN’s d²", "1,000 test digits"} <= set(texts(panel))
    assert "Error, one-to-one" not in texts(panel)


def test_the_figures_stand_below_the_map_where_it_is_narrow(panel, qtbot):
    name = panel._names[1]
    panel.set_stacked(True)
    qtbot.waitUntil(lambda: name.mapTo(panel, QPoint()).y() > panel.map.geometry().bottom())
    panel.set_stacked(False)
    qtbot.waitUntil(lambda: name.mapTo(panel, QPoint()).x() > panel.map.geometry().right())


def test_a_cell_is_told(panel, texts):
    panel.set_reading(on=False)  # as in a small window
    QTest.mouseMove(panel.map, panel.map.pixel_rect(28).center().toPoint())
    assert "c₁ = 4, digit 8: 50" in texts(panel)
    assert "c₁ ↓  digit →" not in texts(panel)
    panel.map.hovered.emit(None)
    assert "c₁ ↓  digit →" in texts(panel)
    assert "1,000 test digits" in panel._title.toolTip()
    panel.set_reading(on=True)
    assert "1,000 test digits" in texts(panel)
    QTest.mouseMove(panel.map, QPoint(panel.map.width() - 1, panel.map.height() - 1))


def test_mistakes_are_seen():
    shown = ConfusionMap()
    shown.set_confusion(made.confusion())
    assert shown._values is not None
    assert shown._values[2, 8] == pytest.approx(255 * (50 / 145) ** 0.5, abs=1)


def test_nothing_is_told_while_nothing_is_known(panel, texts):
    panel.show_scene(made.scene(answered=False, failures={"confusion": "No digits were matched."}))
    assert "–" in texts(panel)
    assert panel.toolTip() == "No digits were matched."
    assert panel.map.told(28) == ""


def test_the_pictures_are_measured_in_the_same_table(panel, texts):
    assert {"Fréchet d²", "6.16 (real 2.20)"} <= set(texts(panel))
    (value,) = [one for one in panel.findChildren(QLabel) if one.text() == "6.16 (real 2.20)"]
    assert "compare it only with 2.20" in value.toolTip()
    assert "Squared Fréchet distance" in value.toolTip()


def test_beside_the_plain_gan_its_own_pictures_are_measured(panel, texts):
    ledger = replace(made.ledger("infogan_plain"), forged=Forged(3.56, 2.2, 10, 10))
    panel.show_scene(replace(made.scene(plain=True), plain=ledger))
    assert {"Plain GAN’s d²", "3.56 (real 2.20)"} <= set(texts(panel))


def test_the_papers_error_is_said_to_be_of_its_own_game(panel, texts):
    assert "Paper, its own game" in texts(panel)
    (name,) = [one for one in panel.findChildren(QLabel) if one.text() == "Paper, its own game"]
    assert "two views" in name.toolTip()


def test_axes_and_what_sums_to_one_are_said(panel, texts):
    assert "c₁ down, digits across; shade: √share" in texts(panel)
    (title,) = [one for one in panel.findChildren(QLabel) if one.text() == "Category against digit"]
    assert "shares of a row sum to 1" in title.toolTip()
    assert "square root" in title.toolTip()
    assert not panel.map.toolTip()  # it would hide the figures
