from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel

from genplay.families.foundations import MODELS
from genplay.ui import text, theme
from genplay.ui.tabs.foundations.models_panel import ModelsPanel
from genplay.ui.widgets.mini import MiniRow
from genplay.ui.widgets.share_bar import ShareBar


@pytest.fixture
def panel(show):
    return show(ModelsPanel(), 252, 460)


def probability(name, picture, data, reach=4):
    """A model's probability of pictures (rows of pixels), fitted to the patches by counting alone."""
    if name == "table":
        return (data[None] == picture[:, None]).all(2).mean(1)
    back = {"independent": 0, "markov": 1, "arn": reach}[name]
    total = np.ones(len(picture))
    for pixel in range(data.shape[1]):
        seen = slice(max(pixel - back, 0), pixel)
        agree = (data[None, :, seen] == picture[:, None, seen]).all(2)
        both = agree & (data[None, :, pixel] == picture[:, None, pixel])
        total *= both.sum(1) / agree.sum(1)
    return total


def blocks(panel):
    """What each block says: its words, the share of its bar, and its samples."""
    found = []
    for block in panel._blocks:
        words = [label.text() for label in block.findChildren(QLabel) if label.text()]
        samples = block.findChild(MiniRow).accessibleDescription()
        found.append((words, block.findChild(ShareBar)._share, samples))
    return found


def tooltips(panel):
    labels = [label for block in panel._blocks for label in block.findChildren(QLabel)]
    return [label.toolTip() for label in labels if label.toolTip()]


@pytest.mark.parametrize("reach", [1, 4, 8])
def test_each_model_s_probability_is_that_of_direct_counting(panel, scene, data, reach):
    made = scene(reach=reach)
    panel.show_scene(made)
    picture = made.state.drawing.flat()[None]
    for name, (words, _, _) in zip(MODELS, blocks(panel), strict=True):
        assert text.share(float(probability(name, picture, data, reach)[0])) in words


def test_the_cost_of_independence_is_its_divergence_from_the_data(panel, scene, data):
    made = scene()
    panel.show_scene(made)
    seen, counts = np.unique(data, axis=0, return_counts=True)
    p = counts / counts.sum()
    independent = np.prod(np.where(seen == 1, data.mean(0), 1 - data.mean(0)), axis=1)
    expected = (p * np.log2(p / independent)).sum()
    assert made.fitted.model("independent").kl == pytest.approx(expected, rel=1e-9)
    said = dict(zip(MODELS, blocks(panel), strict=True))
    assert f"{expected:.2f} bits" in said["independent"][0]
    assert "0 bits" in said["table"][0]


def test_the_bars_compare_costs_with_the_dearest(panel, scene):
    made = scene()
    panel.show_scene(made)
    costs = [fit.kl for fit in made.fitted.models]
    shares = [share for _, share, _ in blocks(panel)]
    assert shares == pytest.approx([cost / max(costs) for cost in costs])
    assert (min(shares), max(shares)) == (0, 1)


@pytest.mark.parametrize(("reach", "numbers"), [(1, 23), (4, 143), (8, 1279)])
def test_every_model_says_how_many_numbers_it_has(panel, scene, reach, numbers):
    panel.show_scene(scene(answered=False, reach=reach))
    assert numbers == sum(2 ** min(i, reach) for i in range(12))
    words = {name: said for name, (said, _, _) in zip(MODELS, blocks(panel), strict=True)}
    assert "4,095 numbers" in words["table"]
    assert {f"AR-{reach}", f"{numbers:,} numbers"} <= set(words["arn"])
    assert "23 numbers" in words["markov"]
    assert "12 numbers" in words["independent"]


def test_a_picture_that_never_occurred_has_probability_0_in_the_table_alone(panel, scene, data, checkerboard):
    made = scene(drawing=checkerboard(3, 4), cursor=0)
    panel.show_scene(made)
    assert not (data == made.state.drawing.flat()).all(1).any()
    words = {name: said for name, (said, _, _) in zip(MODELS, blocks(panel), strict=True)}
    assert "0" in words["table"]
    assert "0" not in words["independent"]
    assert "= 0 / 60,000 patches: never seen" in words["table"]
    assert panel._note.text().startswith("None of the 60,000 patches is this picture")


def test_the_samples_are_the_model_s_own_and_follow_the_seed(panel, scene):
    panel.show_scene(scene())
    first = [samples for _, _, samples in blocks(panel)]
    assert all(len(samples.split("; ")) == 8 for samples in first)
    assert len(set(first)) == 4
    panel.show_scene(scene(seed=1))
    assert all(now != before for now, before in zip([s for _, _, s in blocks(panel)], first, strict=True))
    panel.show_scene(scene(seed=0))
    assert [samples for _, _, samples in blocks(panel)] == first


def test_what_the_table_draws_has_been_seen(panel, scene, data):
    panel.show_scene(scene())
    known = {tuple(row) for row in data.tolist()}
    table = dict(zip(MODELS, blocks(panel), strict=True))["table"][2]
    drawn = [tuple(int(c) for c in picture.split() if c != "/") for picture in table.split("; ")]
    assert all(picture in known for picture in drawn)


def test_the_samples_leave_their_room_to_others(panel, scene):
    panel.show_scene(scene())
    rows = panel.findChildren(MiniRow)
    panel.set_samples_shown(False)
    assert not any(row.isVisible() for row in rows)
    panel.set_samples_shown(True)
    assert all(row.isVisible() for row in rows)


def test_the_samples_are_named_by_their_model(panel, scene):
    panel.show_scene(scene(reach=3))
    names = [row.accessibleName() for row in panel.findChildren(MiniRow)]
    assert len(set(names)) == 4
    assert "Samples of AR-3" in names


def test_while_they_are_awaited_no_number_is_left(panel, scene):
    panel.show_scene(scene())
    panel.show_scene(scene(answered=False))
    for words, share, samples in blocks(panel):
        assert words.count("–") == 2
        assert not [said for said in words if "bits" in said]
        assert (share, samples) == (None, "")
    assert tooltips(panel) == []


def test_equal_costs_of_nothing_are_empty_bars_and_no_error(panel, scene):
    made = scene()
    free = tuple(replace(fit, kl=0.0) for fit in made.fitted.models)
    panel.show_scene(replace(made, fitted=replace(made.fitted, models=free)))
    assert [share for _, share, _ in blocks(panel)] == [0.0] * 4


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("size", [(2, 2), (4, 5)])
def test_nothing_is_cut(panel, scene, checkerboard, qapp, qtbot, scale, size):
    theme.apply(qapp, theme.Theme(scale=scale))
    panel.resize(round(252 * scale), round(460 * scale))
    panel.show_scene(scene(drawing=checkerboard(*size), cursor=0, a=0, b=1, given=(), reach=8))

    def cut():
        labels = [one for one in panel.findChildren(QLabel) if one.isVisible() and not one.wordWrap()]
        return [label.text() for label in labels if label.width() + 1 < label.sizeHint().width()]

    qtbot.waitUntil(lambda: cut() == [])
    assert panel.minimumSizeHint().width() <= panel.width()
    panel.set_room(formulas=True, cost=True, notes=False)
    qtbot.waitUntil(lambda: panel.minimumSizeHint().height() <= panel.height())


@pytest.mark.parametrize("name", ["dark", "contrast"])
def test_it_follows_the_theme(panel, scene, qapp, name):
    panel.show_scene(scene())
    light = panel.grab().toImage()
    theme.apply(qapp, theme.Theme(name))
    assert panel.grab().toImage() != light
