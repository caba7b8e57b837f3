"""What the page says."""

import pytest

from genplay.families.autoregressive import SCORES, SETS
from genplay.ui.tabs.autoregressive.anomaly import words


@pytest.mark.parametrize(
    ("area", "said"),
    [
        (0.0, "0.000"),
        (1.0, "1.000"),
        (0.99999, "> 0.999"),
        (0.00001, "< 0.001"),
        (0.2676, "0.268"),
        (float("nan"), "–"),
    ],
)
def test_no_area_reads_as_perfect_without_being_it(area, said):
    assert words.area(area) == said


def test_what_is_beyond_an_axis_is_said_where_it_counts():
    assert words.beyond(0.0, 0.01) == ("", "")
    assert words.beyond(0.3, 1.0) == ("◂ 30 % beyond", "100 % beyond ▸")


def test_an_area_of_a_part_is_about_that():
    assert words.area(1.0, whole=False) == "≈ 1.000"
    assert words.area(float("nan"), whole=False) == "–"


@pytest.mark.parametrize(("area", "said"), [(0.49, "worse than chance"), (0.5, ""), (float("nan"), "")])
def test_below_a_half_is_worse_than_chance(area, said):
    assert words.verdict_on_area(area) == said


def test_progress_names_the_model_then_counts(answer):
    assert words.progress(None, "NADE") == "Loading NADE"
    assert words.progress(answer("nade", 0.5), "NADE") == "120 of 240 pictures"
    assert words.progress(answer("nade"), "NADE") == ""
    assert words.progress(None, "NADE", stopped=True) == "Stopped"
    assert words.progress(answer("nade", 0.5), "NADE", stopped=True) == "Stopped at 120 of 240"


def test_numbers_have_the_true_minus_and_commas():
    assert words.count_and_mean(10_000, -65.49) == "10,000, −65.49"
    assert words.count_and_mean(520, float("nan")) == "520"


def test_the_names_of_pictures_are_translated(monkeypatch):
    korean = {"Letter {sign}": "글자 {sign}", "Ankle boot": "앵클부츠"}
    monkeypatch.setattr(words, "translate", lambda _, said: korean.get(said, said))
    assert words.picture("Letter Q") == "글자 Q"
    assert words.picture("Ankle boot") == "앵클부츠"


def test_every_score_has_an_idea_and_every_set_a_name():
    assert len({words.ideas(score) for score in SCORES}) == 3
    assert len({words.set_name(name) for name in SETS}) == len(SETS)
    assert words.short_score("complexity") == "Corrected"
