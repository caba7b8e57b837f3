"""What both players of InfoGAN minimise, spelt out term by term from the same codes and the same jitter."""

from dataclasses import dataclass, replace

import numpy as np
import pytest
import torch
from lightning_fabric import Fabric
from torch import Tensor

from genplay.families.infogan import WEIGHT
from genplay.models import infogan
from genplay.models.infogan import Codes, Reading
from genplay.train import infogan as recipes
from genplay.train.digits import generator
from genplay.train.game import Game
from genplay.train.infogan import GreyDigits, InfoGanRecipe
from genplay.train.jitter import Jitter
from tests.train import by_hand

BATCH = 8
TINY = {"noise": 4, "width": 2, "hidden": 8, "reader": 6}


@dataclass(frozen=True, kw_only=True)
class Meant:
    """What a recipe is meant to weigh at a turn; without an agreement of views its weight is None."""

    name: recipes.Name
    step: int
    numbers: float
    target: float
    noise: float = 1.0
    agreement: float | None = None
    guided: bool = False
    apart: bool = False


GUIDED = {"name": "infogan", "numbers": 0.5, "target": 0.9, "guided": True}
ALONE = {"numbers": 1.0, "target": 1.0}
PLAIN = {"name": "infogan_plain", "apart": True, **ALONE}
TURNS = [
    Meant(**GUIDED, step=0, noise=0.5, agreement=0),
    Meant(**GUIDED, step=1000, noise=0.5, agreement=0),  # from here on views shall agree
    Meant(**GUIDED, step=1500, noise=0.5, agreement=0.5),
    Meant(**GUIDED, step=5000, noise=0.5, agreement=1),  # and from here the noise grows
    Meant(**GUIDED, step=7000, noise=0.75, agreement=1),
    Meant(**GUIDED, step=8999, noise=0.999875, agreement=1),
    *(Meant(name="infogan", **ALONE, step=step, agreement=1) for step in (9000, 15_000)),
    *(Meant(name="infogan_paper", **ALONE, step=step) for step in (0, 9000)),
    *(Meant(**PLAIN, step=step) for step in (0, 9000)),
]


def recipe(name: recipes.Name) -> InfoGanRecipe:
    grey = np.random.default_rng(0).integers(0, 256, (300, 784)).astype(np.uint8)
    whole = recipes.recipe(name, GreyDigits(grey=grey, valid=grey[:20]))
    return replace(
        whole,
        config=replace(whole.config, **TINY),
        schedule=replace(whole.schedule, batch=BATCH),
    )


def read(network: infogan.InfoGan, x: Tensor, *, apart: bool = False) -> Reading:
    """Return logits, means and variances' logs straight from the last layers."""
    reader = network.reader
    h = reader.trunk(x)
    g = reader.guess(h.detach() if apart else h)
    return Reading(reader.verdict(h)[:, 0], reader.category(g), reader.mean(g), reader.logvar(g.detach()))


def of_codes(told: Reading, codes: Codes, meant: Meant) -> Tensor:
    """Return -E[log Q] of the category, and of the numbers from the first pictures alone."""
    plain = BATCH // 2 if meant.guided else BATCH  # the rest are changed in every way
    away = told.mean[:plain] - codes.numbers[:plain]
    normal = 0.5 * away.square().sum(1).mean()
    logvar = told.logvar[:plain]
    spread = 0.5 * (logvar + away.detach().square() / logvar.exp()).mean()
    category = by_hand.cross_entropy(told.logits, codes.category)
    return WEIGHT * category + meant.numbers * (normal + 0.1 * spread)


def shared(logits: Tensor) -> Tensor:
    """Return the information of two views, both halves of a batch, with entropies that count twice."""
    shares = logits.exp() / logits.exp().sum(1, keepdim=True)
    first, second = shares[: BATCH // 2], shares[BATCH // 2 :]
    joint = sum(torch.outer(a, b) + torch.outer(b, a) for a, b in zip(first, second, strict=True)) / BATCH
    of_one = joint.sum(0)
    return (joint * joint.log()).sum() - 2 * 2 * (of_one * of_one.log()).sum()


def spelt_out(one: InfoGanRecipe, network: infogan.InfoGan, meant: Meant) -> tuple[Tensor, Tensor]:
    """Return D's loss with Q's, and G's."""
    draw = generator(one.seed, 1, meant.step)
    codes = infogan.draw_codes(one.config, BATCH, draw)
    category = torch.eye(10)[codes.category]
    fakes = network.generator(meant.noise * codes.noise, category, codes.numbers)
    half = BATCH // 2

    def seen(x: Tensor) -> Tensor:
        if not meant.guided:
            return x
        return torch.cat((Jitter().weak(x[:half], draw), Jitter().strong(x[half:], draw)))

    digits = one.digits.batch(BATCH, one.seed, meant.step)
    real = read(network, seen(digits))
    fake = read(network, seen(fakes.detach()), apart=meant.apart)
    judged = by_hand.log_loss(real.verdict, meant.target) + by_hand.log_loss(fake.verdict, 0.0)
    judged = judged + of_codes(fake, codes, meant)
    if meant.agreement is not None:
        views = torch.cat((Jitter().weak(digits[:half], draw), Jitter().strong(digits[:half], draw)))
        judged = judged - meant.agreement * shared(read(network, views).logits)
    again = read(network, seen(fakes))
    forged = by_hand.log_loss(again.verdict)
    if not meant.apart:
        forged = forged + of_codes(again, codes, meant)
    return judged, forged


@pytest.mark.parametrize("meant", TURNS, ids=lambda meant: f"{meant.name}-{meant.step}")
def test_both_losses_are_what_they_are_meant_to_be(meant):
    one = recipe(meant.name)
    network = one.network()
    losses = list(one.play(network, meant.step))
    assert len(losses) == 2
    judged, forged = spelt_out(one, network, meant)
    by_hand.assert_same(losses[0], judged, network.reader, untouched=network.generator)
    by_hand.assert_same(losses[1], forged, network.generator)


@pytest.mark.parametrize("meant", TURNS[5::2], ids=lambda meant: f"{meant.name}-{meant.step}")
def test_a_step_is_to_the_players_own_advantage(meant):
    one = recipe(meant.name)
    network = one.network()
    for turn, player in enumerate(one.players(network)):
        before = spelt_out(one, network, meant)[turn]
        step = torch.optim.SGD(player.parameters(), 1e-3)
        list(one.play(network, meant.step))[turn].backward()
        step.step()
        network.zero_grad()
        assert spelt_out(one, network, meant)[turn] < before


@pytest.mark.parametrize(
    ("name", "learned"), [("infogan", True), ("infogan_paper", True), ("infogan_plain", False)]
)
def test_the_category_comes_to_be_read_where_both_players_learn_it(name, learned):
    one = recipe(name)
    one = replace(one, schedule=replace(one.schedule, lr=1e-2, forger_lr=1e-2, batch=16))
    game = Game(one, Fabric(accelerator="cpu", devices=1), None)
    for _ in range(40):
        game.advance()
    codes = infogan.draw_codes(one.config, 200, torch.Generator().manual_seed(1))
    with torch.no_grad():
        told = game.network.reader(game.network.generator.of(codes))
    assert (float(infogan.information(told, codes)) > 0.3) == learned


def test_every_turn_has_noise_and_numbers_of_its_own():
    one = recipe("infogan_paper")
    network = one.network()
    with by_hand.inputs(network.generator.layers) as given:
        for step in range(3):
            list(one.play(network, step))
    for part in torch.cat(given).split((4, 10, 2), 1)[::2]:
        assert len(part.unique(dim=0)) == 3 * BATCH
