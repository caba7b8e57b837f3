"""What the head says of a model's score, what has room beside it, and what has not."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel

from genplay.families.base import Drawing, Measured
from genplay.ui import text, theme
from genplay.ui.tabs.autoregressive.compare.head import PROJECTED, Head
from genplay.ui.widgets.words import size_of


@pytest.fixture
def scored(score):
    """Return a function that makes an answer of a log p."""

    def make(log_prob):
        result = score("nade", Drawing.blank(), simpler=False)
        running = np.linspace(0, log_prob, 785)
        return replace(result, running=running, surprises=-np.diff(running))

    return make


@pytest.fixture
def head(show, scored):
    """Return a function that shows the head of a model this far behind the best one, so wide."""

    def make(width, log_prob, behind=0.0):
        made = show(Head(), width, 60)
        made.setFixedWidth(theme.current().px(width))
        result = scored(log_prob)
        made.show_model("NADE", result, scored(log_prob - behind) if behind else result)
        made.set_role(made.role())
        made.layout().activate()
        return made

    return make


def cut(head):
    """Words that have less room than they need."""
    labels = [child for child in head.findChildren(QLabel) if child.isVisible() and child.text()]
    return [label.text() for label in labels if label.sizeHint().width() > label.width()]


def height(head):
    return head.layout().minimumSize().height()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_how_far_noise_is_behind_leaves_before_a_digit_of_its_score(head, texts, qapp, scale):
    theme.apply(qapp, theme.Theme("light", scale))
    shown = head(142, -3144.65, behind=-2468.90)
    assert "−3,144.65" in texts(shown)
    assert "−2,468.90" not in texts(shown)
    assert cut(shown) == []
    assert height(shown) == shown.tallest()  # and is written large
    wide = head(210, -3144.65, behind=-2468.90)
    assert {"−3,144.65", "−2,468.90"} <= set(texts(wide))
    assert cut(wide) == []


def test_a_score_that_has_no_room_is_written_small(head, texts):
    shown = head(100, -3144.65, behind=-2468.90)
    assert "−3,144.65" in texts(shown)
    assert cut(shown) == []
    assert height(shown) < shown.tallest()


@pytest.mark.parametrize("width", range(86, 240, 14))
@pytest.mark.parametrize("log_prob", [-7.5, -80.13, -689.7, -3144.65])
def test_no_number_is_cut_whether_best_or_behind(head, log_prob, width):
    for behind in (0.0, -4.18, -2468.90):
        assert cut(head(width, log_prob, behind=behind)) == []


def test_the_word_best_leaves_before_the_tick(head, texts):
    assert "best" in texts(head(142, -80.13))
    assert "best" not in texts(head(100, -80.13))


def test_what_a_class_looks_at_is_larger(head):
    shown = head(240, -80.13)
    shown.set_role(shown.role(PROJECTED))
    shown.layout().activate()
    assert height(shown) == shown.tallest("hero") > shown.tallest()
    assert size_of("hero").height() > size_of("number").height()


def test_our_figure_stands_beside_the_papers_where_it_is_told(show, scored, texts):
    shown = show(Head(), 240, 80)
    shown.setFixedWidth(240)
    result = replace(scored(-80.13), measured=Measured(83.96, "mnist/test"))
    shown.show_model("NADE", result, result)
    said = "on average −83.96, paper −88.33"
    assert said not in texts(shown)
    shown.set_figures(True)
    assert said in texts(shown)
    shown.show_model("AR-8", replace(result, model="arn"), None)  # of which no paper tells
    assert "on average −83.96" in texts(shown)


def test_the_figures_have_a_line_only_if_they_fit_in_it(show, scored):
    shown = show(Head(), 240, 80)
    result = replace(scored(-80.13), measured=Measured(83.96, "mnist/test"))
    shown.show_model("NADE", result, result)
    rooms = []
    for width in (112, 240):
        shown.setFixedWidth(width)
        rooms.append(shown.has_room_for_figures())
    assert rooms == [False, True]


# -- in a column ---------------------------------------------------------------------------------------------


def ticked(head):
    return any(not label.pixmap().isNull() for label in head.findChildren(QLabel) if label.isVisible())


def test_a_models_score_is_said_in_nats_in_bits_and_among_the_digits(said, compared, tell):
    shown = compared()
    tell(shown)
    for at, (model, name) in enumerate((("nade", "NADE"), ("row_lstm", "Row LSTM"))):
        result = shown.results[model]
        head = said(at)
        assert head[:2] == [name, text.nats(result.log_prob)]
        assert text.bits(result.bits_per_pixel) in head
        assert f"{result.percentile:.0f}" in head


def test_a_models_name_tells_how_good_it_is_on_average(columns, compared, tell, tips):
    tell(compared())
    assert tips(columns[1].head)[0].startswith("Row LSTM. On average −80.50 nats a digit on mnist/test.")


def test_the_best_is_said_to_be_and_the_other_says_how_far_it_is(columns, said, compared, tell, tips):
    shown = compared()
    tell(shown)
    behind = shown.results["row_lstm"].log_prob - shown.results["nade"].log_prob
    assert "best" in said(0)
    assert text.nats(behind) not in said(0)
    assert "best" not in said(1)
    assert text.nats(behind) in said(1)
    assert text.nats(behind).startswith(text.MINUS)
    assert "Nats below the best of them" in tips(columns[1].head)


def test_none_is_the_best_before_all_have_answered(columns, said, compared, tell, tips):
    tell(compared(answered=("nade",)))
    assert "best" not in said(0)
    assert said(1) == ["Row LSTM", "–", "–", "–"]  # and no older number, nor how far it is
    assert tips(columns[1].head) == ["Row LSTM"]


def test_an_awaited_answer_leaves_no_older_number(said, compared, tell):
    tell(compared())
    tell(compared(answered=()))
    assert said(0) == ["NADE", "–", "–", "–"]
    assert said(1) == ["Row LSTM", "–", "–", "–"]


def test_a_narrow_head_leaves_the_score_and_the_tick(columns, said, compared, tell):
    tell(compared())
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
    tell(compared())  # whose numbers bring back nothing that has no room
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


def test_the_tick_follows_theme_and_scale(columns, compared, qapp, tell):
    tell(compared())
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


def test_a_name_that_is_too_long_is_cut_and_told_whole(columns, said, compared, qtbot, tell, tips):
    tell(compared())
    columns[1].head.setFixedWidth(40)
    qtbot.waitUntil(lambda: said(1)[0] != "Row LSTM")
    assert said(1)[0].endswith("…")
    assert tips(columns[1].head)[0].startswith("Row LSTM")
    columns[1].head.setFixedWidth(160)
    qtbot.waitUntil(lambda: said(1)[0] == "Row LSTM")


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_the_height_that_is_reckoned_with_is_that_of_the_head(columns, compared, qapp, scale, tell):
    theme.apply(qapp, theme.Theme("light", scale))
    tell(compared())
    for column in columns:
        column.set_size(5 * 28 + 2, round(160 * scale))
        column.head.layout().activate()
        assert column.head.tallest() == column.head.sizeHint().height()
