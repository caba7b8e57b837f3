"""What both players of StarGAN minimise, spelt out term by term: the paper's game, and the other one."""

from collections.abc import Sequence

import pytest
import torch
from torch import Tensor, nn

from genplay.models.stargan import SIDE, StarGan
from genplay.models.stargan_paper import PaperStarGan
from genplay.train.digits import generator
from genplay.train.stargan import targets
from genplay.train.stargan_paper import PaperRecipe
from tests.train import by_hand
from tests.train.made_faces import LABELS, paper, recipe

ODD = recipe(  # no two weights alike
    **{"warm": 2, "ramp": 4, "opened": 2, "closing": 2, "lazy": 3},
    **{"classification": 2.0, "values": 3.0, "lacked": 0.5, "reconstruction": 10.0, "early": 0.1},
    **{"mask": 0.7, "kept": 9.0, "flat": 0.4, "r1": 5.0, "unchanged": 0.5, "permuted": 0.2},
)
TURNS = [(2, 0.0, 0.0), (3, 0.25, 0.0), (5, 0.75, 0.5), (9, 1.0, 1.0)]
"""Turns of that one, how far along the ramp they are, and how far the mask may shut."""


def planes(told: Tensor) -> Tensor:
    return told[:, :, None, None] * torch.ones(1, 1, SIDE, SIDE)


def classes(logits: Tensor, held: Tensor) -> Tensor:
    """Return L_cls of the colour of the hair and of the hat."""
    return by_hand.cross_entropy(logits[:, :3], held[:, :3].argmax(1)) + by_hand.log_loss(
        logits[:, 3], held[:, 3]
    )


def slope(judged: Tensor, at: Tensor) -> Tensor:
    """Return the length of each picture's gradient, squared, (B,)."""
    (gradient,) = torch.autograd.grad(judged.sum(), at, create_graph=True)
    return gradient.square().sum((1, 2, 3))


def papers_judged(one: PaperRecipe, network: PaperStarGan, turn: int) -> tuple[Tensor, Tensor]:
    """Return what D minimises at one of its turns, and what G would after it."""
    x, own = one.faces.batch(4, one.seed, turn)
    draw = generator(one.seed, 1, turn)
    target = own[torch.randperm(4, generator=draw)]
    share = torch.rand(4, generator=draw)[:, None, None, None]
    assert (own != target).any()
    told = network.discriminator
    y = network.generator(x, planes(target)).picture
    between = (share * x + (1 - share) * y).detach().requires_grad_()
    lengths = slope(told(between).source[0].mean((1, 2, 3)), between).sqrt()
    judged = told(y.detach()).source[0].mean() - told(x).source[0].mean()
    judged = judged + classes(told(x).attributes, own) + 10 * (lengths - 1).square().mean()
    again = network.generator(y, planes(own)).picture
    forged = -told(y).source[0].mean() + classes(told(y).attributes, target)
    return judged, forged + 10 * (again - x).abs().mean()


@pytest.mark.parametrize("step", [0, 1])
def test_the_papers_losses_are_its_equations(step):
    one = paper()
    network = one.network()
    first, second, forged = one.play(network, step)
    for loss, turn in ((first, 2 * step), (second, 2 * step + 1)):
        judged, known = papers_judged(one, network, turn)
        by_hand.assert_same(loss, judged, network.discriminator, untouched=network.generator)
    by_hand.assert_same(forged, known, network.generator)


def values(held: Tensor) -> Tensor:
    """Return which of black, blond, brown, hat and no hat hold, (B, 5)."""
    return torch.cat((held, 1 - held[:, 3:]), 1)


def asked(own: Tensor, target: Tensor) -> Tensor:
    """Return the values that the change is about, as weights that sum to 1, (B, 5)."""
    rows = []
    for mine, wanted in zip(own.tolist(), target.tolist(), strict=True):
        hair, hat = mine[:3] != wanted[:3], mine[3] != wanted[3]
        if not hair and not hat:
            hair = hat = True
        rows.append([hair * held for held in wanted[:3]] + [hat * wanted[3], hat * (1 - wanted[3])])
    return torch.tensor(rows) / torch.tensor(rows).sum(1, keepdim=True)


def hinges(told: Sequence[Tensor], sign: float) -> Tensor:
    return sum((1 + sign * logits).clamp(min=0).mean() for logits in told)


