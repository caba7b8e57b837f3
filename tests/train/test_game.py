"""The game of two players: who learns from what; averages; and that an interruption changes nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import torch
from lightning_fabric import Fabric
from torch import Tensor, nn

from genplay.errors import UserError
from genplay.models.blocks import BatchNorm
from genplay.train.game import Game
from genplay.train.loop import fit, so_far
from genplay.train.recipe import GameSchedule

SCHEDULE = GameSchedule(steps=8, batch=4, lr=0.01, forger_lr=0.02, ema=0.9, decay=0.5, validate_every=3)

OFTEN = replace(SCHEDULE, critics=3)


class Pair(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.judge = nn.Linear(3, 1)
        self.forger = nn.Sequential(nn.Linear(2, 3), BatchNorm(3))


@dataclass(frozen=True, kw_only=True)
class Toy:
    schedule: GameSchedule = SCHEDULE
    seed: int = 0
    config: None = None
    mended: int = -1
    unit: str = "nats"

    def describe(self) -> dict[str, str | int | float]:
        return {"name": "toy", "steps": self.schedule.steps, "lr": self.schedule.lr}

    def network(self) -> nn.Module:
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(0)
            return Pair()

    def players(self, network: nn.Module) -> tuple[nn.Module, nn.Module]:
        return network.judge, network.forger

    def play(self, network: nn.Module, step: int) -> Iterator[Tensor]:
        noise = torch.randn(4, 2, generator=torch.Generator().manual_seed(step))
        fakes = network.forger(noise)
        yield network.judge(fakes.detach()).square().mean()
        yield -network.judge(fakes).mean()

    @torch.no_grad()
    def mend(self, network: nn.Module, step: int) -> bool:
        if step == self.mended:
            network.judge.weight.add_(5)
        return step == self.mended

    def settle(self, network: nn.Module) -> None:
        network.eval()

    def validate(self, network: nn.Module) -> float:
        return float(network.judge.weight.sum())


def begun(recipe: Toy | None = None, minutes: float | None = None) -> Game:
    return Game(recipe or Toy(), Fabric(accelerator="cpu", devices=1), minutes)


def values(network: nn.Module) -> dict[str, Tensor]:
    return {name: value.detach().clone() for name, value in network.state_dict().items()}


def test_each_player_moves_by_its_own_loss_and_rate():
    game = begun()
    before = values(game.network)
    game.advance()
    after = values(game.network)
    # Adam's first move is the rate, whatever the gradient: one that is about 0 apart.
    moved = {name: float((after[name] - before[name]).abs().max()) for name in before}
    assert moved["judge.weight"] == pytest.approx(0.01, rel=1e-3)
    assert moved["forger.1.bias"] == pytest.approx(0.02, rel=1e-3)


def test_the_judge_has_no_gradient_of_the_forgers_loss():
    game = begun()
    game.advance()
    judge, forger = game.sides[0][0], game.sides[1][0]
    noise = torch.randn(4, 2, generator=torch.Generator().manual_seed(0))
    fresh = Toy().network()
    fresh.judge(fresh.forger(noise).detach()).square().mean().backward()
    torch.testing.assert_close(judge.weight.grad, fresh.judge.weight.grad)
    assert forger[1].bias.grad is not None
    assert all(parameter.requires_grad for parameter in game.network.parameters())


@pytest.mark.parametrize("most", [0.9, 0.25])
def test_the_average_is_that_of_the_weights(most):
    game = begun(Toy(schedule=replace(Toy().schedule, ema=most)))  # the second holds from the second turn on
    by_hand = values(game.network)
    for step in range(1, 6):
        game.advance()
        decay = min(most, (1 + step) / (10 + step))
        for name, value in game.network.named_parameters():
            by_hand[name] = decay * by_hand[name] + (1 - decay) * value.detach()
    for name, average in game.average.items():
        torch.testing.assert_close(average, by_hand[name])
    game.validate()
    torch.testing.assert_close(game.progress({}).best["judge.weight"], by_hand["judge.weight"])


def test_what_is_mended_begins_a_new_average():
    game = begun(Toy(mended=2))
    for _ in range(2):
        game.advance()
    old = game.average["judge.weight"].clone()
    game.advance()
    assert (game.average["judge.weight"] - old).min() > 4


def test_a_judge_that_learns_more_often_goes_on_exactly_too(tmp_path: Path):
    @dataclass(frozen=True, kw_only=True)
    class Critics(Toy):
        schedule: GameSchedule = OFTEN

        def play(self, network: nn.Module, step: int) -> Iterator[Tensor]:
            for turn in range(3):
                yield network.judge(torch.ones(1, 3) + turn).square().mean()
            yield -network.judge(network.forger(torch.eye(2))).mean()

    path = tmp_path / "state.safetensors"
    whole = list(fit(Critics(), every=2))
    part = fit(Critics(), every=2, path=path)
    while next(part).step < 4:
        pass
    part.close()
    resumed = begun(Critics())
    resumed.resume(path)
    counted = [
        next(iter(optimizer.state_dict()["state"].values()))["step"] for _, optimizer, _ in resumed.sides
    ]
    assert [float(count) for count in counted] == [12, 4]
    last = list(fit(Critics(), every=2, path=path, resume=True))[-1]
    assert all(torch.equal(value, last.best[name]) for name, value in whole[-1].best.items())


def test_rates_fall_to_0_along_a_line():
    schedule = replace(SCHEDULE, steps=10, decay=0.5)
    shares = [schedule.share(step, 10) for step in (0, 5, 6, 9)]
    assert shares == pytest.approx([1, 1, 0.8, 0.2])
    assert schedule.share(3, 0) == 1


def test_an_interrupted_training_goes_on_as_if_it_had_never_stopped(tmp_path: Path):
    path = tmp_path / "state.safetensors"
    whole = list(fit(Toy(), every=2))
    part = fit(Toy(), every=2, path=path)
    while next(part).step < 4:
        pass
    part.close()
    assert so_far(Toy(), path).step == 4
    resumed = list(fit(Toy(), every=2, path=path, resume=True))
    assert resumed[-1].step == whole[-1].step == 8
    assert resumed[-1].curve == whole[-1].curve
    assert resumed[-1].best.keys() == whole[-1].best.keys()
    for name, value in whole[-1].best.items():
        assert torch.equal(resumed[-1].best[name], value), name


def test_the_same_seed_gives_the_same_bytes():
    first, again = (list(fit(Toy()))[-1].best for _ in range(2))
    assert all(torch.equal(value, again[name]) for name, value in first.items())


def test_another_recipes_state_is_refused_and_more_steps_are_not(tmp_path: Path):
    path = tmp_path / "state.safetensors"
    list(fit(Toy(), path=path))
    with pytest.raises(UserError, match="another recipe"):
        begun(Toy(schedule=replace(SCHEDULE, lr=0.5))).resume(path)
    longer = begun(Toy(schedule=replace(SCHEDULE, steps=20)))
    longer.resume(path)
    assert (longer.step, longer.steps) == (8, 20)


def test_a_recipe_that_has_begun_to_say_more_goes_on(tmp_path: Path):
    @dataclass(frozen=True, kw_only=True)
    class Talking(Toy):
        def describe(self) -> dict[str, str | int | float]:
            return {**Toy.describe(self), "beta": 0.5}

    path = tmp_path / "state.safetensors"
    list(fit(Toy(), path=path))
    later = begun(Talking())
    later.resume(path)
    assert later.step == 8


def test_a_broken_state_is_refused(tmp_path: Path):
    path = tmp_path / "state.safetensors"
    game = begun()
    game.save(path)  # before any turn: it has no moments
    with pytest.raises(UserError, match="not the state"):
        begun().resume(path)


def test_a_budget_of_minutes_becomes_turns():
    game = begun(minutes=0.01)
    assert game.steps == 0
    for _ in range(100):
        game.advance()
    assert game.steps > 100


def test_no_checkpoint_is_taken_up():
    with pytest.raises(UserError, match="--resume"):
        begun().take_up(None)
