"""The whole tab: what hands do to it, answered by the true pipeline."""

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from genplay.families.base import Drawing
from genplay.families.dcgan import MOST_PINS, PAGES, SPAN, Latent, Reckon, Samples, Show, example, first
from genplay.families.dcgan.first import EXAMPLES
from genplay.ui import text
from genplay.ui.tabs.dcgan import files, places
from genplay.ui.widgets.track import Track
from tests.ui.tabs.conftest import Hand
from tests.ui.tabs.dcgan.staged import START, asked
from tests.ui.tabs.desk import LEFT, answer, commands, press, run
from tests.ui.tabs.painted import point_at

MODEL = "dcgan_fashion"


def spot(stage, x, y):
    return stage.tab.view.plane.plane.place(x, y).toPoint()


def click_plane(stage, x, y):
    QTest.mouseClick(stage.tab.view.plane.plane, LEFT, pos=spot(stage, x, y))
    answer(stage)


def pin_at(stage, *xs):
    for x in xs:
        stage.tab.go_to(Latent(x=float(x)))
        run(stage, "pin")


def test_the_first_picture_is_there_at_once(stage):
    scene = stage.tab.scene
    assert scene.shown is not None
    assert scene.walled.complete
    assert scene.explained.right["features"] == pytest.approx(0.9)
    assert stage.tab.device()


def test_a_drag_walks_through_the_plane_and_is_one_step(stage):
    plane = stage.tab.view.plane.plane
    QTest.mousePress(plane, LEFT, pos=spot(stage, 2.0, 2.0))
    for x in (2.5, 3.0, 3.5):
        QTest.mouseMove(plane, spot(stage, x, 2.5))
    QTest.mouseRelease(plane, LEFT, pos=spot(stage, 3.5, 2.5))
    answer(stage)
    latent = stage.state.latent
    assert (latent.x, latent.y) == pytest.approx((3.5, 2.5), abs=0.05)
    assert asked(stage, "picture")[-1] == Show(MODEL, latent)
    assert len(asked(stage, "wall")) == 1  # the seeds are the same
    stage.undo()
    assert stage.state == START


def test_a_sample_is_picked_by_a_click(stage):
    wall = stage.tab.view.side.wall.wall
    QTest.mouseClick(wall, LEFT, pos=wall.cell_rect(2, 7).center().toPoint())
    answer(stage)
    assert stage.state.latent == Latent(x=7.0, y=2.0)
    assert np.abs(stage.tab.scene.shown.pixels - stage.tab.scene.walled.pictures[27].astype(int)).max() <= 1


def test_a_slider_moves_along_a_direction_and_reset_takes_all_back(stage):
    track = stage.tab.view.sliders.sliders[1].findChild(Track)
    middle = track.rect().center()
    QTest.mousePress(track, LEFT, pos=middle)
    for x in (10, 20, 30):
        QTest.mouseMove(track, middle + QPoint(x, 0))
    QTest.mouseRelease(track, LEFT, pos=middle + QPoint(30, 0))
    answer(stage)
    assert stage.state.latent.along[1] > 0
    assert asked(stage, "picture")[-1].latent == stage.state.latent
    press(stage, "Reset")
    assert stage.state == START
    stage.undo()
    stage.undo()
    assert stage.state == START


def test_raw_numbers_are_behind_a_toggle(stage):
    press(stage, "All 100")
    assert stage.state.every
    track = stage.tab.view.sliders.sliders[2].findChild(Track)
    QTest.keyClick(track, Qt.Key.Key_Right)
    answer(stage)
    assert stage.state.latent.raw == ((2, 0.1),)
    QTest.keyClick(track, Qt.Key.Key_Left)
    assert stage.state.latent.raw == ()


def test_truncation_changes_the_picture_and_the_samples(stage):
    track = stage.tab.view.plane.truncation.findChild(Track)
    QTest.keyClick(track, Qt.Key.Key_Left)
    answer(stage)
    assert stage.state.truncation == 0.95
    assert asked(stage, "wall")[-1] == Samples(MODEL, truncation=0.95)
    assert stage.tab.scene.walled.complete


