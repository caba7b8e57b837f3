"""How near a generator's pictures are to real ones, in words."""

from genplay.families.forged import Forged
from genplay.ui.tabs import forged_words as words

CLOTHES, AVATARS = Forged(0.892, 0.4217, 10, 10), Forged(169.1, 10.13, 194, 256)


def test_the_distance_stands_beside_that_of_real_pictures():
    assert words.line(CLOTHES) == "Squared Fréchet distance 0.89 (real 0.42), 10 of 10 classes"
    said = words.line(AVATARS, combined=True)
    assert said == "Squared Fréchet distance 169 (real 10), 194 of 256 combinations"
    assert words.line(None) == ""


def test_in_a_table_it_is_shorter():
    assert words.figures(CLOTHES) == "0.89 (real 0.42)"
    assert words.figures(AVATARS) == "169 (real 10)"
    assert words.figures(None) == "–"


def test_it_is_explained():
    assert "compare it only with 0.42" in words.explanation(CLOTHES)
    assert "10 of 10 classes are seen" in words.explanation(CLOTHES)
    assert "194 of 256 combinations of attributes are seen" in words.explanation(AVATARS, combined=True)
    assert words.explanation(None) == ""
