"""The page of grey pictures, used as a hand uses it."""

import csv

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QSlider

from genplay.data import examples
from genplay.errors import UserError
from genplay.families.autoregressive import GreyPicture, GreySample, GreyScore, Score
from genplay.ui import text
from genplay.ui.tabs.autoregressive.export import picture
from genplay.ui.widgets.density_curve import DensityCurve
from genplay.ui.widgets.histogram import Histogram
from genplay.ui.widgets.ledger import Ledger
from genplay.ui.widgets.pixel_canvas import PixelCanvas
from genplay.ui.widgets.sample_grid import SampleGrid
from genplay.ui.widgets.segmented import Segmented
from genplay.ui.widgets.spin import Spin
from genplay.ui.widgets.thumbnails import ThumbnailStrip

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


@pytest.fixture
def grey(screen):
    """The page, with the first example."""
    screen.turn_to_grey()
    return screen


@pytest.fixture
def blank(screen):
    """The page, without ink."""
    screen.turn_to_grey(picture=GreyPicture.blank(), pixel=None)
    return screen


def levels(screen):
    return screen.state.grey.picture.levels()


def result(screen):
    return screen.tab.shading.result


def scored(screen):
    return [request for request in screen.engine.asked if isinstance(request, GreyScore)]


def numbers(screen):
    """The rows of the ledger that speaks of a pixel."""
    told = [ledger.accessibleDescription() for ledger in screen.all(Ledger)]
    return next(words for words in told if "Its grey" in words)


# -- getting there -----------------------------------------------------------------------------------------


def test_a_button_turns_to_the_page_and_back(screen):
    screen.click("Grey pixels")
    screen.settle()
    assert screen.state.page == "grey"
    assert screen.one(QLabel, "RNADE, Fashion-MNIST")
    assert not screen.all(Segmented, "Model")
    assert screen.hero == text.nats(result(screen).log_prob)
    assert [type(request) for request in screen.engine.asked] == [GreyScore]
    screen.click("Grey pixels")
    screen.settle()
    assert screen.state.page == "one"
    assert screen.all(Segmented, "Model")
    assert isinstance(screen.engine.asked[-1], Score)
    assert result(screen) is None


def test_the_key_does_too_and_a_walk_does_not_go_on_unseen(screen):
    screen.tab.walk.toggle_play()
    assert screen.tab.playing
    screen.key("Ctrl+G")
    assert screen.state.page == "grey"
    assert not screen.tab.playing


def test_the_focus_goes_along(open_window):
    screen = open_window()
    screen.window.activateWindow()
    screen.until(screen.window.isActiveWindow)
    screen.canvas.setFocus()
    screen.click("Grey pixels")
    assert screen.window.focusWidget() is screen.canvas
    screen.key("Del")
    assert screen.state.grey.picture == GreyPicture.blank()


def test_the_two_drawings_do_not_touch_each_other(blank):
    before = blank.state.drawing
    blank.stroke(28 * 5 + 5, 28 * 5 + 9)
    blank.settle()
    assert blank.state.drawing == before
    blank.key("Ctrl+G")
    blank.settle()
    assert blank.state.grey.picture != GreyPicture.blank()


# -- drawing -----------------------------------------------------------------------------------------------


def test_a_stroke_is_scored_and_is_one_step_of_undo(blank):
    blank.tab.edit(grey_level=90, brush=1)
    blank.stroke(28 * 5 + 5, 28 * 5 + 9)
    blank.settle()
    assert (levels(blank)[5, 5:10] == 90).all()
    assert scored(blank)[-1].picture == blank.state.grey.picture
    assert blank.hero == text.nats(result(blank).log_prob)
    blank.key("Ctrl+Z")
    blank.settle()
    assert not levels(blank).any()
    blank.key("Ctrl+Shift+Z")
    assert levels(blank).any()


def test_a_click_asks_once(blank):
    blank.stroke(300)
    blank.settle()
    assert len(scored(blank)) == 1


