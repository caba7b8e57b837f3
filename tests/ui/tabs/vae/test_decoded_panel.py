"""What is decoded, of the code or under the pointer, and the drawing beside its own picture."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from genplay.ui.tabs.vae.decoded_panel import DecodedPanel


@pytest.fixture
def panel(show):
    return show(DecodedPanel(), 226, 380)


def ink(view):
    return None if view._values is None else view._values.ravel() / 255


def test_the_mean_is_the_probability_of_ink_and_a_sample_is_ink(panel, scene):
    made = scene()
    mean = np.linspace(0, 1, 784, dtype=np.float32)
    decoded = replace(made.decoded, mean=mean, sample=(mean > 0.5).astype(np.uint8))
    panel.show_scene(replace(made, decoded=decoded))
    assert ink(panel.picture) == pytest.approx(mean, abs=0.003)
    panel.show_scene(replace(made, decoded=decoded, state=replace(made.state, decoded="sample")))
    assert (ink(panel.picture) == decoded.sample).all()


def test_what_is_under_the_pointer_is_shown_and_said(panel, scene, texts):
    made = scene()
    pointed = replace(made.decoded, mean=np.ones(784, np.float32))
    panel.show_scene(replace(made, pointed=pointed))
    assert (ink(panel.picture) == 1).all()
    assert "under the pointer" in texts(panel)
    panel.show_scene(made)
    assert "under the pointer" not in texts(panel)
    assert ink(panel.picture) == pytest.approx(made.decoded.mean, abs=0.003)


@pytest.mark.parametrize("wide", [226, 460])
def test_the_title_gives_way_to_the_word_where_there_is_no_room(show, scene, qtbot, wide):
    panel, made = show(DecodedPanel(), wide, 380), scene()
    panel.show_scene(replace(made, pointed=made.decoded))
    assert panel.title.isVisible() == (wide > 300)
    for whole in (panel._where, panel._kinds):
        qtbot.waitUntil(lambda whole=whole: whole.width() >= whole.sizeHint().width())
    panel.show_scene(made)
    assert panel.title.isVisible()


def test_the_difference_is_the_drawing_less_its_picture(panel, scene):
    made = scene()
    panel.show_scene(made)
    drawing, mean, difference = (picture for picture, _ in panel._small.values())
    assert (ink(drawing) == made.state.drawing.flat()).all()
    assert ink(mean) == pytest.approx(made.encoded.mean, abs=0.003)
    assert 2 * ink(difference) - 1 == pytest.approx(made.encoded.difference, abs=0.005)


def test_what_is_awaited_is_paper(panel, scene):
    panel.show_scene(scene(answered=False))
    assert ink(panel.picture) is None
    assert ink(panel._small["difference"][0]) is None
    assert ink(panel._small["drawing"][0]) is not None


def test_mean_or_sample_is_chosen_by_hand(panel, scene, qtbot):
    panel.show_scene(scene())
    button = next(one for one in panel.findChildren(QAbstractButton) if one.text() == "Sample")
    with qtbot.waitSignal(panel.kind_chosen) as signal:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert signal.args == ["sample"]
