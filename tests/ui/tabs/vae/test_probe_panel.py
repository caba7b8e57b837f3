from dataclasses import replace

import numpy as np
import pytest

from genplay.ui import theme
from genplay.ui.tabs.vae.class_bars import ClassBars
from genplay.ui.tabs.vae.probe_panel import ProbePanel


@pytest.fixture
def panel(show):
    return show(ProbePanel(), 964, 100)


def told(panel):
    return [bars.accessibleDescription().split("; ") for bars in panel.findChildren(ClassBars)]


def test_the_bars_are_the_probe_s_probabilities_and_accuracies(panel, scene, answers):
    made = answers.probed()
    panel.show_scene(scene(probe=made))
    beliefs, right = told(panel)
    assert beliefs == [f"{k} {p:.3f}" for k, p in enumerate(made.probabilities)]
    assert right == [f"{k} {100 * share:.1f} %" for k, share in enumerate(made.per_class)]


def test_the_heads_say_the_likeliest_class_the_accuracy_and_the_worst(panel, scene, answers, texts):
    panel.show_scene(scene(probe=answers.probed()))
    assert texts(panel) == [
        "A linear probe on μ takes it for 5",
        "Accuracy 91.8 % on MNIST test",
        "worst: 8, 80.3 %",
    ]
    other = replace(answers.probed("vae_fashion"), probabilities=np.eye(10)[9])
    panel.show_scene(scene(model="vae_fashion", probe=other))
    assert "A linear probe on μ takes it for Ankle boot" in texts(panel)
    assert "Accuracy 91.8 % on Fashion test" in texts(panel)
    assert "worst: Bag, 80.3 %" in texts(panel)


def test_the_likeliest_and_the_worst_are_marked(panel, scene, answers):
    panel.show_scene(scene(probe=answers.probed()))
    marked = [[k for k, row in enumerate(bars._rows) if row.marked] for bars in panel.findChildren(ClassBars)]
    assert marked == [[5], [8]]


@pytest.mark.parametrize("model", ["vae_2d", "vae_fashion"])
def test_without_an_answer_there_are_dashes(panel, scene, answers, texts, model):
    panel.show_scene(scene(model=model, probe=answers.probed(model)))
    panel.show_scene(scene(model=model))
    for said in told(panel):
        assert len(said) == 10
        assert all(words.endswith(" –") for words in said)
    assert texts(panel) == ["A linear probe on μ takes it for –", "Accuracy –"]


def test_while_it_is_awaited_no_number_is_left(panel, scene, answers):
    panel.show_scene(scene(probe=answers.probed(), waiting=frozenset({"probe"})))
    assert all(words.endswith(" –") for said in told(panel) for words in said)


def test_what_went_wrong_is_said_until_it_goes_right(panel, scene, answers, texts):
    panel.show_scene(scene(failures={"probe": "There is no checkpoint."}))
    assert "There is no checkpoint." in texts(panel)
    panel.show_scene(scene(probe=answers.probed()))
    assert "There is no checkpoint." not in texts(panel)


@pytest.mark.parametrize("name", ["dark", "contrast"])
def test_it_follows_the_theme(panel, scene, answers, qapp, name):
    panel.show_scene(scene(probe=answers.probed()))
    light = panel.grab().toImage()
    theme.apply(qapp, theme.Theme(name))
    assert panel.grab().toImage() != light
