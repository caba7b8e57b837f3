"""A published checkpoint begins more training of its own recipe, and of no other."""

from dataclasses import replace
from pathlib import Path

import msgspec
import numpy as np
import pytest
import torch

pytest.importorskip("lightning_fabric", reason="needs the train extra")
pytest.importorskip("numba", reason="needs the train extra")

from genplay.engine import checkpoints
from genplay.errors import UserError
from genplay.models import nade
from genplay.train.digits import Digits
from genplay.train.nade import NadeRecipe
from genplay.train.published import Published

PICTURES = Digits(grey=np.zeros((4, 12), np.uint8), valid=np.zeros((4, 12), np.uint8))


def recipe(hidden: int = 3) -> NadeRecipe:
    return NadeRecipe(digits=PICTURES, config=nade.Config(dims=12, hidden=hidden), seed=3)


@pytest.fixture
def checkpoint(head_of, tmp_path: Path) -> Path:
    """The checkpoint of a NADE of three units after 40 steps."""
    network = recipe().network()
    path = tmp_path / "nade-mnist.safetensors"
    curve = ((20, 100.0), (40, 99.0))
    header = msgspec.structs.replace(head_of("nade", network), steps=40, minutes=1.5, curve=curve)
    checkpoints.save(path, header, network.state_dict(), {})
    return path


def test_it_knows_weights_step_time_and_curve(checkpoint: Path):
    read = Published.read(checkpoint, recipe())
    assert (read.step, read.seconds, read.curve) == (40, 90.0, ((20, 100.0), (40, 99.0)))
    for name, value in recipe().network().state_dict().items():
        assert torch.equal(read.weights[name], value)


def test_one_of_another_size_or_name_is_refused(head_of, checkpoint: Path, tmp_path: Path):
    with pytest.raises(UserError, match=r"nade-mnist\.safetensors holds no nade of this recipe’s size"):
        Published.read(checkpoint, recipe(hidden=4))
    path = tmp_path / "other-mnist.safetensors"
    network = recipe().network()
    checkpoints.save(path, head_of("other", network), network.state_dict(), {})
    with pytest.raises(UserError, match=r"other-mnist\.safetensors holds no nade"):
        Published.read(path, recipe())


def test_one_of_before_the_config_grew_is_of_the_same_size(head_of, tmp_path: Path):
    """A number that its header does not have is what it was when there was no choice: the default."""
    one = replace(recipe(), config=nade.Config(dims=12))
    network = one.network()
    header = head_of("nade", network)
    assert header.config.pop("hidden") == nade.Config(dims=12).hidden
    path = tmp_path / "nade-mnist.safetensors"
    checkpoints.save(path, header, network.state_dict(), {})
    assert len(Published.read(path, one).weights) == len(network.state_dict())


def test_a_missing_one_is_refused(tmp_path: Path):
    with pytest.raises(UserError):
        Published.read(tmp_path / "none.safetensors", recipe())
