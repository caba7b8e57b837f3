"""The acts in a row: which is lit, what is said, and where a click leads."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from genplay.families.gan import ACTS
from genplay.ui import theme
from genplay.ui.tabs.gan.phase_strip import PhaseStrip
from tests.ui.tabs.gan.made_sides import scene, slow
from tests.ui.tabs.painted import has

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def strip(show):
    return show(PhaseStrip(), 1084, 32)


def lit(strip):
    return [key for key, button in strip.acts.items() if button.lit]


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
@pytest.mark.parametrize("phase", range(10))
def test_the_act_in_play_is_lit_in_the_colour_of_its_player(strip, qapp, look, phase):
    theme.apply(qapp, theme.Theme(look))
    strip.show_scene(slow(phase))
    player, act = "dg"[phase // 5], ACTS[phase % 5]
    assert lit(strip) == [(player, act)]
    assert has(strip.acts[player, act], {"d": "blue", "g": "orange"}[player])
    assert not has(strip.acts[{"d": "g", "g": "d"}[player], act], "blue")


def test_at_rest_no_act_is_lit_and_the_moves_are_counted(strip, texts):
    strip.show_scene(scene(step=8, d_steps=2))
    assert lit(strip) == []
    assert strip.caption.text().startswith("16 moves of D, 8 of G")


def test_of_several_moves_it_says_which(strip):
    for phase, words in ((0, "Discriminator 1/3"), (9, "Discriminator 2/3"), (16, "Discriminator")):
        strip.show_scene(slow(phase, d_steps=3))
        assert strip.names["d"].words() == words


def test_a_click_chooses_an_act_of_the_move_in_play(strip, qtbot):
    strip.show_scene(slow(7, d_steps=3))  # in the second move of D
    for key, place in ((("d", "loss"), 7), (("d", "sample"), 5), (("g", "update"), 19)):
        with qtbot.waitSignal(strip.phase_chosen) as signal:
            QTest.mouseClick(strip.acts[key], LEFT)
        assert signal.args == [place]


def test_while_it_plays_no_act_can_be_chosen(strip, qtbot):
    strip.show_scene(replace(scene(), playing=True))
    with qtbot.assertNotEmitted(strip.phase_chosen):
        QTest.mouseClick(strip.acts["d", "loss"], LEFT)
    strip.show_scene(scene())
    with qtbot.waitSignal(strip.phase_chosen):
        QTest.mouseClick(strip.acts["d", "loss"], LEFT)


def test_where_there_is_less_room_only_the_player_that_moves_is_shown(strip, qtbot):
    strip.show_scene(slow(6))
    strip.resize(700, 32)
    qtbot.waitUntil(lambda: not strip.acts["d", "loss"].isVisible())
    assert strip.acts["g", "loss"].isVisible()
    assert not strip.names["d"].isVisible()
    qtbot.waitUntil(lambda: strip.caption.width() > 200)


@pytest.mark.parametrize("loss", ["nonsaturating", "minimax", "leastsquares", "wasserstein"])
@pytest.mark.parametrize("phase", range(10))
def test_every_caption_fits_into_two_lines(strip, loss, phase):
    strip.show_scene(slow(phase, loss=loss))
    metrics = strip.caption.fontMetrics()
    room = strip.caption.rect()
    room.setHeight(1_000)
    needed = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), strip.caption.text())
    assert needed.height() <= 2 * metrics.lineSpacing() + 2, strip.caption.text()
