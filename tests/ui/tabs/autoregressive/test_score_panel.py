from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from genplay.families.base import Drawing, Measured
from genplay.ui import text, theme
from genplay.ui.tabs.autoregressive import words
from genplay.ui.tabs.autoregressive.score_panel import Note, ScorePanel
from genplay.ui.widgets.histogram import Histogram
from genplay.ui.widgets.ledger import Ledger
from genplay.ui.widgets.sample_grid import SampleGrid

LEFT = Qt.MouseButton.LeftButton
PIXEL = 28 * 7 + 12


@pytest.fixture
def panel(show):
    shown = show(ScorePanel(), 240, 360)
    shown.set_room(240, 360)
    return shown


def rows(panel):
    return panel.findChild(Ledger).accessibleDescription()


def press(panel, name):
    (button,) = [b for b in panel.findChildren(QPushButton) if b.isVisible() and b.text() == name]
    QTest.mouseClick(button, LEFT)


def test_the_score_with_bits_and_rank(panel, scene, texts):
    shown = scene()
    panel.show_scene(shown)
    result = shown.result
    assert texts(panel)[:1] == ["Density score"]
    assert {text.nats(result.log_prob), "nats"} <= set(texts(panel))
    assert text.bits(result.bits_per_pixel) in rows(panel)
    assert words.rank(result.percentile) in rows(panel)
    assert "1,000 test digits, thresholded as your drawing is, in nats" in texts(panel)
    assert panel.findChild(Histogram).mark_x() is not None


def test_the_models_figures_are_said_at_the_length_that_fits(panel, scene, texts):
    shown = scene()
    result = replace(shown.result, model="eonade", measured=Measured(87.0, "here", (84.5, 16)))
    both = (words.measured(result), words.briefly(result))
    panel.show_scene(replace(shown, result=result))
    said = []
    for height in range(600, 200, -8):
        panel.set_room(240, height)
        said.append(next((words for words in both if words in texts(panel)), ""))
    assert list(dict.fromkeys(said)) == [*both, ""]  # ever shorter, and never longer again


def test_while_it_is_awaited_no_number_is_left(panel, scene, texts):
    panel.show_scene(scene())
    before = set(texts(panel))
    panel.show_scene(scene(answered=False))
    assert "–" in texts(panel)
    assert not [said for said in before & set(texts(panel)) if "−" in said]
    assert "0." not in rows(panel)
    assert panel.findChild(Histogram).mark_x() is None


def test_the_sum_so_far_while_walking(panel, scene, texts):
    shown = scene(cursor=100, hide_future=True)
    panel.show_scene(shown)
    assert {"Score so far", "of 100 pixels"} <= set(texts(panel))
    assert text.nats(float(shown.result.running[100])) in texts(panel)
    assert text.nats(-float(shown.result.surprises[99])) in rows(panel)
    assert "684 pixels" in rows(panel)
    assert not panel.findChild(Histogram).isVisible()


def test_before_the_first_pixel_there_is_no_term(panel, scene, texts):
    panel.show_scene(scene(cursor=0, hide_future=True))
    assert "0.00" in texts(panel)
    assert "of 0 pixels" in texts(panel)


def test_what_if(panel, scene, texts, qtbot):
    shown = scene(flip=PIXEL)
    panel.show_scene(shown)
    assert f"What if pixel {PIXEL + 1} were paper?" in texts(panel)
    assert words.signed(float(shown.comparison.gained.sum())) in texts(panel)
    for name, value in words.what_if(shown.comparison):
        assert name in rows(panel)
        assert value in rows(panel)
    with qtbot.waitSignal(panel.flip_ended):
        press(panel, "End comparison")


@pytest.mark.parametrize(("start", "title"), [(407, "Completions"), (0, "Eight samples")])
def test_completions(panel, scene, texts, qtbot, start, title):
    panel.show_scene(scene(sample_from=start, sampled=784, seed=7))
    assert title in texts(panel)
    assert any(said.endswith("seed 7") for said in texts(panel))
    assert not panel.findChild(Histogram).isVisible()
    grid = panel.findChild(SampleGrid)
    with qtbot.waitSignal(panel.sample_chosen) as signal:
        QTest.mouseClick(grid, LEFT, pos=grid.cell(3).center())
    assert signal.args == [3]
    with qtbot.waitSignal(panel.sample_pressed):
        press(panel, "Sample again")
    with qtbot.waitSignal(panel.samples_closed):
        press(panel, "Close")
    panel.show_scene(scene())
    assert not grid.isVisible()
    assert panel.findChild(Histogram).isVisible()


def test_without_samples_yet_nothing_can_be_taken(panel, scene, qtbot):
    panel.show_scene(scene(sample_from=407))
    grid = panel.findChild(SampleGrid)
    with qtbot.assertNotEmitted(panel.sample_chosen):
        QTest.mouseClick(grid, LEFT, pos=grid.rect().center())


@pytest.mark.parametrize(("temperature", "said"), [(1.0, False), (0.7, True), (1.05, True)])
def test_another_temperature_is_said_to_be_no_model(panel, scene, texts, temperature, said):
    panel.show_scene(scene(sample_from=0, temperature=temperature, sampled=784))
    assert any("no longer the model" in words for words in texts(panel)) is said


def test_that_a_simple_picture_scores_high_is_said_where_it_matters(panel, scene, texts, qtbot):
    panel.show_scene(scene(drawing=Drawing.of(np.eye(28))))
    assert not any("blank page" in said for said in texts(panel))
    panel.show_scene(scene(drawing=Drawing.blank()))
    start = "A blank page scores −55.00, above every test digit"
    qtbot.waitUntil(lambda: any(said.startswith(start) for said in texts(panel)))


def test_a_checkpoint_without_calibration_has_no_histogram_to_mark(panel, scene, texts):
    shown = scene()
    panel.show_scene(replace(shown, result=replace(shown.result, reference=None)))
    assert "–" in rows(panel)
    assert panel.findChild(Histogram).mark_x() is None


def test_the_number_is_read_out_with_its_unit(panel, scene):
    shown = scene()
    panel.show_scene(shown)
    number = text.nats(shown.result.log_prob)
    (hero,) = [child for child in panel.children() if getattr(child, "text", str)() == number]
    assert hero.accessibleName() == f"Density score: {number} nats"


def test_a_note_is_hidden_without_words_and_follows_the_theme(show, qapp):
    note = show(Note(), 220, 60)
    note.set_text("")
    assert not note.isVisible()
    note.set_text("A blank page scores high.")
    assert note.isVisible()
    light = note.grab().toImage()
    theme.apply(qapp, theme.Theme("dark"))
    dark = note.grab().toImage()
    note.set_text("A blank page scores high.")
    assert note.grab().toImage() == dark != light


def test_the_histogram_leaves_where_a_note_needs_its_room(panel, scene):
    histogram, note = panel.findChild(Histogram), panel.findChild(Note)
    panel.show_scene(scene(drawing=Drawing.blank()))
    below = 120  # what stands above: label, number and rows
    needed = below + 94 + 6 + panel._among._caption.heightForWidth(240) + 6 + note.heightForWidth(240)
    for room, shown in [(needed - 1, False), (needed, True)]:
        panel.set_room(240, room)
        assert histogram.isVisible() == shown
        assert note.isVisible()
