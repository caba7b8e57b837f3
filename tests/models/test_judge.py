"""The judge: features are what the classes are read from."""

import pytest
import torch

from genplay.models import judge
from genplay.models.judge import Config


@pytest.mark.parametrize(("side", "channels"), [(28, 1), (64, 3)])
def test_shapes(side, channels):
    network = judge.build(Config(side=side, channels=channels, groups=(4, 3), features=5))
    x = torch.rand(2, channels, side, side)
    features = network.features(x)
    assert features.shape == (2, 5)
    assert features.min() >= 0
    torch.testing.assert_close(network(x), network.out(features))
    assert network(x).shape == (2, 7)


@pytest.mark.parametrize("wrong", [{"side": 30}, {"groups": (4, 0)}])
def test_impossible_sizes_are_refused(wrong):
    with pytest.raises(ValueError, match="multiple of 4"):
        Config(**wrong)


def test_a_class_is_a_value_out_of_each_group():
    logits = torch.tensor([[9.0, 0, 0, 0, 8.0], [0, 0, 9.0, 1.0, 0]])
    groups = (3, 2)
    assert judge.likeliest(logits, groups).tolist() == [1, 4]
    found = judge.probabilities(logits, groups)
    torch.testing.assert_close(found[:, :3], logits[:, :3].softmax(1))
    torch.testing.assert_close(found[:, 3:], logits[:, 3:].softmax(1))
    labels = torch.tensor([1, 3])  # values 0 and 1, then 1 and 1
    said = [found[0, 0] * found[0, 3 + 1], found[1, 1] * found[1, 3 + 1]]
    torch.testing.assert_close(judge.loss(logits, labels, groups), -torch.stack(said).log().mean())
    assert judge.loss(logits, judge.likeliest(logits, groups), groups) < judge.loss(logits, labels, groups)


def test_one_group_is_a_classifier_as_usual():
    logits, labels = torch.randn(5, 4), torch.tensor([0, 3, 1, 2, 2])
    torch.testing.assert_close(
        judge.loss(logits, labels, (4,)), torch.nn.functional.cross_entropy(logits, labels)
    )
    assert judge.likeliest(logits, (4,)).tolist() == logits.argmax(1).tolist()
