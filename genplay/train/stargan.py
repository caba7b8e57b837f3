"""The recipes of StarGAN on avatars: one for two cores and two hours, and the paper's own losses.

Faces and their attributes are all that they learn from: an edited face is never shown beside the face that it
was made of, although for avatars both could be drawn.

After 9,000 turns (seed 0) an edit missed 11.5 % of the true change and hair was speckled; three times as many
leave 5.4 %, though of the faces that are validated on the way back is no nearer after 21,000 turns.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from genplay.data.avatars import cache
from genplay.data.avatars.spec import ATTRIBUTES, HAIR_ATTRIBUTES
from genplay.models import stargan
from genplay.models import stargan_losses as losses
from genplay.models.gan2d import r1_penalty
from genplay.models.stargan import StarGan, Verdict
from genplay.models.stargan_labels import Labels
from genplay.models.stargan_paper import PaperStarGan
from genplay.pipelines.stargan.editor import scaled
from genplay.train.digits import generator
from genplay.train.recipe import GameSchedule

SPLIT = "train, 64 by 64, one kind of each part"
_VALIDATED = 200  # faces whose way back is measured
_SEEN = 2000  # faces whose colours a palette begins with
_APART = 24  # levels that two colours of it are apart, in one channel at least


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Faces:
    """Faces to learn from and to validate on, (N, 64, 64, 3) uint8, with attributes, (N, K) of 0 and 1."""

    grey: NDArray[np.uint8]
    attributes: NDArray[np.uint8]
    valid: NDArray[np.uint8]
    valid_attributes: NDArray[np.uint8]

    @classmethod
    def load(cls, folder: Path | None = None) -> "Faces":
        """Return the avatars.

        Raises:
            UserError: They are not on this computer, or too few of them.
        """
        learned, valid = cache.load("train", cache.COUNT, folder), cache.load("valid", None, folder)
        return cls(
            grey=learned.images,
            attributes=learned.attributes,
            valid=valid.images,
            valid_attributes=valid.attributes,
        )

    def batch(self, size: int, seed: int, step: int) -> tuple[Tensor, Tensor]:
        """Return the faces of a step, as ``scaled`` and (size, K): a function of seed and step alone."""
        epoch, place = divmod(step, len(self.grey) // size)
        order = torch.randperm(len(self.grey), generator=generator(seed, 0, epoch))
        chosen = order[place * size : (place + 1) * size].numpy()
        return scaled(self.grey[chosen]), torch.tensor(self.attributes[chosen]).float()

    def colours(self, count: int) -> Tensor:
        """Return the colours that fill most of the faces, no two much alike, (count, 3), -1 to 1.

        Where there are fewer, the last ones are grey.
        """
        levels = self.grey[:_SEEN].reshape(-1, 3).astype(np.int64)
        codes, often = np.unique(levels @ (65536, 256, 1), return_counts=True)
        common = codes[np.argsort(-often, kind="stable")]
        found: list[NDArray[np.int64]] = []
        for code in common[: 100 * count]:
            colour = np.array([code >> 16, code >> 8 & 255, code & 255])
            if all(np.abs(colour - other).max() >= _APART for other in found):
                found.append(colour)
            if len(found) == count:
                break
        found += [np.array([128, 128, 128])] * (count - len(found))
        return torch.tensor(np.stack(found)).float() / 127.5 - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How much each part of the game weighs, and when.

    Args:
        classification: Of L_cls, in both players' losses.
        values: Of the hinges of the attributes' values.
        lacked: Of the hinge of values that real pictures do not have: to D they are as wrong as forged ones.
        reconstruction: Of the way back.
        early: Share of that weight at the first turn: else G would learn to change nothing.
        warm: Turns at first in which D learns from real pictures only, and G's content to be the picture: the
            game begins with a D that knows what it asks for, and a G that has nothing to hide by its mask.
        ramp: Turns after these until the way back has its full weight.
        opened: Turns after those in which the mask is open everywhere: to shut it and change nothing would be
            the first thing that G learns, and it would never learn another.
        closing: Turns after these until it may shut wholly, and has its full weight.
        mask: Of how far the mask opens.
        kept: Of what is changed where nothing shall be.
        flat: Of how far neighbours differ in what is new.
        r1: Of the gradient penalty, every ``lazy`` turns.
        lazy: Likewise.
        unchanged: Share of the faces whose target is what they are.
        permuted: Share of those whose target is another face's attributes.
    """

    classification: float = 1.0
    values: float = 1.0
    lacked: float = 0.5
    reconstruction: float = 10.0
    early: float = 0.1
    warm: int = 250
    ramp: int = 600
    opened: int = 1500
    closing: int = 1500
    mask: float = 0.5
    kept: float = 10.0
    flat: float = 0.5
    r1: float = 1.0
    lazy: int = 8
    unchanged: float = 0.1
    permuted: float = 0.1

    def ramped(self, step: int) -> float:
        """Return how far a turn is along the ramp, 0 to 1."""
        return min(1.0, max(0, step - self.warm) / self.ramp)

    def closed(self, step: int) -> float:
        """Return how far the mask may shut at a turn, 0 to 1."""
        return min(1.0, max(0, step - self.warm - self.opened) / self.closing)


