"""From gesture to view and back, by the true pipeline with networks of few units, one answer at a time."""

from dataclasses import dataclass, field, replace

import numpy as np
import pytest
import torch
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from genplay.engine.answer import Engine, Models
from genplay.engine.worker import Failure, Reply
from genplay.errors import UserError
from genplay.families.base import Drawing
from genplay.families.vae import FAMILY, LATENTS, STEPS, Gauss, Points, VaeState
from genplay.models import vae
from genplay.pipelines import CPU
from genplay.ui.stage import Stage
from genplay.ui.tabs.vae import commands as table
from genplay.ui.tabs.vae.tab import VaeTab

LEFT = Qt.MouseButton.LeftButton
CROSS = Drawing.of(np.eye(28) + np.eye(28)[::-1])


@dataclass(frozen=True)
class Loaded:
    network: object
    architecture: str = "vae"
    measured: None = None
    calibration: dict = field(default_factory=dict)


def made(name):
    torch.manual_seed(5)
    network = vae.build(vae.Config(latent=LATENTS[name], hidden=10, layers=2)).eval()
    with torch.no_grad():
        for parameter in network.decoder.parameters():
            parameter.add_(0.15 * torch.randn_like(parameter))
        network.encoder.out.bias[LATENTS[name] :] -= 2.0
    return Loaded(network)


MADE = {name: made(name) for name in LATENTS}
SLOW = ("bound", "cloud")  # answered when a test asks for it


class Desk:
    """A worker that answers when it is told to, newest first."""

    def __init__(self):
        self.engine = Engine(Models(MADE.__getitem__))
        self.waiting, self.tickets, self.asked = {}, 0, []

    def submit(self, slot, request):
        self.tickets += 1
        self.waiting[slot] = (self.tickets, request)
        self.asked.append((slot.removeprefix("vae/"), request))
        return self.tickets

    def cancel(self, slot):
        self.waiting.pop(slot, None)


@pytest.fixture
def stage(show):
    desk = Desk()
    tab = show(VaeTab(), 1116, 668)
    made = Stage(FAMILY, tab, desk, VaeState(drawing=CROSS))
    made.desk = desk
    made.wake()
    answer(made)
    yield made
    tab.stop()


def answer(stage, *slow):
    """Answer what is asked; of what takes long, only the slots that are named."""
    desk = stage.desk
    while ready := [slot for slot in desk.waiting if slot.removeprefix("vae/") not in set(SLOW) - set(slow)]:
        slot = ready[0]
        ticket, request = desk.waiting.pop(slot)
        failure = None
        try:
            for step in desk.engine.answer(request):
                stage.receive(Reply(ticket, slot, step, 0.001))
        except UserError as error:
            failure = Failure.of(error)
        stage.receive(Reply(ticket, slot, None, 0.0, failure, ended=True))


def state(stage):
    return stage.state


def press(stage, words):
    buttons = stage.tab.findChildren(QAbstractButton)
    found = [one for one in buttons if words in (one.text(), one.accessibleName()) and one.isVisible()]
    QTest.mouseClick(found[0], LEFT)
    answer(stage)


def test_a_drawing_is_encoded_decoded_and_its_evidence_adds_up(stage):
    scene = stage.tab.scene
    shown = scene.sandwiched.ledger.shown()
    assert shown.reconstruction - shown.kl_prior == pytest.approx(shown.elbo, abs=1e-9)
    assert shown.elbo + shown.kl_posterior == pytest.approx(shown.log_prob, abs=1e-9)
    assert scene.decoded.z == pytest.approx(scene.encoded.q.mu)
    assert scene.q == scene.encoded.q
    assert stage.tab.device() == CPU


def test_a_slider_moves_the_code_and_one_undo_takes_the_drag_back(stage):
    before = stage.tab.scene.decoded
    for value in (0.1, 0.5, 0.9):
        stage.tab.view.latents.moved.emit(1, value)
        answer(stage)
    stage.tab.view.latents.settled.emit()
    assert state(stage).z == pytest.approx((before.z[0], 0.9))
    assert stage.tab.scene.decoded.z == pytest.approx(state(stage).z)
    stage.undo()
    answer(stage)
    assert state(stage).z is None
    assert stage.tab.scene.decoded.mean == pytest.approx(before.mean)


def test_a_dragged_q_opens_the_gap_and_the_encoder_s_closes_it(stage):
    closed = stage.tab.scene.sandwiched.ledger
    stage.tab.view.posterior.map.dragged.emit(2.0, -2.0, 0.5, 0.5)
    answer(stage)
    opened = stage.tab.scene.sandwiched.ledger
    assert state(stage).q == Gauss((2.0, -2.0), (0.5, 0.5))
    assert opened.kl_posterior > closed.kl_posterior + 1
    assert opened.log_prob == pytest.approx(closed.log_prob, abs=1e-3)
    press(stage, "Encoder’s q")
    assert (state(stage).q, state(stage).step) == (None, None)
    assert stage.tab.scene.sandwiched.ledger.kl_posterior == pytest.approx(closed.kl_posterior, abs=1e-3)


