"""What has room beside a score, and what has not."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel

from genplay.families.base import Drawing, Measured
from genplay.ui import theme
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
