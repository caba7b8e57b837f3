"""From gesture to view and back, by the true pipeline with networks of few units, one answer at a time."""

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from genplay.engine.worker import Failure
from genplay.families.base import Drawing
from genplay.families.pictures import Imported
from genplay.families.vae import Gauss, Points
from genplay.pipelines import CPU
from genplay.ui.tabs.vae.blend_row import BlendRow
from genplay.ui.tabs.vae.motion import LEARNING
from genplay.ui.tabs.vae.tab import VaeTab
from genplay.ui.widgets.latent_slider import LatentSlider
from genplay.ui.widgets.slider import Slider
from genplay.ui.widgets.track import Track
from tests.ui.tabs.desk import LEFT, answer, press
from tests.ui.tabs.vae.staged import CROSS


def state(stage):
    return stage.state


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
    press(stage, "Improve q", stage.tab.view.posterior)
    assert stage.tab.moves.player.playing
    stage.tab.moves.player.stepped.emit(-1)
    answer(stage)
    assert stage.tab.moves.cursor() == stage.tab.scene.climb.height
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


def test_axes_that_nobody_chose_are_the_two_that_say_most(stage):
    press(stage, "VAE 50-D")
    choose = stage.tab.view.map.view_chosen.emit
    choose("axes")  # before the test pictures are encoded, nobody knows
    assert (state(stage).view, state(stage).axes) == ("axes", (0, 1))
    answer(stage, "cloud")
    choose("axes")
    most = stage.tab.scene.points.order[:2]
    assert most != (0, 1)
    assert (state(stage).view, state(stage).axes) == ("axes", most)
    stage.tab.view.below.dimensions.axis_picked.emit(7)
    chosen = state(stage).axes
    choose("pca")
    choose("axes")
    assert state(stage).axes == chosen


def test_a_plane_that_lacks_pins_says_so(stage):
    said = []
    stage.tab.said.connect(lambda kind, words: said.append(words))
    press(stage, "VAE 50-D")
    stage.tab.choose_view("pins")
    assert said == ["Click the map three times: the plane goes through the three pins."]
    pins = tuple(tuple(row) for row in np.eye(50)[:3].tolist())
    stage.edit(replace(state(stage), view="pca", pins=pins))
    stage.tab.choose_view("pins")
    assert (state(stage).view, len(said)) == ("pins", 1)


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


def test_what_is_shown_is_a_function_of_the_state(stage):
    before = state(stage)
    stage.edit(replace(before, decoded="sample", classes=(1, 2), pins=((1.0, 1.0),), map="both"))
    answer(stage)
    stage.undo()
    answer(stage)
    assert state(stage) == before
    assert stage.tab.view.map.map.pins() == ()


# -- from the prior to the posterior -----------------------------------------------------------------------


