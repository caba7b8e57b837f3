"""What a classifier says of forged pictures: how far they are from real ones, and which classes they show.

The classifier is trained here, by labels, after the GAN and apart from it, the same each time; its weights
and its accuracy go with the checkpoint, so that the distance can be computed again.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from genplay.engine.header import Figure
from genplay.models import judge
from genplay.models.judge import Judge
from genplay.train.digits import generator
from genplay.train.frechet import normal_of, squared_distance

EPOCHS, BATCH, RATE = 4, 100, 2e-3
_ROWS = 500  # pictures read at a time
LEAST = 0.1  # of an equal share: so many of the forged pictures must be of a class for it to be covered
_DISTANCE = (
    "Squared, of {count:,} forged pictures from the test ones, in the {features} features of a classifier "
    "trained here ({accuracy:.1%} right on them): no figure to compare with other features'."
)
# The first half from the second would not do: those of MNIST are by different people.
_HALVES = "The same of every other test picture from the rest: what {half:,} real ones have."
_COVERED = "{classes} that the classifier sees in at least {least:.2g} % of the forged pictures."


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Labelled:
    """Pictures as a network reads them, (N, C, S, S) float, and what they show, (N,) int64."""

    x: Tensor
    labels: Tensor

    @classmethod
    def of(cls, x: Tensor, labels: NDArray[np.uint8]) -> "Labelled":
        """Return pictures with their labels, (N,) uint8."""
        return cls(x=x, labels=torch.tensor(labels).long())

    def __getitem__(self, part: slice) -> "Labelled":
        """Return some of them."""
        return Labelled(x=self.x[part], labels=self.labels[part])


def trained(learned: Labelled, seed: int = 0, groups: tuple[int, ...] = (10,)) -> Judge:
    """Return a classifier of such pictures, the same each time; it takes about half a minute.

    Args:
        learned: What it learns from.
        seed: Of its first weights and the order of the pictures.
        groups: What a class is made of (see ``models.judge``).
    """
    config = judge.Config(side=learned.x.shape[-1], channels=learned.x.shape[1], groups=groups)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        network = judge.build(config)
    optimizer = torch.optim.Adam(network.parameters(), RATE, fused=True)
    turns = EPOCHS * (len(learned.x) // BATCH)
    decay = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, max(turns, 2))
    with torch.inference_mode(False), torch.enable_grad():
        for epoch in range(EPOCHS):
            order = torch.randperm(len(learned.x), generator=generator(seed, epoch))
            for chosen in order.split(BATCH):
                if len(chosen) == BATCH:
                    loss = judge.loss(network(learned.x[chosen]), learned.labels[chosen], groups)
                    optimizer.zero_grad()
                    loss.backward()
                    optimizer.step()
                    decay.step()
    return network.eval()


@torch.inference_mode()
def features_of(network: Judge, x: Tensor) -> tuple[Tensor, Tensor]:
    """Return features, (N, F), and likeliest classes, (N,), of pictures, (N, C, S, S)."""
    features = torch.cat([network.features(part) for part in x.split(_ROWS)])
    return features, judge.likeliest(network.out(features), network.config.groups)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Judging:
    """A classifier and the real pictures that forged ones are compared with.

    Args:
        network: The classifier.
        test: Real pictures that nothing learned from.
        split: What those are called.
    """

    network: Judge
    test: Labelled
    split: str

    def figures(self, forged: Tensor, note: str = "") -> tuple[Figure, ...]:
        """Return the distance, that of the real halves, the classes covered, and how right the judge is.

        Args:
            forged: Pictures of a generator, (N, C, S, S).
            note: Of the distance, after how it was measured.
        """
        real, said = features_of(self.network, self.test.x)
        found, classes = features_of(self.network, forged)
        right = float((said == self.test.labels).float().mean())
        half = len(real) // 2
        least = LEAST / self.network.config.classes
        covered = float((self.shares(classes) >= least).sum())
        told = _COVERED.format(classes=self._classes(), least=100 * least)
        how = _DISTANCE.format(count=len(forged), features=real.shape[1], accuracy=right)
        return (
            self._figure("frechet", _distance(found, real), "", f"{how} {note}".rstrip()),
            self._figure("frechet_real", _distance(real[::2], real[1::2]), "", _HALVES.format(half=half)),
            self._figure("classes_covered", covered, "classes", told),
            self._figure("judge_accuracy", right, "", "Of the classifier that judges the forged pictures."),
        )

    def shares(self, classes: Tensor) -> Tensor:
        """Return the share of each class among some, (K,)."""
        return torch.bincount(classes, minlength=self.network.config.classes) / len(classes)

    def calibration(self) -> Mapping[str, NDArray[np.float32]]:
        """Return the classifier's weights."""
        return {f"judge.{name}": value.numpy() for name, value in self.network.state_dict().items()}

    def _classes(self) -> str:
        groups = self.network.config.groups
        if len(groups) == 1:
            return "Classes"
        return f"Combinations of {len(groups)} attributes, of {self.network.config.classes} that there are,"

    def _figure(self, name: str, value: float, unit: str, note: str) -> Figure:
        return Figure(name=name, value=round(value, 4), unit=unit, split=self.split, note=note)


def _distance(first: Tensor, second: Tensor) -> float:
    return squared_distance(normal_of(first), normal_of(second))


def by_class(network: Judge, x: Tensor) -> Tensor:
    """Return the mean probability of each value over pictures, (V,): of each class, if that is just one."""
    with torch.inference_mode():
        return judge.probabilities(network(x), network.config.groups).mean(0)
