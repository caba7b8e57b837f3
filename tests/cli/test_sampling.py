"""A grid of samples: as many as asked for, the same for the same seed, those of the engine."""

import numpy as np
import pytest
from PIL import Image

from genplay.engine.answer import Engine
from genplay.engine.checkpoints import list_checkpoints
from genplay.families.autoregressive import Sample, Samples
from genplay.families.base import Drawing

CELL, GAP, ZOOM = 28, 4, 4


def pictures_in(path, columns):
    """Return the pictures of a grid as bits, (rows * columns, 28, 28)."""
    with Image.open(path) as image:
        page = np.asarray(image)[::ZOOM, ::ZOOM]
    rows = (page.shape[0] - GAP) // (CELL + GAP)
    cells = [
        page[GAP + r * (CELL + GAP) :, GAP + c * (CELL + GAP) :][:CELL, :CELL]
        for r in range(rows)
        for c in range(columns)
    ]
    return (np.stack(cells) == 0).astype(np.uint8)


def test_the_grid_holds_the_engines_samples(genplay, tmp_path):
    out = tmp_path / "grid.png"
    outcome = genplay("sample", "nade", "--n", 5, "--seed", 3, "--out", out)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == f"5 samples of nade, seed 3: {out}.\n"
    result = Engine().last(Sample("nade", Drawing.blank(), count=5, seed=3))
    assert isinstance(result, Samples)
    shown = pictures_in(out, columns=3)
    assert (shown[:5].reshape(5, -1) == result.pixels).all()
    assert not shown[5:].any()


def test_sixteen_by_default_and_the_same_seed_gives_the_same_file(genplay, tmp_path):
    for name in ("a.png", "b.png"):
        assert genplay("sample", "ar1", "--out", tmp_path / name).code == 0
    genplay("sample", "ar1", "--seed", 1, "--out", tmp_path / "c.png")
    a, b, c = ((tmp_path / f"{name}.png").read_bytes() for name in "abc")
    assert a == b != c
    assert len(pictures_in(tmp_path / "a.png", columns=4)) == 16


def test_another_temperature_is_named_as_what_it_is(genplay, tmp_path):
    words = ("sample", "bernoulli", "--n", 1, "--out", tmp_path / "a.png")
    assert "no longer the model" in genplay(*words, "--temperature", 0.5).out
    assert "no longer the model" not in genplay(*words, "--temperature", 1).out


@pytest.mark.parametrize("count", [1, 2, 4, 7, 16])
def test_the_grid_is_as_square_as_can_be(genplay, tmp_path, count):
    genplay("sample", "independent", "--n", count, "--out", tmp_path / "a.png")
    with Image.open(tmp_path / "a.png") as image:
        assert image.format == "PNG"
        columns, rows = ((side // ZOOM - GAP) // (CELL + GAP) for side in image.size)
    assert 0 <= columns - rows <= 1
    assert (columns - 1) * rows < count <= columns * rows


def test_an_unknown_model_is_refused_with_those_there_are(genplay, tmp_path):
    outcome = genplay("sample", "gpt", "--out", tmp_path / "a.png")
    assert outcome.code == 1
    known = ", ".join(entry.header.model for entry in list_checkpoints())
    assert outcome.sentence == f"genplay: There is no trained model gpt; there are: {known}."
    assert not (tmp_path / "a.png").exists()
