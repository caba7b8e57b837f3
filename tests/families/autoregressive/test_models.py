"""What is said of the models fits together, wherever it is said."""

from genplay.families.autoregressive import (
    ANY_ORDER,
    COUNTED,
    FARTHEST,
    MODELS,
    PAPER_OF_16_ORDERS,
    PAPERS,
    PIXELS,
    SIMPLER,
    TABULAR,
    AutoregressiveState,
)
from genplay.families.autoregressive.models import LOOKS_BACK
from genplay.models import markov


def test_a_drawing_has_as_many_pixels_as_are_read():
    assert AutoregressiveState().drawing.flat().shape == (PIXELS,)


def test_a_model_that_is_counted_looks_back_as_far_as_it_is_told_or_as_its_name_says():
    assert COUNTED | LOOKS_BACK.keys() == TABULAR
    assert COUNTED.isdisjoint(LOOKS_BACK)
    assert all(MODELS[model].endswith(f"-{back}") for model, back in LOOKS_BACK.items())


def test_ar_n_looks_back_no_farther_than_was_counted():
    assert markov.Config().most == FARTHEST


def test_only_a_model_of_a_fixed_order_is_counted():
    assert ANY_ORDER.isdisjoint(TABULAR)


def test_papers_report_networks_and_an_average_over_orders_that_is_better_than_one():
    assert TABULAR.isdisjoint(PAPERS)
    assert all(PAPERS[model] > PAPER_OF_16_ORDERS for model in ANY_ORDER)


def test_a_simpler_model_has_one_name():
    for name in MODELS.keys() & SIMPLER.keys():
        assert MODELS[name] == SIMPLER[name]