def test_learning_from_the_drawing_raises_the_kl_and_moves_all_that_shows_q(stage):
    press(stage, "Prior to posterior")
    press(stage, "Back to the start")
    tab, seen = stage.tab, []
    for _ in range(5):
        scene = tab.scene
        ledger, q = scene.sandwiched.ledger, scene.q
        assert scene.sandwiched.q == scene.decoded.q == q
        assert scene.decoded.z == pytest.approx(q.mu)
        assert tab.view.posterior.map.q() == pytest.approx((*q.mu, *q.sigma))
        shown = [slider.value() for slider in tab.view.latents.sliders.findChildren(LatentSlider)]
        assert shown == pytest.approx(q.mu, abs=1e-3)
        seen.append((ledger.kl_prior, ledger.log_prob))
        tab.moves.go_to(min(tab.moves.cursor() + LEARNING // 4, LEARNING))
        answer(stage)
    assert seen[0][0] == 0
    assert [kl for kl, _ in seen] == sorted({kl for kl, _ in seen})
    assert [log_prob for _, log_prob in seen] == pytest.approx([seen[0][1]] * 5, abs=1e-3)
    assert tab.scene.q == tab.scene.encoded.q


def test_what_is_played_from_the_prior_is_one_step_of_the_history(stage):
    press(stage, "Prior to posterior")
    before = state(stage)
    stage.tab.moves.toggle_play()
    for _ in range(3):
        stage.tab.moves.player.stepped.emit(4)
        answer(stage)
    stage.tab.moves.toggle_play()
    assert state(stage).learned == 12 / LEARNING
    stage.undo()
    assert state(stage) == before
    stage.redo()
    answer(stage)
    assert stage.tab.scene.decoded.q == stage.tab.scene.encoded.q.from_prior(12 / LEARNING)


def test_a_hand_on_q_and_another_drawing_end_the_way_from_the_prior(stage):
    press(stage, "Prior to posterior")
    press(stage, "Back to the start")
    stage.tab.view.posterior.map.dragged.emit(0.5, 0.5, 0.3, 0.3)
    answer(stage)
    assert (state(stage).learned, stage.tab.scene.q) == (1.0, Gauss((0.5, 0.5), (0.3, 0.3)))
    press(stage, "Back to the start")
    assert state(stage).learned == 0
    stage.tab.pen.next_example()
    answer(stage)
    assert state(stage).own_q


def test_improving_q_from_the_prior_climbs_from_there(stage):
    press(stage, "Prior to posterior")
    press(stage, "Back to the start")
    at_the_prior = stage.tab.scene.sandwiched.ledger.elbo
    press(stage, "Improve q", stage.tab.view.posterior)
    stage.tab.moves.player.stepped.emit(-1)
    answer(stage)
    assert (state(stage).motion, state(stage).learned) == ("improve", 1.0)
    assert state(stage).q == Gauss((0.0, 0.0), (1.0, 1.0))
    assert stage.tab.scene.sandwiched.ledger.elbo > at_the_prior


def test_slow_motion_says_each_phase_beside_the_badge(stage):
    header = stage.tab.header
    assert "exact here: two dimensions can be integrated" in said_by(header)
    press(stage, "Prior to posterior")
    press(stage, "Back to the start")
    stage.tab.moves.toggle_slow()
    notes = []
    for _ in range(3):
        stage.tab.moves.step_on()
        answer(stage)
        notes.append(next(words for words in said_by(header) if words.endswith(".")))
    assert notes[0] == "q has come 2.5 % of the way from the prior."
    assert f"{stage.tab.scene.sandwiched.ledger.kl_prior:.3f} nats" in notes[1]
    assert "Its codes explain the drawing" in notes[2]
    press(stage, "Train live")
    assert not [words for words in said_by(header) if "prior" in words or "exact" in words]


def said_by(widget):
    return [label.text() for label in widget.findChildren(QLabel)]


# -- gestures ----------------------------------------------------------------------------------------------


def drag(widget, start, end):
    QTest.mousePress(widget, LEFT, pos=start)
    for share in (1, 2, 3):
        QTest.mouseMove(widget, start + (end - start) * share / 3)
    QTest.mouseRelease(widget, LEFT, pos=end)


def drag_along(track):
    at, middle = round(0.5 * track.width()), track.height() // 2
    drag(track, QPoint(at, middle), QPoint(at + 30, middle))


def test_the_answers_along_every_drag_are_shown(stage):
    """Whatever is emitted while the mouse is down must be a drag of the tab's."""
    tab, emitted = stage.tab, []
    tab.edited.connect(lambda state, gesture: emitted.append(gesture))
    grey = bytes(range(256)) * 3 + bytes(16)
    stage.edit(replace(state(stage), pins=((1.0, 0.0), (0.0, 1.0)), motion="walk", second=CROSS, blend=0.5))
    answer(stage, "cloud")
    view = tab.view
    plane = view.map.map
    drag(view.drawing.canvas, QPoint(60, 60), QPoint(90, 90))
    drag_along(view.drawing.findChild(BlendRow).findChild(Track))
    drag_along(view.latents.sliders.findChild(Track))
    empty = plane.axes().point(-2.0, -2.0).toPoint()
    foot = plane.axes().point(1.0, 0.0).toPoint()
    pin = next(at for y in range(30) if plane.pin_at(QPointF(at := foot - QPoint(0, y))) == 0)
    assert plane.pin_at(QPointF(empty)) is None
    for grip in (pin, empty):
        drag(plane, grip, grip + QPoint(20, 20))
    handle = view.posterior.map.handle_at("centre").toPoint()
    drag(view.posterior.map, handle, handle + QPoint(9, 9))
    drag_along(view.transport.findChildren(Track)[1])
    tab.moves.step_on()
    tab.moves.toggle_play()
    tab.moves.player.stepped.emit(1)
    tab.stop()
    tab.take_import(Imported(grey, 128, inverted=False, animated=False))
    answer(stage)
    drag_along(view.drawing.findChild(Slider).findChild(Track))
    press(stage, "Train live")
    drag_along(tab.live.view.setup.beta.findChild(Track))
    tab.live.running.toggle_play()
    tab.live.running.toggle_play()
    assert set(emitted) - {""} == tab.DRAGS


def test_what_is_compared_with_the_drawing_follows_the_q_on_screen(stage):
    encoders = stage.tab.scene.encoded.mean
    stage.tab.view.posterior.map.dragged.emit(2.0, -2.0, 0.5, 0.5)
    answer(stage)
    assert stage.tab.scene.reconstruction == pytest.approx(stage.tab.scene.decoded.mean)
    assert np.abs(stage.tab.scene.reconstruction - encoders).max() > 0.01
    press(stage, "Encoder’s q")
    answer(stage)
    assert stage.tab.scene.reconstruction == pytest.approx(encoders)
    assert stage.tab.scene.mean is None


def test_the_second_drawing_of_a_blend_is_marked_on_the_map(stage):
    stage.tab.pen.blend_with(3)
    answer(stage)
    place = stage.tab.view.map.map._second
    assert place == pytest.approx(stage.tab.scene.second.q.mu)
    assert "second drawing at" in stage.tab.view.map.map.accessibleDescription()
    stage.tab.pen.end_blend()
    assert stage.tab.view.map.map._second is None


def test_the_way_between_the_pins_is_chosen_where_the_walk_is(stage):
    ways = stage.tab.view.ways
    assert not ways.isVisible()
    press(stage, "Walk between pins")
    assert ways.isVisible()
    press(stage, "Arc")
    assert state(stage).way == "arc"
    stage.undo()
    assert ways.current() == "line"


def test_the_time_told_is_that_of_the_picture(stage):
    stage.tab.view.latents.moved.emit(1, 0.5)
    answer(stage)
    told = stage.last_seconds
    answer(stage, "bound")
    assert stage.last_seconds == told


def test_what_is_drawn_while_a_picture_is_read_stays(stage, tmp_path):
    path = tmp_path / "a.png"
    Image.fromarray(np.full((28, 28), 255, np.uint8)).save(path)
    stroke = Drawing.of(np.eye(28))
    stage.tab.open_picture(path)
    stage.tab.edit(drawing=stroke)
    answer(stage)
    assert (state(stage).drawing, state(stage).source) == (stroke, None)
