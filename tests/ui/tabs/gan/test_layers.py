"""The legend: five buttons that tell what is shown and ask for what is to be."""

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from genplay.families.gan import SHOWN
from genplay.ui import theme
from genplay.ui.tabs.gan.layers import Layers
from tests.ui.tabs.gan.made import scene
from tests.ui.tabs.painted import has, inked, seen


@pytest.fixture
def layers(show):
    made = Layers()
    show(made, 372, 24)
    made.show_scene(scene())
    return made


@pytest.mark.parametrize("layer", SHOWN)
@pytest.mark.parametrize("by_key", [False, True])
def test_each_button_asks_for_its_layer_and_changes_nothing_itself(layers, qtbot, layer, by_key):
    button = layers.buttons[layer]
    with qtbot.waitSignal(layers.layer_toggled) as asked:
        QTest.keyClick(button, Qt.Key.Key_Space) if by_key else QTest.mouseClick(
            button, Qt.MouseButton.LeftButton
        )
    assert asked.args == [layer]
    assert button.isChecked()


@pytest.mark.parametrize("layer", SHOWN)
def test_what_is_hidden_is_pale_and_struck_out(layers, layer):
    button = layers.buttons[layer]
    clear, struck = seen(button), inked(button, "text3").any(1).sum()
    layers.show_scene(scene(layers=tuple(other for other in SHOWN if other != layer)))
    assert not button.isChecked()
    pale = seen(button)
    mark = slice(4, 16)
    assert pale[:, mark].min() > clear[:, mark].min() + 20
    middle = pale[10:16, 22:-6].min(-1) < 200
    assert middle.mean(1).max() > 0.9  # a line through the words
    assert (clear[10:16, 22:-6].min(-1) < 200).mean(1).max() < 0.9
    assert struck
    assert all(layers.buttons[other].isChecked() for other in SHOWN if other != layer)


def test_the_marks_have_the_colours_of_what_they_mark(layers):
    assert has(layers.buttons["real"], "blue")
    assert has(layers.buttons["fake"], "orange")
    assert has(layers.buttons["arrows"], "text")


def test_they_fill_the_row(layers):
    boxes = [layers.buttons[layer].geometry() for layer in SHOWN]
    assert all(first.right() < second.left() for first, second in itertools.pairwise(boxes))
    assert boxes[0].left() <= 0
    assert boxes[-1].right() >= 371
    gaps = [second.left() - first.right() for first, second in itertools.pairwise(boxes)]
    assert max(gaps) - min(gaps) <= 2


@pytest.mark.parametrize("width", [420, 372, 300, 250, 200, 130])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_whatever_the_room_no_button_covers_another(layers, qapp, width, scale):
    theme.apply(qapp, theme.Theme(scale=scale))
    layers.resize(round(width * scale), layers.sizeHint().height())
    boxes = [layers.buttons[layer].geometry() for layer in SHOWN]
    assert all(first.right() < second.left() for first, second in itertools.pairwise(boxes))
    assert boxes[-1].right() <= layers.width() + theme.current().px(4)
    for button in layers.buttons.values():
        assert button.width() >= button.sizeHint().width()


def test_for_want_of_room_words_are_short_and_then_gone(layers):
    said = []
    for width in (372, 270, 130):
        layers.resize(width, 24)
        said.append([button.text() for button in layers.buttons.values()])
    assert said[0] == ["Real", "Fake", "D surface", "G grid", "Gradients"]
    assert said[1] == ["Real", "Fake", "D", "G", "Grad."]
    assert said[2] == [""] * 5
    assert layers.buttons["surface"].accessibleName() == "D surface"


def test_a_critic_has_a_surface_of_its_own(layers):
    layers.show_scene(scene(loss="wasserstein"))
    assert layers.buttons["surface"].text() == "f surface"
    assert layers.buttons["surface"].toolTip()


def test_the_focus_is_to_be_seen(layers, qtbot):
    button = layers.buttons["fake"]
    assert not has(button, "accent")
    layers.activateWindow()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)
    assert inked(button, "accent", 0.9).any()
