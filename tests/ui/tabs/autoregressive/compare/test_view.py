"""The side-by-side page as a whole: what it tells, what it shows, and what it says where it shows nothing."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from genplay.families.base import Drawing
from genplay.ui import text, theme
from genplay.ui.tabs.autoregressive.compare.rows import TABLES
from genplay.ui.tabs.autoregressive.compare.view import CompareView
from genplay.ui.tabs.autoregressive.score_panel import Note
from genplay.ui.widgets.spin import Spin
from genplay.ui.widgets.toggle import Toggle

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
EXAMPLES = [("Blank", np.zeros((28, 28), np.uint8)), ("Full", np.ones((28, 28), np.uint8))]
SIZE = 1280, 660  # as in a window of 1280 x 720
PIXEL = 28 * 14 + 14
SLOPE = Drawing.of(np.eye(28))  # of which no model makes much
USUAL = "Percentiles are taken per model, among the test digits as it rates them."


@pytest.fixture
def view(show):
    frame = QWidget()  # as in a window, a page is given its size, whatever it asks for
    made = CompareView(EXAMPLES)
    made.setParent(frame)
    made.resize(*SIZE)
    show(frame, 2000, 1300)
    yield made
    frame.close()  # which it does not own: it has lived until here


@pytest.fixture
def told(view, compared, qtbot):
    """Return a function that shows what is compared, and waits until all has its place."""

    def show(**values):
        shown = compared(**values)
        view.show_compared(shown)
        seen = []

        def still():
            seen.append(view.grab().toImage())
            return len(seen) > 2 and seen[-1] == seen[-2] == seen[-3]

        qtbot.waitUntil(still)
        return shown

    return show


def visible(view, kind):
    return [found for found in view.findChildren(kind) if found.isVisible()]


def columns(view):
    return [column for column in view.columns if column.head.isVisible()]


def on(view):
    return [toggle.isChecked() for toggle in visible(view, Toggle)]


def rows(view):
    return {row for column in columns(view) for row, shown in column.maps.items() if shown.isVisible()}


def point(picture, pixel):
    return picture.pixel_rect(pixel).center().toPoint()


def press(view, words):
    buttons = [b for b in visible(view, QAbstractButton) if b.accessibleName() == words]
    QTest.mouseClick(buttons[0], LEFT)


# -- what is told ------------------------------------------------------------------------------------------


def test_a_switch_asks_for_its_row(view, told, qtbot):
    told(rows=("expected",))
    for words, on in (("Surprise", True), ("Expected ink", False)):
        (toggle,) = [toggle for toggle in visible(view, Toggle) if toggle.text() == words]
        with qtbot.waitSignal(view.row_toggled) as signal:
            QTest.mouseClick(toggle, LEFT, pos=QPoint(8, toggle.height() // 2))
        assert signal.args == [words.split()[0].lower(), on]


@pytest.mark.parametrize("at", ["canvas", "first", "last"])
def test_every_picture_tells_what_is_pointed_at_and_picked(view, told, at):
    told()
    maps = [column.maps["surprise"] for column in columns(view)]
    picture = {"canvas": view.canvas, "first": maps[0], "last": maps[-1]}[at]
    pointed, picked = [], []
    view.hovered.connect(pointed.append)
    view.picked.connect(picked.append)
    QTest.mouseMove(picture, point(picture, 3))
    QTest.mouseMove(picture, point(picture, PIXEL))
    QTest.mouseClick(picture, MIDDLE if at == "canvas" else LEFT, pos=point(picture, PIXEL))
    QApplication.sendEvent(picture, QEvent(QEvent.Type.Leave))
    assert pointed == [3, PIXEL, None]
    assert picked == [PIXEL]


def test_what_failed_can_be_tried_again_and_its_details_asked_for_by_its_name(view, told, qtbot):
    told(answered=("nade",), failures={"row_lstm": "The checkpoint is missing."})
    with qtbot.waitSignal(view.retry_pressed):
        press(view, "Try again")
    with qtbot.waitSignal(view.copy_pressed) as signal:
        press(view, "Copy details")
    assert signal.args == ["row_lstm"]


def test_the_canvas_has_the_keyboard_first(view):
    assert view.front is view.canvas is view.drawing.canvas


# -- what is shown -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("models", [("nade", "arn"), ("nade", "row_lstm", "diagonal_bilstm", "arn")])
def test_there_is_a_column_for_each_model_in_their_order(view, told, texts, models):
    shown = told(models=models)
    assert [column.model for column in columns(view)] == list(models)
    lefts = [column.head.mapTo(view, QPoint()).x() for column in columns(view)]
    assert lefts == sorted(set(lefts))
    for column in columns(view):
        assert text.nats(shown.results[column.model].log_prob) in texts(column.head)


def test_a_model_that_is_taken_away_leaves_no_column(view, told):
    told(models=("nade", "row_lstm", "diagonal_bilstm"))
    told(models=("nade", "diagonal_bilstm"))
    assert [column.model for column in columns(view)] == ["nade", "diagonal_bilstm"]


def test_rows_and_their_switches_are_those_of_the_state(view, told):
    told(rows=("surprise", "difference"))
    assert rows(view) == {"surprise", "difference"}
    assert on(view) == [False, True, False, True]
    told(rows=("expected",))
    assert rows(view) == {"expected"}
    assert on(view) == [True, False, False, False]


def test_the_pixel_in_focus_is_named_wherever_it_is_spoken_of(view, told, texts, compared):
    told()
    assert not [said for said in texts(view) if said.startswith("Pixel")]
    view.show_focus(compared(pixel=PIXEL))
    assert "Pixel 407" in texts(view)
    assert "What pixel 407 sees" in texts(view)
    assert any("what pixel <b>407</b> may see" in said for said in texts(view))
    view.show_focus(compared())
    assert not [said for said in texts(view) if "407" in said]


def test_where_its_numbers_have_no_unit_the_words_at_the_left_have_it(view, told, texts):
    view.resize(800, 580)
    told(models=("nade", "row_lstm", "diagonal_bilstm", "arn"), pixel=PIXEL)
    assert "Pixel 407, nats" in texts(view)
    assert not [said for said in texts(columns(view)[0].said) if said.endswith("nats")]


def test_of_tables_it_is_said_that_a_flip_tells_what_a_pixel_sees(view, told, texts):
    told(models=("nade", "arn"), pixel=PIXEL)
    assert "gradient of its logit (of AR-8: a flip), log scale" in texts(view)
    told(models=("nade", "row_lstm"), pixel=PIXEL)
    assert "gradient of its logit, log scale" in texts(view)


def test_how_far_back_a_model_looks_can_be_chosen_where_one_is_that_can(view, told):
    told(models=("nade", "arn"), reach=3)
    assert [spin.value() for spin in visible(view, Spin)] == [3]
    told(models=("nade", "row_lstm"))
    assert visible(view, Spin) == []


# -- what must be said about it ----------------------------------------------------------------------------


def note(view, texts):
    (found,) = visible(view, Note)
    return texts(found)[-1]


def test_what_percentiles_are_is_said_unless_one_must_be_warned_of(view, told, texts):
    view.resize(1600, 1000)
    told(drawing=SLOPE)
    assert note(view, texts) == USUAL
    told(drawing=Drawing.blank())
    assert note(view, texts).startswith("A blank page scores −55.00, above every test digit")
    told(drawing=SLOPE)
    assert note(view, texts) == USUAL


def test_under_the_pen_the_words_stay_until_the_stroke_is_over(view, told, texts):
    view.resize(1600, 1000)
    told(drawing=SLOPE)
    told(drawing=Drawing.blank(), drawn=True)
    assert note(view, texts) == USUAL
    told(drawing=Drawing.blank())
    assert note(view, texts).startswith("A blank page scores")


@pytest.mark.parametrize(
    ("projector", "said"),
    [(False, "No map is shown: switch one on at the left."), (True, "No map is shown.")],
)
def test_without_a_row_it_is_said_how_to_have_one(view, told, texts, projector, said):
    view.set_projector(projector)
    told()
    assert said not in texts(view)
    told(rows=())
    assert rows(view) == set()
    assert said in texts(view)


def test_in_too_low_a_page_rows_leave_from_the_last_and_at_last_it_is_said_why(view, told, texts):
    told()
    seen = []
    for height in range(700, 120, -10):
        view.resize(1280, height)
        seen.append(tuple(row for row in TABLES if row in rows(view)))
    counts = [len(shown) for shown in dict.fromkeys(seen)]
    assert counts == [4, 3, 2, 1, 0]
    assert all(shown == seen[0][: len(shown)] for shown in seen)
    assert "There is no room for the maps." in texts(view)


# -- projector mode ----------------------------------------------------------------------------------------


def test_projector_mode_leaves_drawing_scores_and_maps(view, told, qtbot):
    view.canvas.setFocus()
    told(models=("nade", "arn"))
    qtbot.waitUntil(lambda: view.grab().toImage() == view.grab().toImage())  # its layout has come to rest
    before = view.grab().toImage()
    view.set_projector(True)
    assert visible(view, Toggle) == visible(view, Spin) == visible(view, Note) == []
    assert not visible(view.drawing, QAbstractButton)
    assert view.canvas.isVisible()
    assert len(columns(view)) == 2
    assert rows(view) == {"expected", "surprise", "context", "difference"}
    view.set_projector(False)
    qtbot.waitUntil(lambda: view.grab().toImage() == before)


def test_where_four_models_would_run_into_each_other_a_class_sees_no_drawing(view, told, qapp):
    four = ("nade", "row_lstm", "diagonal_bilstm", "arn")
    theme.apply(qapp, theme.Theme("light", 1.25, True))
    view.resize(640, 480)
    view.set_projector(True)
    told(models=four)
    assert not view.canvas.isVisible()
    assert len(columns(view)) == 4
    told(models=four[:2])
    assert view.canvas.isVisible()