def test_other_seeds_are_a_page_away_and_the_point_takes_its_page_along(stage):
    press(stage, "Seeds to the right")
    assert stage.state.page == (1, 0)
    assert len(asked(stage, "wall")) == 1  # the other half of the same
    press(stage, "Seeds to the right")
    assert stage.state.page == (2, 0)
    assert asked(stage, "wall")[-1] == Samples(MODEL, 10, 0)
    assert stage.state.latent == START.latent
    press(stage, "Other noise: a seed elsewhere in the plane")
    latent, page = stage.state.latent, stage.state.page
    assert (int(latent.x) // SPAN, int(latent.y) // SPAN) == page
    stage.tab.view.plane.seeds[0].setValue(25)
    stage.tab.view.plane.seeds[1].setValue(-3)
    assert (stage.state.latent.x, stage.state.latent.y, stage.state.page) == (25.0, -3.0, (5, -1))


def test_keys_lead_beyond_the_seeds_that_are_shown(stage):
    plane = stage.tab.view.plane.plane
    click_plane(stage, 4.0, 3.0)
    QTest.keyClick(plane, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert stage.state.latent.x == pytest.approx(5.0, abs=0.1)
    assert stage.state.page == (1, 0)


def test_pins_are_kept_gone_to_and_removed(stage):
    press(stage, "Pin")
    click_plane(stage, 6.0, 6.0)
    press(stage, "Pin")
    assert stage.state.pins[0] == START.latent
    assert len(stage.tab.scene.pinned.pictures) == 2
    press(stage, "Go to pin 1")
    assert stage.state.latent == START.latent
    press(stage, "Remove pin 1")
    assert len(stage.state.pins) == 1
    stage.undo()
    assert len(stage.state.pins) == 2
    run(stage, "unpin")
    assert stage.state.pins == ()
    assert stage.tab.scene.pinned is None


def test_a_pin_too_many_is_told(stage):
    pin_at(stage, *range(MOST_PINS + 1))
    assert len(stage.state.pins) == MOST_PINS
    assert stage.state.pins[0].x == 1.0
    assert "oldest" in stage.said[-1][1]


def test_letters_below_the_pins_make_an_arithmetic(stage):
    pin_at(stage, 0, 1, 2, 3)
    for letter, number in (("A", 1), ("A", 2), ("B", 3), ("C", 4)):
        press(stage, f"Pin {number} is part of {letter}")
    assert (stage.state.lower, stage.state.terms) == ("arithmetic", ((0, 1), (2,), (3,)))
    a, b, c = stage.state.pins[:2], stage.state.pins[2:3], stage.state.pins[3:]
    assert asked(stage, "arithmetic")[-1] == Reckon(MODEL, a, b, c)
    assert stage.tab.scene.reckoned is not None
    press(stage, "Other neighbours")
    assert asked(stage, "arithmetic")[-1].seed == 1
    stage.tab.view.side.arithmetic.seed.setValue(5)
    assert asked(stage, "arithmetic")[-1].seed == 5
    press(stage, "Pin 1 is part of A")
    assert stage.state.terms[0] == (1,)
    press(stage, "Clear terms")
    assert stage.state.terms == ((), (), ())
    assert stage.tab.scene.reckoned is None


def test_a_walk_goes_where_it_is_told(stage):
    pin_at(stage, 0, 4, 7)
    stage.tab.view.ends[1].setValue(3)
    assert stage.state.ends == (0, 2)
    stage.tab.choose_end(1, 0)
    assert stage.state.ends == (2, 0)
    stage.tab.choose_end(0, 0)
    assert stage.state.ends == (0, 2)
    run(stage, "end")
    assert stage.state.walk == 1.0
    last = stage.tab.scene.shown.pixels
    press(stage, "Go to pin 3")
    assert stage.state.walk is None
    assert np.abs(stage.tab.scene.shown.pixels - last.astype(int)).max() <= 1
    press(stage, "Round trip")
    assert stage.state.tour
    assert not stage.tab.view.ends[0].isVisible()
    run(stage, "step")
    assert stage.state.walk == pytest.approx(1 / 90)


def test_where_a_walk_has_come_to_is_pinned_and_walked_on_from(stage):
    pin_at(stage, 0, 4)
    run(stage, "step")
    run(stage, "step")
    frame = stage.tab.scene.shown
    press(stage, "Pin")
    assert stage.state.pins[2] == frame.latent
    assert stage.state.walk == pytest.approx(2 / 60)
    press(stage, "Go to pin 3")
    assert (stage.state.walk, stage.state.latent) == (None, frame.latent)
    assert (stage.tab.scene.shown.pixels == frame.pixels).all()
    assert stage.tab.view.plane.plane.accessibleDescription() == ""
    stage.tab.view.sliders.moved.emit(0, 1.0)
    answer(stage)
    assert stage.state.latent == replace(frame.latent, along=(1.0,) + (0.0,) * 7)
    run(stage, "reset_sliders")
    assert stage.state.latent == frame.latent
    click_plane(stage, 2.0, 2.0)
    assert stage.state.latent.blend is None


def test_a_slider_moves_on_from_where_a_walk_has_come_to(stage):
    pin_at(stage, 0, 4)
    stage.tab.edit(latent=Latent(x=9.0, along=(2.0,) * 8))
    answer(stage)
    assert commands(stage)["reset_sliders"].enabled()
    run(stage, "step")
    frame = stage.tab.scene.shown.latent
    assert not commands(stage)["reset_sliders"].enabled()
    assert stage.tab.view.sliders.sliders[0].value() == 0
    stage.tab.view.sliders.moved.emit(1, 0.5)
    answer(stage)
    assert stage.state.walk is None
    assert stage.state.latent == replace(frame, along=(0.0, 0.5) + (0.0,) * 6)


def test_from_a_walk_a_place_is_gone_to_without_what_was_moved_before_it(stage):
    pin_at(stage, 0, 4)
    stage.tab.edit(latent=Latent(x=9.0, along=(2.0,) * 8))
    answer(stage)
    run(stage, "step")
    click_plane(stage, 1, 2)
    answer(stage)
    latent = stage.state.latent
    assert (latent.x, latent.y) == pytest.approx((1.0, 2.0), abs=0.05)
    assert latent == Latent(x=latent.x, y=latent.y)


def test_from_a_walk_other_noise_is_drawn_from_where_one_was(stage):
    pin_at(stage, 0, 4)
    stage.tab.edit(latent=Latent(x=9.0, along=(2.0,) * 8))
    answer(stage)
    run(stage, "step")
    stage.tab.redraw()
    assert stage.state.latent == places.elsewhere(Latent(x=9.0))


def test_the_result_of_an_arithmetic_is_gone_to_and_pinned(stage):
    pin_at(stage, 0, 4, 7)
    for term in range(3):
        stage.tab.toggle_term(term, term)
    answer(stage)
    found = stage.tab.scene.reckoned
    run(stage, "pin_result")
    assert stage.state.pins[3] == found.points[0]
    wall = stage.tab.view.side.arithmetic.wall
    QTest.mouseClick(wall, LEFT, pos=wall.cell_rect(0, 1).center().toPoint())
    answer(stage)
    assert stage.state.latent == found.points[2]
    shown = stage.tab.scene.shown.pixels.astype(int)
    assert np.abs(shown - found.neighbours[1]).max() <= 1
    stage.undo()
    stage.undo()
    assert len(stage.state.pins) == 3


def test_the_pointer_previews_what_a_click_leads_to(stage):
    own = stage.tab.scene.shown
    plane = stage.tab.view.plane.plane
    point_at(plane, spot(stage, 3.2, 2.4))
    answer(stage)
    preview = stage.tab.scene.pointed
    assert stage.tab.scene.shown is own
    assert stage.state == START
    click_plane(stage, 3.2, 2.4)
    assert stage.state.latent == preview.latent
    assert stage.tab.scene.pointed is None
    point_at(plane, spot(stage, 1.0, 1.0))
    answer(stage)
    assert stage.tab.scene.pointed is not None
    point_at(plane, QPoint(-30, -30))
    assert stage.tab.scene.pointed is None


def test_the_pointer_on_a_pin_previews_the_pin(stage):
    stage.tab.edit(pins=(Latent(x=2.0, y=2.0, raw=((3, 4.0),)),))
    point_at(stage.tab.view.plane.plane, spot(stage, 2.0, 2.0))
    assert asked(stage, "pointed")[-1] == Show(MODEL, stage.state.pins[0])


def test_a_walk_begins_at_a_pin_by_its_menu(stage):
    pin_at(stage, 0, 4, 7)
    tile = stage.tab.view.pins.tiles[2]
    menu = tile.menu()
    next(act for act in menu.actions() if act.text() == "Walk from here").trigger()
    menu.deleteLater()
    assert stage.state.ends == (2, 1)


def test_work_and_stop(stage):
    pin_at(stage, 0, 4)
    assert stage.tab.work() == ""
    run(stage, "play")
    assert stage.tab.work()
    stage.tab.stop()
    assert stage.tab.work() == ""


def test_nobody_walks_without_pins(stage):
    press(stage, "Play")
    assert "Pin two pictures" in stage.said[-1][1]
    assert stage.tab.work() == ""


def test_a_class_sees_plane_picture_and_samples(stage):
    stage.tab.set_projector(True)
    view = stage.tab.view
    assert not stage.tab.header.isVisible()
    assert view.plane.isVisible()
    assert not view.sliders.isVisible()
    stage.tab.set_projector(False)
    assert view.sliders.isVisible()


def test_a_stroke_is_judged_as_it_is_drawn(stage):
    press(stage, "Discriminator")
    assert stage.tab.scene.judged is not None
    before = stage.tab.scene.judged.logit
    Hand(stage.tab.view.side.critic.drawn.canvas).stroke((5, 5), (5, 20))
    answer(stage)
    assert stage.state.drawing.pixels()[5, 5:21].all()
    assert stage.tab.scene.judged.logit != before
    stage.undo()
    assert stage.state == replace(START, lower="discriminator")


def test_the_sample_is_judged(stage):
    run(stage, "judge")
    assert stage.state.lower == "discriminator"
    shown = stage.tab.scene.shown.pixels
    assert (stage.tab.scene.judged.seen[2:30, 2:30] == shown[2:30, 2:30]).all()


def picture(path, side=28):
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    for at in range(side // 4, side // 2):
        image.setPixelColor(at, side // 2, QColor("#c81e3c"))
        image.setPixelColor(at, side // 2 + 1, QColor("black"))
    image.save(str(path))
    return path


def test_an_opened_picture_is_judged_in_its_greys(stage, tmp_path):
    stage.tab.open_picture(picture(tmp_path / "grey.png"))
    answer(stage)
    assert stage.state.lower == "discriminator"
    assert stage.state.levels is not None
    assert stage.tab.scene.judged is not None


def test_a_picture_that_was_opened_for_another_model_is_not_taken(stage, tmp_path):
    before = stage.state.levels
    stage.tab.open_picture(picture(tmp_path / "grey.png"))
    stage.tab.choose_model("dcgan_avatars")
    answer(stage)
    assert (stage.state.lower, stage.state.levels, stage.state.painting) == ("wall", before, None)
    assert stage.said[-1][1].startswith("Not taken")


def test_what_is_not_made_yet_is_neither_judged_nor_copied(stage, qapp):
    qapp.clipboard().clear()
    stage.tab.choose_seed(9, 9)
    stage.tab.judge_sample()
    files.copy_picture(stage.tab)
    assert stage.state.lower == "wall"
    assert qapp.clipboard().image().isNull()
    assert [words for _, words in stage.said] == ["The answer is not there yet."] * 2
    answer(stage)
    stage.tab.judge_sample()
    answer(stage)
    made = stage.tab.scene.made.pixels[2:30, 2:30, 0]
    assert stage.state.levels == made.tobytes()


def test_what_is_drawn_while_a_picture_is_read_stays(stage, tmp_path):
    stage.tab.open_picture(picture(tmp_path / "grey.png"))
    stroke = Drawing.of(np.eye(28))
    stage.tab.edit(drawing=stroke, levels=None)
    answer(stage)
    assert (stage.state.drawing, stage.state.levels) == (stroke, None)


def test_a_picture_that_g_has_made_is_judged_without_its_border(stage, tmp_path):
    grey = np.zeros((32, 32), np.uint8)
    grey[5:20, 7:22] = np.arange(15, dtype=np.uint8)[:, None] * 16
    Image.fromarray(255 - grey.repeat(10, 0).repeat(10, 1)).save(tmp_path / "made.png")
    stage.tab.open_picture(tmp_path / "made.png")
    answer(stage)
    assert stage.state.levels == grey[2:30, 2:30].tobytes()


def test_a_model_in_colours_has_all_of_it(stage, tmp_path):
    press(stage, "Avatars")
    stage.tab.edit(pins=(Latent(x=1.0),), terms=((), (), ()))
    answer(stage)
    scene = stage.tab.scene
    assert scene.shown.pixels.shape == (64, 64, 3)
    assert scene.walled.pictures.shape == (100, 64, 64, 3)
    assert scene.pinned.pictures.shape == (1, 64, 64, 3)
    assert stage.tab.hand is stage.tab.brush
    stage.tab.open_picture(picture(tmp_path / "colours.png", side=64))
    answer(stage)
    assert stage.state.painting is not None
    assert tuple(stage.tab.scene.judged.seen[32, 20]) == (200, 30, 60)
    run(stage, "invert")
    assert tuple(stage.tab.scene.judged.seen[32, 20]) == (55, 225, 195)
    run(stage, "judge")
    assert (stage.tab.scene.judged.seen == stage.tab.scene.shown.pixels).all()
    press(stage, "Fashion-MNIST")
    assert stage.tab.hand is stage.tab.pen


def test_layers_are_those_of_the_point(stage):
    press(stage, "Feature maps")
    assert (stage.tab.scene.maps.picture == stage.tab.scene.shown.pixels).mean() > 0.99
    click_plane(stage, 7.0, 7.0)
    assert (stage.tab.scene.maps.picture == stage.tab.scene.shown.pixels).mean() > 0.99


def test_the_header_says_how_near_gs_pictures_are_to_real_ones(stage, texts):
    assert "Squared Fréchet distance 0.89 (real 0.42), 9 of 10 classes" in texts(stage.tab.header)


def test_another_model_comes_with_its_example(stage, monkeypatch):
    monkeypatch.setitem(EXAMPLES, "dcgan_avatars", (((1, 1),), ((2, 2),), ((3, 3),)))
    stage.tab.edited.emit(first(np.zeros((28, 28), np.uint8)), "")
    stage.tab.choose_model("dcgan_avatars")
    assert stage.state.pins == tuple(Latent(x=float(at), y=float(at)) for at in (1, 2, 3))
    assert stage.state.terms == ((0,), (1,), (2,))
    stage.undo()
    assert len(stage.state.pins) == 9


def test_the_example_is_pinned_again(stage):
    stage.tab.unpin_all()
    stage.tab.edit(lower="wall")
    stage.tab.pin_example()
    found = example("dcgan_fashion")
    assert (stage.state.pins, stage.state.terms, stage.state.ends) == (found.pins, found.terms, found.ends)
    assert stage.state.lower == "arithmetic"


def test_what_d_says_of_nothing_is_measured_when_d_is_turned_to(stage, texts):
    stage.tab.edit(lower="discriminator")
    answer(stage)
    scored = stage.tab.scene.scored
    name = PAGES["dcgan_fashion"][scored.most].name
    told = any(
        f"“{name}”, like neither, gets {text.share(max(scored.verdicts))}" in said
        for said in texts(stage.tab)
    )
    assert told == (max(scored.verdicts) >= 0.5)
