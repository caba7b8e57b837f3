"""The exam of DCGAN: linear classifiers find what is linear, and directions lead to classes."""

from dataclasses import replace

import numpy as np
import torch

from genplay.families.dcgan import KINDS
from genplay.models import dcgan, judge
from genplay.train import dcgan_exam
from genplay.train.dcgan_exam import DcganExam
from genplay.train.judging import Judging, Labelled


def items(seed: int, count: int = 120) -> Labelled:
    """Return pictures whose class is the brightest of ten places: a line tells them apart by their pixels."""
    draw = torch.Generator().manual_seed(seed)
    labels = torch.randint(10, (count,), generator=draw)
    x = 0.2 * torch.rand(count, 1, 32, 32, generator=draw) - 1
    x[torch.arange(count), 0, 4, 2 + 2 * labels] = 1
    return Labelled(x=x, labels=labels)


def network() -> dcgan.Dcgan:
    torch.manual_seed(0)
    made = dcgan.build(dcgan.Config(noise=12, width=2))
    dcgan.initialise(made)
    return made.eval()


def exam() -> DcganExam:
    torch.manual_seed(1)
    judging = Judging(network=judge.build(judge.Config(side=32)).eval(), test=items(2), split="here")
    return DcganExam(learned=items(0), valid=items(1), test=items(2), judging=judging, note="Noted.")


def test_a_linear_classifier_finds_what_a_line_tells_apart():
    right = dict(zip(KINDS, exam().linear(network()), strict=True))
    assert right["pixels"] > 0.9
    assert 0 <= right["random"] < right["pixels"]


def test_figures_and_calibration(monkeypatch):
    monkeypatch.setattr(dcgan_exam, "FORGED", 100)
    one, model = exam(), network()
    found = {figure.name: figure for figure in one.figures(model, one.measure(model))}
    assert {f"linear_{kind}" for kind in KINDS} < set(found)
    assert "Noted." in found["frechet"].note
    arrays = one.calibration(model)
    assert arrays["directions.classes"].shape == (8, 2, 10)
    np.testing.assert_allclose(arrays["directions.classes"].sum(2), 1, atol=1e-5)
    np.testing.assert_allclose(arrays["linear"], [found[f"linear_{kind}"].value for kind in KINDS], atol=1e-4)


def test_the_percentiles_of_the_logits_are_of_real_and_of_forged_pictures():
    one, model = exam(), network()
    logits = one.calibration(model)["logits"]
    assert logits.shape == (2, 101)
    assert (np.diff(logits, axis=1) >= 0).all()
    with torch.inference_mode():
        real = model.discriminator(one.test.x)
    assert logits[0, [0, -1]].tolist() == [real.min(), real.max()]
    np.testing.assert_allclose(logits[0, 50], np.median(real), atol=1e-5)
    assert logits[0].tolist() != logits[1].tolist()


def test_of_combinations_each_value_is_told(monkeypatch):
    monkeypatch.setattr(dcgan_exam, "FORGED", 100)
    torch.manual_seed(1)
    judging = Judging(
        network=judge.build(judge.Config(side=32, groups=(5, 2))).eval(), test=items(2), split="here"
    )
    one, model = replace(exam(), judging=judging), network()
    classes = one.calibration(model)["directions.classes"]
    assert classes.shape == (8, 2, 7)
    np.testing.assert_allclose(classes[..., :5].sum(2), 1, atol=1e-5)
    np.testing.assert_allclose(classes[..., 5:].sum(2), 1, atol=1e-5)
    found = {figure.name: figure for figure in one.figures(model, 0.0)}
    assert "all 2 attributes at once" in found["linear_pixels"].note
    assert "Combinations of 2 attributes, of 10 that there are," in found["classes_covered"].note


def test_what_was_measured_is_kept(tmp_path, monkeypatch):
    one = replace(exam(), kept=tmp_path)
    first = one.linear(network())
    monkeypatch.setattr(DcganExam, "_right", lambda *_: 1 / 0)
    assert (one.linear(network()) == first).all()