def targets(labels: Labels, own: Tensor, weights: Weights, draw: torch.Generator) -> Tensor:
    """Return attributes to ask for, (B, K): mostly one to three changes, a group as likely as all its others.

    Args:
        labels: What excludes what.
        own: The faces' attributes, (B, K).
        weights: Shares of those unchanged, and of those of another face.
        draw: Of all chance.
    """
    likely = torch.tensor([float(max(1, len(unit) - 1)) for unit in labels.units])
    most = min(3, len(likely))
    chosen = torch.multinomial(likely.expand(len(own), -1), most, generator=draw)
    count = torch.multinomial(torch.tensor([0.7, 0.2, 0.1][:most]), len(own), True, generator=draw) + 1
    target = own.clone()
    for number, unit in enumerate(labels.units):
        rows = ((chosen == number) & (torch.arange(most) < count[:, None])).any(1)
        turned = torch.randint(1, max(2, len(unit)), (len(own),), generator=draw)
        if len(unit) == 1:
            other = 1 - own[:, list(unit)]
        else:
            place = (own[:, list(unit)].argmax(1) + turned) % len(unit)
            other = torch.nn.functional.one_hot(place, len(unit)).float()
        target[:, list(unit)] = torch.where(rows[:, None], other, own[:, list(unit)])
    chance = torch.rand(len(own), generator=draw)[:, None]
    another = own[torch.randperm(len(own), generator=draw)]
    target = torch.where(chance < weights.unchanged + weights.permuted, another, target)
    return torch.where(chance < weights.unchanged, own, target)


SCHEDULE = GameSchedule(
    steps=27_000,
    batch=12,
    lr=4e-4,
    forger_lr=4e-4,
    beta=0.0,
    second=0.99,
    ema=0.998,
    decay=0.5,
    validate_every=500,
)
AVATARS = stargan.Config(attributes=" ".join(ATTRIBUTES), exclusive=" ".join(HAIR_ATTRIBUTES))
NOTE = (
    "Not the paper's losses: a learned mask, colours of a palette, a hinge for each value of an attribute. "
    "The paper measures on other pictures."
)


class FaceGame:
    """What the games of faces have in common; what is played is a subclass's to say."""

    __slots__ = ()

    name: str
    faces: Faces
    config: Any  # of either architecture
    schedule: GameSchedule
    seed: int

    def describe(self) -> dict[str, str | int | float]:
        """Return name, seed and all numbers."""
        said = {"name": self.name, "seed": self.seed, **asdict(self.config), **asdict(self.schedule)}
        return said | {f"weight_{name}": value for name, value in self.weighed().items()}

    def weighed(self) -> dict[str, float]:
        """Return the weights of the parts of the game."""
        raise NotImplementedError

    def players(self, network: nn.Module) -> tuple[nn.Module, nn.Module]:
        """Return D and G."""
        assert isinstance(network, StarGan | PaperStarGan)
        return network.discriminator, network.generator

    def mend(self, network: nn.Module, step: int) -> bool:
        """Change nothing."""
        return False

    def settle(self, network: nn.Module) -> None:
        """Leave the network in evaluation mode; it has no running statistics."""
        network.eval()

    @property
    def unit(self) -> str:
        """What the way back is measured in."""
        return "levels of 255"

    def validate(self, network: nn.Module) -> float:
        """Return how far unseen faces are from themselves after an edit and back, in levels of 255."""
        assert isinstance(network, StarGan | PaperStarGan)
        return way_back(network, self.faces)


