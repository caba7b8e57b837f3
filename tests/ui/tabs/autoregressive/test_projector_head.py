import pytest

from genplay.ui import text, theme
from genplay.ui.tabs.autoregressive.projector_head import ProjectorHead
from genplay.ui.widgets.formula import FormulaStrip


@pytest.fixture
def head(show, qapp):
    theme.apply(qapp, theme.Theme("light", 1.5, True))
    return show(ProjectorHead(), 1230, 87)


def test_it_names_the_model_and_the_score(head, scene, texts):
    shown = scene()
    head.show_scene(shown)
    assert texts(head) == ["NADE", "density score", text.nats(shown.result.log_prob), "nats"]


def test_it_says_the_sum_so_far(head, scene, texts):
    shown = scene(cursor=50, hide_future=True)
    head.show_scene(shown)
    assert "sum so far" in texts(head)
    assert text.nats(float(shown.result.running[50])) in texts(head)


def test_without_an_answer_there_is_no_number(head, scene, texts):
    head.show_scene(scene())
    head.show_scene(scene(answered=False))
    assert "–" in texts(head)
    assert not [said for said in texts(head) if "−" in said]


def test_two_formulas_have_the_numbers_of_the_pixel(head, scene):
    shown = scene(hovered=208)
    head.show_scene(shown)
    strip = head.findChild(FormulaStrip)
    said = strip.accessibleDescription()
    assert text.prob(float(shown.result.probabilities[208])) in said
    assert text.nats(-float(shown.result.surprises[208])) in said
