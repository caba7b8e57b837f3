"""Where a picture stands among clothes and digits: two histograms over one axis."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel

from genplay.families.autoregressive import Reference
from genplay.ui import theme
from genplay.ui.tabs.autoregressive.grey.among import Among
from genplay.ui.widgets.histogram import Histogram


@pytest.fixture
def among(show):
    return show(Among(), 240, 200)


@pytest.fixture
def result(scene):
    """Return a function that gives an answer of a score among these scores of clothes and of digits."""

    def make(clothes=(500, 3500), digits=(1500, 3900), log_prob=2000.0):
        known = [
            None if scores is None else Reference.of(np.linspace(*scores, 1000, dtype=np.float32), 4000.0)
            for scores in (clothes, digits)
        ]
        running = np.linspace(0.0, log_prob, 785)
        return replace(scene.result, running=running, reference=known[0], digits=known[1])

    return make


def histograms(among):
    return [found for found in among.findChildren(Histogram) if found.isVisible()]


def marks(among):
    return [found.mark_x() for found in histograms(among)]


def captions(among):
    return [label.text() for label in among.findChildren(QLabel) if label.isVisible()]


def test_the_score_is_marked_at_the_same_place_among_both(among, result):
    among.show_result(result())
    clothes, digits = marks(among)
    assert clothes == digits == pytest.approx(240 * (2000 - 500) / (3900 - 500), abs=1)
    among.show_result(result(log_prob=3000.0))
    assert marks(among) == [pytest.approx(240 * (3000 - 500) / (3900 - 500), abs=1)] * 2
    assert {found.accessibleDescription() for found in histograms(among)} == {"3,000.00 nats"}


def test_each_says_whose_scores_they_are_and_of_how_many(among, result):
    among.show_result(result())
    assert captions(among) == ["1,000 test clothes, in nats", "1,000 test digits, never shown to it"]
    assert [found.accessibleName() for found in histograms(among)] == captions(among)


def test_while_an_answer_is_awaited_only_the_marks_are_gone(among, result):
    among.show_result(result())
    before = captions(among)
    among.show_result(None)
    assert marks(among) == [None, None]
    assert captions(among) == before
    assert among.known


def test_without_digits_there_are_clothes_alone(among, result):
    among.show_result(result())
    both = among.least()
    among.show_result(result(digits=None))
    assert captions(among) == ["1,000 test clothes, in nats"]
    assert marks(among) == [pytest.approx(240 * (2000 - 500) / (3500 - 500), abs=1)]
    assert 2 * among.least() == both
    among.show_result(result())
    assert len(captions(among)) == 2


def test_without_clothes_nothing_is_known(among, result):
    assert not among.known
    among.show_result(result())
    assert among.known
    among.show_result(result(clothes=None))
    assert not among.known


def test_a_few_scores_far_below_the_others_do_not_squeeze_them(among, result):
    shown = result(digits=None)
    scores = shown.reference.scores.copy()
    scores[0] = -1e6
    among.show_result(replace(shown, reference=Reference.of(scores, 4000.0)))
    assert marks(among) == [pytest.approx(240 * (2000 - 500) / (3500 - 500), abs=1)]


def test_scores_that_are_all_alike_have_an_axis_too(among, result):
    among.show_result(result(clothes=(200, 200), digits=None, log_prob=250.0))
    assert marks(among) == [pytest.approx(120, abs=1)]
    assert among.grab().width() == 240


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_what_it_needs_is_what_it_takes(among, result, qapp, scale):
    theme.apply(qapp, theme.Theme("light", scale))
    among.show_result(result())
    among.set_more(0)
    among.layout().activate()
    assert among.sizeHint().height() == pytest.approx(among.least(), abs=2 * among.layout().spacing())
    assert among.sizeHint().height() <= among.least()


def test_both_grow_alike_with_the_room_that_is_left_but_not_for_ever(among, result):
    among.show_result(result())
    heights = []
    for spare in (-50, 0, 40, 10_000):
        among.set_more(spare)
        first, second = (found.minimumHeight() for found in histograms(among))
        assert first == second
        heights.append(first)
    assert heights[0] == heights[1] < heights[2] == heights[1] + 20
    assert heights[3] == 200
