"""A compared model's column: its maps, what it says of a pixel, and what stands there without an answer."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from genplay.ui import text, theme
from genplay.ui.tabs.autoregressive.compare.column import set_alike
from genplay.ui.tabs.autoregressive.compare.rows import CONTEXT_DECADES, LIMITS, TABLES
from genplay.ui.widgets.error_panel import ErrorPanel
from genplay.ui.widgets.pixels import levels

LEFT = Qt.MouseButton.LeftButton
PIXEL = 28 * 7 + 12  # row 8, column 13: on the line
MODELS = ("nade", "row_lstm")
ROWS = tuple(TABLES)


def colour(view, pixel):
    return view.grab().toImage().pixelColor(view.pixel_rect(pixel).center().toPoint()).name()


def expected(row, value, low, high):
    index = int(levels(np.float64(value), low, high))
    return f"#{theme.current().table(TABLES[row])[index] & 0xFFFFFF:06x}"


def paper():
    return theme.current().color("paper").name()


def visible(column):
    return [row for row, view in column.maps.items() if view.isVisible()]


# -- the maps ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("pixel", [0, PIXEL - 1, PIXEL, PIXEL + 1])
def test_the_maps_have_the_colours_of_their_values(columns, compared, pixel, tell):
    shown = compared()
    tell(shown)
    for model, column in zip(MODELS, columns, strict=True):
        result = shown.results[model]
        values = {
            "expected": result.probabilities,
            "surprise": result.surprises,
            "difference": shown.lead(model),
        }
        for row, value in values.items():
            assert colour(column.maps[row], pixel) == expected(row, value[pixel], *LIMITS[row])


def test_the_best_differs_nowhere_from_itself_and_the_other_where_it_is_surprised(columns, compared, tell):
    tell(compared())
    middle = expected("difference", 0.0, *LIMITS["difference"])
    lost = 28 * 0 + 12  # the line begins here, where ink is least expected
    assert {colour(columns[0].maps["difference"], pixel) for pixel in (0, lost, PIXEL)} == {middle}
    assert colour(columns[1].maps["difference"], lost) != middle


def test_before_all_have_answered_there_is_no_difference(columns, compared, tell):
    tell(compared())
    tell(compared(answered=("row_lstm",)))
    assert {colour(columns[1].maps["difference"], pixel) for pixel in range(0, 784, 29)} == {paper()}
    assert colour(columns[1].maps["surprise"], 12) != paper()


def test_the_difference_is_there_once_the_last_model_has_answered(columns, compared, tell):
    whole = compared()
    one = replace(whole, results={"row_lstm": whole.results["row_lstm"]})
    tell(one)
    assert colour(columns[1].maps["difference"], PIXEL) == paper()
    tell(whole)
    assert colour(columns[1].maps["difference"], PIXEL) != paper()


def test_each_map_says_whose_it_is_and_what_it_shows(columns, compared, tell):
    tell(compared())
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


def test_what_a_pixel_sees_is_on_a_logarithmic_scale(compared, tell):
    column = tell(compared(pixel=PIXEL, weights=fading()))
    shown = [expected("context", exponent, -CONTEXT_DECADES, 0) for exponent in SEEN.values()]
    assert context(column, SEEN) == shown
    assert len(set(shown)) == 3
    assert context(column, [0]) == [expected("context", -np.inf, -CONTEXT_DECADES, 0)]


def test_what_a_pixel_cannot_see_is_hatched(compared, tell):
    column = tell(compared(pixel=PIXEL, weights=fading()))
    assert paper() not in context(column, UNSEEN)
    column = tell(compared())  # no pixel is pointed at
    assert set(context(column, range(784))) == {paper()}


def test_what_cannot_be_seen_follows_the_order_that_a_model_reads_in(columns, compared, monkeypatch, tell):
    monkeypatch.setattr("genplay.families.autoregressive.state.ANY_ORDER", {"nade"})
    backwards, row_by_row = columns
    tell(compared(pixel=PIXEL, order="reversed"))
    above = range(PIXEL - 3 * 28)
    assert set(context(backwards, UNSEEN)) == set(context(row_by_row, above)) == {paper()}
    assert paper() not in context(backwards, above) + context(row_by_row, UNSEEN)


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_the_pixel_beside_it_is_seen_whole(compared, tell, qapp, name):
    theme.apply(qapp, theme.Theme(name))
    weights = np.zeros(784, np.float32)
    weights[PIXEL - 1] = 1.0  # all that AR-1 sees
    view = tell(compared(pixel=PIXEL, weights=weights)).maps["context"]
    cell = view.pixel_rect(PIXEL - 1).toRect()
    image = view.grab().toImage()
    seen = {
        image.pixelColor(x, y).name()
        for x in range(cell.left(), cell.right() + 1)
        for y in range(cell.top(), cell.bottom() + 1)
    }
    assert seen == {QColor.fromRgb(theme.current().table("context")[-1]).name()}
    assert colour(view, PIXEL) == theme.current().color("ink").name()


@pytest.mark.parametrize("weights", [None, np.zeros(784, np.float32)], ids=["not yet", "nothing"])
def test_where_nothing_is_seen_or_known_the_map_is_paper(compared, weights, tell):
    tell(compared(pixel=PIXEL, weights=fading()))
    column = tell(compared(pixel=PIXEL, weights=weights))
    assert set(context(column, range(PIXEL - 3 * 28))) == {paper()}


def test_what_another_pixel_sees_is_not_shown(compared, tell):
    old = compared(pixel=PIXEL, weights=fading())
    column = tell(old)
    assert set(context(column, SEEN)) != {paper()}
    column.show_focus(replace(old, scene=replace(old.scene, hovered=PIXEL + 1)))
    assert set(context(column, SEEN)) == {paper()}


# -- the pixel in focus ------------------------------------------------------------------------------------


def test_what_a_model_says_of_the_pixel_in_focus(columns, compared, texts, tell):
    for pixel in (PIXEL, PIXEL + 1):
        shown = compared(pixel=pixel)
        tell(shown)
        for model, column in zip(MODELS, columns, strict=True):
            result = shown.results[model]
            p, surprise = result.probabilities[pixel], result.surprises[pixel]
            assert texts(column.said) == [f"p {text.prob(p)}", f"{text.nats(surprise)} nats"]


def test_the_pixels_numbers_leave_their_unit_where_there_is_no_room(columns, compared, texts, tell):
    shown = compared(pixel=PIXEL)
    tell(shown)
    assert set_alike(columns)
    columns[1].set_size(3 * 28 + 2, 90)  # one of them is enough
    assert not set_alike(columns)
    for model, column in zip(MODELS, columns, strict=True):
        assert texts(column.said)[1] == text.nats(shown.results[model].surprises[PIXEL])
    assert columns[1].said.layout().minimumSize().width() <= 90


def test_scores_are_written_alike(columns, compared, tell):
    tell(compared())
    columns[1].set_size(3 * 28 + 2, 80)
    set_alike(columns)
    for column in columns:
        column.head.layout().activate()
    first, second = (column.head.sizeHint().height() for column in columns)
    assert first == second < columns[0].head.tallest()


def test_of_no_pixel_and_without_an_answer_nothing_is_said(columns, compared, texts, tell):
    column = tell(compared(pixel=PIXEL))
    column.show_focus(compared())
    assert texts(column.said) == []
    column = tell(compared(answered=("row_lstm",), pixel=PIXEL))
    assert texts(column.said) == []
    assert len(texts(columns[1].said)) == 2


def test_the_pixel_in_focus_is_marked_on_every_map(compared, tell):
    column = tell(compared())
    before = {row: view.grab().toImage() for row, view in column.maps.items()}
    column.show_focus(compared(pixel=PIXEL))
    assert all(view.grab().toImage() != before[row] for row, view in column.maps.items())
    column.show_focus(compared())
    assert all(view.grab().toImage() == before[row] for row, view in column.maps.items())


# -- what stands where the answer would have been -----------------------------------------------------------


def loading(column):
    return {view.accessibleDescription() for view in column.maps.values()}


def test_a_model_is_loading_until_its_first_answer(columns, compared, texts, tell):
    tell(compared(answered=("nade",)))
    assert [texts(view) for column in columns for view in column.maps.values()] == [[]] * 8  # no error
    assert loading(columns[0]) == {""}
    assert loading(columns[1]) == {"Loading Row LSTM"}
    tell(compared())
    assert loading(columns[1]) == {""}
    tell(compared(answered=()))
    assert loading(columns[1]) == {""}  # it is there: its next answer is awaited


def test_another_model_in_the_column_begins_anew(columns, compared):
    column = columns[0]
    column.show_model("nade", compared(answered=("nade",)))
    column.show_model("row_lstm", compared(answered=("nade",)))
    assert column.model == "row_lstm"
    assert loading(column) == {"Loading Row LSTM"}
    column.show_model("row_lstm", compared(answered=(), failures={"row_lstm": "No."}))
    empty = column.maps["context"].grab().toImage()
    assert column.maps["surprise"].grab().toImage() == empty  # the old model's numbers are gone


def test_an_older_picture_is_pale_once_its_answer_is_late(compared, tell):
    column = tell(compared())
    sharp = column.maps["surprise"].grab().toImage()
    tell(compared(answered=("row_lstm",)))
    assert column.maps["surprise"].grab().toImage() == sharp  # of a quick answer nothing flickers
    tell(compared(answered=("row_lstm",), late=("nade",)))
    assert column.maps["surprise"].grab().toImage() != sharp
    tell(compared())
    assert column.maps["surprise"].grab().toImage() == sharp


def test_a_failure_is_said_once_and_can_be_tried_again(columns, compared, texts, qtbot, tell):
    failed = compared(answered=("row_lstm",), failures={"nade": "The checkpoint is missing."})
    column = tell(failed)
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
    tell(compared())
    assert all(texts(view) == [] for view in column.maps.values())


@pytest.mark.parametrize("shown", [("surprise", "context"), ("context",)])
def test_a_failure_is_said_in_the_first_map_that_is_shown(compared, texts, shown, tell):
    column = tell(compared(answered=("row_lstm",), failures={"nade": "The checkpoint is missing."}))
    column.set_shown(shown, on=True)
    told = [row for row, view in column.maps.items() if "There is no answer" in texts(view)]
    assert told == [shown[0]]
    column.set_shown(ROWS, on=True)
    assert "There is no answer" in texts(column.maps["expected"])
    assert texts(column.maps[shown[0]]) == []


def test_without_an_answer_the_other_maps_are_hatched_and_mark_no_pixel(compared, tell):
    plain = tell(compared()).maps["surprise"].grab().toImage()
    column = tell(compared(answered=("row_lstm",), failures={"nade": "No."}, pixel=400))
    first = column.maps["surprise"].grab().toImage()
    assert first != plain
    assert column.maps["context"].grab().toImage() == first
    tell(compared(answered=("row_lstm",), failures={"nade": "No."}, pixel=30))
    assert column.maps["surprise"].grab().toImage() == first  # wherever the pointer is
    tell(compared())
    assert column.maps["surprise"].grab().toImage() == plain


def test_a_failure_is_said_in_the_head_where_no_map_is_shown(said, compared, tell, tips):
    column = tell(compared(answered=("row_lstm",), failures={"nade": "The checkpoint is missing."}))
    column.set_shown((), on=True)
    assert said(0) == ["NADE", "–", "No answer", "–"]
    assert "The checkpoint is missing." in tips(column.head)
    tell(compared())
    assert "No answer" not in said(0)
    assert "The checkpoint is missing." not in tips(column.head)


def test_what_happened_to_a_model_is_asked_for_by_its_name(compared, qtbot, tell):
    column = tell(compared(answered=("row_lstm",), failures={"nade": "The checkpoint is missing."}))
    buttons = column.maps["expected"].findChildren(QAbstractButton)
    (copy,) = [b for b in buttons if b.isVisible() and b.accessibleName() == "Copy details"]
    with qtbot.waitSignal(column.copy_pressed) as signal:
        QTest.mouseClick(copy, LEFT)
    assert signal.args == ["nade"]


# -- gestures and room -------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", ROWS)
def test_every_map_tells_what_is_pointed_at_and_picked(compared, row, tell):
    column = tell(compared())
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


def test_columns_stand_side_by_side_with_their_rows_aligned(columns, compared, tell):
    tell(compared(pixel=PIXEL))
    columns[0].head.parentWidget().layout().activate()
    first, second = columns
    tops = [first.head.y(), *(first.maps[row].y() for row in ROWS), first.said.y()]
    assert tops == sorted(set(tops))
    assert tops == [second.head.y(), *(second.maps[row].y() for row in ROWS), second.said.y()]
    assert first.head.geometry().right() < second.head.x() == second.said.x()
    assert {view.size().toTuple() for view in first.maps.values()} == {(142, 142)}
    assert first.head.width() == first.said.width() == 160


# -- a bound -----------------------------------------------------------------------------------------------

WITH_VAE = ("nade", "vae")


def test_a_bound_has_a_number_and_no_map(columns, compared, said, tell):
    shown = compared(models=WITH_VAE, pixel=PIXEL)
    tell(shown)
    bound = shown.bounds["vae"]
    assert f"≥ {text.nats(bound.bound)}" in said(1)
    assert f"≤ {text.bits(bound.most_bits)}" in said(1)
    for row in ("surprise", "context", "difference"):
        hatched = {colour(columns[1].maps[row], pixel) for pixel in range(0, 784, 5)}
        assert theme.current().color("sunken").name() in hatched
        assert paper() not in hatched
    value = shown.results["nade"].surprises[0]  # another model's map is not hidden with it
    assert colour(columns[0].maps["surprise"], 0) == expected("surprise", value, *LIMITS["surprise"])


def test_why_there_is_no_map_is_said_in_the_first_that_is_shown(columns, compared, tell):
    tell(compared(models=WITH_VAE))
    why = [view.toolTip() for view in columns[1].maps.values()]
    assert why[0].startswith("Bound, 500 codes. No map:")
    assert why[1:] == ["", "", ""]
    columns[1].set_shown(("surprise", "context"), on=True)
    assert [bool(view.toolTip()) for view in columns[1].maps.values()] == [False, True, False, False]
    tell(compared(models=("nade", "row_lstm")))
    assert not any(view.toolTip() for view in columns[1].maps.values())


def test_of_a_pixel_a_bound_says_nothing_and_why(columns, compared, texts, tips, tell):
    tell(compared(models=WITH_VAE, pixel=PIXEL))
    assert texts(columns[1].said) == ["p –", "– nats"]
    assert set(tips(columns[1].said)) == {
        "A VAE has no probability of a pixel given those before it: it bounds p(x) as a whole."
    }
    assert tips(columns[0].said) == []
    tell(compared(pixel=PIXEL))
    assert tips(columns[1].said) == []


def test_a_bound_that_is_awaited_or_failed_leaves_no_number(columns, compared, said, tell):
    tell(compared(models=WITH_VAE))
    tell(compared(models=WITH_VAE, answered=("nade",)))
    assert said(1) == ["VAE 50-D", "–", "–", "–"]
    assert not any(view.toolTip() for view in columns[1].maps.values())
    tell(compared(models=WITH_VAE, answered=("nade",), failures={"vae": "No."}))
    assert columns[1].maps["expected"].findChild(ErrorPanel).isVisible()