def test_the_right_button_erases(grey):
    grey.tab.edit(brush=1)
    grey.stroke(28 * 14 + 14, button=RIGHT)
    assert levels(grey)[14, 14] == 0


def test_the_pens_grey_is_chosen_and_is_no_step_of_undo(blank):
    track = blank.one(QSlider, "Pen")
    track.setFocus()
    QTest.keyClick(track, Qt.Key.Key_Left)
    assert blank.state.grey_level == 254
    assert not blank.stage.history.can_redo
    blank.tab.edit(brush=1)
    blank.stroke(5)
    assert levels(blank).flat[5] == 254


def test_alt_click_takes_the_grey_of_a_pixel(grey):
    QTest.mouseClick(grey.canvas, LEFT, Qt.KeyboardModifier.AltModifier, pos=grey.at(grey.canvas, 408))
    assert grey.state.grey_level == grey.state.grey.picture.grey[408]


def test_a_region_is_no_tool_of_this_page(grey):
    grey.tab.edit(tool="region", brush=1, grey_level=7)
    assert not grey.window.commands.action("autoregressive.region").isEnabled()
    grey.stroke(28 * 14 + 14)
    assert levels(grey)[14, 14] == 7
    assert not any(grey.state.region.bits)


@pytest.mark.parametrize(("name", "key"), [("clear", "Del"), ("invert", "I"), ("next_example", "N")])
def test_acts_on_the_whole_picture(grey, name, key):
    before = levels(grey)
    grey.key(key)
    grey.settle()
    expected = {
        "clear": np.zeros_like(before),
        "invert": 255 - before,
        "next_example": examples.grey_examples()[1].levels,
    }[name]
    np.testing.assert_array_equal(levels(grey), expected)
    assert scored(grey)[-1].picture == grey.state.grey.picture


def test_an_example_is_chosen_with_the_pointer(grey):
    strip = grey.one(ThumbnailStrip)
    QTest.mouseClick(strip, LEFT, pos=strip.box(3).center())
    np.testing.assert_array_equal(levels(grey), examples.grey_examples()[3].levels)


# -- what is read ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("which", [0, 1, 2])
def test_pointing_at_a_pixel_shows_the_density_of_its_grey(grey, which):
    view = [grey.canvas, *grey.maps][which]
    pixel = 28 * 10 + 9
    grey.hover(view, pixel)
    term, level = float(result(grey).terms[pixel]), grey.state.grey.picture.grey[pixel]
    assert grey.tab.shading.focus == pixel
    assert f"Log density, nats {text.nats(term)}" in numbers(grey)
    assert grey.one(DensityCurve).accessibleDescription().endswith(f"at grey {level}")
    assert grey.reading.startswith(f"Row 11, column 10, grey {level}, expected")
    assert scored(grey) == []  # the whole answer was there already


def test_the_hint_over_the_picture_names_the_button_that_does_not_draw(grey):
    grey.hover(grey.canvas, 400)
    assert grey.reading.endswith("| middle click: pin")
    before = levels(grey)
    QTest.mouseClick(grey.canvas, Qt.MouseButton.MiddleButton, pos=grey.at(grey.canvas, 400))
    grey.settle()
    assert grey.state.grey.pixel == 400
    assert (levels(grey) == before).all()
    grey.hover(grey.maps[0], 401)
    assert grey.reading.endswith("| click: pin")


def test_the_curve_is_read_where_pixels_are(grey):
    curve = grey.one(DensityCurve)
    pixel = grey.reading
    QTest.mouseMove(curve, curve.point(0.2, 0).toPoint())
    QTest.mouseMove(curve, curve.point(0.5, 0).toPoint())
    assert grey.reading.startswith(("grey 127, density", "grey 128, density"))
    assert " % from " in grey.reading
    QApplication.sendEvent(curve, QEvent(QEvent.Type.Leave))
    assert grey.reading == pixel


