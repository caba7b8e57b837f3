"""The recipes of InfoGAN on MNIST: one with what was found to help, the paper's own, and one without codes.

In small networks the game alone lets the category take the thickness of the stroke, or hide in the dither of
the picture: of the size of ``infogan`` 31 % of the validation digits were in a wrong category when one
training was stopped after 15,500 turns. What ``infogan`` has besides it (none of it looks at a label):

- Q's categories of two jittered views of one *real* digit shall tell of one another (Ji et al. 2019).
- In the first 9,000 turns of 20,000 D and Q see jittered pictures only, real and forged alike. The numbers
  are read from the half that is just noisy, for they may well mean the slant or the stroke, and weigh half; D
  shall give a real picture 0.9 only.
- The category is large and at first the noise small at G's input, so that the category takes what matters
  most; the noise grows to its full size once the categories have formed.
- Once, the category that real digits use least begins anew as a copy of the one that they use most.

Then the players see pictures as they are, by the paper's losses, and the digits become cleaner. The agreement
goes on: a Q that went without it for 6,000 turns gave 2 % of the test digits to a wrong category, but 14 % of
the same in black and white, which is how people draw them (one trial).

``infogan_paper`` is the game alone at the paper's size, some 110 minutes on two cores that others used, too.
One training of it (seed 0) has a ``code_error`` of 0.0302, 0.135 in black and white, and a squared distance
of 2.9; real ones have 1.8. Its c2 is the thickness of the stroke.

``infogan_plain`` is the game without any word about codes: a GAN whose categories mean nothing. Its Q learns
beside the game, so that what it fails to read is not there. Without the codes nothing kept a generator with
large categories from making ten pictures and no more, so this one reads all its inputs alike.
"""

import math
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Literal, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from genplay.data import mnist
from genplay.models import blocks, infogan
from genplay.models.infogan import Codes, InfoGan, Reading
from genplay.train.digits import generator
from genplay.train.jitter import Jitter
from genplay.train.recipe import GameSchedule

Name = Literal["infogan", "infogan_paper", "infogan_plain"]

