"""What an InfoGAN is measured on: its category as a classifier that saw no label, and its pictures."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn.functional import logsigmoid

from genplay.data import mnist
from genplay.engine.header import Figure
from genplay.models import infogan
from genplay.models.infogan import InfoGan
from genplay.train.digits import generator
from genplay.train.infogan import KEPT, pictures
from genplay.train.judging import Judging, Labelled, features_of, trained
from genplay.train.strokes import traits

TEST = "mnist/test"
VALID = f"mnist/train[-{KEPT}:]"
MOVED = 2_000  # codes that moves are the mean of
_ROWS = 500
_INK = 0.5  # shade from which on a pixel is ink
_ERROR = (
    "Share of digits whose category is not theirs. Each category stands for one digit, matched one to one by "
    "the labels of {valid}; the training saw none. {note}"
)
_AT_BEST = "The same of these, by whose labels the categories were matched."
_DRAWN = "The same of the test digits in black and white, ink from 128 of 255 on, as people draw them."
_SHOWN = (
    "Share of {count:,} pictures, of codes drawn anew, in which a classifier of digits sees the digit of the "
    "category. L_I is about what Q sees."
)
_INFORMATION = "L_I of the category, of {count:,} codes drawn anew; at most log {categories} = {most:.4f}."
_NUMBERS = "Root of the mean squared error of c2 and c3, of the same codes; with no idea it is 0.5774."


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class InfoExam:
    """Labelled digits, which only measure.

    Args:
        valid: Training digits that it did not learn from.
        test: Test digits.
        judging: What its pictures are compared with.
        note: Of the figure.
        tolerance: Share of the validation digits that rounding may move.
    """

    valid: Labelled
    test: Labelled
    judging: Judging
    note: str = ""
    tolerance: float = 0.001

    @classmethod
    def load(cls, valid: NDArray[np.uint8], folder: Path | None = None, note: str = "") -> "InfoExam":
        """Return the exam of MNIST.

        Args:
            valid: Its last training digits, (M, 784).
            folder: Where the data set is.
            note: Of the figure.

        Raises:
            UserError: The data set is missing.
        """
        learned, test = mnist.load("train", folder), mnist.load("test", folder)
        known = Labelled.of(_read(learned.images[: -len(valid)]), learned.labels[: -len(valid)])
        unseen = Labelled.of(_read(test.images), test.labels)
        return cls(
            valid=Labelled.of(pictures(valid), learned.labels[-len(valid) :]),
            test=unseen,
            judging=Judging(network=trained(known), test=unseen, split=TEST),
            note=note,
        )

    def measure(self, network: nn.Module) -> float:
        """Return the error of the category on the validation digits, with the best matching for them."""
        counts = confusion(network, self.valid)
        return 1 - float(matched(counts, matching(counts)))

    def figures(self, network: nn.Module, measured: float) -> tuple[Figure, ...]:
        """Return errors, information, and what is measured of the pictures."""
        assert isinstance(network, InfoGan)
        digits = matching(confusion(network, self.valid))
        error = 1 - matched(confusion(network, self.test), digits)
        drawn = 1 - matched(confusion(network, _drawn(self.test)), digits)
        note = _ERROR.format(valid=VALID, note=self.note).rstrip()
        forged, codes = self._forged(network)
        return (
            Figure(name="code_error", value=round(error, 4), unit="", split=TEST, note=note),
            Figure(name="code_error_valid", value=round(measured, 4), unit="", split=VALID, note=_AT_BEST),
            Figure(name="code_error_drawn", value=round(drawn, 4), unit="", split=TEST, note=_DRAWN),
            *_informed(network, forged, codes),
            self._shown(forged, torch.tensor(digits)[codes.category]),
            *self.judging.figures(forged.split(_ROWS)),
        )

    def calibration(self, network: nn.Module) -> Mapping[str, NDArray[np.float32]]:
        """Return the digit of each category, (C,), the test digits of each by category, (C, 10), moves and D.

        ``moves``, (N, 3), is how far the traits of strokes move while a number goes from -1 to 1, the mean
        over codes, in standard deviations among the test digits: what a number has come to mean.
        """
        assert isinstance(network, InfoGan)
        digits = matching(confusion(network, self.valid))
        return {
            "matching": digits.astype(np.float32),
            "confusion": confusion(network, self.test).astype(np.float32),
            "moves": self._moves(network).numpy(),
            **self._known(network),
        }

    def _shown(self, forged: Tensor, digits: Tensor) -> Figure:
        """Return in how many pictures, (N, 1, 28, 28), the judge sees what they should show, (N,)."""
        seen = features_of(self.judging.network, forged.split(_ROWS))[1]
        share, note = float((seen == digits).double().mean()), _SHOWN.format(count=len(forged))
        return Figure(name="code_shown", value=round(share, 4), unit="", split="its own", note=note)

    @torch.inference_mode()
    def _known(self, network: InfoGan) -> Mapping[str, NDArray[np.float32]]:
        """Return E[log D(x)] of the test digits, (1,), and the judge."""
        told = torch.cat([logsigmoid(network.reader(x).verdict) for x in self.test.x.split(_ROWS)])
        return {"real": told.mean()[None].numpy(), **self.judging.calibration()}

    @torch.inference_mode()
    def _forged(self, network: InfoGan) -> tuple[Tensor, infogan.Codes]:
        codes = infogan.draw_codes(network.config, self.judging.forged, generator(5))
        return _made(network, codes), codes

    @torch.inference_mode()
    def _moves(self, network: InfoGan) -> Tensor:
        codes = infogan.draw_codes(network.config, MOVED, generator(6))
        found = []
        for number in range(network.config.numbers):
            ends = []
            for end in (-1.0, 1.0):
                numbers = codes.numbers.clone()
                numbers[:, number] = end
                ends.append(traits(_made(network, codes._replace(numbers=numbers))).mean(0))
            found.append(ends[1] - ends[0])
        return torch.stack(found) / traits(self.test.x).std(0)


class PlainExam(InfoExam):
    """The same pictures of a GAN whose codes mean nothing: there is no error of a category."""

    def measure(self, network: nn.Module) -> float:
        """Return how much of the forged pictures' ink there is: rounding may move that least of all."""
        assert isinstance(network, InfoGan)
        return float(self._forged(network)[0].mean())

    def figures(self, network: nn.Module, measured: float) -> tuple[Figure, ...]:
        """Return what its pictures tell of their codes all the same, and what is measured of them."""
        assert isinstance(network, InfoGan)
        forged, codes = self._forged(network)
        return (*_informed(network, forged, codes), *self.judging.figures(forged.split(_ROWS), self.note))

    def calibration(self, network: nn.Module) -> Mapping[str, NDArray[np.float32]]:
        """Return E[log D(x)] of the test digits, (1,), and the judge."""
        assert isinstance(network, InfoGan)
        return self._known(network)


