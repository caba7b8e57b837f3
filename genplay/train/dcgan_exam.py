"""What a DCGAN is measured on: its pictures, what its directions change, and what D's features tell."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from genplay.data import fashion
from genplay.engine.header import Figure
from genplay.families.dcgan import DIRECTIONS, KINDS, Kind
from genplay.models import dcgan
from genplay.models.dcgan import Dcgan
from genplay.train.dcgan import bordered, scaled
from genplay.train.digits import generator
from genplay.train.judging import Judging, Labelled, by_class, trained
from genplay.train.kept import Scores, digest, remembered
from genplay.train.kept import folder as score_folder

TEST = "fashion-mnist/test"
FORGED = 10_000
REACH = 2.0  # deviations along them, either way
LEARNED = 20_000  # labelled training items of the linear classifiers
_RIDGES = (1e-3, 1e-2, 1e-1)  # of the mean diagonal; the best on the validation items is taken
_ROWS = 250
_LINEAR = (
    "Right on the test items, of a linear classifier (least squares with a ridge) on {what}, learned from "
    "{count:,} labelled training items."
)
_WHAT: dict[Kind, str] = {
    "features": "D's layers, each pooled to 4 by 4",
    "random": "the same of a D as it was before any training",
    "pixels": "the pixels",
}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DcganExam:
    """Labelled items, which only measure.

    Args:
        learned: Training items.
        valid: Training items that it did not learn from.
        test: Test items.
        judging: What its pictures are compared with.
        note: Of the first figure.
        tolerance: What rounding may move a pixel's mean by, of a range of 2.
        kept: Where the linear classifiers' figures are kept; None keeps none.
    """

    learned: Labelled
    valid: Labelled
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
        learned = Labelled(x=whole.x[: -len(valid)], labels=whole.labels[: -len(valid)])
        return cls(
            learned=learned,
            valid=Labelled(x=whole.x[-len(valid) :], labels=whole.labels[-len(valid) :]),
            test=test,
            judging=Judging(network=trained(learned), test=test, split=TEST),
            note=note,
            kept=score_folder(),
        )

    def measure(self, network: nn.Module) -> float:
        """Return the mean pixel of some forged pictures: rounding may move that least of all."""
        assert isinstance(network, Dcgan)
        return float(_forged(network, 1000).mean())

    def figures(self, network: nn.Module, measured: float) -> tuple[Figure, ...]:
        """Return what is measured of the pictures, then how right the linear classifiers are."""
        assert isinstance(network, Dcgan)
        linear = map(self._figure, KINDS, self.linear(network))
        return (*self.judging.figures(_forged(network, FORGED), self.note), *linear)

    def calibration(self, network: nn.Module) -> Mapping[str, NDArray[np.float32]]:
        """Return the classes at both ends of the directions, (K, 2, C), ``linear``, and the judge."""
        assert isinstance(network, Dcgan)
        return {
            "directions.classes": self._ends(network).numpy(),
            "linear": self.linear(network).astype(np.float32),
            **self.judging.calibration(),
        }

    def linear(self, network: Dcgan) -> Scores:
        """Return how right a linear classifier is on each of ``KINDS``, (3,), learned once for a network.

        Raises:
            UserError: It cannot be kept.
        """
        name = digest(network, self.learned.labels[:LEARNED].numpy().astype(np.uint8), "linear classifiers")
        return remembered(self.kept, name, lambda: np.array([self._right(network, kind) for kind in KINDS]))

    def _figure(self, kind: Kind, right: float) -> Figure:
        note = _LINEAR.format(what=_WHAT[kind], count=min(LEARNED, len(self.learned.x)))
        return Figure(name=f"linear_{kind}", value=round(float(right), 4), unit="", split=TEST, note=note)

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
        parts = [self.learned.x[:LEARNED], self.valid.x, self.test.x]
        learned, valid, test = (torch.cat([read(x) for x in part.split(_ROWS)]) for part in parts)
        mean, labels = learned.mean(0), self.learned.labels[:LEARNED]
        ways = _ridge(learned - mean, labels)
        right = [_share(valid - mean, way, self.valid.labels) for way in ways]
        return _share(test - mean, ways[int(np.argmax(right))], self.test.labels)


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


Linear = tuple[Tensor, Tensor]


def _ridge(x: Tensor, labels: Tensor) -> list[Linear]:
    """Return weights, (F, C), and biases, (C,), by least squares for each ridge; x, (N, F), has mean 0."""
    targets = 2 * nn.functional.one_hot(labels, 10).float() - 1
    bias = targets.mean(0)
    square, product = x.T @ x, x.T @ (targets - bias)
    scale = square.diagonal().mean()
    found = []
    for ridge in _RIDGES:
        lower = torch.linalg.cholesky(square + ridge * scale * torch.eye(len(square)))
        found.append((torch.cholesky_solve(product, lower), bias))
    return found


def _share(x: Tensor, way: Linear, labels: Tensor) -> float:
    """Return the share of pictures, (N, F), that a classifier gets right."""
    return float(((x @ way[0] + way[1]).argmax(1) == labels).float().mean())


@torch.inference_mode()
def _forged(network: Dcgan, count: int) -> Tensor:
    z = torch.randn(count, network.config.noise, generator=generator(5))
    return torch.cat([network.generator(part) for part in z.split(_ROWS)])
