"""What a grey picture scores, and what leaves where there is little room."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from genplay.families.autoregressive import GreySamples, grey_note
from genplay.ui import text, theme
from genplay.ui.tabs.autoregressive import words as page_words
from genplay.ui.tabs.autoregressive.grey import words
from genplay.ui.tabs.autoregressive.grey.among import Among
from genplay.ui.tabs.autoregressive.grey.score import GreyScorePanel
from genplay.ui.tabs.autoregressive.score_panel import Note
from genplay.ui.translation import sentence
from genplay.ui.widgets.histogram import Histogram
from genplay.ui.widgets.ledger import Ledger
from genplay.ui.widgets.sample_grid import SampleGrid

WIDTH = 260


@pytest.fixture
def panel(show):
    made = show(GreyScorePanel(), WIDTH, 900)
    made.set_room(WIDTH, 900)
    return made


def asking(scene, start=0, seed=7, temperature=1.0, done=None):
    """The scene with samples asked for; so many pixels of them are there."""
    grey = replace(scene.state.grey, sample_from=start)
    state = replace(scene.state, grey=grey, seed=seed, temperature=temperature)
    pixels = np.full((8, 784), 200, np.uint8)
    samples = None if done is None else GreySamples(start, done, pixels, temperature)
    return replace(scene, state=state, samples=samples)


def rows(panel):
    return panel.findChild(Ledger).accessibleDescription()


def marks(panel):
    return [found.mark_x() for found in panel.findChildren(Histogram)]


def shown(panel):
    """Which parts that may leave are there: the histograms, the note, the model's figure."""
    figure = [label for label in panel.findChildren(QLabel) if label.text().startswith("On average")]
    return panel.findChild(Histogram).isVisible(), panel.findChild(Note).isVisible(), figure[0].isVisible()


def cut(panel):
    """What has less height than its words need, or reaches below the panel."""
    parts = [part for part in panel.children() if isinstance(part, QWidget) and part.isVisible()]
    parts += panel.findChild(Among).findChildren(QWidget) if panel.findChild(Among).isVisible() else []
    return [
        part
        for part in parts
        if part.height() < max(part.heightForWidth(part.width()), part.minimumSizeHint().height())
        or part.mapTo(panel, part.rect().bottomLeft()).y() >= panel.height()
    ]


# -- the score ---------------------------------------------------------------------------------------------


def test_the_score_with_its_bits_and_where_it_stands(panel, scene, texts):
    panel.show_scene(scene)
    result = scene.result
    assert {"Density score", text.nats(result.log_prob), "nats"} <= set(texts(panel))
    assert text.number(result.bits_per_dim, 2) in rows(panel)
    assert f"Percentile among test clothes {page_words.rank(result.percentile)}" in rows(panel)
    assert None not in marks(panel)


def test_what_the_score_means_and_how_good_the_model_is_are_said(panel, scene, texts):
    panel.show_scene(scene)
    assert sentence(grey_note(scene.result)) in texts(panel)
    assert words.measured(scene.result) in texts(panel)


def test_while_it_is_awaited_no_number_of_the_picture_is_left_but_what_is_known_of_others(
    panel, scene, texts
):
    panel.show_scene(scene)
    panel.show_scene(replace(scene, result=None))
    assert "–" in texts(panel)
    assert text.nats(scene.result.log_prob) not in texts(panel)
    assert rows(panel) == "Bits per dimension –, Percentile among test clothes –"
    assert marks(panel) == [None, None]
    assert shown(panel) == (True, True, True)


def test_where_nothing_is_known_of_others_nothing_is_said_of_them(panel, scene, texts):
    panel.show_scene(scene)
    panel.show_scene(replace(scene, result=replace(scene.result, reference=None, measured=None)))
    assert "Percentile among test clothes –" in rows(panel)
    assert not panel.findChild(Histogram).isVisible()
    assert not panel.findChild(Note).isVisible()
    assert not [said for said in texts(panel) if said.startswith("On average")]


