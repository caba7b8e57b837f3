"""A network along its training: what is averaged, validated and kept, and when it may be resumed."""

from dataclasses import replace

import numpy as np
import pytest
import torch

pytest.importorskip("lightning_fabric", reason="needs the train extra")
pytest.importorskip("numba", reason="needs the train extra")

from lightning_fabric import Fabric

from genplay.errors import UserError
from genplay.models import nade
from genplay.train.digits import Digits
from genplay.train.nade import NadeRecipe
from genplay.train.published import Published
from genplay.train.recipe import Schedule, learning_rate
from genplay.train.training import EXTENSIBLE, Training

SCHEDULE = Schedule(
    steps=9, batch=8, lr=0.05, warmup=3, weight_decay=1e-3, ema=0.9, clip=10.0, validate_every=4
)
CHANGES = {"steps": 30, "decay": 0.5, "validate_every": 2}


def recipe(**changes) -> NadeRecipe:
    """A NADE over ten pixels of noise."""
    grey = np.random.default_rng(0).integers(0, 256, (40, 10)).astype(np.uint8)
    digits = Digits(grey=grey, valid=(grey[:10] > 128).astype(np.uint8))
    return NadeRecipe(
        digits=digits, config=nade.Config(dims=10, hidden=4), schedule=replace(SCHEDULE, **changes)
    )


def training(**changes) -> Training:
    return Training(recipe(**changes), Fabric(accelerator="cpu", devices=1), None)


def weights(one: Training) -> dict[str, torch.Tensor]:
    return {name: p.detach().clone() for name, p in one.network.named_parameters()}


def test_a_young_average_follows_faster_than_an_old_one():
    one = training()
    for decay in (2 / 11, 3 / 12):  # (1 + step) / (10 + step) as long as that is less than 0.9
        before = {name: value.clone() for name, value in one.average.items()}
        one.advance()
        for name, now in weights(one).items():
            expected = decay * before[name] + (1 - decay) * now
            torch.testing.assert_close(one.average[name], expected)


def test_every_step_has_the_schedules_rate_and_only_matrices_decay():
    one = training()
    for step in range(5):
        one.advance()
        assert {group["lr"] for group in one.optimizer.param_groups} == {learning_rate(SCHEDULE, step, 9)}
    decays = {p.ndim: group["weight_decay"] for group in one.optimizer.param_groups for p in group["params"]}
    assert decays == {2: 1e-3, 1: 0.0}


def test_what_is_validated_and_kept_is_the_average_and_the_trained_weights_stay():
    one = training()
    one.advance()
    before = weights(one)
    valid = one.validate()["valid"]
    assert all(torch.equal(value, before[name]) for name, value in weights(one).items())
    model = nade.build(nade.Config(dims=10, hidden=4))
    model.load_state_dict(one.average)
    expected = -nade.log_prob(model, one.validation.float()).mean().item()
    assert valid == pytest.approx(expected, abs=1e-5)
    assert all(torch.equal(value, one.average[name]) for name, value in (one.kept or {}).items())


def test_worse_weights_are_not_kept():
    one = training()
    one.advance()
    best, kept = one.validate()["valid"], one.kept
    for value in one.average.values():
        value.add_(3.0)
    metrics = one.validate()
    assert metrics["valid"] > best == metrics["best"]
    assert (one.kept, one.best_step) == (kept, 1)
    assert len(one.curve) == 2


@pytest.mark.parametrize("name", EXTENSIBLE)
def test_it_is_resumed_with_another_schedule_ahead(tmp_path, name):
    path = tmp_path / "state.safetensors"
    one = training()
    one.advance()
    one.save(path)
    again = training(**{name: CHANGES[name]})
    again.resume(path)
    assert (again.step, again.steps) == (1, again.recipe.schedule.steps)
    assert all(torch.equal(value, one.average[name]) for name, value in again.average.items())


@pytest.mark.parametrize("change", [{"lr": 0.04}, {"batch": 4}, {"ema": 0.8}], ids=str)
def test_it_is_not_resumed_with_other_numbers_behind_it(tmp_path, change):
    path = tmp_path / "state.safetensors"
    one = training()
    one.advance()
    one.save(path)
    with pytest.raises(UserError, match="another recipe"):
        training(**change).resume(path)


def published(step: int = 5) -> Published:
    other = NadeRecipe(
        digits=recipe().digits, config=nade.Config(dims=10, hidden=4), schedule=SCHEDULE, seed=7
    )
    return Published(
        weights=dict(other.network().state_dict()), step=step, seconds=90.0, curve=((4, 9.0), (5, 8.0))
    )


def test_a_checkpoint_is_taken_up_with_its_step_its_weights_and_its_curve():
    one = training()
    one.take_up(published())
    for name, value in published().weights.items():
        assert torch.equal(weights(one)[name], value)
        assert torch.equal(one.average[name], value)
    assert (one.step, one.best_step) == (5, 5)
    assert one.seconds > 90
    (earlier, now) = one.curve
    assert (earlier, now[0]) == ((4, 9.0), 5)
    assert now[1] == pytest.approx(one.best["valid"], abs=1e-4)


def test_what_was_taken_up_is_warmed_up_again_and_stays_so_when_resumed(tmp_path):
    path = tmp_path / "state.safetensors"
    one = training(steps=30)
    one.take_up(published())
    whole = SCHEDULE.lr
    rates = []
    for _ in range(2):
        one.advance()
        rates.append(one.optimizer.param_groups[0]["lr"])
    one.save(path)
    again = training(steps=30)
    again.resume(path)
    for _ in range(2):
        one.advance()
        again.advance()
        rates.append(again.optimizer.param_groups[0]["lr"])
    plain = [learning_rate(replace(SCHEDULE, steps=30), step, 30) for step in range(5, 9)]
    assert rates == pytest.approx([plain[0] / 3, plain[1] * 2 / 3, plain[2], plain[3]])
    assert max(rates) < whole
    assert again.progress({}).taken_up == 5
    assert all(torch.equal(value, weights(again)[name]) for name, value in weights(one).items())


def test_a_checkpoint_at_the_schedules_end_is_not_taken_up():
    with pytest.raises(UserError, match="has 9 steps behind it, and the schedule has no more than 9"):
        training().take_up(published(9))