def weighed(told: Sequence[Tensor], weights: Tensor, sign: float | None = None) -> Tensor:
    """Return the logits of values, or their hinges, by weights (B, 5): means of places and of pictures."""
    parts = [logits if sign is None else (1 + sign * logits).clamp(min=0) for logits in told]
    return sum(
        (part.flatten(2).mean(2) if part.ndim > 2 else part).mul(weights).sum(1).mean() for part in parts
    )


def known(network: StarGan, x: Tensor, own: Tensor) -> Tensor:
    """Return the part of D's loss that is of real pictures."""
    real = network.discriminator(x)
    right, wrong = values(own) / 2, (1 - values(own)) / 3
    told = weighed(real.values, right, -1) + 0.5 * weighed(real.values, wrong, +1)
    return hinges(real.source, -1) + 3 * told + 2 * classes(real.attributes, own)


def spelt_out(network: StarGan, step: int, ramped: float, closed: float) -> tuple[Tensor, Tensor]:
    """Return D's loss and G's, with the weights of ``ODD``."""
    x, own = ODD.faces.batch(4, 0, step)
    target = targets(LABELS, own, ODD.weights, generator(0, 1, step))
    told, forge = network.discriminator, network.generator
    y, mask, content = forge(x, planes(target - own), 1 - closed)
    fake = told(y.detach())
    judged = known(network, x, own) + hinges(fake.source, +1)
    judged = judged + 3 * weighed(fake.values, asked(own, target), +1)
    if step % 3 == 0:
        at = x.clone().requires_grad_()
        places = sum(logits.flatten(1).mean(1) for logits in told(at).source)
        judged = judged + 0.5 * 5 * 3 * slope(places, at).mean()
    seen = told(y)
    forged = -sum(logits.mean() for logits in seen.source) - 3 * weighed(seen.values, asked(own, target))
    forged = forged + 2 * classes(seen.attributes, target)
    again = forge(y[:2], planes((own - target)[:2]), 1 - closed).picture
    forged = forged + 10 * (0.1 + 0.9 * ramped) * (x[:2] - again).abs().mean()
    same = [bool((mine == wanted).all()) for mine, wanted in zip(own, target, strict=True)]
    moved = sum((y[at] - x[at]).abs().mean() for at in range(4) if same[at]) / 4
    rough = ((content[:, :, 1:] - content[:, :, :-1]).abs() * mask[:, :, 1:].detach()).mean()
    rough = rough + ((content[..., 1:] - content[..., :-1]).abs() * mask[..., 1:].detach()).mean()
    return judged, forged + 0.7 * closed * mask.mean() + 9 * moved + 0.4 * rough


def network_of_odd() -> StarGan:
    """Return a network that has something to say: as it begins, its masks and logits are all about alike."""
    network = ODD.network()
    torch.manual_seed(0)
    for parameter in network.parameters():
        nn.init.normal_(parameter, std=0.1)
    return network


@pytest.mark.parametrize(("step", "ramped", "closed"), TURNS)
def test_the_other_games_losses_are_what_they_are_meant_to_be(step, ramped, closed):
    network = network_of_odd()
    losses = list(ODD.play(network, step))
    judged, forged = spelt_out(network, step, ramped, closed)
    assert len(losses) == 2
    by_hand.assert_same(losses[0], judged, network.discriminator, untouched=network.generator)
    by_hand.assert_same(losses[1], forged, network.generator)


def test_both_kinds_of_faces_are_asked_for_at_some_turn():
    """Those that shall stay as they are have a term of their own, which must not be missed by all turns."""
    kinds = set()
    for step, *_ in TURNS:
        _, own = ODD.faces.batch(4, 0, step)
        target = targets(LABELS, own, ODD.weights, generator(0, 1, step))
        kinds |= set((own == target).all(1).tolist())
    assert kinds == {True, False}


def test_the_warming_up_is_what_it_is_meant_to_be():
    network = network_of_odd()
    x, own = ODD.faces.batch(4, 0, 1)
    target = targets(LABELS, own, ODD.weights, generator(0, 1, 1))
    content = network.generator(x, planes(target - own), 1.0).content
    judged, forged = ODD.play(network, 1)
    by_hand.assert_same(judged, known(network, x, own), network.discriminator, untouched=network.generator)
    by_hand.assert_same(forged, 10 * (x - content).abs().mean(), network.generator)
