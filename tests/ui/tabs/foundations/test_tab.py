"""From gesture to view and back, with real events: what each thing the user can do in this tab does."""

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QSlider

from genplay.data.patches import patches
from genplay.engine import session as sessions
from genplay.families.base import Drawing
from genplay.families.foundations import Bayes, Chain, Draw, Fits, counting
from genplay.families.orders import Order
from genplay.ui import text
from genplay.ui.tabs import pictures
from genplay.ui.widgets.choice import Choice
from genplay.ui.widgets.error_panel import ErrorPanel
from genplay.ui.widgets.reading import ReadingLine
from genplay.ui.widgets.spin import Spin

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


@pytest.fixture
def screen(open_window, begin):
    """A window with the Foundations tab on top, as after the start."""
    return open_window(begin("foundations"))


@pytest.fixture
def choose_file(monkeypatch):
    """Return a function that says where the user will save in the next dialogs."""

    def choose(path):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))

    return choose


def view(screen):
    return screen.tab.view


def canvas(screen):
    return view(screen).picture.canvas


def stroke(screen, *cells, button=LEFT):
    where = canvas(screen)
    QTest.mousePress(where, button, pos=screen.at(where, cells[0]))
    for cell in cells[1:]:
        QTest.mouseMove(where, screen.at(where, cell))
    QTest.mouseRelease(where, button, pos=screen.at(where, cells[-1]))
    screen.settle()


def inked(screen):
    return set(np.flatnonzero(screen.state.drawing.flat()).tolist())


def probability(screen):
    """The share of the patches that are the picture, counted one by one."""
    found = patches(*screen.state.size)
    return float((found == screen.state.drawing.flat()).all(1).mean())


def product(screen):
    """What the product strip says."""
    (strip,) = [line for line in view(screen).chain.findChildren(ReadingLine) if line.isVisible()]
    return strip.accessibleName()


# -- the first screen --------------------------------------------------------------------------------------


def test_the_first_screen_is_a_picture_with_all_its_answers(screen):
    assert {type(request) for request in screen.engine.asked} == {Fits, Chain, Bayes}
    assert screen.state.page == "all"
    shown = screen.texts()
    assert "60,000 patches of MNIST, cut to 3 × 4" in shown
    assert text.share(probability(screen)) in shown
    assert product(screen).startswith("Product of 7 factors, 0.0111")
    assert screen.toasts == []


def test_counting_needs_no_model_and_says_so(screen):
    assert screen.engine.loads == 0
    assert screen.tab.device() == "CPU, counted"


# -- the picture -------------------------------------------------------------------------------------------


def test_a_stroke_changes_every_number_and_is_one_step(screen):
    before = screen.state
    stroke(screen, 8, 9)
    assert inked(screen) == {1, 2, 5, 6, 8, 9, 10}
    assert [type(request) for request in screen.engine.asked[-2:]] == [Fits, Chain]
    assert screen.tab.scene.factors.table == pytest.approx(probability(screen), rel=1e-12)
    assert "7 of 12 ink" in screen.texts()
    screen.key("Ctrl+Z")
    screen.settle()
    assert screen.state == before
    assert screen.tab.scene.factors.drawing == before.drawing


def test_the_right_button_erases(screen):
    stroke(screen, 1, button=RIGHT)
    assert inked(screen) == {2, 5, 6, 10}


def test_enter_turns_the_cell_that_the_keys_reach(screen):
    where = canvas(screen)
    where.setFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Return):
        QTest.keyClick(where, key)
    screen.settle()
    assert inked(screen) == {1, 2, 6, 10}  # from the cursor at pixel 7 to pixel 6, which was ink


def test_clear_and_invert(screen):
    canvas(screen).setFocus()
    screen.key("I")
    assert inked(screen) == {0, 3, 4, 7, 8, 9, 11}
    screen.key("Del")
    screen.settle()
    assert inked(screen) == set()
    blank = (patches(3, 4) == 0).all(1).mean()
    assert screen.tab.scene.fitted.model("table").prob == pytest.approx(blank)


