"""A model of grey pictures, by every command that takes a model."""

import json

import numpy as np
import pytest
import torch
from PIL import Image

from genplay.data.examples import grey_digits
from genplay.engine import checkpoints
from genplay.engine.answer import Engine
from genplay.engine.checkpoints import DataSource, Figure
from genplay.families.autoregressive import GreyPicture, GreySample, GreyScore
from genplay.models import rnade

GAP, ZOOM = 4, 4


@pytest.fixture
def grey(own, head_of):
    """A small model of grey pictures among the user's own."""
    torch.manual_seed(0)
    network = rnade.build(rnade.Config(hidden=3, components=2))
    figures = (
        Figure(name="nll_nats", value=-1234.5, unit="nats", split="some (dequantised)"),
        Figure(name="bits_per_dim", value=4.25, unit="bits", split="some (dequantised)"),
    )
    data = DataSource(name="fashion-mnist", split="", checksum="", licence="MIT", attribution="Zalando")
    head = head_of("rnade", network, data=data, figures=figures)
    scores = {"test_log_prob": np.linspace(-900, 1500, 9), "digits_log_prob": np.linspace(-900, 1500, 9)}
    checkpoints.save(own / "rnade-fashion.safetensors", head, network.state_dict(), scores)


@pytest.mark.usefixtures("grey")
def test_its_figures_are_listed(genplay):
    outcome = genplay("checkpoints")
    assert outcome.code == 0
    assert "nll -1234.50 nats on some (dequantised)" in outcome.out
    assert "bits_per_dim 4.25 bits on some (dequantised)" in outcome.out
    assert "| `rnade` | fashion-mnist |" in genplay("checkpoints", "--markdown").out
    (row,) = [row for row in json.loads(genplay("checkpoints", "--json").out) if row["model"] == "rnade"]
    assert [figure["value"] for figure in row["figures"]] == [-1234.5, 4.25]


@pytest.mark.usefixtures("grey")
def test_it_scores_the_greys_of_a_picture(genplay, digit):
    (row,) = genplay("score", digit, "--model", "rnade", "--json").rows
    result = Engine().last(GreyScore("rnade", GreyPicture.of(grey_digits().images[0])))
    assert (row["model"], row["kind"]) == ("rnade", "exact")
    assert row["log_prob"] == result.log_prob
    assert row["bits_per_pixel"] == result.bits_per_dim
    assert row["percentile"] == result.percentile


@pytest.mark.usefixtures("grey")
def test_it_has_no_use_for_a_threshold(genplay, digit):
    outcome = genplay("score", digit, "--model", "rnade", "--threshold", 100)
    assert outcome.code == 1
    assert outcome.sentence == "genplay: rnade scores grey pictures: it needs no --threshold."


@pytest.mark.usefixtures("grey")
def test_its_samples_are_grey(genplay, tmp_path):
    out = tmp_path / "grid.png"
    outcome = genplay("sample", "rnade", "--n", 1, "--seed", 3, "--out", out)
    assert (outcome.code, outcome.err) == (0, "")
    with Image.open(out) as image:
        page = np.asarray(image)[::ZOOM, ::ZOOM]
    result = Engine().last(GreySample("rnade", GreyPicture.blank(), 0, 1, 3))
    assert np.array_equal(255 - page[GAP:-GAP, GAP:-GAP].ravel(), result.pixels[0])
    assert len(np.unique(page)) > 50


@pytest.mark.usefixtures("grey")
def test_it_takes_no_binary_data_set(genplay, tmp_path):
    np.savez(tmp_path / "data.npz", x=np.zeros((3, 784)))
    outcome = genplay("evaluate", "rnade", "--data", tmp_path / "data.npz")
    assert outcome.code == 1
    assert "grey pictures" in outcome.sentence
