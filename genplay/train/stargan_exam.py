"""What a StarGAN is measured on: its edits of unseen avatars against the true ones, and against a judge."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from operator import add
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from genplay.data.avatars import cache
from genplay.data.avatars.spec import ATTRIBUTES, HAIR_ATTRIBUTES
from genplay.engine.header import Figure
from genplay.models import attributes
from genplay.models.attributes import AttributeJudge
from genplay.models.stargan import StarGan
from genplay.models.stargan_paper import PaperStarGan
from genplay.pipelines.stargan.editor import rounded, scaled
from genplay.train import attribute_judging
from genplay.train.edit_truths import Missed, Truths, missed
from genplay.train.strangers import Strangers

BACK = "Mean absolute difference of a face and the same face after an edit and its undoing."
JUDGE = "Of the classifier, on the attribute of which it is least often right, of unedited faces."
TESTED = 500  # unseen avatars, the first of the test split
TEST = f"avatars/test[:{TESTED}]"
LEARNED = 20_000  # avatars that the judge learns from
_ROWS = 50  # faces edited at a time
_MEASURED = 50  # faces by which rounding is judged
_INSIDE = (
    "Mean absolute error where the true edit changes the picture, as a share of that of doing nothing; of "
    "{faces} unseen avatars, each edited in all {edits} ways. A hat that comes off may leave any hair. {note}"
)
_OUTSIDE = "Mean absolute error where the true edit changes nothing, of the same edits."
_TARGET = "Share of the edits after which a classifier, {least:.2%} right on each, reads the target."
_ALL = "Share of the edits after which it reads all {count} attributes as they should be."


@dataclass(frozen=True, slots=True)
class Edits:
    """What became of faces by every edit.

    Attributes:
        pictures: (N, K, 64, 64, 3) uint8.
        target: What was asked for, (N, K, K) of 0 and 1.
        back: Mean absolute error of the way back in levels of 255, (N, K).
    """

    pictures: NDArray[np.uint8]
    target: NDArray[np.uint8]
    back: NDArray[np.float64]


@torch.inference_mode()
def edited(network: StarGan | PaperStarGan, images: NDArray[np.uint8], held: NDArray[np.uint8]) -> Edits:
    """Return what a network makes of faces, (N, 64, 64, 3), with attributes (N, K), by every edit of one."""
    x, own = scaled(images), torch.tensor(held).float()
    pictures, targets, backs = [], [], []
    for number in range(own.shape[1]):
        target = network.labels.switched(own, number)
        made, ways = [], []
        for part, mine, asked in zip(x.split(_ROWS), own.split(_ROWS), target.split(_ROWS), strict=True):
            y = network.edit(part, mine, asked).picture.clamp(-1, 1)
            again = network.edit(y, asked, mine).picture.clamp(-1, 1)
            made.append(rounded(y))
            ways.append((again - part).abs().mean((1, 2, 3)).double() * 127.5)
        pictures.append(np.concatenate(made))
        targets.append(target.numpy().astype(np.uint8))
        backs.append(torch.cat(ways).numpy())
    return Edits(np.stack(pictures, 1), np.stack(targets, 1), np.stack(backs, 1))


def judged(
    judge: AttributeJudge, edits: Edits, held: NDArray[np.uint8]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return how often the target, and all attributes, are read after each edit that changes something, (K,).

    Of an edit that changes no face they are no numbers.

    Args:
        judge: Reads.
        edits: Of faces.
        held: Their own attributes, (N, K).
    """
    count = held.shape[1]
    targets, wholes = np.full(count, np.nan), np.full(count, np.nan)
    units = {number: list(unit) for unit in judge.labels.units for number in unit}
    for number in range(count):
        asked = edits.target[:, number]
        changes = (asked != held).any(1)
        if not changes.any():
            continue
        right = attribute_judging.read(judge, edits.pictures[changes, number]) == asked[changes]
        targets[number] = right[:, units[number]].all(1).mean()
        wholes[number] = right.all(1).mean()
    return targets, wholes


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StarExam:
    """Unseen avatars, their true edits, and a judge.

    Args:
        truths: The avatars.
        judge: Tells attributes.
        accuracy: How often it is right about each attribute of unedited faces, (K,).
        strangers: Makes the measure of what is no such face.
        note: Of the figure.
        tolerance: How far rounding may move the error inside.
    """

    truths: Truths
    judge: AttributeJudge
    accuracy: NDArray[np.float64]
    strangers: Strangers
    note: str = ""
    tolerance: float = 0.002

    @classmethod
    def load(cls, valid: NDArray[np.uint8], folder: Path | None = None, note: str = "") -> "StarExam":
        """Return the exam of the avatars.

        Args:
            valid: Avatars that were validated on, (M, 64, 64, 3).
            folder: Where the data set is.
            note: Of the figure.

        Raises:
            UserError: The avatars are missing, or what draws the true edits is.
        """
        truths = Truths.load("test", TESTED, folder)  # first, for it may be refused
        learned = cache.load("train", LEARNED, folder)
        config = attributes.Config(attributes=" ".join(ATTRIBUTES), exclusive=" ".join(HAIR_ATTRIBUTES))
        judge = attribute_judging.trained(config, learned.images, learned.attributes)
        accuracy = attribute_judging.right(judge, truths.images, truths.attributes)
        strangers = Strangers(known=learned.images, unseen=valid)
        return cls(truths=truths, judge=judge, accuracy=accuracy, strangers=strangers, note=note)

    def measure(self, network: nn.Module) -> float:
        """Return the error inside of a few avatars."""
        assert isinstance(network, StarGan | PaperStarGan)
        few = _MEASURED
        edits = edited(network, self.truths.images[:few], self.truths.attributes[:few])
        return reduce(add, self._missed(edits)).share

    def figures(self, network: nn.Module, measured: float) -> tuple[Figure, ...]:
        """Return errors inside and outside, what the judge reads, and the error of the way back."""
        edits = self._edits(network)
        whole = reduce(add, self._missed(edits))
        target, all_right = judged(self.judge, edits, self.truths.attributes)
        faces, count = edits.back.shape
        told = _TARGET.format(least=float(self.accuracy.min()))
        note = _INSIDE.format(faces=faces, edits=count, note=self.note).rstrip()
        return (
            figure("inside", whole.share, "", note),
            figure("outside", whole.beside, "of 255", _OUTSIDE),
            figure("target", float(target.mean()), "", told),
            figure("all_right", float(all_right.mean()), "", _ALL.format(count=count)),
            figure("reconstruction", float(edits.back.mean()), "of 255", BACK),
            figure("judge_accuracy", float(self.accuracy.min()), "", JUDGE),
        )

    def calibration(self, network: nn.Module) -> Mapping[str, NDArray[np.float32]]:
        """Return the figures of each edit, (K,) each, the judge, and the measure of strangers."""
        assert isinstance(network, StarGan | PaperStarGan)
        edits = self._edits(network)
        each = self._missed(edits)
        target, all_right = judged(self.judge, edits, self.truths.attributes)
        tables = {
            "edit.inside": [one.share for one in each],
            "edit.outside": [one.beside for one in each],
            "edit.target": target,
            "edit.all_right": all_right,
            "edit.reconstruction": edits.back.mean(0),
        }
        return {
            **{name: np.asarray(table, np.float32) for name, table in tables.items()},
            **self.strangers.calibration(network),
            **attribute_judging.calibration(self.judge),
        }

    def _edits(self, network: nn.Module) -> Edits:
        assert isinstance(network, StarGan | PaperStarGan)
        return edited(network, self.truths.images, self.truths.attributes)

    def _missed(self, edits: Edits) -> list[Missed]:
        """Return how far edits of the first avatars are from the truth, by attribute."""
        faces, count = edits.back.shape
        return [
            reduce(
                add,
                (
                    missed(
                        edits.pictures[face, edit], self.truths.images[face], self.truths.answers[face][edit]
                    )
                    for face in range(faces)
                ),
            )
            for edit in range(count)
        ]


def figure(name: str, value: float, unit: str, note: str, split: str = TEST) -> Figure:
    """Return a figure for a header, rounded."""
    return Figure(name=name, value=round(value, 4), unit=unit, split=split, note=note)