def test_a_patch_of_the_data_is_one_that_occurs_and_the_next_is_another(screen):
    seen = set()
    for _ in range(3):
        screen.click("A patch of the data")
        screen.settle()
        assert screen.tab.scene.fitted.seen > 0
        seen.add(screen.state.drawing)
    assert len(seen) > 1
    assert isinstance(screen.engine.asked[-3], Draw) or any(isinstance(r, Draw) for r in screen.engine.asked)
    screen.key("Ctrl+Z")
    assert screen.state.drawing in seen


@pytest.mark.parametrize(("name", "size"), [("2×2", (2, 2)), ("4×5", (4, 5))])
def test_another_size_keeps_what_fits_and_counts_its_own_patches(screen, name, size):
    screen.click(name)
    screen.settle()
    assert screen.state.size == size
    expected = {size[1] * row + column for row, column in ((0, 1), (1, 1))} | (
        {2, 7, 12} if size == (4, 5) else set()
    )
    assert inked(screen) == expected
    assert screen.tab.scene.factors.table == pytest.approx(probability(screen))
    pixels = size[0] * size[1]
    assert text.large(counting.full_table(pixels)) in " ".join(
        ledger for ledger in [view(screen).picture._numbers.accessibleDescription()]
    )
    screen.key("Ctrl+Z")
    screen.settle()
    assert screen.state.size == (3, 4)


def test_a_size_is_a_command_too(screen):
    screen.window.commands.run("foundations.size_4x4")
    assert screen.state.size == (4, 4)
    assert screen.window.commands.action("foundations.size_4x4").isChecked()


def test_a_picture_that_is_opened_is_fitted_to_the_size(screen, tmp_path):
    ink = np.zeros((30, 40), np.uint8)
    ink[:10, 10:30] = ink[10:20, 10:20] = 255
    Image.fromarray(255 - ink).save(tmp_path / "picture.png")
    before = screen.state.drawing
    screen.window.open_path(tmp_path / "picture.png")
    wanted = np.array([[0, 1, 1, 0], [0, 1, 0, 0], [0, 0, 0, 0]])
    screen.until(lambda: (screen.state.drawing.pixels() == wanted).all())
    screen.window.commands.run("edit.undo")
    assert screen.state.drawing == before


def test_a_picture_is_pasted(screen):
    before = screen.state.drawing
    pictures.copy(np.zeros((3, 4), np.uint8))
    screen.window.commands.run("foundations.paste")
    screen.until(lambda: screen.state.drawing != before)
    QGuiApplication.clipboard().clear()


def test_what_is_no_picture_is_refused_in_a_sentence(screen, tmp_path):
    before = screen.state
    (tmp_path / "digit.png").write_text("no picture")
    screen.window.open_path(tmp_path / "digit.png")
    screen.until(lambda: screen.toasts)
    assert "digit.png" in screen.toasts[0]
    assert screen.state == before


@pytest.mark.parametrize("act", ["Invert", "Clear"])
def test_acts_on_the_picture_have_buttons(screen, act):
    before = screen.state.drawing.pixels()
    screen.click(act)
    wanted = 1 - before if act == "Invert" else np.zeros_like(before)
    assert (screen.state.drawing.pixels() == wanted).all()


def test_n_follows_the_picture_again_where_it_meets_it(screen):
    screen.window.commands.run("foundations.count")
    plot = screen.tab.view.plot
    QTest.keyClick(plot, Qt.Key.Key_Right)
    assert (screen.state.n, screen.state.counted) == (13, 13)
    screen.tab.resize_picture(4, 4)
    assert screen.state.counted == 13
    for _ in range(3):
        QTest.keyClick(plot, Qt.Key.Key_Right)
    assert (screen.state.n, screen.state.counted) == (None, 16)
    screen.tab.resize_picture(4, 5)
    assert screen.state.counted == 20


