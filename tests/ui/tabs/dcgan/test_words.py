"""What the tab says."""

from genplay.ui.tabs.dcgan import words
from tests.ui.tabs.dcgan import made


def test_places_and_seeds():
    assert words.place(3.25, -2.0) == "(3.25, −2.00)"
    assert words.seed(1203, -4) == "seed (1,203, −4)"
    assert words.place(3.25, -2.0, 0) == "(3, −2)"
    assert words.page((-10, 20)) == ("x −10 to −6, y 20 to 24", "from (−10, 20)")


def test_a_direction_is_called_by_where_it_leads():
    assert words.direction(2, made.MODEL, made.explained()) == "3 · Trousers to Bag"
    assert words.direction(2, made.MODEL, made.explained(classes=False)) == "Direction 3"
    assert words.direction(2, made.MODEL, None) == "Direction 3"


def test_an_explanation_says_who_named_it():
    said = words.explanation(0, made.explained())
    assert "20.0 % of its variance" in said
    assert "nobody labelled it" in said
    assert "nobody" not in words.explanation(0, made.explained(classes=False))
    assert words.explanation(0, None) == ""


def test_numbers_pins_and_terms_count_from_one():
    assert words.raw(16) == "z₁₇"
    assert words.pins((0, 3)) == "1, 4"
    assert words.term("A", (0, 3)) == "A: 1, 4"
    assert words.term("B", ()) == "B: –"
    assert words.term("C", tuple(range(4))) == "C: 4 pins"


def test_a_verdict_is_no_density():
    assert words.verdict(made.shown(), terse=False) == "D(G(z)) = 0.375, no density."
    assert words.verdict(made.shown(), terse=True) == "D(G(z)) = 0.375"


def test_a_direction_without_a_name_says_why():
    found = made.explained()
    found.classes[4] = 0.1
    assert words.direction(4, made.MODEL, found) == "Direction 5"
    assert "has no name" in words.explanation(4, found)
    assert "before its ReLU" in words.explanation(4, found)
