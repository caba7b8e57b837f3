"""Numbers and categories in words."""

from dataclasses import replace

import numpy as np

from genplay.families.infogan import Confusion
from genplay.ui.tabs.infogan import words
from tests.ui.tabs.infogan import made


def test_a_category_has_its_digit_where_it_has_one():
    assert words.category(2, made.DIGITS) == "Digit 9, category 2"
    assert words.category(2, ()) == "Category 2"


def test_information_is_in_nats():
    assert words.information(made.ledger(cross_entropy=0.0616)) == "2.2410"
    assert words.information(made.ledger(cross_entropy=2.31)) == "−0.0074"
    assert words.information(None) == "–"
    assert words.samples(made.ledger(count=2000)) == "nats, 2,000 samples"
    assert words.samples(None) == "nats"


def test_what_a_classifier_sees_is_said_where_it_was_measured():
    ledger = replace(made.ledger(), shown=0.993)
    assert "sees the category’s digit in 99.3 % of G’s pictures" in words.about_information(ledger, None)
    assert "classifier" not in words.about_information(made.ledger(), None)


def test_numbers():
    assert words.spread(-0.5, 0.25) == "−0.50 ± 0.25"
    assert words.test_digits(10_000) == "10,000 test digits"


def test_the_commonest_mistake():
    assert words.mix_up(made.confusion()) == "8 as 2"
    right = np.eye(10, dtype=np.float32)[list(made.DIGITS)]
    assert words.mix_up(replace(made.confusion(), counts=right)) == "none"


def test_all_seeds_are_told():
    said = words.seeds()
    assert "category, by the training’s seed: 1.55 % (seed 0), 1.16 % (seed 1), 1.24 % (seed 2)" in said
    assert "kept back: 1.08 % (seed 0), 1.28 % (seed 1), 1.18 % (seed 2). Seed 0 comes" in said


def test_what_q_and_d_say_of_a_picture():
    said = words.verdict(made.picture())
    assert said == "Q reads digit 2 with 0.910; D(G(z, c)) = 0.375."
    assert "category 4 with 0.910" in words.verdict(made.picture(digits=()))


def test_that_q_must_choose_is_said_with_what_d_makes_of_it():
    assert "what is no digit gets one, too" in words.doubt(None)
    assert words.doubt(made.found()).splitlines()[1].startswith("D(x) = 0.")


def test_the_lock_says_what_it_does():
    assert words.noise(locked=True) != words.noise(locked=False)


def test_a_picture_of_the_wall_is_named_shortly():
    assert words.cell(2, made.DIGITS, "c3", "0.50") == "digit 9, c₃ = 0.50"
    assert words.cell(2, (), "c2", "0.50") == "category 2, c₂ = 0.50"


def test_what_a_number_means_and_how_far_it_moves_what():
    told = made.confusion()
    assert (words.traits(told, 0), words.traits(told, 1)) == (["leans right"], [])
    assert "slant +1.9, weight +0.1, width −0.3" in words.moves(told, 0)
    assert (words.traits(None, 0), words.moves(None, 0)) == ([], "")
    unmeasured = Confusion("infogan", told.counts, told.digits)
    assert (words.traits(unmeasured, 0), words.moves(unmeasured, 0)) == ([], "")