KEPT = 5_000  # training digits, the last ones, that are validated on
SPLIT = "train[:55000], grey"
_SETTLED = 40  # batches that running statistics are of
_FEWEST = 0.5  # share of its fair part below which a category begins anew


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class GreyDigits:
    """Digits to learn from and to validate on, (N, 784) and (M, 784) uint8."""

    grey: NDArray[np.uint8]
    valid: NDArray[np.uint8]

    @classmethod
    def load(cls, folder: Path | None = None) -> "GreyDigits":
        """Return MNIST's training digits in two parts.

        Raises:
            UserError: The data set is missing.
        """
        images = mnist.load("train", folder).images.reshape(-1, infogan.SIDE**2)
        return cls(grey=images[:-KEPT], valid=images[-KEPT:])

    def batch(self, size: int, seed: int, step: int) -> Tensor:
        """Return the digits of a step, (size, 1, 28, 28), 0 to 1: a function of seed and step alone."""
        epoch, place = divmod(step, len(self.grey) // size)
        order = torch.randperm(len(self.grey), generator=generator(seed, 0, epoch))
        return pictures(self.grey[order[place * size : (place + 1) * size].numpy()])


def pictures(grey: NDArray[np.uint8]) -> Tensor:
    """Return digits, (N, 784) uint8, as both players read them, (N, 1, 28, 28), 0 to 1."""
    return (torch.tensor(grey).float() / 255).reshape(-1, 1, infogan.SIDE, infogan.SIDE)


class Rules(NamedTuple):
    """What a turn is played by; as it stands here, the paper's.

    Attributes:
        jittered: Whether D and Q see pictures jittered.
        target: What D shall say of a real picture.
        numbers: Weight of Q's squared errors, in both players' losses.
        noise: Deviation of the noise, as a share of the model's.
    """

    jittered: bool = False
    target: float = 1.0
    numbers: float = 1.0
    noise: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Q's categories of two views of a real digit shall tell of one another, beside the game.

    Args:
        weight: Of the information between them.
        balance: Of the entropies in that.
        begin: Turn by which it has its full weight; it begins at half of that.
    """

    weight: float = 1.0
    balance: float = 2.0
    begin: int = 2000

    def of(self, step: int) -> float:
        """Return its weight at a turn."""
        return self.weight * min(1.0, max(0.0, 2 * step / self.begin - 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Guidance:
    """How the first turns are played, until the categories have formed.

    Args:
        turns: How many.
        target: What D shall say of a real picture.
        numbers: Weight of Q's squared errors.
        mend: Turn before which the least used category may begin anew.
        early: Deviation of the noise at first, as a share of the model's.
        formed: Turn at which the noise begins to grow, to its full size at the end of the guidance.

    Raises:
        ValueError: The noise would not have begun to grow by the end.
    """

    turns: int = 9000
    target: float = 0.9
    numbers: float = 0.5
    mend: int = 4000
    early: float = 0.5
    formed: int = 5000

    def __post_init__(self) -> None:
        if not 0 <= self.formed < self.turns:
            raise ValueError("the noise begins to grow before the guidance ends")

    def rules(self, step: int) -> Rules:
        """Return what a turn is played by."""
        if step >= self.turns:
            return Rules()
        along = max(0.0, (step - self.formed) / (self.turns - self.formed))
        noise = self.early + (1 - self.early) * along
        return Rules(jittered=True, target=self.target, numbers=self.numbers, noise=noise)


SLIM = infogan.Config(width=32, hidden=256)
JITTER = Jitter()
SCHEDULE = GameSchedule(steps=20_000, batch=128, lr=3e-4, forger_lr=1e-3)
CONFIGS: dict[Name, infogan.Config] = {
    "infogan": replace(SLIM, scale=4.0),
    "infogan_paper": infogan.Config(),
    "infogan_plain": SLIM,
}
SCHEDULES: dict[Name, GameSchedule] = {
    "infogan": SCHEDULE,
    "infogan_paper": replace(SCHEDULE, steps=21_450, lr=2e-4, ema=0.998),  # 50 epochs
    "infogan_plain": replace(SCHEDULE, lr=2e-4),
}
_OURS = (
    "Smaller networks than the paper's, the category four times as large at G's input, and not its game "
    "alone: Q's categories of two jittered views of a real digit are told to agree (Ji et al. 2019); for the "
    f"first {Guidance().turns:,} turns D and Q see jittered pictures only, a real one shall get 0.9, the "
    "numbers weigh half, the noise has half its size and grows, and the least used category may begin anew. "
    "All of it without any label; the paper has 5 %."
)
PAPERS: dict[Name, str] = {
    "infogan": _OURS,
    "infogan_paper": "The paper's own losses and sizes; it has 5 %.",
    "infogan_plain": "As large as infogan, by the paper's losses without those of codes: Q only looks on.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class InfoGanRecipe:
    """The game of InfoGAN.

    Args:
        name: Of the model.
        digits: What it learns from.
        config: The networks' size.
        schedule: The numbers of the optimisation.
        agreement: What Q is told beside the game, if anything.
        guidance: How the first turns are played if not by the paper's rules.
        apart: Whether Q only looks on: neither G nor what Q shares with D learns from what it reads.
        seed: Of the initial weights, the order of the digits, their jitter and the codes.
    """

    name: Name
    digits: GreyDigits
    config: infogan.Config
    schedule: GameSchedule
    agreement: Agreement | None = None
    guidance: Guidance | None = None
    apart: bool = False
    seed: int = 0

    def describe(self) -> dict[str, str | int | float]:
        """Return name, seed and all numbers."""
        said = {"name": self.name, "seed": self.seed, **asdict(self.config), **asdict(self.schedule)}
        if self.agreement or self.guidance:
            said |= _named("jitter", JITTER)
        if self.agreement:
            said |= _named("agreement", self.agreement)
        if self.apart:
            said |= {"apart": True}
        return said | (_named("guided", self.guidance) if self.guidance else {})

    def rules(self, step: int) -> Rules:
        """Return what a turn is played by."""
        return self.guidance.rules(step) if self.guidance else Rules()

    def network(self) -> InfoGan:
        """Return both networks as the seed makes them."""
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(self.seed)
            return infogan.build(self.config)

    def players(self, network: nn.Module) -> tuple[nn.Module, nn.Module]:
        """Return D with Q, which learns with it, and G."""
        assert isinstance(network, InfoGan)
        return network.reader, network.generator

    def play(self, network: nn.Module, step: int) -> Iterator[Tensor]:
        """Yield D's loss with Q's, then G's."""
        assert isinstance(network, InfoGan)
        rules, draw = self.rules(step), generator(self.seed, 1, step)
        digits = self.digits.batch(self.schedule.batch, self.seed, step)
        codes = infogan.draw_codes(self.config, self.schedule.batch, draw)
        fakes = network.generator.of(codes._replace(noise=codes.noise * rules.noise))
        real = network.reader(_seen(digits, rules, draw)).verdict
        fake = network.reader(_seen(fakes.detach(), rules, draw), apart=self.apart)
        loss = infogan.verdict_loss(real, fake.verdict, target=rules.target) + _codes_loss(fake, codes, rules)
        if self.agreement:
            views = network.reader(_views(digits[: len(digits) // 2], draw)).logits.chunk(2)
            shared = infogan.invariant_information(*views, balance=self.agreement.balance)
            loss = loss - self.agreement.of(step) * shared
        yield loss
        forged = network.reader(_seen(fakes, rules, draw))
        loss = infogan.forger_loss(forged.verdict)
        yield loss if self.apart else loss + _codes_loss(forged, codes, rules)

    @torch.no_grad()
    def mend(self, network: nn.Module, step: int) -> bool:
        """Let the least used category begin anew as a noisy copy of the most used, in time, if it is rare.

        Where one category has two digits and another none, neither player gets out of it by small steps.
        """
        if not self.guidance or step != self.guidance.mend:
            return False
        assert isinstance(network, InfoGan)
        counts = self._used(network)
        rare, common = int(counts.argmin()), int(counts.argmax())
        if counts[rare] > _FEWEST * counts.float().mean():
            return False
        draw = generator(self.seed, 2, step)
        head, first = network.reader.category, network.generator.layers[0]
        assert isinstance(first, nn.Linear)
        apart = 0.5 * head.weight[common].std() * torch.randn(head.in_features, generator=draw)
        head.weight[rare] = head.weight[common] + apart
        head.weight[common] -= apart
        head.bias[common] -= math.log(2)  # both together are as likely as the one was
        head.bias[rare] = head.bias[common]
        columns = first.weight[:, self.config.noise :]
        apart = 0.2 * columns[:, common].std() * torch.randn(first.out_features, generator=draw)
        columns[:, rare] = columns[:, common] + apart
        return True

    def _used(self, network: InfoGan) -> Tensor:
        """Return how many of some training digits Q gives to each category, (C,)."""
        chosen = [network.reader(x).logits.argmax(1) for x in pictures(self.digits.grey[:20_000]).split(1000)]
        return torch.bincount(torch.cat(chosen), minlength=self.config.categories)

    def settle(self, network: nn.Module) -> None:
        """Set the running statistics: G's by codes, then those of D and Q by real digits as they are."""
        assert isinstance(network, InfoGan)
        draw = generator(self.seed, 3)
        codes = [infogan.draw_codes(self.config, 250, draw) for _ in range(_SETTLED)]
        found = iter(codes)
        blocks.settle(network.generator, lambda _: network.generator.of(next(found)), torch.zeros(_SETTLED))
        real = pictures(self.digits.grey[: 250 * _SETTLED]).split(250)
        blocks.settle(network.reader, network.reader, real)

    @torch.no_grad()
    def validate(self, network: nn.Module) -> float:
        """Return log C less the information between Q's categories of two views of unseen digits, in nats."""
        assert isinstance(network, InfoGan)
        draw = generator(4)
        told = [
            network.reader(_views(x, draw)).logits.chunk(2) for x in pictures(self.digits.valid).split(500)
        ]
        views = [torch.cat(one) for one in zip(*told, strict=True)]
        shared = infogan.invariant_information(*views)
        return self.config.ceiling - float(shared)

    @property
    def unit(self) -> str:
        """Nats."""
        return "nats"


def _views(x: Tensor, draw: torch.Generator) -> Tensor:
    """Return pictures twice, (2B, 1, 28, 28): with noise only, then changed in every way."""
    return torch.cat((JITTER.weak(x, draw), JITTER.strong(x, draw)))


def _seen(x: Tensor, rules: Rules, draw: torch.Generator) -> Tensor:
    """Return pictures as D and Q see them: where they are jittered, the first half with noise only."""
    if not rules.jittered:
        return x
    weak, strong = x.chunk(2)
    return torch.cat((JITTER.weak(weak, draw), JITTER.strong(strong, draw)))


def _codes_loss(reading: Reading, codes: Codes, rules: Rules) -> Tensor:
    """Return what both players minimise of Q; the numbers are read from weak views only."""
    plain = len(codes.category) // 2 if rules.jittered else len(codes.category)
    weak, meant = Reading(*(part[:plain] for part in reading)), Codes(*(part[:plain] for part in codes))
    numbers = infogan.number_loss(weak, meant) + 0.1 * infogan.spread_loss(weak, meant)
    return infogan.category_loss(reading, codes) + rules.numbers * numbers


def _named(start: str, numbers: Agreement | Guidance | Jitter) -> dict[str, float]:
    return {f"{start}_{name}": value for name, value in asdict(numbers).items()}


def recipe(name: Name, digits: GreyDigits, seed: int = 0) -> InfoGanRecipe:
    """Return the recipe of one of the three."""
    ours = name == "infogan"
    return InfoGanRecipe(
        name=name,
        digits=digits,
        config=CONFIGS[name],
        schedule=SCHEDULES[name],
        agreement=Agreement() if ours else None,
        guidance=Guidance() if ours else None,
        apart=name == "infogan_plain",
        seed=seed,
    )
