"""Scores are computed once for a name; a name is all that they depend on."""

from pathlib import Path

import numpy as np
import pytest
import torch

from genplay import paths
from genplay.errors import UserError
from genplay.models import nade
from genplay.train import kept
from genplay.train.kept import digest, remembered

BITS = (np.random.default_rng(0).random((5, 6)) < 0.5).astype(np.uint8)
SCORES = np.random.default_rng(1).normal(size=(5, 2))


@pytest.fixture
def network() -> nade.Nade:
    torch.manual_seed(0)
    return nade.build(nade.Config(dims=6, hidden=3))


def refuse() -> np.ndarray:
    raise AssertionError("computed again")


def test_scores_are_computed_once_and_come_back_to_the_bit(tmp_path: Path):
    folder = tmp_path / "new" / "scores"
    assert (remembered(folder, "a", lambda: SCORES) == SCORES).all()
    again = remembered(folder, "a", refuse)
    assert again.dtype == np.float64
    assert again.tobytes() == SCORES.tobytes()


def test_another_name_has_scores_of_its_own(tmp_path: Path):
    remembered(tmp_path, "a", lambda: SCORES)
    assert (remembered(tmp_path, "b", lambda: -SCORES) == -SCORES).all()
    assert (remembered(tmp_path, "a", refuse) == SCORES).all()


def test_without_a_folder_nothing_is_kept():
    given = []
    for _ in range(2):
        remembered(None, "a", lambda: given.append(1) or SCORES)
    assert len(given) == 2
    assert not kept.folder().exists()


def test_what_was_cut_off_leaves_nothing(tmp_path: Path):
    def breaks() -> np.ndarray:
        raise RuntimeError("cut off")

    with pytest.raises(RuntimeError, match="cut off"):
        remembered(tmp_path, "a", breaks)
    assert list(tmp_path.iterdir()) == []
    assert (remembered(tmp_path, "a", lambda: SCORES) == SCORES).all()


def test_a_place_that_cannot_be_written_to_is_a_sentence(tmp_path: Path):
    (tmp_path / "a.npy").mkdir()
    with pytest.raises(UserError, match=r"a\.npy"):
        remembered(tmp_path, "a", lambda: SCORES)


def test_a_digest_is_that_of_weights_pictures_and_what_is_said(network):
    first = digest(network, BITS, "said")
    assert len(first) == 32
    assert digest(network, np.asfortranarray(BITS), "said") == first
    with torch.no_grad():
        others = [
            digest(network, BITS, "unsaid"),
            digest(network, 1 - BITS, "said"),
            digest(network, BITS[:4], "said"),
            digest(network, BITS.reshape(6, 5), "said"),
        ]
        network.b[0] += 1e-3
        others.append(digest(network, BITS, "said"))
    assert len({first, *others}) == 6


def test_they_are_kept_beside_the_states_of_trainings():
    assert kept.folder() == paths.user_data() / "runs" / "scores"
