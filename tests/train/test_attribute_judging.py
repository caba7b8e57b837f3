"""The judge of attributes: it learns to read them, the same each time, and its weights can be kept."""

import numpy as np
import torch

from genplay.models import attributes
from genplay.train import attribute_judging

NAMES = {"attributes": "Dark Fair Hat", "exclusive": "Dark Fair"}
HELD = np.array([[1, 0, 0], [0, 1, 1], [1, 0, 1], [0, 1, 0]], np.uint8)


def face(held: np.ndarray) -> np.ndarray:
    image = np.full((64, 64, 3), 128, np.uint8)
    image[:32] = 20 if held[0] else 230
    if held[2]:
        image[40:60] = (255, 0, 0)
    return image


def test_a_judge_learns_to_read_and_is_the_same_again(monkeypatch):
    monkeypatch.setattr(attribute_judging, "TURNS", 30)
    config = attributes.Config(**NAMES)
    images = np.stack([face(held) for held in HELD])
    first, again = (attribute_judging.trained(config, images, HELD) for _ in range(2))
    assert all(torch.equal(v, again.state_dict()[k]) for k, v in first.state_dict().items())
    assert attribute_judging.right(first, images, HELD).tolist() == [1, 1, 1]


def test_its_weights_are_kept_and_read_the_same():
    torch.manual_seed(0)
    judge = attributes.build(attributes.Config(**NAMES)).eval()
    kept = attribute_judging.calibration(judge)
    again = attributes.build(attributes.Config(**NAMES)).eval()
    weights = {name.removeprefix("judge."): torch.tensor(value) for name, value in kept.items()}
    again.load_state_dict(weights)
    images = np.stack([face(held) for held in HELD])
    first, second = (attribute_judging.read(one, images) for one in (judge, again))
    np.testing.assert_array_equal(first, second)
    assert (first[:, :2].sum(1) == 1).all()
