"""The panels that want the whole width."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from genplay.ui.tabs.dcgan.below import Below
from tests.ui.tabs.dcgan import made

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def below(show):
    return show(Below(made.ITEMS, made.AVATARS), 1084, 210)


def test_layers_are_shown_as_they_come(below):
    below.show_scene(made.scene(answered=False, lower="layers", waiting=frozenset({"layers"})))
    assert below.layers.isVisible()
    assert not below.critic.isVisible()
    assert below.layers.picture.accessibleDescription() == "Loading Fashion-MNIST"
    below.show_scene(made.scene(lower="layers"))
    assert below.layers.picture.accessibleDescription() == ""
    assert len([mosaic for mosaic in below.layers.mosaics if mosaic.isVisible()]) == 3


def test_a_verdict_is_shown_and_blanked_while_it_is_late(below, texts):
    below.show_scene(made.scene(lower="discriminator"))
    assert below.critic.isVisible()
    assert any("0.622" in said for said in texts(below))
    below.show_scene(made.scene(lower="discriminator", waiting=frozenset({"verdict"})))
    assert not any("0.622" in said for said in texts(below))


@pytest.mark.parametrize(
    ("lower", "slot", "words"),
    [("layers", "layers", "There are no maps"), ("discriminator", "verdict", "There is no verdict")],
)
def test_what_went_wrong_is_told_in_its_place(below, texts, lower, slot, words):
    below.show_scene(made.scene(answered=False, lower=lower, failures={slot: "It is gone."}))
    assert words in texts(below)
    below.show_scene(made.scene(lower=lower))
    assert words not in texts(below)


def test_the_sample_can_be_judged_once_it_is_there(below, qtbot, button):
    below.show_scene(made.scene(lower="discriminator", shown=None))
    assert not button(below, "Judge the sample").isEnabled()
    below.show_scene(made.scene(lower="discriminator"))
    with qtbot.waitSignal(below.critic.sample_pressed):
        QTest.mouseClick(button(below, "Judge the sample"), LEFT)
