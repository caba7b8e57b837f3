"""What a class reads first of a grey picture."""

from dataclasses import replace

import pytest

from genplay.ui import text, theme
from genplay.ui.tabs.autoregressive.grey import words
from genplay.ui.tabs.autoregressive.grey.head import GreyHead
from genplay.ui.widgets.formula import FormulaStrip


@pytest.fixture
def head(show, qapp):
    theme.apply(qapp, theme.Theme("light", 1.5, True))
    return show(GreyHead(), 1230, 87)


def formula(head):
    return head.findChild(FormulaStrip).accessibleDescription()


def test_it_names_the_model_and_the_score(head, scene, texts):
    head.show_scene(scene)
    assert texts(head) == ["RNADE", "density score", text.nats(scene.result.log_prob), "nats"]


def test_without_an_answer_no_number_is_left(head, scene, texts):
    head.show_scene(scene)
    head.show_scene(replace(scene, result=None))
    assert texts(head) == ["RNADE", "density score", "–", "nats"]
    assert not any(digit in formula(head) for digit in "123456789")


@pytest.mark.parametrize("pixel", [100, 783])
def test_the_mixture_and_its_logarithm_have_the_numbers_of_the_pixel(head, scene, pixel):
    shown = replace(scene, hovered=pixel)
    head.show_scene(shown)
    values = words.formula(shown)
    shares = "density", "component", "share", "x", "mean", "spread", "term"
    assert all(f"{key} {values[key]}" in formula(head) for key in shares)


def test_the_formula_is_that_of_the_pixel_and_not_of_the_sum(head, scene):
    def picture(shown):
        head.show_scene(shown)
        return head.findChild(FormulaStrip).grab().toImage()

    other = replace(scene, result=replace(scene.result, running=2 * scene.result.running))
    assert picture(scene) == picture(other)
    assert picture(scene) != picture(replace(scene, hovered=783))
