from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QLabel, QWidget

from genplay.families.autoregressive import AutoregressiveState, Seen
from genplay.families.base import Drawing, Measured
from genplay.ui import text, theme
from genplay.ui.tabs.autoregressive.compare.column import Column, set_alike
from genplay.ui.tabs.autoregressive.compare.rows import CONTEXT_DECADES, LIMITS, TABLES
from genplay.ui.tabs.autoregressive.compare.scene import Compared
from genplay.ui.tabs.autoregressive.scene import Scene
from genplay.ui.widgets.error_panel import ErrorPanel
from genplay.ui.widgets.pixels import levels

LEFT = Qt.MouseButton.LeftButton
PIXEL = 28 * 7 + 12  # row 8, column 13: on the line
DRAWING = Drawing.of((np.arange(784) % 28 == 12).reshape(28, 28))
MODELS = ("nade", "row_lstm")
ROWS = tuple(TABLES)
WORSE = 1.2  # times as many nats: what the second model needs
PLACES = {row: 1 + at for at, row in enumerate(ROWS)}


@pytest.fixture
def compared(score):
    """Return a function that makes what is compared, of the answers of these models, the first the best."""

    def make(answered=MODELS, pixel=None, weights=None, late=(), failures=None, **values):
        state = AutoregressiveState(drawing=DRAWING, compared=MODELS, page="compare", rows=ROWS, **values)
        best = score("nade", DRAWING, simpler=False)
        factor = {"nade": 1.0, "row_lstm": WORSE}
        results = {
            model: replace(
                best,
                model=model,
                surprises=factor[model] * best.surprises,
                running=factor[model] * best.running,
                measured=Measured(80.5, "mnist/test"),
            )
            for model in answered
        }
        seen = {}
        if weights is not None:
            seen = {model: Seen(asked, weights) for model, asked in state.contexts(pixel).items()}
        scene = Scene(state, hovered=pixel)
        return Compared(scene, results, seen, failures or {}, frozenset(late))

    return make


@pytest.fixture
def columns(show):
    """A column for each model, side by side on a page."""
    page = QWidget()
    grid = QGridLayout(page)
    made = [Column(page) for _ in MODELS]
    for at, column in enumerate(made):
        column.place(grid, at, PLACES, len(ROWS) + 1)
        column.set_size(5 * 28 + 2, 160)
        column.set_shown(ROWS, on=True)
    show(page, 400, 800)
    yield made
    page.close()  # which they do not own: it has lived until here


@pytest.fixture
def said(columns, texts):
    """Return a function that gives the words of a column's head, by its place."""
    return lambda at: texts(columns[at].head)


def tell(columns, compared):
    for model, column in zip(MODELS, columns, strict=True):
        column.show_model(model, compared)
    return columns[0]


def colour(view, pixel):
    return view.grab().toImage().pixelColor(view.pixel_rect(pixel).center().toPoint()).name()


def expected(row, value, low, high):
    index = int(levels(np.float64(value), low, high))
    return f"#{theme.current().table(TABLES[row])[index] & 0xFFFFFF:06x}"


def paper():
    return theme.current().color("paper").name()


def visible(column):
    return [row for row, view in column.maps.items() if view.isVisible()]


def ticked(head):
    return any(not label.pixmap().isNull() for label in head.findChildren(QLabel) if label.isVisible())


def tips(widget):
    """What the visible words of a widget say where the pointer rests."""
    labels = [child for child in widget.findChildren(QWidget) if child.isVisible()]
    return [label.toolTip() for label in labels if label.toolTip()]


# -- the head ----------------------------------------------------------------------------------------------


def test_a_models_score_is_said_in_nats_in_bits_and_among_the_digits(columns, said, compared):
    shown = compared()
    tell(columns, shown)
    for at, (model, name) in enumerate(zip(MODELS, ("NADE", "Row LSTM"), strict=True)):
        result = shown.results[model]
        head = said(at)
        assert head[:2] == [name, text.nats(result.log_prob)]
        assert text.bits(result.bits_per_pixel) in head
        assert f"{result.percentile:.0f}" in head


def test_a_models_name_tells_how_good_it_is_on_average(columns, compared):
    tell(columns, compared())
    assert tips(columns[1].head)[0].startswith("Row LSTM. On average −80.50 nats a digit on mnist/test.")


