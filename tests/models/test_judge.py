"""The judge: features are what the classes are read from."""

import pytest
import torch

from genplay.models import judge
from genplay.models.judge import Config


@pytest.mark.parametrize(("side", "channels"), [(28, 1), (64, 3)])
def test_shapes(side, channels):
    network = judge.build(Config(side=side, channels=channels, classes=7, features=5))
    x = torch.rand(2, channels, side, side)
    features = network.features(x)
    assert features.shape == (2, 5)
    assert features.min() >= 0
    torch.testing.assert_close(network(x), network.out(features))
    assert network(x).shape == (2, 7)


@pytest.mark.parametrize("wrong", [{"side": 30}, {"classes": 0}])
def test_impossible_sizes_are_refused(wrong):
    with pytest.raises(ValueError, match="multiple of 4"):
        Config(**wrong)
