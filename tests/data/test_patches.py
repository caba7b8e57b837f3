"""The patches that come with genplay: their number, their sizes, and that they have structure."""

import importlib.util

import numpy as np
import pytest

from genplay import paths
from genplay.data import mnist
from genplay.data.patches import COLUMNS, ROWS, patches


@pytest.mark.parametrize(("rows", "columns"), [(2, 2), (3, 3), (3, 4), (4, 4), (4, 5)])
def test_a_size_is_the_corner_of_the_largest_patch(rows, columns):
    found = patches(rows, columns)
    assert found.shape == (60_000, rows * columns)
    assert found.dtype == np.uint8
    assert set(np.unique(found)) == {0, 1}
    whole = patches().reshape(-1, ROWS, COLUMNS)
    assert (found.reshape(-1, rows, columns) == whole[:, :rows, :columns]).all()


def test_the_patches_are_read_once_and_cannot_be_changed():
    assert patches(3, 4) is patches(3, 4)
    for size in ((3, 4), (ROWS, COLUMNS)):
        with pytest.raises(ValueError, match="read-only"):
            patches(*size)[0, 0] = 1


@pytest.mark.parametrize(("rows", "columns"), [(0, 2), (5, 4), (4, 6)])
def test_another_size_is_refused(rows, columns):
    with pytest.raises(ValueError, match="up to 4 rows and 5 columns"):
        patches(rows, columns)


def test_there_is_something_to_learn():
    """Few patches are blank, no pixel is always the same, and neighbours agree more often than not."""
    found = patches(3, 4)
    assert (found.sum(1) == 0).mean() < 0.3
    assert ((found.mean(0) > 0.2) & (found.mean(0) < 0.8)).all()
    picture = found.reshape(-1, 3, 4)
    assert (picture[:, :, 1:] == picture[:, :, :-1]).mean() > 0.8


def test_the_patches_are_small():
    assert sum(path.stat().st_size for path in (paths.assets() / "patches").iterdir()) < 150_000


def test_the_shipped_patches_are_those_that_the_script_cuts(full_data):
    """It is a script and no module: it is loaded from where it stands, and is not shipped with the window."""
    script = paths.assets() / "build" / "patches.py"
    spec = importlib.util.spec_from_file_location("build_patches", script)
    build = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(build)
    digits = (mnist.load("train", full_data("mnist")).images >= 128).astype(np.uint8)
    assert (build.cut(digits) == patches()).all()