# -- samples -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "title", "begins"),
    [(407, "Completions", "from pixel 408, seed 7"), (0, "Eight samples", "seed 7")],
)
def test_samples_are_there_where_they_are_asked_for(panel, scene, texts, start, title, begins):
    panel.show_scene(scene)
    assert not panel.findChild(SampleGrid).isVisible()
    panel.show_scene(asking(scene, start))
    assert {title, begins} <= set(texts(panel))
    panel.show_scene(scene)
    assert title not in texts(panel)


@pytest.mark.parametrize(("temperature", "said"), [(1.0, False), (0.7, True)])
def test_another_temperature_is_said_to_be_no_model(panel, scene, texts, temperature, said):
    panel.show_scene(asking(scene, temperature=temperature))
    assert any("no longer the model" in words for words in texts(panel)) is said


def test_samples_grow_by_themselves_and_one_can_be_taken(panel, scene, qtbot):
    panel.show_scene(asking(scene))
    grid = panel.findChild(SampleGrid)
    with qtbot.assertNotEmitted(panel.sample_chosen):
        QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid.rect().center())  # there is none yet
    qtbot.waitUntil(lambda: grid.rect().contains(grid.cell(7)))
    pictures = []
    for done in (392, 784):
        panel.show_samples(asking(scene, done=done))
        pictures.append(grid.grab().toImage())
    assert pictures[0] != pictures[1]
    with qtbot.waitSignal(panel.sample_chosen) as told:
        QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid.cell(3).center())
    assert told.args == [3]


# -- room --------------------------------------------------------------------------------------------------


def test_in_less_height_the_figure_leaves_first_then_the_note_then_the_histograms(panel, scene):
    panel.show_scene(scene)
    missing = {"histograms": 0, "note": 0, "figure": 0}  # from which height on
    for height in range(60, 900, 3):
        panel.set_room(WIDTH, height)
        missing |= {part: height for part, there in zip(missing, shown(panel), strict=True) if not there}
    assert 60 < missing["histograms"] < missing["note"] < missing["figure"] < 897


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_what_is_shown_has_room_in_every_height(panel, scene, qapp, qtbot, scale):
    theme.apply(qapp, theme.Theme("light", scale))
    panel.show_scene(scene)
    width, seen = round(WIDTH * scale), set()
    for height in range(round(900 * scale), round(130 * scale), -7):
        panel.set_room(width, height)
        panel.setFixedHeight(height)
        qtbot.waitUntil(lambda: cut(panel) == [])
        seen.add(shown(panel))
    assert {(True, True, True), (False, False, False)} < seen


def test_spare_height_goes_to_the_histograms(panel, scene):
    panel.show_scene(scene)
    heights = []
    for height in (600, 700):
        panel.set_room(WIDTH, height)
        heights.append(panel.findChild(Histogram).minimumHeight())
    assert heights[1] - heights[0] == 50


def test_samples_take_the_room_of_what_stands_above_them(panel, scene, qtbot):
    panel.set_room(WIDTH, 480)
    panel.show_scene(scene)
    assert shown(panel) == (True, True, True)
    panel.show_scene(asking(scene, done=784))
    assert shown(panel) == (True, False, False)
    panel.setFixedHeight(480)
    qtbot.waitUntil(lambda: cut(panel) == [])
    panel.show_scene(scene)
    assert shown(panel) == (True, True, True)


def test_a_part_that_asks_for_another_room_has_the_others_fitted(panel, scene):
    panel.show_scene(scene)
    panel.set_room(WIDTH, 480)
    before = shown(panel)
    panel.findChild(Ledger).set_rows([(None, f"Row {number}", "1") for number in range(9)])
    QApplication.sendEvent(panel, QEvent(QEvent.Type.LayoutRequest))
    assert shown(panel) != before