def test_the_counters_are_reset_together(screen):
    screen.stage.edit(replace(screen.state, page="count", n=300, reach=8))
    buttons = screen.tab.view.count.findChildren(QAbstractButton)
    reset = next(button for button in buttons if button.text() == "Reset")
    QTest.mouseClick(reset, LEFT)
    assert (screen.state.n, screen.state.reach) == (None, 4)
    assert not reset.isEnabled()


def test_the_plot_is_saved_as_svg(screen, tmp_path, choose_file):
    target = tmp_path / "numbers.svg"
    choose_file(target)
    screen.window.commands.run("foundations.save_plot")
    assert QSvgRenderer(str(target)).isValid()
    written = target.read_text()
    assert "atoms in the universe" in written
    assert written.count("<polyline") >= 4


# -- the chain rule ----------------------------------------------------------------------------------------


def test_step_step_back_reset_and_end(screen):
    screen.click("Back to the start")
    assert screen.state.cursor == 0
    assert product(screen).startswith("Product of 0 factors, 1")
    screen.click("Step")
    assert product(screen).startswith("Product of 1 factor, 0.625")
    for _ in range(2):
        screen.click("Step")
    assert screen.state.cursor == 3
    factors = screen.tab.scene.factors
    expected = np.prod([factor.p for factor in factors.factors[:3]])
    assert text.share(float(expected)) in product(screen)
    screen.key(",")
    assert screen.state.cursor == 2
    screen.key("End")
    assert screen.state.cursor == 12
    assert text.share(probability(screen)) in product(screen)


def test_asking_for_time_asks_no_question(screen):
    before = len(screen.engine.asked)
    for key in ("Home", ".", ",", "End"):
        screen.key(key)
    screen.settle()
    assert len(screen.engine.asked) == before


def test_play_shows_one_factor_after_the_other_and_stops_at_the_end(screen):
    screen.stage.edit(replace(screen.state, speed=5, cursor=12))
    screen.key("Space")
    screen.until(lambda: screen.state.cursor == 12 and not screen.tab.walk.player.playing)
    assert screen.tab.work() == ""


def test_slow_motion_names_each_phase_with_its_numbers(screen):
    screen.stage.edit(replace(screen.state, slow=True, speed=5, cursor=0))
    screen.key("Space")
    seen = set()
    player, answers = screen.tab.walk.player, screen.tab.scene

    def said():
        line = product(screen)
        seen.add(next((word for word in ("agree with all", "of these", "becomes") if word in line), ""))
        return {"agree with all", "of these", "becomes"} <= seen

    screen.until(said)
    screen.key("Space")
    assert not player.playing
    assert answers.factors is not None


def test_a_click_on_a_card_shows_the_factors_up_to_it(screen):
    cards = view(screen).chain.cards
    QTest.mouseClick(cards, LEFT, pos=cards.card(9).center())
    assert screen.state.cursor == 10
    assert product(screen).startswith("Product of 10 factors")


def test_the_scrubber_moves_the_cursor_in_one_step(screen):
    before = screen.state
    (scrubber,) = [one for one in screen.all(QSlider) if one.accessibleName() == "Position"]
    scrubber.setFocus()
    QTest.keyClick(scrubber, Qt.Key.Key_Left)
    assert screen.state.cursor == 6
    canvas(screen).setFocus()
    screen.key("Ctrl+Z")
    assert screen.state == before


@pytest.mark.parametrize("kind", ["columns", "spiral", "centre"])
def test_in_any_order_the_product_lands_on_the_table(screen, kind):
    (order,) = [one for one in screen.all(Choice) if one.accessibleName() == "Order of the pixels"]
    order.setCurrentIndex(order.findData(kind))
    order.activated.emit(order.currentIndex())
    screen.key("End")
    screen.settle()
    factors = screen.tab.scene.factors
    assert [factor.pixel for factor in factors.factors] == Order(kind).sequence(3, 4).tolist()
    assert factors.running[-1] == factors.table == probability(screen)
    assert text.share(factors.table) in product(screen)


