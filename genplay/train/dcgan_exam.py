"""What a DCGAN is measured on: its pictures, what its directions change, and what D's features tell."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from genplay.data import fashion
from genplay.engine.header import Figure
from genplay.families.dcgan import DIRECTIONS, KINDS, PERCENTILES, TAUGHT, Kind
from genplay.models import dcgan
from genplay.models.dcgan import Dcgan
from genplay.train import avatars, linear
from genplay.train.dcgan import bordered, scaled
from genplay.train.digits import generator
from genplay.train.judging import Judging, Labelled, by_class, trained
from genplay.train.kept import Scores, digest, remembered
from genplay.train.kept import folder as score_folder

TEST = "fashion-mnist/test"
AVATARS_TEST = "avatars/test"
REACH = 2.0  # deviations along them, either way
JUDGED = 10_000  # avatars that the judge learns from: it is then right of all others
_ROWS = 250
_LINEAR = (
    "Right on the test pictures{at_once}, of a linear classifier (least squares with a ridge) on {what}, "
    "learned from {count:,} labelled training pictures; these alone chose the ridge."
)
_WHAT: dict[Kind, str] = {
    "features": "D's layers, each pooled to 4 by 4",
    "random": "the same of a D as it was before any training",
    "pixels": "the pixels",
}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DcganExam:
    """Labelled pictures, which only measure.

    Args:
        learned: Training pictures that the linear classifiers learn from.
        test: Pictures that nothing learned from.
        judging: What forged pictures are compared with.
        note: Of the first figure.
        tolerance: What rounding may move a pixel's mean by, of a range of 2.
        kept: Where the linear classifiers' figures are kept; None keeps none.
    """

    learned: Labelled
    test: Labelled
    judging: Judging
    note: str = ""
    tolerance: float = 0.001
    kept: Path | None = None

    @classmethod
    def load(cls, valid: NDArray[np.uint8], folder: Path | None = None, note: str = "") -> "DcganExam":
        """Return the exam of Fashion-MNIST.

        Raises:
            UserError: The data set is missing.
        """
        known, unseen = fashion.load("train", folder), fashion.load("test", folder)
        whole = Labelled.of(scaled(bordered(known.images)), known.labels)
        test = Labelled.of(scaled(bordered(unseen.images)), unseen.labels)
        learned = whole[: -len(valid)]
        return cls(
            learned=learned[: TAUGHT["dcgan_fashion"]],
            test=test,
            judging=Judging(network=trained(learned), test=test, split=TEST),
            note=note,
            kept=score_folder(),
        )

    @classmethod
    def avatars(cls, valid: NDArray[np.uint8], folder: Path | None = None, note: str = "") -> "DcganExam":
        """Return the exam of avatars.

        Raises:
            UserError: They have not been drawn.
        """
        learned = avatars.labelled("train", JUDGED, folder)
        test = avatars.labelled("test", folder=folder)
        judge = trained(learned, groups=avatars.GROUPS)
        return cls(
            learned=learned[: TAUGHT["dcgan_avatars"]],
            test=test,
            judging=Judging(network=judge, test=test, split=AVATARS_TEST),
            note=note,
            kept=score_folder(),
        )

    def measure(self, network: nn.Module) -> float:
        """Return the mean pixel of some forged pictures: rounding may move that least of all."""
        assert isinstance(network, Dcgan)
        return float(torch.cat([*_forged(network, 1000)]).mean())

    def figures(self, network: nn.Module, measured: float) -> tuple[Figure, ...]:
        """Return what is measured of the pictures, then how right the linear classifiers are."""
        assert isinstance(network, Dcgan)
        linear = map(self._figure, KINDS, self.linear(network))
        return (*self.judging.figures(_forged(network, self.judging.forged), self.note), *linear)

    def calibration(self, network: nn.Module) -> Mapping[str, NDArray[np.float32]]:
        """Return what ``Explained`` tells, and the judge.

        The values at both ends of the directions, (K, 2, V); how right the linear classifiers are; and the
        percentiles of D's logits, of test pictures and of forged ones, (2, ``PERCENTILES``).
        """
        assert isinstance(network, Dcgan)
        forged = _forged(network, len(self.test.x))
        logits = [_percentiles(network, parts) for parts in (self.test.x.split(_ROWS), forged)]
        return {
            "directions.classes": self._ends(network).numpy(),
            "linear": self.linear(network).astype(np.float32),
            "logits": np.stack(logits),
            **self.judging.calibration(),
        }

    def linear(self, network: Dcgan) -> Scores:
        """Return how right a linear classifier is on each of ``KINDS``, (3,), learned once for a network.

        Raises:
            UserError: It cannot be kept.
        """
        told = np.concatenate([part.labels.numpy() for part in (self.learned, self.test)]).astype(np.uint8)
        shown = [hashlib.sha256(part.x.numpy().tobytes()).hexdigest() for part in (self.learned, self.test)]
        name = digest(network, told, f"linear classifiers {linear.RIDGES} {linear.PARTS} {shown}")
        return remembered(self.kept, name, lambda: np.array([self._right(network, kind) for kind in KINDS]))

    def _figure(self, kind: Kind, right: float) -> Figure:
        at_once = "" if len(self._groups) == 1 else f" in all {len(self._groups)} attributes at once"
        note = _LINEAR.format(at_once=at_once, what=_WHAT[kind], count=len(self.learned.x))
        split = self.judging.split
        return Figure(name=f"linear_{kind}", value=round(float(right), 4), unit="", split=split, note=note)

    @property
    def _groups(self) -> tuple[int, ...]:
        return self.judging.network.config.groups

    @torch.inference_mode()
    def _ends(self, network: Dcgan) -> Tensor:
        rows, _ = dcgan.directions(network.generator)
        z = torch.randn(_ROWS, network.config.noise, generator=generator(6))
        found = []
        for row in rows[:DIRECTIONS]:
            across = z - (z @ row)[:, None] * row  # along the direction all have the same
            ends = [network.generator(across + side * REACH * row) for side in (-1, 1)]
            found.append(torch.stack([by_class(self.judging.network, x) for x in ends]))
        return torch.stack(found)  # (K, 2, C)

    @torch.inference_mode()
    def _right(self, network: Dcgan, kind: Kind) -> float:
        read = _reader(network, kind)
        parts = [self.learned.x, self.test.x]
        learned, test = (torch.cat([read(x) for x in part.split(_ROWS)]) for part in parts)
        mean, groups = learned.mean(0), self._groups
        way = linear.chosen(learned - mean, self.learned.labels, groups)
        return linear.right(test - mean, way, self.test.labels, groups)


@torch.inference_mode()
def _percentiles(network: Dcgan, parts: Iterable[Tensor]) -> NDArray[np.float32]:
    """Return the percentiles of D's logits of pictures, lowest and highest among them."""
    logits = torch.cat([network.discriminator(part) for part in parts])
    return np.percentile(logits.numpy(), np.linspace(0, 100, PERCENTILES)).astype(np.float32)


def _reader(network: Dcgan, kind: Kind) -> Callable[[Tensor], Tensor]:
    """Return what makes numbers, (B, F), of pictures."""
    if kind == "pixels":
        return lambda x: x.flatten(1)
    if kind == "features":
        return network.discriminator.features
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        untrained = dcgan.build(network.config)
        dcgan.initialise(untrained)
    return untrained.eval().discriminator.features


@torch.inference_mode()
def _forged(network: Dcgan, count: int) -> Iterator[Tensor]:
    """Yield forged pictures, in parts."""
    z = torch.randn(count, network.config.noise, generator=generator(5))
    for part in z.split(_ROWS):
        yield network.generator(part)
