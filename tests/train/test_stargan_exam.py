"""The exam of StarGAN: right edits have no error, doing nothing has all of it, and the judge is believed."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from genplay.models import attributes, stargan
from genplay.train import stargan_exam
from genplay.train.edit_truths import Truths
from genplay.train.stargan_exam import Edits, StarExam, edited, judged
from genplay.train.strangers import Strangers

NAMES = {"attributes": "Dark Fair Hat", "exclusive": "Dark Fair"}
CONFIG = stargan.Config(**NAMES, width=8, blocks=1, early=4, palette=4, picked=2, judge=4, hidden=6)
HELD = np.array([[1, 0, 0], [0, 1, 1], [1, 0, 1], [0, 1, 0]], np.uint8)


def face(held: np.ndarray) -> np.ndarray:
    """Draw a face that shows its attributes: the upper half dark or fair, a red stripe for a hat."""
    image = np.full((64, 64, 3), 128, np.uint8)
    image[:32] = 20 if held[0] else 230
    if held[2]:
        image[40:60] = (255, 0, 0)
    return image


def truths() -> Truths:
    labels = CONFIG.labels
    images = np.stack([face(held) for held in HELD])
    asked = [labels.switched(torch.tensor(HELD).float(), number).numpy() for number in range(3)]
    answers = tuple(tuple(face(asked[number][row])[None] for number in range(3)) for row in range(4))
    return Truths(images=images, attributes=HELD, answers=answers)


def judge() -> attributes.AttributeJudge:
    """Return a judge that reads such faces rightly, by hand."""

    class Reading(attributes.AttributeJudge):
        def forward(self, x):
            upper, red = x[:, 0, :32].mean((1, 2)), x[:, 0, 40:60].mean((1, 2))
            return torch.stack([-upper, upper, red - 0.5], 1)

    return Reading(attributes.Config(**NAMES)).eval()


def exam() -> StarExam:
    some = truths()
    strangers = Strangers(known=some.images, unseen=some.images)
    return StarExam(truths=some, judge=judge(), accuracy=np.ones(3), strangers=strangers, note="Noted.")


class Perfect(stargan.StarGan):
    """Answers with the true edit."""

    def edit(self, x, own, target):
        right = np.stack([face(held) for held in target.numpy().round().astype(int)])
        y = torch.tensor(right).permute(0, 3, 1, 2) / 127.5 - 1
        return stargan.Edited(y, torch.ones_like(y[:, :1]), y)


class Idle(stargan.StarGan):
    """Changes nothing."""

    def edit(self, x, own, target):
        return stargan.Edited(x, torch.zeros_like(x[:, :1]), x)


def found(network: torch.nn.Module) -> dict[str, float]:
    one = exam()
    return {figure.name: figure.value for figure in one.figures(network, one.measure(network))}


def test_right_edits_have_no_error():
    figures = found(Perfect(CONFIG).eval())
    assert figures == {
        "inside": 0,
        "outside": 0,
        "target": 1,
        "all_right": 1,
        "reconstruction": 0,
        "judge_accuracy": 1,
    }


def test_doing_nothing_has_all_of_the_error():
    figures = found(Idle(CONFIG).eval())
    assert (figures["inside"], figures["outside"], figures["reconstruction"]) == (1, 0, 0)
    assert (figures["target"], figures["all_right"]) == (0, 0)


def test_figures_say_what_they_are():
    one = exam()
    figures = {figure.name: figure for figure in one.figures(Idle(CONFIG).eval(), 1.0)}
    assert "4 unseen avatars, each edited in all 3 ways" in figures["inside"].note
    assert figures["inside"].note.endswith("Noted.")
    assert figures["outside"].unit == figures["reconstruction"].unit == "of 255"


def test_tables_of_each_edit_go_with_the_weights():
    kept = exam().calibration(Perfect(CONFIG).eval())
    for name in ("inside", "outside", "target", "all_right", "reconstruction"):
        assert kept[f"edit.{name}"].shape == (3,)
    assert kept["strange.whitening"].shape == (6, 6)
    assert kept["strange.limit"].shape == (1,)
    again = attributes.build(attributes.Config(**NAMES))
    again.load_state_dict(
        {key.removeprefix("judge."): torch.tensor(value) for key, value in kept.items() if "judge." in key}
    )


def test_a_target_read_with_another_attribute_lost_is_not_all_right():
    asked = np.stack([truths().attributes] * 3, 1)
    asked[:, 0], asked[:, 1] = (1, 0, 0), (0, 1, 0)
    pictures = np.stack([[face(held) for held in row] for row in asked])
    pictures[:, 0] = face(np.array([1, 0, 1]))  # dark as asked, but with a hat
    target, whole = judged(judge(), Edits(pictures, asked, np.zeros((4, 3))), truths().attributes)
    assert target[0] == 1
    assert whole[0] == 0
    assert np.isnan(target[2])  # nobody was asked to change


def test_edits_are_of_every_attribute_and_back():
    edits = edited(Idle(CONFIG).eval(), truths().images, HELD)
    assert edits.pictures.shape == (4, 3, 64, 64, 3)
    np.testing.assert_array_equal(edits.pictures[:, 1], truths().images)
    assert edits.target[0].tolist() == [[1, 0, 0], [0, 1, 0], [1, 0, 1]]
    assert (edits.back == 0).all()


@pytest.mark.parametrize("wrong", [0.5, 0.25])
def test_rounding_is_judged_by_the_error_inside(wrong, monkeypatch):
    monkeypatch.setattr(stargan_exam, "_MEASURED", 2)

    class Half(Perfect):
        def edit(self, x, own, target):
            right = super().edit(x, own, target).picture
            y = x + (1 - wrong) * (right - x)
            return stargan.Edited(y, y[:, :1], y)

    assert replace(exam(), note="").measure(Half(CONFIG).eval()) == pytest.approx(wrong, abs=0.02)
