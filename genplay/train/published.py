"""A published checkpoint as the beginning of more training, for when the state of its own is lost."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from torch import Tensor

from genplay.engine import checkpoints
from genplay.errors import UserError
from genplay.train.recipe import ExplicitRecipe, GameRecipe


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What a checkpoint knows of its training.

    Args:
        weights: Those of the network, by name.
        step: The steps that had led to them.
        seconds: The time that these had taken.
        curve: All validations until then.
    """

    weights: Mapping[str, Tensor]
    step: int
    seconds: float
    curve: tuple[tuple[int, float], ...]

    @classmethod
    def read(cls, path: Path, recipe: ExplicitRecipe | GameRecipe) -> Self:
        """Read a checkpoint.

        Args:
            path: Its file.
            recipe: What it must be of, with a network of the same size.

        Raises:
            UserError: It is no checkpoint, or one of another recipe or size.
        """
        loaded = checkpoints.load_file(path)
        header, name = loaded.header, str(recipe.describe()["name"])
        if header.model != name or type(recipe.config)(**header.config) != recipe.config:
            raise UserError("{path} holds no {name} of this recipe’s size.", path=str(path), name=name)
        return cls(
            weights=loaded.network.state_dict(),
            step=header.steps,
            seconds=header.minutes * 60,
            curve=header.curve,
        )
