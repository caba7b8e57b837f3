from dataclasses import replace

import numpy as np
import pytest

from genplay.families.autoregressive import AutoregressiveState
from genplay.ui import text
from genplay.ui.tabs.autoregressive import formulas
from genplay.ui.tabs.autoregressive.grey import words


def test_the_reading_line(scene):
    parts, hint = words.reading(scene)
    surprise = text.nats(float(scene.result.surprises[100]))
    said = [part for part, _, _ in parts]
    assert said[:2] == ["Row 4, column 17", "grey 100"]
    assert said[3] == f"{surprise} nats"
    assert hint == ""


@pytest.mark.parametrize(
    ("pixel", "draws", "hint"),
    [
        (99, False, "click: pin"),
        (100, False, "click: unpin"),
        (99, True, "middle click: pin"),
        (100, True, "middle click: unpin"),
    ],
)
def test_the_hint_says_what_pins_where_the_pointer_is(scene, pixel, draws, hint):
    assert words.reading(replace(scene, hovered=pixel, draws=draws))[1] == hint


def test_a_grey_of_the_curve_is_read_with_the_components_there(scene):
    parts, hint = words.level(scene, 0.5)
    (whole,), components = scene.result.density(100, np.array([0.5]))
    assert [said for said, _, _ in parts] == ["grey 128", f"density {words.written(float(whole))}"]
    largest = int(components[:, 0].argmax())
    share = 100 * float(components[largest, 0] / whole)
    _, mu, sigma = scene.result.mixture_of(100)
    mean, spread = 256 * float(mu[largest]) - 0.5, 256 * float(sigma[largest])
    first = f"{text.number(share, 0)} % from {text.number(mean, 0)} ± {text.number(spread, 1)}"
    assert hint.startswith(first)
    assert words.level(replace(scene, result=None), 0.5) == words.reading(replace(scene, result=None))


def test_the_models_figure_names_its_split(scene):
    said = words.measured(scene.result)
    assert said.startswith("On average 2,450.00 nats, 3.49 bits a dimension, on fashion-mnist/made up.")
    assert words.measured(replace(scene.result, measured=None)) == ""


def test_nothing_is_read_where_nothing_is_pointed_at(scene):
    nowhere = replace(scene, state=AutoregressiveState(page="grey"))
    ((said, _, _),), hint = words.reading(nowhere)
    assert said.startswith("Point at a pixel")
    assert hint == ""
    assert len(words.reading(replace(scene, result=None))[0]) == 1


def test_the_numbers_of_a_pixel_can_be_checked(scene):
    rows, (_, term) = words.numbers(scene)
    values = dict(rows)
    assert values["Its grey"] == "100 of 255"
    logarithm = float(term.replace(text.MINUS, "-"))
    assert np.log(float(values["Density, per unit"])) == pytest.approx(logarithm, abs=0.01)
    assert values["Expected grey"] == text.number(256 * float(scene.result.expected[100]) - 0.5, 0)


def test_unknown_numbers_are_dashes(scene):
    rows, (_, term) = words.numbers(replace(scene, result=None))
    assert {value for _, value in rows} | {term} == {"–"}
    assert words.formula(replace(scene, result=None)) == {}
    assert words.components(replace(scene, result=None)) == []


@pytest.mark.parametrize(
    ("p", "said"),
    [(0.25, "0.250"), (0.001, "0.001"), (0.00036, "3.6 × 10⁻⁴"), (1.2e-12, "1.2 × 10⁻¹²"), (0.0, "0")],
)
def test_a_small_probability_is_a_power_of_ten(p, said):
    assert words.probability(p) == said


def test_every_term_of_the_formula_has_its_value(scene):
    keys = {term.key for group in formulas.GREY for term in group if term.key}
    values = words.formula(scene)
    assert keys <= values.keys()
    assert values["context"] == "100 greys"
    assert values["density"] == words.scene_density(scene)
    mixture = scene.result.mixture_of(100)
    assert values["share"] == text.prob(float(mixture[0][scene.leading]))
    assert values["mean"] == text.prob(float(mixture[1][scene.leading]))


def test_components_are_listed_by_share(scene):
    listed = words.components(scene)
    assert [share for share, _ in listed] == ["50.0 %", "30.0 %", "20.0 %"]
    assert listed[2][1] == "153 ± 76.8"
