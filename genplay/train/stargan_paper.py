"""The paper's own recipe of StarGAN (Choi et al. 2018, sections 3.3 and 5), to compare with.

What differs from the authors' code is the size of both networks and the number of turns: theirs are 200,000
steps of 53 million weights.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from genplay.data.avatars.spec import ATTRIBUTES, HAIR_ATTRIBUTES
from genplay.models import stargan_losses as losses
from genplay.models import stargan_paper
from genplay.models.stargan_paper import PaperStarGan
from genplay.train.digits import generator
from genplay.train.recipe import GameSchedule
from genplay.train.stargan import FaceGame, Faces

CLASSIFICATION, RECONSTRUCTION, PENALTY = 1.0, 10.0, 10.0
SCHEDULE = GameSchedule(
    steps=3_000, batch=16, lr=1e-4, forger_lr=1e-4, decay=0.5, critics=5, validate_every=250
)
AVATARS = stargan_paper.Config(
    attributes=" ".join(ATTRIBUTES), exclusive=" ".join(HAIR_ATTRIBUTES), width=16, blocks=4, judge=16
)
NOTE = "The paper's own losses, with smaller networks; it measures on other pictures."


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRecipe(FaceGame):
    """The paper's game.

    Args:
        name: Of the model.
        faces: What it learns from.
        config: The networks' size.
        schedule: The numbers of the optimisation.
        seed: Of the initial weights, the order of the faces and what is asked for.
    """

    name: str
    faces: Faces
    config: stargan_paper.Config = AVATARS
    schedule: GameSchedule = SCHEDULE
    seed: int = 0

    def weighed(self) -> dict[str, float]:
        """Return the weights."""
        return {"classification": CLASSIFICATION, "reconstruction": RECONSTRUCTION, "penalty": PENALTY}

    def network(self) -> PaperStarGan:
        """Return both networks as the seed makes them."""
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(self.seed)
            return stargan_paper.build(self.config)

    def play(self, network: nn.Module, step: int) -> Iterator[Tensor]:
        """Yield D's loss, of new faces each time, then G's of the last of them."""
        assert isinstance(network, PaperStarGan)
        x = own = target = torch.empty(0)
        for turn in range(step * self.schedule.critics, (step + 1) * self.schedule.critics):
            x, own = self.faces.batch(self.schedule.batch, self.seed, turn)
            draw = generator(self.seed, 1, turn)
            target = own[torch.randperm(len(own), generator=draw)]
            yield self._judged(network, x, own, target, draw)
        yield self._forged(network, x, own, target)

    def _judged(
        self, network: PaperStarGan, x: Tensor, own: Tensor, target: Tensor, draw: torch.Generator
    ) -> Tensor:
        """Return what D minimises."""
        with torch.no_grad():
            y = network.edit(x, own, target).picture
        real, fake = network.discriminator(x), network.discriminator(y)
        share = torch.rand(len(x), generator=draw)
        penalty = losses.gradient_penalty(lambda at: network.discriminator(at).source[0], x, y, share)
        return (
            losses.critic_loss(real.source[0], fake.source[0])
            + CLASSIFICATION * network.labels.loss(real.attributes, own).mean()
            + PENALTY * penalty
        )

    def _forged(self, network: PaperStarGan, x: Tensor, own: Tensor, target: Tensor) -> Tensor:
        """Return what G minimises."""
        y = network.edit(x, own, target).picture
        told = network.discriminator(y)
        again = network.edit(y, target, own).picture
        return (
            losses.forger(told.source)
            + CLASSIFICATION * network.labels.loss(told.attributes, target).mean()
            + RECONSTRUCTION * losses.reconstruction(x, again)
        )