def test_a_random_order_has_a_seed(screen):
    assert not screen.all(Spin, "Seed of the order")
    screen.stage.edit(replace(screen.state, order="random"))
    screen.settle()
    first = [factor.pixel for factor in screen.tab.scene.factors.factors]
    QTest.keyClick(screen.one(Spin, "Seed of the order"), Qt.Key.Key_Up)
    screen.settle()
    assert screen.state.order_seed == 1
    assert [factor.pixel for factor in screen.tab.scene.factors.factors] != first


def test_what_never_happened_is_said_and_no_number_is_made_up(screen):
    checkers = Drawing.of(np.indices((3, 4)).sum(0) % 2)
    screen.stage.edit(replace(screen.state, drawing=checkers, cursor=12))
    screen.settle()
    assert screen.tab.scene.factors.never is not None
    shown = " ".join(screen.texts())
    assert "never happened in the data" in shown
    assert "nan" not in shown.lower()
    assert product(screen).startswith("Product of 12 factors, 0")


# -- Bayes' rule -------------------------------------------------------------------------------------------


def node(screen, pixel):
    return view(screen).bayes.graph.node(pixel).center().toPoint()


def test_a_click_gives_ink_then_paper_then_nothing(screen):
    graph = view(screen).bayes.graph
    for given in (((2, 1), (5, 1)), ((2, 0), (5, 1)), ((5, 1),)):
        QTest.mouseClick(graph, LEFT, pos=node(screen, 2))
        screen.settle()
        assert screen.state.given == given
        assert screen.tab.scene.answer.given == given


def test_with_a_key_a_click_makes_a_and_they_change_places(screen):
    graph = view(screen).bayes.graph
    screen.key("A")
    QTest.mouseClick(graph, LEFT, pos=node(screen, 0))
    assert (screen.state.a, screen.state.b) == (0, 9)
    QTest.mouseClick(graph, LEFT, pos=node(screen, 9))
    assert (screen.state.a, screen.state.b) == (9, 0)
    QTest.mouseClick(graph, LEFT, pos=node(screen, 5))  # it was given
    assert (screen.state.a, screen.state.given) == (5, ())
    QTest.mouseClick(graph, RIGHT, pos=node(screen, 3))  # gives, whatever a click makes
    assert screen.state.given == ((3, 1),)


def test_the_graphs_keys_give_a_pixel(screen):
    graph = view(screen).bayes.graph
    graph.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(graph, key)
    assert screen.state.given == ((2, 1), (5, 1))


def test_the_probabilities_are_those_of_the_patches(screen):
    found = patches(3, 4)
    known = found[:, 5] == 1
    a, b = found[:, 1] == 1, found[:, 9] == 1
    shown = screen.texts()
    for value in (a.mean(), a[b].mean(), a[known].mean(), a[b & known].mean()):
        assert text.share(float(value)) in shown


def test_a_condition_that_never_happened_is_a_sentence(screen):
    checkers = np.indices((4, 5)).sum(0).ravel() % 2
    given = tuple((pixel, int(checkers[pixel])) for pixel in range(20) if pixel not in (6, 12))
    known = [pixel for pixel, _ in given]
    assert not (patches(4, 5)[:, known] == checkers[known]).all(1).any()
    state = replace(screen.state.resized(4, 5), page="bayes", a=6, b=12, given=given)
    screen.stage.edit(state)
    screen.settle()
    shown = " ".join(screen.texts())
    assert "The given pixels never have these values together in the data" in shown
    assert "nan" not in shown.lower()


# -- counting ----------------------------------------------------------------------------------------------


