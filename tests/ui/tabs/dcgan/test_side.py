"""The right column."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from genplay.ui.tabs.dcgan.side import Side
from tests.ui.tabs.dcgan import made

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def side(show):
    found = show(Side(made.ITEMS, made.AVATARS), 374, 480)
    found.show_scene(made.scene())
    return found


def piece(side, words):
    (found,) = [one for one in side.choice.findChildren(QPushButton) if one.text() == words]
    return found


def test_one_panel_is_seen(side):
    assert side.wall.isVisible()
    side.show_scene(made.scene(lower="arithmetic"))
    assert side.arithmetic.isVisible()
    assert not side.wall.isVisible()


def test_another_is_asked_for(side, qtbot):
    with qtbot.waitSignal(side.lower_chosen) as caught:
        QTest.mouseClick(piece(side, "Feature maps"), LEFT)
    assert caught.args == ["layers"]


def test_layers_are_shown_as_they_come(side):
    side.show_scene(made.scene(answered=False, lower="layers", waiting=frozenset({"layers"})))
    assert side.layers.isVisible()
    assert not side.critic.isVisible()
    assert side.layers.picture.accessibleDescription() == "Loading Fashion-MNIST"
    side.show_scene(made.scene(lower="layers"))
    assert side.layers.picture.accessibleDescription() == ""
    assert len([mosaic for mosaic in side.layers.mosaics if mosaic.isVisible()]) == 3


def test_a_verdict_is_shown_and_blanked_while_it_is_late(side, texts):
    side.show_scene(made.scene(lower="discriminator"))
    assert side.critic.isVisible()
    assert any("0.622" in said for said in texts(side))
    side.show_scene(made.scene(lower="discriminator", waiting=frozenset({"verdict"})))
    assert not any("0.622" in said for said in texts(side))


@pytest.mark.parametrize(
    ("lower", "slot", "words"),
    [("layers", "layers", "There are no maps"), ("discriminator", "verdict", "There is no verdict")],
)
@pytest.mark.parametrize("colour", [False, True])
def test_what_went_wrong_is_told_in_its_place(side, texts, lower, slot, words, colour):
    side.show_scene(made.scene(answered=False, lower=lower, colour=colour, failures={slot: "It is gone."}))
    assert words in texts(side)
    side.show_scene(made.scene(lower=lower, colour=colour))
    assert words not in texts(side)


def test_the_sample_can_be_judged_once_it_is_there(side, qtbot, button):
    side.show_scene(made.scene(lower="discriminator", shown=None))
    assert not button(side, "Judge the sample").isEnabled()
    side.show_scene(made.scene(lower="discriminator"))
    with qtbot.waitSignal(side.critic.sample_pressed):
        QTest.mouseClick(button(side, "Judge the sample"), LEFT)


def test_where_there_is_less_room_the_names_are_shorter(side):
    wide = side.choice.sizeHint().width()
    side.set_terse(True)
    assert piece(side, "A − B + C")
    assert side.choice.sizeHint().width() < wide
