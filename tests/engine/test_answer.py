"""The one way to an answer: the right pipeline, models prepared once, inference mode in each step only."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import ClassVar

import numpy as np
import pytest
import torch

from genplay.engine.answer import Engine, Models
from genplay.errors import UserError
from genplay.families.base import Loading, Request
from genplay.pipelines import Models as PipelinesModels


@dataclass(frozen=True, slots=True)
class Count(Request):
    """Counts up to a number, telling each time whether inference mode is on."""

    family: ClassVar[str] = "counting"
    number: int
    fail: bool = False


def run(models: PipelinesModels, request: Request) -> Iterator[object]:
    assert isinstance(request, Count)
    for number in range(request.number):
        yield number, torch.is_inference_mode_enabled(), models
    if request.fail:
        raise UserError("{number} is enough.", number=request.number)


@pytest.fixture(autouse=True)
def counting(monkeypatch):
    """Put a pipeline for Count in its room."""
    module = ModuleType("genplay.pipelines.counting")
    module.run = run  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)


def steps(engine, request):
    return [step for step in engine.answer(request) if not isinstance(step, Loading)]


def test_the_request_finds_its_pipeline_and_its_models():
    models = Models()
    engine = Engine(models)
    assert [(number, given) for number, _, given in steps(engine, Count(3))] == [
        (n, models) for n in range(3)
    ]


def test_every_step_is_computed_in_inference_mode():
    assert all(inference for _, inference, _ in steps(Engine(), Count(4)))


def test_inference_mode_does_not_leak_between_the_steps():
    """A `with` held open across a yield would leave it on for whoever asked."""
    for _ in Engine().answer(Count(3)):
        assert not torch.is_inference_mode_enabled()
    assert not torch.is_inference_mode_enabled()


def test_an_answer_that_is_dropped_leaves_nothing_on():
    answer = Engine().answer(Count(3))
    next(answer)
    next(answer)
    answer.close()
    assert not torch.is_inference_mode_enabled()


def test_an_answer_that_fails_leaves_nothing_on():
    answer = Engine().answer(Count(2, fail=True))
    with pytest.raises(UserError, match="2 is enough"):
        list(answer)
    assert not torch.is_inference_mode_enabled()


def test_the_first_step_says_that_torch_was_loaded_and_only_the_first():
    engine = Engine()
    assert isinstance(next(iter(engine.answer(Count(1)))), Loading)
    assert len(list(engine.answer(Count(1)))) == 1


@dataclass(frozen=True, slots=True)
class CountAlone(Count):
    """Counts as well, without torch."""

    torch: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class CountTraining(Count):
    """Counts as well, and follows gradients."""

    trains: ClassVar[bool] = True


def test_what_trains_is_not_in_inference_mode_whatever_else_is():
    engine = Engine()
    assert not any(inference for _, inference, _ in steps(engine, CountTraining(3)))
    answers = [engine.answer(CountTraining(2)), engine.answer(Count(2))]
    modes = [[next(answer)[1] for answer in answers] for _ in range(2)]
    assert modes == [[False, True]] * 2
    with torch.inference_mode():
        assert not any(inference for _, inference, _ in steps(engine, CountTraining(3)))


def test_what_needs_no_torch_is_answered_at_once():
    """No step says that torch was loaded, and none is in inference mode."""
    engine = Engine()
    found = list(engine.answer(CountAlone(2)))
    assert [(number, inference) for number, inference, _ in found] == [(0, False), (1, False)]
    assert isinstance(next(iter(engine.answer(Count(1)))), Loading)
    with pytest.raises(UserError, match="2 is enough"):
        list(engine.answer(CountAlone(2, fail=True)))


def test_what_needs_no_torch_does_not_load_it():
    program = """
import sys
from genplay.engine.answer import Engine
from genplay.families.foundations import FoundationsState

engine = Engine()
for request in FoundationsState().requests().values():
    assert engine.last(request)
assert "torch" not in sys.modules
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_last_is_the_last_step():
    engine = Engine()
    for number in (1, 5):  # with and without the step that warms up
        value = engine.last(Count(number))
        assert isinstance(value, tuple)
        assert value[0] == number - 1


def test_last_fails_as_the_answer_does():
    with pytest.raises(UserError, match="5 is enough"):
        Engine().last(Count(5, fail=True))


class Loader:
    """Loads what is not missing, and counts."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.missing: set[str] = set()

    def __call__(self, name):
        self.asked.append(name)
        if name in self.missing:
            raise UserError("There is no model {name}.", name=name)
        return f"loaded {name}"


@pytest.fixture
def loader():
    return Loader()


def prepare(name, loaded):
    return [name, loaded]


def test_a_model_is_loaded_and_prepared_once(loader):
    models = Models(loader)
    assert not models.has("a", prepare)
    first = models.get("a", prepare)
    assert first == ["a", "loaded a"]
    assert models.get("a", prepare) is first
    assert models.has("a", prepare)
    assert not models.has("b", prepare)
    assert loader.asked == ["a"]


def test_another_pipeline_prepares_it_its_own_way(loader):
    models = Models(loader)
    models.get("a", prepare)
    assert models.get("a", lambda name, loaded: f"{name}!") == "a!"


def test_a_failed_load_is_remembered(loader):
    loader.missing = {"a"}
    models = Models(loader)
    for _ in range(60):
        with pytest.raises(UserError, match="There is no model a"):
            models.get("a", prepare)
        assert not models.has("a", prepare)
    assert loader.asked == ["a"]
    assert models.get("b", prepare) == ["b", "loaded b"]


def test_a_failed_preparation_is_remembered(loader):
    def refuse(name, loaded):
        raise UserError("{name} is of no use.", name=name)

    models = Models(loader)
    for _ in range(60):
        with pytest.raises(UserError, match="a is of no use"):
            models.get("a", refuse)
    assert loader.asked == ["a"]


def test_a_remembered_failure_does_not_grow(loader):
    """Raised anew each time, its traceback would hold every frame since the first."""
    loader.missing = {"a"}
    models, depths = Models(loader), []
    for _ in range(5):
        with pytest.raises(UserError) as caught:
            models.get("a", prepare)
        depths.append(len(caught.traceback))
    assert depths[1] == depths[-1]


def test_retry_tries_again(loader):
    loader.missing = {"a"}
    models = Models(loader)
    with pytest.raises(UserError):
        models.get("a", prepare)
    loader.missing = set()
    with pytest.raises(UserError):
        models.get("a", prepare)
    models.retry()
    assert models.get("a", prepare) == ["a", "loaded a"]
    assert loader.asked == ["a", "a"]


def test_by_default_models_come_from_the_checkpoints():
    loaded = Models().get("bernoulli", lambda name, loaded: loaded)
    assert loaded.architecture == "tabular"
    assert np.isfinite(loaded.calibration["test_log_prob"]).all()
    with pytest.raises(UserError, match="no trained model nonesuch"):
        Models().get("nonesuch", prepare)
