"""StarGAN on faces of one's own: any attributes, from a folder with CelebA's table (see ``data.faces``).

Such pictures are rarely flat, so there is no palette, and neighbours may differ. There are no true edits
either: what is measured is what a judge, trained on the same faces, reads in the edited ones, and the way
back.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from torch import nn

from genplay.data import faces as data
from genplay.engine.header import Figure
from genplay.errors import UserError
from genplay.models import attributes, stargan
from genplay.models.stargan import StarGan
from genplay.train import attribute_judging
from genplay.train.stargan import Faces, StarGanRecipe, Weights
from genplay.train.stargan_exam import BACK, JUDGE, edited, figure, judged
from genplay.train.strangers import Strangers

NAME = "stargan_faces"
SPLIT = "the first nine tenths of a folder, 64 by 64"
VALID = "the last tenth of the folder"
_TARGET = "Share of the edits after which a classifier, {least:.1%} right on each, reads the target. {note}"
_ALL = "Share of the edits after which it reads all attributes as they should be."


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OwnFaces(Faces):
    """Faces of a folder, the last tenth to validate on.

    Args:
        names: Of the attributes, with spaces between.
        exclusive: Groups, as ``stargan.Config`` has them.
    """

    names: str
    exclusive: str = ""

    @classmethod
    def load(cls, folder: Path | None = None, exclusive: str = "") -> "OwnFaces":
        """Return the faces of a folder.

        Args:
            folder: Holds the table and the pictures.
            exclusive: Names of attributes that exclude one another; groups are parted by "|".

        Raises:
            UserError: No folder was named, or table or pictures are missing or wrong.
        """
        if folder is None:
            raise UserError("Which folder holds the faces? --data says so.")
        groups = tuple(tuple(part.split()) for part in exclusive.split("|") if part.strip())
        found = data.load(folder, groups)
        kept = max(1, len(found.images) // 10)
        return cls(
            grey=found.images[:-kept],
            attributes=found.values[:-kept],
            valid=found.images[-kept:],
            valid_attributes=found.values[-kept:],
            names=" ".join(found.attributes),
            exclusive=" | ".join(" ".join(group) for group in groups),
        )


def recipe(faces: OwnFaces) -> StarGanRecipe:
    """Return the recipe of such faces."""
    config = stargan.Config(attributes=faces.names, exclusive=faces.exclusive, palette=0)
    return StarGanRecipe(name=NAME, faces=faces, config=config, weights=Weights(flat=0.0))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OwnExam:
    """Faces that were not learned from.

    Args:
        faces: All of the folder.
        note: Of the figure.
        tolerance: How far rounding may move the mean error of the way back, in levels of 255.
    """

    faces: OwnFaces
    note: str = ""
    tolerance: float = 0.05

    @classmethod
    def load(cls, valid: NDArray[np.uint8], folder: Path | None = None, note: str = "") -> "OwnExam":
        """Return the exam of a folder.

        Raises:
            UserError: It is missing or wrong.
        """
        return cls(faces=OwnFaces.load(folder), note=note)

    def measure(self, network: nn.Module) -> float:
        """Return the mean error of the way back, in levels of 255."""
        assert isinstance(network, StarGan)
        return float(edited(network, self.faces.valid, self.faces.valid_attributes).back.mean())

    def figures(self, network: nn.Module, measured: float) -> tuple[Figure, ...]:
        """Return what a judge reads in the edited faces, and the error of the way back."""
        assert isinstance(network, StarGan)
        faces, config = self.faces, network.config
        told = attributes.Config(attributes=config.attributes, exclusive=config.exclusive)
        judge = attribute_judging.trained(told, faces.grey, faces.attributes)
        least = float(attribute_judging.right(judge, faces.valid, faces.valid_attributes).min())
        edits = edited(network, faces.valid, faces.valid_attributes)
        target, whole = judged(judge, edits, faces.valid_attributes)
        note = _TARGET.format(least=least, note=self.note).rstrip()
        return (
            figure("target", float(np.nanmean(target)), "", note, VALID),
            figure("all_right", float(np.nanmean(whole)), "", _ALL, VALID),
            figure("reconstruction", measured, "of 255", BACK, VALID),
            figure("judge_accuracy", least, "", JUDGE, VALID),
        )

    def calibration(self, network: nn.Module) -> Mapping[str, NDArray[np.float32]]:
        """Return the measure of strangers."""
        assert isinstance(network, StarGan)
        return Strangers(known=self.faces.grey, unseen=self.faces.valid).calibration(network)