@torch.inference_mode()
def confusion(network: nn.Module, asked: Labelled) -> NDArray[np.int64]:
    """Return how many pictures of each digit Q gives to each category, (C, 10): a category is a row."""
    assert isinstance(network, InfoGan)
    said = torch.cat([network.reader(x).logits.argmax(1) for x in asked.x.split(_ROWS)])
    counts = np.zeros((network.config.categories, 10), np.int64)
    np.add.at(counts, (said.numpy(), asked.labels.numpy()), 1)
    return counts


def matching(counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the digit of each category that matches most pictures one to one, (C,), of counts (C, C).

    Exact: the best way to give any set of digits to the first k categories is found from those to k - 1.
    """
    best: dict[int, tuple[int, tuple[int, ...]]] = {0: (0, ())}
    for row in counts:
        found: dict[int, tuple[int, tuple[int, ...]]] = {}
        for taken, (sum_, digits) in best.items():
            for digit in range(len(row)):
                if taken >> digit & 1:
                    continue
                way = (sum_ + int(row[digit]), (*digits, digit))
                also = taken | 1 << digit
                if also not in found or way[0] > found[also][0]:
                    found[also] = way
        best = found
    return np.array(max(best.values())[1])


def matched(counts: NDArray[np.int64], digits: NDArray[np.int64]) -> float:
    """Return the share of the pictures whose category stands for their digit."""
    return float(counts[np.arange(len(digits)), digits].sum() / counts.sum())


def _informed(network: InfoGan, forged: Tensor, codes: infogan.Codes) -> tuple[Figure, Figure]:
    """Return L_I, and how far Q is from the numbers."""
    said, root = _information(network, forged, codes)
    config = network.config
    told = _INFORMATION.format(count=len(forged), categories=config.categories, most=config.ceiling)
    return (
        Figure(name="information_nats", value=round(said, 4), unit="nats", split="its own", note=told),
        Figure(name="number_error", value=round(root, 4), unit="", split="its own", note=_NUMBERS),
    )


@torch.inference_mode()
def _information(network: InfoGan, forged: Tensor, codes: infogan.Codes) -> tuple[float, float]:
    """Return L_I of the category in nats, and the root of the mean squared error of the numbers."""
    told = [network.reader(x) for x in forged.split(_ROWS)]
    reading = infogan.Reading(*(torch.cat(part) for part in zip(*told, strict=True)))
    root = (reading.mean - codes.numbers).square().mean().sqrt()
    return float(infogan.information(reading, codes)), float(root)


def _drawn(asked: Labelled) -> Labelled:
    """Return pictures in black and white."""
    return Labelled(x=(asked.x >= _INK).float(), labels=asked.labels)


def _made(network: InfoGan, codes: infogan.Codes) -> Tensor:
    return torch.cat([network.generator.of(part) for part in _parts(codes)])


def _parts(codes: infogan.Codes) -> list[infogan.Codes]:
    return [infogan.Codes(*part) for part in zip(*(whole.split(_ROWS) for whole in codes), strict=True)]


def _read(images: NDArray[np.uint8]) -> Tensor:
    return pictures(images.reshape(len(images), -1))