def test_the_best_is_said_to_be_and_the_other_says_how_far_it_is(columns, said, compared):
    shown = compared()
    tell(columns, shown)
    behind = shown.results["row_lstm"].log_prob - shown.results["nade"].log_prob
    assert "best" in said(0)
    assert text.nats(behind) not in said(0)
    assert "best" not in said(1)
    assert text.nats(behind) in said(1)
    assert text.nats(behind).startswith(text.MINUS)
    assert "Nats below the best of them" in tips(columns[1].head)


def test_none_is_the_best_before_all_have_answered(columns, said, compared):
    tell(columns, compared(answered=("nade",)))
    assert "best" not in said(0)
    assert said(1) == ["Row LSTM", "–", "–", "–"]  # and no older number, nor how far it is
    assert tips(columns[1].head) == ["Row LSTM"]


def test_an_awaited_answer_leaves_no_older_number(columns, said, compared):
    tell(columns, compared())
    tell(columns, compared(answered=()))
    assert said(0) == ["NADE", "–", "–", "–"]
    assert said(1) == ["Row LSTM", "–", "–", "–"]


def test_a_narrow_head_leaves_the_score_and_the_tick(columns, said, compared):
    tell(columns, compared())
    wide = [said(at) for at in (0, 1)]
    tall = columns[0].head.sizeHint().height()
    images = [column.head.grab().toImage() for column in columns]
    for column in columns:
        column.set_size(5 * 28 + 2, 112)
    assert [len(said(at)) for at in (0, 1)] == [len(words) - 1 for words in wide]
    assert "best" not in said(0)
    assert [ticked(column.head) for column in columns] == [True, False]
    columns[0].head.layout().activate()
    assert columns[0].head.sizeHint().height() == tall
    tell(columns, compared())  # whose numbers bring back nothing that has no room
    assert len(said(1)) == len(wide[1]) - 1
    for column in columns:
        column.set_size(3 * 28 + 2, 90)
    columns[0].head.layout().activate()
    assert columns[0].head.sizeHint().height() < tall
    for column in columns:
        column.set_size(5 * 28 + 2, 160)
    assert [said(at) for at in (0, 1)] == wide
    for column in columns:
        column.head.layout().activate()
    assert [column.head.grab().toImage().size() for column in columns] == [i.size() for i in images]


def test_the_tick_follows_theme_and_scale(columns, compared, qapp):
    tell(columns, compared())
    ticks = []
    for look in (theme.Theme(), theme.Theme("dark"), theme.Theme("dark", 2.0)):
        theme.apply(qapp, look)
        labels = columns[0].head.findChildren(QLabel)
        (tick,) = [label.pixmap().toImage() for label in labels if not label.pixmap().isNull()]
        ticks.append((tick.width(), tick.pixelColor(densest(tick)).name()))
    assert [width for width, _ in ticks] == [14, 14, 28]
    assert ticks[0][1] == theme.LIGHT.blue.lower()
    assert ticks[1][1] == ticks[2][1] == theme.DARK.blue.lower()


