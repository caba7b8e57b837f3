"""q dragged beside the posterior, or a word of why there is none."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from genplay.families.vae import Gauss, Pictures
from genplay.ui.tabs.vae.posterior_panel import PosteriorPanel

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(show):
    return show(PosteriorPanel(), 216, 380)


def press(panel, words):
    button = next(one for one in panel.findChildren(QAbstractButton) if one.text() == words)
    QTest.mouseClick(button, LEFT)


def test_q_is_where_it_is_set_and_else_the_encoder_s(panel, scene):
    panel.show_scene(scene())
    assert panel.map.q() == pytest.approx((-0.637, 0.278, 0.023, 0.019))
    panel.show_scene(scene(q=Gauss((0.1, 0.2), (0.3, 0.4))))
    assert panel.map.q() == pytest.approx((0.1, 0.2, 0.3, 0.4))


def test_a_class_reads_the_names_on_the_map(panel):
    panel.set_projector(True)
    assert not panel._legend.isVisible()
    panel.set_projector(False)
    assert panel._legend.isVisible()


def test_the_magnification_is_that_of_the_posterior_s_picture(panel, scene, texts):
    panel.show_scene(scene())  # its picture is 2 latents wide
    assert "3 ×" in texts(panel)


def test_the_bar_below_says_what_the_darkest_shade_is(panel, scene, answers):
    panel.show_scene(scene())
    highest = float(answers.sandwiched().posterior.density.max())
    assert panel._shades.accessibleName() == f"Legend: from p(z | x): 0 to {highest:.2f}"
    panel.show_scene(scene(answered=False))
    assert panel._shades.accessibleName() == "Legend: from p(z | x): 0 to –"
    panel.show_scene(scene(model="vae"))
    assert not panel._shades.isVisible()


def test_in_less_room_the_posterior_stays_large_and_what_is_below_it_leaves(panel, scene, qtbot):
    panel.show_scene(scene())
    seen = []
    for high in (380, 300, 230):
        panel.resize(216, high)
        qtbot.waitUntil(lambda: panel.map.height() >= 0.75 * 216)
        seen.append((panel._legend.isVisible(), panel._improve.isVisible(), panel._shades.isVisible()))
    assert seen == [(True, True, True), (False, True, True), (False, False, True)]


def test_many_latents_have_no_posterior_and_that_is_said(panel, scene, texts):
    panel.show_scene(scene(model="vae"))
    assert not panel.map.isVisible()
    assert any("50 latents cannot be integrated" in words for words in texts(panel))
    panel.show_scene(scene())
    assert panel.map.isVisible()


def test_in_its_place_there_are_pictures_drawn_from_the_prior(panel, scene, qtbot, texts):
    codes = np.random.default_rng(0).normal(0, 1, (12, 50))
    means = np.random.default_rng(1).random((12, 784), np.float32)
    made = scene(model="vae", prior=Pictures("vae", codes, means, (means > 0.5).astype(np.uint8)))
    panel.show_scene(made)
    assert "Drawn from the prior" in texts(panel)
    means_shown = panel.drawn.grab().toImage()
    with qtbot.waitSignal(panel.code_chosen) as signal:
        QTest.mouseClick(panel.drawn, LEFT, pos=panel.drawn.cell(5).center())
    assert signal.args == [tuple(codes[5].tolist())]
    panel.show_scene(replace(made, state=replace(made.state, decoded="sample")))
    assert panel.drawn.grab().toImage() != means_shown


def test_the_acts_on_q(panel, scene, qtbot):
    panel.show_scene(scene(q=Gauss((0.1, 0.2), (0.3, 0.4))))
    for words, signal in (("Improve q", panel.improve_pressed), ("Encoder’s q", panel.encoder_pressed)):
        with qtbot.waitSignal(signal):
            press(panel, words)
    panel.show_scene(scene())
    encoder = next(one for one in panel.findChildren(QAbstractButton) if one.text() == "Encoder’s q")
    assert not encoder.isEnabled()  # it is the encoder's


def test_a_class_is_filtered_by_its_entry(panel, scene, qtbot):
    panel.show_scene(scene())
    with qtbot.waitSignal(panel.classes_changed) as signal:
        QTest.mouseClick(panel._legend.entry(3), LEFT)
    assert signal.args == [tuple(k for k in range(10) if k != 3)]


def test_a_drag_tells_q(panel, scene, qtbot):
    panel.show_scene(scene())
    with qtbot.waitSignal(panel.dragged) as signal:
        panel.map.setFocus()
        QTest.keyClick(panel.map, Qt.Key.Key_Right)
    mu1, mu2, sigma1, sigma2 = signal.args
    assert mu1 > -0.637
    assert (mu2, sigma1, sigma2) == pytest.approx((0.278, 0.023, 0.019))
