"""What a checkpoint says of its latents fits them, or the file is refused."""

from pathlib import Path

import numpy as np
import pytest
import torch

from genplay.engine import checkpoints
from genplay.errors import UserError
from genplay.models import nade, vae

CONFIG = vae.Config(dims=4, latent=2, hidden=3, layers=1)
SHAPES = {
    "latent.kl": (2,),
    "latent.activity": (2,),
    "probe.weight": (10, 2),
    "probe.bias": (10,),
    "probe.confusion": (10, 10),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "coder-none.safetensors"


def write(path: Path, head_of, arrays: dict[str, np.ndarray]) -> None:
    network = vae.build(CONFIG)
    checkpoints.save(path, head_of("coder", network), network.state_dict(), arrays)


def test_what_fits_comes_back(path, head_of):
    draw = np.random.default_rng(0)
    arrays = {name: draw.normal(size=shape).astype(np.float32) for name, shape in SHAPES.items()}
    write(path, head_of, arrays)
    found = checkpoints.load_file(path).calibration
    assert found.keys() == arrays.keys()
    assert all((found[name] == values).all() for name, values in arrays.items())


@pytest.mark.parametrize(
    ("name", "shape"),
    [
        ("latent.kl", (3,)),
        ("latent.activity", (2, 2)),
        ("probe.weight", (10, 3)),
        ("probe.weight", (2, 10)),
        ("probe.bias", (9,)),
        ("probe.confusion", (10, 2)),
    ],
)
def test_what_does_not_fit_is_refused(path, head_of, name, shape):
    write(path, head_of, {name: np.ones(shape, np.float32)})
    with pytest.raises(UserError) as caught:
        checkpoints.load_file(path)
    assert f"calibration.{name} is not of shape {SHAPES[name]}" in str(caught.value)


def test_what_is_no_number_is_refused(path, head_of):
    write(path, head_of, {"latent.kl": np.array([1, np.nan], np.float32)})
    with pytest.raises(UserError, match=r"calibration\.latent\.kl holds values that are not finite"):
        checkpoints.load_file(path)


def test_models_without_latents_are_none_of_it(path, head_of):
    torch.manual_seed(0)
    network = nade.build(nade.Config(dims=4, hidden=3))
    checkpoints.save(path, head_of("plain", network), network.state_dict(), {"latent.kl": np.ones(5)})
    assert checkpoints.load_file(path).calibration["latent.kl"].shape == (5,)
