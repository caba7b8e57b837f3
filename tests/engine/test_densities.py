"""Scores that are densities may be positive, or lower than any probability, but not absurd."""

from pathlib import Path

import numpy as np
import pytest

from genplay.engine import checkpoints
from genplay.errors import UserError
from genplay.models import rnade


@pytest.fixture
def written(tmp_path: Path, head_of):
    def write(**scores: list[float]) -> Path:
        network = rnade.build(rnade.Config(dims=6, hidden=3, components=2))
        calibration = {name: np.array(values, np.float32) for name, values in scores.items()}
        path = tmp_path / "tiny-fashion.safetensors"
        checkpoints.save(path, head_of("tiny", network), network.state_dict(), calibration)
        return path

    return write


def test_the_bounds_of_densities_are_accepted(written):
    bounds = {"test_log_prob": [-5, 1e5], "digits_log_prob": [-1e8, 2000]}
    loaded = checkpoints.load_file(written(**bounds))
    assert {name: values.tolist() for name, values in loaded.calibration.items()} == bounds


@pytest.mark.parametrize("name", ["test_log_prob", "digits_log_prob"])
@pytest.mark.parametrize("scores", [[-5, 2e5], [-2e8, 5], [5]])
def test_absurd_densities_are_refused(written, name: str, scores: list[float]):
    path = written(**{name: scores})
    with pytest.raises(
        UserError, match=rf"calibration\.{name} is not a row of at least two scores from -1e\+08"
    ):
        checkpoints.load_file(path)
