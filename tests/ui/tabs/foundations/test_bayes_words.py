from dataclasses import replace

import pytest

from genplay.families.base import Drawing
from genplay.ui.tabs.foundations import bayes_words, words


def test_what_is_known_is_said_pixel_by_pixel(scene):
    assert bayes_words.known(None) == ""
    assert bayes_words.known(scene(given=()).answer) == "Nothing is given."
    both = scene(given=((0, 0), (5, 1))).answer
    assert bayes_words.known(both) == "C: pixel 1 is paper, pixel 6 is ink"


def test_the_verdict_says_how_much_with_and_without_something_given(scene):
    free, known = scene(given=()).answer, scene().answer
    assert bayes_words.verdict(free) == f"A and B tell {words.bits(free.information)} about each other."
    assert (
        bayes_words.verdict(known)
        == f"Given C, A and B still tell {words.bits(known.information)} about each other."
    )


def test_exactly_nothing_is_said_only_where_it_is_exact(scene):
    free = replace(scene(given=()).answer, independent=True, always=True, information=0.0)
    assert bayes_words.verdict(free) == "Exactly nothing: A and B are independent."
    known = replace(scene().answer, independent=True, always=True, information=0.0)
    assert bayes_words.verdict(known) == "Exactly nothing: given C, A and B are independent."


# Few patches meet this C, and in these A and B happen to be independent; over all its values they are not.
HAPPENS = {
    "drawing": Drawing.blank(4, 5),
    "cursor": 0,
    "a": 1,
    "b": 9,
    "given": ((0, 1), (2, 0), (5, 0), (6, 1), (10, 0), (15, 1)),
}


def test_what_holds_for_some_values_of_c_is_not_said_of_all(scene):
    answered = scene(**HAPPENS)
    assert (answered.answer.independent, answered.answer.always) == (True, False)
    said = bayes_words.verdict(answered.answer)
    assert said.startswith(f"For these values of C exactly nothing, of {answered.answer.matching} patches")
    assert words.bits(answered.answer.average) in said
    assert bayes_words.shared(answered.answer) == "they share 0 bits"
    assert "it would be exactly nothing" in bayes_words.implied(answered.state, answered.answer)


def test_the_terms_add_up_to_the_information(scene):
    answer = scene().answer
    said = bayes_words.terms(answer).removeprefix("=").replace("−", "-").replace("- ", "-").replace("+ ", "+")
    assert sum(map(float, said.split())) == pytest.approx(answer.information, abs=0.0021)
    assert bayes_words.terms(replace(answer, information=None)) == bayes_words.terms(None) == ""


@pytest.mark.parametrize(
    ("model", "said"),
    [
        ("table", "A may still tell about B"),
        ("markov", "exactly nothing"),
        ("independent", "exactly nothing"),
    ],
)
def test_what_the_arrows_imply_stands_beside_the_data(scene, model, said):
    answered = scene(arrows=model)
    assert said in bayes_words.implied(answered.state, answered.answer)
    free = replace(answered.answer, always=True, independent=True, information=0.0)
    if model != "table":
        assert "say so" in bayes_words.implied(answered.state, free)


def test_nothing_is_judged_of_what_never_happened_or_is_awaited(scene):
    assert bayes_words.verdict(None) == ""
    assert bayes_words.verdict(replace(scene().answer, information=None, independent=None)) == ""


def test_what_a_and_b_share_is_said_in_a_few_words(scene):
    answer = scene(given=((5, 1),)).answer
    assert bayes_words.shared(answer) == f"they share {words.bits(answer.information)}"
    free = replace(answer, independent=True, always=True, information=0.0)
    assert bayes_words.shared(free) == "they are independent"
    assert bayes_words.shared(replace(answer, information=None)) == bayes_words.shared(None) == ""
