"""What a classifier says of forged pictures: how far they are from real ones, and which classes they show.

The classifier is trained here, by labels, after the GAN and apart from it, the same each time by as many
threads. Its weights and its accuracy go with the checkpoint, so that the distance can be computed again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import mean

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
DRAWS = 8  # that a distance is the mean of
_DISTANCE = (
    "Squared, of {half:,} forged pictures from {half:,} test ones: the mean of {draws} draws, {spread}. "
    "In the {features} features of a classifier trained here ({accuracy:.1%} right on the test pictures): "
    "no figure to compare with other features'."
)
_HALVES = "The same of the other {half:,} test pictures from those {half:,}, {spread}: what real ones have."
_COVERED = "{classes} that the classifier sees in at least {least:.2g} % of {count:,} forged pictures."


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
    """Return a classifier of such pictures, the same by as many threads; it takes about half a minute.

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
def features_of(network: Judge, parts: Iterable[Tensor]) -> tuple[Tensor, Tensor]:
    """Return features, (N, F), and likeliest classes, (N,), of pictures, (N, C, S, S), that come in parts."""
    features = torch.cat([network.features(part) for part in parts])
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

    @property
    def forged(self) -> int:
        """How many forged pictures ``figures`` wants: as many as half of the test ones, for each draw."""
        return DRAWS * self._half

    @property
    def _half(self) -> int:
        return len(self.test.x) // 2

    def figures(self, forged: Iterable[Tensor], note: str = "") -> tuple[Figure, ...]:
        """Return the distance, that of real ones, the classes covered, and how right the judge is.

        Both distances are of as many pictures, for it depends on that: each draw parts the test pictures
        into halves by chance, and one of them is what both the other half and new forged ones are far from.

        Args:
            forged: Pictures of a generator, (``forged``, C, S, S), in parts: all at once may be a gigabyte.
            note: Of the distance, after how it was measured.
        """
        real, said = features_of(self.network, self.test.x.split(_ROWS))
        found, classes = features_of(self.network, forged)
        far, halves = self._distances(found, real)
        right = float((said == self.test.labels).float().mean())
        least = LEAST / self.network.config.classes
        covered = float((self.shares(classes) >= least).sum())
        told = _COVERED.format(classes=self._classes(), least=100 * least, count=len(found))
        how = _DISTANCE.format(
            half=self._half, draws=DRAWS, spread=_spread(far), features=real.shape[1], accuracy=right
        )
        like = _HALVES.format(half=self._half, spread=_spread(halves))
        return (
            self._figure("frechet", mean(far), "", f"{how} {note}".rstrip()),
            self._figure("frechet_real", mean(halves), "", like),
            self._figure("classes_covered", covered, "classes", told),
            self._figure("judge_accuracy", right, "", "Of the classifier that judges the forged pictures."),
        )

    def _distances(self, forged: Tensor, real: Tensor) -> tuple[list[float], list[float]]:
        """Return how far features are from half of the real ones: forged, then real, in each draw."""
        far, halves, half = [], [], self._half
        for draw, drawn in enumerate(forged.split(half)):
            order = torch.randperm(len(real), generator=generator(7, draw))
            known = normal_of(real[order[:half]])
            far.append(squared_distance(normal_of(drawn), known))
            halves.append(squared_distance(normal_of(real[order[half : 2 * half]]), known))
        return far, halves

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


def _spread(distances: list[float]) -> str:
    return f"from {min(distances):.3g} to {max(distances):.3g}"


def by_class(network: Judge, x: Tensor) -> Tensor:
    """Return the mean probability of each value over pictures, (V,): of each class, if that is just one."""
    with torch.inference_mode():
        return judge.probabilities(network(x), network.config.groups).mean(0)
