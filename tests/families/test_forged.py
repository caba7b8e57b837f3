"""What a checkpoint says of a generator's pictures."""

from genplay.families.forged import Forged

FIGURES = {"frechet": 0.89, "frechet_real": 0.42, "classes_covered": 9.0, "frechet_spread": 0.1}


def test_figures_are_found_by_name_and_others_are_left():
    assert Forged.of(FIGURES, 10) == Forged(0.89, 0.42, 9, 10)


def test_where_one_is_missing_nothing_is_said():
    for name in ("frechet", "frechet_real", "classes_covered"):
        assert Forged.of({key: value for key, value in FIGURES.items() if key != name}, 10) is None
