"""Scores that are densities may be positive, or lower than any probability, but not absurd."""

from pathlib import Path

import numpy as np
import pytest

from genplay.engine import checkpoints
from genplay.engine.checkpoints import DataSource, Header
from genplay.errors import UserError
from genplay.models import rnade

SIZE = {"dims": 6, "hidden": 3, "components": 2}


def written(path: Path, **scores: list[float]) -> Path:
    head = Header(
        model="tiny",
        architecture="rnade",
        config=SIZE,
        data=DataSource(name="fashion-mnist", split="", checksum="", licence="", attribution=""),
        recipe={},
        seed=0,
        steps=1,
        minutes=0,
        machine="",
        genplay_version="",
        figures=(),
    )
    calibration = {name: np.array(values, np.float32) for name, values in scores.items()}
    checkpoints.save(path, head, rnade.build(rnade.Config(**SIZE)).state_dict(), calibration)
    return path


def test_the_bounds_of_densities_are_accepted(tmp_path: Path):
    bounds = {"test_log_prob": [-5, 1e5], "digits_log_prob": [-1e8, 2000]}
    loaded = checkpoints.load_file(written(tmp_path / "tiny-fashion.safetensors", **bounds))
    assert {name: values.tolist() for name, values in loaded.calibration.items()} == bounds


@pytest.mark.parametrize("name", ["test_log_prob", "digits_log_prob"])
@pytest.mark.parametrize("scores", [[-5, 2e5], [-2e8, 5], [5]])
def test_absurd_densities_are_refused(tmp_path: Path, name: str, scores: list[float]):
    path = written(tmp_path / "tiny-fashion.safetensors", **{name: scores})
    with pytest.raises(
        UserError, match=rf"calibration\.{name} is not a row of at least two scores from -1e\+08"
    ):
        checkpoints.load_file(path)
