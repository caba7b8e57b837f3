"""Sets scored a few pictures at a time, once."""

import numpy as np
import pytest

from genplay.data import examples, others
from genplay.engine.answer import Engine
from genplay.errors import UserError
from genplay.families.autoregressive import SCORES, SETS, Anomalies, Anomaly
from genplay.families.autoregressive.anomaly import DIGITS, PICTURES, SIGNS
from genplay.families.base import Loading
from genplay.families.outliers import code_lengths
from genplay.pipelines import anomaly
from genplay.pipelines.explicit import Explicit


@pytest.fixture(autouse=True)
def few_pictures(monkeypatch):
    """Let the sets be small: what is tested needs no more."""

    def small(held):
        return others.Set(held.bits[:12], held.names[:12])

    items, letters = small(others.items()), small(others.letters())
    monkeypatch.setattr(anomaly, "PAIRED", 25)
    monkeypatch.setattr(others, "items", lambda: items)
    monkeypatch.setattr(others, "letters", lambda: letters)
    anomaly._pictures.cache_clear()
    yield
    anomaly._pictures.cache_clear()


def steps(engine: Engine, request: Anomaly) -> list[Anomalies]:
    return [step for step in engine.answer(request) if isinstance(step, Anomalies)]


def test_an_answer_grows_from_nothing_to_all(engine, monkeypatch):
    monkeypatch.setattr(anomaly, "_SECONDS", 0.0)  # a picture a step
    grown = steps(engine, Anomaly("nade"))
    assert [step.done for step in grown[:-1]] == list(range(grown[0].total + 1))
    assert grown[-1].complete
    assert grown[-1].total == 25 + 2 * 12 + 3 * others.COUNT
    assert list(grown[0].sets) == list(SETS)


@pytest.mark.parametrize("name", [DIGITS, *SETS])
def test_every_name_of_a_picture_is_marked_for_translation(name):
    held, _ = anomaly._pictures(name, 0)
    for said in set(held.names):
        assert said in PICTURES or said.partition(" ")[0] in SIGNS


def test_all_sets_grow_together(engine, monkeypatch):
    monkeypatch.setattr(anomaly, "_SECONDS", 0.0)
    grown = steps(engine, Anomaly("nade"))
    for step in grown:
        shares = [len(one.log_probs) / len(one.bits) for one in (step.digits, *step.sets.values())]
        assert max(shares) - min(shares) <= 1 / 12 + 1e-9


@pytest.mark.parametrize("name", ["nade", "arn", "eonade"])
def test_scores_are_those_of_the_model(engine, name):
    result = steps(engine, Anomaly(name))[-1]
    model = engine.models.get(name, Explicit)
    for held in (result.digits, *result.sets.values()):
        assert held.log_probs[:3] == pytest.approx([model.reader().log_prob(bits) for bits in held.bits[:3]])
        assert held.code_lengths == pytest.approx(code_lengths(held.bits))
    assert not result.sets["blank"].bits[0].any()


def test_test_digits_come_from_all_over_the_set_and_keep_their_labels(engine):
    result = steps(engine, Anomaly("arn"))[-1]
    bits, labels = examples.test_digits()
    np.testing.assert_array_equal(result.digits.bits, bits[::400])
    assert result.digits.names == tuple(f"Digit {label}" for label in labels[::400])


def test_where_the_checkpoint_knows_all_test_digits_they_are_the_ordinary_ones(engine, make):
    result = steps(engine, Anomaly("nade"))[-1]
    known = make("nade").calibration["test_log_prob"].astype(float)
    assert result.ordinary["density"] == pytest.approx(np.sort(-known))
    assert result.entropy == pytest.approx(-known.mean())
    assert len(result.ordinary["complexity"]) == 25


def test_where_it_does_not_the_scored_ones_are(engine):
    result = steps(engine, Anomaly("arn"))[-1]
    assert [len(result.ordinary[score]) for score in SCORES] == [25, 25, 25]
    assert result.entropy == pytest.approx(-result.digits.mean)


def test_a_second_visit_is_one_step(engine):
    first = steps(engine, Anomaly("nade"))[-1]
    again = steps(engine, Anomaly("nade"))
    assert all(step.complete for step in again)
    for name in SETS:
        np.testing.assert_array_equal(first.sets[name].log_probs, again[0].sets[name].log_probs)


def test_a_dropped_answer_goes_on_where_it_was(engine, monkeypatch):
    monkeypatch.setattr(anomaly, "_SECONDS", 0.0)
    answer = engine.answer(Anomaly("nade"))
    done = 0
    while done < 40:
        step = next(answer)
        done = step.done if isinstance(step, Anomalies) else 0
    answer.close()
    assert steps(engine, Anomaly("nade"))[0].done == 40


def test_another_seed_scores_the_random_sets_anew_and_nothing_else(engine):
    one = steps(engine, Anomaly("nade"))[-1]
    begun = steps(engine, Anomaly("nade", seed=5))[0]
    assert begun.done == 25 + 2 * 12
    assert (begun.sets["noise"].bits != one.sets["noise"].bits).any()
    assert (begun.sets["items"].bits == one.sets["items"].bits).all()


def test_another_reach_is_another_model(engine):
    far = steps(engine, Anomaly("arn", reach=3))[-1]
    near = steps(engine, Anomaly("arn", reach=1))[-1]
    assert (far.digits.log_probs != near.digits.log_probs).any()
    assert len(near.ordinary["density"]) == 10_000  # a table scores all of them in a moment


def test_a_model_is_loaded_in_a_step_of_its_own(engine):
    first = [type(step) for step, _ in zip(engine.answer(Anomaly("nade")), range(3), strict=False)]
    assert first == [Loading] * 3


def test_a_model_of_other_pictures_is_refused(make):
    from genplay.engine.answer import Models
    from genplay.models import nade

    small = type(make("nade"))(nade.build(nade.Config(dims=16, hidden=2)).eval(), "nade")
    engine = Engine(Models(lambda name: small))
    with pytest.raises(UserError, match="reads pictures of 16 pixels"):
        engine.last(Anomaly("nade"))