def test_a_click_on_a_map_pins_a_pixel_and_another_lets_it_go(grey):
    first = grey.maps[0]
    QTest.mouseClick(first, LEFT, pos=grey.at(first, 200))
    assert grey.state.grey.pixel == 200
    QApplication.sendEvent(first, QEvent(QEvent.Type.Leave))
    assert grey.tab.shading.focus == 200
    QTest.mouseClick(first, LEFT, pos=grey.at(first, 200))
    assert grey.state.grey.pixel is None
    QApplication.sendEvent(first, QEvent(QEvent.Type.Leave))
    grey.until(lambda: "Point at a pixel" in grey.one(DensityCurve).accessibleDescription())
    grey.key("Ctrl+Z")
    assert grey.state.grey.pixel == 200


def test_keys_step_from_pixel_to_pixel(grey):
    start = grey.state.grey.pixel
    grey.key(".")
    grey.key(".")
    grey.key(",")
    assert grey.state.grey.pixel == start + 1
    assert grey.state.cursor == 408


def test_the_score_stands_among_clothes_and_digits(grey):
    found = result(grey)
    clothes, digits = grey.all(Histogram)
    assert clothes.mark_x() == digits.mark_x()
    assert {"1,000 test clothes, in nats", "1,000 test digits, never shown to it"} <= set(grey.texts())
    (note,) = [words for words in grey.texts() if "never saw a digit" in words]
    assert f"{100 * float((found.digits.scores > np.median(found.reference.scores)).mean()):.1f} %" in note
    assert text.number(found.bits_per_dim, 2) in " ".join(
        ledger.accessibleDescription() for ledger in grey.all(Ledger)
    )


def test_what_was_done_to_the_greys_is_said_and_has_a_seed(grey):
    assert any("a density of integers would be infinite" in words for words in grey.texts())
    before = grey.hero
    grey.one(Spin, "Seed of the noise").setValue(3)
    grey.settle()
    assert scored(grey)[-1].seed == 3
    assert grey.hero != before


# -- samples -----------------------------------------------------------------------------------------------


def samples(screen):
    return [request for request in screen.engine.asked if isinstance(request, GreySample)]


def test_samples_begin_at_the_pixel_in_view_and_one_becomes_the_picture(grey):
    before = grey.state.grey.picture
    grey.click("Sample from this pixel")
    grey.settle()
    assert (samples(grey)[-1].start, samples(grey)[-1].picture) == (408, before)
    grid = grey.one(SampleGrid)
    QTest.mouseClick(grid, LEFT, pos=grid.cell(2).center())
    grey.settle()
    taken = grey.state.grey.picture
    assert taken != before
    assert taken.grey[:408] == before.grey[:408]
    assert grey.state.grey.sample_from is None
    grey.key("Ctrl+Z")
    assert grey.state.grey.picture == before


def test_without_a_pixel_they_begin_from_nothing(blank):
    blank.click("Sample from nothing")
    blank.settle()
    assert samples(blank)[-1].start == 0
    blank.click("Sample again")
    blank.settle()
    assert samples(blank)[-1].seed == 1
    blank.click("Close")
    assert not blank.all(SampleGrid)


def test_the_commands_sample_too(grey):
    grey.key("Ctrl+R")
    grey.settle()
    assert samples(grey)[-1].start == 0
    grey.key("Ctrl+Return")
    grey.settle()
    assert samples(grey)[-1].start == 408
    assert grey.state.sample_from is None


# -- in and out --------------------------------------------------------------------------------------------


@pytest.fixture
def choose_file(monkeypatch):
    def choose(path):
        for dialog in ("getSaveFileName", "getOpenFileName"):
            monkeypatch.setattr(QFileDialog, dialog, lambda *_, **__: (str(path), ""))

    return choose


def test_a_saved_picture_opens_with_the_same_greys(grey, tmp_path, choose_file):
    before = grey.state.grey.picture
    choose_file(tmp_path / "shirt.png")
    grey.window.commands.run("autoregressive.save_drawing")
    grey.key("Del")
    grey.window.commands.run("autoregressive.open")
    grey.settle()
    assert grey.state.grey.picture == before
    assert not any(grey.state.drawing.bits) or grey.state.source is None