def test_improving_q_climbs(stage):
    stage.tab.view.posterior.map.dragged.emit(1.5, -1.5, 0.5, 0.5)
    answer(stage)
    worse = stage.tab.scene.sandwiched.ledger.elbo
    press(stage, "Improve q")
    assert stage.tab.moves.player.playing
    stage.tab.moves.player.stepped.emit(-1)
    answer(stage)
    assert state(stage).step == STEPS
    assert not stage.tab.moves.player.playing
    assert stage.tab.scene.sandwiched.ledger.elbo > worse
    assert stage.tab.scene.climb.elbos[-1] >= stage.tab.scene.climb.elbos[0]


def test_a_click_drops_a_pin_and_the_walk_goes_from_the_first_to_the_second(stage):
    stage.tab.view.map.clicked.emit((1.0, 0.0))
    stage.tab.view.map.clicked.emit((0.0, 1.0))
    answer(stage)
    assert state(stage).pins == ((1.0, 0.0), (0.0, 1.0))
    assert state(stage).z == (0.0, 1.0)
    press(stage, "Walk between pins")
    stage.tab.moves.to_end()
    answer(stage)
    assert stage.tab.scene.decoded.z.tolist() == [0.0, 1.0]
    stage.tab.view.map.pin_removed.emit(0)
    assert state(stage).pins == ((0.0, 1.0),)
    assert state(stage).walk is None


def test_hovering_decodes_what_is_under_the_pointer(stage):
    code = stage.tab.scene.decoded
    stage.tab.view.map.pointed.emit((0.25, -0.5))
    answer(stage)
    assert stage.tab.scene.shown.z.tolist() == [0.25, -0.5]
    stage.tab.view.map.pointed.emit(None)
    assert stage.tab.scene.shown is code


def test_the_bound_rises_to_what_the_quadrature_found(stage):
    answer(stage, "bound")
    bounds, ledger = stage.tab.scene.bounds, stage.tab.scene.sandwiched.ledger
    assert bounds.done == bounds.total
    assert (np.diff(bounds.means) >= -1e-9).all()
    assert bounds.log_prob == pytest.approx(ledger.log_prob, abs=0.05)


def test_the_test_pictures_come_to_the_map(stage):
    answer(stage, "cloud")
    points = stage.tab.scene.points
    assert isinstance(points, Points)
    assert len(points.mu) == points.total == 10_000


def test_many_latents_have_bounds_and_their_own_plane(stage):
    press(stage, "VAE 50-D")
    assert (state(stage).model, state(stage).view) == ("vae", "pca")
    scene = stage.tab.scene
    assert scene.sandwiched is None
    assert scene.estimated is not None
    stage.tab.view.below.dimensions.axis_picked.emit(7)
    assert (state(stage).view, state(stage).axes) == ("axes", (1, 7))


def test_what_stands_below_is_chosen_by_hand_and_answered_then(stage):
    stage.desk.asked.clear()
    press(stage, "Dimensions")
    assert state(stage).lower == "dimensions"
    assert stage.desk.asked == []
    press(stage, "Neighbours")
    assert [slot for slot, _ in stage.desk.asked] == ["neighbours"]
    assert stage.tab.scene.nearest is not None
    nearest = stage.tab.scene.nearest.pixel[0]
    stage.tab.view.below.neighbours.chosen.emit(nearest.drawing)
    assert state(stage).drawing == nearest.drawing


def test_a_probe_that_did_not_come_is_said(stage):
    said = []
    stage.tab.said.connect(lambda kind, words: said.append((kind, words)))
    press(stage, "Probe")
    assert said == [("error", "vae_2d came without a linear probe.")]


def test_where_it_was_computed_is_said_once_it_is_known(qtbot):
    tab = VaeTab()
    qtbot.addWidget(tab)
    assert not tab.device()
    tab.show_failure("encode", Failure("It is not there.", {}, "", expected=True))
    assert tab.device() == "No answer yet"


def test_training_live_is_a_page_of_its_own(stage):
    press(stage, "Train live")
    assert state(stage).page == "train"
    assert not stage.tab.view.isVisible()
    assert stage.tab.live.view.isVisible()
    stage.tab.live.running.step_on()
    answer(stage)
    assert state(stage).live.step == 1
    assert stage.tab.device() == CPU
    press(stage, "VAE 2-D")
    assert state(stage).page == "explore"
    assert stage.tab.view.isVisible()


def test_every_command_has_an_id_of_this_tab_and_a_text(stage):
    commands = table.commands(stage.tab)
    assert len({command.id for command in commands}) == len(commands)
    assert all(command.id.startswith("vae.") and command.text for command in commands)
    keys = [command.shortcut for command in commands if command.shortcut]
    assert len(set(keys)) == len(keys)
    assert set(table.ACTS) | set(table.EXPORT) <= {command.id for command in commands}


def test_what_is_shown_is_a_function_of_the_state(stage):
    before = state(stage)
    stage.edit(replace(before, decoded="sample", classes=(1, 2), pins=((1.0, 1.0),), map="both"))
    answer(stage)
    stage.undo()
    answer(stage)
    assert state(stage) == before
    assert stage.tab.view.map.map.pins() == ()
