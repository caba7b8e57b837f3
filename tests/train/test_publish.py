"""Weights are halved only where that costs next to nothing; the figure is that of the weights in the file."""

from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors import safe_open

from genplay.engine import checkpoints
from genplay.engine.header import Header
from genplay.models import nade
from genplay.train import publish
from genplay.train.evaluate import VALID, log_probs
from genplay.train.exams import DigitExam

BITS = (np.random.default_rng(0).random((50, 12)) < 0.4).astype(np.uint8)


def published(head_of, path: Path, scale: float, half: bool) -> tuple[str, Header]:
    torch.manual_seed(0)
    network = nade.build(nade.Config(dims=12, hidden=5))
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.copy_(scale * torch.randn_like(parameter))
    source = publish.data_source("mnist", "made up", BITS)
    head = head_of("tiny", network, data=source, machine=publish.machine())
    exam = DigitExam(valid=BITS, digits=BITS[:20], note="a note")
    written = publish.publish(path, network, head, exam, half=half)
    with safe_open(path, framework="np") as file:
        return file.get_slice("W").get_dtype(), written


@pytest.mark.parametrize(
    ("scale", "half", "stored"), [(1, True, "F16"), (1, False, "F32"), (300, True, "F32")]
)
def test_the_file_holds_what_was_measured(head_of, tmp_path: Path, scale: float, half: bool, stored: str):
    path = tmp_path / "new" / "tiny-mnist.safetensors"
    dtype, written = published(head_of, path, scale, half)
    assert dtype == stored
    loaded = checkpoints.load_file(path)
    (figure,) = loaded.header.figures
    assert (figure.name, figure.unit, figure.split, figure.note) == ("nll_nats", "nats", VALID, "a note")
    assert figure.value == pytest.approx(-log_probs(loaded.network, BITS).mean(), abs=1e-4)
    expected = np.sort(log_probs(loaded.network, BITS[:20])).astype(np.float32)
    assert np.array_equal(loaded.calibration["test_log_prob"], expected)
    assert written.figures == loaded.header.figures
    assert loaded.header.data.attribution.startswith("MNIST")


def test_the_checksum_is_that_of_the_pictures():
    one, other = (publish.data_source("mnist", "", bits).checksum for bits in (BITS, BITS[1:]))
    assert one.startswith("sha256:")
    assert one != other
    assert one == publish.data_source("mnist", "", np.asfortranarray(BITS)).checksum