@dataclass(frozen=True, slots=True, kw_only=True)
class StarGanRecipe(FaceGame):
    """The game of StarGAN.

    Args:
        name: Of the model.
        faces: What it learns from.
        config: The networks' size.
        weights: Of the parts of the game.
        schedule: The numbers of the optimisation.
        seed: Of the initial weights, the order of the faces and what is asked for.
    """

    name: str
    faces: Faces
    config: stargan.Config = AVATARS
    weights: Weights = Weights()
    schedule: GameSchedule = SCHEDULE
    seed: int = 0

    def weighed(self) -> dict[str, float]:
        """Return the weights."""
        return asdict(self.weights)

    def network(self) -> StarGan:
        """Return both networks as the seed makes them, the palette as the faces' colours."""
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(self.seed)
            network = stargan.build(self.config)
        if network.generator.colours:
            network.generator.colours.palette.data = self.faces.colours(self.config.palette)
        return network

    def play(self, network: nn.Module, step: int) -> Iterator[Tensor]:
        """Yield D's loss, then G's."""
        assert isinstance(network, StarGan)
        x, own = self.faces.batch(self.schedule.batch, self.seed, step)
        target = targets(network.labels, own, self.weights, generator(self.seed, 1, step))
        edited = network.edit(x, own, target, 1 - self.weights.closed(step))
        if step < self.weights.warm:
            yield self._known(network.labels, network.discriminator(x), own)
            yield self.weights.reconstruction * losses.reconstruction(x, edited.content)
            return
        yield self._judged(network, x, edited.picture.detach(), own, target, step)
        yield self._forged(network, x, edited, own, target, step)

    def _judged(
        self, network: StarGan, x: Tensor, y: Tensor, own: Tensor, target: Tensor, step: int
    ) -> Tensor:
        """Return what D minimises."""
        labels, weights = network.labels, self.weights
        real, fake = network.discriminator(x), network.discriminator(y)
        asked = _asked(labels, own, target)
        loss = self._known(labels, real, own) + losses.refused(fake.source)
        loss = loss + weights.values * losses.value_refused(fake.values, asked)
        if step % weights.lazy == 0:
            penalty = r1_penalty(lambda at: _source(network.discriminator(at)), x)
            loss = loss + 0.5 * weights.r1 * weights.lazy * penalty
        return loss

    def _known(self, labels: Labels, real: Verdict, own: Tensor) -> Tensor:
        """Return the part of D's loss that is of real pictures."""
        weights, values = self.weights, labels.values(own)
        hinges = losses.value_accepted(real.values, losses.shares(values))
        lacked = losses.value_refused(real.values, losses.shares(1 - values))
        loss = losses.accepted(real.source) + weights.values * (hinges + weights.lacked * lacked)
        return loss + weights.classification * labels.loss(real.attributes, own).mean()

    def _forged(
        self, network: StarGan, x: Tensor, edited: stargan.Edited, own: Tensor, target: Tensor, step: int
    ) -> Tensor:
        """Return what G minimises."""
        labels, weights, y = network.labels, self.weights, edited.picture
        told = network.discriminator(y)
        asked = _asked(labels, own, target)
        loss = losses.forger(told.source) + weights.values * losses.value_forger(told.values, asked)
        loss = loss + weights.classification * labels.loss(told.attributes, target).mean()
        half, ramped = len(x) // 2, weights.ramped(step)
        closed = weights.closed(step)
        again = network.edit(y[:half], target[:half], own[:half], 1 - closed).picture
        back = weights.reconstruction * (weights.early + (1 - weights.early) * ramped)
        loss = loss + back * losses.reconstruction(x[:half], again)
        same = (own == target).all(1).float()
        kept = ((y - x).abs().mean((1, 2, 3)) * same).mean()
        rough = losses.roughness(edited.content, edited.mask)
        return loss + weights.mask * closed * edited.mask.mean() + weights.kept * kept + weights.flat * rough


@torch.no_grad()
def way_back(network: StarGan | PaperStarGan, faces: Faces) -> float:
    """Return the mean distance of unseen faces from themselves after an edit and back, in levels of 255."""
    x = scaled(faces.valid[:_VALIDATED])
    own = torch.tensor(faces.valid_attributes[:_VALIDATED]).float()
    target = targets(network.labels, own, Weights(unchanged=0, permuted=0), generator(4))
    found = []
    for part, mine, asked in zip(x.split(50), own.split(50), target.split(50), strict=True):
        again = network.edit(network.edit(part, mine, asked).picture, asked, mine).picture
        found.append(losses.reconstruction(part, again) * len(part))
    return float(torch.stack(found).sum() / len(x)) * 127.5


def _asked(labels: Labels, own: Tensor, target: Tensor) -> Tensor:
    """Return the weights of the values that a change asks for, (B, V)."""
    return losses.shares(labels.values(target) * labels.changed(own, target))


def _source(verdict: Verdict) -> Tensor:
    """Return one number for each picture, (B,): the sum of the scales' means."""
    return torch.stack([logits.flatten(1).mean(1) for logits in verdict.source]).sum(0)
