"""What is done with the sliders becomes a code, and each gesture is one step of undo."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from genplay.families.base import Drawing
from genplay.families.vae import Decoded, Encoded, Gauss, VaeState
from genplay.ui.tabs.vae.latents import SEEDS, Latents
from genplay.ui.tabs.vae.latents_panel import LatentsPanel
from genplay.ui.tabs.vae.scene import Scene
from genplay.ui.widgets.latent_slider import LatentSlider
from genplay.ui.widgets.track import Track

LEFT = Qt.MouseButton.LeftButton
Q = Gauss((-0.5, 0.25), (0.1, 0.2))
BLANK = np.zeros(784, np.float32)


def answered(state):
    """Return the scene of a state, answered as far as a slider knows."""
    decoded = Decoded("vae_2d", np.array(state.code or Q.mu), BLANK, BLANK, None if state.code else Q)
    return Scene(state, decoded=decoded, encoded=Encoded("vae_2d", Drawing.blank(), Q, np.zeros(2), BLANK))


@pytest.fixture
def desk(make_desk):
    return make_desk(VaeState())


@pytest.fixture
def panel(desk, show):
    """The panel that the latents listen to; it shows the desk's state."""
    made = LatentsPanel()

    def appear(state):
        desk.scene = answered(state)
        made.show_scene(desk.scene)

    desk.latents = Latents(desk, made)
    desk.views.append(appear)
    desk.begin()
    return show(made, 238, 75)


@pytest.fixture
def latents(desk, panel):
    return desk.latents


def drag(panel, dim, *shares):
    track = panel.findChildren(LatentSlider)[dim].findChild(Track)
    points = [QPoint(round(share * track.width()), track.height() // 2) for share in shares]
    QTest.mousePress(track, LEFT, pos=points[0])
    for point in points[1:]:
        QTest.mouseMove(track, point)
    QTest.mouseRelease(track, LEFT, pos=points[-1])


# -- sliders -----------------------------------------------------------------------------------------------


def test_a_moved_slider_is_a_code_whose_other_dimensions_stay(desk, panel):
    drag(panel, 0, 0.9)
    z = desk.state.z
    assert z[0] > 2
    assert z[1] == Q.mu[1]
    drag(panel, 1, 0.1)
    assert desk.state.z[0] == z[0]
    assert desk.state.z[1] < -2


def test_a_drag_is_one_step_and_the_next_drag_another(desk, panel):
    seen = []
    desk.views.append(lambda state: seen.append(state.z))
    drag(panel, 0, 0.6, 0.7, 0.8, 0.9)
    assert len(set(seen)) > 2
    first = desk.state.z
    drag(panel, 0, 0.2, 0.1)
    assert desk.undo().z == first
    assert desk.undo().z is None
    assert not desk.history.can_undo


def test_a_slider_leads_away_from_a_walk(desk, panel):
    desk.begin(pins=((1.0, 1.0), (3.0, 3.0)), walk=0.5)
    QTest.keyClick(panel.findChildren(LatentSlider)[0].findChild(Track), Qt.Key.Key_Right)
    assert (desk.state.z, desk.state.walk) == ((pytest.approx(2.05), 2.0), None)


def test_without_a_code_there_is_nothing_to_change(desk, panel, latents):
    desk.scene = Scene(desk.state)
    panel.moved.emit(0, 1.0)
    latents.reset()
    latents.randomise()
    assert not desk.history.can_undo


# -- locks -------------------------------------------------------------------------------------------------


def test_locks_are_part_of_the_state(desk, panel, button):
    for name in ("Lock z₂", "Lock z₁"):
        QTest.mouseClick(button(panel, name), LEFT)
    assert desk.state.locked == (0, 1)
    QTest.mouseClick(button(panel, "Lock z₂"), LEFT)
    assert desk.state.locked == (0,)
    assert desk.undo().locked == (0, 1)


# -- drawn at random ---------------------------------------------------------------------------------------


def test_a_random_code_comes_of_the_next_seed(desk, panel, latents):
    desk.begin(seed=10)
    panel.randomised.emit()
    assert desk.state.seed == 11
    assert desk.state.z == VaeState().drawn(11, Q.mu).z
    first = desk.state.z
    panel.randomised.emit()
    assert desk.state.z != first
    assert (desk.undo().z, desk.state.seed) == (first, 11)


def test_what_is_locked_stays_when_a_code_is_drawn(desk, latents):
    desk.begin(z=(1.5, -1.5), locked=(1,))
    latents.randomise()
    assert desk.state.z[0] != 1.5
    assert desk.state.z[1] == -1.5


def test_a_seed_redraws_the_code_that_a_seed_drew(desk, latents):
    latents.randomise()
    first, seed = desk.state.z, desk.state.seed
    latents.choose_seed(seed + 5)
    assert desk.state.z == VaeState().drawn(seed + 5, Q.mu).z
    latents.choose_seed(seed)
    assert desk.state.z == first


@pytest.mark.parametrize("z", [None, (1.5, -1.5)])
def test_a_seed_leaves_alone_what_it_did_not_draw(desk, latents, z):
    desk.begin(z=z)
    latents.choose_seed(9)
    assert (desk.state.seed, desk.state.z) == (9, z)


def test_after_the_last_seed_comes_the_first(desk, latents):
    desk.begin(seed=SEEDS - 1, eps=SEEDS - 1)
    latents.randomise()
    latents.draw_noise()
    assert (desk.state.seed, desk.state.eps) == (0, 0)


# -- noise, and back ---------------------------------------------------------------------------------------


def test_noise_is_drawn_again_by_the_next_seed_and_the_code_follows_q(desk, panel):
    desk.begin(z=(1.5, -1.5))
    panel.eps_pressed.emit()
    assert (desk.state.eps, desk.state.z) == (0, None)
    panel.eps_pressed.emit()
    assert desk.state.eps == 1
    assert desk.undo().eps == 0
    assert (desk.undo().eps, desk.state.z) == (None, (1.5, -1.5))


def test_what_is_locked_stays_when_noise_is_drawn(desk, latents):
    desk.begin(z=(1.5, -1.5), locked=(1,))
    codes = []
    for _ in range(50):
        latents.draw_noise()
        codes.append(desk.state.z)
    first, second = np.array(codes).T
    assert set(second) == {-1.5}
    assert first.mean() == pytest.approx(Q.mu[0], abs=3 * Q.sigma[0] / 50**0.5)
    assert first.std() == pytest.approx(Q.sigma[0], rel=0.4)


def test_reset_lets_the_code_follow_q_without_noise(desk, panel, button):
    desk.begin(z=(1.5, -1.5), eps=3)
    QTest.mouseClick(button(panel, "Reset"), LEFT)
    assert (desk.state.z, desk.state.eps) == (None, None)
    assert (desk.undo().z, desk.state.eps) == ((1.5, -1.5), 3)


def test_reset_keeps_what_is_locked(desk, latents):
    desk.begin(z=(1.5, -1.5), locked=(0,))
    latents.reset()
    assert desk.state.z == (1.5, 0.0)


def test_all_sliders_are_a_way_of_looking_and_no_step(desk, panel):
    panel.every_toggled.emit(True)
    assert desk.state.every
    assert not desk.history.can_undo
