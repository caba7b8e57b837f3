"""The exam of InfoGAN: the matching is the best one, found on other digits than those it is measured on."""

from dataclasses import replace
from itertools import permutations

import numpy as np
import pytest
import torch
from torch import Tensor

from genplay.models import infogan, judge
from genplay.train.digits import generator
from genplay.train.infogan_exam import InfoExam, PlainExam, confusion, matched, matching
from genplay.train.judging import Judging, Labelled
from genplay.train.strokes import traits

CONFIG = infogan.Config(noise=4, width=2, hidden=8, reader=6, normed=False)


def digits(seed: int, count: int = 60) -> Labelled:
    draw = torch.Generator().manual_seed(seed)
    return Labelled(
        x=torch.rand(count, 1, 28, 28, generator=draw), labels=torch.randint(10, (count,), generator=draw)
    )


def network() -> infogan.InfoGan:
    torch.manual_seed(0)
    return infogan.build(CONFIG).eval()


def exam(kind: type[InfoExam] = InfoExam) -> InfoExam:
    torch.manual_seed(1)
    judging = Judging(network=judge.build(judge.Config()).eval(), test=digits(1), split="here")
    return kind(valid=digits(0), test=digits(1), judging=judging, note="Noted.")


def test_the_matching_is_the_best_of_all():
    for seed in range(5):
        counts = np.random.default_rng(seed).integers(0, 30, (5, 5))
        best = max(counts[np.arange(5), list(way)].sum() for way in permutations(range(5)))
        found = matching(counts)
        assert sorted(found) == list(range(5))
        assert counts[np.arange(5), found].sum() == best
        assert matched(counts, found) == pytest.approx(best / counts.sum())


def test_confusion_counts_categories_by_digits():
    model = network()
    with torch.no_grad():
        model.reader.category.weight.zero_()
        model.reader.category.bias.copy_(torch.arange(10.0))
    counts = confusion(model, digits(0))
    assert counts[9].tolist() == torch.bincount(digits(0).labels, minlength=10).tolist()
    assert counts.sum() == 60


def shades(digit: int) -> Tensor:
    """Return a page that is grey on the left: just paper for even digits, just ink for odd ones."""
    x = torch.zeros(1, 1, 28, 28)
    x[..., :14] = (127 if digit % 2 == 0 else 128) / 255
    x[..., 14 + digit // 2, 20] = 1.0  # and which pair of digits it is
    return x


def test_drawn_digits_are_judged_in_black_and_white(monkeypatch):
    """Of a reader that takes a grey page for odd, all even digits are right only where they are drawn."""
    labels = torch.arange(10).repeat(3)
    pages = Labelled(x=torch.cat([shades(int(digit)) for digit in labels]), labels=labels)
    drawn = Labelled(x=(pages.x * 255 >= 128).float(), labels=labels)
    model, one = network(), replace(exam(), valid=drawn, test=pages)

    def read(x: Tensor, *, apart: bool = False) -> infogan.Reading:
        pair = x[:, 0, 14:19, 20].argmax(1)
        digit = 2 * pair + (x[:, 0, 0, 0] > 0.25).long()
        return infogan.Reading(torch.zeros(len(x)), torch.eye(10)[digit], *torch.zeros(2, len(x), 2))

    monkeypatch.setattr(model.reader, "forward", read)
    found = {figure.name: figure.value for figure in one.figures(model, one.measure(model))}
    assert (found["code_error"], found["code_error_drawn"], found["code_error_valid"]) == (0.5, 0.0, 0.0)


def test_figures_and_calibration():
    model, one = network(), exam()
    found = {figure.name: figure for figure in one.figures(model, one.measure(model))}
    digit = matching(confusion(model, one.valid))
    assert found["code_error"].value == pytest.approx(
        1 - matched(confusion(model, one.test), digit), abs=1e-4
    )
    assert found["code_error"].split == "mnist/test"
    assert "Noted." in found["code_error"].note
    assert found["information_nats"].value < model.config.ceiling
    assert {"frechet", "frechet_real", "classes_covered"} <= set(found)
    arrays = one.calibration(model)
    assert arrays["matching"].tolist() == digit.tolist()
    assert arrays["confusion"].sum() == 60
    assert arrays["moves"].shape == (2, 3)
    real = model.reader(one.test.x).verdict.sigmoid().log().mean()
    assert float(arrays["real"][0]) == pytest.approx(float(real.detach()), abs=1e-5)


@torch.no_grad()
def test_what_the_judge_sees_is_compared_with_the_digit_of_the_category():
    model, one = network(), exam()
    found = {figure.name: figure for figure in one.figures(model, one.measure(model))}["code_shown"]
    codes = infogan.draw_codes(CONFIG, one.judging.forged, generator(5))
    seen = one.judging.network(model.generator.of(codes)).argmax(1).tolist()
    digits = matching(confusion(model, one.valid))
    right = [digit == digits[category] for digit, category in zip(seen, codes.category.tolist(), strict=True)]
    assert found.value == pytest.approx(np.mean(right), abs=1e-4)
    assert 0 < found.value < 1
    assert f"{len(right)} pictures" in found.note


def test_moves_are_how_far_a_number_moves_the_traits(monkeypatch):
    """Of a made-up generator whose c3 shears a bar, in deviations of the test pictures' slant."""
    model, one = network(), exam()

    def sheared(codes):
        rows, columns = torch.arange(28.0)[:, None], torch.arange(28.0)
        middle = 14 - codes.numbers[:, 1, None, None] * 0.3 * (rows - 13.5)
        return ((columns - middle).abs() < 2).float()[:, None]

    monkeypatch.setattr(model.generator, "of", sheared)
    moves = one.calibration(model)["moves"]
    deviation = float(traits(one.test.x)[:, 0].std())
    assert moves[1, 0] * deviation == pytest.approx(0.6, abs=0.03)
    assert abs(moves[0, 0]) * deviation < 0.05


def test_a_gan_without_codes_has_no_error_of_them():
    model, one = network(), exam(PlainExam)
    names = {figure.name for figure in one.figures(model, one.measure(model))}
    assert not names & {"code_error", "code_error_valid", "code_shown"}
    assert {"frechet", "information_nats"} <= names
    assert not {"matching", "confusion"} & set(one.calibration(model))
