"""From gesture to view and back, with real events: what each thing the user can do in this tab does."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QFileDialog, QSlider

from genplay.data import pictures
from genplay.errors import UserError
from genplay.families.autoregressive import PIXELS, Sample, Score, WhatIf
from genplay.families.base import Drawing
from genplay.families.pictures import Import
from genplay.ui import text, theme
from genplay.ui.pace import Pace
from genplay.ui.widgets.bars import BaselineBars
from genplay.ui.widgets.curve import RunningSum
from genplay.ui.widgets.formula import FormulaStrip
from genplay.ui.widgets.pixels import levels
from genplay.ui.widgets.sample_grid import SampleGrid
from genplay.ui.widgets.spin import Spin
from genplay.ui.widgets.thumbnails import ThumbnailStrip

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
ALT = Qt.KeyboardModifier.AltModifier


def at(row, column):
    return 28 * row + column


def inked(state):
    return {(int(row), int(column)) for row, column in np.argwhere(state.drawing.pixels())}


def a_picture(path, size=(280, 280)):
    """Write a grey picture: a darkening square on white paper."""
    grey = np.full(size, 255, np.uint8)
    grey[60:220, 60:220] = np.linspace(200, 0, 160, dtype=np.uint8)
    Image.fromarray(grey).save(path)
    return path


@pytest.fixture
def blank(screen):
    """A window with nothing drawn, a brush of one pixel and no cursor."""
    state = replace(screen.state, drawing=Drawing.blank(), cursor=PIXELS, brush=1)
    screen.stage.edit(state)
    screen.settle()
    return screen


@pytest.fixture
def choose_file(monkeypatch):
    """Return a function that says which file the user will choose in the next dialogs."""

    def choose(path):
        answer = lambda *_: (str(path) if path else "", "")  # noqa: E731
        monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)

    return choose


# -- drawing -----------------------------------------------------------------------------------------------


def test_a_stroke_is_scored_and_shown(blank):
    blank.stroke(at(5, 5), at(5, 15))
    assert inked(blank.state) == {(5, column) for column in range(5, 16)}
    blank.settle()
    result = blank.tab.result
    assert result.drawing == blank.state.drawing
    assert blank.hero == text.nats(result.log_prob)
    for view, values, most, table in (
        (blank.maps[0], result.probabilities, 1, "probability"),
        (blank.maps[1], result.surprises, 4.0, "surprise"),
    ):
        expected = theme.current().table(table)[levels(values, 0, most)[at(5, 8)]]
        assert blank.colour(view, at(5, 8)) == f"#{expected & 0xFFFFFF:06x}"


def test_every_point_of_a_stroke_is_asked(blank):
    before = len(blank.engine.asked)
    canvas = blank.canvas
    QTest.mousePress(canvas, LEFT, pos=blank.at(canvas, at(5, 5)))
    blank.settle()
    assert blank.tab.result.drawing == blank.state.drawing
    QTest.mouseMove(canvas, blank.at(canvas, at(5, 9)))
    blank.settle()
    assert blank.tab.result.drawing.pixels().sum() == 5
    QTest.mouseRelease(canvas, LEFT, pos=blank.at(canvas, at(5, 9)))
    assert len(blank.engine.asked) >= before + 2


def test_a_stroke_is_one_step_of_undo(blank):
    blank.stroke(at(5, 5), at(5, 15), at(15, 15))
    blank.stroke(at(20, 5), at(20, 9))
    first = {(5, column) for column in range(5, 16)} | {(row, 15) for row in range(5, 16)}
    blank.key("Ctrl+Z")
    assert inked(blank.state) == first
    blank.key("Ctrl+Z")
    assert inked(blank.state) == set()
    blank.key("Ctrl+Shift+Z")
    assert inked(blank.state) == first
    blank.settle()
    assert blank.tab.result.drawing == blank.state.drawing
    assert blank.canvas.grab().toImage() != QImage()


def test_the_right_button_erases(blank):
    blank.stroke(at(5, 5), at(5, 15))
    blank.stroke(at(5, 8), at(5, 10), button=RIGHT)
    assert inked(blank.state) == {(5, column) for column in range(5, 16)} - {(5, 8), (5, 9), (5, 10)}


def test_the_eraser_and_back(blank):
    blank.stroke(at(5, 5), at(5, 7))
    blank.click("Eraser (E)")
    assert blank.state.tool == "eraser"
    blank.stroke(at(5, 6))
    assert inked(blank.state) == {(5, 5), (5, 7)}
    blank.key("P")
    blank.stroke(at(5, 6))
    assert inked(blank.state) == {(5, 5), (5, 6), (5, 7)}


def test_fill(blank):
    for corners in ((at(5, 5), at(5, 9)), (at(9, 5), at(9, 9)), (at(5, 5), at(9, 5)), (at(5, 9), at(9, 9))):
        blank.stroke(*corners)
    blank.key("G")
    blank.stroke(at(7, 7))
    assert inked(blank.state) == {(row, column) for row in range(5, 10) for column in range(5, 10)}
    assert blank.state.tool == "fill"


def test_changing_tool_or_size_keeps_the_drawing_and_is_no_step(blank):
    blank.stroke(at(5, 5))
    before = blank.state
    blank.click("Fill (G)")
    blank.key("]")
    blank.key("]")
    blank.key("[")
    assert blank.state == replace(before, tool="fill", brush=2)
    blank.key("Ctrl+Z")
    assert blank.state == replace(before, drawing=Drawing.blank(), tool="fill", brush=2)


def test_what_was_done_before_does_not_end_a_stroke(blank):
    blank.key(".")  # steps within a second are one, until then
    QTest.mousePress(blank.canvas, LEFT, pos=blank.at(blank.canvas, at(9, 9)))
    assert not blank.tab._rest.isActive()
    QTest.mouseRelease(blank.canvas, LEFT, pos=blank.at(blank.canvas, at(9, 9)))


def test_presses_of_a_key_are_one_step_until_the_hand_rests(screen):
    start = screen.state
    for _ in range(3):
        screen.key(".")
    after = screen.state
    screen.tab._rest.setInterval(1)
    screen.until(lambda: not screen.tab._rest.isActive())
    screen.tab._rest.setInterval(1000)
    screen.key(".")
    screen.key("Ctrl+Z")
    assert screen.state == after
    screen.key("Ctrl+Z")
    assert screen.state == start


def test_the_wheel_and_the_menu_change_the_brush(blank):
    point = QPointF(blank.at(blank.canvas, 300))
    none, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(
        point,
        blank.canvas.mapToGlobal(point),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        none,
        phase,
        False,
    )
    QApplication.sendEvent(blank.canvas, event)
    assert blank.state.brush == 3
    menu = blank.one(QAbstractButton, "Brush size ([ and ], or the wheel)").menu()
    menu.actions()[4].trigger()
    assert blank.state.brush == 5
    blank.key("]")
    assert blank.state.brush == 5


def test_a_wide_brush(blank):
    blank.stage.edit(replace(blank.state, brush=3))
    blank.stroke(at(10, 10))
    assert (10, 10) in inked(blank.state)
    assert 5 <= len(inked(blank.state)) <= 9


# -- whole drawings ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("way", ["button", "key"])
@pytest.mark.parametrize(
    ("name", "key", "change"),
    [
        ("Clear", "Del", lambda pixels: pixels * 0),
        ("Invert", "I", lambda pixels: 1 - pixels),
        ("Centre and scale", "C", pictures.centre_and_scale),
    ],
)
def test_acts_on_the_whole_drawing(screen, name, key, change, way):
    screen.stage.edit(replace(screen.state, drawing=Drawing.of(np.eye(28)[::-1] * (np.arange(28) < 9))))
    before = screen.state
    screen.click(name) if way == "button" else screen.key(key)
    expected = Drawing.of(change(before.drawing.pixels()))
    assert screen.state == replace(before, drawing=expected)
    screen.settle()
    assert screen.tab.result.drawing == expected
    screen.key("Ctrl+Z")
    assert screen.state == before


def test_there_is_nothing_to_clear_on_a_blank_page(blank):
    for name in ("clear", "centre"):
        assert not blank.window.commands.action(f"autoregressive.{name}").isEnabled()
    blank.stroke(at(5, 5))
    for name in ("clear", "centre"):
        assert blank.window.commands.action(f"autoregressive.{name}").isEnabled()


def test_an_example_is_chosen_with_the_pointer(screen):
    strip = screen.one(ThumbnailStrip)
    before = screen.state
    QTest.mouseClick(strip, LEFT, pos=strip.box(2).center())
    examples = __import__("genplay.data.examples", fromlist=["examples"]).examples()
    assert screen.state == replace(before, drawing=Drawing.of(examples[2].bits))
    assert strip.accessibleDescription() == examples[2].name
    screen.settle()
    screen.key("Ctrl+Z")
    assert screen.state == before
    assert strip.accessibleDescription() == examples[1].name


@pytest.mark.parametrize("way", ["button", "key"])
def test_the_next_example(screen, way):
    from genplay.data import examples

    shown = [Drawing.of(example.bits) for example in examples.examples()]
    start = shown.index(screen.state.drawing)
    for step in range(1, len(shown) + 1):
        screen.click("Next example") if way == "button" else screen.key("N")
        assert screen.state.drawing == shown[(start + step) % len(shown)]


def test_after_an_own_drawing_the_next_example_is_the_first(blank):
    from genplay.data import examples

    blank.stroke(at(1, 1))
    blank.key("N")
    assert blank.state.drawing == Drawing.of(examples.examples()[0].bits)


def test_a_new_drawing_ends_what_was_asked_about_the_old_one(screen):
    screen.stage.edit(replace(screen.state, flip=3, sample_from=100))
    screen.settle()
    screen.key("N")
    assert (screen.state.flip, screen.state.sample_from) == (None, None)
    screen.key("Ctrl+Z")
    assert (screen.state.flip, screen.state.sample_from) == (3, 100)


# -- pictures ----------------------------------------------------------------------------------------------


def fitted(path, threshold=128):
    return Drawing.of(pictures.fit(pictures.read_picture(path).ink) >= threshold)


def test_an_opened_picture_becomes_the_drawing(screen, tmp_path, choose_file):
    before = screen.state
    choose_file(a_picture(tmp_path / "a.png"))
    screen.click("Open a picture…")
    screen.until(lambda: screen.state.source is not None)
    assert screen.state.drawing == fitted(tmp_path / "a.png")
    assert any(isinstance(request, Import) for request in screen.engine.asked)
    screen.settle()
    assert screen.tab.result.drawing == screen.state.drawing
    screen.key("Ctrl+Z")
    assert screen.state == before


def test_a_dropped_picture_does_too(screen, tmp_path):
    path = a_picture(tmp_path / "a.webp")
    screen.window.open_path(path)
    screen.until(lambda: screen.state.source is not None)
    assert screen.state.drawing == fitted(path)


@pytest.mark.parametrize("what", ["picture", "file"])
def test_a_pasted_picture_does_too(screen, tmp_path, what):
    path = a_picture(tmp_path / "a.png")
    if what == "picture":
        QGuiApplication.clipboard().setImage(QImage(str(path)))
    else:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        QGuiApplication.clipboard().setMimeData(data)
    screen.key("Ctrl+V")
    screen.until(lambda: screen.state.source is not None)
    assert screen.state.drawing == fitted(path)
    QGuiApplication.clipboard().clear()


def test_what_is_drawn_while_a_picture_is_read_stays(screen, tmp_path):
    screen.tab.open_picture(a_picture(tmp_path / "a.png"))
    stroke = Drawing.of(np.eye(28))
    screen.tab.edit(drawing=stroke)
    screen.settle()
    assert (screen.state.drawing, screen.state.source) == (stroke, None)


def test_an_empty_clipboard_is_said(screen):
    before = screen.state
    QGuiApplication.clipboard().setText("words")
    screen.key("Ctrl+V")
    assert screen.toasts == ["There is no picture in the clipboard."]
    assert screen.state is before


@pytest.mark.parametrize("kind", ["words", "truncated", "empty", "folder", "missing"])
def test_what_is_no_picture_is_refused_and_loses_nothing(screen, tmp_path, kind):
    path = tmp_path / "bad.png"
    if kind == "words":
        path.write_text("not a picture")
    elif kind == "truncated":
        path.write_bytes(a_picture(tmp_path / "a.png").read_bytes()[:200])
    elif kind == "empty":
        path.touch()
    elif kind == "folder":
        path.mkdir()
    before, result = screen.state, screen.tab.result
    screen.tab.open_picture(path)
    screen.until(lambda: screen.toasts)
    with pytest.raises(UserError) as error:
        pictures.read_picture(path)
    assert screen.toasts == [str(error.value)]
    assert screen.state is before
    assert screen.tab.result is result


def test_that_only_the_first_frame_of_a_moving_picture_was_taken_is_said(screen, tmp_path):
    frames = [Image.fromarray(np.full((30, 30), grey, np.uint8)) for grey in (0, 255)]
    frames[0].save(tmp_path / "a.gif", save_all=True, append_images=frames[1:])
    screen.tab.open_picture(tmp_path / "a.gif")
    screen.until(lambda: screen.toasts)
    assert screen.toasts == ["The picture moves: its first frame was taken."]


def test_the_threshold_belongs_to_the_picture(screen, tmp_path):
    assert screen.all(QSlider, "Ink from") == []
    path = a_picture(tmp_path / "a.png")
    screen.tab.open_picture(path)
    screen.until(lambda: screen.all(QSlider, "Ink from"))
    slider = screen.one(QSlider, "Ink from")
    QTest.mousePress(slider, LEFT, pos=QPoint(slider.width() // 2, slider.height() // 2))
    QTest.mouseMove(slider, QPoint(slider.width() - 2, slider.height() // 2))
    assert screen.state.threshold > 200
    QTest.mouseRelease(slider, LEFT, pos=QPoint(slider.width() - 2, slider.height() // 2))
    assert screen.state.drawing == fitted(path, screen.state.threshold)
    screen.key("Ctrl+Z")  # the whole drag
    assert screen.state.threshold == 128
    assert screen.state.drawing == fitted(path)
    screen.settle()
    screen.stroke(at(1, 1))
    assert screen.state.source is None
    screen.until(lambda: not screen.all(QSlider, "Ink from"))


# -- time --------------------------------------------------------------------------------------------------


def test_reset_step_and_step_back(screen):
    screen.click("Back to the start")
    assert (screen.state.cursor, screen.state.hide_future) == (0, True)
    for _ in range(3):
        screen.click("Step")
    assert screen.state.cursor == 3
    screen.click("Step back")
    assert screen.state.cursor == 2
    assert "pixel 2 / 784" in screen.texts()
    result = screen.tab.result
    assert screen.hero == text.nats(float(result.running[2]))
    screen.key("Home")
    screen.key(",")
    assert screen.state.cursor == 0
    screen.key(".")
    assert screen.state.cursor == 1
    screen.key("End")
    assert (screen.state.cursor, screen.state.hide_future) == (PIXELS, False)
    screen.key(".")
    assert screen.state.cursor == PIXELS


def test_time_asks_the_model_nothing(screen):
    before = len(screen.engine.asked)
    for key in ("Home", ".", ",", "H", "End", "S"):
        screen.key(key)
    assert len(screen.engine.asked) == before


def test_play_walks_to_the_end_and_stops(screen):
    screen.stage.edit(replace(screen.state, speed=4))
    screen.key("Home")
    screen.click("Play")
    assert screen.tab.playing
    screen.until(lambda: 5 < screen.state.cursor < PIXELS)
    assert screen.state.hide_future
    screen.click("Pause")
    assert not screen.tab.playing
    at_rest = screen.state.cursor
    screen.stage.edit(replace(screen.state, speed=5))
    screen.key("Space")
    screen.until(lambda: screen.state.cursor == PIXELS)
    assert not screen.tab.playing
    assert not screen.state.hide_future
    screen.key("Ctrl+Z")
    assert screen.state.cursor == at_rest


def test_play_is_named_as_work_that_can_be_stopped(screen):
    screen.key("Space")
    screen.until(lambda: "Playing, 30 steps a second" in screen.texts())
    assert screen.window.commands.action("autoregressive.play").isChecked()
    screen.click("Stop the work in progress")
    assert not screen.tab.playing
    assert not screen.window.commands.action("autoregressive.play").isChecked()
    assert screen.all(QAbstractButton, "Stop the work in progress") == []


def test_play_at_the_end_begins_anew(screen):
    screen.key("End")
    screen.key("Space")
    assert screen.state.cursor < PIXELS
    assert screen.state.hide_future
    screen.key("Space")


def test_undo_while_playing_stands_still(screen):
    before = screen.state
    screen.stage.edit(replace(screen.state, speed=4))
    screen.key("Space")
    screen.until(lambda: screen.state.cursor > before.cursor + 3)
    screen.key("Ctrl+Z")
    assert not screen.tab.playing
    assert screen.state == replace(before, speed=4)


def test_a_stroke_while_playing_is_one_step_and_ends_the_walk(screen):
    screen.stage.edit(replace(screen.state, speed=4))
    screen.key("Space")
    screen.until(lambda: screen.state.cursor > 420)
    drawn_on = screen.state.drawing
    canvas = screen.canvas
    QTest.mousePress(canvas, LEFT, pos=screen.at(canvas, 29))
    assert not screen.tab.playing
    for pixel in range(30, 50):
        QTest.mouseMove(canvas, screen.at(canvas, pixel))
        QTest.qWait(1)
    QTest.mouseRelease(canvas, LEFT, pos=screen.at(canvas, 50))
    assert screen.state.drawing != drawn_on
    screen.key("Ctrl+Z")
    assert screen.state.drawing == drawn_on


def test_a_step_speaks_of_the_cursor_wherever_the_pointer_rests(screen):
    screen.hover(screen.maps[0], 204)
    assert screen.tab.focus == 204
    screen.key(".")
    assert screen.tab.focus == screen.state.cursor - 1


def test_slow_motion_asks_before_it_answers(screen):
    screen.key("Home")
    screen.stage.edit(replace(screen.state, slow=True, speed=0))
    screen.key("Space")
    values = []
    for number in ("1. Read", "2. Expect", "3. It is"):
        screen.until(lambda number=number: number in screen.reading)
        screen.until(lambda: not any(pace.resting for pace in screen.tab.findChildren(Pace)))
        values.append((screen.one(FormulaStrip).accessibleDescription(), screen.hero))
    screen.key("Space")
    result = screen.tab.result
    p, term = text.prob(float(result.probabilities[0])), text.nats(-float(result.surprises[0]))
    assert [f"p {p}" in said for said, _ in values] == [False, True, True]
    assert [f"term {term}" in said for said, _ in values] == [False, False, True]
    assert [hero for _, hero in values] == ["0.00", "0.00", text.nats(float(result.running[1]))]


def test_the_scrubber(screen):
    slider = screen.one(QSlider, "Position")
    y = slider.height() // 2
    before = screen.state
    QTest.mousePress(slider, LEFT, pos=QPoint(slider.width() - 20, y))
    QTest.mouseMove(slider, QPoint(10, y))
    QTest.mouseRelease(slider, LEFT, pos=QPoint(10, y))
    assert 0 < screen.state.cursor < 60
    once = screen.state
    QTest.mouseClick(slider, LEFT, pos=QPoint(slider.width() // 2, y))
    assert screen.state.cursor > 300
    screen.key("Ctrl+Z")
    assert screen.state == once
    screen.key("Ctrl+Z")
    assert screen.state == before


def test_speed_is_a_way_of_looking(screen):
    slider = screen.one(QSlider, "Speed")
    QTest.mouseClick(slider, LEFT, pos=QPoint(2, slider.height() // 2))
    assert screen.state.speed == 0
    assert not screen.stage.history.can_undo


def test_slow_motion_names_each_phase(screen):
    screen.key("Home")
    screen.click("Slow")
    assert screen.state.slow
    screen.key("Space")
    seen = []
    for number in ("1. Read what came before", "2. Expect ink with p =", "3. It is paper: add"):
        screen.until(lambda number=number: number in screen.reading)
        seen.append(screen.state.cursor)
    assert seen == [1, 1, 1]
    screen.until(lambda: screen.state.cursor == 2)
    screen.key("Space")
    screen.click("Slow")
    assert "1." not in screen.reading


def test_the_hidden_future_says_nothing(screen):
    screen.key("H")
    assert screen.state.hide_future
    pixel = screen.state.cursor + 40
    assert screen.colour(screen.maps[0], pixel) != screen.colour(screen.maps[0], 0)
    screen.hover(screen.maps[0], pixel)
    assert "p(ink)" not in screen.reading or f"Row {pixel // 28 + 1}," not in screen.reading
    result = screen.tab.result
    assert screen.hero == text.nats(float(result.running[screen.state.cursor]))
    screen.key("H")
    assert screen.hero == text.nats(result.log_prob)


# -- what is pointed at ------------------------------------------------------------------------------------


def curve_at(screen, step):
    """Where the running sum after so many pixels is, on the plot."""
    screen.until(lambda: not screen.tab.looking.view.sums._pace.resting)  # its axis may still move
    curve = screen.one(RunningSum)
    view = curve.getPlotItem().getViewBox()
    point = curve.mapFromScene(view.mapViewToScene(QPointF(step, 0)))
    return curve, QPoint(round(point.x()), curve.height() // 2)


def test_pointing_at_the_curve_reads_its_last_pixel(screen):
    curve, point = curve_at(screen, 392)
    QTest.mouseMove(curve.viewport(), point)
    assert abs(screen.tab.focus - 391) <= 1
    step = screen.tab.focus + 1
    row, column = divmod(screen.tab.focus, 28)
    assert f"Row {row + 1}, column {column + 1}," in screen.reading
    screen.until(lambda: curve._cursor == curve._hovered == step)


@pytest.mark.parametrize("step", [0, 392, PIXELS])
def test_a_click_on_the_curve_reads_so_far(screen, step):
    curve, point = curve_at(screen, step)
    QTest.mouseClick(curve.viewport(), LEFT, pos=point)
    assert abs(screen.state.cursor - step) <= 1
    assert screen.state.cursor == step or 0 < step < PIXELS


@pytest.mark.parametrize("which", ["canvas", "expected", "surprise"])
def test_pointing_at_a_pixel_reads_it(screen, which):
    view = {"canvas": screen.canvas, "expected": screen.maps[0], "surprise": screen.maps[1]}[which]
    pixel = at(7, 12)
    screen.hover(view, pixel)
    result = screen.tab.result
    assert screen.tab.focus == pixel
    for words in (
        "Row 8, column 13",
        "ink" if result.drawing.flat()[pixel] else "paper",
        f"p(ink) {text.prob(float(result.probabilities[pixel]))}",
        f"{text.nats(float(result.surprises[pixel]))} nats",
        "Alt+click: what if?",
    ):
        assert words in screen.reading
    QTest.mouseMove(screen.window, QPoint(3, 400))
    assert screen.tab.focus == screen.state.cursor - 1


def test_a_click_on_a_map_moves_the_cursor(screen):
    QTest.mouseClick(screen.maps[1], LEFT, pos=screen.at(screen.maps[1], 99))
    assert screen.state.cursor == 100
    screen.key("Ctrl+Z")
    assert screen.state.cursor == 408


def test_the_middle_button_picks_on_the_canvas(screen):
    before = screen.state
    QTest.mouseClick(screen.canvas, Qt.MouseButton.MiddleButton, pos=screen.at(screen.canvas, 199))
    assert screen.state == replace(before, cursor=200)


# -- what if -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("which", ["canvas", "expected", "surprise"])
def test_alt_click_compares_and_escape_ends_it(screen, which):
    view = {"canvas": screen.canvas, "expected": screen.maps[0], "surprise": screen.maps[1]}[which]
    before, pixel = screen.state, at(7, 12)
    QTest.mouseClick(view, LEFT, ALT, pos=screen.at(view, pixel))
    assert screen.state == replace(before, flip=pixel)
    screen.settle()
    assert isinstance(screen.engine.asked[-1], WhatIf)
    assert any(words.startswith("What if pixel ") for words in screen.texts())
    assert "Expected ink moves" in screen.texts()
    comparison = screen.engine._compare(screen.engine.asked[-1])
    gain = float(comparison.gained.sum())
    assert screen.hero == (text.nats(gain) if gain < 0 else f"+{text.nats(gain)}")
    assert np.count_nonzero(comparison.moved[: pixel + 1]) == 0
    screen.key("Esc")
    assert screen.state == before
    assert "Expected ink" in screen.texts()
    assert screen.hero == text.nats(screen.tab.result.log_prob)


def test_the_same_pixel_again_ends_the_comparison(screen):
    for _ in range(2):
        QTest.mouseClick(screen.maps[0], LEFT, ALT, pos=screen.at(screen.maps[0], 300))
        screen.settle()
    assert screen.state.flip is None
    QTest.mouseClick(screen.maps[0], LEFT, ALT, pos=screen.at(screen.maps[0], 300))
    screen.click("End comparison")
    assert screen.state.flip is None


def test_a_key_flips_the_pixel_that_is_pointed_at(screen):
    screen.key("End")  # nothing is in focus then
    screen.hover(screen.maps[0], 55)
    screen.key("F")
    assert screen.state.flip == 55
    screen.key("Esc")
    QTest.mouseMove(screen.window, QPoint(3, 400))
    screen.until(lambda: screen.tab.focus is None)
    screen.key("F")
    assert screen.state.flip is None
    assert screen.toasts == ["Point at a pixel first."]


def test_drawing_ends_the_comparison(screen):
    QTest.mouseClick(screen.maps[0], LEFT, ALT, pos=screen.at(screen.maps[0], 300))
    screen.settle()
    screen.stroke(at(1, 1))
    assert screen.state.flip is None
    screen.settle()
    assert screen.hero == text.nats(screen.tab.result.log_prob)


# -- samples -----------------------------------------------------------------------------------------------


def asked(screen):
    return [request for request in screen.engine.asked if isinstance(request, Sample)]


@pytest.mark.parametrize("way", ["button", "key"])
def test_complete_from_here(screen, way):
    screen.click("Complete from here") if way == "button" else screen.key("Ctrl+Return")
    assert screen.state.sample_from == 407
    screen.settle()
    assert asked(screen)[-1] == Sample("nade", screen.state.drawing, start=407, seed=0)
    assert "Completions" in screen.texts()
    assert any(said.endswith("seed 0") for said in screen.texts())


def test_sample_from_nothing(screen):
    screen.key("Ctrl+R")
    screen.settle()
    assert asked(screen)[-1].start == 0
    assert "Eight samples" in screen.texts()


def test_without_a_cursor_the_button_samples_from_nothing(screen):
    screen.key("End")
    screen.click("Sample from nothing")
    assert screen.state.sample_from == 0


def test_samples_grow_before_the_eye(screen):
    screen.engine.hold()
    screen.click("Complete from here")
    screen.engine.let(1)
    grid = screen.one(SampleGrid)
    screen.until(lambda: screen.tab.looking.scene.samples is not None)
    done = screen.tab.looking.scene.samples.done
    assert 407 < done < PIXELS
    assert not screen.tab.settled()
    screen.engine.release()
    screen.settle()
    assert screen.tab.looking.scene.samples.done == PIXELS
    kept = screen.state.drawing.flat()[:407]
    assert (screen.tab.looking.scene.samples.pixels[:, :407] == kept).all()
    assert grid.isVisible()


@pytest.mark.parametrize("way", ["button", "command"])
def test_again_takes_the_next_seed(screen, way):
    screen.click("Complete from here")
    screen.settle()
    screen.click("Sample again") if way == "button" else screen.key("Ctrl+Return")
    assert (screen.state.seed, screen.state.sample_from) == (1, 407)
    screen.settle()
    assert asked(screen)[-1].seed == 1
    assert any(said.endswith("seed 1") for said in screen.texts())
    screen.key("Ctrl+Z")
    assert screen.state.seed == 0


def test_a_sample_becomes_the_drawing(screen):
    screen.click("Complete from here")
    screen.settle()
    grid, before = screen.one(SampleGrid), screen.state
    sample = screen.tab.looking.scene.samples.pixels[5]
    QTest.mouseClick(grid, LEFT, pos=(grid.cell(5).center() / grid.devicePixelRatioF()))
    assert screen.state.drawing == Drawing.of(sample.reshape(28, 28))
    assert screen.state.sample_from is None
    screen.settle()
    screen.key("Ctrl+Z")
    assert screen.state == before


def test_an_unfinished_sample_is_not_taken(screen):
    screen.engine.hold()
    screen.click("Complete from here")
    screen.engine.let(1)
    screen.until(lambda: screen.tab.looking.scene.samples is not None)
    before, grid = screen.state, screen.one(SampleGrid)
    QTest.mouseClick(grid, LEFT, pos=grid.cell(1).center())
    assert screen.state is before


def test_closing_the_samples(screen):
    screen.click("Complete from here")
    screen.settle()
    screen.click("Close")
    assert screen.state.sample_from is None
    assert screen.all(SampleGrid) == []


def test_the_seed_is_asked_for(screen):
    screen.click("Complete from here")
    seed = screen.one(QAbstractSpinBox, "Seed")
    seed.setFocus()
    seed.selectAll()
    QTest.keyClicks(seed, "1234")
    QTest.keyClick(seed, Qt.Key.Key_Return)
    assert screen.state.seed == 1234
    screen.settle()
    assert asked(screen)[-1].seed == 1234


def test_another_temperature_is_no_longer_the_model_and_that_is_said(screen):
    screen.click("Complete from here")
    assert not any("no longer the model" in words for words in screen.texts())
    box = screen.one(QAbstractSpinBox, "Temperature")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert screen.state.temperature == pytest.approx(1.05)
    assert "Temperature 1.05: no longer the model" in screen.texts()
    screen.settle()
    assert asked(screen)[-1].temperature == pytest.approx(1.05)
    screen.key("Ctrl+Z")
    assert screen.state.temperature == 1.0
    assert not any("no longer the model" in words for words in screen.texts())


# -- what leaves the tab -----------------------------------------------------------------------------------


def test_the_drawing_is_copied_and_pasted(screen):
    drawing = screen.state.drawing
    screen.key("Ctrl+C")
    assert screen.toasts == ["The drawing is in the clipboard."]
    screen.key("Del")
    screen.key("Ctrl+V")
    screen.until(lambda: screen.state.source is not None)
    assert screen.state.drawing == drawing
    QGuiApplication.clipboard().clear()


def test_a_saved_drawing_opens_as_the_same(screen, tmp_path, choose_file):
    drawing = screen.state.drawing
    choose_file(tmp_path / "mine")
    screen.window.commands.run("autoregressive.save_drawing")
    assert screen.toasts == ["mine.png is saved."]
    screen.key("Del")
    screen.tab.open_picture(tmp_path / "mine.png")
    screen.until(lambda: screen.state.source is not None)
    assert screen.state.drawing == drawing


def test_the_maps_are_saved(screen, tmp_path, choose_file):
    choose_file(tmp_path / "maps.png")
    screen.window.commands.run("autoregressive.save_maps")
    assert QImage(str(tmp_path / "maps.png")).width() > 2 * screen.maps[0].width()


def test_the_chain_rule_is_exported(screen, tmp_path, choose_file):
    choose_file(tmp_path / "trace.csv")
    screen.key("Ctrl+E")
    assert screen.toasts == ["trace.csv is saved."]
    assert len((tmp_path / "trace.csv").read_text().splitlines()) == 785


def test_a_place_that_cannot_be_written_is_said(screen, tmp_path, choose_file):
    choose_file(tmp_path / "nowhere" / "a.csv")
    screen.key("Ctrl+E")
    assert screen.toasts == [f"a.csv cannot be written: the folder {tmp_path / 'nowhere'} does not exist."]


def test_whoever_changes_their_mind_saves_nothing(screen, tmp_path, choose_file):
    choose_file(None)
    for name in ("save_drawing", "save_maps", "save_trace", "open"):
        screen.window.commands.run(f"autoregressive.{name}")
    assert screen.toasts == []
    assert list(tmp_path.iterdir()) == []


# -- undo --------------------------------------------------------------------------------------------------


def test_a_hundred_strokes_can_be_undone(blank):
    cells = [at(row, column) for row in range(0, 20, 2) for column in range(0, 20, 2)]
    blank.engine.hold()  # only the states matter here
    for cell in cells:
        blank.stroke(cell)
    assert len(inked(blank.state)) == 100
    for _ in cells:
        blank.key("Ctrl+Z")
    assert inked(blank.state) == set()
    for _ in cells:
        blank.key("Ctrl+Shift+Z")
    assert len(inked(blank.state)) == 100
    blank.engine.release()
    blank.settle()
    assert blank.tab.result.drawing == blank.state.drawing


def test_undo_and_redo_of_everything_come_back_to_the_same(screen):
    """Whatever is done, in whatever order: undoing all of it ends where it began, redoing where it was."""
    start = screen.state
    deeds = [
        lambda: screen.stroke(at(3, 3), at(3, 9)),
        lambda: screen.key("I"),
        lambda: screen.key("Home"),
        lambda: screen.key("."),
        lambda: screen.click("Sample from nothing"),
        lambda: screen.key("N"),
        lambda: screen.key("H"),
        lambda: QTest.mouseClick(screen.maps[0], LEFT, ALT, pos=screen.at(screen.maps[0], 300)),
        lambda: screen.key("C"),
        lambda: QTest.mouseClick(screen.maps[1], LEFT, pos=screen.at(screen.maps[1], 99)),
        lambda: screen.key("Ctrl+Return"),
        lambda: screen.click("Sample again"),
        lambda: screen.key("Del"),
    ]
    states = [start]
    for deed in deeds:
        deed()
        assert screen.state != states[-1]
        states.append(screen.state)
    for expected in reversed(states[:-1]):
        screen.key("Ctrl+Z")
        assert screen.state == expected
    assert not screen.stage.history.can_undo
    for expected in states[1:]:
        screen.key("Ctrl+Shift+Z")
        assert screen.state == expected
    screen.settle()
    assert screen.tab.result.drawing == screen.state.drawing


# -- answers that are late, wrong or stale -----------------------------------------------------------------


def spy(screen, monkeypatch):
    """Write down every result that reaches the tab."""
    seen, show = [], screen.tab.show_result

    def note(slot, result):
        seen.append(result)
        show(slot, result)

    monkeypatch.setattr(screen.tab, "show_result", note)
    return seen


@pytest.mark.parametrize("change", ["Ctrl+Z", "N", "Del", "session"])
def test_after_any_other_change_no_older_answer_is_shown(blank, monkeypatch, begin, change):
    seen = spy(blank, monkeypatch)
    blank.engine.hold()
    blank.stroke(at(9, 9))
    older = blank.state.drawing
    blank.until(lambda: blank.engine.asked[-1].drawing == older)
    if change == "session":
        blank.window.show_session(begin())
    else:
        blank.key(change)
    blank.engine.release()
    blank.settle()
    assert older not in [result.drawing for result in seen]
    assert blank.tab.result.drawing == blank.state.drawing


def test_along_one_stroke_older_answers_pass(blank, monkeypatch):
    seen = spy(blank, monkeypatch)
    blank.engine.hold()
    canvas = blank.canvas
    QTest.mousePress(canvas, LEFT, pos=blank.at(canvas, at(9, 9)))
    first = blank.state.drawing
    blank.until(lambda: blank.engine.asked[-1].drawing == first)
    QTest.mouseMove(canvas, blank.at(canvas, at(9, 12)))
    blank.engine.release()
    blank.settle()
    assert [result.drawing for result in seen] == [first, blank.state.drawing]
    QTest.mouseRelease(canvas, LEFT, pos=blank.at(canvas, at(9, 12)))


def test_a_new_seed_lets_no_older_samples_pass(screen, monkeypatch):
    seen = spy(screen, monkeypatch)
    screen.engine.hold()
    screen.click("Complete from here")
    screen.until(lambda: asked(screen))
    box = screen.one(QAbstractSpinBox, "Seed")
    box.setFocus()
    for _ in range(2):
        QTest.keyClick(box, Qt.Key.Key_Up)
    assert screen.state.seed == 2
    screen.engine.release()
    screen.settle()
    shown = [result.pixels[:, result.start :].sum() for result in seen if result.done == PIXELS]
    last = screen.tab.looking.scene.samples.pixels
    assert len(shown) == 1
    assert (last == seen[-1].pixels).all()
    assert asked(screen)[-1].seed == 2


def test_a_held_answer_is_announced_and_its_numbers_blanked(blank):
    before = blank.hero
    blank.engine.hold()
    blank.key("N")
    blank.until(lambda: blank.hero == "–")
    assert blank.tab.result is None
    assert not blank.window.commands.action("autoregressive.save_trace").isEnabled()
    pictures_while_waiting = [view.grab().toImage() for view in blank.maps]
    blank.engine.release()
    blank.settle()
    assert blank.hero not in ("–", before)
    assert blank.hero == text.nats(blank.tab.result.log_prob)
    assert [view.grab().toImage() for view in blank.maps] != pictures_while_waiting
    assert blank.window.commands.action("autoregressive.save_trace").isEnabled()


def test_after_a_stroke_a_held_answer_is_announced_too(blank):
    blank.engine.hold()
    blank.stroke(at(9, 9), at(9, 12))
    blank.until(lambda: blank.hero == "–")
    blank.engine.release()
    blank.settle()
    assert blank.hero == text.nats(blank.tab.result.log_prob)


def test_an_error_stands_where_the_answer_would_and_can_be_tried_again(screen):
    screen.engine.error = UserError("The model {name} is missing.", name="NADE")
    screen.key("N")
    screen.until(lambda: screen.all(QAbstractButton, "Try again"))
    assert "There is no answer" in screen.texts()
    assert "The model NADE is missing." in screen.texts()
    assert screen.hero == "–"
    screen.click("Copy details")
    assert "UserError: The model NADE is missing." in QGuiApplication.clipboard().text()
    screen.engine.error = None
    screen.click("Try again")
    screen.settle()
    assert screen.hero == text.nats(screen.tab.result.log_prob)
    assert screen.all(QAbstractButton, "Try again") == []


def test_a_new_drawing_is_a_way_out_of_an_error(screen):
    screen.engine.error = ValueError("boom")
    screen.key("N")
    screen.until(lambda: screen.all(QAbstractButton, "Try again"))
    assert "Something went wrong in genplay (ValueError: boom)." in screen.texts()
    screen.engine.error = None
    screen.key("N")
    screen.settle()
    assert screen.all(QAbstractButton, "Try again") == []
    assert screen.hero == text.nats(screen.tab.result.log_prob)


def test_a_failed_load_is_remembered_until_it_is_to_be_tried_again(open_window, engine):
    engine.unloadable = UserError("The checkpoint of NADE is damaged.")
    screen = open_window()
    screen.until(lambda: screen.all(QAbstractButton, "Try again"))
    assert engine.loads == 1
    for _ in range(5):
        screen.key("N")
        screen.settle()
    assert engine.loads == 1
    assert "The checkpoint of NADE is damaged." in screen.texts()
    engine.unloadable = None
    screen.click("Try again")
    screen.settle()
    assert engine.loads == 2
    assert screen.hero == text.nats(screen.tab.result.log_prob)


@pytest.mark.parametrize("slot", ["whatif", "samples"])
def test_an_error_beside_the_score_is_said_and_the_score_stays(screen, slot):
    screen.engine.error = UserError("No.")
    screen.key("F") if slot == "whatif" else screen.key("Ctrl+R")
    screen.until(lambda: screen.toasts)
    assert screen.toasts == ["No."]
    assert screen.tab.result.drawing == screen.state.drawing


def test_stop_says_so_and_leaves_a_way_on(blank):
    blank.engine.hold()
    blank.key("N")
    blank.until(lambda: blank.all(QAbstractButton, "Stop the work in progress"))
    blank.click("Stop the work in progress")
    assert "Stopped" in blank.texts()
    blank.engine.release()
    blank.click("Try again")
    blank.settle()
    assert blank.hero == text.nats(blank.tab.result.log_prob)
    assert "Stopped" not in blank.texts()


def test_stopped_samples_stay_as_far_as_they_are(screen):
    screen.engine.hold()
    screen.click("Complete from here")
    screen.engine.let(2)
    screen.until(
        lambda: (
            screen.tab.looking.scene.samples is not None
            and screen.all(QAbstractButton, "Stop the work in progress")
        )
    )
    screen.click("Stop the work in progress")
    screen.engine.release()
    screen.settle()
    assert screen.tab.looking.scene.samples.done < PIXELS
    screen.click("Sample again")
    screen.settle()
    assert screen.tab.looking.scene.samples.done == PIXELS


def test_the_model_is_loading_before_the_first_answer(open_window, engine):
    engine.hold()
    screen = open_window()
    screen.until(lambda: screen.all(type(screen.canvas)))
    assert [view.accessibleDescription() for view in screen.maps] == ["Loading NADE"] * 2
    assert screen.hero == "–"
    engine.release()
    screen.settle()
    assert [view.accessibleDescription() for view in screen.maps] == [""] * 2


def test_choosing_the_model_that_is_chosen_changes_nothing(screen):
    before = screen.state
    screen.click("NADE")
    assert screen.state is before
    assert screen.engine.asked == []


def test_importing_in_the_background_does_not_stop_the_pen(blank, tmp_path):
    path: Path = a_picture(tmp_path / "a.png")
    blank.engine.hold()
    blank.tab.open_picture(path)
    blank.stroke(at(9, 9))
    assert inked(blank.state) == {(9, 9)}
    blank.engine.release()
    blank.until(lambda: "Not taken: the picture was changed meanwhile." in blank.toasts)
    assert inked(blank.state) == {(9, 9)}
    assert blank.state.source is None


def test_another_model_is_a_step_and_keeps_all_else(screen):
    before = screen.state
    screen.click("AR-N")
    assert screen.state == replace(before, model="arn")
    screen.settle()
    screen.until(lambda: "AR-8" in screen.one(BaselineBars).accessibleDescription())
    screen.window.commands.action("autoregressive.use_diagonal_bilstm").trigger()
    assert screen.state == replace(before, model="diagonal_bilstm")
    for expected in ("arn", before.model):
        screen.key("Ctrl+Z")
        assert screen.state.model == expected


def test_ar_n_looks_back_as_far_as_it_is_told(screen):
    screen.click("AR-N")
    spin = screen.one(Spin, "Pixels that AR-N looks back")
    for _ in range(3):
        QTest.keyClick(spin, Qt.Key.Key_Down)
    assert screen.state.reach == 5
    screen.settle()
    assert screen.engine.asked[-1] == Score("arn", screen.state.drawing, reach=5)
    screen.until(lambda: "AR-5" in screen.one(BaselineBars).accessibleDescription())
    screen.key("Ctrl+Z")
    assert screen.state.reach == 8  # presses without a rest are one step
    assert screen.state.model == "arn"
