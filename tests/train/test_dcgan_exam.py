"""The exam of DCGAN: linear classifiers find what is linear, and directions lead to classes."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from genplay.families.dcgan import KINDS
from genplay.models import dcgan, judge
from genplay.train import linear
from genplay.train.dcgan_exam import REACH, DcganExam
from genplay.train.judging import Judging, Labelled, by_class


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
    return DcganExam(learned=items(0), test=items(2), judging=judging, note="Noted.")


def test_a_linear_classifier_finds_what_a_line_tells_apart():
    right = dict(zip(KINDS, exam().linear(network()), strict=True))
    assert right["pixels"] > 0.9
    assert 0 <= right["random"] < right["pixels"]


def test_figures_and_calibration():
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


def test_of_combinations_each_value_is_told():
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
    for part in ("learned", "test"):
        other = replace(
            one, **{part: Labelled(x=0.5 * getattr(one, part).x, labels=getattr(one, part).labels)}
        )
        with pytest.raises(ZeroDivisionError):
            other.linear(network())


def test_the_two_ends_of_a_direction_are_told_in_their_order():
    """Of a G whose picture is bright in one of two places, by the noise's sign along the first one."""
    one, model = exam(), network()
    row = dcgan.directions(model.generator)[0][0]
    bright = torch.zeros(2, 1, 32, 32) - 1
    bright[0, 0, 4, 2], bright[1, 0, 4, 4] = 1, 1
    model.generator.forward = lambda z: bright[(z @ row > 0).long()]
    classes = torch.from_numpy(one.calibration(model)["directions.classes"])
    for end in (0, 1):
        wanted = by_class(one.judging.network, bright[end : end + 1])
        torch.testing.assert_close(classes[0, end], wanted)
    assert not torch.allclose(classes[0, 0], classes[0, 1])


def test_along_a_direction_all_else_stays():
    """Noise at both ends differs along the direction alone, by four deviations."""
    one, model = exam(), network()
    rows, _ = dcgan.directions(model.generator)
    seen: list[torch.Tensor] = []
    model.generator.register_forward_hook(lambda *args: seen.append(args[1][0]))
    one._ends(model)
    assert len(seen) == 16
    for back, forth, row in zip(seen[::2], seen[1::2], rows, strict=False):
        torch.testing.assert_close(forth - back, (2 * REACH * row).expand_as(back), atol=1e-5, rtol=0)
        torch.testing.assert_close(back @ row, torch.full((len(back),), -REACH), atol=1e-4, rtol=0)
        assert back.std(0).min() > 0


def test_features_are_those_of_the_trained_d_and_random_ones_those_of_a_new_one():
    one, model = exam(), network()
    with torch.no_grad():
        model.discriminator.stages[0][
            0
        ].weight.zero_()  # it sees nothing now: what it says is always the same
    features, random = one._right(model, "features"), one._right(model, "random")
    most = float(torch.bincount(one.test.labels).max() / len(one.test.labels))
    assert features <= most < random


def test_no_label_of_the_test_pictures_has_a_say_in_what_reads_them(monkeypatch):
    """With all of them wrong the same classifiers are chosen."""
    chosen = []
    whole = linear.chosen
    monkeypatch.setattr(linear, "chosen", lambda *args: chosen.append(whole(*args)) or chosen[-1])
    one, model = exam(), network()
    one.linear(model)
    wrong = Labelled(x=one.test.x, labels=(one.test.labels + 1) % 10)
    replace(one, test=wrong, judging=replace(one.judging, test=wrong)).linear(model)
    for before, after in zip(chosen[:3], chosen[3:], strict=True):
        assert all(torch.equal(a, b) for a, b in zip(before, after, strict=True))
