import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from genplay.families.autoregressive import GreySamples
from genplay.families.base import Drawing
from genplay.ui.tabs.autoregressive.completions import Completions
from genplay.ui.widgets.key import Key
from genplay.ui.widgets.sample_grid import SampleGrid


@pytest.fixture
def panel(show):
    return show(Completions(grey=True), 240, 220)


def key(panel):
    return panel.findChild(Key).accessibleName()


def test_samples_from_nothing_have_kept_nothing(panel, texts):
    panel.show_asked(0, 7)
    assert texts(panel)[:2] == ["Eight samples", "seed 7"]
    assert key(panel) == "sampled"


def test_completions_say_where_they_begin_and_what_is_no_longer_the_model(panel, texts):
    panel.show_asked(408, 7, "Temperature 0.50: no longer the model")
    assert texts(panel)[:2] == ["Completions", "from pixel 409, seed 7"]
    assert "Temperature 0.50: no longer the model" in texts(panel)
    assert key(panel) == "kept exactly, sampled"


def test_a_sample_is_chosen(panel, qtbot):
    pixels = np.full((8, 784), 200, np.uint8)
    panel.show_samples(GreySamples(0, 784, pixels, 1.0))
    grid = panel.findChild(SampleGrid)
    with qtbot.waitSignal(panel.chosen) as signal:
        qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid.cell(5).center())
    assert signal.args == [5]
    panel.show_samples(None)


def test_its_buttons(panel, qtbot):
    for name, signal in (("Sample again", panel.again), ("Close", panel.closed)):
        (button,) = [b for b in panel.findChildren(QAbstractButton) if b.text() == name]
        with qtbot.waitSignal(signal):
            button.click()


@pytest.mark.parametrize("temperature", [1.0, 1.25])
def test_what_must_be_said_leaves_the_pictures_large_enough_to_be_read(screen, temperature):
    region = Drawing.blank().flipped(400)
    screen.tab.edit(model="diagonal_bilstm", region=region, sample_from=0, temperature=temperature)
    screen.settle()
    screen.picture()
    assert any("Diagonal BiLSTM" in said and "below it" in said for said in screen.texts())
    assert screen.one(SampleGrid).cell(0).width() == 56