def densest(image):
    """The place that is painted most."""
    places = [QPoint(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(places, key=lambda place: image.pixelColor(place).alpha())


def test_a_name_that_is_too_long_is_cut_and_told_whole(columns, said, compared, qtbot):
    tell(columns, compared())
    columns[1].head.setFixedWidth(40)
    qtbot.waitUntil(lambda: said(1)[0] != "Row LSTM")
    assert said(1)[0].endswith("…")
    assert tips(columns[1].head)[0].startswith("Row LSTM")
    columns[1].head.setFixedWidth(160)
    qtbot.waitUntil(lambda: said(1)[0] == "Row LSTM")


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_the_height_that_is_reckoned_with_is_that_of_the_head(columns, compared, qapp, scale):
    theme.apply(qapp, theme.Theme("light", scale))
    tell(columns, compared())
    for column in columns:
        column.set_size(5 * 28 + 2, round(160 * scale))
        column.head.layout().activate()
        assert column.head.tallest() == column.head.sizeHint().height()


# -- the maps ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("pixel", [0, PIXEL - 1, PIXEL, PIXEL + 1])
def test_the_maps_have_the_colours_of_their_values(columns, compared, pixel):
    shown = compared()
    tell(columns, shown)
    for model, column in zip(MODELS, columns, strict=True):
        result = shown.results[model]
        values = {
            "expected": result.probabilities,
            "surprise": result.surprises,
            "difference": shown.lead(model),
        }
        for row, value in values.items():
            assert colour(column.maps[row], pixel) == expected(row, value[pixel], *LIMITS[row])


def test_the_best_differs_nowhere_from_itself_and_the_other_where_it_is_surprised(columns, compared):
    tell(columns, compared())
    middle = expected("difference", 0.0, *LIMITS["difference"])
    lost = 28 * 0 + 12  # the line begins here, where ink is least expected
    assert {colour(columns[0].maps["difference"], pixel) for pixel in (0, lost, PIXEL)} == {middle}
    assert colour(columns[1].maps["difference"], lost) != middle


def test_before_all_have_answered_there_is_no_difference(columns, compared):
    tell(columns, compared())
    tell(columns, compared(answered=("row_lstm",)))
    assert {colour(columns[1].maps["difference"], pixel) for pixel in range(0, 784, 29)} == {paper()}
    assert colour(columns[1].maps["surprise"], 12) != paper()


def test_the_difference_is_there_once_the_last_model_has_answered(columns, compared):
    whole = compared()
    one = replace(whole, results={"row_lstm": whole.results["row_lstm"]})
    tell(columns, one)
    assert colour(columns[1].maps["difference"], PIXEL) == paper()
    tell(columns, whole)
    assert colour(columns[1].maps["difference"], PIXEL) != paper()


def test_each_map_says_whose_it_is_and_what_it_shows(columns, compared):
    tell(columns, compared())
    faces = [QAccessible.queryAccessibleInterface(view) for view in columns[1].maps.values()]
    assert [face.text(QAccessible.Text.Name) for face in faces] == [
        "Row LSTM: expected ink",
        "Row LSTM: surprise",
        "Row LSTM: what the pixel sees",
        "Row LSTM: difference from the best",
    ]


# -- what a pixel sees -------------------------------------------------------------------------------------


SEEN = {PIXEL - 28 * back - 5: 1.0 - back for back in (1, 2, 3)}  # log10 of the weights; far from its mark
UNSEEN = range(PIXEL + 3 * 28, 784)


def fading():
    """A context that is a tenth in each row further up."""
    weights = np.zeros(784, np.float32)
    for pixel, exponent in SEEN.items():
        weights[pixel] = 0.5 * 10.0**exponent
    return weights


def context(column, pixels):
    """The colours of a column's map of what a pixel sees."""
    image = column.maps["context"].grab().toImage()
    rects = (column.maps["context"].pixel_rect(pixel) for pixel in pixels)
    return [image.pixelColor(rect.center().toPoint()).name() for rect in rects]


def test_what_a_pixel_sees_is_on_a_logarithmic_scale(columns, compared):
    column = tell(columns, compared(pixel=PIXEL, weights=fading()))
    shown = [expected("context", exponent, -CONTEXT_DECADES, 0) for exponent in SEEN.values()]
    assert context(column, SEEN) == shown
    assert len(set(shown)) == 3
    assert context(column, [0]) == [expected("context", -np.inf, -CONTEXT_DECADES, 0)]


def test_what_a_pixel_cannot_see_is_hatched(columns, compared):
    column = tell(columns, compared(pixel=PIXEL, weights=fading()))
    assert paper() not in context(column, UNSEEN)
    column = tell(columns, compared())  # no pixel is pointed at
    assert set(context(column, range(784))) == {paper()}


def test_what_cannot_be_seen_follows_the_order_that_a_model_reads_in(columns, compared, monkeypatch):
    monkeypatch.setattr("genplay.families.autoregressive.state.ANY_ORDER", {"nade"})
    backwards, row_by_row = columns
    tell(columns, compared(pixel=PIXEL, order="reversed"))
    above = range(PIXEL - 3 * 28)
    assert set(context(backwards, UNSEEN)) == set(context(row_by_row, above)) == {paper()}
    assert paper() not in context(backwards, above) + context(row_by_row, UNSEEN)


@pytest.mark.parametrize("weights", [None, np.zeros(784, np.float32)], ids=["not yet", "nothing"])
def test_where_nothing_is_seen_or_known_the_map_is_paper(columns, compared, weights):
    tell(columns, compared(pixel=PIXEL, weights=fading()))
    column = tell(columns, compared(pixel=PIXEL, weights=weights))
    assert set(context(column, range(PIXEL - 3 * 28))) == {paper()}


def test_what_another_pixel_sees_is_not_shown(columns, compared):
    old = compared(pixel=PIXEL, weights=fading())
    column = tell(columns, old)
    assert set(context(column, SEEN)) != {paper()}
    column.show_focus(replace(old, scene=replace(old.scene, hovered=PIXEL + 1)))
    assert set(context(column, SEEN)) == {paper()}


# -- the pixel in focus ------------------------------------------------------------------------------------


def test_what_a_model_says_of_the_pixel_in_focus(columns, compared, texts):
    for pixel in (PIXEL, PIXEL + 1):
        shown = compared(pixel=pixel)
        tell(columns, shown)
        for model, column in zip(MODELS, columns, strict=True):
            result = shown.results[model]
            p, surprise = result.probabilities[pixel], result.surprises[pixel]
            assert texts(column.said) == [f"p {text.prob(p)}", f"{text.nats(surprise)} nats"]


def test_the_pixels_numbers_leave_their_unit_where_there_is_no_room(columns, compared, texts):
    shown = compared(pixel=PIXEL)
    tell(columns, shown)
    assert set_alike(columns)
    columns[1].set_size(3 * 28 + 2, 90)  # one of them is enough
    assert not set_alike(columns)
    for model, column in zip(MODELS, columns, strict=True):
        assert texts(column.said)[1] == text.nats(shown.results[model].surprises[PIXEL])
    assert columns[1].said.layout().minimumSize().width() <= 90


def test_scores_are_written_alike(columns, compared):
    tell(columns, compared())
    columns[1].set_size(3 * 28 + 2, 80)
    set_alike(columns)
    for column in columns:
        column.head.layout().activate()
    first, second = (column.head.sizeHint().height() for column in columns)
    assert first == second < columns[0].head.tallest()


def test_of_no_pixel_and_without_an_answer_nothing_is_said(columns, compared, texts):
    column = tell(columns, compared(pixel=PIXEL))
    column.show_focus(compared())
    assert texts(column.said) == []
    column = tell(columns, compared(answered=("row_lstm",), pixel=PIXEL))
    assert texts(column.said) == []
    assert len(texts(columns[1].said)) == 2


def test_the_pixel_in_focus_is_marked_on_every_map(columns, compared):
    column = tell(columns, compared())
    before = {row: view.grab().toImage() for row, view in column.maps.items()}
    column.show_focus(compared(pixel=PIXEL))
    assert all(view.grab().toImage() != before[row] for row, view in column.maps.items())
    column.show_focus(compared())
    assert all(view.grab().toImage() == before[row] for row, view in column.maps.items())


# -- what stands where the answer would have been -----------------------------------------------------------


def loading(column):
    return {view.accessibleDescription() for view in column.maps.values()}


def test_a_model_is_loading_until_its_first_answer(columns, compared, texts):
    tell(columns, compared(answered=("nade",)))
    assert [texts(view) for column in columns for view in column.maps.values()] == [[]] * 8  # no error
    assert loading(columns[0]) == {""}
    assert loading(columns[1]) == {"Loading Row LSTM"}
    tell(columns, compared())
    assert loading(columns[1]) == {""}
    tell(columns, compared(answered=()))
    assert loading(columns[1]) == {""}  # it is there: its next answer is awaited


def test_another_model_in_the_column_begins_anew(columns, compared):
    column = columns[0]
    column.show_model("nade", compared(answered=("nade",)))
    column.show_model("row_lstm", compared(answered=("nade",)))
    assert column.model == "row_lstm"
    assert loading(column) == {"Loading Row LSTM"}
    column.show_model("row_lstm", compared(answered=(), failures={"row_lstm": "No."}))
    assert {colour(column.maps["surprise"], pixel) for pixel in range(0, 784, 29)} == {paper()}


def test_an_older_picture_is_pale_once_its_answer_is_late(columns, compared):
    column = tell(columns, compared())
    sharp = column.maps["surprise"].grab().toImage()
    tell(columns, compared(answered=("row_lstm",)))
    assert column.maps["surprise"].grab().toImage() == sharp  # of a quick answer nothing flickers
    tell(columns, compared(answered=("row_lstm",), late=("nade",)))
    assert column.maps["surprise"].grab().toImage() != sharp
    tell(columns, compared())
    assert column.maps["surprise"].grab().toImage() == sharp


def test_a_failure_is_said_once_and_can_be_tried_again(columns, compared, texts, qtbot):
    failed = compared(answered=("row_lstm",), failures={"nade": "The checkpoint is missing."})
    column = tell(columns, failed)
    said = [words for view in column.maps.values() for words in texts(view)]
    assert said == ["There is no answer"]  # a small map has no room for more
    (panel,) = [panel for panel in column.maps["expected"].findChildren(ErrorPanel) if panel.isVisible()]
    assert panel.toolTip() == "There is no answer The checkpoint is missing."
    assert loading(column) == {""}
    assert all(texts(view) == [] for view in columns[1].maps.values())
    buttons = column.maps["expected"].findChildren(QAbstractButton)
    (retry,) = [b for b in buttons if b.isVisible() and b.accessibleName() == "Try again"]
    with qtbot.waitSignal(column.retry_pressed):
        QTest.mouseClick(retry, LEFT)
    tell(columns, compared())
    assert all(texts(view) == [] for view in column.maps.values())


@pytest.mark.parametrize("shown", [("surprise", "context"), ("context",)])
def test_a_failure_is_said_in_the_first_map_that_is_shown(columns, compared, texts, shown):
    column = tell(columns, compared(answered=("row_lstm",), failures={"nade": "The checkpoint is missing."}))
    column.set_shown(shown, on=True)
    told = [row for row, view in column.maps.items() if "There is no answer" in texts(view)]
    assert told == [shown[0]]
    column.set_shown(ROWS, on=True)
    assert "There is no answer" in texts(column.maps["expected"])
    assert texts(column.maps[shown[0]]) == []


def test_a_failure_is_said_in_the_head_where_no_map_is_shown(columns, said, compared):
    column = tell(columns, compared(answered=("row_lstm",), failures={"nade": "The checkpoint is missing."}))
    column.set_shown((), on=True)
    assert said(0) == ["NADE", "–", "No answer", "–"]
    assert "The checkpoint is missing." in tips(column.head)
    tell(columns, compared())
    assert "No answer" not in said(0)
    assert "The checkpoint is missing." not in tips(column.head)


def test_what_happened_to_a_model_is_asked_for_by_its_name(columns, compared, qtbot):
    column = tell(columns, compared(answered=("row_lstm",), failures={"nade": "The checkpoint is missing."}))
    buttons = column.maps["expected"].findChildren(QAbstractButton)
    (copy,) = [b for b in buttons if b.isVisible() and b.accessibleName() == "Copy details"]
    with qtbot.waitSignal(column.copy_pressed) as signal:
        QTest.mouseClick(copy, LEFT)
    assert signal.args == ["nade"]


# -- gestures and room -------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", ROWS)
def test_every_map_tells_what_is_pointed_at_and_picked(columns, compared, row):
    column = tell(columns, compared())
    pointed, picked = [], []
    column.hovered.connect(pointed.append)
    column.picked.connect(picked.append)
    view = column.maps[row]
    where = view.pixel_rect(PIXEL).center().toPoint()
    QTest.mouseMove(view, view.pixel_rect(3).center().toPoint())
    QTest.mouseMove(view, where)
    QTest.mouseClick(view, LEFT, pos=where)
    assert pointed[-1] == PIXEL
    assert picked == [PIXEL]


def test_rows_are_shown_and_hidden(columns):
    column = columns[0]
    column.set_shown(("surprise", "context"), on=True)
    assert visible(column) == ["surprise", "context"]
    assert column.head.isVisible()
    assert column.said.isVisible()
    column.set_shown(ROWS, on=False)
    assert visible(column) == []
    assert not column.head.isVisible()
    assert not column.said.isVisible()


def test_columns_stand_side_by_side_with_their_rows_aligned(columns, compared):
    tell(columns, compared(pixel=PIXEL))
    columns[0].head.parentWidget().layout().activate()
    first, second = columns
    tops = [first.head.y(), *(first.maps[row].y() for row in ROWS), first.said.y()]
    assert tops == sorted(set(tops))
    assert tops == [second.head.y(), *(second.maps[row].y() for row in ROWS), second.said.y()]
    assert first.head.geometry().right() < second.head.x() == second.said.x()
    assert {view.size().toTuple() for view in first.maps.values()} == {(142, 142)}
    assert first.head.width() == first.said.width() == 160