def test_dragging_n_to_784_shows_a_number_of_236_zeros_and_is_one_step(screen):
    screen.key("Alt+1")
    assert screen.state.page == "count"
    before, plot = screen.state, view(screen).plot
    screen.picture()
    QTest.mousePress(plot, LEFT, pos=plot.handle_at().toPoint())
    for x in (300, 600, plot.width() - 1, plot.width() - 1):
        QTest.mouseMove(plot, QPoint(x, plot.height() // 2))
    QTest.mouseRelease(plot, LEFT, pos=QPoint(plot.width() - 1, plot.height() // 2))
    assert screen.state.n == 784
    assert sum("10²³⁶" in words for words in screen.texts()) >= 3
    screen.key("Ctrl+Z")
    assert screen.state == before


def test_the_sliders_of_n_and_of_ar_n(screen):
    screen.key("Alt+1")
    n, reach = [one for one in view(screen).count.findChildren(QSlider) if one.isVisible()]
    n.setFocus()
    QTest.keyClick(n, Qt.Key.Key_Right)
    assert screen.state.n == 13
    reach.setFocus()
    QTest.keyClick(reach, Qt.Key.Key_Right)
    screen.settle()
    assert screen.state.reach == 5
    assert str(counting.autoregressive(13, 5)) in " ".join(screen.texts())
    assert screen.tab.scene.fitted.reach == 5


def test_how_far_ar_n_looks_back_is_chosen_in_the_header(screen):
    spin = screen.one(Spin, "Pixels that AR-N looks back")
    QTest.keyClick(spin, Qt.Key.Key_Up)
    screen.settle()
    assert screen.state.reach == 5
    assert "AR-5" in screen.texts()
    assert screen.tab.scene.fitted.reach == 5
    canvas(screen).setFocus()
    screen.key("Ctrl+Z")
    assert screen.state.reach == 4
    screen.key("Alt+1")
    assert not screen.all(Spin, "Pixels that AR-N looks back")  # there is a slider


def test_the_wheel_moves_n_by_one(screen):
    plot = view(screen).plot
    at = QPointF(300, 30)
    wheel = QWheelEvent(
        at, plot.mapToGlobal(at), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(plot, wheel)
    assert screen.state.n == 13


# -- pages, sessions, files --------------------------------------------------------------------------------


@pytest.mark.parametrize(("key", "page"), [("Alt+1", "count"), ("Alt+2", "chain"), ("Alt+3", "bayes")])
def test_pages_are_turned_to_by_keys_and_undone(screen, key, page):
    screen.key(key)
    assert screen.state.page == page
    screen.key("Ctrl+Z")
    assert screen.state.page == "all"


def test_the_header_turns_the_pages_too(screen):
    screen.click("Chain rule")
    assert screen.state.page == "chain"
    assert view(screen).chain.isVisible()
    assert not view(screen).bayes.isVisible()


@pytest.mark.parametrize(
    ("page", "first", "rows"),
    [("all", "order", 13), ("chain", "order", 13), ("count", "pixels", 785), ("bayes", "probability", 12)],
)
def test_the_numbers_of_each_page_are_exported(screen, tmp_path, choose_file, page, first, rows):
    screen.stage.edit(replace(screen.state, page=page))
    screen.settle()
    choose_file(tmp_path / "numbers.csv")
    screen.key("Ctrl+E")
    assert screen.toasts == ["numbers.csv is saved."]
    with (tmp_path / "numbers.csv").open(newline="", encoding="utf-8") as stream:
        read = list(csv.reader(stream))
    assert (read[0][0], len(read)) == (first, rows)


def test_the_exported_product_is_the_tables_probability_to_the_last_digit(screen, tmp_path, choose_file):
    choose_file(tmp_path / "a.csv")
    screen.key("Ctrl+E")
    with (tmp_path / "a.csv").open(newline="", encoding="utf-8") as stream:
        last = list(csv.DictReader(stream))[-1]
    assert float(last["product"]) == probability(screen)


def test_the_exported_counts_are_whole_numbers_however_long(screen, tmp_path, choose_file):
    screen.key("Alt+1")
    choose_file(tmp_path / "a.csv")
    screen.key("Ctrl+E")
    with (tmp_path / "a.csv").open(newline="", encoding="utf-8") as stream:
        last = list(csv.DictReader(stream))[-1]
    assert int(last["table"]) == 2**784 - 1


def test_the_picture_is_copied_and_saved(screen, tmp_path, choose_file):
    screen.key("Ctrl+C")
    assert QGuiApplication.clipboard().image().size().width() == 40
    QGuiApplication.clipboard().clear()
    choose_file(tmp_path / "a")
    screen.window.commands.run("foundations.save_drawing")
    assert (tmp_path / "a.png").is_file()


def test_a_session_opens_bit_for_bit(screen, tmp_path):
    screen.stage.edit(replace(screen.state, page="bayes", given=((0, 0), (5, 1)), arrows="arn", n=300))
    sessions.save(tmp_path / "a.genplay", screen.window.session())
    kept = screen.state
    screen.click("2×2")
    screen.window.open_path(Path(tmp_path / "a.genplay"))
    assert screen.state == kept


# -- errors ------------------------------------------------------------------------------------------------


def test_an_error_stands_where_the_answer_would_be_and_can_be_tried_again(screen):
    screen.engine.error = ValueError("broken")
    canvas(screen).setFocus()
    screen.key("I")
    screen.settle()
    panel = screen.one(ErrorPanel)
    assert "There is no answer" in panel.accessibleDescription()
    assert not view(screen).chain.isVisible()
    screen.engine.error = None
    screen.click("Try again")
    screen.settle()
    assert not screen.all(ErrorPanel)
    assert view(screen).chain.isVisible()
    assert screen.tab.scene.factors.drawing == screen.state.drawing


def test_a_held_answer_blanks_the_numbers_of_the_older_picture(screen):
    screen.engine.hold()
    canvas(screen).setFocus()
    screen.key("I")
    screen.until(lambda: screen.tab.scene.factors is None)
    blocks = [label.text() for label in view(screen).models.findChildren(QLabel) if label.isVisible()]
    assert "–" in blocks
    screen.engine.release()
    screen.settle()
    assert screen.tab.scene.factors.drawing == screen.state.drawing


def test_a_stopped_counting_leaves_a_way_on(screen):
    screen.engine.hold()
    canvas(screen).setFocus()
    screen.key("I")
    screen.until(lambda: screen.stage.busy)
    screen.stage.stop()
    assert "The counting was stopped." in screen.one(ErrorPanel).accessibleDescription()
    screen.engine.release()
    screen.click("Try again")
    screen.settle()
    assert not screen.all(ErrorPanel)


# -- the pointer, and a class ------------------------------------------------------------------------------


def test_pointing_at_a_pixel_reads_its_factor(screen):
    where = canvas(screen)
    QTest.mouseMove(where, screen.at(where, 0))
    QTest.mouseMove(where, screen.at(where, 2))
    factor = screen.tab.scene.factors.factors[2]
    assert product(screen).startswith("Row 1, column 3, ink,")
    assert f"p = {text.share(factor.p)}" in product(screen)
    assert f"{text.count(factor.matching)} of {text.count(factor.agree)} patches" in product(screen)
    QApplication.sendEvent(where, QEvent(QEvent.Type.Leave))
    assert product(screen).startswith("Product of 7 factors")


def test_projector_mode_leaves_formula_picture_and_models(screen):
    screen.key("F11")
    assert not screen.all(QAbstractButton, "A patch of the data")
    assert view(screen).models.isVisible()
    assert not view(screen).chain.isVisible()
    screen.window.commands.run("foundations.chain")
    assert view(screen).chain.isVisible()
    screen.window.commands.run("foundations.all")
    screen.key("F11")
    assert view(screen).chain.isVisible()
