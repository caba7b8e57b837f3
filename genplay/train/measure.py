"""Measure a model without density again, as its checkpoint's header states it."""

from collections.abc import Mapping
from pathlib import Path

from genplay.engine import checkpoints
from genplay.errors import UserError
from genplay.train.trained import TRAINED


def figures(model: str, folder: Path | None = None) -> Mapping[str, float]:
    """Return the figures of a checkpoint by name, measured anew.

    Args:
        model: Name of the model.
        folder: Where the data sets are; by default the user's.

    Raises:
        UserError: The model or its data set is missing, or no recipe is known for it.
    """
    loaded = checkpoints.load(model)
    if model not in TRAINED:
        raise UserError("There is no recipe {model} that says what it is measured on.", model=model)
    subject = TRAINED[model].subject
    exam = subject.exam(subject.load(folder).valid, folder, "")
    measured = exam.measure(loaded.network)
    return {figure.name: figure.value for figure in exam.figures(loaded.network, measured)}