def test_a_copied_picture_is_pasted(grey):
    before = grey.state.grey.picture
    grey.key("Ctrl+C")
    assert QGuiApplication.clipboard().image().size() == picture(before).size()
    grey.key("Del")
    grey.key("Ctrl+V")
    grey.settle()
    assert np.abs(levels(grey).astype(int) - before.levels()).max() <= 1
    QGuiApplication.clipboard().clear()


def test_the_chain_rule_is_exported(grey, tmp_path, choose_file):
    choose_file(tmp_path / "chain.csv")
    grey.key("Ctrl+E")
    with (tmp_path / "chain.csv").open(newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == 784
    assert float(rows[-1]["running_sum"]) == pytest.approx(result(grey).log_prob)
    assert [int(row["grey"]) for row in rows] == list(grey.state.grey.picture.grey)


def test_the_maps_are_saved(grey, tmp_path, choose_file):
    choose_file(tmp_path / "maps.png")
    grey.window.commands.run("autoregressive.save_maps")
    assert (tmp_path / "maps.png").stat().st_size > 1000


# -- waiting and failing -----------------------------------------------------------------------------------


def test_an_error_stands_where_the_answer_would_and_can_be_tried_again(blank):
    blank.engine.error = UserError("There is no checkpoint of {model}.", model="rnade")
    blank.stroke(300)
    blank.settle()
    assert blank.hero == "–"
    assert "There is no checkpoint of rnade." in blank.texts()
    blank.engine.error = None
    blank.click("Try again", QAbstractButton)
    blank.settle()
    assert blank.hero == text.nats(result(blank).log_prob)
    assert "There is no checkpoint of rnade." not in blank.texts()


def test_without_its_checkpoint_the_other_pages_work_on(screen):
    screen.engine.error = UserError("There is no checkpoint of {model}.", model="rnade")
    screen.click("Grey pixels")
    screen.settle()
    assert "There is no checkpoint of rnade." in screen.texts()
    screen.engine.error = None
    screen.click("Grey pixels")
    screen.settle()
    assert screen.hero == text.nats(screen.tab.result.log_prob)


def test_a_held_answer_is_announced_and_its_numbers_blanked(blank):
    blank.engine.hold()
    blank.stroke(300)
    blank.until(lambda: blank.hero == "–")
    assert "–" in numbers(blank)
    blank.engine.release()
    blank.settle()
    assert blank.hero != "–"


def test_stop_says_so_and_leaves_a_way_on(blank):
    blank.engine.hold()
    blank.stroke(300)
    blank.until(lambda: blank.stage.late)
    blank.stage.stop()
    blank.engine.release()
    assert "Stopped" in blank.texts()
    blank.click("Try again")
    blank.settle()
    assert blank.hero != "–"


def test_undo_and_redo_of_everything_come_back_to_the_same(grey):
    grey.tab.edit(grey_level=128)
    states = [grey.state]
    for act in (
        lambda: grey.key("N"),
        lambda: grey.key("I"),
        lambda: grey.stroke(100, 110),
        lambda: grey.key("."),
        lambda: grey.click("Sample from this pixel"),
    ):
        act()
        grey.settle()
        grey.tab.gesture_ended.emit()
        states.append(grey.state)
    for state in reversed(states[:-1]):
        grey.key("Ctrl+Z")
        assert grey.state == state
    for state in states[1:]:
        grey.key("Ctrl+Shift+Z")
        assert grey.state == state


def test_projector_mode_leaves_three_pictures_and_the_curve(grey):
    grey.window.toggle_projector()
    grey.picture()
    assert len(grey.all(PixelCanvas)) == 1
    assert grey.one(DensityCurve).width() > 0.85 * grey.window.width()
    assert not grey.all(Histogram)
    assert grey.hero == text.nats(result(grey).log_prob)
    corner = grey.one(DensityCurve).mapTo(grey.window, QPoint())
    assert corner.y() > grey.canvas.mapTo(grey.window, QPoint(0, grey.canvas.height())).y()
