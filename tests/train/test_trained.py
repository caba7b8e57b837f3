"""What can be trained by gradient descent, and what came of it."""

from dataclasses import replace
from importlib import import_module
from types import SimpleNamespace

import pytest
import torch

from genplay import paths
from genplay.engine.checkpoints import list_checkpoints
from genplay.errors import UserError
from genplay.train.trained import TRAINED

ADDED = {"decay": 1.0, "free": 0.0, "last": 0, "last_lr": 0.0}
"""Numbers that recipes have learned to tell since some were trained: as they were before."""
SHIPPED = [entry for entry in list_checkpoints([paths.checkpoints()]) if entry.header.model in TRAINED]


@pytest.mark.parametrize("name", TRAINED)
def test_its_network_has_a_room(name):
    module = import_module(f"genplay.models.{TRAINED[name].architecture}")
    assert callable(module.build)
    assert module.Config


@pytest.mark.parametrize("name", TRAINED)
def test_data_that_is_not_there_is_said_in_a_sentence(name, tmp_path):
    subject = TRAINED[name].subject
    groups = ("",) if subject.grouped else ()
    with pytest.raises(UserError, match=r"\.$"):
        subject.load(tmp_path, *groups)


@pytest.mark.parametrize("entry", SHIPPED, ids=lambda entry: entry.path.stem)
def test_what_ships_is_of_its_recipe(entry):
    header = entry.header
    trained = TRAINED[header.model]
    assert header.architecture == trained.architecture
    assert header.data.name == trained.subject.name
    assert entry.path.stem == f"{header.model}-{trained.subject.stem}"
    assert header.recipe["name"] == header.model


@pytest.mark.parametrize("entry", SHIPPED, ids=lambda entry: entry.path.stem)
def test_what_ships_was_trained_by_the_numbers_of_its_recipe(entry):
    header = entry.header
    unseen = SimpleNamespace(mean=torch.full((784,), 0.5))  # no number comes from the pictures
    recipe = replace(TRAINED[header.model].recipe(unseen), seed=header.seed)
    numbers = recipe.describe()
    added = {name: ADDED[name] for name in numbers.keys() - header.recipe.keys()}
    assert numbers == added | header.recipe
    assert header.steps == numbers["steps"]
